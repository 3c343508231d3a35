#include "meeting/rehearsal.h"

#include "annotate/example/example.h"

/* An example is a line; its arena need not be large. */
static const size_t EXAMPLE_MEMORY = (size_t)64 << 20;

/* What the reader of examples needs. */
struct stage_hand {
    const struct engine *engine;
    struct arena *arena;
};

static int read_example(void *context, const struct article *article,
                        const struct document **ret_document)
{
    const struct stage_hand *hand = context;
    struct extraction extraction;
    struct fault fault;
    arena_reset(hand->arena);
    const int code = engine_annotate(hand->engine, hand->arena, article, &extraction, &fault);
    if (code == 0)
        *ret_document = extraction.document;
    return code;
}

static size_t count_idle(const uint32_t *touched, size_t count)
{
    size_t idle = 0;
    for (size_t i = 1; i < count; i++)
        idle += touched[i] == 0;
    return idle;
}

static void idle_tell(const struct pack *pack, const struct coverage *coverage,
                      const struct rehearsal_listener *listener)
{
    const uint16_t rules = (uint16_t)pack_rule_count(pack);
    const uint32_t values = (uint32_t)pack_value_count(pack);
    char place[PLACE_MAX];
    for (uint16_t i = 1; i < rules; i++) {
        pack_rule_place(pack, i, place);
        if (coverage->rules[i] == 0)
            listener->idle(listener->context, place, pack_rule_name(pack, i));
    }
    for (uint32_t i = 1; i < values; i++) {
        pack_value_place(pack, i, place);
        if (coverage->values[i] == 0)
            listener->idle(listener->context, place, pack_value(pack, i));
    }
}

static void pack_rehearse(const struct pack *pack, const struct example_reader *reader,
                          const struct coverage *coverage,
                          const struct rehearsal_listener *listener, struct rehearsal *rehearsal)
{
    size_t count;
    const struct example *examples = pack_examples(pack, &count);
    for (size_t i = 0; i < count; i++) {
        struct fault fault = {0};
        int code = example_run(pack, &examples[i], reader, coverage, &fault);
        if (code == 0)
            continue;
        rehearsal->failures++;
        if (listener)
            listener->fails(listener->context, *fault.text ? fault.text : fault_text(code));
    }
    if (listener && listener->idle)
        idle_tell(pack, coverage, listener);
    rehearsal->examples += count;
    rehearsal->rules += pack_rule_count(pack) - 1;
    rehearsal->values += pack_value_count(pack) - 1;
    rehearsal->idle_rules += count_idle(coverage->rules, pack_rule_count(pack));
    rehearsal->idle_values += count_idle(coverage->values, pack_value_count(pack));
}

static int engine_rehearse(const struct engine *engine, struct arena *kept, struct arena *arena,
                           const struct rehearsal_listener *listener, struct rehearsal *rehearsal)
{
    struct stage_hand hand = {engine, arena};
    const struct example_reader reader = {read_example, &hand};
    const struct pack *pack;
    for (size_t i = 0; (pack = engine_pack(engine, i)) != NULL; i++) {
        const struct coverage coverage = {ARENA_ARRAY(kept, uint32_t, pack_rule_count(pack)),
                                          ARENA_ARRAY(kept, uint32_t, pack_value_count(pack))};
        if (!coverage.rules || !coverage.values)
            return FAULT_MEMORY;
        pack_rehearse(pack, &reader, &coverage, listener, rehearsal);
    }
    return 0;
}

int rehearsal_run(const struct engine *engine, const struct rehearsal_listener *listener,
                  struct rehearsal *ret_rehearsal)
{
    struct arena *kept = arena_new(EXAMPLE_MEMORY), *arena = arena_new(EXAMPLE_MEMORY);
    struct rehearsal rehearsal = {0};
    int fault =
        kept && arena ? engine_rehearse(engine, kept, arena, listener, &rehearsal) : FAULT_MEMORY;
    arena_free(kept);
    arena_free(arena);
    if (!fault)
        *ret_rehearsal = rehearsal;
    return fault;
}
