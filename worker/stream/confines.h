/*
 * confines.h -- keeps a bounded stream inside the bounds of the partitions it was given.
 *
 *     committed offset and metadata --confines_set--> what may be read
 *     message --confines_judge--> take it, step over it, or the partition is done
 *
 * The intake's own: used by its thread.  A partition without bounds is not read at all.
 */
#ifndef STREAM_CONFINES_H
#define STREAM_CONFINES_H

#include <librdkafka/rdkafka.h>
#include <stdbool.h>
#include <stdint.h>

#include "stream/bounds.h"

struct confine {
    char topic[250];
    int32_t partition;
    struct bounds bounds;
    bool paused; /* it is read to its end, and nothing more is fetched of it */
    char metadata[BOUNDS_TEXT];
};

/* Zero it to begin with; confines_clear() ends it. */
struct confines {
    struct confine *items;
    size_t count;
    size_t room;
};

void confines_clear(struct confines *confines);

/*
 * Notes the bounds of a partition from what is committed of it.  *ret_open tells whether there
 * is something left to read.  Returns 0 or FAULT_MEMORY.
 */
int confines_set(struct confines *confines, const rd_kafka_topic_partition_t *committed,
                 bool *ret_open);

enum judgement {
    JUDGE_TAKE,
    JUDGE_STEP_OVER, /* it is outside the range, what comes after it may not be */
    JUDGE_DONE,      /* the partition is read to its end */
};

/* Of a message, or of the end of a partition. */
enum judgement confines_judge(const struct confines *confines, const rd_kafka_message_t *message);

/*
 * The partition is done: nothing more is fetched of it.  Returns whether that is news, and then
 * *ret_until, the offset to commit.
 */
bool confines_finish(struct confines *confines, rd_kafka_t *consumer, const char *topic,
                     int32_t partition, int64_t *ret_until);

/* The partitions in list are read again, here or elsewhere: those done are fetched again. */
void confines_resume(struct confines *confines, rd_kafka_t *consumer,
                     const rd_kafka_topic_partition_list_t *list);

/* Puts the bounds beside the offsets that are about to be committed. */
void confines_annotate(const struct confines *confines, rd_kafka_topic_partition_list_t *offsets);

#endif
