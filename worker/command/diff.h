/*
 * diff.h -- what a replay would change, found out and shown before anything is published.
 *
 *     plan --survey--> struct tally --diff_text, diff_json, diff_html--> standard output
 */
#ifndef COMMAND_DIFF_H
#define COMMAND_DIFF_H

#include <stdatomic.h>
#include <stdio.h>

#include "command/tally.h"
#include "command/worker.h"
#include "stream/observer.h"
#include "stream/plan.h"

struct retraction;

enum diff_form { DIFF_TEXT, DIFF_JSON, DIFF_HTML, DIFF_FORMS };

/* "text", "json" or "html"; DIFF_FORMS: none of them. */
enum diff_form diff_form_named(const char *name);

/* What is compared.  All lent. */
struct diff {
    const struct worker *worker; /* with the topics of the live group */
    struct observer *observer;
    const struct plan *plan; /* from each part's next on */
    const char *name;
    const atomic_bool *stop;
    enum diff_form form;
    struct retraction *retraction; /* gets what is no longer extracted; NULL: nobody asks for it */
};

/*
 * Compares and shows it on standard output.  Returns an exit status: EXIT_SOME_FAILED when it was
 * stopped, and then nothing is shown but JSON lines of what was found by then.
 */
int diff_run(const struct diff *diff, struct fault *ret_fault);

/* What is shown in the end.  Lends. */
struct diff_report {
    const struct diff *diff;
    const struct tally *tally;
    const struct survey_counts *counts;
    char version[VERSION_SIZE]; /* that compares */
};

void diff_text(const struct diff_report *report);

int diff_html(const struct diff_report *report); /* 0 or FAULT_MEMORY */

/* A line for an event that changes, and the last line.  Return 0, or FAULT_MEMORY. */
int diff_json_event(const struct event_change *change, struct arena *arena);
int diff_json_summary(const struct diff_report *report, struct arena *arena);

/*
 * For people.  Each text lives in arena; "" when that is full.
 * value: "2025-06-03"; of a participant the name or the role; "nothing" where nothing is told.
 * event: "talks, held, 2025-06-03: Kaarel Tamm, Ines Valadares".
 */
struct str diff_value(const struct datum *value, struct arena *arena);
struct str diff_event(const struct datum *event, struct arena *arena);

#endif
