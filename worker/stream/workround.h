/*
 * workround.h -- what librdkafka's bugs make us do, each with the version that ends it.
 *
 * Measured on 2.0.2 (Debian 12).  When the oldest supported version is past a number
 * below, its function becomes the plain call and this file shrinks.  What is not a call
 * but a way to do without one:
 *
 *   2.1.0  #4208  consuming in batches moves offsets past messages that it then drops;
 *   2.2.0  #4273  and crashes on a topic that does not exist.  Articles are therefore taken
 *                 one by one (half a microsecond each), and the loop counts offsets itself.
 *   2.4.0  #4686  resuming a partition that was not paused reads it twice: only what confines.h
 *                 paused is resumed.
 *   2.10.0 #4059  a commit during a cooperative rebalance can lose the assignment: commits
 *                 are only made between rebalances, by the thread that serves them.
 *   none yet      a query for the first offset, begun when nothing was committed, can outlive
 *                 the assignment and send the next one back to the beginning (seen in 2.8.0:
 *                 a whole partition came twice).  So the loop asks for the committed offsets
 *                 itself, starts there, and sends a client that strays back to its place.
 *   none yet      topics that change while an assignment is being taken make it join anew, and the
 *                 next assignment comes without a revocation (seen in 2.0.2): membership.c.
 *   2.12.0 #4628  produceva() frees headers twice when it fails: producev() is used.
 */
#ifndef STREAM_WORKROUND_H
#define STREAM_WORKROUND_H

#include <librdkafka/rdkafka.h>
#include <stdbool.h>

/*
 * 2.1.0 #4230: the time-out is a thousand times too short, so there is none.  The second form
 * seeks in the partition that message came from.
 */
rd_kafka_error_t *workround_seek(rd_kafka_t *consumer, rd_kafka_topic_partition_list_t *offsets);
rd_kafka_error_t *workround_seek_one(rd_kafka_t *consumer, const rd_kafka_message_t *message,
                                     int64_t offset);

/*
 * 2.1.0 #4187, 2.4.0 #4528, 2.14.2: closing can hang.  Serves the consumer's callbacks and
 * returns whether it has left the group within ms.
 */
bool workround_close(rd_kafka_t *consumer, int ms);

/*
 * 2.6.1 #4724: destroying can hang.  Returns whether it was done within ms; if not, the
 * client is left behind and what it uses must be left as well.
 */
bool workround_destroy(rd_kafka_t *client, int ms);

/*
 * 2.3.0 #4381: destroying a cooperative consumer that joined the group, but was never given an
 * assignment, not even an empty one, ends the process.  Returns whether it may be one.
 */
bool workround_must_stay(rd_kafka_t *unassigned);

/*
 * 2.10.1 #5032: the first message to a topic may wait a second for the topic's metadata,
 * so it is asked for beforehand.  Returns the topic's error, 0 when it exists.
 */
rd_kafka_resp_err_t workround_warm(rd_kafka_t *producer, const char *topic, int ms);

#endif
