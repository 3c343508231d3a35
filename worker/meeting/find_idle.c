#include "annotate/look.h"
#include "meeting/find.h"
#include "meeting/predicate.h"

/* Words for a meeting that tell no occasion in particular. */

/* "après des mois de négociations", "years of talks": the word at token is the "of" behind a unit
 * of time. */
static bool is_spell(const struct finder *finder, uint32_t token)
{
    if (token <= finder->sentence->begin || token >= finder->sentence->end ||
        !document_is(finder->document, token, CLASS(OF)))
        return false;
    const struct annotation *unit = look_at(finder->document, token - 1, LEXICON_UNIT);
    return unit && unit->end == token;
}

/* "have held four rounds of talks": several occasions are none in particular. */
bool noun_is_counted(const struct finder *finder, const struct mention *mention)
{
    const uint32_t begin = mention->label.name.begin < mention->trigger.begin
                               ? mention->label.name.begin
                               : mention->trigger.begin;
    if (!mention->label.plural || begin == finder->sentence->begin)
        return false;
    const struct token *before = look_token(finder->document, begin - 1);
    if (is_spell(finder, begin - 1) || is_spell(finder, begin - 2)) /* "mois de dures" */
        return true;
    return document_is(finder->document, begin - 1, CLASS(QUANTIFIER)) ||
           (before->flags & TOKEN_NUMBER);
}

/* "selon le communiqué du conseil des ministres": the word names the body as well as its sitting,
 * and nothing says that it sits. */
static bool is_mere_body(const struct finder *finder, uint32_t noun,
                         const struct predicate *predicate, const struct mention *mention)
{
    const uint64_t sitting = TYPE(AT) | TYPE(TO) | TYPE(FOLLOWING) | TYPE(SIDELINE) | TYPE(FROM);
    const struct annotation *of = clause_chunk(&finder->clause, noun)->of;
    const bool dated = mention->date && clause_is(&finder->clause, noun + 1, TYPE(OF)) &&
                       clause_is(&finder->clause, noun + 2, TYPE(DATE));
    return look_at(finder->document, of->begin, LEXICON_ORGHEAD) && !dated &&
           predicate->index == CLAUSE_NONE && finder->labels[noun].edition <= 0 &&
           !(finder->sentence->flags & SENTENCE_TITLE) &&
           !(clause_governor(&finder->clause, noun) & sitting);
}

/* "refusent toute négociation", "ruled out any talks": with nobody in particular. */
static bool is_any(const struct finder *finder, uint32_t noun, const struct mention *mention)
{
    const uint32_t begin = mention->label.name.end > mention->label.name.begin &&
                                   mention->label.name.begin < mention->trigger.begin
                               ? mention->label.name.begin
                               : mention->trigger.begin;
    return mention->status == STATUS_DENIED && begin > finder->sentence->begin &&
           document_is(finder->document, begin - 1, CLASS(QUANTIFIER)) &&
           clause_after(&finder->clause, noun, TYPE(PARTY), TYPE(WITH)) == CLAUSE_NONE;
}

/* "urged both to resume peace talks": a wish for no occasion in particular. */
static bool is_idle(const struct finder *finder, uint32_t noun, const struct predicate *predicate,
                    const struct mention *mention)
{
    const bool nobodys = mention->party_count < 2 && mention->label.plural &&
                         (!mention->label.proper || mention->label.edition > 0);
    if (nobodys && mention->party_count == 0 && mention->kind == KIND_SESSION)
        return true; /* "premières séances fin novembre": of no body */
    if (nobodys && mention->kind == KIND_NEGOTIATION && !mention->place &&
        predicate->index != CLAUSE_NONE && predicate->verb->tense == TENSE_INF &&
        predicate->sense == SENSE_OPEN)
        return true; /* "pour amener Lima à ouvrir des négociations" */
    if (mention->date || mention->place)
        return false;
    const bool ready = mention->kind == KIND_TALKS && !mention->strong &&
                       mention->party_count < 2 && predicate->index != CLAUSE_NONE &&
                       predicate->verb->tense == TENSE_INF &&
                       predicate->sense == SENSE_OPEN; /* "prêt à ouvrir le dialogue" */
    const bool none = predicate->index != CLAUSE_NONE && predicate->verb->negative &&
                      predicate->sense == SENSE_HOLD && mention->party_count < 2 &&
                      !mention->label.definite; /* "il n'y a pas eu de débat" */
    const bool small = mention->kind == KIND_TALKS || mention->kind == KIND_CALL;
    const bool thing = small && mention->party_count == 0 &&
                       (!mention->pronoun || mention->label.name.end > mention->label.name.begin) &&
                       !mention->label.proper && !mention->label.definite &&
                       mention->label.edition <= 0; /* "plus d'entretien des campagnes" */
    return ready || none || thing || is_any(finder, noun, mention) ||
           (mention->kind == KIND_NEGOTIATION && mention->status == STATUS_PROPOSED &&
            mention->label.bare && mention->label.name.end <= mention->label.name.begin);
}

/* "we hope for the meeting of our leaders": nothing tells when, where or who. */
static bool is_vague(const struct finder *finder, const struct mention *mention)
{
    const struct party *party = mention->party_count == 1 ? mention->parties[0].party : NULL;
    return party && party->type == PARTY_GROUP && !party->delegation && !mention->date &&
           !mention->place && !mention->status_told &&
           mention->label.name.end <= mention->label.name.begin &&
           document_is(finder->document, party->begin, CLASS(POSSESSIVE));
}

/* "annule sa venue au sommet": the summit is the occasion; "l'arrivée de 6 000 migrants": a crowd.
 */
static bool is_mere_coming(const struct finder *finder, uint32_t noun,
                           const struct mention *mention)
{
    const struct clause *clause = &finder->clause;
    const uint32_t behind = noun + 1;
    if (mention->kind != KIND_VISIT && (mention->kind != KIND_TALKS || mention->strong))
        return false;
    if (mention->kind == KIND_VISIT && clause_is(clause, behind, TYPE(TO) | TYPE(AT)) &&
        clause_is(clause, behind + 1, TYPE(NOUN)))
        return look_lexeme(finder->document, clause_chunk(clause, behind + 1)->of)->kind !=
               KIND_VISIT;
    const uint32_t t = clause_chunk(clause, noun)->end;
    if (t + 1 >= finder->sentence->end || !document_is(finder->document, t, CLASS(OF)) ||
        clause_is(clause, behind + clause_is(clause, behind, TYPE(OF)), TYPE(PARTY)))
        return false;
    if (slot_days(finder, noun, false) > 0)
        return false; /* "une visite de quatre jours" */
    return (mention->kind == KIND_VISIT &&
            document_is(finder->document, t + 1, CLASS(QUANTIFIER))) ||
           look_flag(finder->document, t + 1, TOKEN_NUMBER);
}

bool noun_is_idle(const struct finder *finder, uint32_t noun, const struct predicate *predicate,
                  const struct mention *mention)
{
    return is_mere_body(finder, noun, predicate, mention) ||
           is_mere_coming(finder, noun, mention) || is_idle(finder, noun, predicate, mention) ||
           is_vague(finder, mention);
}
