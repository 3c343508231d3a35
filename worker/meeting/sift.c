#include "meeting/sift.h"

#include "base/fault.h"

enum { LEFT_OUT = UINT16_MAX };

/* The relations to meetings that were kept, by their new places. */
static int sift_relations(struct arena *arena, struct meeting *meeting, const uint16_t *places)
{
    struct relation *kept = ARENA_ARRAY(arena, struct relation, meeting->relation_count + 1);
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

int sift_meetings(struct arena *arena, const struct meetings *all, unsigned hundredths,
                  struct meetings *ret_kept)
{
    struct meeting *kept = ARENA_ARRAY(arena, struct meeting, all->count + 1);
    uint16_t *places = ARENA_ARRAY(arena, uint16_t, all->count + 1);
    size_t count = 0;
    if (!kept || !places)
        return FAULT_MEMORY;
    for (size_t i = 0; i < all->count; i++) {
        const bool sure = all->at[i].confidence * 100 >= (float)hundredths;
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
