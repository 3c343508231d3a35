#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "record/pairing.h"
#include "record/resemblance.h"
#include "support/datums.h"
#include "support/fold_room.h"

enum { MOST_EVENTS = 8 };

/* Pairs two lists of events in JSON, and expects these mates, -1 for none. */
static void assert_mates(const struct fold_room *room, const char *before, const char *after,
                         const int *expected)
{
    const struct datum *old = datum_of(room->arena, before), *new = datum_of(room->arena, after);
    const struct datum *olds[MOST_EVENTS], *news[MOST_EVENTS];
    for (size_t i = 0; i < old->count; i++)
        olds[i] = &old->items[i];
    for (size_t i = 0; i < new->count; i++)
        news[i] = &new->items[i];
    size_t *mates;
    assert_int_equal(pairing_find(room->fold, &(struct event_list){olds, old->count},
                                  &(struct event_list){news, new->count}, room->arena, &mates),
                     0);
    for (size_t i = 0; i < old->count; i++)
        assert_int_equal(mates[i] == NO_MATE ? -1 : (int)mates[i], expected[i]);
}

static void assert_resemblance(const struct fold_room *room, const char *before, const char *after,
                               double expected)
{
    double found = resemblance_of_events(room->fold, datum_of(room->arena, before),
                                         datum_of(room->arena, after));
    if (fabs(found - expected) > 1e-9)
        fail_msg("%f, not %f: %s and %s", found, expected, before, after);
}

#define TAMM "{'type': 'PERSON', 'name': 'Kaarel Tamm'}"
#define VALADARES "{'type': 'PERSON', 'name': 'Ines Valadares'}"

/* The sums of score.py for the same events. */
static void test_the_weights_are_the_scorers(void **state)
{
    assert_resemblance(*state,
                       "{'kind': 'TALKS', 'status': 'HELD', 'start': '2025-06-03',"
                       " 'participants': [" TAMM ", " VALADARES "]}",
                       "{'kind': 'TALKS', 'status': 'HELD', 'start': '2025-06',"
                       " 'participants': [" TAMM "]}",
                       0.5 + 0.25 + 0.15 + 0.75 + 2.0 * 2 / 3);
    assert_resemblance(*state,
                       "{'kind': 'SUMMIT', 'status': 'HELD', 'name': 'Baltic Summit',"
                       " 'place': {'city': 'Riga', 'country': 'LV'}}",
                       "{'kind': 'CONFERENCE', 'status': 'SCHEDULED', 'name': "
                       "'Baltic Summit', 'place': {'city': 'Tallinn', 'country': "
                       "'EE'}}",
                       0.5 + 1.5 - 0.25 - 0.5);
}

static void test_a_visit_is_not_the_talks_held_on_it(void **state)
{
    assert_resemblance(*state, "{'kind': 'VISIT', 'participants': [" TAMM "]}",
                       "{'kind': 'TALKS', 'participants': [" TAMM "]}", 0);
    assert_resemblance(*state, "{'kind': 'CALL', 'participants': [" TAMM "]}",
                       "{'kind': 'TALKS', 'participants': [" TAMM "]}", 2.15);
}

static void test_what_says_nothing_in_common_is_no_evidence(void **state)
{
    assert_resemblance(*state, "{'kind': 'TALKS', 'status': 'HELD', 'start': '2025-06-03'}",
                       "{'kind': 'TALKS', 'status': 'HELD', 'start': '2025-07-03'}", 0);
    assert_resemblance(*state, "{'kind': 'TALKS', 'participants': [" TAMM "]}",
                       "{'kind': 'TALKS', 'participants': [" VALADARES "]}", 0);
}

static void test_who_is_the_same_participant(void **state)
{
    static const struct {
        const char *one, *other;
        bool same;
    } rows[] = {
        {"{'type': 'PERSON', 'name': 'Kaarel Tamm'}", "{'type': 'PERSON', 'name': 'Tamm'}", true},
        {"{'type': 'PERSON', 'name': 'KAAREL TÄMM'}", "{'type': 'PERSON', 'name': 'Tamm'}", true},
        {"{'type': 'PERSON', 'name': 'Kaarel Tamm'}", "{'type': 'COUNTRY', 'name': 'Tamm'}", false},
        {"{'type': 'PERSON', 'name': 'Ali Ray Kone'}", "{'type': 'PERSON', 'name': 'Ali Saar'}",
         false},
        {"{'type': 'PERSON', 'name': 'Tamm'}", "{'type': 'PERSON', 'role': 'minister'}", false},
        {"{'type': 'PERSON', 'role': 'trade minister', 'country': 'EE'}",
         "{'type': 'PERSON', 'role': 'minister of trade'}", true},
        {"{'type': 'PERSON', 'role': 'minister', 'country': 'EE'}",
         "{'type': 'PERSON', 'role': 'minister', 'country': 'PT'}", false},
        {"{'type': 'COUNTRY', 'name': 'Estonia', 'country': 'EE'}",
         "{'type': 'COUNTRY', 'name': 'Estonie', 'country': 'EE'}", true},
        {"{'type': 'ORGANIZATION', 'name': 'Bank of the Baltic'}",
         "{'type': 'ORGANIZATION', 'name': 'Baltic Bank'}", true},
        {"{'type': 'ORGANIZATION', 'name': 'Bank of the Baltic'}",
         "{'type': 'ORGANIZATION', 'name': 'House of the Levant'}", false},
    };
    const struct fold_room *room = *state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (same_participant(room->fold, datum_of(room->arena, rows[i].one),
                             datum_of(room->arena, rows[i].other)) != rows[i].same)
            fail_msg("%s and %s", rows[i].one, rows[i].other);
}

/* Taking the best pair first would leave the other two without any. */
static void test_the_sum_counts_not_the_best_pair(void **state)
{
    assert_mates(*state,
                 "[{'kind': 'TALKS', 'start': '2025-06-03', 'participants': [" TAMM "]},"
                 " {'kind': 'TALKS', 'start': '2025-06-04', 'participants': [" TAMM "]}]",
                 "[{'kind': 'TALKS', 'start': '2025-06', 'participants': [" TAMM "]},"
                 " {'kind': 'TALKS', 'start': '2025-06-03', 'participants': [" TAMM "]}]",
                 (const int[]){1, 0});
    assert_mates(*state,
                 "[{'kind': 'TALKS', 'name': 'Baltic Harbour Talks', 'participants': [" TAMM "]},"
                 " {'kind': 'TALKS', 'name': 'Baltic Harbour Talks'}]",
                 "[{'kind': 'TALKS', 'name': 'Baltic Harbour Talks', 'participants': [" TAMM "]},"
                 " {'kind': 'TALKS', 'participants': [" TAMM "]}]",
                 (const int[]){1, 0});
}

static void test_each_is_paired_once(void **state)
{
    assert_mates(*state,
                 "[{'kind': 'TALKS', 'participants': [" TAMM "]},"
                 " {'kind': 'TALKS', 'participants': [" TAMM "]},"
                 " {'kind': 'CALL', 'participants': [" VALADARES "]}]",
                 "[{'kind': 'TALKS', 'participants': [" TAMM "]}]", (const int[]){0, -1, -1});
    assert_mates(*state, "[]", "[{'kind': 'TALKS'}]", NULL);
    assert_mates(*state, "[{'kind': 'TALKS'}]", "[]", (const int[]){-1});
}

static void test_an_id_that_stayed_is_one_event(void **state)
{
    assert_mates(*state,
                 "[{'event_id': 'a', 'kind': 'VISIT', 'participants': [" TAMM "]},"
                 " {'event_id': 'b', 'kind': 'CALL'}]",
                 "[{'event_id': 'b', 'kind': 'SUMMIT', 'name': 'Amber Summit'},"
                 " {'event_id': 'a', 'kind': 'TALKS', 'participants': [" VALADARES "]}]",
                 (const int[]){1, 0});
}

/* Two that resemble as much: the id decides, not the order. */
static void test_the_id_decides_between_equals(void **state)
{
    assert_mates(*state,
                 "[{'event_id': 'a', 'kind': 'TALKS', 'participants': [" TAMM "]},"
                 " {'event_id': 'b', 'kind': 'TALKS', 'participants': [" TAMM "]}]",
                 "[{'event_id': 'b', 'kind': 'TALKS', 'participants': [" TAMM "]},"
                 " {'event_id': 'a', 'kind': 'TALKS', 'participants': [" TAMM "]}]",
                 (const int[]){1, 0});
}

/* More than are weighed against each other. */
static void test_very_many_are_paired_by_id(void **state)
{
    enum { MANY = 150 };
    const struct fold_room *room = *state;
    const struct datum *before[MANY], *after[MANY];
    char json[100];
    for (size_t i = 0; i < MANY; i++) {
        snprintf(json, sizeof json, "{'event_id': '%zu', 'kind': 'TALKS'}", i);
        before[i] = datum_of(room->arena, json);
        after[MANY - 1 - i] = before[i];
    }
    size_t *mates;
    assert_int_equal(pairing_find(room->fold, &(struct event_list){before, MANY},
                                  &(struct event_list){after, MANY}, room->arena, &mates),
                     0);
    for (size_t i = 0; i < MANY; i++)
        assert_int_equal(mates[i], MANY - 1 - i);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_weights_are_the_scorers),
        cmocka_unit_test(test_a_visit_is_not_the_talks_held_on_it),
        cmocka_unit_test(test_what_says_nothing_in_common_is_no_evidence),
        cmocka_unit_test(test_who_is_the_same_participant),
        cmocka_unit_test(test_the_sum_counts_not_the_best_pair),
        cmocka_unit_test(test_each_is_paired_once),
        cmocka_unit_test(test_an_id_that_stayed_is_one_event),
        cmocka_unit_test(test_the_id_decides_between_equals),
        cmocka_unit_test(test_very_many_are_paired_by_id),
    };
    return cmocka_run_group_tests(tests, fold_room_set_up, fold_room_tear_down);
}
