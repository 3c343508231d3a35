/*
 * redrive.h -- dead letters go back to where their articles came from, each once.
 *
 *     dead letters --selection--> transaction { articles, offsets of the redrive's group }
 *
 * The group remembers how far a selection was carried out: what was put back is not put back
 * again by the same one, whatever was killed when.  A newer redrive of the group fences an older.
 */
#ifndef STREAM_REDRIVE_H
#define STREAM_REDRIVE_H

#include <stdatomic.h>
#include <stdint.h>

#include "base/fault.h"
#include "stream/options.h"
#include "stream/selection.h"
#include "stream/span.h"

enum { MOST_KINDS = 64 };

/* How many of the letters, by reason and topic. */
struct redrive_kind {
    char reason[80];
    char topic[250];
    uint64_t back;
    uint64_t worn;     /* went back too often already */
    uint64_t gone;     /* the original that a pointer tells of is no longer there */
    uint64_t homeless; /* there is no such topic */
};

struct redrive_tally {
    uint64_t letters;                      /* looked at */
    uint64_t other;                        /* not asked for */
    struct redrive_kind kinds[MOST_KINDS]; /* the last one takes what has no room */
    size_t count;
};

struct redrive;

/*
 * Finds what the group has not carried out yet of spans (empty: all) of the dead letters.
 * options: topics as ever, group the redrive's own.  Lends all.  Returns 0 and *ret_redrive, freed
 * with redrive_free(), or FAULT_SETTING, FAULT_BROKER, FAULT_FATAL, FAULT_MEMORY.
 */
int redrive_new(const struct stream_options *options, const struct selection *selection,
                const struct spans *spans, struct redrive **ret_redrive, struct fault *ret_fault);
void redrive_free(struct redrive *redrive);

/* Counts what would be put back, and changes nothing.  Returns as redrive_new(). */
int redrive_look(struct redrive *redrive, const atomic_bool *stop, struct redrive_tally *ret_tally,
                 struct fault *ret_fault);

/*
 * Puts them back, until *stop, and tells what was.  Returns as above; FAULT_ABORTED when a
 * transaction failed: started again, it goes on behind the one before.
 */
int redrive_run(struct redrive *redrive, const atomic_bool *stop, struct redrive_tally *ret_tally,
                struct fault *ret_fault);

#endif
