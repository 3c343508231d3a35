/* Which rules can begin at which tokens. */
#include <stdlib.h>
#include <string.h>

#include "base/grow.h"
#include "pack/build.h"
#include "pack/pattern.h"

/* A way to begin, and what stands behind it. */
struct beginning {
    struct signature second;
    struct rule_start start;
};

/* A list of rules that still grows. */
struct growing {
    struct beginning *at;
    size_t count, room;
};

/* The index of a stage, while it is made. */
struct draft {
    struct growing by_class[64], by_number, by_capital, by_unknown;
    struct growing *by_kind; /* [kinds] */
    struct word_start *words;
    size_t word_count, word_room;
};

/* A rule that can begin in several ways at such a token stands once, with what they share. */
static int growing_add(struct builder *builder, struct growing *list, struct beginning beginning)
{
    const struct rule_start start = beginning.start;
    if (list->count && list->at[list->count - 1].start.rule == start.rule) {
        struct beginning *last = &list->at[list->count - 1];
        signature_join(&last->second, &beginning.second);
        last->start.key = last->start.key == start.key ? start.key : 0;
        last->start.tag = last->start.tag == start.tag ? start.tag : 0;
        return 0;
    }
    if (!GROW(builder->scratch, list->at, list->count, list->room))
        return builder_memory(builder);
    list->at[list->count++] = beginning;
    return 0;
}

static int draft_add_word(struct builder *builder, struct draft *draft, uint32_t word,
                          struct beginning beginning)
{
    if (!GROW(builder->pack->arena, draft->words, draft->word_count, draft->word_room))
        return builder_memory(builder);
    draft->words[draft->word_count++] =
        (struct word_start){word, beginning.second, beginning.start};
    return 0;
}

static int draft_add(struct builder *builder, struct draft *draft, const struct step *step,
                     struct beginning beginning)
{
    switch (step->code) {
    case STEP_WORD:
        return draft_add_word(builder, draft, step->of.word.word, beginning);
    case STEP_CLASS:
        return growing_add(builder, &draft->by_class[__builtin_ctzll(step->of.classes)], beginning);
    case STEP_KIND:
        beginning.start.key = step->of.kind.key;
        beginning.start.tag = step->of.kind.tag;
        return growing_add(builder, &draft->by_kind[step->of.kind.kind], beginning);
    case STEP_NUMBER:
        return growing_add(builder, &draft->by_number, beginning);
    case STEP_CAPITAL:
        return growing_add(builder, &draft->by_capital, beginning);
    default:
        return growing_add(builder, &draft->by_unknown, beginning);
    }
}

/* What a rule without needs needs is anything at all. */
static const struct signature *rarest_need(const struct rule *rule)
{
    return rule->need_count ? &rule->needs[0] : &SIGNATURE_ANYTHING;
}

static int draft_add_rule(struct builder *builder, struct draft *draft, const struct rule *rule)
{
    struct opening opening;
    opening_find(rule->steps, 0, &opening);
    for (size_t i = 0; i < opening.count; i++) {
        const struct step *step = opening.steps[i];
        const struct beginning beginning = {opening_second(rule->steps, step),
                                            {.need = *rarest_need(rule), .rule = rule->number}};
        if (draft_add(builder, draft, step, beginning))
            return FAULT_MEMORY;
    }
    return 0;
}

static int draft_fill(struct builder *builder, struct draft *draft, enum stage stage)
{
    for (size_t i = 1; i < builder->pack->rule_count; i++) {
        const struct rule *rule = &builder->pack->rules[i];
        if (rule->stage != stage)
            continue;
        signature_join(&builder->pack->stages[stage].needs, rarest_need(rule));
        if (draft_add_rule(builder, draft, rule))
            return FAULT_MEMORY;
    }
    return 0;
}

static int by_second(const void *a, const void *b)
{
    const struct beginning *left = a, *right = b;
    const int order = memcmp(&left->second, &right->second, sizeof left->second);
    return order ? order : left->start.rule - right->start.rule;
}

/* The list with what goes on alike side by side. */
static int list_finish(struct builder *builder, const struct growing *growing,
                       struct rule_list *ret_list)
{
    struct arena *arena = builder->pack->arena;
    struct rule_group *groups = ARENA_ARRAY(arena, struct rule_group, growing->count);
    struct rule_start *starts = ARENA_ARRAY(arena, struct rule_start, growing->count);
    if (!groups || !starts)
        return builder_memory(builder);
    if (growing->count)
        qsort(growing->at, growing->count, sizeof *growing->at, by_second);
    struct rule_list list = {.at = groups};
    for (size_t i = 0; i < growing->count; i++) {
        const struct signature *second = &growing->at[i].second;
        signature_join(&list.second, second);
        if (i == 0 || memcmp(second, &growing->at[i - 1].second, sizeof *second) != 0)
            groups[list.count++] = (struct rule_group){*second, starts + i, 0};
        groups[list.count - 1].count++;
        starts[i] = growing->at[i].start;
    }
    *ret_list = list;
    return 0;
}

static int by_word(const void *a, const void *b)
{
    const struct word_start *left = a, *right = b;
    if (left->word != right->word)
        return left->word < right->word ? -1 : 1;
    return left->start.rule < right->start.rule ? -1 : left->start.rule > right->start.rule;
}

/* Counts the words that begin rules, and says of each where its beginnings are. */
static int index_blocks(struct builder *builder, const struct draft *draft,
                        struct word_block *blocks, struct rule_index *index)
{
    uint32_t *from = ARENA_ARRAY(builder->pack->arena, uint32_t, draft->word_count + 1);
    uint32_t count = 0;
    if (!from)
        return builder_memory(builder);
    for (size_t i = 0; i < draft->word_count; i++) {
        const uint32_t word = draft->words[i].word;
        blocks[word / 64].bits |= UINT64_C(1) << word % 64;
        if (i == 0 || draft->words[i - 1].word != word)
            from[count++] = (uint32_t)i;
    }
    from[count] = (uint32_t)draft->word_count;
    for (size_t i = 0; i < index->word_count / 64; i++)
        blocks[i + 1].before = blocks[i].before + (uint32_t)__builtin_popcountll(blocks[i].bits);
    index->words = blocks;
    index->by_word_from = from;
    return 0;
}

static int index_words(struct builder *builder, struct draft *draft, struct rule_index *index)
{
    index->word_count = vocabulary_count(builder->pack->vocabulary) + 1;
    struct word_block *blocks =
        ARENA_ARRAY(builder->pack->arena, struct word_block, index->word_count / 64 + 1);
    if (!blocks)
        return builder_memory(builder);
    if (draft->word_count)
        qsort(draft->words, draft->word_count, sizeof *draft->words, by_word);
    for (size_t i = 0; i < draft->word_count; i++)
        index->marks |= mark_bit(builder->pack->words[draft->words[i].word].mark);
    index->by_word = draft->words;
    return index_blocks(builder, draft, blocks, index);
}

static int index_kinds(struct builder *builder, const struct draft *draft, size_t kinds,
                       struct rule_index *index)
{
    struct rule_list *lists = ARENA_ARRAY(builder->pack->arena, struct rule_list, kinds);
    if (!lists)
        return builder_memory(builder);
    for (size_t i = 0; i < kinds; i++) {
        if (list_finish(builder, &draft->by_kind[i], &lists[i]))
            return FAULT_MEMORY;
        if (lists[i].count)
            index->kinds |= UINT64_C(1) << i % 64;
    }
    index->by_kind = lists;
    return 0;
}

static int index_stage(struct builder *builder, enum stage stage)
{
    struct rule_index *index = &builder->pack->stages[stage];
    size_t kinds = vocabulary_count(builder->pack->kinds) + 1;
    struct draft *draft = ARENA_ARRAY(builder->scratch, struct draft, 1);
    if (draft)
        draft->by_kind = ARENA_ARRAY(builder->scratch, struct growing, kinds);
    if (!draft || !draft->by_kind)
        return builder_memory(builder);
    if (draft_fill(builder, draft, stage) || index_words(builder, draft, index) ||
        index_kinds(builder, draft, kinds, index))
        return FAULT_MEMORY;
    for (unsigned i = 0; i < 64; i++) {
        if (list_finish(builder, &draft->by_class[i], &index->by_class[i]))
            return FAULT_MEMORY;
        if (draft->by_class[i].count)
            index->classes |= UINT64_C(1) << i;
    }
    if (list_finish(builder, &draft->by_number, &index->by_number) ||
        list_finish(builder, &draft->by_capital, &index->by_capital) ||
        list_finish(builder, &draft->by_unknown, &index->by_unknown))
        return FAULT_MEMORY;
    index->flags = (uint16_t)((draft->by_number.count ? TOKEN_NUMBER : 0) |
                              (draft->by_capital.count ? TOKEN_CAPITAL : 0) |
                              (draft->by_unknown.count ? TOKEN_WORD : 0));
    return 0;
}

int rules_index(struct builder *builder)
{
    for (unsigned stage = 0; stage < STAGE_COUNT; stage++)
        if (index_stage(builder, (enum stage)stage))
            return FAULT_MEMORY;
    return 0;
}
