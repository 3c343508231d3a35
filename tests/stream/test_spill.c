#include <setjmp.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "stream/sieve.h"
#include "stream/spill.h"

enum { KEYS = 5000, LARGE = 100 * 1000 };

static atomic_bool never;

/* What came back. */
struct seen {
    uint64_t last_hash;
    size_t keys, records;
    unsigned order; /* a hash over the order of the keys */
};

static char large[LARGE];

/* For key i: a record of kind 1 with rank 2, one of kind 1 with rank 1, and one of kind 0. */
static void fill(struct spill *spill, int step)
{
    struct fault fault;
    for (int n = 0; n < KEYS; n++) {
        int i = step > 0 ? n : KEYS - 1 - n;
        char key[16], value[16];
        int len = snprintf(key, sizeof key, "key %d", i);
        int value_len = snprintf(value, sizeof value, "%d", i);
        struct spill_record record = {.key = str_make(key, (size_t)len),
                                      .bytes = str_make(value, (size_t)value_len),
                                      .kind = 1,
                                      .rank = 2,
                                      .tie = i};
        assert_int_equal(spill_add(spill, &record, &fault), 0);
        record.rank = 1;
        record.bytes = i == 7 ? str_make(large, LARGE) : str_make(NULL, 0);
        assert_int_equal(spill_add(spill, &record, &fault), 0);
        record.kind = 0;
        record.bytes = STR("first");
        assert_int_equal(spill_add(spill, &record, &fault), 0);
    }
}

static int visit(void *self, const struct spill_record *records, size_t count,
                 struct fault *ret_fault)
{
    struct seen *seen = self;
    char key[16];
    (void)ret_fault;
    assert_int_equal(count, 3);
    assert_int_equal(records[0].kind, 0);
    assert_true(str_equal(records[0].bytes, STR("first")));
    assert_int_equal(records[1].rank, 1);
    assert_int_equal(records[2].rank, 2);
    snprintf(key, sizeof key, "%.*s", (int)records[2].bytes.len, records[2].bytes.at);
    int i = atoi(key);
    assert_int_equal(records[2].tie, i);
    assert_int_equal(records[1].bytes.len, i == 7 ? LARGE : 0);
    if (i == 7)
        assert_memory_equal(records[1].bytes.at, large, LARGE);
    snprintf(key, sizeof key, "key %d", i);
    assert_true(str_equal(records[1].key, str_of(key)));
    assert_true(spill_hash(records[0].key) >= seen->last_hash);
    seen->last_hash = spill_hash(records[0].key);
    seen->order = seen->order * 31 + (unsigned)i;
    seen->keys++;
    seen->records += count;
    return 0;
}

static struct seen round_trip(int step)
{
    struct spill *spill;
    struct fault fault;
    struct seen seen = {0};
    assert_int_equal(spill_new(&spill, &fault), 0);
    fill(spill, step);
    assert_int_equal(spill_read(spill, &(struct spill_visitor){&seen, visit}, &never, &fault), 0);
    assert_true(spill_size(spill) > LARGE);
    spill_free(spill);
    return seen;
}

static void test_all_of_a_key_comes_back_together_and_in_order(void **state)
{
    (void)state;
    memset(large, 'x', sizeof large);
    struct seen seen = round_trip(1);
    assert_int_equal(seen.keys, KEYS);
    assert_int_equal(seen.records, 3 * KEYS);
}

static void test_the_order_does_not_depend_on_that_of_adding(void **state)
{
    (void)state;
    assert_int_equal(round_trip(1).order, round_trip(-1).order);
}

static int fail_at_once(void *self, const struct spill_record *records, size_t count,
                        struct fault *ret_fault)
{
    (void)records;
    (void)count;
    ++*(int *)self;
    return fault_set(ret_fault, FAULT_FATAL, "enough");
}

static void test_what_a_visitor_returns_ends_it(void **state)
{
    struct spill *spill;
    struct fault fault;
    int visits = 0;
    (void)state;
    assert_int_equal(spill_new(&spill, &fault), 0);
    fill(spill, 1);
    assert_int_equal(
        spill_read(spill, &(struct spill_visitor){&visits, fail_at_once}, &never, &fault),
        FAULT_FATAL);
    assert_int_equal(visits, 1);
    spill_free(spill);
}

static void test_a_folder_that_is_not_there_is_named(void **state)
{
    struct spill *spill;
    struct fault fault;
    (void)state;
    setenv("TMPDIR", "/nowhere/at/all", 1);
    assert_int_equal(spill_new(&spill, &fault), FAULT_FILE);
    assert_string_equal(fault.text, "making a temporary file in /nowhere/at/all: No such file or "
                                    "directory; TMPDIR names another folder");
    unsetenv("TMPDIR");
}

/* Of a million other keys with a million added hardly any is taken for one of them. */
static void test_a_sieve_lets_nearly_nothing_else_through(void **state)
{
    enum { MILLION = 1000000 };
    struct sieve *sieve = sieve_new();
    size_t through = 0;
    (void)state;
    assert_non_null(sieve);
    for (uint64_t i = 0; i < 2 * MILLION; i += 2)
        sieve_add(sieve, spill_hash(str_make((const char *)&i, sizeof i)));
    for (uint64_t i = 0; i < 2 * MILLION; i++) {
        bool has = sieve_has(sieve, spill_hash(str_make((const char *)&i, sizeof i)));
        assert_true(has || i % 2);
        through += has && i % 2;
    }
    assert_true(through < 20);
    sieve_free(sieve);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_all_of_a_key_comes_back_together_and_in_order),
        cmocka_unit_test(test_the_order_does_not_depend_on_that_of_adding),
        cmocka_unit_test(test_what_a_visitor_returns_ends_it),
        cmocka_unit_test(test_a_folder_that_is_not_there_is_named),
        cmocka_unit_test(test_a_sieve_lets_nearly_nothing_else_through),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
