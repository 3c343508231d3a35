/*
 * worker.h -- the worker, put together: what `run` and `demo` run.
 *
 *     settings --worker_make--> engine, schemas, log, extractor --> stream
 */
#ifndef COMMAND_WORKER_H
#define COMMAND_WORKER_H

#include "command/command.h"
#include "service/endpoints.h"
#include "service/loan.h"
#include "service/sampler.h"
#include "stream/extractor.h"
#include "stream/stream.h"
#include "telemetry/log.h"

/* Everything that the stream lends from, in the order in which it is made; stays in its place. */
struct worker {
    struct settings *settings;
    struct engine *engine; /* a reload replaces it */
    struct schema_set *schemas;
    struct log log;
    struct stream_options options;
    struct extractor extractor;
    struct processor processor;
    struct stream *stream;
    struct headway headway; /* of a replay */
    struct loan *loan;      /* of the engine */
    struct vitals vitals;
    struct history *history; /* these three are of the status page: NULL when nobody looks */
    struct recent *recent;
    struct sampler *sampler;
    struct endpoints *endpoints; /* NULL: it answers nobody */
};

/*
 * Makes a worker whose settings are set, all but its stream, whose options may still be changed;
 * worker_start() makes the stream.  Both return as worker_make().
 */
int worker_prepare(struct worker *worker, struct fault *ret_fault);
int worker_start(struct worker *worker, struct fault *ret_fault);

/*
 * Makes the rest of a worker whose settings are set; all else is zero.  Returns an exit status,
 * with the reason in *ret_fault or printed.  The caller ends with worker_free() in any case.
 */
int worker_make(struct worker *worker, struct fault *ret_fault);
void worker_free(struct worker *worker); /* the settings too */

/*
 * From here on operators see how the stream is, until worker_free(): over HTTP, if the settings
 * say so.  Lends stop, which is true once the end was asked for.  Returns as worker_make().
 */
int worker_show(struct worker *worker, const atomic_bool *stop, struct fault *ret_fault);

/*
 * Reads the Avro schema in the file at path, for records that were written with it, before the
 * stream is made.  Returns an exit status, with the reason in *ret_fault.
 */
int worker_learn(struct worker *worker, const char *path, struct fault *ret_fault);

enum { VERSION_SIZE = 160 };

/* Program and packs: "meetingd 0.1.0 en/1 fr/1". */
void worker_version(const struct worker *worker, char ret_text[VERSION_SIZE]);

/* The exit status for what a stream returned. */
int worker_status(int code);

#endif
