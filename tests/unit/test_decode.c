/* test_decode.c -- what holds for articles of every format. */
#include "../support/decoding.h"

#include "base/utf8.h"

static const struct {
    const char *content_type;
    struct str bytes;
} ARTICLES[] = {
#define ARTICLE(content_type, literal)     \
    {                                      \
        (content_type),                    \
        {                                  \
            (literal), sizeof(literal) - 1 \
        }                                  \
    }
    ARTICLE("application/json",
            "{\"_id\": {\"$oid\": \"68\"}, \"title\": \"re\\u0301union\", \"body\": "
            "[\"\\\"Un\\\"\", \"deux\"], \"lang\": \"fr\", \"link\": \"u\", "
            "\"source\": {\"name\": \"s\"}, \"date\": \"2025-04-27\"}"),
    ARTICLE("application/json; charset=latin1", "{\"body\": \"<p>\xE9t\xE9</p>\"}"),
    ARTICLE("application/json", "{\"title\": \"L&eacute;o\", \"body\": \"<h1>x</h1><p>y</p>\"}"),
    ARTICLE("application/bson", "\x1C\0\0\0\x02"
                                "body\0\x02\0\0\0x\0\x04"
                                "c\0\x08\0\0\0\x0A"
                                "0\0\0\0"),
    ARTICLE("text/plain; charset=utf-16", "e\0\x01\x03\0\x30"),
    ARTICLE("text/plain", "Une réunion à Genève\n\n\xEA\xB0\x80 \xE1\x84\x80\xE1\x85\xA1"),
    ARTICLE("text/html", "<html lang=fr><meta property=og:title content=t><meta name=date content="
                         "2025-04-27><script type=application/ld+json>{\"headline\": \"h\\n\"}"
                         "</script><article><h1>\xE9</h1><p>Un &amp; deux</article>"),
};

enum { ARTICLE_COUNT = sizeof ARTICLES / sizeof *ARTICLES };

/* The arena's cap goes up until the article fits. */
static void a_full_arena_is_a_fault_at_every_step(void **state)
{
    (void)state;
    const struct article_rules rules = {0};
    for (size_t i = 0; i < ARTICLE_COUNT; i++) {
        const struct article_input input = {ARTICLES[i].bytes, str_of(ARTICLES[i].content_type),
                                            NULL};
        int code = FAULT_MEMORY;
        for (size_t cap = 0; code; cap += 16) {
            struct arena *arena = arena_new(cap);
            struct article article = {.id = STR("untouched")};
            struct fault fault = {0};
            code = article_decode(&rules, arena, &input, &article, &fault);
            if (code) {
                assert_int_equal(code, FAULT_MEMORY);
                assert_int_equal(fault.code, code);
                assert_str(article.id, "untouched");
                assert_true(cap < 65536);
            }
            arena_free(arena);
        }
    }
}

static void every_text_is_valid_and_composed(void **state)
{
    struct decoding *decoding = *state;
    for (size_t i = 0; i < ARTICLE_COUNT; i++) {
        const struct article *article =
            decoding_good(decoding, ARTICLES[i].bytes, ARTICLES[i].content_type);
        const struct str texts[] = {article->id,       article->url,   article->source,
                                    article->language, article->title, article->body};
        for (size_t k = 0; k < sizeof texts / sizeof *texts; k++) {
            struct str composed;
            assert_true(utf8_valid(texts[k]));
            assert_int_equal(utf8_compose(decoding->arena, texts[k], &composed), 0);
            assert_true(str_equal(composed, texts[k]));
        }
    }
}

static void the_article_does_not_need_its_bytes(void **state)
{
    struct decoding *decoding = *state;
    for (size_t i = 0; i < ARTICLE_COUNT; i++) {
        char bytes[512];
        const size_t len = ARTICLES[i].bytes.len;
        assert_true(len < sizeof bytes);
        memcpy(bytes, ARTICLES[i].bytes.at, len);
        const struct article first =
            *decoding_good(decoding, str_make(bytes, len), ARTICLES[i].content_type);
        char body[512];
        memcpy(body, first.body.at, first.body.len);
        memset(bytes, '#', sizeof bytes);
        assert_true(str_equal(first.body, str_make(body, first.body.len)));
        assert_null(memchr(first.id.at, '#', first.id.len));
    }
}

static struct str derived_id(struct decoding *decoding, const char *json, char ret_room[64])
{
    const struct str id = decoding_good(decoding, str_of(json), "application/json")->id;
    assert_int_equal(id.len, 36);
    memcpy(ret_room, id.at, id.len);
    return str_make(ret_room, id.len);
}

static void a_missing_id_comes_from_the_content(void **state)
{
    char room[4][64];
    const struct str id = derived_id(*state, "{\"title\": \"t\", \"body\": \"x\"}", room[0]);
    assert_str(id, "bf04442d-b50f-52d3-b2f2-e5344daf844c");
    /* the same from other bytes, another from another text */
    assert_true(str_equal(
        id, derived_id(*state, "{\"text\": \" x \", \"headline\": \"t\", \"id\": \"\"}", room[1])));
    assert_false(str_equal(id, derived_id(*state, "{\"title\": \"tx\", \"body\": \"\"}", room[2])));
    assert_false(str_equal(
        id, derived_id(*state, "{\"title\": \"t\", \"body\": \"x\", \"url\": \"u\"}", room[3])));
}

static void stand_ins_fill_what_is_missing(void **state)
{
    struct decoding *decoding = *state;
    const struct article stand_ins = {
        .id = STR("file.json"),
        .title = STR("Titre"),
        .language = STR("fr-CA"),
        .published = {true, {2025, 4, 27}, 1745712000000},
    };
    struct article_input input = {.bytes = STR("{\"body\": \"x\"}"), .stand_ins = &stand_ins};
    struct article article;
    assert_int_equal(article_decode(&decoding->rules, decoding->arena, &input, &article, NULL), 0);
    assert_str(article.id, "file.json");
    assert_str(article.title, "Titre");
    assert_str(article.language, "fr");
    assert_int_equal(article.published.day.day, 27);
    input.bytes = STR("{\"id\": 1, \"body\": \"x\", \"title\": \"t\", \"lang\": \"en\","
                      " \"date\": \"2020-01-02\"}");
    assert_int_equal(article_decode(&decoding->rules, decoding->arena, &input, &article, NULL), 0);
    assert_str(article.id, "1");
    assert_str(article.title, "t");
    assert_str(article.language, "en");
    assert_int_equal(article.published.day.year, 2020);
    input.bytes = STR("{}"); /* a title is enough, also one that stands in */
    assert_int_equal(article_decode(&decoding->rules, decoding->arena, &input, &article, NULL), 0);
}

static void bytes_are_limited(void **state)
{
    struct decoding *decoding = *state;
    decoding->rules.max_bytes = 12;
    assert_int_equal(decoding_run(decoding, STR("{\"body\":\"x\"}"), ""), 0);
    assert_int_equal(decoding_run(decoding, STR("{\"body\":\"xy\"}"), ""), FAULT_TOO_BIG);
    assert_non_null(strstr(decoding->fault.text, "13 bytes, over the limit of 12"));
}

static void articles_come_one_by_one(void **state)
{
    (void)state;
    struct str one, rest = STR("{\"a\": 1}\n\n  \r\n{\"b\": 2}\r\n{\"c\"");
    assert_true(article_next(ARTICLE_JSON, &rest, &one));
    assert_str(one, "{\"a\": 1}");
    assert_true(article_next(ARTICLE_JSON, &rest, &one));
    assert_str(one, "{\"b\": 2}\r");
    assert_true(article_next(ARTICLE_JSON, &rest, &one));
    assert_str(one, "{\"c\"");
    assert_false(article_next(ARTICLE_JSON, &rest, &one));
    rest = STR("\5\0\0\0\0\7\0\0\0abc\3\0\0\0x");
    assert_true(article_next(ARTICLE_BSON, &rest, &one));
    assert_int_equal(one.len, 5);
    assert_true(article_next(ARTICLE_BSON, &rest, &one));
    assert_int_equal(one.len, 7);
    assert_true(article_next(ARTICLE_BSON, &rest, &one)); /* no such length: all that is left */
    assert_int_equal(one.len, 5);
    assert_false(article_next(ARTICLE_BSON, &rest, &one));
    rest = STR("Un\n\ndeux\n");
    assert_true(article_next(ARTICLE_TEXT, &rest, &one));
    assert_str(one, "Un\n\ndeux\n");
    assert_false(article_next(ARTICLE_TEXT, &rest, &one));
}

/* What an article may cost: a small multiple of its bytes, whatever is in them. */
static void memory_is_bounded_by_the_bytes(void **state)
{
    enum { SIZE = 1 << 20, MOST = 12 * SIZE };
    static const struct {
        const char *content_type, *head, *piece, *tail;
    } CASES[] = {
        {"application/json", "{\"body\": \"", "x\\n", "\"}"},
        {"application/json", "{\"body\": \"", "<p>x", "\"}"},
        {"application/json", "{\"body\": [\"x\"", ",\"x\"", "]}"},
        {"application/json", "{\"body\": \"x\"", ",\"id\":1", "}"},
        {"application/json", "{\"body\": \"", "\xCC\x81", "\"}"},
        {"text/plain", "", "\xF0\x9D\x85\x9E", ""},
        {"text/plain; charset=latin1", "", "\xE9", ""},
        {"text/html", "", "<script type='application/ld+json'>{\"headline\":1}</script>", ""},
        {"text/html", "<p>x", "<meta name=date content=2025-04-27>", ""},
        {"text/html", "", "<p>x", ""},
    };
    struct decoding *decoding = *state;
    char *bytes = test_malloc(SIZE + 1024);
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        size_t len = (size_t)sprintf(bytes, "%s", CASES[i].head);
        while (len < SIZE)
            len += (size_t)sprintf(bytes + len, "%s", CASES[i].piece);
        len += (size_t)sprintf(bytes + len, "%s", CASES[i].tail);
        decoding_run(decoding, str_make(bytes, len), CASES[i].content_type);
        if (arena_used(decoding->arena) > MOST)
            fail_msg("case %zu: %zu bytes", i, arena_used(decoding->arena));
    }
    test_free(bytes);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, decoding_setup, decoding_teardown)
    const struct CMUnitTest tests[] = {
        TEST(a_full_arena_is_a_fault_at_every_step),
        TEST(every_text_is_valid_and_composed),
        TEST(the_article_does_not_need_its_bytes),
        TEST(a_missing_id_comes_from_the_content),
        TEST(stand_ins_fill_what_is_missing),
        TEST(bytes_are_limited),
        TEST(articles_come_one_by_one),
        TEST(memory_is_bounded_by_the_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
