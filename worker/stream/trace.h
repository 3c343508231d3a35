/*
 * trace.h -- an article's trace goes on in its events (W3C Trace Context).
 *
 *     article's traceparent --trace_continue--> each event's: the same trace, a span of its own
 *
 *     00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
 *        trace                            span             flags
 */
#ifndef STREAM_TRACE_H
#define STREAM_TRACE_H

#include <stdbool.h>

#include "base/str.h"

enum { TRACE_SIZE = 56 };

/*
 * Whether parent is a traceparent of version 00 or one that a later version says 00 can read;
 * then *ret_parent is that of what is known as key.  The span follows from the two, so that a
 * replay, or the same article read again, tells of the same spans.
 */
bool trace_continue(struct str parent, struct str key, char ret_parent[TRACE_SIZE]);

#endif
