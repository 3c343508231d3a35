#include "stream/batch.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/fault.h"

enum { FIRST_LANES = 16 };

int batch_new(size_t max_articles, size_t max_bytes, struct batch **ret_batch)
{
    struct batch *batch = calloc(1, sizeof *batch);
    if (!batch)
        return FAULT_MEMORY;
    batch->slots = calloc(max_articles, sizeof *batch->slots);
    batch->lanes = calloc(FIRST_LANES, sizeof *batch->lanes);
    if (!batch->slots || !batch->lanes) {
        batch_free(batch);
        return FAULT_MEMORY;
    }
    batch->room = max_articles;
    batch->max_bytes = max_bytes;
    batch->lane_room = FIRST_LANES;
    *ret_batch = batch;
    return 0;
}

void batch_free(struct batch *batch)
{
    if (!batch)
        return;
    batch_clear(batch);
    free(batch->slots);
    free(batch->lanes);
    free(batch);
}

void batch_clear(struct batch *batch)
{
    for (size_t i = 0; i < batch->count; i++) {
        struct slot *slot = &batch->slots[i];
        rd_kafka_message_destroy((rd_kafka_message_t *)(uintptr_t)slot->task.message);
        free((char *)(uintptr_t)slot->task.reason);
        free(slot->product);
    }
    batch->count = 0;
    batch->bytes = 0;
    batch->lane_count = 0;
}

bool batch_full(const struct batch *batch)
{
    return batch->count == batch->room || batch->bytes >= batch->max_bytes;
}

bool batch_empty(const struct batch *batch)
{
    return batch->lane_count == 0;
}

bool batch_lapsed(const struct batch *batch)
{
    for (size_t i = 0; i < batch->lane_count; i++)
        if (!batch->lanes[i].revoked)
            return false;
    return true;
}

/* Articles come in runs of one partition, so the last lane used is nearly always the one. */
struct lane *batch_lane(const struct batch *batch, const char *topic, int32_t partition)
{
    size_t last = batch->count ? batch->slots[batch->count - 1].lane : 0;
    for (size_t i = 0; i < batch->lane_count; i++) {
        struct lane *lane = &batch->lanes[(last + i) % batch->lane_count];
        if (lane->partition == partition && !lane->revoked && strcmp(lane->topic, topic) == 0)
            return lane;
    }
    return NULL;
}

static struct lane *lane_open(struct batch *batch, const char *topic, int32_t partition,
                              int64_t first)
{
    struct lane *lane = batch_lane(batch, topic, partition);
    if (lane)
        return lane;
    if (batch->lane_count == batch->lane_room) {
        size_t room = batch->lane_room * 2;
        struct lane *lanes = realloc(batch->lanes, room * sizeof *lanes);
        if (!lanes)
            return NULL;
        batch->lanes = lanes;
        batch->lane_room = room;
    }
    lane = &batch->lanes[batch->lane_count++];
    *lane = (struct lane){.partition = partition, .first = first};
    snprintf(lane->topic, sizeof lane->topic, "%s", topic);
    return lane;
}

struct slot *batch_add(struct batch *batch, rd_kafka_message_t *message)
{
    struct lane *lane =
        lane_open(batch, rd_kafka_topic_name(message->rkt), message->partition, message->offset);
    if (!lane)
        return NULL;
    lane->next = message->offset + 1;
    struct slot *slot = &batch->slots[batch->count++];
    *slot = (struct slot){.task.message = message, .lane = (size_t)(lane - batch->lanes)};
    batch->bytes += message->len + message->key_len;
    return slot;
}

int batch_reach(struct batch *batch, const char *topic, int32_t partition, int64_t offset)
{
    struct lane *lane = lane_open(batch, topic, partition, offset);
    if (!lane)
        return FAULT_MEMORY;
    if (lane->next < offset)
        lane->next = offset;
    return 0;
}

size_t batch_revoke(struct batch *batch, const char *topic, int32_t partition)
{
    struct lane *lane = batch_lane(batch, topic, partition);
    if (!lane)
        return 0;
    lane->revoked = true;
    size_t left = 0;
    for (size_t i = 0; i < batch->count; i++)
        left += batch->slots[i].lane == (size_t)(lane - batch->lanes);
    return left;
}

bool slot_counts(const struct batch *batch, const struct slot *slot)
{
    return !batch->lanes[slot->lane].revoked;
}

rd_kafka_topic_partition_list_t *batch_offsets(const struct batch *batch)
{
    rd_kafka_topic_partition_list_t *list =
        rd_kafka_topic_partition_list_new((int)batch->lane_count);
    for (size_t i = 0; i < batch->lane_count; i++) {
        const struct lane *lane = &batch->lanes[i];
        if (!lane->revoked)
            rd_kafka_topic_partition_list_add(list, lane->topic, lane->partition)->offset =
                lane->next;
    }
    return list;
}

void batch_rewind_points(const struct batch *batch, rd_kafka_topic_partition_list_t *list)
{
    for (size_t i = 0; i < batch->lane_count; i++) {
        const struct lane *lane = &batch->lanes[i];
        if (lane->revoked || rd_kafka_topic_partition_list_find(list, lane->topic, lane->partition))
            continue;
        rd_kafka_topic_partition_list_add(list, lane->topic, lane->partition)->offset = lane->first;
    }
}
