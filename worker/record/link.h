/*
 * link.h -- an article's address as something that may be followed.
 *
 * The address comes from the article, so it may be anything: "javascript:…", half a line, a bare
 * path.
 */
#ifndef RECORD_LINK_H
#define RECORD_LINK_H

#include "base/arena.h"
#include "base/str.h"

/*
 * The address when it is one of http or https with a host and no user before it, every byte that
 * RFC 3986 does not allow there as %XX; else empty.  Lives in arena.  Returns 0 or FAULT_MEMORY.
 */
int link_of(struct str url, struct arena *arena, struct str *ret_link);

#endif
