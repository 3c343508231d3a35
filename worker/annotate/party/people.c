#include "annotate/look.h"
#include "annotate/name/name.h"
#include "annotate/party/read.h"

/*
 * Peoples that stand for their states: "the French and the Germans", or that share the word for
 * who comes of them: "Saudi and Kenyan officials", "Saudi and UN officials"; other words that share
 * it: "state and local officials".
 */

/* The word for a people at token, written as a noun, or NULL. */
static const struct annotation *people_at(const struct reader *reader, uint32_t token)
{
    const struct annotation *demonym = reader_look(reader, token, LEXICON_DEMONYM);
    return demonym && look_flag(reader->document, token, TOKEN_CAPITAL) &&
                   !(demonym->end < reader->end &&
                     look_flag(reader->document, demonym->end, TOKEN_HYPHEN))
               ? demonym
               : NULL;
}

/* Whether nothing at token can be what the people's name only describes: "French and German
 * carmakers". */
static bool ends_people(const struct reader *reader, uint32_t token)
{
    const uint64_t ends = CLASS(AT) | CLASS(TO) | CLASS(ADVERB) | CLASS(ABOUT) | CLASS(REFLEXIVE);
    return token >= reader->end || look_flag(reader->document, token, TOKEN_PUNCT) ||
           reader_is(reader, token, ends) || reader_look(reader, token, ANNOTATION_VERB) ||
           reader_look(reader, token, LEXICON_AUX) || reader_look(reader, token, ANNOTATION_DATE);
}

/* The people joined by "and" to the one that ends before token, or NULL. */
static const struct annotation *people_beside(const struct reader *reader, uint32_t token)
{
    if (token >= reader->end || !reader_is(reader, token, CLASS(AND)))
        return NULL;
    const struct annotation *people =
        people_at(reader, reader_skip(reader, token + 1, READER_ARTICLES));
    return people && ends_people(reader, people->end) ? people : NULL;
}

/* Whether another people stands before "and the", which ends at token. */
static bool people_precedes(const struct reader *reader, uint32_t token)
{
    const struct document *document = reader->document;
    while (token > 0 && document_is(document, token - 1, READER_ARTICLES))
        token--;
    return token > 1 && document_is(document, token - 1, CLASS(AND)) &&
           look_at(document, token - 2, LEXICON_DEMONYM) &&
           look_flag(document, token - 2, TOKEN_CAPITAL);
}

/* Where the people, the state or the body at token ends, or token. */
static uint32_t sharer_end(const struct reader *reader, uint32_t token)
{
    static const uint16_t kinds[] = {LEXICON_ORGANIZATION, ANNOTATION_ORG, LEXICON_COUNTRY};
    const struct annotation *people = people_at(reader, token);
    uint32_t end = people ? people->end : token;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        const struct annotation *body = reader_look(reader, token, kinds[i]);
        end = body && body->end > end ? body->end : end;
    }
    return end;
}

/* The word for the group that the people shares with those behind it: "Saudi, Omani and Arab
 * League officials"; or NULL. */
static const struct annotation *group_shared(const struct reader *reader,
                                             const struct annotation *people)
{
    bool last = false;
    uint32_t end = people->end;
    while (end && !last) {
        uint32_t t = end + reader_comma(reader, end);
        last = reader_is(reader, t, CLASS(AND));
        t += last;
        const uint32_t next = t > end ? sharer_end(reader, t) : t;
        end = next > t ? next : 0;
    }
    const struct annotation *noun = end ? reader_look(reader, end, LEXICON_DELEGATION) : NULL;
    if (end && !noun)
        noun = reader_look(reader, end, LEXICON_GROUPNOUN);
    return noun && noun->tag == TAG_PLUR ? noun : NULL;
}

/* "Saudi" in "Saudi and Kenyan officials". */
static void read_sharing(struct reader *reader, const struct annotation *people,
                         const struct annotation *noun)
{
    reader_state(reader, people, false);
    reader->party.plural = true;
    reader->party.delegation = noun->kind == LEXICON_DELEGATION;
    reader->party.rank = look_lexeme(reader->document, noun)->rank;
    if (!reader->party.delegation && reader->party.rank != RANK_ENVOY)
        reader->party.type = PARTY_GROUP;
}

bool reader_people(struct reader *reader, uint32_t token)
{
    const struct annotation *people = token < reader->end ? people_at(reader, token) : NULL;
    const struct annotation *shared = people ? group_shared(reader, people) : NULL;
    if (shared) {
        read_sharing(reader, people, shared);
        return true;
    }
    if (!people || !(people_beside(reader, people->end) ||
                     (people_precedes(reader, token) && ends_people(reader, people->end))))
        return false;
    reader_state(reader, people, false);
    reader->party.plural = true;
    return true;
}

/* Whether the word at token can be one of those that share the word for a group: nobody by himself.
 */
static bool can_share(const struct reader *reader, uint32_t token)
{
    static const uint16_t others[] = {ANNOTATION_NAME,   ANNOTATION_ROLE,      ANNOTATION_ORG,
                                      ANNOTATION_VERB,   ANNOTATION_DATE,      LEXICON_COUNTRY,
                                      LEXICON_DEMONYM,   LEXICON_ORGANIZATION, LEXICON_INSTITUTION,
                                      LEXICON_HONORIFIC, LEXICON_MEETNOUN,     LEXICON_WITH,
                                      LEXICON_AUX,       LEXICON_ACCOMPANIED,  LEXICON_REGION,
                                      LEXICON_BETWEEN,   LEXICON_FOLLOWING,    0};
    const uint64_t never = CLASS(OF) | CLASS(AT) | CLASS(TO) | CLASS(FROM) | CLASS(BY) |
                           CLASS(ABOUT) | CLASS(RELATIVE) | CLASS(PRONOUN) | CLASS(SUBORDINATOR) |
                           CLASS(NEGATION) | CLASS(ADVERB) | READER_ARTICLES;
    return look_flag(reader->document, token, TOKEN_WORD) && !reader_is(reader, token, never) &&
           !reader_look(reader, token, LEXICON_BETWEEN) &&
           !look_kinds(reader->document, token, others);
}

/* The word for a group at token, or at the end of a title of several there: "local officials". */
static const struct annotation *noun_at(const struct reader *reader, uint32_t token)
{
    const struct annotation *role = reader_look(reader, token, ANNOTATION_ROLE);
    const uint32_t end = role ? role->end : token + 1;
    for (uint32_t t = token; t < end; t++) {
        const struct annotation *noun = reader_look(reader, t, LEXICON_GROUPNOUN);
        if (noun && noun->tag == TAG_PLUR && noun->end >= end)
            return noun;
    }
    return NULL;
}

bool reader_joined(struct reader *reader, uint32_t token)
{
    enum { WORDS_MAX = 9 };
    bool joined = false;
    for (uint32_t t = token; t < reader->end && t - token < WORDS_MAX; t++) {
        const struct annotation *noun = joined ? noun_at(reader, t) : NULL;
        if (noun) {
            reader->party = (struct party){.begin = token};
            return reader_group(reader, noun);
        }
        const bool also = reader_is(reader, t, CLASS(AND));
        if ((also && joined) || (!also && !reader_comma(reader, t) && !can_share(reader, t)))
            return false;
        joined |= also && t > token;
    }
    return false;
}

bool reader_named_group(struct reader *reader, const struct annotation *noun)
{
    const struct annotation *first = noun->kind == LEXICON_GROUPNOUN && noun->tag == TAG_PLUR
                                         ? reader_look(reader, noun->end, ANNOTATION_NAME)
                                         : NULL;
    const struct name *name = first ? first->detail : NULL;
    if (!name || !name->given || name->words < 2 || !reader_personal(first))
        return false;
    reader_name(reader, first);
    return true;
}
