/*
 * spot_city.h -- which of the towns of one name is meant: by population, by the states that the
 * article names, and by the one told right behind.
 *
 * Used by spot.c.
 */
#ifndef ANNOTATE_SPOT_CITY_H
#define ANNOTATE_SPOT_CITY_H

#include <stdint.h>

#include "annotate/document.h"

/* The countries that the document names, as a set of two-letter codes. */
struct named {
    uint32_t first[26]; /* bit b of first[a]: the code with letters a, b */
};

void spot_named(const struct document *document, struct named *ret_named);

/* The country or region told right behind: ", au Kazakhstan", ", Texas", "(Suède)"; not in "à Doha,
 * le Kenya a signé". */
const struct annotation *spot_beside(const struct document *document, uint32_t token, uint32_t end);

/* The likeliest of the towns (LEXICON_CITY) that begin at token; told is the state told beside it,
 * or NULL. */
const struct annotation *spot_town(const struct document *document, uint32_t token,
                                   const struct named *named, const char *told);

#endif
