#include "stream/verdict.h"

#include <stdbool.h>
#include <stddef.h>

struct meaning {
    rd_kafka_resp_err_t error;
    int fault;
    const char *remedy; /* for people; NULL: the error says it all */
};

/* The message is to blame: it was refused for what it is, and would be again. */
#define POISON(error)                                  \
    {                                                  \
        RD_KAFKA_RESP_ERR_##error, FAULT_REFUSED, NULL \
    }
#define STOPS(error, remedy)                           \
    {                                                  \
        RD_KAFKA_RESP_ERR_##error, FAULT_FATAL, remedy \
    }
#define DENIES(error, remedy)                           \
    {                                                   \
        RD_KAFKA_RESP_ERR_##error, FAULT_DENIED, remedy \
    }
#define FENCES(error)                                 \
    {                                                 \
        RD_KAFKA_RESP_ERR_##error, FAULT_FENCED, NULL \
    }

static const struct meaning DELIVERY[] = {
    POISON(MSG_SIZE_TOO_LARGE),
    POISON(RECORD_LIST_TOO_LARGE),
    POISON(INVALID_RECORD),
    POISON(INVALID_MSG),
    POISON(INVALID_MSG_SIZE),
    POISON(INVALID_TIMESTAMP),
    POISON(_BAD_MSG),
    DENIES(TOPIC_AUTHORIZATION_FAILED, "allow this user to write to it"),
    DENIES(TRANSACTIONAL_ID_AUTHORIZATION_FAILED,
           "allow this user to write with its [kafka] instance"),
    DENIES(CLUSTER_AUTHORIZATION_FAILED, "allow this user IdempotentWrite on the cluster"),
    STOPS(TOPIC_EXCEPTION, "the topic's name is not valid"),
    STOPS(INVALID_REQUIRED_ACKS, NULL),
    STOPS(UNSUPPORTED_FOR_MESSAGE_FORMAT, "the topic's message format is too old for headers"),
    STOPS(_FATAL, NULL),
    FENCES(_FENCED),
    FENCES(INVALID_PRODUCER_EPOCH),
    FENCES(PRODUCER_FENCED),
};

static const struct meaning CONSUMING[] = {
    STOPS(_FATAL, NULL),
    FENCES(FENCED_INSTANCE_ID),
    DENIES(TOPIC_AUTHORIZATION_FAILED, "allow this user to read the topic"),
    DENIES(GROUP_AUTHORIZATION_FAILED, "allow this user to join the group, or set [input] group"),
    STOPS(INVALID_GROUP_ID, "set [input] group"),
    STOPS(INCONSISTENT_GROUP_PROTOCOL,
          "the group's other members use another partition.assignment.strategy"),
    STOPS(_AUTO_OFFSET_RESET,
          "the committed offset is gone and auto.offset.reset=error: set the group's offsets"),
};

static const struct meaning *meaning_of(const struct meaning *table, size_t count,
                                        rd_kafka_resp_err_t error)
{
    for (size_t i = 0; i < count; i++)
        if (table[i].error == error)
            return &table[i];
    return NULL;
}

#define LOOK_UP(table, error) meaning_of((table), sizeof(table) / sizeof((table)[0]), (error))

/* What a call means that failed for good. */
static int end_of(rd_kafka_resp_err_t error)
{
    const struct meaning *meaning = LOOK_UP(DELIVERY, error);
    if (!meaning)
        meaning = LOOK_UP(CONSUMING, error); /* offsets go to the group in a transaction */
    bool told = meaning && (meaning->fault == FAULT_FENCED || meaning->fault == FAULT_DENIED);
    return told ? meaning->fault : FAULT_FATAL;
}

/* The order is librdkafka's own: fatal, then abort, then retry, and the rest is fatal. */
int verdict_of_call(rd_kafka_error_t *error, const char *doing, struct fault *ret_fault)
{
    if (!error)
        return 0;
    int code = end_of(rd_kafka_error_code(error));
    bool fatal = rd_kafka_error_is_fatal(error);
    if (!fatal && code != FAULT_DENIED && rd_kafka_error_txn_requires_abort(error))
        code = FAULT_ABORTED;
    else if (!fatal && rd_kafka_error_is_retriable(error))
        code = FAULT_BROKER;
    fault_set(ret_fault, code, "%s: %s (%s)", doing, rd_kafka_error_string(error),
              rd_kafka_error_name(error));
    rd_kafka_error_destroy(error);
    return code;
}

static int meaning_tell(const struct meaning *meaning, const char *what, const char *text,
                        struct fault *ret_fault)
{
    return fault_set(ret_fault, meaning->fault, "%s: %s%s%s", what, text,
                     meaning->remedy ? ": " : "", meaning->remedy ? meaning->remedy : "");
}

int verdict_of_delivery(rd_kafka_resp_err_t error, const char *topic, struct fault *ret_fault)
{
    if (!error)
        return 0;
    const struct meaning *meaning = LOOK_UP(DELIVERY, error);
    if (meaning)
        return meaning_tell(meaning, topic, rd_kafka_err2str(error), ret_fault);
    return fault_set(ret_fault, FAULT_ABORTED, "%s: %s", topic, rd_kafka_err2str(error));
}

int verdict_of_consuming(rd_kafka_resp_err_t error, const char *text, struct fault *ret_fault)
{
    const struct meaning *meaning = LOOK_UP(CONSUMING, error);
    return meaning ? meaning_tell(meaning, "reading", text, ret_fault) : 0;
}
