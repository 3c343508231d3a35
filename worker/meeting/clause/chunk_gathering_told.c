#include "annotate/look.h"
#include "annotate/verb.h"
#include "meeting/clause/chunk_gathering.h"

/* What is said of a name that makes it that of a gathering. */

bool gathering_told(const struct document *document, uint32_t token)
{
    token += document_is(document, token, CLASS(MEETADJECTIVE)); /* "coopération | bilatérale" */
    const struct annotation *verb = look_at(document, token, ANNOTATION_VERB);
    const struct verb *detail = verb ? verb->detail : NULL;
    const struct annotation *word =
        detail ? verb_reading(document, detail, LEXICON_EVENTVERB) : NULL;
    const enum sense sense = word ? look_lexeme(document, word)->sense : SENSE_NONE;
    if (detail && !detail->passive && !detail->reflexive &&
        document_is(document, verb->end, CLASS(DETERMINER) | CLASS(POSSESSIVE)) &&
        !look_at(document, verb->end + 1, ANNOTATION_DATE)) /* "a eu lieu le 4 mars" */
        return false;        /* "the Convention ended its meeting": who acts */
    if (sense == SENSE_PLAN) /* "is scheduled for June", not "planned to protest" */
        return document_is(document, verb->end, CLASS(ABOUT) | CLASS(AT)) ||
               look_at(document, verb->end, ANNOTATION_DATE) ||
               (document_is(document, verb->end, CLASS(FROM) | CLASS(DETERMINER)) &&
                look_at(document, verb->end + 1, ANNOTATION_DATE));
    return sense == SENSE_HOLD || sense == SENSE_OPEN || sense == SENSE_CLOSE ||
           sense == SENSE_POSTPONE || sense == SENSE_CANCEL || sense == SENSE_MOVE;
}

/* "the Youth Forum, an annual gathering,": whether what stands behind the comma calls it one. */
static bool is_called_gathering(const struct document *document, uint32_t comma)
{
    enum { WORDS_MAX = 2 };
    const uint32_t begin = comma + 1 + document_is(document, comma + 1, CLASS(DETERMINER));
    for (uint32_t t = begin; t <= begin + WORDS_MAX && look_flag(document, t, TOKEN_WORD); t++) {
        if (document_is(document, t, CLASS(STANDIN)) || look_at(document, t, LEXICON_MEETNOUN))
            return true;
        if (look_flag(document, t, TOKEN_CAPITAL) || document_is(document, t, CLASS(OF)))
            break;
    }
    return false;
}

/* "the Youth Forum, an idea of the mayor's, was put off": whether it is told behind an aside. */
static bool is_told_behind(const struct document *document, uint32_t comma)
{
    enum { WORDS_MAX = 12 };
    for (uint32_t t = comma + 1; t <= comma + WORDS_MAX && !look_flag(document, t, TOKEN_SENTENCE);
         t++) {
        if (look_mark(document, t, ','))
            return gathering_told(document, t + 1);
    }
    return false;
}

bool gathering_told_beside(const struct document *document, uint32_t comma)
{
    if (!look_mark(document, comma, ','))
        return false;
    if (is_called_gathering(document, comma) || is_told_behind(document, comma))
        return true;
    const bool relative = document_is(document, comma + 1, CLASS(RELATIVE));
    uint32_t begin = comma + 1 + relative;
    begin += document_is(document, begin, CLASS(ADVERB)); /* "originally due to" */
    const struct annotation *verb = look_at(document, begin, ANNOTATION_VERB);
    const struct verb *detail = verb ? verb->detail : NULL;
    const bool participle = detail && (detail->tense == TENSE_PP || detail->tense == TENSE_PAST ||
                                       detail->modality == MODALITY_DUE ||
                                       (detail->tense == TENSE_INF && detail->passive));
    return detail && (relative || participle) && gathering_told(document, begin);
}
