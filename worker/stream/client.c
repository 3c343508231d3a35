#include "stream/client.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

enum scope {
    FOR_CONSUMER = 1,
    FOR_PRODUCER = 2,
    FOR_BOTH = 3,
    ONCE_ONLY = 4,  /* only when exactly once */
    LEAST_ONLY = 8, /* only when at least once */
};

struct fixture {
    const char *name;
    const char *value;
    unsigned scope;
};

/* What the operator may change. */
static const struct fixture DEFAULTS[] = {
    {"client.id", "meetingd", FOR_BOTH},
    {"socket.nagle.disable", "true", FOR_BOTH}, /* librdkafka's own default from 2.10.0 on */
    {"statistics.interval.ms", "5000", FOR_BOTH},
    {"socket.keepalive.enable", "true", FOR_BOTH},
    {"auto.offset.reset", "earliest", FOR_CONSUMER},
    {"isolation.level", "read_committed", FOR_CONSUMER},
    {"partitioner", "murmur2_random", FOR_PRODUCER}, /* keys go where Java's clients put them */
    {"queue.buffering.max.kbytes", "262144", FOR_PRODUCER},
    {"message.max.bytes", "10485760", FOR_PRODUCER}, /* the topic's own limit decides */
    {"message.timeout.ms", "60000", FOR_PRODUCER | LEAST_ONLY},
    {"transaction.timeout.ms", "60000", FOR_PRODUCER | ONCE_ONLY},
    {NULL, NULL, 0},
};

/* What the loop relies on: nobody may change it. */
static const struct fixture FIXED[] = {
    {"enable.auto.offset.store", "false", FOR_CONSUMER}, /* offsets move when events are safe */
    {"enable.auto.commit", "false", FOR_CONSUMER | ONCE_ONLY},
    {"enable.auto.commit", "true", FOR_CONSUMER | LEAST_ONLY},
    {"enable.partition.eof", "true", FOR_CONSUMER}, /* tells of trailing control records */
    {"enable.idempotence", "true", FOR_PRODUCER},
    {"linger.ms", "0", FOR_PRODUCER}, /* the batch is already complete when it is produced */
    {"group.id", NULL, FOR_CONSUMER},
    {"group.instance.id", NULL, FOR_CONSUMER},
    {"transactional.id", NULL, FOR_PRODUCER},
    {NULL, NULL, 0},
};

static bool applies(const struct fixture *fixture, enum client_kind kind, enum guarantee guarantee)
{
    unsigned side = kind == CLIENT_CONSUMER ? FOR_CONSUMER : FOR_PRODUCER;
    unsigned other = guarantee == GUARANTEE_EXACTLY_ONCE ? LEAST_ONLY : ONCE_ONLY;
    return fixture->value && (fixture->scope & side) && !(fixture->scope & other);
}

static bool is_fixed(const char *name)
{
    for (const struct fixture *fixture = FIXED; fixture->name; fixture++)
        if (strcmp(fixture->name, name) == 0)
            return true;
    return strcmp(name, "queue.buffering.max.ms") == 0; /* linger.ms by its other name */
}

static int set(rd_kafka_conf_t *conf, const char *name, const char *value, struct fault *ret_fault)
{
    char text[256] = "";
    if (rd_kafka_conf_set(conf, name, value, text, sizeof text) == RD_KAFKA_CONF_OK)
        return 0;
    return fault_set(ret_fault, FAULT_SETTING, "librdkafka rejects its property %s: %s", name,
                     text);
}

static int set_table(rd_kafka_conf_t *conf, const struct fixture *table, enum client_kind kind,
                     enum guarantee guarantee, struct fault *ret_fault)
{
    int code = 0;
    for (const struct fixture *fixture = table; fixture->name && !code; fixture++)
        if (applies(fixture, kind, guarantee))
            code = set(conf, fixture->name, fixture->value, ret_fault);
    return code;
}

static int set_properties(rd_kafka_conf_t *conf, struct properties properties,
                          const struct log *log, struct fault *ret_fault)
{
    for (size_t i = 0; i < properties.count; i++) {
        const struct property *property = &properties.items[i];
        if (is_fixed(property->name))
            return fault_set(ret_fault, FAULT_SETTING,
                             "%s: %s follows from [delivery] guarantee, [input] group and "
                             "[kafka] instance and can't be set by itself",
                             property->place ? property->place : "[kafka]", property->name);
        struct fault fault;
        int code = set(conf, property->name, property->value, &fault);
        if (code && !property->doubtful)
            return fault_set(ret_fault, code, "%s: %s",
                             property->place ? property->place : "[kafka]", fault.text);
        if (code)
            log_write(log, LEVEL_WARNING, fault.text,
                      LOG_FIELDS(log_text("place", property->place)));
    }
    return 0;
}

/* What options say in their own words; a property may still say otherwise. */
static int set_options(rd_kafka_conf_t *conf, const struct stream_options *options,
                       enum client_kind kind, struct fault *ret_fault)
{
    char kilobytes[24];
    snprintf(kilobytes, sizeof kilobytes, "%zu", options->prefetch / 1024 + 1);
    return kind == CLIENT_CONSUMER ? set(conf, "queued.max.messages.kbytes", kilobytes, ret_fault)
                                   : 0;
}

/* The names that make this member itself. */
static int set_identity(rd_kafka_conf_t *conf, const struct stream_options *options,
                        enum client_kind kind, const char *instance, struct fault *ret_fault)
{
    if (kind == CLIENT_CONSUMER) {
        int code = set(conf, "group.id", options->group, ret_fault);
        /* Finished partitions are left out of an assignment: only an eager one can be cut. */
        if (!code && options->bounded)
            code = set(conf, "partition.assignment.strategy", "range", ret_fault);
        if (!code && options->static_member)
            code = set(conf, "group.instance.id", instance, ret_fault);
        return code;
    }
    if (options->guarantee != GUARANTEE_EXACTLY_ONCE)
        return 0;
    char id[512];
    snprintf(id, sizeof id, "%s.%s", options->group, instance);
    return set(conf, "transactional.id", id, ret_fault);
}

int client_configure(const struct stream_options *options, enum client_kind kind,
                     const char *instance, rd_kafka_conf_t **ret_conf, struct fault *ret_fault)
{
    rd_kafka_conf_t *conf = rd_kafka_conf_new();
    enum guarantee guarantee = options->guarantee;
    int code = set_table(conf, DEFAULTS, kind, guarantee, ret_fault);
    if (!code)
        code = set_options(conf, options, kind, ret_fault);
    if (!code)
        code = set_properties(conf, options->both, options->log, ret_fault);
    if (!code)
        code = set_properties(conf, kind == CLIENT_CONSUMER ? options->consumer : options->producer,
                              options->log, ret_fault);
    if (!code)
        code = set_table(conf, FIXED, kind, guarantee, ret_fault);
    if (!code)
        code = set_identity(conf, options, kind, instance, ret_fault);
    if (code)
        rd_kafka_conf_destroy(conf);
    else
        *ret_conf = conf;
    return code;
}

/* librdkafka's levels are syslog's: 3 error, 4 warning, 6 info, 7 debug. */
static void on_log(const rd_kafka_t *handle, int level, const char *facility, const char *text)
{
    const struct client *client = rd_kafka_opaque(handle);
    enum log_level ours = level <= 3   ? LEVEL_ERROR
                          : level == 4 ? LEVEL_WARNING
                          : level <= 6 ? LEVEL_INFO
                                       : LEVEL_DEBUG;
    log_write(client ? client->log : NULL, ours, text,
              LOG_FIELDS(log_text("librdkafka", facility)));
}

/* Errors that matter come again as the result of a call; this is for the people who watch. */
static void on_error(rd_kafka_t *handle, int error, const char *reason, void *opaque)
{
    (void)handle;
    const struct client *client = opaque;
    log_write(client->log, LEVEL_WARNING, reason,
              LOG_FIELDS(log_text("librdkafka", rd_kafka_err2name((rd_kafka_resp_err_t)error))));
}

/* 0: librdkafka frees the text. */
static int on_statistics(rd_kafka_t *handle, char *json, size_t len, void *opaque)
{
    (void)handle;
    const struct client *client = opaque;
    statistics_take(client->statistics, json, len);
    return 0;
}

int client_start(struct client *client, enum client_kind kind, rd_kafka_conf_t *conf,
                 struct fault *ret_fault)
{
    char text[256];
    rd_kafka_conf_set_opaque(conf, client);
    rd_kafka_conf_set_log_cb(conf, on_log);
    rd_kafka_conf_set_error_cb(conf, on_error);
    if (client->statistics)
        rd_kafka_conf_set_stats_cb(conf, on_statistics);
    rd_kafka_type_t type = kind == CLIENT_CONSUMER ? RD_KAFKA_CONSUMER : RD_KAFKA_PRODUCER;
    client->handle = rd_kafka_new(type, conf, text, sizeof text);
    if (client->handle)
        return 0;
    rd_kafka_conf_destroy(conf);
    return fault_set(ret_fault, FAULT_SETTING, "librdkafka rejects the [kafka] properties: %s",
                     text);
}
