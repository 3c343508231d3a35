/*
 * published.h -- when an article was published, from what its fields say.
 *
 *     "Sun, 27 Apr 2025 08:00:00 +0200" --published_parse--> the 27th, and the instant
 *
 * Read are: RFC 3339 and what is written for it (a space for the T, no seconds, no offset:
 * then UTC; 20250427T080000Z), a bare date (2025-04-27, 2025/04/27, 20250427), RFC 2822,
 * and numbers: 8 digits a date, 14 a date and time, others seconds since 1970, milliseconds
 * from 10^11 on.  Shorter numbers are no time (0 is how programs write "not known").
 */
#ifndef ARTICLE_PUBLISHED_H
#define ARTICLE_PUBLISHED_H

#include <stdbool.h>
#include <stdint.h>

#include "article/article.h"
#include "base/str.h"

/*
 * Returns false, and leaves *ret_published alone, for what is not a date: a missing date
 * is no fault of an article.
 */
bool published_parse(struct str text, struct published *ret_published);

/* The same for an instant: milliseconds since 1970, its day that of UTC.  False beyond 1..9999. */
bool published_at(int64_t instant_ms, struct published *ret_published);

#endif
