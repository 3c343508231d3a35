/*
 * options.h -- all that the stream is told from outside.
 *
 *     struct settings --options_of_settings--> struct stream_options --stream_new--> the loop
 *
 * Plain data, lent by the caller for as long as the stream lives.  Tests fill it by hand.
 */
#ifndef STREAM_OPTIONS_H
#define STREAM_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "settings/settings.h"
#include "telemetry/log.h"

struct stream_options {
    struct properties both, consumer, producer; /* of librdkafka: `both` goes first, to each */
    const char *instance; /* "": the lowest number that is free on this host */
    bool static_member;   /* group.instance.id is the instance */

    const char *input_topics; /* several with commas; "^..." is a pattern */
    const char *group;
    size_t prefetch; /* bytes of articles fetched ahead */
    const char *event_topic;
    const char *dead_letter_topic; /* "" counts dead letters and writes none */
    const char *receipt_topic;     /* "" writes no receipts */

    bool bounded;       /* read only what the group's offsets tell with them, see bounds.h */
    const char *replay; /* the header that tells a replay; NULL: it is none */
    unsigned rate;      /* articles a second at most; 0: as fast as it goes */

    enum guarantee guarantee;
    size_t batch_articles; /* at most, in one transaction */
    size_t batch_bytes;    /* of keys and values: a batch that has passed it is full */
    unsigned batch_ms;     /* how long an article may wait for others */
    unsigned drain_ms;     /* how long the end may take once it is asked for */
    unsigned deadline_ms;  /* a call that takes longer is stuck in librdkafka for good */

    size_t threads;        /* that extract; 0: one a processor */
    size_t article_memory; /* bytes that the work on one article may take */

    const struct log *log; /* NULL: silent */
};

/* The defaults: everything but bootstrap.servers, which is a property, and the log. */
struct stream_options options_default(void);

/* As the operator set it.  Lends from settings. */
struct stream_options options_of_settings(const struct settings *settings);

#endif
