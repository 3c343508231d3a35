/* In the steady state nothing is allocated between an article and its meetings. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "meeting/engine.h"
#include "support/articles.h"

enum { ARENA = 256 << 20 };

/* The linker sends the engine's calls here (-Wl,--wrap): see CMakeLists.txt. */
void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *at, size_t size);
void *__wrap_malloc(size_t size);
void *__real_aligned_alloc(size_t alignment, size_t size);
void *__wrap_aligned_alloc(size_t alignment, size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *at, size_t size);

static size_t allocations;

void *__wrap_malloc(size_t size)
{
    allocations++;
    return __real_malloc(size);
}

void *__wrap_aligned_alloc(size_t alignment, size_t size)
{
    allocations++;
    return __real_aligned_alloc(alignment, size);
}

void *__wrap_calloc(size_t count, size_t size)
{
    allocations++;
    return __real_calloc(count, size);
}

void *__wrap_realloc(void *at, size_t size)
{
    allocations++;
    return __real_realloc(at, size);
}

static size_t extract_all(const struct engine *engine, const struct articles *articles,
                          struct arena *arena)
{
    size_t meetings = 0;
    for (size_t i = 0; i < articles->count; i++) {
        struct extraction extraction;
        struct fault fault = {0};
        assert_int_equal(engine_extract(engine, arena, &articles->at[i], &extraction, &fault), 0);
        meetings += extraction.meeting_count;
        arena_reset(arena);
    }
    return meetings;
}

static void a_warm_engine_allocates_nothing(void **state)
{
    (void)state;
    const struct engine_limits limits = engine_limits_default();
    struct arena *texts = arena_new(ARENA), *arena = arena_new(ARENA);
    struct articles articles = {0};
    struct engine *engine = NULL;
    struct fault fault = {0};
    assert_int_equal(articles_load(TEST_SOURCE_DIR "/tests/golden", texts, &articles), 0);
    assert_int_equal(engine_load(TEST_LANG_DIR, &limits, &engine, &fault), 0);

    size_t meetings = extract_all(engine, &articles, arena);
    assert_true(meetings > 0);
    assert_true(allocations > 0); /* the count works: loading and warming have allocated */

    allocations = 0;
    size_t again = extract_all(engine, &articles, arena);
    size_t counted = allocations;
    assert_int_equal(again, meetings);
    assert_int_equal(counted, 0);

    engine_free(engine);
    arena_free(arena);
    arena_free(texts);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_warm_engine_allocates_nothing)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
