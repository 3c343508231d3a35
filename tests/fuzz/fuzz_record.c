/*
 * fuzz_record.c -- the Avro reader: any bytes, read as an event, as a receipt, and as framed.
 *
 * What can be read must come out as JSON that is one line of UTF-8, and the same each time.
 */
#include <stdint.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "record/datum.h"

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static struct schema_set *schemas;
static struct arena *arena;

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    arena = arena_new(16 << 20);
    if (!arena || schema_set_load(&schemas, NULL))
        abort();
    return 0;
}

static void require(bool holds)
{
    if (!holds)
        abort();
}

static void check(int fault, const struct datum *datum, const struct fault *reason)
{
    if (fault) {
        require(fault == FAULT_UNDECODABLE || (fault == FAULT_MEMORY && arena_capped(arena)));
        require(reason->code == fault && reason->text[0]);
        return;
    }
    struct str line, again;
    fault = datum_json(datum, arena, &line);
    if (!fault)
        fault = datum_json(datum, arena, &again);
    if (fault) {
        require(fault == FAULT_MEMORY && arena_capped(arena));
        return;
    }
    require(str_equal(line, again));
    require(utf8_valid(line));
    for (size_t i = 0; i < line.len; i++)
        require((unsigned char)line.at[i] >= 0x20);
    require(datum_get(datum, "participants[0].role") || !datum_get(datum, "participants[0]"));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct str bytes = str_make((const char *)data, size);
    for (int type = 0; type < RECORD_TYPE_COUNT; type++) {
        const struct datum *datum = NULL;
        struct fault reason = {0};
        const struct schema *schema = schema_set_current(schemas, (enum record_type)type);
        int fault = datum_decode(schema, framing_read(bytes).body, arena, &datum, &reason);
        check(fault, datum, &reason);
        arena_reset(arena);
    }
    const struct datum *datum = NULL;
    struct fault reason = {0};
    int fault = datum_decode_framed(schemas, bytes, arena, &datum, &reason);
    check(fault, datum, &reason);
    arena_reset(arena);
    return 0;
}
