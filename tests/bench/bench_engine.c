/*
 * bench_engine -- how fast the engine turns text into meetings, on one core.
 *
 *     bench_engine [ARTICLES [LANG]]
 *
 * Loads the packs and decodes the articles once, then extracts all of them again and
 * again for a few seconds.  Prints the fastest and the median round.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "meeting/engine.h"
#include "support/articles.h"

enum { MOST_ROUNDS = 2000, ARENA = 256 << 20 };
static const double SECONDS = 5;

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static int compare(const void *a, const void *b)
{
    const double *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

/* Extracts every article once.  Returns the meetings found, or -1. */
static long round_run(const struct engine *engine, const struct articles *articles,
                      struct arena *arena)
{
    long meetings = 0;
    for (size_t i = 0; i < articles->count; i++) {
        struct extraction extraction;
        struct fault fault = {0};
        int code = engine_extract(engine, arena, &articles->at[i], &extraction, &fault);
        if (code != 0) {
            fprintf(stderr, "%.*s: %s\n", (int)articles->at[i].id.len, articles->at[i].id.at,
                    *fault.text ? fault.text : fault_text(code));
            return -1;
        }
        meetings += (long)extraction.meeting_count;
        arena_reset(arena);
    }
    return meetings;
}

static void line_print(const char *what, double seconds, const struct articles *articles)
{
    printf("%-8s %8.1f MB/s  %9.0f articles/s\n", what, (double)articles->bytes / 1e6 / seconds,
           (double)articles->count / seconds);
}

static int bench(const struct engine *engine, const struct articles *articles, struct arena *arena)
{
    static double rounds[MOST_ROUNDS];
    int count = 0;
    long meetings = round_run(engine, articles, arena); /* warms the arena */
    for (double end = now() + SECONDS; meetings >= 0 && count < MOST_ROUNDS && now() < end;) {
        double began = now();
        meetings = round_run(engine, articles, arena);
        rounds[count++] = now() - began;
    }
    if (meetings < 0 || count == 0)
        return EXIT_FAILURE;
    qsort(rounds, (size_t)count, sizeof *rounds, compare);
    printf("%zu articles, %zu bytes of text, %ld meetings, %d rounds\n", articles->count,
           articles->bytes, meetings, count);
    line_print("fastest", rounds[0], articles);
    line_print("median", rounds[count / 2], articles);
    return EXIT_SUCCESS;
}

int main(int argc, char *argv[])
{
    const char *folder = argc > 1 ? argv[1] : TEST_SOURCE_DIR "/tests/golden";
    const char *lang = argc > 2 ? argv[2] : TEST_LANG_DIR;
    const struct engine_limits limits = engine_limits_default();
    struct arena *texts = arena_new(ARENA), *arena = arena_new(ARENA);
    struct articles articles = {0};
    struct engine *engine = NULL;
    struct fault fault = {0};
    int status = EXIT_FAILURE;
    if (!texts || !arena || articles_load(folder, texts, &articles) != 0)
        fprintf(stderr, "no articles in %s\n", folder);
    else if (engine_load(lang, &limits, &engine, &fault) != 0)
        fprintf(stderr, "%s\n", fault.text);
    else
        status = bench(engine, &articles, arena);
    engine_free(engine);
    arena_free(arena);
    arena_free(texts);
    return status;
}
