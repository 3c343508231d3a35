#include "stream/check.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/nearest.h"
#include "stream/client.h"
#include "stream/limits.h"

enum {
    REPLY_MS = 5 * 1000,
    LONGEST_TOPIC = 249, /* bytes, as Kafka has it */
    LONGEST_REASON = 256,
};

/* The broker as a client sees it, while it is checked. */
struct view {
    struct problems *problems;
    const char *servers;
    const struct rd_kafka_metadata *metadata;
};

/* The last value counts, as it does for the clients. */
static const char *servers_of(const struct stream_options *options)
{
    const struct properties lists[] = {options->both, options->consumer};
    const char *servers = "";
    for (size_t list = 0; list < 2; list++)
        for (size_t i = 0; i < lists[list].count; i++)
            if (strcmp(lists[list].items[i].name, "bootstrap.servers") == 0)
                servers = lists[list].items[i].value;
    return servers;
}

static const char *topic_nearest(const struct view *view, const char *topic)
{
    struct nearest nearest = nearest_to(str_of(topic));
    for (int i = 0; i < view->metadata->topic_cnt; i++)
        nearest_offer(&nearest, view->metadata->topics[i].topic);
    return nearest.name;
}

/* making: options for the command that makes the topic. */
static void topic_check(const struct view *view, const char *topic, const char *key,
                        const char *making)
{
    for (int i = 0; i < view->metadata->topic_cnt; i++)
        if (strcmp(view->metadata->topics[i].topic, topic) == 0)
            return;
    const char *nearest = topic_nearest(view, topic);
    if (nearest)
        problems_add(view->problems, PROBLEM_ERROR,
                     "%s = %s: there is no such topic (did you mean %s?)", key, topic, nearest);
    else
        problems_add(view->problems, PROBLEM_ERROR,
                     "%s = %s: there is no such topic; make it: kafka-topics.sh "
                     "--bootstrap-server %s --create --topic %s%s",
                     key, topic, view->servers, topic, making);
}

/* "a,b": each; a pattern is allowed to match nothing yet. */
static void inputs_check(const struct view *view, const char *topics)
{
    char topic[LONGEST_TOPIC + 1];
    while (*topics) {
        size_t length = strcspn(topics, ",");
        if (length > 0 && length <= LONGEST_TOPIC && *topics != '^') {
            memcpy(topic, topics, length);
            topic[length] = '\0';
            topic_check(view, topic, "[input] topic", "");
        }
        topics += length;
        topics += *topics == ',';
    }
}

static void topics_check(const struct stream_options *options, struct view *view)
{
    inputs_check(view, options->input_topics);
    topic_check(view, options->event_topic, "[output] topic", "");
    topic_check(view, options->dead_letter_topic, "[output] dead_letter_topic", "");
    if (*options->receipt_topic)
        topic_check(view, options->receipt_topic, "[output] receipt_topic",
                    " --config cleanup.policy=compact");
}

/* Keeps the first reason: those after it only say that all brokers are down. */
static void on_error(rd_kafka_t *handle, int error, const char *reason, void *opaque)
{
    char *first = opaque;
    (void)handle;
    (void)error;
    if (!*first)
        snprintf(first, LONGEST_REASON, "%s", reason);
}

/* Only a controller is asked about topics, and the embedded broker tells of one that isn't there.
 */
static bool controller_answers(rd_kafka_t *handle, const struct rd_kafka_metadata *metadata)
{
    int32_t controller = rd_kafka_controllerid(handle, 0);
    for (int i = 0; i < metadata->broker_cnt; i++)
        if (metadata->brokers[i].id == controller)
            return true;
    return false;
}

/* What is written to; a topic that is missing has no limit. */
static void outputs_check(const struct stream_options *options, rd_kafka_t *handle,
                          long batch_bytes, struct problems *problems)
{
    const struct limited_topic topics[] = {
        {options->event_topic, "[output] topic"},
        {options->dead_letter_topic, "[output] dead_letter_topic"},
        {options->receipt_topic, "[output] receipt_topic"},
    };
    limits_check(handle, topics, *options->receipt_topic ? 3 : 2, batch_bytes, problems);
}

static void reply_check(const struct stream_options *options, rd_kafka_t *handle,
                        const char *reason, long batch_bytes, struct problems *problems)
{
    struct view view = {problems, servers_of(options), NULL};
    rd_kafka_resp_err_t error = rd_kafka_metadata(handle, 1, NULL, &view.metadata, REPLY_MS);
    if (error) {
        rd_kafka_poll(handle, 0);
        problems_add(problems, PROBLEM_ERROR,
                     "[kafka] bootstrap.servers = %s: no broker answers there (%s)", view.servers,
                     *reason ? reason : rd_kafka_err2str(error));
        return;
    }
    topics_check(options, &view);
    if (controller_answers(handle, view.metadata))
        outputs_check(options, handle, batch_bytes, problems);
    rd_kafka_metadata_destroy(view.metadata);
}

static long batch_bytes_of(const rd_kafka_conf_t *producer)
{
    char text[32] = "0";
    size_t size = sizeof text;
    rd_kafka_conf_get(producer, "batch.size", text, &size);
    return strtol(text, NULL, 10);
}

/*
 * The consumer's configuration, or NULL; a line for what is wrong with it or the producer's, of
 * which *ret_batch_bytes is the most that it sends to a partition at once.
 */
static rd_kafka_conf_t *configurations_check(const struct stream_options *options,
                                             struct problems *problems, long *ret_batch_bytes)
{
    rd_kafka_conf_t *consumer = NULL, *producer = NULL;
    struct fault first = {0}, second = {0};
    if (client_configure(options, CLIENT_CONSUMER, "check", &consumer, &first) != 0)
        problems_add(problems, PROBLEM_ERROR, "%s", first.text);
    if (client_configure(options, CLIENT_PRODUCER, "check", &producer, &second) == 0) {
        *ret_batch_bytes = batch_bytes_of(producer);
        rd_kafka_conf_destroy(producer);
    } else if (strcmp(first.text, second.text) != 0) /* a property of both is wrong once */
        problems_add(problems, PROBLEM_ERROR, "%s", second.text);
    return consumer;
}

void broker_check(const struct stream_options *options, struct problems *problems)
{
    char reason[LONGEST_REASON] = "", text[LONGEST_REASON];
    long batch_bytes = 0;
    rd_kafka_conf_t *consumer = configurations_check(options, problems, &batch_bytes);
    if (!consumer)
        return;
    rd_kafka_conf_set_opaque(consumer, reason);
    rd_kafka_conf_set_error_cb(consumer, on_error);
    rd_kafka_conf_set_log_cb(consumer, NULL);
    rd_kafka_t *handle = rd_kafka_new(RD_KAFKA_CONSUMER, consumer, text, sizeof text);
    if (!handle) {
        rd_kafka_conf_destroy(consumer);
        problems_add(problems, PROBLEM_ERROR, "librdkafka rejects the [kafka] properties: %s",
                     text);
        return;
    }
    reply_check(options, handle, reason, batch_bytes, problems);
    rd_kafka_destroy(handle);
}
