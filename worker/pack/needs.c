/*
 * What every match of a pattern must have, so that a sentence without it is passed over.
 *
 * A need is a set of which one member must be in the sentence: a step is one need, a sequence has
 * the needs of all its parts, alternatives the union of one need of each.
 */
#include "pack/pattern.h"
#include "text/token.h"

struct needs {
    struct signature at[NEEDS_MAX]; /* the rarest first */
    size_t count;
};

/* The less likely a sentence is to have it, the lower. */
static int rarity(const struct signature *need)
{
    return __builtin_popcountll(need->kinds) + 2 * __builtin_popcountll(need->words) +
           3 * __builtin_popcountll(need->classes) + 8 * __builtin_popcountll(need->flags);
}

static void needs_add(struct needs *needs, struct signature need)
{
    size_t place = needs->count;
    while (place > 0 && rarity(&needs->at[place - 1]) > rarity(&need))
        place--;
    if (place == NEEDS_MAX)
        return;
    if (needs->count < NEEDS_MAX)
        needs->count++;
    for (size_t i = needs->count - 1; i > place; i--)
        needs->at[i] = needs->at[i - 1];
    needs->at[place] = need;
}

static struct needs needs_of(const struct node *node);

struct signature step_signature(const struct step *step)
{
    struct signature need = {0, 0, 0, 0};
    if (step->code == STEP_WORD)
        need.words = mark_bit(step->mark);
    else if (step->code == STEP_KIND)
        need.kinds = UINT64_C(1) << step->of.kind.kind % 64;
    else if (step->code == STEP_CLASS)
        need.classes = step->of.classes;
    else
        need.flags = step->code == STEP_NUMBER    ? TOKEN_NUMBER
                     : step->code == STEP_CAPITAL ? TOKEN_CAPITAL
                                                  : TOKEN_WORD;
    return need;
}

static struct needs needs_of_step(const struct step *step)
{
    struct needs needs = {.count = 0};
    if (step->code != STEP_GAP)
        needs_add(&needs, step_signature(step));
    return needs;
}

static struct needs needs_of_all(const struct node *child)
{
    struct needs all = {.count = 0};
    for (; child; child = child->next) {
        struct needs needs = needs_of(child);
        for (size_t i = 0; i < needs.count; i++)
            needs_add(&all, needs.at[i]);
    }
    return all;
}

static struct needs needs_of_any(const struct node *child)
{
    struct signature any = {0, 0, 0, 0};
    struct needs needs = {.count = 0};
    for (; child; child = child->next) {
        struct needs one = needs_of(child);
        if (one.count == 0)
            return needs;
        signature_join(&any, &one.at[0]);
    }
    needs_add(&needs, any);
    return needs;
}

static struct needs needs_of(const struct node *node)
{
    switch (node->sort) {
    case NODE_STEP:
        return needs_of_step(&node->step);
    case NODE_ALTERNATIVES:
        return needs_of_any(node->child);
    case NODE_OPTIONAL:
        return (struct needs){.count = 0};
    default:
        return needs_of_all(node->child);
    }
}

void pattern_needs(const struct node *root, struct rule *rule)
{
    struct needs needs = needs_of(root);
    for (size_t i = 0; i < NEEDS_MAX; i++)
        rule->needs[i] = i < needs.count ? needs.at[i] : SIGNATURE_ANYTHING;
    rule->need_count = (uint16_t)needs.count;
}
