/*
 * refusals.h -- what a broker refused, remembered until its article is behind us.
 *
 * A refusal aborts the transaction, and the article comes again.  It is then written one
 * step further down, so that no article is tried the same way twice:
 *
 *     NONE -> SUSPECT  written alone: a broker refuses whole batches, neighbours and all
 *          -> LETTER   its dead letter is written instead
 *          -> POINTER  the dead letter was too large: a pointer takes the value's place
 *          -> BARE     that too: nor the article's own key, headers and timestamp
 */
#ifndef STREAM_REFUSALS_H
#define STREAM_REFUSALS_H

#include <stddef.h>
#include <stdint.h>

enum refusal { REFUSAL_NONE, REFUSAL_SUSPECT, REFUSAL_LETTER, REFUSAL_POINTER, REFUSAL_BARE };

struct refusals;

/* Returns NULL when there is no memory.  The caller frees with refusals_free(). */
struct refusals *refusals_new(void);
void refusals_free(struct refusals *refusals);

/* Which article: its topic, which is lent, and place. */
struct article_place {
    const char *topic;
    int32_t partition;
    int64_t offset;
};

/*
 * Notes that the article was refused when written as tried, with the reason that its dead
 * letter will tell.  Returns 0; FAULT_FATAL when there is no further step; FAULT_MEMORY.
 */
int refusals_note(struct refusals *refusals, struct article_place place, enum refusal tried,
                  const char *reason);

/* How to write this article; *ret_reason, if wanted, is lent until the next change. */
enum refusal refusals_find(const struct refusals *refusals, struct article_place place,
                           const char **ret_reason);

/* Forgets what stands before place in its partition: it is committed. */
void refusals_forget(struct refusals *refusals, struct article_place place);

size_t refusals_count(const struct refusals *refusals);

/* How often something was noted, ever: when it grows, an abort has told something new. */
uint64_t refusals_notes(const struct refusals *refusals);

#endif
