/*
 * chunk_cleft.h -- "C'est lors du sommet que A a vu B": what only puts forward when, where or how.
 */
#ifndef MEETING_CLAUSE_CHUNK_CLEFT_H
#define MEETING_CLAUSE_CHUNK_CLEFT_H

#include "annotate/document.h"

/* A sentence that begins so: its first words up to `begin` tell nothing, and the conjunction at
 * `that` closes an aside as a comma would.  Without one begin is that of the sentence. */
struct cleft {
    uint32_t begin, that;
};

struct cleft cleft_of(const struct document *document, const struct sentence *sentence);

#endif
