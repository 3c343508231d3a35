/*
 * form.h -- the forms in which `extract` prints what it found.
 *
 *     articles with their meetings --form->begin, article, end--> standard output
 */
#ifndef COMMAND_FORM_H
#define COMMAND_FORM_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "record/event.h"

/* One printing. */
struct printing {
    struct arena *arena; /* of the article */
    unsigned articles;   /* that the page has so far */
    uint64_t left_out;   /* meetings that the form has no place for */
};

/* The functions return 0, or FAULT_MEMORY. */
struct form {
    const char *name;
    bool annotated;                          /* it wants the document of engine_annotate() */
    int (*begin)(struct printing *printing); /* NULL: nothing stands before the first article */
    int (*article)(struct printing *printing, const struct event_context *context);
    int (*end)(struct printing *printing); /* NULL: nothing stands behind the last */
    const char *left_out;                  /* what is left out, and why; NULL: nothing ever is */
};

/* The form of this name, or NULL: lends for ever. */
const struct form *form_find(const char *name);

#endif
