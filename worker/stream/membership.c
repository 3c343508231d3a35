#include "stream/membership.h"

#include <string.h>

#include "stream/committed.h"

static bool cooperative(rd_kafka_t *handle)
{
    const char *protocol = rd_kafka_rebalance_protocol(handle);
    return protocol && strcmp(protocol, "COOPERATIVE") == 0;
}

static void log_failure(struct membership *membership, rd_kafka_error_t *error, const char *doing)
{
    if (!error)
        return;
    log_write(membership->client->log, LEVEL_WARNING, doing,
              LOG_FIELDS(log_text("error", rd_kafka_error_string(error))));
    rd_kafka_error_destroy(error);
}

static void take_positions(struct membership *membership,
                           rd_kafka_topic_partition_list_t *partitions)
{
    if (committed_ask(membership->client->handle, partitions, membership->patience,
                      &membership->failure) != 0)
        return; /* the end is near: nothing will be read */
    for (int i = 0; i < partitions->cnt; i++) {
        const rd_kafka_topic_partition_t *new = &partitions->elems[i];
        if (positions_set(&membership->positions, new->topic, new->partition,
                          new->offset > 0 ? new->offset : 0) != 0)
            fault_set(&membership->failure, FAULT_MEMORY, "no memory for the partitions");
    }
}

/* A bounded stream is given nothing but the partitions that it has not read to their end. */
static void confine(struct membership *membership, rd_kafka_topic_partition_list_t *partitions)
{
    for (int i = partitions->cnt - 1; i >= 0; i--) {
        bool open;
        if (confines_set(&membership->confines, &partitions->elems[i], &open) != 0)
            fault_set(&membership->failure, FAULT_MEMORY, "no memory for the partitions");
        else if (!open)
            rd_kafka_topic_partition_list_del_by_idx(partitions, i);
    }
}

/* What is given away is not to be delivered, and no longer paused: a pause outlives the assignment,
 * and what comes back uncommitted would never be read again. */
static void give_up(struct membership *membership,
                    const rd_kafka_topic_partition_list_t *partitions)
{
    for (int i = 0; i < partitions->cnt; i++) {
        const rd_kafka_topic_partition_t *gone = &partitions->elems[i];
        membership->revocation.revoked(membership->revocation.self, gone->topic, gone->partition);
        positions_drop(&membership->positions, gone->topic, gone->partition);
    }
    confines_resume(&membership->confines, membership->client->handle, partitions);
}

/*
 * An eager assignment takes the place of the one before.  That was revoked by then, but not when
 * the topics changed while assign() waited for the committed offsets: librdkafka (2.0.2) then joins
 * anew without a word.
 */
static void give_all_up(struct membership *membership)
{
    const struct positions *positions = &membership->positions;
    rd_kafka_topic_partition_list_t *list =
        rd_kafka_topic_partition_list_new((int)positions->count);
    for (size_t i = 0; i < positions->count; i++)
        rd_kafka_topic_partition_list_add(list, positions->items[i].topic,
                                          positions->items[i].partition);
    give_up(membership, list);
    rd_kafka_topic_partition_list_destroy(list);
}

static void take_group(struct membership *membership)
{
    if (membership->group)
        rd_kafka_consumer_group_metadata_destroy(membership->group);
    membership->group = rd_kafka_consumer_group_metadata(membership->client->handle);
}

static void assign(struct membership *membership, const rd_kafka_topic_partition_list_t *partitions)
{
    rd_kafka_t *handle = membership->client->handle;
    log_write(membership->client->log, LEVEL_INFO, "partitions assigned",
              LOG_FIELDS(log_int("count", partitions->cnt)));
    rd_kafka_topic_partition_list_t *begin = rd_kafka_topic_partition_list_copy(partitions);
    /* Now, not when the wait below is over: it may be another generation by then, under which the
     * broker would take offsets of partitions that are another member's. */
    take_group(membership);
    if (!cooperative(handle))
        give_all_up(membership);
    take_positions(membership, begin);
    if (membership->options->bounded)
        confine(membership, begin);
    if (cooperative(handle))
        log_failure(membership, rd_kafka_incremental_assign(handle, begin), "assigning");
    else
        rd_kafka_assign(handle, begin);
    rd_kafka_topic_partition_list_destroy(begin);
    atomic_store(&membership->counters->joined, 1);
}

static void unassign(struct membership *membership, rd_kafka_topic_partition_list_t *partitions)
{
    rd_kafka_t *handle = membership->client->handle;
    bool lost = rd_kafka_assignment_lost(handle);
    if (lost)
        atomic_store(&membership->counters->joined, 0);
    give_up(membership, partitions);
    if (membership->options->guarantee == GUARANTEE_AT_LEAST_ONCE && !lost)
        rd_kafka_commit(handle, NULL, 0);
    if (cooperative(handle))
        log_failure(membership, rd_kafka_incremental_unassign(handle, partitions), "unassigning");
    else
        rd_kafka_assign(handle, NULL);
    log_write(membership->client->log, lost ? LEVEL_WARNING : LEVEL_INFO,
              lost ? "partitions lost: this member was away for too long" : "partitions revoked",
              LOG_FIELDS(log_int("count", partitions->cnt)));
}

void membership_rebalance(struct membership *membership, rd_kafka_resp_err_t what,
                          rd_kafka_topic_partition_list_t *partitions)
{
    if (what == RD_KAFKA_RESP_ERR__ASSIGN_PARTITIONS)
        assign(membership, partitions);
    else
        unassign(membership, partitions);
    atomic_store(&membership->counters->partitions_assigned, membership->positions.count);
    atomic_fetch_add(&membership->counters->rebalances, 1);
}

void membership_clear(struct membership *membership)
{
    if (membership->group)
        rd_kafka_consumer_group_metadata_destroy(membership->group);
    positions_clear(&membership->positions);
    confines_clear(&membership->confines);
}
