/* test_json.c -- articles in JSON, and what is wrong with those that aren't. */
#include "../support/decoding.h"

enum { BODY, TITLE, ID, URL, SOURCE, LANGUAGE };

static struct str field_of(const struct article *article, int field)
{
    const struct str fields[] = {article->body, article->title,  article->id,
                                 article->url,  article->source, article->language};
    return fields[field];
}

static const struct {
    int field;
    const char *json, *wanted;
} GOOD[] = {
    /* where the fields stand */
    {BODY, "{\"body\": \"x\"}", "x"},
    {BODY, "{\"text\": \"x\"}", "x"},
    {BODY, "{\"content\": \"x\"}", "x"},
    {BODY, "{\"content\": {\"text\": \"x\"}}", "x"},
    {BODY, "{\"content.text\": \"x\"}", "x"},
    {BODY, "{\"description\": \"y\", \"body\": \"x\"}", "x"},
    {BODY, "{\"description\": \"y\", \"body\": \"  \"}", "y"},
    {BODY, "{\"description\": \"y\", \"body\": null}", "y"},
    {BODY, "{\"content\": [\"x\", \"y\", \"z\"]}", "x\ny\nz"},
    {BODY, "{\"content\": [{\"text\": \"x\"}, {\"n\": 1, \"text\": \"y\"}]}", "x\ny"},
    {BODY, "{\"other\": {\"body\": \"no\"}, \"body\": \"x\"}", "x"},
    {BODY, "{\"body\": \"x\", \"z\": [[[{\"body\": \"no\"}]]]}", "x"},
    {BODY, "{\"title\": \"t\", \"body\": 7}", ""},
    {BODY, "{\"title\": \"t\", \"body\": true}", ""},
    {TITLE, "{\"headline\": \"t\"}", "t"},
    {TITLE, "{\"title\": {\"rendered\": \"t\"}}", "t"},
    {TITLE, "{\"title\": \" two\\n lines\\t\"}", "two lines"},
    {TITLE, "{\"title\": \"L&#8217;\\u00e9t\\u00e9 <b>enfin</b>\"}", "L’été enfin"},
    {TITLE, "{\"title\": \"AT&T, 3 < 4\"}", "AT&T, 3 < 4"},
    {ID, "{\"body\": \"x\", \"_id\": {\"$oid\": \"680e0c2f5b1e8a0012345678\"}}",
     "680e0c2f5b1e8a0012345678"},
    {ID, "{\"body\": \"x\", \"guid\": {\"#text\": \"g\", \"@isPermaLink\": \"false\"}}", "g"},
    {ID, "{\"body\": \"x\", \"guid\": \"g\", \"id\": \"i\"}", "i"},
    {ID, "{\"body\": \"x\", \"id\": 17}", "17"},
    {ID, "{\"body\": \"x\", \"id\": 99999999999999999999}", "99999999999999999999"},
    {ID, "{\"body\": \"x\", \"id\": -1.50e3}", "-1.50e3"},
    {ID, "{\"body\": \"x\", \"id\": {\"$numberLong\": \"9007199254740993\"}}", "9007199254740993"},
    {ID, "{\"body\": \"x\", \"id\": [\"first\", \"second\"]}", "first"},
    {URL, "{\"body\": \"x\", \"link\": \"https://example.org/a\"}", "https://example.org/a"},
    {SOURCE, "{\"body\": \"x\", \"source\": {\"id\": null, \"name\": \"Agence\"}}", "Agence"},
    {SOURCE, "{\"body\": \"x\", \"publisher\": \"Agence\"}", "Agence"},
    {LANGUAGE, "{\"body\": \"x\", \"language\": \"fr-FR\"}", "fr"},
    {LANGUAGE, "{\"body\": \"x\", \"lang\": \"EN_us\"}", "en"},
    {LANGUAGE, "{\"body\": \"x\", \"lang\": \"fra\"}", "fr"},
    {LANGUAGE, "{\"body\": \"x\", \"lang\": \"und\"}", ""},
    {LANGUAGE, "{\"body\": \"x\", \"lang\": \"?\"}", ""},
    {LANGUAGE, "{\"body\": \"x\", \"lang\": 7}", ""},
    /* what JSON may hold without harm */
    {BODY, "\xEF\xBB\xBF{\"body\": \"x\"}", "x"},
    {BODY, " \r\n\t{\"body\": \"x\"}\n\n", "x"},
    {BODY, "{\"n\": 1e999, \"m\": 123456789012345678901234567890, \"body\": \"x\"}", "x"},
    {BODY, "{\"q\": {\"$type\": \"article\", \"$regex\": 5, \"$date\": {}}, \"body\": \"x\"}", "x"},
    {BODY, "{\"body\": \"first\", \"body\": \"last\"}", "last"},
    {BODY, "{\"\": 1, \"a\\u0000b\": 2, \"body\": \"x\"}", "x"},
    {BODY, "{\"body\": \"a\\u0000b\"}", "a b"},
    {BODY, "{\"body\": \"\\ud83e\\udd1d\"}", "🤝"},
    {BODY, "{\"body\": \"a\\udc00b\"}",
     "a\xEF\xBF\xBD"
     "b"},
    {BODY, "{\"body\": \"a\\ud800b\"}", "a?b"},
    {BODY, "{\"body\": \"a\\r\\nb\\rc\\n\\n\\nd\"}", "a\nb\nc\nd"},
    {BODY, "{\"body\": \"re\\u0301union \\u00e0 Gene\\u0300ve\"}", "réunion à Genève"},
    {BODY, "{\"body\": \"\\\"a\\\\\\/b\\\"\"}", "\"a\\/b\""},
    /* HTML where nothing says so */
    {BODY, "{\"body\": \"<p>Un &amp; deux</p><p>trois</p>\"}", "Un & deux\ntrois"},
    {BODY, "{\"body\": \"Un <b>deux</b>\\n\\ntrois\"}", "Un deux\ntrois"},
    {BODY, "{\"body\": \"Un&nbsp;: l&rsquo;accord\\ntrois\"}", "Un\xC2\xA0: l’accord\ntrois"},
    {BODY, "{\"body\": \"<p>Un\\ndeux</p>\"}", "Un deux"},
    {BODY, "{\"body\": \"1 < 2 & 3 > 2; <john@example.org>\"}",
     "1 < 2 & 3 > 2; <john@example.org>"},
    {TITLE, "{\"body\": \"<h1>Titre</h1><p>Un</p>\"}", "Titre"},
    {TITLE, "{\"body\": \"<h1>Autre</h1><p>Un</p>\", \"title\": \"Titre\"}", "Titre"},
};

static void picks_the_fields(void **state)
{
    for (size_t i = 0; i < sizeof GOOD / sizeof *GOOD; i++) {
        const struct article *article =
            decoding_good(*state, str_of(GOOD[i].json), "application/json");
        const struct str got = field_of(article, GOOD[i].field);
        if (!str_equal(got, str_of(GOOD[i].wanted)))
            fail_msg("%s gives \"%.*s\"", GOOD[i].json, (int)got.len, got.at);
    }
}

#define BAD(json, code, text)                            \
    {                                                    \
        {(json), sizeof(json) - 1}, FAULT_##code, (text) \
    }

static const struct {
    struct str json;
    int code;
    const char *text; /* in the message */
} FAULTS[] = {
    BAD("{\"body\": 7", UNDECODABLE, "line 1, column 11 (byte 10)"),
    BAD("{\n  \"body\": \"x\",\n}", UNDECODABLE, "line 3, column 2"),
    BAD("{\"body\": \"é\", é}", UNDECODABLE, "line 1, column 15 (byte 15)"),
    BAD("{\"body\": \"x\"} y", UNDECODABLE, "line 1"),
    BAD("{\"body\": \"x\"}{\"body\": \"y\"}", UNDECODABLE, "trailing"),
    BAD("{\"body\": \"a\nb\"}", UNDECODABLE, "string"),
    BAD("{\"body\": 007}", UNDECODABLE, "line 1"),
    BAD("{\"body\": NaN}", UNDECODABLE, "line 1"),
    BAD("{\"body\": \"\\x\"}", UNDECODABLE, "inside a string"),
    BAD("{/* no */\"body\": \"x\"}", UNDECODABLE, "line 1"),
    BAD("{'body': 'x'}", UNDECODABLE, "line 1"),
    BAD("{\"body\": \"x\"", UNDECODABLE, "premature EOF"),
    BAD("{\"body\": \"x\"}\0", UNDECODABLE, "line 1"),
    BAD("[]", UNDECODABLE, "an article is an object"),
    BAD("[{\"body\": \"x\"}]", UNDECODABLE, "an article is an object"),
    BAD("\"body\"", UNDECODABLE, "an article is an object"),
    BAD(" \n ", UNDECODABLE, "premature EOF"),
    BAD("", NO_TEXT, "empty"),
    BAD("{}", NO_TEXT, "neither a title nor a body"),
    BAD("{\"id\": 1, \"body\": \"\"}", NO_TEXT, "[fields]"),
    BAD("{\"body\": \" \\u200b\\n\\u00a0\"}", NO_TEXT, "neither"),
    BAD("{\"body\": \"<p></p>\"}", NO_TEXT, "neither"),
    BAD("{\"body\": \"\xE9t\xE9\"}", CHARSET, "UTF-8 at byte 10"),
    BAD("{\"body\": \"\xC0\xAF\"}", CHARSET, "UTF-8 at byte 10"),
    BAD("{\"body\": \"\xED\xA0\x80\"}", CHARSET, "UTF-8 at byte 10"),
};

static void says_what_is_wrong_and_where(void **state)
{
    struct decoding *decoding = *state;
    for (size_t i = 0; i < sizeof FAULTS / sizeof *FAULTS; i++) {
        const int code = decoding_run(decoding, FAULTS[i].json, "application/json");
        if (code != FAULTS[i].code || !strstr(decoding->fault.text, FAULTS[i].text))
            fail_msg("%s: %d, %s", FAULTS[i].json.at, code, decoding->fault.text);
    }
}

/* `depth` objects around a text, the innermost last. */
static char *nested(unsigned depth, const char *open, const char *close)
{
    char *text = test_malloc(depth * (strlen(open) + strlen(close)) + 64);
    char *at = text;
    for (unsigned i = 1; i < depth; i++)
        at += sprintf(at, "%s", i == 1 ? "{\"body\": \"x\", \"z\": " : open);
    at += sprintf(at, "%s", depth == 1 ? "{\"body\": \"x\"}" : "{}");
    for (unsigned i = 1; i < depth; i++)
        at += sprintf(at, "%s", i == depth - 1 ? "}" : close);
    return text;
}

static void nesting_is_limited(void **state)
{
    struct decoding *decoding = *state;
    static const struct {
        unsigned max_depth, depth;
        int code;
    } CASES[] = {{0, 64, 0},    {0, 65, FAULT_TOO_DEEP},      {4, 4, 0}, {4, 5, FAULT_TOO_DEEP},
                 {512, 512, 0}, {512, 100000, FAULT_TOO_DEEP}};
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        decoding->rules.max_depth = CASES[i].max_depth;
        char *objects = nested(CASES[i].depth, "{\"a\": ", "}");
        char *arrays = nested(CASES[i].depth, "[", "]");
        assert_int_equal(decoding_run(decoding, str_of(objects), ""), CASES[i].code);
        assert_int_equal(decoding_run(decoding, str_of(arrays), ""), CASES[i].code);
        test_free(objects);
        test_free(arrays);
    }
    decoding_run(decoding, STR("{\"a\": [[[[[[[[[[1]]]]]]]]]]}"), "");
    decoding->rules.max_depth = 4;
    decoding_run(decoding, STR("{\"a\":\n [[[[[[[[[[1]]]]]]]]]]}"), "");
    assert_non_null(strstr(decoding->fault.text, "line 2"));
}

static void fields_come_from_the_settings(void **state)
{
    struct decoding *decoding = *state;
    decoding->rules.fields = (struct article_fields){
        .body = "payload.main|payload.alt", .title = "title.rendered", .id = "meta.key"};
    const struct article *article = decoding_good(
        decoding,
        STR("{\"body\": \"no\", \"payload\": {\"alt\": \"x\"}, \"title\": {\"rendered\": \"t\"},"
            " \"meta\": {\"key\": \"k\"}, \"lang\": \"fr\"}"),
        "");
    assert_str(article->body, "x");
    assert_str(article->title, "t");
    assert_str(article->id, "k");
    assert_str(article->language, "fr");
}

static void dates_of_publication(void **state)
{
    static const struct {
        const char *json;
        int year, month, day;
    } CASES[] = {
        {"{\"body\": \"x\", \"published_at\": \"2025-04-27T00:30:00+06:00\"}", 2025, 4, 27},
        {"{\"body\": \"x\", \"pubDate\": \"Sun, 27 Apr 2025 08:00:00 +0200\"}", 2025, 4, 27},
        {"{\"body\": \"x\", \"date\": 1745740800}", 2025, 4, 27},
        {"{\"body\": \"x\", \"published\": 1745740800123}", 2025, 4, 27},
        {"{\"body\": \"x\", \"published\": {\"$date\": \"2025-04-27T08:00:00Z\"}}", 2025, 4, 27},
        {"{\"body\": \"x\", \"published\": {\"$date\": {\"$numberLong\": \"1745740800000\"}}}",
         2025, 4, 27},
        {"{\"body\": \"x\", \"published\": \"yesterday\", \"date\": \"2025-04-27\"}", 2025, 4, 27},
        {"{\"body\": \"x\", \"published\": \"yesterday\"}", 0, 0, 0},
        {"{\"body\": \"x\", \"published\": null}", 0, 0, 0},
        {"{\"body\": \"x\"}", 0, 0, 0},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        const struct article *article = decoding_good(*state, str_of(CASES[i].json), "");
        assert_int_equal(article->published.told, CASES[i].year != 0);
        assert_int_equal(article->published.day.year, CASES[i].year);
        assert_int_equal(article->published.day.month, CASES[i].month);
        assert_int_equal(article->published.day.day, CASES[i].day);
    }
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, decoding_setup, decoding_teardown)
    const struct CMUnitTest tests[] = {
        TEST(picks_the_fields),     TEST(says_what_is_wrong_and_where),
        TEST(nesting_is_limited),   TEST(fields_come_from_the_settings),
        TEST(dates_of_publication),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
