/* The whole way from articles to meetings, as the stream and the commands take it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "annotate/document.h"
#include "meeting/engine.h"
#include "record/event.h"
#include "support/articles.h"

enum { MEMORY = 64 << 20, ALL_ARTICLES = 256 << 20 };

struct world {
    struct engine *engine;
    struct arena *articles_arena, *arena;
    struct articles articles;
};

static int world_open(void **state)
{
    static struct world world;
    struct fault fault = {0};
    if (engine_load(TEST_LANG_DIR, NULL, &world.engine, &fault) != 0)
        fail_msg("%s", fault.text);
    world.articles_arena = arena_new(ALL_ARTICLES);
    world.arena = arena_new(MEMORY);
    assert_int_equal(
        articles_load(TEST_SOURCE_DIR "/tests/golden", world.articles_arena, &world.articles), 0);
    assert_true(world.articles.count >= 50);
    *state = &world;
    return 0;
}

static int world_close(void **state)
{
    struct world *world = *state;
    engine_free(world->engine);
    arena_free(world->articles_arena);
    arena_free(world->arena);
    return 0;
}

/* The article's line of JSON, copied out of the arena that is reset. */
static char *line_of(const struct world *world, const struct article *article, bool annotate)
{
    struct extraction extraction;
    struct fault fault = {0};
    struct str line;
    arena_reset(world->arena);
    const int code =
        annotate ? engine_annotate(world->engine, world->arena, article, &extraction, &fault)
                 : engine_extract(world->engine, world->arena, article, &extraction, &fault);
    assert_int_equal(code, 0);
    assert_int_equal(extraction.document != NULL, annotate);
    const struct event_context context = {article, &extraction};
    assert_int_equal(article_events_json(&context, world->arena, &line), 0);
    return strndup(line.at, line.len);
}

/* Extracts text as the title and then as the body of an article. */
static void piece_extract(const struct world *world, const struct article *whole, struct str text)
{
    struct article piece = *whole;
    struct extraction extraction;
    struct fault fault = {0};
    piece.title = text;
    piece.body = (struct str){NULL, 0};
    arena_reset(world->arena);
    assert_int_equal(engine_extract(world->engine, world->arena, &piece, &extraction, &fault), 0);
    piece.body = text;
    piece.title = (struct str){NULL, 0};
    arena_reset(world->arena);
    assert_int_equal(engine_extract(world->engine, world->arena, &piece, &extraction, &fault), 0);
}

/* A few words are a whole article: nothing stands before the first of them or behind the last. */
static void any_few_words_are_an_article(void **state)
{
    enum { WORDS = 4 };
    const struct world *world = *state;
    for (size_t i = 0; i < world->articles.count; i++) {
        const struct article *whole = &world->articles.at[i];
        const struct str body = whole->body;
        size_t begins[WORDS] = {0}, word = 0;
        for (size_t at = 0; at <= body.len; at++) {
            if (at < body.len && body.at[at] != ' ' && body.at[at] != '\n')
                continue;
            for (size_t back = 0; back < WORDS && back <= word; back++) {
                const size_t begin = begins[(word - back) % WORDS];
                piece_extract(world, whole, str_make(body.at + begin, at - begin));
            }
            begins[++word % WORDS] = at + 1;
        }
    }
}

static void annotating_finds_what_extracting_finds(void **state)
{
    const struct world *world = *state;
    for (size_t i = 0; i < world->articles.count; i++) {
        char *extracted = line_of(world, &world->articles.at[i], false);
        char *annotated = line_of(world, &world->articles.at[i], true);
        assert_string_equal(extracted, annotated);
        free(extracted);
        free(annotated);
    }
}

static void the_same_article_gives_the_same_events(void **state)
{
    const struct world *world = *state;
    for (size_t i = 0; i < world->articles.count; i++) {
        char *first = line_of(world, &world->articles.at[i], false);
        char *second = line_of(world, &world->articles.at[i], false);
        assert_string_equal(first, second);
        free(first);
        free(second);
    }
}

static struct article article_of(const char *language, const char *body)
{
    struct article article = {.id = STR("a"), .language = str_of(language), .body = str_of(body)};
    article.published =
        (struct published){.told = true, .day = {2025, 4, 27}, .instant_ms = 1745712000000};
    return article;
}

static void the_language_is_detected_where_it_is_not_told(void **state)
{
    static const char *const texts[][2] = {
        {"fr", "Le ministre a rencontré son homologue à Tunis, et ils ont parlé de la pêche."},
        {"en", "The minister met her counterpart in Tunis, and they talked about fishing."},
    };
    const struct world *world = *state;
    for (size_t i = 0; i < 2; i++) {
        const struct article article = article_of("", texts[i][1]);
        struct extraction extraction;
        arena_reset(world->arena);
        assert_int_equal(engine_extract(world->engine, world->arena, &article, &extraction, NULL),
                         0);
        assert_true(str_equal(extraction.language, str_of(texts[i][0])));
        assert_int_equal(extraction.meeting_count, 1);
    }
}

static void a_language_without_a_pack_is_told(void **state)
{
    const struct world *world = *state;
    const struct article told = article_of("xx", "The minister met her counterpart in Tunis.");
    const struct article unknown = article_of("", "Zxcv qwer asdf uiop hjkl bnmt tyui wert.");
    struct extraction extraction;
    arena_reset(world->arena);
    assert_int_equal(engine_extract(world->engine, world->arena, &told, &extraction, NULL),
                     FAULT_LANGUAGE);
    assert_true(str_equal(extraction.language, STR("xx")));
    assert_int_equal(engine_extract(world->engine, world->arena, &unknown, &extraction, NULL),
                     FAULT_LANGUAGE);
}

static void a_limit_of_tokens_is_a_fault(void **state)
{
    const struct world *world = *state;
    const struct article article = article_of("en", "The minister met her counterpart in Tunis.");
    const struct engine_limits limits = {.max_tokens = 5};
    struct extraction extraction;
    struct fault fault = {0};
    struct engine *narrow = NULL;
    assert_int_equal(engine_load(TEST_LANG_DIR, &limits, &narrow, &fault), 0);
    arena_reset(world->arena);
    assert_int_equal(engine_extract(narrow, world->arena, &article, &extraction, &fault),
                     FAULT_TOO_COMPLEX);
    assert_non_null(strstr(fault.text, "5 tokens"));
    engine_free(narrow);
}

/* The golden article that tells most meetings. */
static const struct article *richest(const struct world *world)
{
    const struct article *richest = NULL;
    size_t most = 0;
    for (size_t i = 0; i < world->articles.count; i++) {
        struct extraction extraction;
        arena_reset(world->arena);
        engine_extract(world->engine, world->arena, &world->articles.at[i], &extraction, NULL);
        if (extraction.meeting_count > most) {
            most = extraction.meeting_count;
            richest = &world->articles.at[i];
        }
    }
    return richest;
}

/* Never fewer meetings, or less of them, without a word. */
static void a_small_arena_is_a_fault_or_does_not_show(void **state)
{
    const struct world *world = *state;
    const struct article *article = richest(world);
    char *whole = line_of(world, article, false);
    size_t failed = 0;
    int code = FAULT_MEMORY;
    for (size_t cap = 0; code != 0 && cap < MEMORY; cap += 256) {
        struct arena *small = arena_new(cap);
        struct extraction extraction;
        struct str line;
        code = engine_extract(world->engine, small, article, &extraction, NULL);
        if (code == 0) {
            const struct event_context context = {article, &extraction};
            arena_reset(world->arena);
            assert_int_equal(article_events_json(&context, world->arena, &line), 0);
            assert_int_equal(strlen(whole), line.len);
            assert_memory_equal(whole, line.at, line.len);
        } else {
            assert_int_equal(code, FAULT_MEMORY);
            failed++;
        }
        arena_free(small);
    }
    assert_true(failed > 100 && code == 0);
    free(whole);
}

/* Whichever stage passes the limit: it is the article's doing, not the machine's. */
static void a_limit_of_annotations_is_never_taken_for_memory(void **state)
{
    const struct world *world = *state;
    const struct article *article = richest(world);
    struct extraction extraction;
    arena_reset(world->arena);
    assert_int_equal(engine_annotate(world->engine, world->arena, article, &extraction, NULL), 0);
    const size_t all = extraction.document->annotation_count;
    for (size_t eighths = 1; eighths <= 8; eighths++) {
        const struct engine_limits limits = {.max_annotations = all * eighths / 8 - 1};
        struct engine *narrow = NULL;
        assert_int_equal(engine_load(TEST_LANG_DIR, &limits, &narrow, NULL), 0);
        arena_reset(world->arena);
        assert_int_equal(engine_annotate(narrow, world->arena, article, &extraction, NULL),
                         FAULT_TOO_COMPLEX);
        engine_free(narrow);
    }
}

static void what_the_text_leaves_open_is_null(void **state)
{
    const struct world *world = *state;
    const struct article article = article_of("en", "The minister met her Finnish counterpart.");
    struct extraction extraction;
    arena_reset(world->arena);
    assert_int_equal(engine_extract(world->engine, world->arena, &article, &extraction, NULL), 0);
    assert_int_equal(extraction.meeting_count, 1);
    const struct meeting *meeting = &extraction.meetings[0];
    assert_int_equal(meeting->kind, KIND_TALKS);
    assert_int_equal(meeting->status, STATUS_HELD);
    assert_string_equal(meeting->start.text, "");
    assert_int_equal(meeting->date_basis, DATE_BASIS_NONE);
    assert_false(meeting->place.told);
    assert_int_equal(meeting->name.len, 0);
    assert_int_equal(meeting->meeting_key.len, 0);
    assert_int_equal(meeting->participant_count, 2);
    assert_string_equal(meeting->participants[1].country, "FI");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(annotating_finds_what_extracting_finds),
        cmocka_unit_test(the_same_article_gives_the_same_events),
        cmocka_unit_test(the_language_is_detected_where_it_is_not_told),
        cmocka_unit_test(a_language_without_a_pack_is_told),
        cmocka_unit_test(a_limit_of_tokens_is_a_fault),
        cmocka_unit_test(a_small_arena_is_a_fault_or_does_not_show),
        cmocka_unit_test(a_limit_of_annotations_is_never_taken_for_memory),
        cmocka_unit_test(what_the_text_leaves_open_is_null),
        cmocka_unit_test(any_few_words_are_an_article),
    };
    return cmocka_run_group_tests_name("engine", tests, world_open, world_close);
}
