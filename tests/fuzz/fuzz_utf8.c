/* fuzz_utf8.c -- what is valid decodes, encodes back and composes once and for all. */
#include "base/fault.h"
#include "base/utf8.h"
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    const struct str text = str_make((const char *)bytes, size);
    const struct str valid = str_make(text.at, utf8_valid_prefix(text));
    FUZZ_CHECK(utf8_valid(valid) && utf8_valid(text) == (valid.len == text.len));
    size_t count = 0, len;
    for (size_t at = 0; at < valid.len; at += len, count++) {
        char encoded[4];
        const uint32_t code_point = utf8_decode(valid.at + at, &len);
        FUZZ_CHECK(utf8_encode(code_point, encoded) == len);
        FUZZ_CHECK(memcmp(encoded, valid.at + at, len) == 0);
    }
    FUZZ_CHECK(count == utf8_count(valid));
    struct arena *arena = arena_new((size_t)64 << 20);
    struct str composed, again;
    FUZZ_CHECK(utf8_compose(arena, valid, &composed) == 0 && utf8_valid(composed));
    FUZZ_CHECK(utf8_compose(arena, composed, &again) == 0 && str_equal(again, composed));
    arena_free(arena);
    return 0;
}
