#include "stream/limits.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum { REPLY_MS = 5 * 1000, MOST_TOPICS = 8 };

/* The value of max.message.bytes, or -1 when it was not told. */
static long most_bytes(const rd_kafka_ConfigResource_t *resource)
{
    size_t count = 0;
    const rd_kafka_ConfigEntry_t **entries = rd_kafka_ConfigResource_configs(resource, &count);
    for (size_t i = 0; i < count; i++) {
        const char *value = rd_kafka_ConfigEntry_value(entries[i]);
        if (value && strcmp(rd_kafka_ConfigEntry_name(entries[i]), "max.message.bytes") == 0)
            return strtol(value, NULL, 10);
    }
    return -1;
}

static rd_kafka_event_t *ask(rd_kafka_t *handle, const struct limited_topic *topics, size_t count)
{
    rd_kafka_ConfigResource_t *resources[MOST_TOPICS];
    char text[64];
    for (size_t i = 0; i < count; i++)
        resources[i] = rd_kafka_ConfigResource_new(RD_KAFKA_RESOURCE_TOPIC, topics[i].name);
    rd_kafka_AdminOptions_t *options =
        rd_kafka_AdminOptions_new(handle, RD_KAFKA_ADMIN_OP_DESCRIBECONFIGS);
    rd_kafka_AdminOptions_set_request_timeout(options, REPLY_MS, text, sizeof text);
    rd_kafka_queue_t *queue = rd_kafka_queue_new(handle);
    rd_kafka_DescribeConfigs(handle, resources, count, options, queue);
    rd_kafka_event_t *event = rd_kafka_queue_poll(queue, REPLY_MS * 2);
    rd_kafka_queue_destroy(queue);
    rd_kafka_AdminOptions_destroy(options);
    rd_kafka_ConfigResource_destroy_array(resources, count);
    return event;
}

static void compare(const struct limited_topic *topic, long most, long batch_bytes,
                    struct problems *problems)
{
    if (most >= 0 && most < batch_bytes)
        problems_add(problems, PROBLEM_WARNING,
                     "%s = %s: its max.message.bytes is %ld, below the producer's batch.size of "
                     "%ld: full batches are refused, and their articles written again one by one; "
                     "set [kafka.producer] batch.size = %ld, or raise the topic's",
                     topic->setting, topic->name, most, batch_bytes, most);
}

void limits_check(rd_kafka_t *handle, const struct limited_topic *topics, size_t count,
                  long batch_bytes, struct problems *problems)
{
    assert(count > 0 && count <= MOST_TOPICS);
    rd_kafka_event_t *event = ask(handle, topics, count);
    const rd_kafka_DescribeConfigs_result_t *result =
        event ? rd_kafka_event_DescribeConfigs_result(event) : NULL;
    size_t told = 0;
    const rd_kafka_ConfigResource_t **resources =
        result ? rd_kafka_DescribeConfigs_result_resources(result, &told) : NULL;
    for (size_t i = 0; i < told; i++)
        for (size_t j = 0; j < count; j++)
            if (strcmp(rd_kafka_ConfigResource_name(resources[i]), topics[j].name) == 0)
                compare(&topics[j], most_bytes(resources[i]), batch_bytes, problems);
    if (event)
        rd_kafka_event_destroy(event);
}
