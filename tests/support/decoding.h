/*
 * decoding.h -- one article decoded, for tests.
 */
#ifndef SUPPORT_DECODING_H
#define SUPPORT_DECODING_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "article/decode.h"

/* An arena, and what came out of the last article. */
struct decoding {
    struct article_rules rules;
    struct arena *arena;
    struct article article;
    struct fault fault;
};

static inline int decoding_setup(void **state)
{
    static struct decoding decoding;
    decoding = (struct decoding){.arena = arena_new((size_t)64 << 20)};
    *state = &decoding;
    return decoding.arena ? 0 : -1;
}

static inline int decoding_teardown(void **state)
{
    arena_free(((struct decoding *)*state)->arena);
    return 0;
}

/* Decodes bytes as content_type ("" : not told).  Returns what article_decode() returns. */
static inline int decoding_run(struct decoding *decoding, struct str bytes,
                               const char *content_type)
{
    arena_reset(decoding->arena);
    decoding->fault = (struct fault){0};
    decoding->article = (struct article){.id = STR("untouched")};
    const struct article_input input = {.bytes = bytes, .content_type = str_of(content_type)};
    const int code = article_decode(&decoding->rules, decoding->arena, &input, &decoding->article,
                                    &decoding->fault);
    if (code) {
        assert_int_equal(decoding->fault.code, code);
        assert_true(decoding->fault.text[0]);
        assert_true(str_equal(decoding->article.id, STR("untouched")));
    } else {
        assert_true(decoding->article.id.len > 0);
        assert_false(decoding->fault.text[0]);
    }
    return code;
}

/* Decodes what has to be a good article. */
static inline const struct article *decoding_good(struct decoding *decoding, struct str bytes,
                                                  const char *content_type)
{
    if (decoding_run(decoding, bytes, content_type))
        fail_msg("%.*s: %s", (int)bytes.len, bytes.at, decoding->fault.text);
    return &decoding->article;
}

#define assert_str(got, wanted)                                                            \
    do {                                                                                   \
        const struct str got_str = (got), wanted_str = str_of(wanted);                     \
        if (!str_equal(got_str, wanted_str))                                               \
            fail_msg("got \"%.*s\", wanted \"%s\"", (int)got_str.len, got_str.at, wanted); \
    } while (0)

#endif
