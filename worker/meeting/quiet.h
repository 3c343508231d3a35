/*
 * quiet.h -- which sentences can tell no meeting: what most of the news is spared.
 *
 *     words --mark_quiet--> SENTENCE_QUIET, SENTENCE_FAR
 */
#ifndef MEETING_QUIET_H
#define MEETING_QUIET_H

#include "annotate/document.h"

/*
 * Marks the sentences of the story that have no word that can tell a meeting, but for those in
 * which a dateline may stand.  Returns whether any has one: most articles need no further work.
 */
bool mark_quiet(struct document *document);

#endif
