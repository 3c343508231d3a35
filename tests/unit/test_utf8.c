/* test_utf8.c -- validity, counting, encoding and composition of UTF-8. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <unicode/unorm2.h>

#include "base/fault.h"
#include "base/utf8.h"

#define BAD(bytes, prefix)                     \
    {                                          \
        {(bytes), sizeof(bytes) - 1}, (prefix) \
    }

static void every_scalar_value_encodes_and_decodes(void **state)
{
    (void)state;
    for (uint32_t code_point = 0; code_point <= 0x10FFFF; code_point++) {
        if (code_point >= 0xD800 && code_point <= 0xDFFF)
            continue;
        char bytes[4];
        size_t decoded_size;
        const size_t size = utf8_encode(code_point, bytes);
        assert_int_equal(utf8_decode(bytes, &decoded_size), code_point);
        assert_int_equal(decoded_size, size);
        assert_true(utf8_valid(str_make(bytes, size)));
        assert_int_equal(utf8_valid_prefix(str_make(bytes, size - 1)), 0);
        assert_int_equal(utf8_count(str_make(bytes, size)), 1);
    }
}

static void mistakes_end_the_valid_prefix(void **state)
{
    (void)state;
    static const struct {
        struct str bytes;
        size_t prefix;
    } CASES[] = {
        BAD("abc\x80", 3),                 /* a stray continuation byte */
        BAD("\xC3", 0),                    /* cut */
        BAD("a\xE2\x82", 1),               /* cut */
        BAD("\xF0\x9F\x98", 0),            /* cut */
        BAD("\xC0\xAF", 0),                /* overlong '/' */
        BAD("\xC1\xBF", 0),                /* overlong */
        BAD("\xE0\x9F\xBF", 0),            /* overlong */
        BAD("\xF0\x8F\xBF\xBF", 0),        /* overlong */
        BAD("\xED\xA0\x80", 0),            /* surrogate */
        BAD("\xF4\x90\x80\x80", 0),        /* above U+10FFFF */
        BAD("\xF5\x80\x80\x80", 0),        /* no such lead byte */
        BAD("\xFF", 0),                    /* no such byte */
        BAD("12345678\xE9t\xE9", 8),       /* Latin-1 after a whole word of ASCII */
        BAD("\xC3\xA9\xC3\xC3\xA9", 2),    /* lead byte after lead byte */
        BAD("\xE2\x82\xAC\xE2\x28\xA1", 3) /* ASCII in the middle */
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        assert_int_equal(utf8_valid_prefix(CASES[i].bytes), CASES[i].prefix);
        assert_false(utf8_valid(CASES[i].bytes));
    }
    assert_true(utf8_valid(STR("")));
    assert_true(utf8_valid(STR("Réunion à Almaty : « 6ᵉ » 🤝 上海")));
}

static void counts_code_points_not_bytes(void **state)
{
    (void)state;
    assert_int_equal(utf8_count(STR("")), 0);
    assert_int_equal(utf8_count(STR("Chine")), 5);
    assert_int_equal(utf8_count(STR("été")), 3);
    assert_int_equal(utf8_count(STR("🤝上a")), 3);
}

static void composes(void **state)
{
    (void)state;
    static const struct {
        const char *from, *to;
    } CASES[] = {
        {"", ""},
        {"re\xCC\x81union", "r\xC3\xA9union"},                    /* e + acute */
        {"\xE2\x84\xAB", "\xC3\x85"},                             /* angstrom sign */
        {"\xE2\x80\x81x", "\xE2\x80\x83x"},                       /* em quad: em space */
        {"a\xCC\x81\xCC\xA7", "\xC3\xA1\xCC\xA7"},                /* marks are put in order */
        {"\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB", "\xED\x95\x9C"}, /* Hangul */
        {"\xF0\x9D\x85\x9E", "\xF0\x9D\x85\x97\xF0\x9D\x85\xA5"}, /* grows */
    };
    struct arena *arena = arena_new(1 << 20);
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct str composed;
        assert_int_equal(utf8_compose(arena, str_of(CASES[i].from), &composed), 0);
        assert_true(str_equal(composed, str_of(CASES[i].to)));
    }
    arena_free(arena);
}

static void what_is_composed_is_not_copied(void **state)
{
    (void)state;
    static const char *const TEXTS[] = {
        "Plain words",  "L’été « à Genève » — 12 €",          "Встреча в Москве",
        "中国外交部长", "ΔΕΗ και ελληνικά" /* ICU says so */,
    };
    struct arena *arena = arena_new(1 << 20);
    for (size_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++) {
        struct str composed;
        assert_int_equal(utf8_compose(arena, str_of(TEXTS[i]), &composed), 0);
        assert_ptr_equal(composed.at, TEXTS[i]);
    }
    arena_free(arena);
}

static void the_fast_path_agrees_with_icu(void **state)
{
    (void)state;
    UErrorCode error = U_ZERO_ERROR;
    const UNormalizer2 *form = unorm2_getNFCInstance(&error);
    for (UChar32 code_point = 0; code_point < 0x10000; code_point++) {
        if (!utf8_always_composed((uint32_t)code_point))
            continue;
        const UChar unit = (UChar)code_point;
        assert_true(unorm2_hasBoundaryBefore(form, code_point));
        assert_int_equal(unorm2_quickCheck(form, &unit, 1, &error), UNORM_YES);
    }
    assert_false(utf8_always_composed(0x300));
    assert_false(utf8_always_composed(0x10000));
}

static void a_full_arena_is_a_fault(void **state)
{
    (void)state;
    const struct str text = STR("re\xCC\x81union");
    for (size_t cap = 0;; cap += 16) {
        struct arena *arena = arena_new(cap);
        struct str composed = STR("untouched");
        const int code = utf8_compose(arena, text, &composed);
        arena_free(arena);
        if (code == 0)
            break;
        assert_int_equal(code, FAULT_MEMORY);
        assert_true(str_equal(composed, STR("untouched")));
        assert_true(cap < 4096);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_scalar_value_encodes_and_decodes),
        cmocka_unit_test(mistakes_end_the_valid_prefix),
        cmocka_unit_test(counts_code_points_not_bytes),
        cmocka_unit_test(composes),
        cmocka_unit_test(what_is_composed_is_not_copied),
        cmocka_unit_test(the_fast_path_agrees_with_icu),
        cmocka_unit_test(a_full_arena_is_a_fault),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
