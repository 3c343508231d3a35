/*
 * replay_choice.h -- what a replay was asked for: its range, filters and output.
 *
 *     options --choice_of_invocation--> struct choice <--choice_read / choice_write--> wording
 *
 * The wording is what is kept with the group, so that the replay's name alone is enough to go on.
 */
#ifndef COMMAND_REPLAY_CHOICE_H
#define COMMAND_REPLAY_CHOICE_H

#include "command/command.h"
#include "stream/bounds.h"
#include "stream/filter.h"
#include "stream/plan.h"

/* X(field, option) */
#define CHOICE_MAP(X)               \
    X(from, "from")                 \
    X(to, "to")                     \
    X(offsets, "offsets")           \
    X(partitions, "partitions")     \
    X(late, "late")                 \
    X(languages, "language")        \
    X(sources, "source")            \
    X(ids, "id")                    \
    X(output_topic, "output-topic") \
    X(retract, "retract")

/* Each NULL where it was not told. */
struct choice {
#define X(field, option) const char *field;
    CHOICE_MAP(X)
#undef X
};

enum { WORDING_SIZE = 4096 };

struct choice choice_of_invocation(const struct invocation *invocation);

/* Whether nothing at all was told: then it can only be what was kept. */
bool choice_is_empty(const struct choice *choice);

/* One line for each that was told.  FAULT_SETTING: one has a newline, or it is too long. */
int choice_write(const struct choice *choice, char ret_wording[WORDING_SIZE],
                 struct fault *ret_fault);

/* Reads the wording, in which lines get their end: lends from it. */
struct choice choice_read(char *wording);

struct filter choice_filter(const struct choice *choice);

/*
 * The request that it makes, for topic and at now_ms.  The caller frees ret_request->spans.
 * FAULT_SETTING: a time or an offset is wrong, or the range is told twice or by half.
 */
int choice_request(const struct choice *choice, int64_t now_ms, struct plan_request *ret_request,
                   struct fault *ret_fault);

#endif
