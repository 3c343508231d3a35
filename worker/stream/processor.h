/*
 * processor.h -- what the loop asks of whoever turns articles into events.
 *
 *     struct message --process--> struct output { records } --sink--> Kafka
 *
 * Called from several threads at once, each with an arena of its own.  It decides
 * nothing about Kafka: headers, partitions and dead letters are the stream's.
 */
#ifndef STREAM_PROCESSOR_H
#define STREAM_PROCESSOR_H

#include <stddef.h>

#include "base/arena.h"
#include "base/fault.h"
#include "base/str.h"
#include "meeting/meeting.h"
#include "stream/message.h"

enum output_target { TARGET_EVENTS, TARGET_RECEIPTS, TARGET_DEAD_LETTERS, TARGET_COUNT };

/* What became of an article, as its receipt tells. */
enum fate {
    FATE_EVENTS,
    FATE_NO_MEETING,
    FATE_PASSED_OVER,
    FATE_DEAD_LETTER,
    FATE_UNWANTED, /* a filter left it out: nothing is written for it */
    FATE_COUNT
};

struct output_record {
    enum output_target target; /* TARGET_EVENTS or TARGET_RECEIPTS */
    struct str key;
    struct str value; /* at is NULL: a tombstone, the event with that key is retracted */
    struct str content_type;
    enum meeting_kind kind; /* of an event: for those who count */
    enum meeting_status status;
};

struct output {
    enum fate fate;
    const struct output_record *records; /* in the order in which they are to be written */
    size_t count;
    struct str language; /* of the article, as far as known: for those who count */
};

struct processor {
    void *self;

    /*
     * Fills *ret_output, all of it in arena, with the article's events and receipt.
     * A fault whose remedy is REMEDY_SKIP sends the article to the dead letters, with
     * the text of *ret_fault; every other fault stops the stream.
     */
    int (*process)(void *self, struct arena *arena, const struct message *message,
                   struct output *ret_output, struct fault *ret_fault);

    /* Fills *ret_output with the receipt of an article that goes to the dead letters for why. */
    int (*refuse)(void *self, struct arena *arena, const struct message *message,
                  const struct fault *why, struct output *ret_output);
};

#endif
