/*
 * metrics.h -- the figures of a running stream, as Prometheus scrapes them.
 *
 *     struct vitals --> text format 0.0.4
 */
#ifndef SERVICE_METRICS_H
#define SERVICE_METRICS_H

#include "service/http.h"

#define METRICS_TYPE "text/plain; version=0.0.4; charset=utf-8"

/* A route whose self is a struct vitals. */
void metrics_write(const void *vitals, struct http_reply *reply);

#endif
