/*
 * bench_json.h -- what bench_json.c asks of a JSON library.
 *
 * One program a library, since jansson and json-c both export json_object_get().
 */
#ifndef BENCH_BENCH_JSON_H
#define BENCH_BENCH_JSON_H

#include <stdbool.h>
#include <stddef.h>

enum { VALUE_ROOM = 1 << 21 };

/* What a library made of one document. */
struct outcome {
    bool accepted;
    size_t value_len; /* bytes of "body" */
    char value[VALUE_ROOM];
};

void outcome_set(struct outcome *outcome, const char *at, size_t len);

extern const char *const LIBRARY_NAME;

/* Reads text, at most 128 deep, and copies its "body" into *outcome. */
void library_read(const char *text, size_t len, struct outcome *outcome);

#endif
