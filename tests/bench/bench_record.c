/*
 * bench_record.c -- why record/ writes its own bytes: against avro-c and jansson.
 *
 *     cmake -B build -DBENCH=ON && cmake --build build --target bench_record
 *
 * builds and runs it.  Ours goes from the meeting to bytes; theirs is given a tree that is already
 * filled and only writes it, over and over into the same memory: what they can do at best.
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include <avro.h>
#include <jansson.h>

#include "record/event.h"
#include "record/schema.h"
#include "support/sample_event.h"

enum { ROUNDS = 100000, ROOM = 64 * 1024 };

static double seconds_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void report(const char *what, double begin, size_t size)
{
    double each = (seconds_now() - begin) / ROUNDS;
    printf("%-28s %6.2f µs an event of %zu bytes, %6.0f MB/s\n", what, each * 1e6, size,
           (double)size / each / 1e6);
}

static void check(int fault)
{
    if (fault) {
        fprintf(stderr, "bench_record: %s\n", fault_text(fault));
        exit(1);
    }
}

static void bench_ours(const struct event_context *context, struct arena *arena, bool json,
                       struct str *ret_bytes)
{
    const struct framing bare = {0};
    struct str bytes = {NULL, 0};
    double begin = seconds_now();
    for (int i = 0; i < ROUNDS; i++) {
        arena_reset(arena);
        check(json ? event_json(context, 0, arena, &bytes)
                   : event_avro(context, 0, &bare, arena, &bytes));
    }
    report(json ? "JSON, ours" : "Avro, ours", begin, bytes.len);
    *ret_bytes = bytes;
}

/* The same value object and the same writer for all, as avro-c is fastest. */
static void bench_avro_c(avro_value_iface_t *iface, avro_value_t *event, bool fill)
{
    static char room[ROOM];
    avro_value_t value;
    avro_generic_value_new(iface, &value);
    avro_value_copy(&value, event);
    avro_writer_t writer = avro_writer_memory(room, sizeof room);
    double begin = seconds_now();
    for (int i = 0; i < ROUNDS; i++) {
        avro_writer_reset(writer);
        if (fill && avro_value_copy(&value, event))
            exit(1);
        if (avro_value_write(writer, &value))
            exit(1);
    }
    report(fill ? "Avro, avro-c, filled" : "Avro, avro-c, only written", begin,
           (size_t)avro_writer_tell(writer));
    avro_writer_free(writer);
    avro_value_decref(&value);
}

static void bench_avro_c_both(const struct schema *schema, struct str bytes)
{
    avro_value_iface_t *iface = avro_generic_class_from_schema(schema_avro(schema));
    avro_value_t event;
    avro_generic_value_new(iface, &event);
    avro_reader_t reader = avro_reader_memory(bytes.at, (int64_t)bytes.len);
    if (avro_value_read(reader, &event))
        exit(1);
    bench_avro_c(iface, &event, false);
    bench_avro_c(iface, &event, true);
    avro_reader_free(reader);
    avro_value_decref(&event);
    avro_value_iface_decref(iface);
}

static void bench_jansson(struct str line)
{
    static char room[ROOM];
    json_t *tree = json_loadb(line.at, line.len, 0, NULL);
    if (!tree)
        exit(1);
    size_t size = 0;
    double begin = seconds_now();
    for (int i = 0; i < ROUNDS; i++)
        size = json_dumpb(tree, room, sizeof room, JSON_COMPACT);
    report("JSON, jansson, only written", begin, size);
    json_decref(tree);
}

int main(void)
{
    struct arena *samples = arena_new(16 << 20), *arena = arena_new(1 << 20);
    struct schema_set *schemas;
    struct str bytes, line;
    if (!samples || !arena)
        return 1;
    check(schema_set_load(&schemas, NULL));
    struct event_context context = sample_context(samples, SAMPLE_FULL);
    bench_ours(&context, arena, false, &bytes);
    bench_avro_c_both(schema_set_current(schemas, RECORD_EVENT), bytes);
    bench_ours(&context, arena, true, &line);
    bench_jansson(line);
    schema_set_free(schemas);
    arena_free(arena);
    arena_free(samples);
    return 0;
}
