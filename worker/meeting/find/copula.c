#include "meeting/find/copula.h"
#include "annotate/look.h"
#include "meeting/find/act.h"

/*
 * A word for a meeting that only says what the one told before was: "C'était une première
 * rencontre", "Un rendez-vous très attendu".
 */

/* Whether the subject of what stands at the token is a meeting. */
static bool follows_noun(const struct finder *finder, uint32_t token)
{
    const struct clause *clause = &finder->clause;
    bool noun = false, held = false; /* held: before ", which will run until June," */
    for (uint32_t i = 0; i < clause->chunks.count && clause_chunk(clause, i)->begin < token; i++) {
        const bool aside = i > 0 && clause_is(clause, i - 1, TYPE(COMMA));
        if (clause_is(clause, i, TYPE(RELATIVE)) && aside)
            held = noun;
        else if (clause_is(clause, i, TYPE(COMMA)) && held) {
            noun = held;
            held = false;
        }
        const bool leads = clause_is(clause, i, TYPE(VERB)) &&
                           clause_chunk(clause, i)->end + 1 >= token; /* "is expected to be" */
        if (clause_is(clause, i, TYPE(STOP) | TYPE(RELATIVE) | TYPE(SUBORDINATOR) | TYPE(VERB)) &&
            !leads)
            noun = false;
        noun |= clause_is(clause, i, TYPE(NOUN)) && clause_governor(clause, i) == 0;
    }
    return noun;
}

/* "This is President Costa's first meeting": where the owner begins whose 's ends at token, or
 * token. */
static uint32_t owner_before(const struct document *document, uint32_t token, uint32_t first)
{
    enum { WORDS_MAX = 6 };
    if (token <= first || !look_clitic(document, token - 1))
        return token;
    for (uint32_t back = 2; back <= WORDS_MAX && token >= first + back; back++) {
        const struct annotation *owner = look_at(document, token - back, ANNOTATION_PARTY);
        if (owner && owner->end == token - 1)
            return token - back;
    }
    return token;
}

/* Where the "be" stands that ends at the token, or the token. */
static uint32_t be_ending(const struct document *document, uint32_t token, uint32_t first)
{
    enum { BE_MAX = 2 };
    for (uint32_t t = token; t-- > first && t + BE_MAX >= token;) {
        const struct annotation *verb = look_at(document, t, LEXICON_AUX);
        if (verb && verb->end == token && look_says(document, verb, STR("BE")))
            return t;
    }
    return token;
}

/* "est | une rencontre", "se veut, selon le maire, Jean Sy, | une rencontre": where the "be" stands
 * before the token or before an aside; or the token. */
static uint32_t be_before(const struct document *document, uint32_t token, uint32_t first)
{
    enum { ASIDE_MAX = 12 };
    uint32_t be = be_ending(document, token, first);
    if (be < token || token <= first || !look_mark(document, token - 1, ','))
        return be;
    for (uint32_t t = token - 1; t-- > first && token - t < ASIDE_MAX;) {
        if (look_mark(document, t, ',') && (be = be_ending(document, t, first)) < t)
            return be;
    }
    return token;
}

/* "Un rendez-vous très attendu, qui s'est bien déroulé.": a sentence without a verb of its own says
 * what the meeting told before it was. */
static bool stands_alone(const struct finder *finder, const struct mention *mention)
{
    const struct clause *clause = &finder->clause;
    const uint32_t first = finder->sentence->begin;
    if (mention->kind != KIND_TALKS || mention->label.plural || mention->party_count ||
        mention->date || mention->place || finder->number == 0 ||
        !document_is(finder->document, first, CLASS(INDEFINITE)))
        return false;
    for (uint32_t i = 0; i < clause->chunks.count; i++) {
        const bool before = clause_chunk(clause, i)->begin < mention->trigger.begin;
        if (before || clause_is(clause, i, TYPE(RELATIVE) | TYPE(STOP)))
            return !before;
        if (clause_is(clause, i, TYPE(VERB)) && clause_finite(clause, i))
            return false;
    }
    return true;
}

void told_of_any(const struct finder *finder, struct mention *mention)
{
    uint16_t kept = 0;
    for (unsigned i = 0; i < mention->party_count; i++) {
        const struct party *party = mention->parties[i].party;
        const bool any = party->type == PARTY_PERSON && party->name_end == party->name_begin &&
                         (document_is(finder->document, party->begin, CLASS(INDEFINITE)) ||
                          document_is(finder->document, party->begin - 1, CLASS(INDEFINITE)));
        if (!any)
            mention->parties[kept++] = mention->parties[i];
    }
    mention->party_count = kept;
}

bool told_as_not(const struct finder *finder, const struct mention *mention)
{
    const struct document *document = finder->document;
    const uint32_t name = mention->label.name.begin, trigger = mention->trigger.begin;
    const uint32_t first = finder->sentence->begin;
    uint32_t t = name < trigger && mention->label.name.end > name ? name : trigger;
    if (t < first + 3 || !document_is(document, t - 1, CLASS(INDEFINITE)))
        return false;
    t -= 1 + document_is(document, t - 2, CLASS(OF));
    const uint32_t be = be_ending(document, t - 1, first);
    return document_is(document, t - 1, CLASS(NEGATION)) &&
           (be < t - 1
                ? !document_is(document, be - 1, CLASS(THERE)) /* "there was not a meeting" */
                : document_is(document, t - 2, CLASS(AMOUNTS)));
}

/* "C'était une première rencontre pour …", "this exchange was the first meeting of its kind": says
 * of one what it was. */
bool told_as_predicate(const struct finder *finder, const struct mention *mention)
{
    enum { WORDS_BACK = 3 };
    const struct document *document = finder->document;
    const uint32_t name = mention->label.name.begin, trigger = mention->trigger.begin;
    const uint32_t first = finder->sentence->begin;
    uint32_t t = name < trigger && mention->label.name.end > name ? name : trigger;
    const uint64_t articles = CLASS(INDEFINITE) | CLASS(DETERMINER) | CLASS(POSSESSIVE);
    if (stands_alone(finder, mention))
        return true;
    while (t > first && trigger - t < WORDS_BACK && !document_is(document, t, articles) &&
           !look_clitic(document, t - 1))
        t--;
    const uint32_t owner = owner_before(document, t, first);
    if ((!document_is(document, t, articles) && owner == t) || owner <= first + 1)
        return false;
    t = owner;
    uint32_t amounts = t - 1; /* "il s'agit de leur …", "it marks the …" */
    while (amounts > first &&
           (document_is(document, amounts, CLASS(OF)) || look_mark(document, amounts, ',') ||
            look_at(document, amounts, LEXICON_WEEKDAY)))
        amounts--; /* "il s'agissait, jeudi, de leur première réunion" */
    if (document_is(document, amounts, CLASS(AMOUNTS)))
        return true;
    const uint32_t verb = be_before(document, t, first);
    if (verb == t)
        return false;
    t = verb;
    if (follows_noun(finder, t))
        return true; /* "la réunion des ministres est le principal forum" */
    for (uint32_t back = 1; back <= WORDS_BACK && t >= first + back; back++) {
        if (document_is(document, t - back, CLASS(DEMONSTRATIVE) | CLASS(NEUTER)) ||
            (back == 1 && document_is(document, t - 1, CLASS(PRONOUN))))
            return true;
        if (look_flag(document, t - back, TOKEN_PUNCT))
            return false;
    }
    return false;
}

/* "the last leader to visit Lima was | A": who is told behind "be", with which the clause of the
 * verb goes on; or CLAUSE_NONE. */
uint32_t act_told_by_copula(const struct finder *finder, uint32_t verb)
{
    const struct clause *clause = &finder->clause;
    const struct document *document = finder->document;
    for (uint32_t i = verb + 1; i < clause->chunks.count; i++) {
        if (clause_is(clause, i, TYPE(STOP) | TYPE(SUBORDINATOR) | TYPE(VERB) | TYPE(RELATIVE)))
            break;
        const uint32_t begin = clause_chunk(clause, i)->begin;
        const struct annotation *be =
            begin > finder->sentence->begin ? look_at(document, begin - 1, LEXICON_AUX) : NULL;
        if (clause_is(clause, i, TYPE(PARTY)) && be && be->tag != TAG_INF &&
            look_says(document, be, STR("BE")))
            return i;
    }
    return CLAUSE_NONE;
}
