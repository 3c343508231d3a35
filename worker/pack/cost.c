/*
 * Why a rule can't run away.
 *
 * The matcher walks the steps from left to right and comes back to the last choice when it fails.
 * Two bounds hold at once, and a rule costs no more than the smaller:
 *
 * - it tries each way through the pattern at most once (ways: the product of all choices);
 * - it never goes on twice from one choice at one token, since it failed there before; so from
 *   each token of REACH_MAX, each branch of each choice runs at most to the next choice.
 *
 * A list takes what an item matches first and never comes back to it, so it is one way.
 */
#include "pack/pattern.h"

enum { LIST_STEPS = 4 /* to pass a separator */ };

static const uint64_t VERY_MUCH = UINT64_C(1) << 40;

struct cost {
    uint64_t ways;     /* in which the node can match */
    uint64_t steps;    /* to try them all */
    uint64_t branches; /* of all its choices; 0: no choice */
    uint64_t head;     /* steps before the first choice */
    uint64_t tail;     /* steps behind the last choice */
    uint64_t longest;  /* steps without a choice, in a row */
    uint64_t lists;    /* steps inside its lists, each entered once */
};

static uint64_t bounded(uint64_t a)
{
    return a < VERY_MUCH ? a : VERY_MUCH;
}

static uint64_t times(uint64_t a, uint64_t b)
{
    return b && a > VERY_MUCH / b ? VERY_MUCH : a * b;
}

static uint64_t cost_total(struct cost cost)
{
    uint64_t runs = bounded(times(cost.branches + 1, cost.longest + 1) + cost.lists);
    uint64_t memorised = times(runs, REACH_MAX);
    return cost.steps < memorised ? cost.steps : memorised;
}

static struct cost cost_of(const struct node *node);

static struct cost cost_of_choice(uint64_t ways, uint64_t steps)
{
    return (struct cost){.ways = ways, .steps = steps, .branches = ways};
}

static struct cost cost_of_plain(void)
{
    return (struct cost){.ways = 1, .steps = 1, .head = 1, .tail = 1, .longest = 1};
}

static struct cost cost_of_step(const struct step *step)
{
    if (step->code == STEP_KIND)
        return cost_of_choice(READINGS_MAX, READINGS_MAX);
    if (step->code == STEP_GAP)
        return cost_of_choice(step->of.gap + 1, step->of.gap + 1);
    return cost_of_plain();
}

static uint64_t most(uint64_t a, uint64_t b)
{
    return a > b ? a : b;
}

/* Puts next behind sum: each way through sum tries all of next. */
static void cost_follow(struct cost *sum, struct cost next)
{
    sum->steps = bounded(sum->steps + times(sum->ways, next.steps));
    sum->ways = times(sum->ways, next.ways);
    sum->lists = bounded(sum->lists + next.lists);
    sum->longest = most(most(sum->longest, next.longest), sum->tail + next.head);
    if (!sum->branches)
        sum->head += next.head;
    sum->tail = next.branches ? next.tail : sum->tail + next.tail;
    sum->branches = bounded(sum->branches + next.branches);
}

static struct cost cost_of_sequence(const struct node *child)
{
    struct cost sum = {.ways = 1};
    for (; child; child = child->next)
        cost_follow(&sum, cost_of(child));
    return sum;
}

/* A split before each and a jump behind; nothing is one more way when the child may be left out. */
static struct cost cost_of_alternatives(const struct node *child, bool optional)
{
    struct cost sum = {.ways = optional};
    for (; child; child = child->next) {
        struct cost cost = cost_of_choice(1, 1);
        cost_follow(&cost, cost_of(child));
        cost_follow(&cost, cost_of_plain());
        sum.ways = bounded(sum.ways + cost.ways);
        sum.steps = bounded(sum.steps + cost.steps);
        sum.branches = bounded(sum.branches + cost.branches + 1);
        sum.tail = most(sum.tail, cost.tail);
        sum.longest = most(sum.longest, cost.longest);
        sum.lists = bounded(sum.lists + cost.lists);
    }
    return sum;
}

static struct cost cost_of_list(const struct node *node)
{
    uint64_t item = bounded(cost_total(cost_of(node->child)) + LIST_STEPS);
    struct cost cost = cost_of_choice(1, times(item, LIST_MAX + 1));
    cost.lists = cost.steps;
    return cost;
}

/* What marks the begin and the end of the child: two steps. */
static struct cost cost_of_marked(const struct node *node)
{
    struct cost cost = cost_of_plain();
    cost_follow(&cost, cost_of_sequence(node->child));
    cost_follow(&cost, cost_of_plain());
    return cost;
}

static struct cost cost_of(const struct node *node)
{
    switch (node->sort) {
    case NODE_STEP:
        return cost_of_step(&node->step);
    case NODE_ALTERNATIVES:
        return cost_of_alternatives(node->child, false);
    case NODE_OPTIONAL:
        return cost_of_alternatives(node->child, true);
    case NODE_LIST:
        return cost_of_list(node);
    case NODE_SEQUENCE:
        return cost_of_sequence(node->child);
    default:
        return cost_of_marked(node);
    }
}

uint32_t pattern_cost(const struct node *root)
{
    uint64_t cost = cost_total(cost_of(root));
    return cost < UINT32_MAX ? (uint32_t)cost : UINT32_MAX;
}
