/* Memory that runs out: at each allocation of a pack's loading, at each size of an article's arena.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "annotate/document.h"

enum { NEVER = -1, ARENA_STEP = 512, ARENA_MOST = 4 << 20 };

/* The linker sends the engine's calls here (-Wl,--wrap): see CMakeLists.txt. */
void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__wrap_malloc(size_t size);
void *__real_aligned_alloc(size_t alignment, size_t size);
void *__wrap_aligned_alloc(size_t alignment, size_t size);
void *__wrap_calloc(size_t count, size_t size);

static long left = NEVER; /* allocations that still succeed */

static int runs_out(void)
{
    return left != NEVER && left-- <= 0;
}

void *__wrap_malloc(size_t size)
{
    return runs_out() ? NULL : __real_malloc(size);
}

void *__wrap_aligned_alloc(size_t alignment, size_t size)
{
    return runs_out() ? NULL : __real_aligned_alloc(alignment, size);
}

void *__wrap_calloc(size_t count, size_t size)
{
    return runs_out() ? NULL : __real_calloc(count, size);
}

static void a_pack_is_loaded_whole_or_not_at_all(void **state)
{
    (void)state;
    for (long allowed = 0;; allowed++) {
        struct pack *pack = NULL;
        struct fault fault = {0};
        left = allowed;
        int code = pack_load(TEST_LANG_DIR, "fr", &pack, &fault);
        left = NEVER;
        if (code == 0) {
            assert_true(allowed > 3); /* the count works */
            pack_free(pack);
            return;
        }
        assert_int_equal(code, FAULT_MEMORY);
        assert_true(fault.text[0] != '\0');
        assert_null(pack);
    }
}

static int annotate(const struct pack *pack, struct arena *arena)
{
    static const char BODY[] = "Le ministre chinois des Affaires étrangères, Wang Yi, a rencontré "
                               "samedi 26 avril 2025 à Almaty, au Kazakhstan, son homologue "
                               "ouzbek. Ils se retrouveront le 3 mai à 15h30.";
    const struct document_limits limits = {1000, 10000, 1000000};
    const struct article article = {.title = STR("Chine: un sommet"), .body = STR(BODY)};
    struct document document;
    int fault = document_open(&article, pack, arena, &limits, &document);
    if (!fault)
        fault = lexicon_annotate(&document);
    for (unsigned stage = 0; !fault && stage < STAGE_COUNT; stage++)
        fault = match_stage(&document, (enum stage)stage);
    return fault;
}

static void a_small_arena_is_a_fault_and_a_larger_one_is_not(void **state)
{
    (void)state;
    struct pack *pack = NULL;
    size_t failed = 0;
    assert_int_equal(pack_load(TEST_LANG_DIR, "fr", &pack, NULL), 0);
    for (size_t cap = 0; cap < ARENA_MOST; cap += ARENA_STEP) {
        struct arena *arena = arena_new(cap);
        int fault = annotate(pack, arena);
        arena_free(arena);
        if (fault == 0)
            break;
        assert_int_equal(fault, FAULT_MEMORY);
        failed++;
    }
    assert_true(failed > 10 && failed < ARENA_MOST / ARENA_STEP);
    pack_free(pack);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_pack_is_loaded_whole_or_not_at_all),
        cmocka_unit_test(a_small_arena_is_a_fault_and_a_larger_one_is_not),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
