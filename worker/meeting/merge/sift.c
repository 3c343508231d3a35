#include "meeting/merge/sift.h"

#include "base/fault.h"

enum { LEFT_OUT = UINT16_MAX };

/* The relations to meetings that were kept, by their new places. */
static int sift_relations(struct arena *arena, struct meeting *meeting, const uint16_t *places)
{
    struct relation *kept = ARENA_ROOM(arena, struct relation, meeting->relation_count + 1);
    uint16_t count = 0;
    if (!kept)
        return FAULT_MEMORY;
    for (uint16_t i = 0; i < meeting->relation_count; i++) {
        const struct relation *relation = &meeting->relations[i];
        if (places[relation->meeting] != LEFT_OUT)
            kept[count++] = (struct relation){relation->type, places[relation->meeting]};
    }
    meeting->relations = kept;
    meeting->relation_count = count;
    return 0;
}

/* Whether the headline tells it. */
static bool is_headline(const struct meeting *meeting)
{
    for (unsigned i = 0; i < meeting->evidence_count; i++) {
        if (meeting->evidence[i].field == EVIDENCE_KIND)
            return meeting->evidence[i].source == SOURCE_TITLE;
    }
    return false;
}

/* Whether it tells two who met, or one and when, where or under what name: "he will meet officials"
 * is hardly ever an occasion that readers would count, unless the headline tells it, or it is the
 * visit of somebody by name; "the senators will meet A", "nurses want talks with A" is one. */
static bool is_told(const struct meeting *meeting)
{
    unsigned known = 0, named = 0, states = 0, groups = 0, leaders = 0;
    for (unsigned i = 0; i < meeting->participant_count; i++) {
        const struct participant *participant = &meeting->participants[i];
        known += participant->type != PARTY_GROUP;
        groups += participant->type == PARTY_GROUP;
        leaders += participant->type == PARTY_GROUP && participant->rank != RANK_NONE;
        named += participant->type == PARTY_PERSON && participant->name.len > 0;
        states += participant->type == PARTY_COUNTRY;
    }
    if (meeting->kind == KIND_CALL && meeting->mode == MODE_PHONE && known + leaders == 0)
        return false; /* "officers answered a call on Monday" */
    const bool guests =
        meeting->participant_count > 1 && meeting->participants[0].type == PARTY_GROUP;
    const bool met = (meeting->status == STATUS_HELD || guests) && named + states > 0 && groups > 0;
    return known > 1 || met || (meeting->kind == KIND_VISIT && named > 0) ||
           meeting->start.text[0] || meeting->end.text[0] || meeting->place.told ||
           meeting->name.len > 0 || is_headline(meeting);
}

int sift_meetings(struct arena *arena, const struct meetings *all, unsigned hundredths,
                  struct meetings *ret_kept)
{
    struct meeting *kept = ARENA_ROOM(arena, struct meeting, all->count + 1);
    uint16_t *places = ARENA_ROOM(arena, uint16_t, all->count + 1);
    size_t count = 0;
    if (!kept || !places)
        return FAULT_MEMORY;
    for (size_t i = 0; i < all->count; i++) {
        const bool sure = is_told(&all->at[i]) && all->at[i].confidence * 100 >= (float)hundredths;
        places[i] = sure ? (uint16_t)count : LEFT_OUT;
        if (sure)
            kept[count++] = all->at[i];
    }
    for (size_t i = 0; i < count; i++) {
        const int fault = sift_relations(arena, &kept[i], places);
        if (fault)
            return fault;
    }
    *ret_kept = (struct meetings){kept, count};
    return 0;
}
