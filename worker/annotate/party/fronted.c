#include "annotate/party/fronted.h"

#include "annotate/look.h"
#include "annotate/verb.h"

static bool is_finite(const struct verb *verb)
{
    return verb->tense != TENSE_INF && verb->tense != TENSE_PERF && verb->tense != TENSE_PP &&
           verb->tense != TENSE_GER;
}

/* "Après une réunion avec | des élus": whether the phrase in which the party at token stands opens
 * its sentence with a preposition and has no finite verb. */
static bool is_fronted(const struct reader *reader, uint32_t token)
{
    const struct document *document = reader->document;
    static const uint16_t openers[] = {LEXICON_FOLLOWING, LEXICON_SIDELINE, LEXICON_HOST, 0};
    uint32_t t = token;
    for (; t > 0 && !look_flag(document, t, TOKEN_SENTENCE); t--) {
        const struct annotation *words = look_at(document, t - 1, ANNOTATION_VERB);
        const struct verb *verb = words ? words->detail : NULL;
        if (verb && is_finite(verb) && !look_at(document, t - 1, LEXICON_MEETNOUN))
            return false;
    }
    const struct annotation *day = look_at(document, t, ANNOTATION_DATE);
    if (day && look_mark(document, day->end, ','))
        t = day->end + 1; /* "Mardi, lors d'une réunion" */
    const uint64_t prepositions = CLASS(AT) | CLASS(FROM) | CLASS(ABOUT);
    if (t >= token || !(look_kinds(document, t, openers) || document_is(document, t, prepositions)))
        return false; /* "For the union, A, B and C were present" */
    while (t < token && !look_mark(document, t, ','))
        t++;
    return t == token; /* "À Lyon, A, B et C ont" */
}

bool reader_verb(const struct reader *reader, uint32_t token)
{
    const struct annotation *words = reader_look(reader, token, ANNOTATION_VERB);
    return words ? is_finite(words->detail) : reader_look(reader, token, LEXICON_AUX) != NULL;
}

bool reader_fronts(const struct reader *reader, uint32_t token)
{
    if (!reader_comma(reader, token) || !is_fronted(reader, reader->party.begin))
        return false;
    uint32_t t = reader_skip(reader, token + 1, READER_ARTICLES);
    const struct annotation *role = reader_look(reader, t, ANNOTATION_ROLE);
    t = role ? role->end : t;
    const struct annotation *honorific = reader_look(reader, t, LEXICON_HONORIFIC);
    t = honorific ? honorific->end : t;
    const struct annotation *name = reader_look(reader, t, ANNOTATION_NAME);
    t = name ? name->end : reader->end;
    while (t < reader->end && !look_flag(reader->document, t, TOKEN_PUNCT) &&
           !reader_verb(reader, t))
        t++; /* "President X of Greece will" */
    return t < reader->end && reader_verb(reader, t);
}

unsigned reader_fronted(const struct reader *reader, struct party *const *members, unsigned count,
                        uint32_t end)
{
    unsigned group = 1;
    while (group < count && !reader_comma(reader, members[group - 1]->end))
        group++;
    const bool parts = group < count && !members[0]->weak && reader_verb(reader, end) &&
                       is_fronted(reader, members[0]->begin);
    return parts ? group : count;
}
