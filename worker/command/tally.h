/*
 * tally.h -- what would change: counted, with a few examples of each sort.
 *
 *     survey_article --tally_article--> struct tally, and each change to whoever wants it
 *
 * Its size is fixed: fields, versions and examples have a most, beyond it they are only counted.
 * The examples are the first ones in the survey's order, which is the same every time.
 */
#ifndef COMMAND_TALLY_H
#define COMMAND_TALLY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "record/difference.h"
#include "record/receipt.h"
#include "stream/survey.h"
#include "text/fold.h"

enum change {
    CHANGE_ADDED,
    CHANGE_REMOVED,
    CHANGE_CHANGED,
    CHANGE_UNCHANGED, /* but for confidence and extractor */
    CHANGE_PENDING,   /* of an article that nobody has processed yet */
    CHANGE_COUNT
};

const char *change_name(enum change change); /* "added" */

/* An event, or two that are one occasion.  Lends. */
struct event_change {
    enum change change;
    const struct survey_article *article;
    const struct datum *before, *after; /* NULL: there is none */
    const struct differences *differences;
    bool retractable; /* before has an id that nothing of the range has any more */
};

enum {
    MOST_FIELDS = 96,
    MOST_VERSIONS = 12,
    MOST_EXAMPLES = 400,
    FIELD_EXAMPLES = 6,  /* of each field */
    CHANGE_EXAMPLES = 12 /* of added, of removed */
};

struct tally_field {
    char name[64]; /* "participants[].role"; the last one of all: "other fields" */
    bool aside;
    uint64_t events;
    size_t examples;
};

struct tally_version {
    char name[64]; /* that wrote the latest receipts */
    uint64_t articles;
};

/* Events, read back, in an arena of the tally. */
struct tally_example {
    enum change change;
    const struct datum *before, *after;
    struct differences differences;
};

struct tally {
    uint64_t articles; /* in all */
    uint64_t pending;  /* of these, without a receipt */
    uint64_t touched;  /* whose events or outcome change */
    uint64_t events[CHANGE_COUNT];
    uint64_t wavering;    /* unchanged, but with another confidence */
    uint64_t retractable; /* ids that are no longer extracted */
    uint64_t missing;     /* events that a receipt lists and the topic does not have */
    uint64_t outcomes[RECEIPT_OUTCOME_COUNT][RECEIPT_OUTCOME_COUNT]; /* from, to */
    struct tally_field fields[MOST_FIELDS];
    size_t field_count;
    struct tally_version versions[MOST_VERSIONS];
    size_t version_count;
    struct tally_example examples[MOST_EXAMPLES];
    size_t example_count;
    size_t change_examples[CHANGE_COUNT];
    struct arena *arena; /* of the examples */
    struct arena *own;   /* of fold */
    const struct fold *fold;
};

/* Whoever wants each change, in order; visit may be NULL. */
struct change_visitor {
    void *self;
    int (*visit)(void *self, const struct event_change *change, struct arena *arena,
                 struct fault *ret_fault);
};

/* Returns 0 and *ret_tally, freed with tally_free(), or FAULT_MEMORY. */
int tally_new(struct tally **ret_tally);
void tally_free(struct tally *tally);

/* Returns 0, FAULT_MEMORY when arena is full, or what the visitor returned. */
int tally_article(struct tally *tally, const struct survey_article *article,
                  const struct change_visitor *visitor, struct arena *arena,
                  struct fault *ret_fault);

/* The fields by how often they changed: those that stand aside last. */
void tally_sort(struct tally *tally);

#endif
