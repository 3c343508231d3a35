#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "base/fault.h"

static void test_bytes_come_out_in_order(void **state)
{
    (void)state;
    struct arena *arena = arena_new(1 << 20);
    struct buffer buffer = buffer_in(arena);
    for (int i = 0; i < 5000; i++) {
        buffer_byte(&buffer, (char)('a' + i % 26));
        buffer_add(&buffer, STR("--"));
    }
    struct str bytes = {0};
    assert_int_equal(buffer_finish(&buffer, &bytes), 0);
    assert_int_equal(bytes.len, 15000);
    for (size_t i = 0; i < 5000; i++) {
        assert_int_equal(bytes.at[i * 3], 'a' + (int)(i % 26));
        assert_memory_equal(bytes.at + i * 3 + 1, "--", 2);
    }
    arena_free(arena);
}

static void test_nothing_added_is_nothing(void **state)
{
    (void)state;
    struct arena *arena = arena_new(1 << 20);
    struct buffer buffer = buffer_in(arena);
    buffer_add(&buffer, str_make(NULL, 0));
    struct str bytes = STR("untouched");
    assert_int_equal(buffer_finish(&buffer, &bytes), 0);
    assert_int_equal(bytes.len, 0);
    assert_int_equal(arena_used(arena), 0);
    arena_free(arena);
}

static void test_reserved_bytes_count_when_taken(void **state)
{
    (void)state;
    struct arena *arena = arena_new(1 << 20);
    struct buffer buffer = buffer_in(arena);
    char *at = buffer_reserve(&buffer, 3000);
    assert_non_null(at);
    memcpy(at, "seven..", 7);
    buffer_took(&buffer, 7);
    buffer_byte(&buffer, '!');
    struct str bytes = {0};
    assert_int_equal(buffer_finish(&buffer, &bytes), 0);
    assert_true(str_equal(bytes, STR("seven..!")));
    arena_free(arena);
}

static void test_a_full_arena_is_told_at_the_end(void **state)
{
    (void)state;
    struct arena *arena = arena_new(2048);
    struct buffer buffer = buffer_in(arena);
    for (int i = 0; i < 4096; i++)
        buffer_byte(&buffer, 'x');
    buffer_add(&buffer, STR("more"));
    assert_null(buffer_reserve(&buffer, SIZE_MAX));
    struct str bytes = STR("untouched");
    assert_int_equal(buffer_finish(&buffer, &bytes), FAULT_MEMORY);
    assert_true(str_equal(bytes, STR("untouched")));
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_bytes_come_out_in_order),
        cmocka_unit_test(test_nothing_added_is_nothing),
        cmocka_unit_test(test_reserved_bytes_count_when_taken),
        cmocka_unit_test(test_a_full_arena_is_told_at_the_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
