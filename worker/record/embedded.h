/*
 * embedded.h -- the texts of schemas/, put into the program at build time.
 */
#ifndef RECORD_EMBEDDED_H
#define RECORD_EMBEDDED_H

#include <stddef.h>

struct embedded_schema {
    const char *name; /* the file's, without its ending: "meeting_event" */
    const unsigned char *text;
    size_t len;
};

/* The current schemas first, then those of the releases before. */
extern const struct embedded_schema EMBEDDED_SCHEMAS[];
extern const size_t EMBEDDED_SCHEMA_COUNT;

#endif
