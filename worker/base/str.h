/*
 * str.h -- a piece of text that somebody else owns.
 *
 * UTF-8 bytes and a length; no terminating zero is promised.  A str is passed by
 * value and lends: whoever made it says how long its bytes live.
 */
#ifndef BASE_STR_H
#define BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct str {
    const char *at; /* NULL only when len is 0: "not told" */
    size_t len;     /* bytes */
};

/* A str over a string literal. */
#define STR(literal) ((struct str){(literal), sizeof(literal) - 1})

static inline struct str str_of(const char *zero_terminated)
{
    return (struct str){zero_terminated, zero_terminated ? strlen(zero_terminated) : 0};
}

static inline struct str str_make(const char *at, size_t len)
{
    return (struct str){at, len};
}

static inline bool str_equal(struct str a, struct str b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.at, b.at, a.len) == 0);
}

static inline bool str_empty(struct str s)
{
    return s.len == 0;
}

#endif
