/* What a rule can begin with. */
#include <string.h>

#include "pack/pattern.h"

const struct signature SIGNATURE_ANYTHING = {UINT64_MAX, UINT64_MAX, UINT64_MAX, UINT64_MAX};

static void opening_add(struct opening *opening, const struct step *step)
{
    if (opening->count == OPENINGS_MAX)
        opening->full = true;
    else
        opening->steps[opening->count++] = step;
}

/* Steps only point forward, so this ends. */
static void opening_walk(const struct step *steps, uint32_t at, struct opening *opening)
{
    while (!opening->seen[at]) {
        const struct step *step = &steps[at];
        opening->seen[at] = true;
        switch (step->code) {
        case STEP_SPLIT:
            opening_walk(steps, at + 1, opening);
            at = step->to;
            break;
        case STEP_JUMP:
            at = step->to;
            break;
        case STEP_LIST:
        case STEP_OPEN:
        case STEP_CLOSE:
        case STEP_COVER:
        case STEP_UNCOVER:
            at++;
            break;
        case STEP_DONE:
            opening->empty = true;
            return;
        case STEP_GAP:
            opening->gap = true;
            return;
        default:
            opening_add(opening, step);
            return;
        }
    }
}

void opening_find(const struct step *steps, uint32_t from, struct opening *ret_opening)
{
    memset(ret_opening, 0, sizeof *ret_opening);
    opening_walk(steps, from, ret_opening);
}

static bool is_open(const struct opening *opening)
{
    return opening->empty || opening->gap || opening->full;
}

struct signature opening_second(const struct step *steps, const struct step *first)
{
    struct signature second = {0, 0, 0, 0};
    struct opening next;
    opening_find(steps, (uint32_t)(first - steps) + 1, &next);
    if (is_open(&next))
        return SIGNATURE_ANYTHING;
    for (size_t i = 0; i < next.count; i++) {
        const struct signature signature = step_signature(next.steps[i]);
        signature_join(&second, &signature);
    }
    return second;
}
