/*
 * exhibit.h -- puts what was made of an article where people look: the status page.
 *
 *     extractor's threads --exhibit_article, exhibit_refusal--> telemetry/recent.h
 */
#ifndef STREAM_EXHIBIT_H
#define STREAM_EXHIBIT_H

#include "record/event.h"
#include "stream/message.h"
#include "telemetry/recent.h"

/*
 * An article whose meetings were found; drawn in the arena, if it is wanted.  A recent that is
 * NULL wants nothing, here and below.
 */
void exhibit_article(struct recent *recent, struct arena *arena, const struct message *message,
                     const struct event_context *context);

/* An article that goes to the dead letters for why. */
void exhibit_refusal(struct recent *recent, const struct message *message, const struct fault *why);

#endif
