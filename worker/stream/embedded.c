#include "stream/embedded.h"

#include <librdkafka/rdkafka.h>
#include <librdkafka/rdkafka_mock.h>
#include <stdlib.h>
#include <string.h>

#include "stream/product.h"
#include "stream/workround.h"

enum { CALL_MS = 10000, ARENA_BYTES = 1 << 20 };

struct embedded {
    rd_kafka_t *handle; /* owns the cluster's thread, and writes to it */
    rd_kafka_mock_cluster_t *cluster;
};

struct embedded_reader {
    rd_kafka_t *handle;
    struct arena *arena;
    rd_kafka_message_t *raw;
    struct message message;
};

static int client_new(rd_kafka_type_t type, const char *const (*properties)[2],
                      rd_kafka_t **ret_handle, struct fault *ret_fault)
{
    char text[256] = "";
    rd_kafka_conf_t *conf = rd_kafka_conf_new();
    for (size_t i = 0; properties[i][0]; i++)
        if (rd_kafka_conf_set(conf, properties[i][0], properties[i][1], text, sizeof text) !=
            RD_KAFKA_CONF_OK) {
            rd_kafka_conf_destroy(conf);
            return fault_set(ret_fault, FAULT_FATAL, "embedded broker: %s", text);
        }
    rd_kafka_t *handle = rd_kafka_new(type, conf, text, sizeof text);
    if (!handle) {
        rd_kafka_conf_destroy(conf);
        return fault_set(ret_fault, FAULT_FATAL, "embedded broker: %s", text);
    }
    *ret_handle = handle;
    return 0;
}

/* test.mock.num.brokers gives the client a cluster of its own and points it there. */
int embedded_new(struct embedded **ret_embedded, struct fault *ret_fault)
{
    static const char *const PROPERTIES[][2] = {
        {"test.mock.num.brokers", "1"}, {"linger.ms", "0"}, {"log_level", "3"}, {NULL, NULL}};
    struct embedded *embedded = calloc(1, sizeof *embedded);
    if (!embedded)
        return fault_set(ret_fault, FAULT_MEMORY, "no memory for an embedded broker");
    int code = client_new(RD_KAFKA_PRODUCER, PROPERTIES, &embedded->handle, ret_fault);
    if (code) {
        free(embedded);
        return code;
    }
    embedded->cluster = rd_kafka_handle_mock_cluster(embedded->handle);
    *ret_embedded = embedded;
    return 0;
}

void embedded_free(struct embedded *embedded)
{
    if (!embedded)
        return;
    rd_kafka_destroy(embedded->handle);
    free(embedded);
}

const char *embedded_bootstrap(const struct embedded *embedded)
{
    return rd_kafka_mock_cluster_bootstraps(embedded->cluster);
}

struct rd_kafka_mock_cluster_s *embedded_cluster(const struct embedded *embedded)
{
    return embedded->cluster;
}

int embedded_topic(struct embedded *embedded, const char *topic, int partitions)
{
    return rd_kafka_mock_topic_create(embedded->cluster, topic, partitions, 1) ? FAULT_FATAL : 0;
}

int embedded_put(struct embedded *embedded, const struct message *message, struct fault *ret_fault)
{
    char topic[250];
    size_t len = message->topic.len < sizeof topic ? message->topic.len : sizeof topic - 1;
    memcpy(topic, message->topic.at, len);
    topic[len] = '\0';
    rd_kafka_headers_t *headers = rd_kafka_headers_new(message->header_count);
    for (size_t i = 0; i < message->header_count; i++)
        rd_kafka_header_add(headers, message->headers[i].name.at,
                            (ssize_t)message->headers[i].name.len, message->headers[i].value.at,
                            (ssize_t)message->headers[i].value.len);
    rd_kafka_resp_err_t error = rd_kafka_producev(
        embedded->handle, RD_KAFKA_V_TOPIC(topic), RD_KAFKA_V_PARTITION(message->partition),
        RD_KAFKA_V_KEY(message->key.at, message->key.len),
        RD_KAFKA_V_VALUE((void *)(uintptr_t)message->value.at, message->value.len),
        RD_KAFKA_V_MSGFLAGS(RD_KAFKA_MSG_F_COPY), RD_KAFKA_V_HEADERS(headers), RD_KAFKA_V_END);
    if (error)
        rd_kafka_headers_destroy(headers);
    else
        error = rd_kafka_flush(embedded->handle, CALL_MS);
    return error
               ? fault_set(ret_fault, FAULT_BROKER, "embedded broker: %s", rd_kafka_err2str(error))
               : 0;
}

int64_t embedded_end(const struct embedded *embedded, const char *topic, int partition)
{
    int64_t first;
    int64_t end;
    rd_kafka_resp_err_t error =
        rd_kafka_query_watermark_offsets(embedded->handle, topic, partition, &first, &end, CALL_MS);
    return error ? -1 : end;
}

static int assign_all(rd_kafka_t *handle, const char *topic, struct fault *ret_fault)
{
    rd_kafka_topic_t *object = rd_kafka_topic_new(handle, topic, NULL);
    const struct rd_kafka_metadata *metadata;
    rd_kafka_resp_err_t error = rd_kafka_metadata(handle, 0, object, &metadata, CALL_MS);
    rd_kafka_topic_destroy(object);
    if (error)
        return fault_set(ret_fault, FAULT_BROKER, "%s: %s", topic, rd_kafka_err2str(error));
    rd_kafka_topic_partition_list_t *list = rd_kafka_topic_partition_list_new(4);
    for (int i = 0; i < metadata->topics[0].partition_cnt; i++)
        rd_kafka_topic_partition_list_add(list, topic, i)->offset = RD_KAFKA_OFFSET_BEGINNING;
    rd_kafka_metadata_destroy(metadata);
    error = rd_kafka_assign(handle, list);
    rd_kafka_topic_partition_list_destroy(list);
    return error ? fault_set(ret_fault, FAULT_BROKER, "%s: %s", topic, rd_kafka_err2str(error)) : 0;
}

int embedded_reader_new(struct embedded *embedded, const char *topic,
                        struct embedded_reader **ret_reader, struct fault *ret_fault)
{
    const char *const properties[][2] = {{"bootstrap.servers", embedded_bootstrap(embedded)},
                                         {"group.id", "reader"},
                                         {"enable.auto.commit", "false"},
                                         {"fetch.wait.max.ms", "10"},
                                         {"log_level", "3"},
                                         {NULL, NULL}};
    struct embedded_reader *reader = calloc(1, sizeof *reader);
    if (!reader)
        return fault_set(ret_fault, FAULT_MEMORY, "no memory for a reader");
    reader->arena = arena_new(ARENA_BYTES);
    int code = reader->arena ? client_new(RD_KAFKA_CONSUMER, properties, &reader->handle, ret_fault)
                             : FAULT_MEMORY;
    if (!code) {
        rd_kafka_poll_set_consumer(reader->handle);
        code = assign_all(reader->handle, topic, ret_fault);
    }
    if (code)
        embedded_reader_free(reader);
    else
        *ret_reader = reader;
    return code;
}

void embedded_reader_free(struct embedded_reader *reader)
{
    if (!reader)
        return;
    if (reader->raw)
        rd_kafka_message_destroy(reader->raw);
    if (reader->handle)
        workround_destroy(reader->handle, CALL_MS);
    arena_free(reader->arena);
    free(reader);
}

const struct message *embedded_reader_next(struct embedded_reader *reader, int timeout_ms)
{
    if (reader->raw)
        rd_kafka_message_destroy(reader->raw);
    reader->raw = rd_kafka_consumer_poll(reader->handle, timeout_ms);
    arena_reset(reader->arena);
    if (!reader->raw || reader->raw->err ||
        message_read(reader->raw, reader->arena, &reader->message) != 0)
        return NULL;
    return &reader->message;
}
