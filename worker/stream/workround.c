#include "stream/workround.h"

#include <pthread.h>
#include <string.h>
#include <time.h>

#include "stream/patience.h"

rd_kafka_error_t *workround_seek(rd_kafka_t *consumer, rd_kafka_topic_partition_list_t *offsets)
{
    return rd_kafka_seek_partitions(consumer, offsets, -1);
}

rd_kafka_error_t *workround_seek_one(rd_kafka_t *consumer, const rd_kafka_message_t *message,
                                     int64_t offset)
{
    rd_kafka_topic_partition_list_t *list = rd_kafka_topic_partition_list_new(1);
    rd_kafka_topic_partition_list_add(list, rd_kafka_topic_name(message->rkt), message->partition)
        ->offset = offset;
    rd_kafka_error_t *error = workround_seek(consumer, list);
    rd_kafka_topic_partition_list_destroy(list);
    return error;
}

bool workround_close(rd_kafka_t *consumer, int ms)
{
    rd_kafka_queue_t *queue = rd_kafka_queue_new(consumer);
    rd_kafka_error_t *error = rd_kafka_consumer_close_queue(consumer, queue);
    bool closed = error != NULL; /* it was closed before */
    if (error)
        rd_kafka_error_destroy(error);
    int64_t end = clock_monotonic_ms() + ms;
    while (!closed && clock_monotonic_ms() < end) {
        rd_kafka_message_t *message = rd_kafka_consume_queue(queue, 50);
        if (message)
            rd_kafka_message_destroy(message);
        closed = rd_kafka_consumer_closed(consumer);
    }
    rd_kafka_queue_destroy(queue);
    return closed;
}

static void *destroy(void *client)
{
    rd_kafka_destroy_flags(client, RD_KAFKA_DESTROY_F_NO_CONSUMER_CLOSE);
    return NULL;
}

bool workround_destroy(rd_kafka_t *client, int ms)
{
    pthread_t thread;
    if (pthread_create(&thread, NULL, destroy, client) != 0)
        return false;
    struct timespec end;
    clock_gettime(CLOCK_REALTIME, &end);
    end.tv_sec += ms / 1000;
    if (pthread_timedjoin_np(thread, NULL, &end) == 0)
        return true;
    pthread_detach(thread);
    return false;
}

bool workround_must_stay(rd_kafka_t *unassigned)
{
    char strategy[256] = "";
    size_t size = sizeof strategy;
    if (rd_kafka_version() >= 0x02030000)
        return false;
    rd_kafka_conf_get(rd_kafka_conf(unassigned), "partition.assignment.strategy", strategy, &size);
    return strstr(strategy, "cooperative") != NULL;
}

rd_kafka_resp_err_t workround_warm(rd_kafka_t *producer, const char *topic, int ms)
{
    rd_kafka_topic_t *handle = rd_kafka_topic_new(producer, topic, NULL);
    if (!handle)
        return rd_kafka_last_error();
    const struct rd_kafka_metadata *metadata;
    rd_kafka_resp_err_t error = rd_kafka_metadata(producer, 0, handle, &metadata, ms);
    if (!error) {
        error =
            metadata->topic_cnt ? metadata->topics[0].err : RD_KAFKA_RESP_ERR_UNKNOWN_TOPIC_OR_PART;
        rd_kafka_metadata_destroy(metadata);
    }
    rd_kafka_topic_destroy(handle);
    return error;
}
