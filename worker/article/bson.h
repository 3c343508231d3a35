/*
 * bson.h -- BSON, walked once and picked from.
 *
 * libbson's iterators read it, which check each element before they show it.  Its other
 * readers recurse (bson_validate() overruns the stack on nested input of a few kilobytes) and
 * are not used.  Texts are checked here, since the iterators don't look into them.
 */
#ifndef ARTICLE_BSON_H
#define ARTICLE_BSON_H

#include "article/pick.h"
#include "base/arena.h"
#include "base/fault.h"
#include "base/str.h"

/*
 * Walks bytes, one BSON document, at most max_depth deep (as pick's), and fills pick.
 * ObjectIds, UUIDs and numbers become text.  Returns 0, FAULT_UNDECODABLE, FAULT_TOO_DEEP or
 * FAULT_CHARSET with the byte, or FAULT_MEMORY.
 */
int bson_walk(struct arena *arena, struct str bytes, unsigned max_depth, struct pick *pick,
              struct fault *ret_fault);

#endif
