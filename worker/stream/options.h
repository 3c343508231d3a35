/*
 * options.h -- all that the stream is told from outside.
 *
 *     settings --command/run--> struct stream_options --stream_run--> the loop
 *
 * Plain data, lent by the caller for as long as the stream runs.  The names of the
 * settings stand beside the fields; the settings table owns defaults and ranges.
 */
#ifndef STREAM_OPTIONS_H
#define STREAM_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

enum guarantee { GUARANTEE_EXACTLY_ONCE, GUARANTEE_AT_LEAST_ONCE };

/* A librdkafka property, passed through: "security.protocol" "SASL_SSL". */
struct property {
    const char *name;
    const char *value;
};

struct property_list {
    const struct property *at;
    size_t count;
};

enum stream_level { STREAM_ERROR, STREAM_WARNING, STREAM_INFO, STREAM_DEBUG };

/* Where the stream's own lines go.  Called from any thread. */
struct stream_log {
    void *self;
    void (*line)(void *self, enum stream_level level, const char *text);
};

struct stream_options {
    struct property_list kafka;    /* [kafka] for both clients; bootstrap.servers is here */
    struct property_list consumer; /* [kafka.consumer] */
    struct property_list producer; /* [kafka.producer] */
    const char *instance;          /* [kafka] instance: "" takes the lowest free one of this host */
    bool static_member;            /* [kafka] static_membership: group.instance.id = instance */

    const char *input_topics; /* [input] topic: several with commas, "^..." is a pattern */
    const char *group;        /* [input] group */

    const char *event_topic;       /* [output] topic */
    const char *dead_letter_topic; /* [output] dead_letter_topic */
    const char *receipt_topic;     /* [output] receipt_topic: "" writes no receipts */

    enum guarantee guarantee;  /* [delivery] guarantee */
    size_t batch_articles;     /* [delivery] batch_articles: at most in one transaction */
    size_t batch_bytes;        /* [delivery] batch_bytes: of keys and values, about */
    unsigned batch_ms;         /* [delivery] batch_ms: how long an article may wait for others */
    unsigned deadline_ms;      /* [delivery] deadline_ms: a batch not delivered by then ends the
                                  process, for its librdkafka is stuck; over transaction.timeout.ms */
    unsigned close_ms;         /* [delivery] close_ms: how long leaving the group may take */
    size_t prefetch_kilobytes; /* [input] prefetch_kilobytes: articles fetched ahead */

    size_t threads;        /* [engine] threads: 0 is one a processor */
    size_t article_memory; /* [engine] article_memory: bytes that one article's work may take */

    struct stream_log log;
};

/* The defaults: everything set but kafka's bootstrap.servers and the log. */
struct stream_options stream_options_default(void);

#endif
