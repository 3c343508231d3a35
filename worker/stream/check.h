/*
 * check.h -- what about the broker would keep the stream from working.
 */
#ifndef STREAM_CHECK_H
#define STREAM_CHECK_H

#include "settings/problem.h"
#include "stream/options.h"

/*
 * Adds a line for each property that librdkafka rejects, for a broker that can't be
 * reached, for each topic that is missing and for each that takes less than the producer
 * sends at once, with the remedy.  Joins no group and makes no topic.
 */
void broker_check(const struct stream_options *options, struct problems *problems);

#endif
