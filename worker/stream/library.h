/*
 * library.h -- which librdkafka this program runs with.
 */
#ifndef STREAM_LIBRARY_H
#define STREAM_LIBRARY_H

/* "2.0.2": lends for ever. */
const char *library_version(void);

#endif
