/*
 * filter.h -- which of the articles of a range are wanted.
 */
#ifndef STREAM_FILTER_H
#define STREAM_FILTER_H

#include <stdbool.h>

#include "article/article.h"
#include "base/str.h"

/* Lists with commas; NULL: any.  Lends. */
struct filter {
    const char *ids;
    const char *sources;
    const char *languages; /* "fr,en" */
};

bool filter_is_open(const struct filter *filter); /* everything passes */

/* By what stands in the article itself: its id and source. */
bool filter_wants(const struct filter *filter, const struct article *article);

/* By the language that it was told or found to be in. */
bool filter_wants_language(const struct filter *filter, struct str language);

#endif
