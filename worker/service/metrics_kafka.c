#include "service/metrics_kafka.h"

#include <stddef.h>
#include <stdlib.h>

#include "service/exposition.h"

void lags_show(FILE *file, struct lags *lags)
{
    static const struct family FAMILY = {
        "meetingd_partition_lag", "gauge",
        "Offsets between what is read next and the end of the partition."};
    struct lag *items;
    size_t count;
    family_show(file, &FAMILY);
    if (lags_copy(lags, &items, &count) != 0)
        return;
    for (size_t i = 0; i < count; i++) {
        char partition[16];
        snprintf(partition, sizeof partition, "%d", items[i].partition);
        sample_show(file, &FAMILY, LABELS({"topic", items[i].topic}, {"partition", partition}),
                    (double)items[i].behind);
    }
    free(items);
}

/* A figure of a client, or of one of its brokers, and by what it is divided. */
struct row {
    struct family family;
    size_t offset;
    double per;
};

#define COUNT(of, name, field, help)                                                      \
    {                                                                                     \
        {"meetingd_kafka_" name "_total", "counter", help}, offsetof(struct of, field), 1 \
    }
#define LEVEL(of, name, field, per, help)                                        \
    {                                                                            \
        {"meetingd_kafka_" name, "gauge", help}, offsetof(struct of, field), per \
    }

static const struct row CLIENT_ROWS[] = {
    COUNT(client_figures, "requests", requests, "Requests sent to brokers."),
    COUNT(client_figures, "sent_bytes", sent_bytes, "Bytes sent to brokers."),
    COUNT(client_figures, "responses", responses, "Responses received from brokers."),
    COUNT(client_figures, "received_bytes", received_bytes, "Bytes received from brokers."),
    LEVEL(client_figures, "queued_messages", queued_messages, 1,
          "Messages that wait to be sent or confirmed."),
    LEVEL(client_figures, "queued_bytes", queued_bytes, 1, "Bytes of these messages."),
    LEVEL(client_figures, "waiting_operations", waiting_operations, 1,
          "What librdkafka has for the loop, which has not taken it yet."),
};

static const struct row BROKER_ROWS[] = {
    LEVEL(broker_figures, "broker_up", up, 1, "1 when the connection stands, else 0."),
    LEVEL(broker_figures, "broker_round_trip_seconds", rtt_us, 1e6,
          "Time from a request to its response, on average over the last seconds."),
    LEVEL(broker_figures, "broker_throttle_seconds", throttle_ms, 1e3,
          "Time that the broker's quota made it wait, on average over the last seconds."),
    COUNT(broker_figures, "broker_send_errors", send_errors, "Requests that could not be sent."),
    COUNT(broker_figures, "broker_receive_errors", receive_errors,
          "Responses that could not be read."),
    COUNT(broker_figures, "broker_timeouts", timeouts, "Requests that were not answered in time."),
    COUNT(broker_figures, "broker_disconnects", disconnects, "Times the connection was lost."),
};

enum {
    CLIENTS = 2,
    CLIENT_ROW_COUNT = sizeof CLIENT_ROWS / sizeof *CLIENT_ROWS,
    BROKER_ROW_COUNT = sizeof BROKER_ROWS / sizeof *BROKER_ROWS
};

static const char *const NAMES[CLIENTS] = {"consumer", "producer"};

static double figure_of(const void *record, const struct row *row)
{
    return (double)*(const int64_t *)((const char *)record + row->offset) / row->per;
}

static void brokers_show(FILE *file, const struct row *row, const struct client_figures *clients)
{
    family_show(file, &row->family);
    for (size_t client = 0; client < CLIENTS; client++)
        for (size_t i = 0; i < clients[client].broker_count; i++) {
            const struct broker_figures *broker = &clients[client].brokers[i];
            sample_show(file, &row->family,
                        LABELS({"client", NAMES[client]}, {"broker", broker->name}),
                        figure_of(broker, row));
        }
}

void clients_show(FILE *file, const struct vitals *vitals)
{
    struct client_figures *clients = calloc(CLIENTS, sizeof *clients);
    if (!clients)
        return;
    statistics_copy(vitals->consumer, &clients[0]);
    statistics_copy(vitals->producer, &clients[1]);
    for (size_t i = 0; i < CLIENT_ROW_COUNT; i++) {
        family_show(file, &CLIENT_ROWS[i].family);
        for (size_t client = 0; client < CLIENTS; client++)
            sample_show(file, &CLIENT_ROWS[i].family, LABELS({"client", NAMES[client]}),
                        figure_of(&clients[client], &CLIENT_ROWS[i]));
    }
    for (size_t i = 0; i < BROKER_ROW_COUNT; i++)
        brokers_show(file, &BROKER_ROWS[i], clients);
    free(clients);
}
