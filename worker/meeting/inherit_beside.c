#include "annotate/lexis.h"
#include "meeting/inherit.h"

/*
 * The day of a visit that is over and tells none: that of a meeting which the visitor had on it,
 * told right beside it.
 */

/* Whether the talks were held on one day that is known. */
static bool is_dated(const struct occasion *talks)
{
    return talks->status == STATUS_HELD && kind_is_generic(talks->kind) &&
           iso_is_day(&talks->when.start) && !talks->when.end.text[0];
}

static bool is_right_beside(const struct occasion *visit, const struct occasion *talks)
{
    const uint32_t here = visit->mentions[0]->sentence, there = talks->mentions[0]->sentence;
    const bool onward = here == there && visit->mentions[0]->verb && /* "After meeting A, B flew" */
                        talks->mentions[0]->trigger.begin < visit->mentions[0]->trigger.begin;
    return here <= there + 1 && there <= here + 1 && !onward;
}

void days_of_visits(const struct story *story, struct occasion_list *occasions)
{
    for (uint32_t i = 0; i < occasions->count; i++) {
        struct occasion *visit = occasions->at[i];
        for (uint32_t k = 0; k < occasions->count; k++) {
            const struct occasion *talks = occasions->at[k];
            if (visit->kind != KIND_VISIT || visit->status != STATUS_HELD ||
                occasion_tells_day(visit))
                break;
            if (!is_dated(talks) || !is_right_beside(visit, talks) ||
                !occasion_has_visitor(story, talks, visit))
                continue;
            visit->when.start = talks->when.start;
            visit->when.basis = talks->when.basis;
            visit->when.start_words = talks->when.start_words;
        }
    }
}
