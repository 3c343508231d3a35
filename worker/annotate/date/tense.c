#include "annotate/date/date.h"
#include "annotate/look.h"
#include "annotate/verb.h"

static enum date_direction direction_of(const struct verb *verb)
{
    if (verb->modality == MODALITY_DUE)
        return DIRECTION_FUTURE;
    switch (verb->tense) {
    case TENSE_PAST:
    case TENSE_PP:
    case TENSE_PERF:
        return DIRECTION_PAST;
    case TENSE_FUT:
    case TENSE_COND:
        return DIRECTION_FUTURE;
    default:
        return DIRECTION_NEAREST;
    }
}

static const struct verb *verb_at(const struct document *document, uint32_t token)
{
    const struct annotation *verb = look_at(document, token, ANNOTATION_VERB);
    return verb ? verb->detail : NULL;
}

enum date_direction date_tense(const struct document *document, const struct annotation *date)
{
    for (uint32_t token = date->begin; token > 0 && !look_flag(document, token, TOKEN_SENTENCE);
         token--) {
        const struct verb *verb = verb_at(document, token - 1);
        if (verb)
            return direction_of(verb);
    }
    const bool opens = look_flag(document, date->begin, TOKEN_SENTENCE);
    bool comma = false; /* "no talks on Friday, the ministry said": not of what is said */
    for (uint32_t token = date->end;
         token < document->tokens.count && !look_flag(document, token, TOKEN_SENTENCE); token++) {
        const struct verb *verb = verb_at(document, token);
        comma |= !opens && look_mark(document, token, ',');
        if (verb && !(comma && verb->word && verb->word->kind == LEXICON_SPEECHVERB))
            return direction_of(verb);
    }
    return DIRECTION_NEAREST;
}

bool date_of_rise(const struct document *document, uint32_t token)
{
    enum { RISE_MAX = 3 };
    while (token > 0 && document_is(document, token - 1, CLASS(AT) | CLASS(DETERMINER)))
        token--;
    for (uint32_t back = 1; back <= RISE_MAX && token > back; back++) {
        const struct annotation *rise = look_at(document, token - back, LEXICON_CAPACITY);
        if (rise && rise->end == token)
            return look_mark(document, token - back - 1, ',');
    }
    return false;
}
