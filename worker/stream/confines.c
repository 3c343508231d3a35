#include "stream/confines.h"

#include <stdlib.h>
#include <string.h>

#include "base/fault.h"

void confines_clear(struct confines *confines)
{
    free(confines->items);
    *confines = (struct confines){0};
}

static struct confine *find(const struct confines *confines, const char *topic, int32_t partition)
{
    for (size_t i = 0; i < confines->count; i++)
        if (confines->items[i].partition == partition &&
            strcmp(confines->items[i].topic, topic) == 0)
            return &confines->items[i];
    return NULL;
}

static struct confine *make(struct confines *confines, const char *topic, int32_t partition)
{
    struct confine *confine = find(confines, topic, partition);
    if (confine)
        return confine;
    if (confines->count == confines->room) {
        size_t room = confines->room ? confines->room * 2 : 16;
        struct confine *items = realloc(confines->items, room * sizeof *items);
        if (!items)
            return NULL;
        confines->items = items;
        confines->room = room;
    }
    confine = &confines->items[confines->count++];
    memset(confine, 0, sizeof *confine);
    strncpy(confine->topic, topic, sizeof confine->topic - 1);
    confine->partition = partition;
    return confine;
}

int confines_set(struct confines *confines, const rd_kafka_topic_partition_t *committed,
                 bool *ret_open)
{
    struct bounds bounds;
    *ret_open = false;
    if (!bounds_read(committed->metadata, committed->metadata_size, &bounds, NULL))
        return 0;
    struct confine *confine = make(confines, committed->topic, committed->partition);
    if (!confine)
        return FAULT_MEMORY;
    confine->bounds = bounds;
    memcpy(confine->metadata, committed->metadata, committed->metadata_size);
    confine->metadata[committed->metadata_size] = '\0';
    *ret_open = committed->offset < bounds.until;
    return 0;
}

enum judgement confines_judge(const struct confines *confines, const rd_kafka_message_t *message)
{
    const struct confine *confine =
        find(confines, rd_kafka_topic_name(message->rkt), message->partition);
    if (!confine || message->offset >= confine->bounds.until)
        return JUDGE_DONE;
    if (message->err)
        return JUDGE_STEP_OVER; /* an end that comes too early: something is still being written */
    rd_kafka_timestamp_type_t type;
    return bounds_hold(&confine->bounds, rd_kafka_message_timestamp(message, &type))
               ? JUDGE_TAKE
               : JUDGE_STEP_OVER;
}

static void call_on_one(rd_kafka_resp_err_t (*call)(rd_kafka_t *,
                                                    rd_kafka_topic_partition_list_t *),
                        rd_kafka_t *consumer, const struct confine *confine)
{
    rd_kafka_topic_partition_list_t *list = rd_kafka_topic_partition_list_new(1);
    rd_kafka_topic_partition_list_add(list, confine->topic, confine->partition);
    call(consumer, list);
    rd_kafka_topic_partition_list_destroy(list);
}

bool confines_finish(struct confines *confines, rd_kafka_t *consumer, const char *topic,
                     int32_t partition, int64_t *ret_until)
{
    struct confine *confine = find(confines, topic, partition);
    if (!confine || confine->paused)
        return false;
    call_on_one(rd_kafka_pause_partitions, consumer, confine);
    confine->paused = true;
    *ret_until = confine->bounds.until;
    return true;
}

void confines_resume(struct confines *confines, rd_kafka_t *consumer,
                     const rd_kafka_topic_partition_list_t *list)
{
    for (int i = 0; i < list->cnt; i++) {
        struct confine *confine = find(confines, list->elems[i].topic, list->elems[i].partition);
        if (!confine || !confine->paused)
            continue;
        call_on_one(rd_kafka_resume_partitions, consumer, confine);
        confine->paused = false;
    }
}

void confines_annotate(const struct confines *confines, rd_kafka_topic_partition_list_t *offsets)
{
    for (int i = 0; i < offsets->cnt; i++) {
        rd_kafka_topic_partition_t *offset = &offsets->elems[i];
        const struct confine *confine = find(confines, offset->topic, offset->partition);
        if (!confine)
            continue;
        offset->metadata = strdup(confine->metadata);
        offset->metadata_size = offset->metadata ? strlen(confine->metadata) : 0;
    }
}
