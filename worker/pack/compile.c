/* A pattern's tree as steps, and the proof of what they cost. */
#include "pack/build.h"
#include "pack/pattern.h"

/* The program so far. */
struct program {
    struct builder *builder;
    struct step steps[STEPS_MAX];
    uint32_t count;
    uint16_t slots, choices;
    struct locus locus;
};

static int program_add(struct program *program, struct step step, uint32_t *ret_at)
{
    if (program->count == STEPS_MAX || program->slots > SLOTS_MAX || program->choices > CHOICES_MAX)
        return locus_fault(program->locus, program->builder->fault,
                           "too big: a rule has at most %d steps, %d captures and %d choices",
                           STEPS_MAX, SLOTS_MAX, CHOICES_MAX);
    *ret_at = program->count;
    program->steps[program->count++] = step;
    return 0;
}

static int compile(struct program *program, const struct node *node);

static int compile_children(struct program *program, const struct node *node)
{
    int fault = 0;
    for (const struct node *child = node->child; child && !fault; child = child->next)
        fault = compile(program, child);
    return fault;
}

static int compile_step(struct program *program, const struct node *node)
{
    struct step step = node->step;
    uint32_t at;
    if (step.code == STEP_KIND || step.code == STEP_GAP)
        step.slot = program->choices++;
    return program_add(program, step, &at);
}

/* SPLIT over this one and the rest; JUMP behind all. */
static int compile_alternatives(struct program *program, const struct node *node)
{
    uint32_t jumps[STEPS_MAX] = {0}, count = 0;
    for (const struct node *child = node->child; child; child = child->next) {
        uint32_t split = 0;
        int fault = 0;
        if (child->next)
            fault = program_add(
                program, (struct step){.code = STEP_SPLIT, .slot = program->choices++}, &split);
        if (!fault)
            fault = compile(program, child);
        if (!fault && child->next)
            fault = program_add(program, (struct step){.code = STEP_JUMP}, &jumps[count++]);
        if (fault)
            return fault;
        if (child->next)
            program->steps[split].to = program->count;
    }
    while (count--)
        program->steps[jumps[count]].to = program->count;
    return 0;
}

static int compile_optional(struct program *program, const struct node *node)
{
    uint32_t split = 0;
    struct step step = {.code = STEP_SPLIT, .slot = program->choices++};
    int fault = program_add(program, step, &split);
    if (!fault)
        fault = compile(program, node->child);
    if (!fault)
        program->steps[split].to = program->count;
    return fault;
}

static int compile_capture(struct program *program, const struct node *node)
{
    uint32_t at;
    uint16_t slot = program->slots++;
    int fault = program_add(program, (struct step){.code = STEP_OPEN, .slot = slot}, &at);
    if (!fault)
        fault = compile(program, node->child);
    if (fault)
        return fault;
    struct step close = {.code = STEP_CLOSE, .slot = slot, .name = node->name};
    return program_add(program, close, &at);
}

static int compile_list(struct program *program, const struct node *node)
{
    uint32_t list = 0, at = 0;
    struct step step = {.code = STEP_LIST, .slot = program->choices++};
    step.of.list.comma = program->builder->comma;
    step.of.list.semicolon = program->builder->semicolon;
    int fault = program_add(program, step, &list);
    if (!fault)
        fault = compile(program, node->child);
    if (!fault)
        fault = program_add(program, (struct step){.code = STEP_DONE}, &at);
    if (fault)
        return fault;
    program->steps[list].to = program->count;
    struct opening opening;
    opening_find(program->steps, list + 1, &opening);
    if (opening.empty || opening.gap)
        return locus_fault(node->locus, program->builder->fault,
                           "an item of a list can't be empty or begin with a gap");
    return 0;
}

static int compile_context(struct program *program, const struct node *node)
{
    uint32_t at;
    int fault = 0;
    if (node->trailing)
        fault = program_add(program, (struct step){.code = STEP_UNCOVER}, &at);
    if (!fault)
        fault = compile(program, node->child);
    if (!fault && !node->trailing)
        fault = program_add(program, (struct step){.code = STEP_COVER}, &at);
    return fault;
}

static int compile(struct program *program, const struct node *node)
{
    static int (*const COMPILE[])(struct program *, const struct node *) = {
        [NODE_STEP] = compile_step,
        [NODE_SEQUENCE] = compile_children,
        [NODE_ALTERNATIVES] = compile_alternatives,
        [NODE_OPTIONAL] = compile_optional,
        [NODE_CAPTURE] = compile_capture,
        [NODE_LIST] = compile_list,
        [NODE_CONTEXT] = compile_context,
    };
    return COMPILE[node->sort](program, node);
}

static int check_opening(const struct program *program)
{
    struct opening opening;
    opening_find(program->steps, 0, &opening);
    const char *reason = NULL;
    if (opening.empty)
        reason = "a rule must match at least one word";
    else if (opening.gap)
        reason = "a rule can't begin with a gap";
    else if (opening.full)
        reason = "a rule can begin in too many ways";
    return reason ? locus_fault(program->locus, program->builder->fault, "%s", reason) : 0;
}

static int program_finish(struct program *program, const struct node *root, struct rule *rule)
{
    uint32_t at;
    int fault = program_add(program, (struct step){.code = STEP_DONE}, &at);
    if (!fault)
        fault = check_opening(program);
    if (fault)
        return fault;
    pattern_needs(root, rule);
    rule->cost = pattern_cost(root);
    if (rule->cost > COST_MAX)
        return locus_fault(program->locus, program->builder->fault,
                           "may cost %u steps at one word, more than %d: make it narrower",
                           rule->cost, COST_MAX);
    rule->steps = ARENA_ARRAY(program->builder->pack->arena, struct step, program->count);
    if (!rule->steps)
        return builder_memory(program->builder);
    for (uint32_t i = 0; i < program->count; i++)
        if (program->steps[i].code == STEP_SPLIT)
            program->steps[i].of.opening = opening_second(program->steps, &program->steps[i]);
    memcpy(rule->steps, program->steps, sizeof *rule->steps * program->count);
    rule->step_count = program->count;
    if (program->choices > program->builder->pack->choices)
        program->builder->pack->choices = program->choices;
    return 0;
}

int pattern_compile(struct builder *builder, const struct node *root, struct rule *rule)
{
    struct program *program = ARENA_ARRAY(builder->scratch, struct program, 1);
    if (!program)
        return builder_memory(builder);
    program->builder = builder;
    program->locus = rule->locus;
    int fault = compile(program, root);
    return fault ? fault : program_finish(program, root, rule);
}
