#include "annotate/look.h"
#include "annotate/party/party.h"
#include "meeting/clause/clause.h"

/* What governs a chunk: the preposition before it. */

static uint64_t token_governor(const struct document *document, uint32_t token)
{
    const uint64_t classes = document->classes[token];
    uint64_t types = 0;
    types |= classes & CLASS(OF) ? TYPE(OF) : 0;
    types |= classes & CLASS(AT) ? TYPE(AT) : 0;
    types |= classes & CLASS(TO) ? TYPE(TO) : 0;
    types |= classes & CLASS(FROM) ? TYPE(FROM) : 0;
    types |= classes & CLASS(BY) ? TYPE(BY) : 0;
    return types;
}

/* "a rencontré lundi des élus", "Des élus ont": the article of several, no "of"; behind a word for
 * a meeting it is one, "la réunion lundi des élus". */
static bool is_some(const struct clause *clause, uint32_t index)
{
    const struct party_list *list = clause_is(clause, index, TYPE(PARTY))
                                        ? party_members(clause_chunk(clause, index)->of)
                                        : NULL;
    if (!list || (!list->at[0]->plural && list->count == 1))
        return false;
    if ((index == 0 || clause_is(clause, index - 1, TYPE(COMMA))) &&
        clause_is(clause, index + 1, TYPE(VERB)))
        return true; /* "Depuis le départ de A, des élus ont rencontré" */
    if (!list->at[0]->plural)
        return false;
    uint32_t i = index;
    while (i > 0 &&
           clause_is(clause, i - 1, CLAUSE_ADJUNCTS | TYPE(AT) | TYPE(TO) | TYPE(BY) | TYPE(WITH)))
        i--;
    if (i > 0 && !clause_is(clause, i - 1, TYPE(VERB)))
        return false;
    const uint32_t end = i == index && i > 0 ? clause_chunk(clause, i - 1)->end : 0;
    return end == 0 || end == clause_chunk(clause, index)->begin;
}

/* "Des négociations ont lieu": so stands the article of several before a word for a meeting. */
static bool is_some_noun(const struct clause *clause, uint32_t index)
{
    return clause_is(clause, index, TYPE(NOUN)) && index > 0 &&
           clause_chunk(clause, index)->of->tag == TAG_PLUR &&
           clause_is(clause, index - 1, TYPE(OF)) &&
           document_is(clause->document, clause_chunk(clause, index - 1)->begin,
                       CLASS(DETERMINER)) &&
           (index == 1 || clause_is(clause, index - 2, TYPE(VERB) | TYPE(COMMA) | CLAUSE_LIMITS));
}

/* "une | courte | visite": whether the word at token, though one of the commonest, does nothing but
 * judge, behind an article. */
static bool is_judging(const struct document *document, uint32_t token)
{
    return document->classes[token] == CLASS(STOPWORD) && !document->first[token] && token > 0 &&
           document_is(document, token - 1, CLASS(DETERMINER) | CLASS(POSSESSIVE));
}

/* Whether the words between a preposition and what it governs leave it that: articles, numbers and,
 * before a word for a meeting, a few adjectives; an article behind one begins anew, "a reçu en
 * mairie une délégation". */
static bool is_open(const struct clause *clause, uint32_t begin, uint32_t end, unsigned adjectives)
{
    const struct document *document = clause->document;
    const uint64_t small = CLASS(DETERMINER) | CLASS(POSSESSIVE) | CLASS(QUANTIFIER);
    const uint64_t never = CLASS(STOPWORD) | CLASS(AND) | CLASS(OF) | CLASS(AT) | CLASS(TO);
    const unsigned most = adjectives;
    for (uint32_t t = begin; t < end; t++) {
        const struct annotation *length = look_at(document, t, ANNOTATION_DURATION);
        if (length) { /* "on a five-day state visit" */
            t = length->end - 1;
            continue;
        }
        if (t == begin && chunk_is_roughly(document, t))
            continue;
        if (document_is(document, t, small) || look_flag(document, t, TOKEN_NUMBER) ||
            look_at(document, t, LEXICON_NEXTPREVIOUS) ||
            look_at(document, t, LEXICON_OFFICEPREFIX)) {
            if (t > begin && adjectives < most && document_is(document, t, CLASS(DETERMINER)))
                return false;
            continue;
        }
        if (adjectives-- == 0 || look_flag(document, t, TOKEN_PUNCT) ||
            (document_is(document, t, never) && !is_judging(document, t)))
            return false;
    }
    return true;
}

/* "a visiting delegation": who may be described before the word for them, if no article begins it;
 * where adjectives stand before the noun also a body, "of the ruling Lake Union", and people behind
 * "with", "with village chiefs". */
static bool is_described(const struct clause *clause, uint32_t index, uint32_t before)
{
    const bool of = clause_is(clause, before, TYPE(OF)),
               with = clause_is(clause, before, TYPE(WITH));
    const struct chunk *at = clause_chunk(clause, index);
    if (!clause_is(clause, index, TYPE(PARTY)) ||
        document_is(clause->document, at->begin, CLASS(INDEFINITE)))
        return false;
    const bool adjectives = pack_optional(clause->document->pack, OPTIONAL_EPITHET) != 0;
    const struct party *party = party_members(at->of)->at[0];
    const bool named = party->type == PARTY_PERSON && !party->weak && !party->role_count &&
                       party->name_end > party->name_begin + 1 && party->begin == party->name_begin;
    if (named && (with || clause_is(clause, before, TYPE(BY))))
        return true; /* "avec la skieuse X" */
    return party->delegation ||
           (of &&
            (party->type == PARTY_GROUP || (party->type == PARTY_ORGANIZATION && adjectives))) ||
           (with && adjectives && party->type == PARTY_GROUP);
}

/* "with | the country's | president": where a small word before the office of a person begins that
 * tells whose it is, or where the chunk begins. */
static uint32_t small_owner(const struct clause *clause, uint32_t index)
{
    const struct document *document = clause->document;
    const uint32_t begin = clause_chunk(clause, index)->begin;
    const bool owned = clause_is(clause, index, TYPE(PARTY)) && begin > 2 &&
                       look_clitic(document, begin - 1) &&
                       look_flag(document, begin - 2, TOKEN_WORD) &&
                       !look_flag(document, begin - 2, TOKEN_CAPITAL);
    const struct party *party =
        owned ? party_members(clause_chunk(clause, index)->of)->at[0] : NULL;
    if (!party || party->type != PARTY_PERSON || party->plural)
        return begin;
    return begin - 2 - document_is(document, begin - 3, CLASS(DEMONSTRATIVE));
}

/* "two days of talks", "a second day of talks", "hours of talks": whether the chunk is the "of"
 * behind a time. */
static bool is_length(const struct clause *clause, uint32_t index)
{
    const struct document *document = clause->document;
    const uint32_t token = clause_chunk(clause, index)->begin;
    if (token < 2 || !clause_is(clause, index, TYPE(OF)))
        return false;
    if (document_is(document, token - 1, CLASS(HOURS)))
        return true;
    const struct annotation *unit = look_at(document, token - 1, LEXICON_UNIT);
    return unit && unit->end == token &&
           (look_at(document, token - 2, LEXICON_NUMBER) ||
            look_at(document, token - 2, LEXICON_ORDINAL) ||
            look_at(document, token - 2, LEXICON_NEXTPREVIOUS) ||
            document_is(document, token - 2, CLASS(INDEFINITE)) ||
            look_flag(document, token - 2, TOKEN_NUMBER));
}

/* "après des discussions": whether the article of several stands between such and the noun. */
static bool is_after_some(const struct clause *clause, uint32_t noun)
{
    return noun > 1 && clause_is(clause, noun - 1, TYPE(OF)) &&
           clause_is(clause, noun - 2, TYPE(FOLLOWING)) &&
           clause_chunk(clause, noun)->of->tag == TAG_PLUR &&
           clause_chunk(clause, noun - 2)->end == clause_chunk(clause, noun - 1)->begin &&
           document_is(clause->document, clause_chunk(clause, noun - 1)->begin, CLASS(DETERMINER));
}

/* "avant la tenue lundi à Lyon du sommet": what tells when of the holding of the meeting at noun,
 * or CLAUSE_NONE. */
static uint32_t before_holding(const struct clause *clause, uint32_t noun)
{
    const struct document *document = clause->document;
    uint32_t of = noun;
    while (of > 0 && clause_is(clause, of - 1, TYPE(POSSESSIVE) | TYPE(SEQUENCE)))
        of--;
    if (of < 2 || !clause_is(clause, of - 1, TYPE(OF)))
        return CLAUSE_NONE;
    uint32_t first = of - 1;
    while (first > 1 && clause_is(clause, first - 1, TYPE(AT) | TYPE(DATE) | TYPE(PLACE)))
        first--;
    if (!clause_is(clause, first - 1, TYPE(FOLLOWING)))
        return CLAUSE_NONE;
    uint32_t t = clause_chunk(clause, first - 1)->end;
    t += document_is(document, t, CLASS(DETERMINER));
    const struct annotation *deed = look_at(document, t, LEXICON_EVENTNOUN);
    const enum sense sense = deed ? look_lexeme(document, deed)->sense : SENSE_NONE;
    const bool opens = sense == SENSE_OPEN && /* "à la veille de l'ouverture du sommet" */
                       str_equal(clause_when(clause, first - 1), STR("BEFORE"));
    return deed && (sense == SENSE_HOLD || opens) && deed->end == clause_chunk(clause, first)->begin
               ? first - 1
               : CLAUSE_NONE;
}

/* "between him and | B": what governs the party behind a pronoun, or CLAUSE_NONE. */
static uint32_t before_pronoun(const struct clause *clause, uint32_t index)
{
    if (index < 2 || !clause_joined(clause, index))
        return CLAUSE_NONE;
    const uint32_t pronoun = clause_chunk(clause, index - 1)->begin - 1;
    uint32_t i = index - 2;
    i -= i > 0 && clause_chunk(clause, i)->begin == pronoun;
    return clause_is(clause, i, TYPE(BETWEEN)) && clause_chunk(clause, i)->end == pronoun
               ? i
               : CLAUSE_NONE;
}

static uint32_t preposition_of(const struct clause *clause, uint32_t index)
{
    enum { ADJECTIVES_MAX = 3 };
    const bool noun = clause_is(clause, index, TYPE(NOUN));
    const uint32_t held = noun ? before_holding(clause, index) : CLAUSE_NONE;
    if (held != CLAUSE_NONE)
        return held;
    if (noun && is_after_some(clause, index))
        return index - 2;
    const uint32_t both = before_pronoun(clause, index);
    if (both != CLAUSE_NONE)
        return both;
    const uint32_t dated = noun ? clause_before_date(clause, index) : CLAUSE_NONE;
    if (clause_is(clause, dated, CLAUSE_PREPOSITIONS))
        return dated;
    uint32_t i = index;
    while (noun && i > 0 && clause_is(clause, i - 1, TYPE(POSSESSIVE) | TYPE(SEQUENCE)))
        i--; /* "at its next meeting" */
    const uint32_t length = noun && i > 0 && is_length(clause, i - 1) ? i - 1 : i;
    if (length < i && (length == 0 || !clause_is(clause, length - 1, CLAUSE_PREPOSITIONS)))
        return CLAUSE_NONE; /* "two days of talks ended" */
    i = length;
    const uint64_t aim = clause_is(clause, i, TYPE(POSSESSIVE)) ? 0 : TYPE(ABOUT); /* "for new" */
    const uint64_t near = TYPE(AT) | TYPE(FOLLOWING) | TYPE(SIDELINE) | aim;
    if (i == 0 || !clause_is(clause, i - 1, i < index ? near : CLAUSE_PREPOSITIONS))
        return CLAUSE_NONE;
    const bool described = noun || is_described(clause, index, i - 1) ||
                           clause_is(clause, i - 1, TYPE(BETWEEN) | TYPE(FOLLOWING));
    const uint32_t end = clause_is(clause, i, TYPE(OF)) ? i : index; /* "two days | of talks" */
    uint32_t begin = clause_chunk(clause, i - 1)->end; /* "au cours de cette réunion" */
    begin += noun && clause_is(clause, i - 1, TYPE(FOLLOWING)) &&
             document_is(clause->document, begin, CLASS(DEMONSTRATIVE));
    return is_open(clause, begin, small_owner(clause, end), described ? ADJECTIVES_MAX : 0)
               ? i - 1
               : CLAUSE_NONE;
}

/* "après le sommet de Lima et le congrès de Quito": what tells when of the word for a meeting that
 * "and" joins to the one at index, which begins no clause of its own; or CLAUSE_NONE. */
static uint32_t shared_by_and(const struct clause *clause, uint32_t index)
{
    enum { ADJECTIVES_MAX = 3 };
    const uint64_t passed = TYPE(PARTY) | TYPE(OF) | TYPE(PLACE) | TYPE(AT);
    uint32_t first = index, next = index + 1;
    while (first > 0 && clause_is(clause, first - 1, TYPE(POSSESSIVE) | TYPE(SEQUENCE)))
        first--;
    if (first < 2 || !clause_is(clause, first - 1, TYPE(AND)) ||
        !is_open(clause, clause_chunk(clause, first - 1)->end, clause_chunk(clause, index)->begin,
                 ADJECTIVES_MAX))
        return CLAUSE_NONE;
    while (clause_is(clause, next, passed))
        next++;
    for (first -= 2; first > 0 && clause_is(clause, first, passed);)
        first--;
    if (!clause_is(clause, first, TYPE(NOUN)) || clause_is(clause, next, TYPE(VERB)))
        return CLAUSE_NONE;
    const uint32_t when = preposition_of(clause, first);
    return clause_is(clause, when, TYPE(FOLLOWING)) ? when : CLAUSE_NONE;
}

/* "before | President X's | second visit": what tells when of the word for a meeting behind whose
 * it is, or CLAUSE_NONE. */
static uint32_t before_owner(const struct clause *clause, uint32_t noun)
{
    enum { ADJECTIVES_MAX = 3 };
    if (noun < 2 || !clause_is(clause, noun - 1, TYPE(PARTY)))
        return CLAUSE_NONE;
    const uint32_t end = clause_chunk(clause, noun - 1)->end;
    if (!look_clitic(clause->document, end) ||
        !is_open(clause, end + 1, clause_chunk(clause, noun)->begin, ADJECTIVES_MAX))
        return CLAUSE_NONE;
    const uint32_t when = preposition_of(clause, noun - 1);
    return clause_is(clause, when, TYPE(FOLLOWING) | TYPE(SIDELINE)) ? when : CLAUSE_NONE;
}

static uint32_t preposition_told(const struct clause *clause, uint32_t index)
{
    const uint32_t own = preposition_of(clause, index);
    if (own != CLAUSE_NONE || !clause_is(clause, index, TYPE(NOUN)))
        return own;
    const uint32_t owner = before_owner(clause, index);
    return owner == CLAUSE_NONE ? shared_by_and(clause, index) : owner;
}

uint32_t clause_preposition(const struct clause *clause, uint32_t index)
{
    if (!clause->answers || index >= clause->chunks.count)
        return preposition_told(clause, index);
    uint32_t *known = &clause->answers[index].preposition;
    if (*known == CLAUSE_UNASKED)
        *known = preposition_told(clause, index);
    return *known;
}

/* "entre le collectif des lacs et | B": whether "between" governs the party, with somebody before
 * it whom no list has. */
static bool is_between_unread(const struct clause *clause, uint32_t index)
{
    uint32_t i = index;
    if (i == 0 || !clause_is(clause, i, TYPE(PARTY)) || !clause_is(clause, --i, TYPE(AND)))
        return false;
    while (i > 0 && clause_is(clause, i - 1, TYPE(OF)))
        i--;
    return i > 0 && clause_is(clause, i - 1, TYPE(BETWEEN));
}

/* "from eight NATO | nations": a group right behind a party is the head of one phrase with it. */
static bool is_headed(const struct clause *clause, uint32_t index)
{
    return clause_is(clause, index, TYPE(PARTY)) && clause_is(clause, index - 1, TYPE(PARTY)) &&
           clause_chunk(clause, index - 1)->end == clause_chunk(clause, index)->begin &&
           !document_is(clause->document, clause_chunk(clause, index)->begin, CLASS(DETERMINER)) &&
           party_members(clause_chunk(clause, index)->of)->at[0]->type == PARTY_GROUP;
}

static uint64_t governor_told(const struct clause *clause, uint32_t index)
{
    const struct document *document = clause->document;
    const struct chunk *chunk = clause_chunk(clause, index);
    /* Contracted articles ("du", "aux") are inside the chunk that they govern. */
    const uint64_t contracted = document_is(document, chunk->begin, CLASS(DETERMINER))
                                    ? token_governor(document, chunk->begin)
                                    : 0;
    if (is_some_noun(clause, index))
        return 0;
    if (index > 0 && clause_is(clause, index - 1, TYPE(NOUN)) &&
        clause_is(clause, index, TYPE(PARTY)) && party_hyphened(document, chunk->begin))
        return TYPE(OF); /* "les pourparlers russo-turcs", "la rencontre A-B" */
    if (index > 0 && is_headed(clause, index))
        return clause_governor(clause, index - 1);
    const uint32_t preposition = clause_preposition(clause, index);
    const uint64_t before =
        preposition == CLAUSE_NONE ? 0 : UINT64_C(1) << clause_chunk(clause, preposition)->type;
    if (!before && is_between_unread(clause, index))
        return TYPE(BETWEEN);
    if (contracted == TYPE(OF) && (before || is_some(clause, index)))
        return before; /* "avec des élus" */
    return contracted ? contracted : before;
}

uint64_t clause_governor(const struct clause *clause, uint32_t index)
{
    if (!clause->answers || index >= clause->chunks.count)
        return governor_told(clause, index);
    uint64_t *known = &clause->answers[index].governor;
    if (*known == CLAUSE_UNASKED)
        *known = governor_told(clause, index);
    return *known;
}
