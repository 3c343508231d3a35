#include "stream/letter.h"

#include <stdio.h>

#include "stream/headers.h"

/* Where it went wrong, in Kafka Connect's terms: the name of the stage and of what ran it. */
struct stage {
    const char *name;
    const char *class;
};

static struct stage stage_of(int code)
{
    switch (code) {
    case FAULT_TOO_COMPLEX:
    case FAULT_LANGUAGE:
        return (struct stage){"TRANSFORMATION", "meetingd.engine"};
    case FAULT_REFUSED:
        return (struct stage){"KAFKA_PRODUCE", "meetingd.stream"};
    default:
        return (struct stage){"VALUE_CONVERTER", "meetingd.article"};
    }
}

static void add_context(rd_kafka_headers_t *headers, const rd_kafka_message_t *article,
                        const struct fault *why, const char *instance)
{
    struct stage stage = stage_of(why->code);
    char class[64];
    char trace[sizeof class + sizeof why->text + 2];
    snprintf(class, sizeof class, "meetingd.%s", fault_reason(why->code));
    snprintf(trace, sizeof trace, "%s: %s", class, why->text);
    headers_add_text(headers, "__connect.errors.topic", rd_kafka_topic_name(article->rkt));
    headers_add_number(headers, "__connect.errors.partition", article->partition);
    headers_add_number(headers, "__connect.errors.offset", article->offset);
    headers_add_text(headers, "__connect.errors.connector.name", "meetingd");
    headers_add_text(headers, "__connect.errors.task.id", instance);
    headers_add_text(headers, "__connect.errors.stage", stage.name);
    headers_add_text(headers, "__connect.errors.class.name", stage.class);
    headers_add_text(headers, "__connect.errors.exception.class.name", class);
    headers_add_text(headers, "__connect.errors.exception.message", why->text);
    headers_add_text(headers, "__connect.errors.exception.stacktrace", trace);
}

/* Topic names are letters, digits, dots, lines and hyphens, so they need no escaping. */
static void point(const rd_kafka_message_t *article, rd_kafka_headers_t *headers,
                  struct letter *letter)
{
    const char *topic = rd_kafka_topic_name(article->rkt);
    int len = snprintf(letter->pointer, sizeof letter->pointer,
                       "{\"topic\":\"%s\",\"partition\":%d,\"offset\":%lld,\"bytes\":%zu}", topic,
                       article->partition, (long long)article->offset, article->len);
    letter->record.value = str_make(letter->pointer, (size_t)len);
    headers_add_text(headers, "meetingd-letter", "pointer");
}

int letter_write(const rd_kafka_message_t *article, const struct fault *why, enum refusal refusal,
                 const char *instance, struct letter *ret_letter)
{
    bool bare = refusal >= REFUSAL_BARE;
    rd_kafka_headers_t *headers = bare ? rd_kafka_headers_new(12) : headers_of_article(article);
    if (!headers)
        return FAULT_MEMORY;
    rd_kafka_timestamp_type_t type;
    ret_letter->record = (struct sink_record){
        .target = TARGET_DEAD_LETTERS,
        .key = bare ? str_make(NULL, 0) : str_make(article->key, article->key_len),
        .value = str_make(article->payload, article->len),
        .timestamp_ms = bare ? 0 : rd_kafka_message_timestamp(article, &type),
        .headers = headers,
    };
    add_context(headers, article, why, instance);
    if (refusal >= REFUSAL_POINTER)
        point(article, headers, ret_letter);
    return 0;
}
