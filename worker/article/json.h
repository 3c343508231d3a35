/*
 * json.h -- JSON, walked once and picked from.
 *
 * yajl reads it: of jansson, json-c and yajl it is the one that hands numbers over as they are
 * written, whatever their size, that needs no tree and so no stack for nested input, and that
 * is the fastest: 1.1 GB/s on an article of 4 KB against 400 MB/s of json-c and 100 of jansson,
 * which refuses the article for a big number anywhere in it (`bench_json` in tests/bench
 * prints all this).  What yajl lets through and JSON doesn't, overlong UTF-8, is refused
 * before it gets here; escapes of half a surrogate pair become U+FFFD or '?'.
 */
#ifndef ARTICLE_JSON_H
#define ARTICLE_JSON_H

#include "article/pick.h"
#include "base/arena.h"
#include "base/fault.h"
#include "base/str.h"

/*
 * Walks text, one JSON value in valid UTF-8, and fills pick.  Returns 0, FAULT_UNDECODABLE or
 * FAULT_TOO_DEEP with line, column and byte, or FAULT_MEMORY.
 */
int json_walk(struct arena *arena, struct str text, struct pick *pick, struct fault *ret_fault);

#endif
