/* What a batch commits, and where it is read again, when partitions come and go. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "stream/batch.h"

static struct batch *batch_of(void)
{
    struct batch *batch = NULL;
    assert_int_equal(batch_new(10, 1000, &batch), 0);
    return batch;
}

static int64_t offset_of(const rd_kafka_topic_partition_list_t *list, const char *topic,
                         int32_t partition)
{
    for (int i = 0; i < list->cnt; i++)
        if (list->elems[i].partition == partition && strcmp(list->elems[i].topic, topic) == 0)
            return list->elems[i].offset;
    return -1;
}

static void test_empty(void **state)
{
    (void)state;
    struct batch *batch = batch_of();
    assert_true(batch_empty(batch));
    assert_true(batch_lapsed(batch));
    assert_false(batch_full(batch));
    assert_null(batch_lane(batch, "a", 0));
    assert_int_equal(batch_revoke(batch, "a", 0), 0);
    batch_free(batch);
}

static void test_revoked_leaves(void **state)
{
    (void)state;
    struct batch *batch = batch_of();
    for (int32_t partition = 0; partition < 40; partition++)
        assert_int_equal(batch_reach(batch, "a", partition, 100 + partition), 0);
    assert_int_equal(batch_reach(batch, "b", 7, 9), 0);
    batch_revoke(batch, "a", 7);
    assert_null(batch_lane(batch, "a", 7));
    assert_non_null(batch_lane(batch, "b", 7));
    rd_kafka_topic_partition_list_t *offsets = batch_offsets(batch);
    assert_int_equal(offsets->cnt, 40);
    assert_int_equal(offset_of(offsets, "a", 7), -1);
    assert_int_equal(offset_of(offsets, "a", 8), 108);
    assert_int_equal(offset_of(offsets, "b", 7), 9);
    rd_kafka_topic_partition_list_destroy(offsets);
    batch_free(batch);
}

/* Taken away and given back within one batch: what was read before is not ours any more. */
static void test_revoked_and_given_back(void **state)
{
    (void)state;
    struct batch *batch = batch_of();
    assert_int_equal(batch_reach(batch, "a", 0, 50), 0);
    batch_revoke(batch, "a", 0);
    assert_true(batch_lapsed(batch));
    assert_false(batch_empty(batch));
    assert_int_equal(batch_reach(batch, "a", 0, 30), 0);
    assert_false(batch_lapsed(batch));
    rd_kafka_topic_partition_list_t *offsets = batch_offsets(batch);
    assert_int_equal(offsets->cnt, 1);
    assert_int_equal(offsets->elems[0].offset, 30);
    rd_kafka_topic_partition_list_destroy(offsets);
    batch_clear(batch);
    assert_true(batch_empty(batch));
    batch_free(batch);
}

static void test_reach_never_goes_back(void **state)
{
    (void)state;
    struct batch *batch = batch_of();
    assert_int_equal(batch_reach(batch, "a", 0, 50), 0);
    assert_int_equal(batch_reach(batch, "a", 0, 40), 0);
    assert_int_equal(batch_lane(batch, "a", 0)->next, 50);
    batch_free(batch);
}

/* The batch that waits comes first: its place is the earlier one. */
static void test_rewind_points(void **state)
{
    (void)state;
    struct batch *waiting = batch_of(), *gathering = batch_of();
    assert_int_equal(batch_reach(waiting, "a", 0, 50), 0);
    assert_int_equal(batch_reach(waiting, "a", 1, 10), 0);
    batch_revoke(waiting, "a", 1);
    assert_int_equal(batch_reach(gathering, "a", 0, 60), 0);
    assert_int_equal(batch_reach(gathering, "a", 2, 5), 0);
    rd_kafka_topic_partition_list_t *places = rd_kafka_topic_partition_list_new(4);
    batch_rewind_points(waiting, places);
    batch_rewind_points(gathering, places);
    assert_int_equal(places->cnt, 2);
    assert_int_equal(offset_of(places, "a", 0), 50);
    assert_int_equal(offset_of(places, "a", 2), 5);
    rd_kafka_topic_partition_list_destroy(places);
    batch_free(waiting);
    batch_free(gathering);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_empty),
        cmocka_unit_test(test_revoked_leaves),
        cmocka_unit_test(test_revoked_and_given_back),
        cmocka_unit_test(test_reach_never_goes_back),
        cmocka_unit_test(test_rewind_points),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
