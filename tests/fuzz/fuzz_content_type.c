/* fuzz_content_type.c -- any content-type; and dates of publication, as short a text. */
#include "article/published.h"
#include "decoding.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    const struct str text = str_make((const char *)bytes, size);
    struct arena *arena = arena_new((size_t)1 << 20);
    FUZZ_CHECK(arena);
    const struct article_rules rules = {0};
    const struct article_input input = {.bytes = STR("{\"body\": \"x\"}"), .content_type = text};
    struct article article;
    article_decode(&rules, arena, &input, &article, NULL);
    arena_free(arena);
    struct published published;
    if (published_parse(text, &published)) {
        FUZZ_CHECK(published.told && published.day.year >= 1 && published.day.year <= 9999);
        FUZZ_CHECK(published.day.month >= 1 && published.day.month <= 12);
        FUZZ_CHECK(published.day.day >= 1 && published.day.day <= 31);
    }
    return 0;
}
