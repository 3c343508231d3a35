#include "annotate/date/tense.h"
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

/* The date counts from another one. */
static void count_from(struct document *document, struct annotation *words,
                       const struct date *anchor)
{
    struct date *date = ARENA_ARRAY(document->arena, struct date, 1);
    if (!date) {
        document->memory_out = true;
        return;
    }
    *date = *(const struct date *)words->detail;
    date->anchor = anchor;
    date->span |= !anchor && date_tense(document, words) == DIRECTION_PAST;
    words->detail = date;
}

/* "leaves on Thursday", "the next one is on 12 April", "met the candidates for the vote of 12
 * April": whether the day has yet to come. */
static bool is_ahead(const struct document *document, const struct annotation *words,
                     const struct reference *reference)
{
    enum { DAYS_NEAR = 60 };
    const struct date *date = words->detail;
    const struct day day = date_start(date, reference, DIRECTION_NEAREST);
    const enum date_direction tense = date_tense(document, words);
    const int32_t days = day.day && reference->day.year
                             ? (int32_t)(day_number(day) - day_number(reference->day))
                             : 0;
    const bool near = date->day && date->month && !date->year && days <= DAYS_NEAR;
    return tense == DIRECTION_FUTURE || (days > 0 && (near || tense == DIRECTION_NEAREST));
}

/* Whether any date of the text counts from another one: few do. */
static bool has_anchor(const struct document *document)
{
    const uint64_t bit = KIND_BIT(ANNOTATION_DATE);
    const uint32_t end = (uint32_t)document->tokens.count;
    for (uint32_t t = look_next(document, 0, end, bit); t < end;
         t = look_next(document, t + 1, end, bit)) {
        for (const struct annotation *a = document->first[t]; a; a = a->next) {
            if (a->kind == ANNOTATION_DATE && ((const struct date *)a->detail)->anchor)
                return true;
        }
    }
    return false;
}

/* "Mardi, il a plu. Le ministre arrivera dans la soirée", "Le sommet s'ouvre mardi. Il est arrivé
 * dans la soirée": whether a part of a day is on another side of today than the day told before it.
 */
static bool is_other_side(const struct date *date, enum date_direction tense,
                          const struct date *ahead)
{
    return date->unit == 'd' && date->offset == 0 &&
           tense == (date->anchor == ahead ? DIRECTION_PAST : DIRECTION_FUTURE);
}

int date_anchor_past(struct document *document, const struct reference *reference)
{
    const struct date *day = NULL, *ahead = NULL; /* the last that is not to come, that is */
    const uint64_t bit = KIND_BIT(ANNOTATION_DATE);
    const uint32_t end = has_anchor(document) ? (uint32_t)document->tokens.count : 0;
    enum { SENTENCES_BACK = 2 };
    size_t told = SIZE_MAX, planned = 0; /* the sentence of the last, of the last that is to come */
    for (uint32_t t = look_next(document, 0, end, bit); t < end;
         t = look_next(document, t + 1, end, bit)) {
        for (struct annotation *a = document->first[t]; a; a = a->next) {
            const struct date *date = a->kind == ANNOTATION_DATE ? a->detail : NULL;
            if (!date || a->begin != t)
                continue;
            const enum date_direction tense =
                date->anchor ? date_tense(document, a) : DIRECTION_NEAREST;
            if (date->anchor && date->anchor == ahead && day && tense == DIRECTION_PAST)
                count_from(document, a, day);
            else if (date->anchor && document_sentence(document, t) != told &&
                     is_other_side(date, tense, ahead))
                count_from(document, a, /* what is to come is of then, or of today */
                           ahead && tense == DIRECTION_FUTURE &&
                                   document_sentence(document, t) <= planned + SENTENCES_BACK
                               ? ahead
                               : NULL);
            if (date->anchor || date->span || !date_is_day(date))
                continue;
            told = document_sentence(document, t);
            if (is_ahead(document, a, reference)) {
                ahead = date;
                planned = told;
            } else {
                day = date;
            }
        }
    }
    return document_fault(document);
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
