/*
 * rig.h -- the loop on an embedded broker, with a processor that a test can foresee.
 *
 * An article "bad…" is undecodable; "greedy…" takes more memory than it may; "none…" has no
 * meeting; any other has one event, whose key is the article and whose value is "event of "
 * it.  Each has a receipt.
 */
#ifndef STREAM_RIG_H
#define STREAM_RIG_H

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>

#include "stream/embedded.h"
#include "stream/stream.h"

struct rig {
    struct embedded *broker;
    struct property properties[8];
    struct stream_options options; /* may be changed between rig_new() and rig_start() */
    struct stream *stream;
    pthread_t thread;
    atomic_bool stop;
    atomic_bool ended;
    int code; /* what stream_run() returned */
    struct fault fault;
};

/* A broker with the topics that options name, one partition each. */
struct rig *rig_new(void);
void rig_free(struct rig *rig);

void rig_start(struct rig *rig);
int rig_stop(struct rig *rig); /* what stream_run() returned */

/* Writes an article without key or headers. */
void rig_put(struct rig *rig, const char *value);

/* Fails the test when the counter does not reach value in a minute. */
void rig_await(const _Atomic uint64_t *counter, uint64_t value);
void rig_await_end(struct rig *rig);

/* The broker answers the next count requests of that kind with error. */
void rig_refuse(struct rig *rig, int api, int error, int count);

enum {
    API_PRODUCE = 0,
    API_SYNC_GROUP = 14,
    API_ADD_OFFSETS = 25,
    API_END_TXN = 26,
    API_TXN_OFFSET_COMMIT = 28
};

#endif
