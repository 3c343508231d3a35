#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "base/fault.h"
#include "base/utf8.h"
#include "record/ics.h"
#include "record/ics_line.h"
#include "record/link.h"
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

/* The event with its folds taken out. */
static struct str unfolded(struct arena *arena, struct str text)
{
    struct buffer out = buffer_in(arena);
    struct str flat = {NULL, 0};
    for (size_t i = 0; i < text.len; i++) {
        if (text.len - i > 2 && memcmp(text.at + i, "\r\n ", 3) == 0)
            i += 2;
        else
            buffer_byte(&out, text.at[i]);
    }
    assert_int_equal(buffer_finish(&out, &flat), 0);
    return flat;
}

static void assert_has(struct str text, const char *part)
{
    if (!contains(text, part))
        fail_msg("'%s' is not in:\n%.*s", part, (int)text.len, text.at);
}

/* The event of a meeting alone, in an article published on 2025-04-27 at 10:30:05 UTC. */
static struct str event_of(struct arena *arena, const struct meeting *meeting)
{
    static const struct article article = {
        .id = {"a", 1},
        .published = {.told = true, .day = {2025, 4, 27}, .instant_ms = 1745749805123},
    };
    const struct extraction extraction = {.meetings = meeting, .meeting_count = 1};
    const struct event_context context = {&article, &extraction};
    struct str text = {NULL, 0};
    assert_int_equal(event_ics(&context, 0, arena, &text), 0);
    return unfolded(arena, text);
}

/* What is told of the time, and the lines that say it; lines "": no place in a calendar. */
struct when_case {
    enum meeting_status status;
    const char *start, *end, *time, *was;
    const char *lines;
};

static const struct when_case WHENS[] = {
    {STATUS_HELD, "2025-04-26", "", "", "",
     "DTSTART;VALUE=DATE:20250426\r\nDTEND;VALUE=DATE:20250427\r\nSTATUS:CONFIRMED\r\n"},
    {STATUS_ONGOING, "2025-02-27", "2025-03-01", "", "",
     "DTSTART;VALUE=DATE:20250227\r\nDTEND;VALUE=DATE:20250302\r\nSTATUS:CONFIRMED\r\n"},
    {STATUS_SCHEDULED, "2025-04-26", "", "15:00", "",
     "DTSTART:20250426T150000\r\nSTATUS:CONFIRMED\r\n"},
    {STATUS_SCHEDULED, "2025-04-26", "2025-04-26", "15:00", "", "DTSTART:20250426T150000\r\nS"},
    {STATUS_SCHEDULED, "2025-04-26", "", "15:00Z", "", "DTSTART:20250426T150000Z\r\nSTATUS"},
    {STATUS_SCHEDULED, "2025-04-26", "", "01:30+02:00", "", "DTSTART:20250425T233000Z\r\nS"},
    {STATUS_SCHEDULED, "2025-12-31", "", "22:45-03:30", "", "DTSTART:20260101T021500Z\r\nS"},
    /* A time of day and several days: DTEND would need a time that nothing tells. */
    {STATUS_SCHEDULED, "2025-04-26", "2025-04-27", "15:00", "",
     "DTSTART;VALUE=DATE:20250426\r\nDTEND;VALUE=DATE:20250428\r\n"},
    {STATUS_SCHEDULED, "2025-10", "", "", "",
     "DTSTART;VALUE=DATE:20251001\r\nDTEND;VALUE=DATE:20251101\r\n"},
    {STATUS_SCHEDULED, "2025-12", "", "15:00", "",
     "DTSTART;VALUE=DATE:20251201\r\nDTEND;VALUE=DATE:20260101\r\n"},
    {STATUS_PROPOSED, "2026", "", "", "",
     "DTSTART;VALUE=DATE:20260101\r\nDTEND;VALUE=DATE:20270101\r\nSTATUS:TENTATIVE\r\n"},
    {STATUS_HELD, "2024-02-29", "2024-02", "", "",
     "DTSTART;VALUE=DATE:20240229\r\nDTEND;VALUE=DATE:20240301\r\n"},
    {STATUS_HELD, "2025-04-26", "2025-04-20", "", "", "\r\nDTEND;VALUE=DATE:20250427\r\n"},
    {STATUS_HELD, "9999-12-31", "", "", "", "DTSTART;VALUE=DATE:99991231\r\nSTATUS:CONFIRMED\r\n"},
    {STATUS_POSTPONED, "2025-05-10", "", "", "2025-04-26",
     "DTSTART;VALUE=DATE:20250510\r\nDTEND;VALUE=DATE:20250511\r\nSTATUS:TENTATIVE\r\n"},
    {STATUS_POSTPONED, "", "", "15:00", "2025-04-26",
     "DTSTART;VALUE=DATE:20250426\r\nDTEND;VALUE=DATE:20250427\r\nSTATUS:CANCELLED\r\n"},
    {STATUS_CANCELLED, "2025-04-26", "", "", "", "STATUS:CANCELLED\r\n"},
    {STATUS_POSTPONED, "", "", "", "", ""},
    {STATUS_HELD, "", "", "15:00", "2025-04-26", ""},
    {STATUS_HELD, "2025-02-30", "", "", "", ""},
    {STATUS_DENIED, "2025-04-26", "", "", "", ""},
};

static void test_when_a_meeting_stands(void **state)
{
    for (size_t i = 0; i < sizeof WHENS / sizeof *WHENS; i++) {
        const struct when_case *when = &WHENS[i];
        struct meeting meeting = {.kind = KIND_TALKS, .status = when->status};
        snprintf(meeting.start.text, sizeof meeting.start.text, "%s", when->start);
        snprintf(meeting.end.text, sizeof meeting.end.text, "%s", when->end);
        snprintf(meeting.previous_start.text, sizeof meeting.previous_start.text, "%s", when->was);
        snprintf(meeting.start_time, sizeof meeting.start_time, "%s", when->time);
        struct str text = event_of(*state, &meeting);
        if (*when->lines)
            assert_has(text, when->lines);
        else
            assert_int_equal(text.len, 0);
        arena_reset(*state);
    }
}

static void test_all_that_is_told_has_its_line(void **state)
{
    static const char *const lines[] = {
        "UID:8d6f0f0e-6c0b-5c43-9d0a-0f6f8f1f2a3b\r\n",
        "DTSTAMP:20250427T000000Z\r\n",
        "SUMMARY:6e r\u00e9union\r\n",
        "LOCATION:Palais de l'Ind\u00e9pendance\\, Almaty\\, KZ\r\n",
        "GEO:43.252490;76.911500\r\n",
        "\\nThe words that prove it:\\nkind: \"r\u00e9union\"\\nstatus: \"s'est tenue\"\\n",
        "\\nparticipants[1].role: \"ministre\"\\n",
        "\\nAddress: https://example.org/42?a=1&b=2\\nConfidence: 0.85\r\n",
        "URL:https://example.org/42?a=1&b=2\r\n",
        "CONTACT:Murat Nurtleu\\, vice-Premier ministre\\; ministre des Affaires "
        "\u00e9trang\u00e8res (KZ)\\, host\r\n",
        "CONTACT:ministre kirghize des Affaires \u00e9trang\u00e8res (KG)\r\n",
        "CATEGORIES:MINISTERIAL,DIPLOMATIC,ECONOMIC\r\n",
        "RELATED-TO;RELTYPE=SIBLING:2b1c6a52-1d0e-5f4b-8b7a-7f0a4f4d5e6f\r\n",
    };
    const struct event_context context = sample_context(*state, SAMPLE_FULL);
    struct str text = {NULL, 0};
    assert_int_equal(event_ics(&context, 0, *state, &text), 0);
    text = unfolded(*state, text);
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        assert_has(text, lines[i]);
}

static void test_the_stamp_is_no_clock(void **state)
{
    struct meeting meeting = {.status = STATUS_HELD, .start = {"2025-04-26"}};
    assert_has(event_of(*state, &meeting), "DTSTAMP:20250427T103005Z\r\n");
    const struct article undated = {.id = STR("a")};
    const struct article absurd = {.id = STR("a"),
                                   .published = {.told = true, .instant_ms = INT64_MIN}};
    const struct extraction extraction = {.meetings = &meeting, .meeting_count = 1};
    const struct article *const articles[] = {&undated, &absurd};
    for (size_t i = 0; i < 2; i++) {
        const struct event_context context = {articles[i], &extraction};
        struct str text = {NULL, 0};
        assert_int_equal(event_ics(&context, 0, *state, &text), 0);
        assert_has(text, "DTSTAMP:20250426T000000Z\r\n");
    }
}

static void test_a_meeting_without_name_is_called_by_who_and_where(void **state)
{
    static const struct participant people[] = {{.name = {"A", 1}},
                                                {.role = {"minister", 8}},
                                                {.country = "EE"},
                                                {.name = {"D", 1}},
                                                {.name = {"E", 1}}};
    struct meeting meeting = {.kind = KIND_TALKS,
                              .status = STATUS_HELD,
                              .start = {"2025"},
                              .place = {.told = true, .text = STR("Rome")}};
    assert_has(event_of(*state, &meeting), "SUMMARY:Talks: Rome\r\n");
    meeting.participants = people;
    meeting.participant_count = 4;
    assert_has(event_of(*state, &meeting), "SUMMARY:Talks: A\\, minister\\, EE\\, D\r\n");
    meeting.participant_count = 5;
    assert_has(event_of(*state, &meeting),
               "SUMMARY:Talks: A\\, minister\\, EE\\, D and others\r\n");
}

/* Every line has at most 75 octets and whole characters, wherever the wide ones fall. */
static void assert_folded(struct str text)
{
    size_t begin = 0;
    for (size_t i = 0; i + 1 < text.len; i++) {
        if (text.at[i] != '\r')
            continue;
        assert_int_equal(text.at[i + 1], '\n');
        assert_true(i - begin <= 75);
        assert_true(utf8_valid(str_make(text.at + begin, i - begin)));
        begin = i + 2;
    }
    assert_int_equal(begin, text.len);
}

static void test_lines_fold_between_characters(void **state)
{
    static const char *const characters[] = {"x", "\u00e9", "\u4f1a", "\U0001f91d", ",", "\n"};
    for (size_t before = 0; before < 80; before++) {
        for (size_t c = 0; c < sizeof characters / sizeof *characters; c++) {
            struct ics ics = {.out = buffer_in(*state)};
            struct str text = {NULL, 0};
            for (size_t i = 0; i < before; i++)
                ics_raw(&ics, STR("a"));
            for (size_t i = 0; i < 100; i++)
                ics_text(&ics, str_of(characters[c]));
            ics_end(&ics);
            assert_int_equal(buffer_finish(&ics.out, &text), 0);
            assert_folded(text);
            arena_reset(*state);
        }
    }
}

static void test_a_full_line_is_not_folded(void **state)
{
    struct ics ics = {.out = buffer_in(*state)};
    struct str text = {NULL, 0};
    for (size_t i = 0; i < 75; i++)
        ics_raw(&ics, STR("a"));
    ics_end(&ics);
    assert_int_equal(buffer_finish(&ics.out, &text), 0);
    assert_int_equal(text.len, 77);
}

static void test_text_is_escaped(void **state)
{
    struct ics ics = {.out = buffer_in(*state)};
    struct str text = {NULL, 0};
    ics_property(&ics, "COMMENT", STR("a,b;c\\d\ne\rf\0g\x7fh:\"\t"));
    ics_property(&ics, "NOTHING", STR(""));
    assert_int_equal(buffer_finish(&ics.out, &text), 0);
    assert_has(text, "COMMENT:a\\,b\\;c\\\\d\\ne f g h:\" \r\n");
    assert_false(contains(text, "NOTHING"));
}

static void test_strange_values_stay_in_their_lines(void **state)
{
    for (int sample = 0; sample < SAMPLE_COUNT; sample++) {
        const struct event_context context = sample_context(*state, (enum sample)sample);
        for (size_t i = 0; i < context.extraction->meeting_count; i++) {
            struct str text = {NULL, 0};
            assert_int_equal(event_ics(&context, i, *state, &text), 0);
            assert_true(text.len == 0 || contains(text, "BEGIN:VEVENT\r\n"));
            assert_folded(text);
        }
        arena_reset(*state);
    }
}

static void test_a_full_arena_is_told(void **state)
{
    const struct event_context context = sample_context(*state, SAMPLE_FULL);
    bool fitted = false;
    for (size_t cap = 0; !fitted; cap += 16) {
        assert_true(cap < 64 * 1024);
        struct arena *small = arena_new(cap);
        struct str text = STR("untouched");
        int code = event_ics(&context, 0, small, &text);
        fitted = code == 0;
        assert_true(fitted || (code == FAULT_MEMORY && str_equal(text, STR("untouched"))));
        arena_free(small);
    }
}

static void test_links(void **state)
{
    static const struct {
        const char *url, *link;
    } cases[] = {
        {"https://example.org/a?b=1&c=%20#d", "https://example.org/a?b=1&c=%20#d"},
        {"HTTP://Example.org", "HTTP://Example.org"},
        {"http://example.org:8080/", "http://example.org:8080/"},
        {"https://example.org/caf\u00e9 \"<>\\^`{|}[]", "https://example.org/caf%C3%A9%20%22%3C%3E"
                                                        "%5C%5E%60%7B%7C%7D%5B%5D"},
        {"https://example.org/100%#a#b%4", "https://example.org/100%25#a%23b%254"},
        {"https://example.org/\r\nX:y", "https://example.org/%0D%0AX:y"},
        {"https://m\u00fcnchen.example/", "https://m%C3%BCnchen.example/"},
        {"javascript:alert(1)", ""},
        {"data:text/html,x", ""},
        {"//example.org/", ""},
        {"/path", ""},
        {"https:", ""},
        {"https://", ""},
        {"https:///path", ""},
        {"https://:80/", ""},
        {"https://bank.example@evil.example/", ""},
        {"https://exa mple.org/", ""},
        {" https://example.org/", ""},
        {"", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct str link = {NULL, 0};
        assert_int_equal(link_of(str_of(cases[i].url), *state, &link), 0);
        if (!str_equal(link, str_of(cases[i].link)))
            fail_msg("'%s': '%.*s'", cases[i].url, (int)link.len, link.at);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_when_a_meeting_stands),
        cmocka_unit_test(test_all_that_is_told_has_its_line),
        cmocka_unit_test(test_the_stamp_is_no_clock),
        cmocka_unit_test(test_a_meeting_without_name_is_called_by_who_and_where),
        cmocka_unit_test(test_lines_fold_between_characters),
        cmocka_unit_test(test_a_full_line_is_not_folded),
        cmocka_unit_test(test_text_is_escaped),
        cmocka_unit_test(test_strange_values_stay_in_their_lines),
        cmocka_unit_test(test_a_full_arena_is_told),
        cmocka_unit_test(test_links),
    };
    return cmocka_run_group_tests(tests, arena_set_up, arena_tear_down);
}
