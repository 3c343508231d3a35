/* decoding.h -- what every decoded article has to hold to, whatever its bytes were. */
#ifndef FUZZ_DECODING_H
#define FUZZ_DECODING_H

#include "article/decode.h"
#include "base/utf8.h"
#include "fuzz.h"

/* Valid, composed, no control characters but line ends where there may be some. */
static inline void check_text(struct arena *arena, struct str text, bool one_line)
{
    struct str composed;
    FUZZ_CHECK(utf8_valid(text));
    FUZZ_CHECK(utf8_compose(arena, text, &composed) == 0 && str_equal(composed, text));
    for (size_t i = 0; i < text.len; i++)
        FUZZ_CHECK((unsigned char)text.at[i] >= ' ' || (!one_line && text.at[i] == '\n'));
}

/* Decodes bytes; the first of them chooses, by `types`, what they are said to be. */
static inline void check_decoding(const uint8_t *bytes, size_t size, const char *const *types,
                                  size_t type_count)
{
    if (size == 0)
        return;
    struct arena *arena = arena_new((size_t)256 << 20);
    FUZZ_CHECK(arena);
    const struct article_rules rules = {.max_depth = 32};
    const struct article_input input = {
        .bytes = str_make((const char *)bytes + 1, size - 1),
        .content_type = str_of(types[bytes[0] % type_count]),
    };
    struct article article, again;
    struct fault fault = {0};
    const int code = article_decode(&rules, arena, &input, &article, &fault);
    FUZZ_CHECK(code != FAULT_MEMORY);
    FUZZ_CHECK(code == fault.code);
    if (code == 0) {
        check_text(arena, article.title, true);
        check_text(arena, article.body, false);
        check_text(arena, article.id, true);
        check_text(arena, article.url, true);
        check_text(arena, article.source, true);
        FUZZ_CHECK(article.id.len > 0 && article.title.len + article.body.len > 0);
        FUZZ_CHECK(article_decode(&rules, arena, &input, &again, &fault) == 0);
        FUZZ_CHECK(str_equal(article.id, again.id) && str_equal(article.body, again.body));
    }
    arena_free(arena);
}

#endif
