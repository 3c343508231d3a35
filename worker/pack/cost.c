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
    uint64_t branches; /* of all its choices */
    uint64_t plain;    /* steps without a choice */
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
    uint64_t runs = bounded(times(cost.branches + 1, cost.plain + 1) + cost.lists);
    uint64_t memorised = times(runs, REACH_MAX);
    return cost.steps < memorised ? cost.steps : memorised;
}

static struct cost cost_of(const struct node *node);

static struct cost cost_of_step(const struct step *step)
{
    if (step->code == STEP_KIND)
        return (struct cost){READINGS_MAX, READINGS_MAX, READINGS_MAX, 0, 0};
    if (step->code == STEP_GAP)
        return (struct cost){step->of.gap + 1, step->of.gap + 1, step->of.gap + 1, 0, 0};
    return (struct cost){1, 1, 0, 1, 0};
}

static void cost_add(struct cost *sum, struct cost cost)
{
    sum->branches = bounded(sum->branches + cost.branches);
    sum->plain = bounded(sum->plain + cost.plain);
    sum->lists = bounded(sum->lists + cost.lists);
}

/* One after the other: each way through the first tries all of the second. */
static struct cost cost_of_sequence(const struct node *child)
{
    struct cost sum = {.ways = 1};
    for (; child; child = child->next) {
        struct cost cost = cost_of(child);
        sum.steps = bounded(sum.steps + times(sum.ways, cost.steps));
        sum.ways = times(sum.ways, cost.ways);
        cost_add(&sum, cost);
    }
    return sum;
}

/* A split and a jump for each; nothing is one more way when the child may be left out. */
static struct cost cost_of_alternatives(const struct node *child, bool optional)
{
    struct cost sum = {.ways = optional, .steps = 1, .branches = 1};
    for (; child; child = child->next) {
        struct cost cost = cost_of(child);
        sum.steps = bounded(sum.steps + cost.steps + 2);
        sum.ways = bounded(sum.ways + cost.ways);
        cost.branches += 2;
        cost.plain += 1;
        cost_add(&sum, cost);
    }
    return sum;
}

static struct cost cost_of_list(const struct node *node)
{
    uint64_t item = bounded(cost_total(cost_of(node->child)) + LIST_STEPS);
    uint64_t all = times(item, LIST_MAX + 1);
    return (struct cost){1, all, 1, 0, all};
}

/* What marks the begin and the end of the child: two steps. */
static struct cost cost_of_marked(const struct node *node)
{
    struct cost cost = cost_of_sequence(node->child);
    cost.steps = bounded(cost.steps + cost.ways + 1);
    cost.plain = bounded(cost.plain + 2);
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
