#include "stream/selection.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "stream/headers.h"

#define ERRORS "__connect.errors."
#define COUNT "meetingd-redrive-count"
#define OUR_CLASS "meetingd."

/* The last header of that name as text; "" when there is none. */
static void header_text(const rd_kafka_message_t *letter, const char *name, char *ret_text,
                        size_t size)
{
    rd_kafka_headers_t *headers;
    const void *value = NULL;
    size_t len = 0;
    ret_text[0] = '\0';
    if (rd_kafka_message_headers(letter, &headers) == 0 &&
        rd_kafka_header_get_last(headers, name, &value, &len) == 0 && value)
        snprintf(ret_text, size, "%.*s", (int)len, (const char *)value);
}

static int64_t header_number(const rd_kafka_message_t *letter, const char *name)
{
    char text[24];
    header_text(letter, name, text, sizeof text);
    return strtoll(text, NULL, 10);
}

void letter_read(const rd_kafka_message_t *letter, struct origin *ret_origin)
{
    char form[16], class[80];
    struct origin origin = {
        .partition = (int32_t)header_number(letter, ERRORS "partition"),
        .offset = header_number(letter, ERRORS "offset"),
        .times = (unsigned)header_number(letter, COUNT),
    };
    header_text(letter, ERRORS "topic", origin.topic, sizeof origin.topic);
    header_text(letter, ERRORS "exception.class.name", class, sizeof class);
    bool ours = strncmp(class, OUR_CLASS, strlen(OUR_CLASS)) == 0;
    snprintf(origin.reason, sizeof origin.reason, "%s", class + (ours ? strlen(OUR_CLASS) : 0));
    header_text(letter, "meetingd-letter", form, sizeof form);
    origin.pointer = strcmp(form, "pointer") == 0;
    *ret_origin = origin;
}

static bool list_has(const char *list, const char *wanted)
{
    if (!list)
        return true;
    for (;; list++) {
        size_t len = strcspn(list, ",");
        if (len == strlen(wanted) && strncmp(list, wanted, len) == 0)
            return true;
        list += len;
        if (!*list)
            return false;
    }
}

enum choice_of_letter selection_judge(const struct selection *selection,
                                      const rd_kafka_message_t *letter, const struct origin *origin)
{
    rd_kafka_timestamp_type_t type;
    int64_t written_ms = rd_kafka_message_timestamp(letter, &type);
    if (!origin->topic[0] || !list_has(selection->reasons, origin->reason) ||
        !list_has(selection->topics, origin->topic) || written_ms < selection->from_ms ||
        written_ms >= selection->to_ms)
        return LETTER_OTHER;
    return origin->times < selection->most ? LETTER_BACK : LETTER_WORN;
}

static bool added_by_us(const char *name)
{
    return strncmp(name, ERRORS, strlen(ERRORS)) == 0 || strcmp(name, COUNT) == 0 ||
           strcmp(name, "meetingd-letter") == 0;
}

rd_kafka_headers_t *headers_of_redriven(const rd_kafka_message_t *own, unsigned times)
{
    rd_kafka_headers_t *headers = rd_kafka_headers_new(8);
    rd_kafka_headers_t *old;
    const char *name;
    const void *value;
    size_t len;
    if (!headers)
        return NULL;
    if (rd_kafka_message_headers(own, &old) == 0)
        for (size_t i = 0; rd_kafka_header_get_all(old, i, &name, &value, &len) == 0; i++)
            if (!added_by_us(name))
                rd_kafka_header_add(headers, name, -1, value, (ssize_t)len);
    headers_add_number(headers, COUNT, times);
    return headers;
}
