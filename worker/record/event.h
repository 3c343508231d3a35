/*
 * event.h -- a meeting as the record that goes downstream.
 *
 *     article, extraction --event_avro, event_json--> bytes
 *
 * Both forms are written by one walk over the same data, so they have the same names,
 * the same order and the same values.  No clock: the same article gives the same bytes.
 */
#ifndef RECORD_EVENT_H
#define RECORD_EVENT_H

#include <stddef.h>

#include "article/article.h"
#include "base/arena.h"
#include "base/str.h"
#include "meeting/engine.h"
#include "record/framing.h"

/* What a meeting's record says besides the meeting: where it was found and by what. */
struct event_context {
    const struct article *article;
    const struct extraction *extraction; /* all meetings of the article, for the relations */
};

/*
 * The event of extraction->meetings[index] in Avro binary, behind framing.  The bytes
 * live as long as the arena's.  Returns 0, or FAULT_MEMORY when the arena is full.
 */
int event_avro(const struct event_context *context, size_t index, const struct framing *framing,
               struct arena *arena, struct str *ret_bytes);

/* The same event as one line of JSON, without a newline.  Returns as event_avro(). */
int event_json(const struct event_context *context, size_t index, struct arena *arena,
               struct str *ret_line);

/* One line for the article, {"id": …, "events": […]}, without a newline. */
int article_events_json(const struct event_context *context, struct arena *arena,
                        struct str *ret_line);

#endif
