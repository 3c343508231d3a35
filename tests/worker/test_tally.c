#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "command/tally.h"
#include "support/datums.h"

enum { MOST_EVENTS = 8 };

struct room {
    struct arena *arena;
    struct tally *tally;
    char seen[512]; /* what the visitor was told, a letter an event: + - * = ? and ! for a
                       retractable one before it */
};

static int set_up(void **state)
{
    static struct room room;
    room = (struct room){.arena = arena_new(64 << 20)};
    *state = &room;
    return room.arena ? tally_new(&room.tally) : -1;
}

static int tear_down(void **state)
{
    struct room *room = *state;
    tally_free(room->tally);
    arena_free(room->arena);
    return 0;
}

static int visit(void *self, const struct event_change *change, struct arena *arena,
                 struct fault *ret_fault)
{
    struct room *room = self;
    (void)arena;
    (void)ret_fault;
    size_t used = strlen(room->seen);
    snprintf(room->seen + used, sizeof room->seen - used, "%s%c", change->retractable ? "!" : "",
             "+-*=?"[change->change]);
    return 0;
}

static struct event_list list_of(const struct room *room, const char *json)
{
    const struct datum *all = datum_of(room->arena, json);
    const struct datum **items =
        arena_alloc(room->arena, (all->count + 1) * sizeof(const struct datum *));
    for (size_t i = 0; i < all->count; i++)
        items[i] = &all->items[i];
    return (struct event_list){items, all->count};
}

/* An article as a test tells it; NULL: no receipt, no events. */
struct told {
    const char *receipt, *outcome, *before, *after, *passing;
};

/* Counts it, and expects the visitor to have seen this. */
static void assert_seen(struct room *room, const struct told *told, const char *expected)
{
    struct fault fault;
    const struct survey_article article = {
        .key = STR("[\"s\",\"1\"]"),
        .receipt = told->receipt ? datum_of(room->arena, told->receipt) : NULL,
        .outcome = datum_of(room->arena, told->outcome ? told->outcome : "{'outcome': 'EVENTS'}"),
        .before = list_of(room, told->before ? told->before : "[]"),
        .after = list_of(room, told->after ? told->after : "[]"),
        .passing = list_of(room, told->passing ? told->passing : "[]"),
    };
    room->seen[0] = '\0';
    assert_int_equal(tally_article(room->tally, &article, &(struct change_visitor){room, visit},
                                   room->arena, &fault),
                     0);
    assert_string_equal(room->seen, expected);
}

#define RECEIPT "{'outcome': 'EVENTS', 'extractor': 'meetingd 1 en/1'}"
#define TAMM "'kind': 'TALKS', 'participants': [{'type': 'PERSON', 'name': 'Kaarel Tamm'}]"
#define AMBER "'kind': 'SUMMIT', 'name': 'Amber Harbour Summit'"

static void test_each_sort_of_change_is_counted(void **state)
{
    struct room *room = *state;
    assert_seen(room,
                &(struct told){.receipt = RECEIPT,
                               .before = "[{'event_id': 'a', " TAMM "}, {'event_id': 'b', " AMBER
                                         "}, {'event_id': 'c', 'kind': 'CALL'}]",
                               .after = "[{'event_id': 'a', " TAMM ", 'start': '2025-06-03'},"
                                        " {'event_id': 'b', " AMBER ", 'confidence': 0.5},"
                                        " {'event_id': 'd', 'kind': 'VISIT'}]"},
                "*=!-+");
    const struct tally *tally = room->tally;
    assert_int_equal(tally->events[CHANGE_CHANGED], 1);
    assert_int_equal(tally->events[CHANGE_UNCHANGED], 1);
    assert_int_equal(tally->events[CHANGE_REMOVED], 1);
    assert_int_equal(tally->events[CHANGE_ADDED], 1);
    assert_int_equal(tally->wavering, 1);
    assert_int_equal(tally->retractable, 1);
    assert_int_equal(tally->touched, 1);
    assert_string_equal(tally->fields[0].name, "start");
    assert_int_equal(tally->fields[0].events, 1);
    assert_string_equal(tally->versions[0].name, "meetingd 1 en/1");
    assert_int_equal(tally->example_count, 3);
}

static void test_an_article_without_a_receipt_is_pending(void **state)
{
    struct room *room = *state;
    assert_seen(room, &(struct told){.after = "[{'event_id': 'a', " TAMM "}]"}, "?");
    assert_int_equal(room->tally->pending, 1);
    assert_int_equal(room->tally->touched, 0);
    assert_int_equal(room->tally->events[CHANGE_ADDED], 0);
    assert_int_equal(room->tally->example_count, 0);
}

/* What is found again under another id changes, and the old id is to go. */
static void test_another_id_is_a_change_and_retractable(void **state)
{
    assert_seen(*state,
                &(struct told){.receipt = RECEIPT,
                               .before = "[{'event_id': 'a', " TAMM "}]",
                               .after = "[{'event_id': 'b', " TAMM "}]"},
                "!*");
}

/* The range has the article twice: what the earlier one gives is written again by a replay. */
static void test_what_an_earlier_one_of_the_range_gives_is_not_retracted(void **state)
{
    assert_seen(*state,
                &(struct told){.receipt = RECEIPT,
                               .before = "[{'event_id': 'a', " TAMM "}]",
                               .passing = "[{'event_id': 'a', " TAMM "}]"},
                "-");
}

static void test_an_outcome_that_changes_touches_the_article(void **state)
{
    struct room *room = *state;
    assert_seen(room,
                &(struct told){.receipt = "{'outcome': 'NO_MEETING'}",
                               .outcome = "{'outcome': 'DEAD_LETTER'}"},
                "");
    assert_int_equal(room->tally->touched, 1);
    assert_int_equal(room->tally->outcomes[RECEIPT_NO_MEETING][RECEIPT_DEAD_LETTER], 1);
    assert_seen(room,
                &(struct told){.receipt = "{'outcome': 'NEWER'}",
                               .outcome = "{'outcome': "
                                          "'PASSED_OVER'}"},
                "");
    assert_int_equal(room->tally->touched, 1);
}

/* However many there are, the tally keeps its size; and it counts on. */
static void test_examples_have_a_most(void **state)
{
    struct room *room = *state;
    for (int i = 0; i < 1000; i++) {
        arena_reset(room->arena);
        assert_seen(room,
                    &(struct told){.receipt = RECEIPT,
                                   .before = "[{'event_id': 'a', " TAMM "}, {'event_id': 'b'}]",
                                   .after = "[{'event_id': 'a', " TAMM ", 'start': '2025'}]"},
                    "*!-");
    }
    assert_int_equal(room->tally->events[CHANGE_CHANGED], 1000);
    assert_int_equal(room->tally->example_count, FIELD_EXAMPLES + CHANGE_EXAMPLES);
    assert_int_equal(room->tally->fields[0].events, 1000);
}

static void test_more_fields_than_there_is_room_for_are_one(void **state)
{
    struct room *room = *state;
    for (int i = 0; i < 2 * MOST_FIELDS; i++) {
        char after[200];
        snprintf(after, sizeof after, "[{'event_id': 'a', " TAMM ", 'field%d': 1}]", i);
        assert_seen(room,
                    &(struct told){.receipt = RECEIPT,
                                   .before = "[{'event_id': 'a', " TAMM "}]",
                                   .after = after},
                    "*");
    }
    assert_int_equal(room->tally->field_count, MOST_FIELDS);
    tally_sort(room->tally);
    assert_string_equal(room->tally->fields[0].name, "other fields");
    assert_int_equal(room->tally->fields[0].events, MOST_FIELDS + 1);
}

static void test_proofs_and_what_stands_aside_come_last(void **state)
{
    struct room *room = *state;
    assert_seen(room,
                &(struct told){.receipt = RECEIPT,
                               .before = "[{'event_id': 'a', " TAMM ", 'extractor': 'x'}]",
                               .after = "[{'event_id': 'a', " TAMM ", 'extractor': 'y',"
                                        " 'evidence': [{'field': 'kind', 'quote': 'met'}],"
                                        " 'start': '2025'}]"},
                "*");
    tally_sort(room->tally);
    assert_string_equal(room->tally->fields[0].name, "start");
    assert_string_equal(room->tally->fields[1].name, "evidence");
    assert_string_equal(room->tally->fields[2].name, "extractor");
}

int main(void)
{
#define CASE(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        CASE(test_each_sort_of_change_is_counted),
        CASE(test_an_article_without_a_receipt_is_pending),
        CASE(test_another_id_is_a_change_and_retractable),
        CASE(test_what_an_earlier_one_of_the_range_gives_is_not_retracted),
        CASE(test_an_outcome_that_changes_touches_the_article),
        CASE(test_examples_have_a_most),
        CASE(test_more_fields_than_there_is_room_for_are_one),
        CASE(test_proofs_and_what_stands_aside_come_last),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
