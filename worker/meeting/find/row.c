#include "meeting/find/row.h"
#include "annotate/look.h"
#include "meeting/mention/occasion.h"

/*
 * "attended the River Forum, the Peace Summit and the Lima Congress on Monday": gatherings in a row
 * are as many, and the day told once is that of all.
 */

/* Where the words begin by which the mention calls its gathering, articles and all. */
static uint32_t phrase_begin(const struct document *document, const struct mention *mention)
{
    const uint64_t small =
        CLASS(DETERMINER) | CLASS(AT) | CLASS(TO) | CLASS(OF) | CLASS(MEETADJECTIVE);
    const struct span words = mention->label.words, name = mention->label.name;
    uint32_t begin = mention->trigger.begin;
    if (words.end > words.begin && words.begin < begin)
        begin = words.begin;
    if (name.end > name.begin && name.begin < begin)
        begin = name.begin;
    while (begin > 0 && document_is(document, begin - 1, small))
        begin--;
    return begin;
}

static bool is_named_gathering(const struct mention *mention)
{
    return !mention->verb && kind_is_gathering(mention->kind) && !mention->label.plural &&
           mention->label.name.end > mention->label.name.begin && !mention->sideline;
}

/* Whether nothing is told between the two but where and when the first is. */
static bool is_beside(const struct document *document, const struct mention *first, uint32_t end)
{
    for (uint32_t t = first->trigger.end; t < end; t++) {
        if (document_is(document, t, CLASS(RELATIVE) | CLASS(SUBORDINATOR)) ||
            look_at(document, t, LEXICON_FOLLOWING) || look_at(document, t, LEXICON_SIDELINE))
            return false;
    }
    return !look_within(document, first->trigger.end, end, ANNOTATION_VERB);
}

/* Whether the mention goes on with the row after the one before it; last: it is told to end it. */
static bool goes_on(const struct document *document, const struct mention *before,
                    const struct mention *mention, bool last)
{
    if (!is_named_gathering(before) || !is_named_gathering(mention) || (mention->apposed && last) ||
        before->trigger.begin >= mention->trigger.begin ||
        before->label.name.end >= mention->label.name.begin)
        return false;
    const uint32_t begin = phrase_begin(document, mention);
    const bool joined = document_is(document, begin - 1, CLASS(AND)) ||
                        (!last && look_mark(document, begin - 1, ','));
    return joined && begin > before->trigger.end && is_beside(document, before, begin - 1);
}

/* "on Monday", not "in May": a day tells when all in the row are. */
static bool is_day(const struct annotation *words)
{
    const struct date *date = words ? words->detail : NULL;
    return date && date_is_day(date);
}

/* "the summit and the Lima Forum": whether the place is a part of the name. */
static bool is_in_name(const struct annotation *place, const struct mention *mention)
{
    return place && place->begin >= mention->label.name.begin &&
           place->begin < mention->label.name.end;
}

/* The day or place told before the first or behind the last is that of both; so is how far the
 * first has come. */
static void share(struct mention *before, struct mention *mention)
{
    if (before->status_told && !mention->status_told) {
        mention->status = before->status;
        mention->status_words = before->status_words;
        mention->status_told = true;
    }
    const uint32_t begin = before->trigger.begin, end = mention->trigger.end;
    if (!mention->date && before->date && before->date->begin < begin)
        mention->date = before->date;
    else if (!before->date && is_day(mention->date) && mention->date->begin >= end)
        before->date = mention->date;
    if (is_in_name(before->place, mention))
        before->place = NULL;
    if (!mention->place && before->place && before->place->begin < begin &&
        !is_in_name(before->place, before))
        mention->place = before->place;
    else if (!before->place && mention->place && (!before->date || before->date == mention->date) &&
             (before->kind == mention->kind || (before->date && before->date == mention->date)) &&
             mention->place->begin >= end && !is_in_name(mention->place, mention))
        before->place = mention->place;
}

void find_rows(struct finder *finder)
{
    bool last = true;
    for (uint32_t i = finder->count; i-- > 1;) {
        struct mention *before = finder->mentions[i - 1], *mention = finder->mentions[i];
        mention->in_row = goes_on(finder->document, before, mention, last);
        last = !mention->in_row;
        if (!mention->in_row)
            continue;
        mention->apposed = false;
        share(before, mention);
    }
}
