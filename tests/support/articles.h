/*
 * articles.h -- the golden articles, decoded, for tests and benchmarks.
 */
#ifndef SUPPORT_ARTICLES_H
#define SUPPORT_ARTICLES_H

#include <stddef.h>

#include "article/article.h"
#include "base/arena.h"

struct articles {
    struct article *at;
    size_t count;
    size_t bytes; /* of all titles and bodies */
};

/*
 * Decodes every article below folder (tests/golden) into arena, in the order of their
 * names.  Returns 0, or a fault code when one can't be read.
 */
int articles_load(const char *folder, struct arena *arena, struct articles *ret_articles);

#endif
