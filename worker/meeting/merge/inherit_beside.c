#include <string.h>

#include "annotate/lexis.h"
#include "annotate/place/spot.h"
#include "meeting/merge/compare.h"
#include "meeting/merge/inherit.h"

/*
 * The day of a visit that is over and tells none: that of a meeting which the visitor had on it,
 * told right beside it; and those of what is done on a journey that is told by its month.
 */

/* Whether the talks were held on one day that is known. */
static bool is_dated(const struct occasion *talks)
{
    return talks->status == STATUS_HELD && kind_is_generic(talks->kind) &&
           iso_is_day(&talks->when.start) && !talks->when.end.text[0];
}

/* "a one-day visit": all that is done on it is done then. */
bool occasion_of_one_day(const struct occasion *visit)
{
    for (unsigned i = 0; i < visit->mention_count; i++) {
        if (visit->mentions[i]->days == 1)
            return true;
    }
    return false;
}

static bool is_right_beside(const struct occasion *visit, const struct occasion *talks)
{
    const uint32_t here = visit->mentions[0]->sentence, there = talks->mentions[0]->sentence;
    const bool onward = here == there && visit->mentions[0]->verb && /* "After meeting A, B flew" */
                        talks->mentions[0]->trigger.begin < visit->mentions[0]->trigger.begin;
    return here <= there + 1 && there <= here + 1 && !onward;
}

/* What else the visitor does there is done on the visit's one day. */
static void share_day(const struct story *story, struct occasion_list *occasions,
                      const struct occasion *visit)
{
    for (uint32_t k = 0; k < occasions->count; k++) {
        struct occasion *talks = occasions->at[k];
        if (kind_is_generic(talks->kind) && talks->status == STATUS_HELD &&
            !occasion_tells_day(talks) && occasion_has_visitor(story, talks, visit))
            take_start(&talks->when, &visit->when);
    }
}

/* Whether the two are told to be in different states. */
static bool is_elsewhere(const struct document *document, const struct occasion *talks,
                         const struct occasion *visit)
{
    const struct spot *here = talks->placed ? talks->placed->place->detail : NULL;
    const struct spot *there = visit->placed ? visit->placed->place->detail : NULL;
    return states_differ(document, here, there);
}

/* "A will visit Peru from 5 to 8 May. On Wednesday, she will meet B": a weekday told behind the
 * days of a journey to come is one of them. */
static void put_within(const struct story *story, const struct occasion *visit,
                       struct occasion *talks)
{
    enum { WEEK = 7 };
    const struct annotation *words = talks->when.start_words;
    const struct date *date = words ? words->detail : NULL;
    if (visit->status != STATUS_SCHEDULED || talks->status != STATUS_SCHEDULED ||
        !kind_is_generic(talks->kind) || !visit->when.end.text[0] || !visit->when.start_words ||
        !date || !date_is_weekday(date) || date_is_range(date) ||
        words->begin < visit->when.start_words->begin ||
        !occasion_has_visitor(story, talks, visit) || is_elsewhere(story->document, talks, visit))
        return;
    const int32_t ahead = iso_days(&talks->when.start, &visit->when.start);
    const struct iso_date day = iso_add(&talks->when.start, (ahead + WEEK - 1) / WEEK * WEEK);
    if (ahead > 0 && strcmp(day.text, visit->when.end.text) <= 0)
        talks->when.start = day;
}

void weekdays_of_visits(const struct story *story, struct occasion_list *occasions)
{
    for (uint32_t i = 0; i < occasions->count; i++) {
        for (uint32_t k = 0; k < occasions->count && occasions->at[i]->kind == KIND_VISIT; k++)
            put_within(story, occasions->at[i], occasions->at[k]);
    }
}

void days_of_visits(const struct story *story, struct occasion_list *occasions)
{
    for (uint32_t i = 0; i < occasions->count; i++) {
        struct occasion *visit = occasions->at[i];
        for (uint32_t k = 0; k < occasions->count; k++) {
            const struct occasion *talks = occasions->at[k];
            const bool short_one = occasion_of_one_day(visit);
            if (visit->kind != KIND_VISIT || occasion_tells_day(visit) ||
                !(visit->status == STATUS_HELD || (short_one && status_has_begun(visit->status))))
                break;
            if (!is_dated(talks) || !(short_one || is_right_beside(visit, talks)) ||
                !occasion_has_visitor(story, talks, visit))
                continue;
            take_start(&visit->when, &talks->when);
        }
        if (visit->kind == KIND_VISIT && occasion_of_one_day(visit) &&
            iso_is_day(&visit->when.start))
            share_day(story, occasions, visit);
    }
}

bool visit_stops_at(const struct story *story, const struct occasion *tour,
                    const struct occasion *talks)
{
    const struct spot *spot = tour->placed ? tour->placed->place->detail : NULL;
    return !(spot && spot->country[0]) && kind_is_generic(talks->kind) &&
           talks->status == STATUS_SCHEDULED && tour->status == STATUS_SCHEDULED &&
           tour->when.start.text[0] && !tour->when.end.text[0] && !iso_is_day(&tour->when.start) &&
           occasion_has_visitor(story, talks, tour);
}

bool visit_only_begun(const struct occasion *visit)
{
    for (unsigned i = 0; i < visit->mention_count; i++) {
        if (visit->mentions[i]->opening && !visit->mentions[i]->verb)
            return true;
    }
    return false;
}

bool visit_only_ended(const struct occasion *visit)
{
    for (unsigned i = 0; i < visit->mention_count; i++) {
        const struct mention *mention = visit->mentions[i];
        if (mention->until && mention->until == visit->when.start_words)
            return true;
    }
    return false;
}
