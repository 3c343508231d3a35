#include "meeting/inherit.h"

#include <string.h>

#include "annotate/look.h"

static bool can_inherit(const struct occasion *occasion)
{
    return !occasion->placed && occasion->kind != KIND_VISIT && occasion->kind != KIND_CALL &&
           occasion->mode != MODE_PHONE && occasion->mode != MODE_VIDEO &&
           (status_has_begun(occasion->status) || occasion->status == STATUS_SCHEDULED);
}

static bool is_sub_event(const struct occasion *occasion, uint32_t of)
{
    for (unsigned i = 0; i < occasion->relation_count; i++) {
        if (occasion->relations[i].type == RELATION_SUB_EVENT &&
            occasion->relations[i].occasion == of)
            return true;
    }
    return false;
}

/* Whether the occasion's day, if told, can be one of the visit's. */
static bool is_during(const struct when *when, const struct when *visit)
{
    const char *start = when->start.text, *first = visit->start.text, *last = visit->end.text;
    if (!start[0] || !first[0])
        return true;
    return strcmp(start, first) >= 0 && (!last[0] || strcmp(start, last) <= 0);
}

/* Whether the visitor takes part. */
static bool is_of_visitor(const struct story *story, const struct occasion *occasion,
                          const struct occasion *visit)
{
    for (unsigned v = 0; v < visit->party_count; v++) {
        for (unsigned i = 0; i < occasion->party_count; i++) {
            if (visit->parties[v].part == PART_VISITOR &&
                actor_same(story, visit->parties[v].party, occasion->parties[i].party))
                return true;
        }
    }
    return false;
}

/* "After meeting A, B flew to C": not there. */
static bool is_on_the_way(const struct occasion *occasion, const struct occasion *visit)
{
    const struct mention *meeting = occasion->mentions[0], *travel = visit->mentions[0];
    return visit->kind == KIND_VISIT && travel->verb && meeting->sentence == travel->sentence &&
           meeting->trigger.begin < travel->trigger.begin;
}

static bool holds(const struct story *story, const struct occasion_list *occasions, uint32_t inner,
                  uint32_t outer)
{
    const struct occasion *occasion = occasions->at[inner], *around = occasions->at[outer];
    if (inner == outer || !around->placed || is_on_the_way(occasion, around))
        return false;
    if (is_sub_event(occasion, outer) || is_sub_event(around, inner))
        return true;
    const bool together = status_has_begun(around->status) ? occasion->status != STATUS_SCHEDULED ||
                                                                 around->status == STATUS_ONGOING
                                                           : around->status == occasion->status;
    return around->kind == KIND_VISIT && together && is_during(&occasion->when, &around->when) &&
           is_of_visitor(story, occasion, around);
}

/* The town in which the sentence places something, or NULL. */
static const struct annotation *town_in(const struct document *document,
                                        const struct sentence *sentence)
{
    for (uint32_t t = sentence->begin; t < sentence->end; t++) {
        const struct annotation *place = look_at(document, t, ANNOTATION_PLACE);
        const struct spot *spot = place ? place->detail : NULL;
        if (spot && spot->city && (spot->governor & CLASS(AT)))
            return place;
    }
    return NULL;
}

/* The town told in the sentences right before the occasion's first mention. */
static const struct annotation *town_before(const struct document *document,
                                            const struct occasion *occasion)
{
    enum { SENTENCES_BACK = 2 };
    const uint32_t first = occasion->mentions[0]->sentence;
    for (uint32_t back = 0; back <= SENTENCES_BACK && back <= first; back++) {
        const struct annotation *town = town_in(document, &document->sentences.at[first - back]);
        if (town)
            return town;
    }
    return NULL;
}

/* Whether the town is where another occasion is. */
static bool is_taken(const struct occasion_list *occasions, const struct annotation *town)
{
    for (uint32_t i = 0; i < occasions->count; i++) {
        if (occasions->at[i]->placed && occasions->at[i]->placed->place == town)
            return true;
    }
    return false;
}

/* What has no place of its own is where the sentences before it are. */
static void inherit_from_text(const struct story *story, struct occasion_list *occasions,
                              struct occasion *occasion)
{
    const struct annotation *town = town_before(story->document, occasion);
    if (!town || occasion->status == STATUS_SCHEDULED || is_taken(occasions, town))
        return;
    struct mention *carrier = ARENA_ARRAY(story->document->arena, struct mention, 1);
    if (!carrier) {
        story->document->memory_out = true;
        return;
    }
    carrier->place = town;
    occasion->placed = carrier;
}

void places_inherit(const struct story *story, struct occasion_list *occasions)
{
    for (uint32_t i = 0; i < occasions->count; i++) {
        if (!can_inherit(occasions->at[i]))
            continue;
        for (uint32_t k = 0; k < occasions->count && !occasions->at[i]->placed; k++) {
            if (holds(story, occasions, i, k))
                occasions->at[i]->placed = occasions->at[k]->placed;
        }
        if (!occasions->at[i]->placed)
            inherit_from_text(story, occasions, occasions->at[i]);
    }
}
