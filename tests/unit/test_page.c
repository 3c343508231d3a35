#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/fault.h"
#include "base/utf8.h"
#include "record/page.h"
#include "support/sample_event.h"

static int arena_set_up(void **state)
{
    *state = arena_new(64 << 20);
    return *state ? 0 : -1;
}

static int arena_tear_down(void **state)
{
    arena_free(*state);
    return 0;
}

static bool contains(struct str text, const char *part)
{
    return memmem(text.at, text.len, part, strlen(part)) != NULL;
}

static void assert_has(struct str text, const char *part)
{
    if (!contains(text, part))
        fail_msg("'%s' is not in:\n%.*s", part, (int)text.len, text.at);
}

static void assert_lacks(struct str text, const char *part)
{
    if (contains(text, part))
        fail_msg("'%s' is in:\n%.*s", part, (int)text.len, text.at);
}

static struct str page_of(struct arena *arena, const struct article *article,
                          const struct meeting *meetings, size_t count)
{
    const struct extraction extraction = {
        .meetings = meetings, .meeting_count = count, .language = STR("en")};
    const struct event_context context = {article, &extraction};
    struct str page = {NULL, 0};
    assert_int_equal(article_page(&context, 7, arena, &page), 0);
    return page;
}

/* "6th" is the edition, "meeting" the kind, and both stand in the name, over two lines. */
static void test_overlapping_marks_are_cut_into_pieces(void **state)
{
    static const struct article article = {.id = {"a", 1}, .body = {"The 6th meeting\nof it.", 22}};
    static const struct evidence evidence[] = {
        {EVIDENCE_NAME, 0, SOURCE_BODY, 4, 21, {"6th meeting\nof it", 17}},
        {EVIDENCE_EDITION, 0, SOURCE_BODY, 4, 7, {"6th", 3}},
        {EVIDENCE_KIND, 0, SOURCE_BODY, 8, 15, {"meeting", 7}},
    };
    static const struct evidence other[] = {
        {EVIDENCE_STATUS, 0, SOURCE_BODY, 12, 18, {"ing\nof", 6}},
    };
    const struct meeting meetings[] = {
        {.event_id = "1", .evidence = evidence, .evidence_count = 3},
        {.event_id = "2", .evidence = other, .evidence_count = 1},
    };
    assert_has(
        page_of(*state, &article, meetings, 2),
        "<p dir=\"auto\">The "
        "<mark id=\"a7s1\" class=\"what m1\" title=\"1: name, edition\">6th</mark>"
        "<mark id=\"a7s2\" class=\"what m1\" title=\"1: name\"> </mark>"
        "<mark id=\"a7s3\" class=\"what m1\" title=\"1: name, kind\" data-meeting=\"1\">meet</mark>"
        "<mark id=\"a7s4\" class=\"status m1 m2\" title=\"1: name, kind; 2: "
        "status\">ing</mark></p>\n"
        "<p dir=\"auto\"><mark id=\"a7s5\" class=\"status m1 m2\" title=\"1: name; 2: "
        "status\">of</mark>"
        "<mark id=\"a7s6\" class=\"what m1\" title=\"1: name\"> it</mark>.</p>\n");
}

static void test_offsets_count_characters(void **state)
{
    static const struct article article = {
        .id = {"a", 1}, .title = {"\u00e9\u4f1a\U0001f91d met", 13}, .body = {"x", 1}};
    static const struct evidence evidence[] = {
        {EVIDENCE_KIND, 0, SOURCE_TITLE, 4, 7, {"met", 3}},
        {EVIDENCE_STATUS, 0, SOURCE_TITLE, 5, 8, {"?", 1}}, /* beyond the end */
        {EVIDENCE_START, 0, SOURCE_TITLE, 3, 3, {"", 0}},   /* nothing */
    };
    const struct meeting meeting = {.event_id = "1", .evidence = evidence, .evidence_count = 3};
    assert_has(page_of(*state, &article, &meeting, 1),
               "\u00e9\u4f1a\U0001f91d <mark id=\"a7s1\" class=\"what m1\" title=\"1: kind\" "
               "data-meeting=\"1\">met</mark></h2>");
}

static void test_values_link_to_their_proof(void **state)
{
    static const struct article article = {.id = {"a", 1}, .body = {"Ana met in Rome.", 16}};
    static const struct participant people[] = {{.name = {"Ana", 3}, .country = "PT"}};
    static const struct evidence evidence[] = {
        {EVIDENCE_KIND, 0, SOURCE_BODY, 4, 7, {"met", 3}},
        {EVIDENCE_PARTICIPANT, 0, SOURCE_BODY, 0, 3, {"Ana", 3}},
        {EVIDENCE_PLACE, 0, SOURCE_BODY, 11, 15, {"Rome", 4}},
        {EVIDENCE_START, 0, SOURCE_BODY, 90, 95, {"today", 5}},
    };
    const struct meeting meeting = {
        .event_id = "1",
        .kind = KIND_TALKS,
        .status = STATUS_HELD,
        .start = {"2025-06-03"},
        .place = {.told = true, .text = STR("Rome"), .city_name = STR("Roma"), .country = "IT"},
        .participants = people,
        .participant_count = 1,
        .evidence = evidence,
        .evidence_count = 4,
        .confidence = 0.875f};
    struct str page = page_of(*state, &article, &meeting, 1);
    assert_has(page, "<a class=\"badge kind TALKS\" href=\"#a7s2\" title=\"met\">Talks</a>"
                     "<span class=\"badge status HELD\">Held</span>");
    assert_has(page, "<a class=\"name\" href=\"#a7s1\" title=\"Ana\"><bdi>Ana</bdi></a> "
                     "<span class=\"country\">PT</span>");
    assert_has(page, "<bdi>Roma</bdi></span> <span class=\"country\">IT</span> <a class=\"quote\" "
                     "href=\"#a7s3\" title=\"Rome\"><q>Rome</q></a>");
    assert_has(page, "<time datetime=\"2025-06-03\">3 June 2025</time> "
                     "<span class=\"quote\"><q>today</q></span>");
    assert_has(page, "88 % sure");
}

/* Wherever a text of the article comes out, nothing of it is markup. */
static void test_hostile_text_is_text(void **state)
{
#define EVIL "</q></title>'\"><script>alert(1)</script>&#x3c;\x01\x7f\u202e\u2066\ufeff"
    struct str evil = STR(EVIL);
    const struct article article = {.id = evil,
                                    .url = STR("javascript:alert(1)"),
                                    .source = evil,
                                    .language = STR("en\" onload=\"x"),
                                    .title = evil,
                                    .body = evil};
    const struct participant people[] = {{.name = evil, .role = evil, .organization = evil},
                                         {.name = STR("x"), .role = STR("y"), .organization = evil},
                                         {.country = "<i"}};
    const struct outcome outcomes[] = {{OUTCOME_AGREEMENT, evil}};
    struct evidence evidence[EVIDENCE_FIELD_COUNT];
    for (size_t i = 0; i < EVIDENCE_FIELD_COUNT; i++)
        evidence[i] = (struct evidence){.field = (enum evidence_field)i,
                                        .source = i % 2 ? SOURCE_BODY : SOURCE_TITLE,
                                        .begin = (uint32_t)i,
                                        .end = (uint32_t)(3 * i + 1),
                                        .quote = evil};
    const struct meeting meeting = {
        .event_id = "1",
        .meeting_key = evil,
        .name = evil,
        .date_text = evil,
        .start_time = "<b>",
        .place = {.told = true, .text = evil, .venue = evil, .city_name = evil, .country = "\"'"},
        .participants = people,
        .participant_count = 3,
        .outcomes = outcomes,
        .outcome_count = 1,
        .evidence = evidence,
        .evidence_count = EVIDENCE_FIELD_COUNT};
    const struct extraction extraction = {.meetings = &meeting, .meeting_count = 1};
    const struct event_context context = {&article, &extraction};
    struct str page = {NULL, 0};
    assert_int_equal(article_page(&context, 7, *state, &page), 0);
    static const char *const never[] = {"<script", "</q></title>", "'\">",   "onload", "javascript",
                                        "\x01",    "\x7f",         "\u202e", "\u2066", "\ufeff",
                                        "&#x3c",   "<i",           "<b>"};
    for (size_t i = 0; i < sizeof never / sizeof *never; i++)
        assert_lacks(page, never[i]);
    assert_has(page,
               "&lt;script&gt;alert(1)&lt;/script&gt;&amp;#x3c;\ufffd\ufffd\ufffd\ufffd\ufffd");
}

static void test_an_article_without_meetings(void **state)
{
    static const struct article article = {
        .id = {"a", 1}, .url = {"https://example.org/?a&b", 24}, .body = {"One.\n\nTwo.", 10}};
    struct str page = page_of(*state, &article, NULL, 0);
    assert_has(page, "This article reports no meeting.");
    assert_has(page, "<p dir=\"auto\">One.</p>\n<p dir=\"auto\">Two.</p>\n");
    assert_has(page, "href=\"https://example.org/?a&amp;b\"");
    assert_has(page, "<div class=\"text\" lang=\"en\">");
}

/* The policy lets in the style sheet by its sum, and nothing else. */
static void test_the_head_has_a_strict_policy(void **state)
{
    struct str head = {NULL, 0}, style = {NULL, 0};
    assert_int_equal(page_head(*state, &head), 0);
    assert_int_equal(page_style(*state, &style), 0);
    assert_has(head, "content=\"default-src 'none'; style-src 'sha256-");
    assert_has(head, "='; base-uri 'none'; form-action 'none'\">");
    assert_non_null(memmem(head.at, head.len, style.at, style.len));
    assert_lacks(style, "<");
    assert_has(style, ".story:has(.m64:hover,.m64:target) .e64{");
}

static void test_samples_are_valid_text(void **state)
{
    for (int sample = 0; sample < SAMPLE_COUNT; sample++) {
        const struct event_context context = sample_context(*state, (enum sample)sample);
        struct str page = {NULL, 0};
        assert_int_equal(article_page(&context, 1, *state, &page), 0);
        assert_true(utf8_valid(page));
        assert_has(page, "</article>");
        arena_reset(*state);
    }
}

static void test_a_full_arena_is_told(void **state)
{
    const struct event_context context = sample_context(*state, SAMPLE_FULL);
    bool fitted = false;
    for (size_t cap = 0; !fitted; cap += 64) {
        assert_true(cap < 256 * 1024);
        struct arena *small = arena_new(cap);
        struct str text = STR("untouched");
        int code = article_page(&context, 1, small, &text);
        fitted = code == 0;
        assert_true(fitted || (code == FAULT_MEMORY && str_equal(text, STR("untouched"))));
        arena_free(small);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_overlapping_marks_are_cut_into_pieces),
        cmocka_unit_test(test_offsets_count_characters),
        cmocka_unit_test(test_values_link_to_their_proof),
        cmocka_unit_test(test_hostile_text_is_text),
        cmocka_unit_test(test_an_article_without_meetings),
        cmocka_unit_test(test_the_head_has_a_strict_policy),
        cmocka_unit_test(test_samples_are_valid_text),
        cmocka_unit_test(test_a_full_arena_is_told),
    };
    return cmocka_run_group_tests(tests, arena_set_up, arena_tear_down);
}
