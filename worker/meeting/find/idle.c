#include "annotate/look.h"
#include "meeting/find/agenda.h"
#include "meeting/find/find.h"
#include "meeting/find/owner.h"
#include "meeting/find/predicate.h"
#include "meeting/find/vain.h"
#include "meeting/find/when.h"
#include "meeting/mention/occasion.h"

/* Words for a meeting that tell no occasion in particular. */

/* "après des mois de négociations", "years of talks": the word at token is the "of" behind a unit
 * of time; "a second day of talks" is a day of theirs. */
static bool is_spell(const struct finder *finder, uint32_t token)
{
    if (token <= finder->sentence->begin || token >= finder->sentence->end ||
        !document_is(finder->document, token, CLASS(OF)))
        return false;
    const struct annotation *unit = look_at(finder->document, token - 1, LEXICON_UNIT);
    const bool day = unit && unit->tag == TAG_SING && look_says(finder->document, unit, STR("d"));
    return unit && unit->end == token && !day;
}

/* "had two calls with B on Monday": between whom and on which day, or where; "granted several
 * audiences on Monday": each of whom may be told next. */
static bool is_told(const struct mention *mention, bool two)
{
    const struct date *date = mention->date ? mention->date->detail : NULL;
    const bool one = mention->party_count == 1 && mention->status_told && date &&
                     mention->parties[0].party->type == PARTY_PERSON && date_is_day(date);
    two &= mention->party_count > 1 && (mention->place || (date && !date->span));
    return (one || two) && (mention->kind == KIND_TALKS || mention->kind == KIND_CALL);
}

/* "have held four rounds of talks": several occasions are none in particular. */
bool noun_is_counted(const struct finder *finder, const struct mention *mention)
{
    const uint32_t begin = mention->label.name.begin < mention->trigger.begin
                               ? mention->label.name.begin
                               : mention->trigger.begin;
    if (!mention->label.plural || begin == finder->sentence->begin ||
        look_flag(finder->document, begin, TOKEN_HYPHEN)) /* "four-nation talks" */
        return false;
    if (is_spell(finder, begin - 1) || is_spell(finder, begin - 2))        /* "mois de dures" */
        return (!mention->days && !(mention->closed && mention->until)) || /* "jours de débats" */
               (!mention->place && !mention->date && mention->party_count < 2);
    const bool number = look_flag(finder->document, begin - 1, TOKEN_NUMBER) ||
                        look_at(finder->document, begin - 1, LEXICON_NUMBER) ||
                        (begin > finder->sentence->begin + 1 &&
                         document_is(finder->document, begin - 1, CLASS(OF)) &&
                         document_is(finder->document, begin - 2, CLASS(QUANTIFIER)));
    return (number || document_is(finder->document, begin - 1, CLASS(QUANTIFIER))) &&
           !is_told(mention, number);
}

/* "six members of the board, which will be chaired by A": who is to head it from now on. */
static bool is_given_head(const struct annotation *body, const struct finder *finder,
                          const struct predicate *predicate, const struct mention *mention)
{
    return predicate->index != CLAUSE_NONE && predicate->sense == SENSE_CHAIR &&
           predicate->verb->passive && predicate->verb->tense == TENSE_FUT && !mention->date &&
           !mention->place && look_lexeme(finder->document, body)->body != BODY_GOVERNMENT;
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
    const struct annotation *body = look_at(finder->document, of->begin, LEXICON_ORGHEAD);
    return body && body->end >= of->end && !dated && /* not "the council meeting" */
           (predicate->index == CLAUSE_NONE || is_given_head(body, finder, predicate, mention)) &&
           finder->labels[noun].edition <= 0 && !(finder->sentence->flags & SENTENCE_TITLE) &&
           !(clause_governor(&finder->clause, noun) & sitting) && !line_opens_with(finder, mention);
}

/* "La Conférence des évêques a jugé lundi", "Congress said on Friday": who says something, and when
 * that was said. */
static bool is_speaker(const struct finder *finder, uint32_t noun,
                       const struct predicate *predicate, const struct mention *mention)
{
    const struct clause *clause = &finder->clause;
    const uint64_t between = TYPE(OF) | TYPE(PARTY) | TYPE(PLACE);
    uint32_t verb = noun + 1;
    if (mention->strong || mention->label.edition > 0 || predicate->index != CLAUSE_NONE ||
        clause_governor(clause, noun) ||
        !look_flag(finder->document, clause_chunk(clause, noun)->begin, TOKEN_CAPITAL))
        return false;
    while (clause_is(clause, verb, between))
        verb++;
    return clause_is(clause, verb, TYPE(VERB)) && clause_finite(clause, verb) &&
           verb_reading(finder->document, clause_verb(clause, verb), LEXICON_SPEECHVERB);
}

/* "aucune rencontre n'est prévue entre A et B": whether it is told between whom. */
static bool is_between(const struct finder *finder, uint32_t noun)
{
    for (uint32_t i = noun + 1; i < finder->clause.chunks.count; i++) {
        if (clause_is(&finder->clause, i, TYPE(BETWEEN)))
            return true;
        if (clause_is(&finder->clause, i, TYPE(STOP) | TYPE(SUBORDINATOR) | TYPE(NOUN)))
            break;
    }
    return false;
}

/* "refusent toute négociation", "ruled out any talks": with nobody in particular. */
static bool is_any(const struct finder *finder, uint32_t noun, const struct mention *mention)
{
    const uint32_t begin = mention->label.name.end > mention->label.name.begin &&
                                   mention->label.name.begin < mention->trigger.begin
                               ? mention->label.name.begin
                               : mention->trigger.begin;
    if (begin <= finder->sentence->begin ||
        !document_is(finder->document, begin - 1, CLASS(QUANTIFIER)))
        return false;
    return mention->status == STATUS_CANCELLED || /* "could not hold any meeting with B" */
           (mention->status == STATUS_DENIED &&
            clause_after(&finder->clause, noun, TYPE(PARTY), TYPE(WITH)) == CLAUSE_NONE &&
            !is_between(finder, noun));
}

/* "pledged to continue their dialogue", "to start discussions on": what is to go on or to begin. */
static bool is_to_go_on(const struct predicate *predicate)
{
    if (predicate->index == CLAUSE_NONE)
        return false;
    const enum sense sense = predicate->sense;
    const bool aim = predicate->verb->tense == TENSE_INF ||
                     (predicate->verb->modality == MODALITY_DUE && !predicate->subject);
    return aim && (sense == SENSE_RESUME || sense == SENSE_CONTINUE || sense == SENSE_OPEN);
}

/* "Lima is facilitating the peace talks between A and B": a process that is going on. */
static bool is_helped_on(const struct predicate *predicate, const struct mention *mention)
{
    return predicate->index != CLAUSE_NONE && predicate->sense == SENSE_MEDIATE &&
           predicate->verb->tense == TENSE_PRES && !mention->date && !mention->place &&
           mention->label.plural;
}

/* "had been continuing talks to stop the attack on Lima": nobody's, and since when is untold. */
static bool is_kept_up(const struct predicate *predicate, const struct mention *mention)
{
    return predicate->index != CLAUSE_NONE && !predicate->subject && !predicate->verb->passive &&
           (predicate->sense == SENSE_RESUME || predicate->sense == SENSE_CONTINUE) &&
           !mention->date && mention->kind == KIND_TALKS;
}

/* "engaged in talks with B": whether a verb that takes in the preposition says that it was. */
static bool was_engaged_in(const struct finder *finder, uint32_t noun)
{
    const struct clause *clause = &finder->clause;
    return noun > 0 && clause_is(clause, noun - 1, TYPE(VERB)) &&
           clause_chunk(clause, noun - 1)->end == clause_chunk(clause, noun)->begin &&
           clause_verb(clause, noun - 1)->tense == TENSE_PAST &&
           !clause_verb(clause, noun - 1)->passive;
}

/* "A agreed in talks with B", "said in talks with B": whether the word before "in", at token, tells
 * what one who met said there. */
static bool is_said_in(const struct finder *finder, uint32_t token)
{
    const struct annotation *words = look_at(finder->document, token, ANNOTATION_VERB);
    const struct annotation *event = look_at(finder->document, token, LEXICON_EVENTVERB);
    return words && ((const struct verb *)words->detail)->tense == TENSE_PAST &&
           (look_at(finder->document, token, LEXICON_SPEECHVERB) ||
            (event && look_lexeme(finder->document, event)->sense == SENSE_AGREE));
}

/* "has been in talks with B over a loan", "est en pleine négociation avec B": a state of things, if
 * nothing behind tells where or when. */
static bool is_state_of_things(const struct finder *finder, uint32_t noun,
                               const struct mention *mention)
{
    const struct document *document = finder->document;
    const struct label *label = &mention->label;
    const uint32_t begin = clause_chunk(&finder->clause, noun)->begin;
    const bool small = mention->kind == KIND_TALKS || mention->kind == KIND_NEGOTIATION;
    if (!small || mention->date || (label->plural && label->proper))
        return false;
    uint32_t in = begin;
    if (in > finder->sentence->begin + 1 && !document_is(document, in - 1, UINT64_MAX))
        in--; /* "pleine" */
    if (in <= finder->sentence->begin || !document_is(document, in - 1, CLASS(AT)) ||
        document_is(document, in - 1, CLASS(DETERMINER)) || was_engaged_in(finder, noun) ||
        (in > finder->sentence->begin + 2 && is_said_in(finder, in - 2)))
        return false;
    return label->plural
               ? !(mention->place && mention->place->begin > begin)
               : !mention->strong && noun > 0 && clause_is(&finder->clause, noun - 1, TYPE(VERB)) &&
                     clause_chunk(&finder->clause, noun - 1)->end == in;
}

/* "mediators trying to revive peace talks": what somebody who is told of is about. */
static bool is_endeavour(const struct finder *finder, const struct predicate *predicate)
{
    if (predicate->index == CLAUSE_NONE || predicate->subject ||
        (predicate->sense != SENSE_RESUME && predicate->sense != SENSE_OPEN &&
         predicate->sense != SENSE_MEDIATE))
        return false;
    if (predicate_unfounded(finder, predicate) ||
        (predicate->sense == SENSE_MEDIATE && predicate->verb->tense == TENSE_INF))
        return true; /* "an office was set up in Lima to facilitate peace talks" */
    const uint32_t begin = clause_chunk(&finder->clause, predicate->index)->begin;
    const struct annotation *aux = look_at(finder->document, begin, LEXICON_AUX);
    return aux && aux->tag == TAG_GER;
}

/* "se sont quittés sans fixer de nouvelle rencontre": what was left undone. */
static bool is_without(const struct finder *finder, const struct predicate *predicate)
{
    if (predicate->index == CLAUSE_NONE || predicate->verb->tense != TENSE_INF)
        return false;
    const struct chunk *verb = clause_chunk(&finder->clause, predicate->index);
    const uint32_t before = verb->begin - (verb->begin > finder->sentence->begin);
    return (look_at(finder->document, before, LEXICON_ABSENCE) ||
            look_at(finder->document, verb->begin, LEXICON_ABSENCE)) &&
           (predicate->sense == SENSE_AGREE || predicate->sense == SENSE_PLAN ||
            predicate->sense == SENSE_PREPARE || predicate->sense == SENSE_ANNOUNCE);
}

/* "urged both to resume peace talks": a wish for no occasion in particular. */
static bool is_idle(const struct finder *finder, uint32_t noun, const struct predicate *predicate,
                    const struct mention *mention)
{
    if (is_without(finder, predicate))
        return true;
    const bool nobodys = mention->party_count < 2 && mention->label.plural &&
                         (!mention->label.proper || mention->label.edition > 0);
    if (nobodys && mention->party_count == 0 && mention->kind == KIND_SESSION)
        return true; /* "premières séances fin novembre": of no body */
    if (nobodys && mention->kind == KIND_NEGOTIATION && !mention->place &&
        predicate->index != CLAUSE_NONE && predicate->verb->tense == TENSE_INF &&
        predicate->sense == SENSE_OPEN)
        return true; /* "pour amener Lima à ouvrir des négociations" */
    if ((nobodys && is_endeavour(finder, predicate)) || is_helped_on(predicate, mention))
        return true;
    if ((nobodys && is_kept_up(predicate, mention)) || is_state_of_things(finder, noun, mention))
        return true;
    if (mention->date || mention->place)
        return false;
    const bool small_talk = mention->kind == KIND_TALKS || mention->kind == KIND_NEGOTIATION;
    const bool ready = mention->kind == KIND_TALKS && !mention->strong &&
                       mention->party_count < 2 && predicate->index != CLAUSE_NONE &&
                       predicate->verb->tense == TENSE_INF &&
                       predicate->sense == SENSE_OPEN; /* "prêt à ouvrir le dialogue" */
    const bool goes_on = small_talk && is_to_go_on(predicate) && !mention->label.indefinite &&
                         (!mention->strong || mention->label.plural);
    const bool none = predicate->index != CLAUSE_NONE && predicate->verb->negative &&
                      predicate->sense == SENSE_HOLD && mention->party_count < 2 &&
                      !(mention->pronoun && mention->party_count) &&
                      !mention->label.definite; /* "il n'y a pas eu de débat" */
    const bool small = mention->kind == KIND_TALKS || mention->kind == KIND_CALL;
    const bool thing = small && mention->party_count == 0 &&
                       (!mention->pronoun || mention->label.name.end > mention->label.name.begin) &&
                       !mention->label.proper && !mention->label.definite &&
                       mention->label.edition <= 0; /* "plus d'entretien des campagnes" */
    return ready || goes_on || none || thing || is_any(finder, noun, mention) ||
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
    if (slot_days(finder, noun, false) > 0 || document_is(finder->document, t + 2, CLASS(HOURS)))
        return false; /* "une visite de quatre jours", "de quelques heures" */
    return (mention->kind == KIND_VISIT &&
            document_is(finder->document, t + 1, CLASS(QUANTIFIER))) ||
           (look_flag(finder->document, t + 1, TOKEN_NUMBER) &&
            !look_at(finder->document, t + 1, ANNOTATION_DATE)); /* "sa visite du 3 mai" */
}

/* "La Conférence des maires a tenu lundi son congrès": a body called so, which holds another one.
 */
bool noun_organizes(const struct finder *finder, uint32_t noun, const struct predicate *predicate)
{
    const struct clause *clause = &finder->clause;
    const uint64_t between =
        TYPE(DATE) | TYPE(TIME) | TYPE(AT) | TYPE(PLACE) | TYPE(POSSESSIVE) | TYPE(COMMA);
    if (predicate->index == CLAUSE_NONE || !predicate->subject || predicate->sense != SENSE_HOLD ||
        predicate->verb->passive || predicate->verb->reflexive ||
        !clause_finite(clause, predicate->index) ||
        !look_flag(finder->document, clause_chunk(clause, noun)->begin, TOKEN_CAPITAL))
        return false;
    uint32_t held = predicate->index + 1;
    while (clause_is(clause, held, between))
        held++;
    return clause_is(clause, held, TYPE(NOUN)) && clause_governor(clause, held) == 0;
}

/* "A did not hold talks with B", "have never had a meeting", "n'ont pas eu d'entretien": no more
 * than "did not meet". */
static bool never_was(const struct finder *finder, const struct predicate *predicate,
                      const struct mention *mention)
{
    const uint32_t begin = mention->trigger.begin;
    const bool none =
        begin > finder->sentence->begin && document_is(finder->document, begin - 1, CLASS(OF));
    return mention->lapsed && predicate->verb->negative && !predicate->subject &&
           !predicate->verb->passive &&
           (mention->label.indefinite || mention->label.plural || none);
}

/* "council meetings are held each month", "a tenu huit fois une séance". */
static bool is_customary(const struct finder *finder, const struct predicate *predicate,
                         const struct mention *mention)
{
    if (predicate->index == CLAUSE_NONE)
        return false;
    const bool rule = predicate->verb->modality == MODALITY_NONE || !mention->date;
    const bool planned = predicate->sense == SENSE_PLAN && !mention->date;
    const bool held = predicate->sense == SENSE_HOLD || predicate->sense == SENSE_OPEN ||
                      predicate->sense == SENSE_CLOSE;
    const bool now = predicate->verb->tense == TENSE_PRES && rule && (held || planned);
    const bool goes_on = predicate->verb->tense == TENSE_GER && mention->label.plural &&
                         !mention->date; /* "dialogues, taking place twice a year" */
    return (mention->status == STATUS_HELD && told_as_repeated(finder, predicate->index)) ||
           ((now || goes_on || predicate->verb->tense == TENSE_COND) && finder_generic(finder));
}

/* "A and B discussed the summit in a call": what they speak of, and no more is told of it. */
static bool is_discussed(const struct finder *finder, uint32_t noun, const struct mention *mention)
{
    const struct clause *clause = &finder->clause;
    const struct annotation *verb =
        noun > 0 && clause_is(clause, noun - 1, TYPE(VERB))
            ? verb_reading(finder->document, clause_verb(clause, noun - 1), LEXICON_MEETVERB)
            : NULL;
    return verb && look_lexeme(finder->document, verb)->frame == FRAME_WITH && !mention->date &&
           !mention->place && mention->label.name.end <= mention->label.name.begin;
}

/* "a discussion rather than a strategy session", "a chat, and not a meeting": what another one is
 * said not to have been. */
static bool is_contrast(const struct finder *finder, const struct mention *mention)
{
    enum { WORDS_MAX = 3 };
    const struct document *document = finder->document;
    const uint32_t first = finder->sentence->begin + 2;
    uint32_t begin = mention->label.words.begin;
    for (uint32_t words = 0; words < WORDS_MAX && begin > first; words++) {
        if (document_is(document, --begin, CLASS(INDEFINITE)))
            break; /* "a | detailed session" */
    }
    if (mention->date || begin < first || !document_is(document, begin, CLASS(INDEFINITE)))
        return false;
    return told_instead(finder, begin) ||
           (document_is(document, begin - 1, CLASS(NEGATION)) &&
            (document_is(document, begin - 2, CLASS(AND)) || look_mark(document, begin - 2, ',')));
}

/* "if A held talks with B", "instead of holding talks": none that is known was held. */
static bool is_unreal(const struct finder *finder, const struct predicate *predicate,
                      const struct mention *mention)
{
    return predicate->index != CLAUSE_NONE && !predicate->subject &&
           predicate->sense == SENSE_HOLD && !mention->label.definite &&
           !mention->label.possessive && !mention->date && told_as_unreal(finder, predicate->index);
}

bool noun_is_idle(const struct finder *finder, uint32_t noun, const struct predicate *predicate,
                  const struct mention *mention)
{
    return is_mere_body(finder, noun, predicate, mention) || noun_is_of_office(finder, mention) ||
           is_speaker(finder, noun, predicate, mention) || is_discussed(finder, noun, mention) ||
           is_mere_coming(finder, noun, mention) || is_idle(finder, noun, predicate, mention) ||
           is_vague(finder, mention) || never_was(finder, predicate, mention) ||
           is_customary(finder, predicate, mention) || is_contrast(finder, mention) ||
           is_unreal(finder, predicate, mention) || told_as_interview(finder, noun, mention);
}
