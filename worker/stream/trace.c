#include "stream/trace.h"

#include <stdint.h>
#include <stdio.h>

/* "00-", 32 digits of the trace, "-", 16 of the span, "-", 2 of the flags. */
enum { LEN = 55, TRACE_AT = 3, TRACE_LEN = 32, SPAN_AT = 36, SPAN_LEN = 16, FLAGS_AT = 53 };

/* Sampled, and a trace id that is random: other bits have no meaning yet and are cleared. */
enum { KNOWN_FLAGS = 0x03 };

/* -1: none.  Upper case is not allowed. */
static int digit_of(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static bool hex(struct str text, size_t at, size_t len)
{
    for (size_t i = at; i < at + len; i++)
        if (digit_of(text.at[i]) < 0)
            return false;
    return true;
}

/* An id of zeros alone means that there is none. */
static bool id(struct str text, size_t at, size_t len)
{
    bool zero = true;
    for (size_t i = at; i < at + len; i++)
        zero = zero && text.at[i] == '0';
    return !zero && hex(text, at, len);
}

static bool version(struct str text)
{
    bool first = text.at[0] == '0' && text.at[1] == '0';
    bool never = text.at[0] == 'f' && text.at[1] == 'f';
    if (!hex(text, 0, 2) || never)
        return false;
    /* What a later version adds stands behind another '-', and is not ours to pass on. */
    return text.len == LEN || (!first && text.at[LEN] == '-');
}

static bool valid(struct str text)
{
    return text.len >= LEN && version(text) && text.at[TRACE_AT - 1] == '-' &&
           id(text, TRACE_AT, TRACE_LEN) && text.at[SPAN_AT - 1] == '-' &&
           id(text, SPAN_AT, SPAN_LEN) && text.at[FLAGS_AT - 1] == '-' && hex(text, FLAGS_AT, 2);
}

/* FNV-1a: spans need to differ, not to be hard to guess. */
static uint64_t hash(uint64_t seed, struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        seed = (seed ^ (unsigned char)text.at[i]) * UINT64_C(0x100000001b3);
    return seed;
}

bool trace_continue(struct str parent, struct str key, char ret_parent[TRACE_SIZE])
{
    if (!valid(parent))
        return false;
    uint64_t span = hash(hash(UINT64_C(0xcbf29ce484222325), str_make(parent.at, LEN)), key);
    unsigned flags = (unsigned)digit_of(parent.at[FLAGS_AT + 1]) & KNOWN_FLAGS;
    snprintf(ret_parent, TRACE_SIZE, "00-%.*s-%016llx-%02x", TRACE_LEN, parent.at + TRACE_AT,
             (unsigned long long)(span ? span : 1), flags);
    return true;
}
