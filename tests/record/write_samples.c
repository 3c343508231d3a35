/*
 * Writes what record/ writes, for compare.py to read with other people's Avro:
 *
 *     schema NAME FINGERPRINT CANONICAL-FORM
 *     event|receipt HEX-OF-THE-AVRO JSON
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "record/event.h"
#include "record/receipt.h"
#include "record/schema.h"
#include "support/sample_event.h"

static void check(int fault)
{
    if (fault) {
        fprintf(stderr, "write_samples: %s\n", fault_text(fault));
        exit(1);
    }
}

static void print_record(const char *type, struct str avro, struct str json)
{
    printf("%s ", type);
    for (size_t i = 0; i < avro.len; i++)
        printf("%02x", (unsigned char)avro.at[i]);
    printf(" %.*s\n", (int)json.len, json.at);
}

static void print_schema(const struct schema *schema)
{
    struct str name = schema_name(schema), canonical = schema_canonical(schema);
    printf("schema %.*s %016" PRIx64 " %.*s\n", (int)name.len, name.at, schema_fingerprint(schema),
           (int)canonical.len, canonical.at);
}

static void print_events(struct arena *arena, const struct event_context *context,
                         const struct framing *framing)
{
    for (size_t i = 0; i < context->extraction->meeting_count; i++) {
        struct str avro, json;
        check(event_avro(context, i, framing, arena, &avro));
        check(event_json(context, i, arena, &json));
        print_record("event", avro, json);
    }
}

static void print_receipt(struct arena *arena, const struct receipt *receipt,
                          const struct framing *framing)
{
    struct str avro, json;
    check(receipt_avro(receipt, framing, arena, &avro));
    check(receipt_json(receipt, arena, &json));
    print_record("receipt", avro, json);
}

static void print_sample(struct arena *arena, int sample, const struct framing framings[])
{
    struct event_context context = sample_context(arena, (enum sample)sample);
    struct receipt receipt = {.outcome = (enum receipt_outcome)(sample % RECEIPT_OUTCOME_COUNT),
                              .topic = STR("articles"),
                              .partition = sample,
                              .offset = INT64_MAX - sample,
                              .article = context.article,
                              .extraction = context.extraction};
    print_events(arena, &context, &framings[RECORD_EVENT]);
    print_receipt(arena, &receipt, &framings[RECORD_RECEIPT]);
    receipt.article = NULL;
    receipt.extraction = NULL;
    receipt.reason = STR("undecodable");
    print_receipt(arena, &receipt, &framings[RECORD_RECEIPT]);
}

int main(void)
{
    struct arena *arena = arena_new(64 << 20);
    struct schema_set *schemas;
    struct framing framings[RECORD_TYPE_COUNT];
    if (!arena)
        return 1;
    check(schema_set_load(&schemas, NULL));
    for (int type = 0; type < RECORD_TYPE_COUNT; type++) {
        const struct schema *schema = schema_set_current(schemas, (enum record_type)type);
        framings[type] = schema_framing(schema);
        print_schema(schema);
    }
    for (int sample = 0; sample < SAMPLE_COUNT; sample++) {
        print_sample(arena, sample, framings);
        arena_reset(arena);
    }
    schema_set_free(schemas);
    arena_free(arena);
    return fflush(stdout) == 0 ? 0 : 1;
}
