#include <string.h>

#include "meeting/merge/inherit.h"
#include "meeting/merge/when.h"

/*
 * "A a reporté sa visite à Oslo. Il devait y rencontrer B": what was to be on a visit that is put
 * off or called off, is so too, and was to be where the visit would have gone.
 */

static bool is_off(const struct occasion *occasion)
{
    return occasion->kind == KIND_VISIT &&
           (occasion->status == STATUS_POSTPONED || occasion->status == STATUS_CANCELLED);
}

static bool was_planned(const struct story *story, const struct occasion *occasion)
{
    return occasion->kind != KIND_VISIT && occasion->kind != KIND_CALL &&
           (occasion->status == STATUS_SCHEDULED || occasion->status == STATUS_HELD) &&
           mention_is_bygone_plan(story, occasion->status_from);
}

/* Whether it is told to be where the visit does not go, or on a day though the visit is only put
 * off. */
static bool is_apart(const struct occasion *planned, const struct occasion *visit)
{
    const struct spot *here = planned->placed ? planned->placed->place->detail : NULL;
    const struct spot *goal = visit->placed ? visit->placed->place->detail : NULL;
    const bool dated = planned->when.start.text[0] != '\0';
    return (dated && visit->status == STATUS_POSTPONED) ||
           (here && goal && strcmp(here->country, goal->country) != 0);
}

void fates_inherit(const struct story *story, struct occasion_list *occasions)
{
    for (uint32_t i = 0; i < occasions->count; i++) {
        struct occasion *planned = occasions->at[i];
        for (uint32_t k = 0; k < occasions->count && was_planned(story, planned); k++) {
            const struct occasion *visit = occasions->at[k];
            if (!is_off(visit) || is_apart(planned, visit) ||
                !occasion_has_visitor(story, planned, visit))
                continue;
            planned->status = visit->status;
            planned->status_from = visit->status_from;
            if (!planned->placed)
                planned->placed = visit->placed;
        }
    }
}

/* "A met B today on the margins of the forum": whether one of those who met at its side did so on
 * the day of the story. */
static bool has_talks_today(const struct story *story, const struct occasion_list *occasions,
                            const struct occasion *gathering)
{
    const struct iso_date today = day_iso(story->reference.day);
    for (unsigned i = 0; i < gathering->relation_count; i++) {
        const struct occasion *talks = occasions->at[gathering->relations[i].occasion];
        const bool today_held = talks->status == STATUS_HELD && talks->when.start.text[0] &&
                                strcmp(talks->when.start.text, today.text) == 0;
        if (gathering->relations[i].type == RELATION_SUPER_EVENT &&
            (today_held || talks->status == STATUS_ONGOING)) /* "are meeting in its margins" */
            return true;
    }
    return false;
}

/* "met B today during his visit": whoever met somebody on it on the day of the story has not left,
 * if nobody tells that he has. */
static bool is_stay(const struct story *story, const struct occasion *visit)
{
    const struct iso_date today = day_iso(story->reference.day);
    const struct mention *from = visit->status_from;
    for (unsigned i = 0; i < visit->mention_count; i++) {
        if (visit->mentions[i]->closed)
            return false;
    }
    return visit->kind == KIND_VISIT && visit->status == STATUS_HELD && !from->verb &&
           (!from->status_told || from->during) && !visit->when.end.text[0] &&
           strcmp(visit->when.start.text, today.text) == 0;
}

void courses_inherit(const struct story *story, struct occasion_list *occasions)
{
    for (uint32_t i = 0; i < occasions->count && story->reference.day.day; i++) {
        struct occasion *gathering = occasions->at[i];
        const bool attended =
            kind_is_gathering(gathering->kind) && gathering->status == STATUS_HELD &&
            !gathering->status_from->status_told && !gathering->when.start.text[0] &&
            !gathering->when.end.text[0] && has_talks_today(story, occasions, gathering);
        if (attended || is_stay(story, gathering))
            gathering->status = STATUS_ONGOING;
    }
}
