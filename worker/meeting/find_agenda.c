#include "annotate/look.h"
#include "meeting/find.h"
#include "meeting/find_when.h"

/* Whether the sentence begins with a time of day: "10:30 a.m. The minister meets X". */
static bool is_agenda(const struct finder *finder)
{
    enum { MARKS_MAX = 3 };
    const uint32_t begin = finder->sentence->begin;
    for (uint32_t t = begin; t < finder->sentence->end && t - begin <= MARKS_MAX; t++) {
        if (look_at(finder->document, t, ANNOTATION_TIME))
            return true;
        if (!look_flag(finder->document, t, TOKEN_PUNCT))
            return false;
    }
    return false;
}

/* The day in the headline: whose agenda it is; or NULL. */
static const struct annotation *agenda_day(const struct document *document)
{
    const struct sentence *title = &document->sentences.at[0];
    if (!(title->flags & SENTENCE_TITLE))
        return NULL;
    for (uint32_t t = title->begin; t < title->end; t++) {
        const struct annotation *annotation = look_at(document, t, ANNOTATION_DATE);
        const struct date *date = annotation ? annotation->detail : NULL;
        if (date && date->day && date->month)
            return annotation;
    }
    return NULL;
}

void slot_agenda(const struct finder *finder, struct mention *mention, const struct verb *verb)
{
    const bool now = verb->tense == TENSE_PRES && verb->modality == MODALITY_NONE;
    const bool guessed = mention->status == STATUS_HELD || mention->status == STATUS_ONGOING;
    if (!now || !guessed || mention->date || !is_agenda(finder))
        return;
    mention->agenda = true;
    mention->status = STATUS_SCHEDULED;
    mention->now = false;
    mention->date = agenda_day(finder->document);
}
