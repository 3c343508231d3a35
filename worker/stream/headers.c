#include "stream/headers.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "stream/trace.h"

#define TRACE_PARENT "traceparent"
#define TRACE_STATE "tracestate"

void headers_add_text(rd_kafka_headers_t *headers, const char *name, const char *text)
{
    rd_kafka_header_add(headers, name, -1, text, (ssize_t)strlen(text));
}

void headers_add_number(rd_kafka_headers_t *headers, const char *name, long long number)
{
    char text[24];
    snprintf(text, sizeof text, "%lld", number);
    headers_add_text(headers, name, text);
}

static rd_kafka_headers_t *own_headers(const rd_kafka_message_t *article)
{
    rd_kafka_headers_t *headers;
    return rd_kafka_message_headers(article, &headers) == 0 ? headers : NULL;
}

rd_kafka_headers_t *headers_of_receipt(const rd_kafka_message_t *article, struct str content_type)
{
    rd_kafka_headers_t *headers = rd_kafka_headers_new(16);
    if (!headers)
        return NULL;
    if (content_type.len)
        rd_kafka_header_add(headers, "content-type", -1, content_type.at,
                            (ssize_t)content_type.len);
    headers_add_text(headers, "meetingd-topic", rd_kafka_topic_name(article->rkt));
    headers_add_number(headers, "meetingd-partition", article->partition);
    headers_add_number(headers, "meetingd-offset", article->offset);
    return headers;
}

static bool begins(const char *name, const char *prefix)
{
    return strncmp(name, prefix, strlen(prefix)) == 0;
}

static bool is(const char *name, const char *other)
{
    return strcmp(name, other) == 0;
}

static bool goes_downstream(const char *name)
{
    return !is(name, "content-type") && !is(name, TRACE_PARENT) && !is(name, TRACE_STATE) &&
           !begins(name, "meetingd-") && !begins(name, "__connect.errors.");
}

/* The only header of that name; "" when there is none, or are several. */
static struct str single(const rd_kafka_headers_t *headers, const char *name)
{
    const void *value, *another;
    size_t len;
    if (rd_kafka_header_get(headers, 1, name, &another, &len) == 0 ||
        rd_kafka_header_get(headers, 0, name, &value, &len) != 0 || !value)
        return STR("");
    return str_make(value, len);
}

/* What a trace's systems noted of it goes on with it, and with it alone. */
static void add_trace(rd_kafka_headers_t *headers, const rd_kafka_headers_t *own, struct str key)
{
    char parent[TRACE_SIZE];
    const void *state;
    size_t len;
    if (!trace_continue(single(own, TRACE_PARENT), key, parent))
        return;
    headers_add_text(headers, TRACE_PARENT, parent);
    for (size_t i = 0; rd_kafka_header_get(own, i, TRACE_STATE, &state, &len) == 0; i++)
        rd_kafka_header_add(headers, TRACE_STATE, -1, state, (ssize_t)len);
}

rd_kafka_headers_t *headers_of_event(const rd_kafka_message_t *article, struct str key,
                                     struct str content_type)
{
    rd_kafka_headers_t *headers = headers_of_receipt(article, content_type);
    const rd_kafka_headers_t *own = own_headers(article);
    if (!headers || !own)
        return headers;
    add_trace(headers, own, key);
    const char *name;
    const void *value;
    size_t len;
    for (size_t i = 0; rd_kafka_header_get_all(own, i, &name, &value, &len) == 0; i++)
        if (goes_downstream(name))
            rd_kafka_header_add(headers, name, -1, value, (ssize_t)len);
    return headers;
}

rd_kafka_headers_t *headers_of_article(const rd_kafka_message_t *article)
{
    const rd_kafka_headers_t *own = own_headers(article);
    return own ? rd_kafka_headers_copy(own) : rd_kafka_headers_new(12);
}
