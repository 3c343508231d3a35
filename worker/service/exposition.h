/*
 * exposition.h -- figures in the text format of Prometheus, version 0.0.4.
 *
 *     # HELP meetingd_events_total Events committed.
 *     # TYPE meetingd_events_total counter
 *     meetingd_events_total{kind="VISIT",status="HELD"} 3
 */
#ifndef SERVICE_EXPOSITION_H
#define SERVICE_EXPOSITION_H

#include <stdio.h>

#include "telemetry/histogram.h"

struct family {
    const char *name; /* "meetingd_events_total" */
    const char *type; /* "counter", "gauge", "histogram" */
    const char *help; /* a sentence; neither '\' nor line feeds */
};

struct label {
    const char *name;  /* NULL ends a list */
    const char *value; /* any UTF-8 */
};

#define LABELS(...) ((const struct label[]){__VA_ARGS__, {NULL, NULL}})

/* A family's head stands once, before all of its samples. */
void family_show(FILE *file, const struct family *family);

/* labels may be NULL: none. */
void sample_show(FILE *file, const struct family *family, const struct label *labels, double value);

/* A gauge without labels, whole. */
void gauge_show(FILE *file, const char *name, const char *help, double value);

/* The head and the samples of a histogram. */
void histogram_show(FILE *file, const struct family *family, const struct histogram *histogram,
                    const struct histogram_shape *shape);

#endif
