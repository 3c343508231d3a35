/*
 * spot_city.h -- which of the towns of one name is meant: by population, by the states that the
 * article names, and by the one told right behind.
 *
 * Used by spot.c and spot_unlisted.c.
 */
#ifndef ANNOTATE_PLACE_SPOT_CITY_H
#define ANNOTATE_PLACE_SPOT_CITY_H

#include <stdint.h>

#include "annotate/document.h"
#include "annotate/place/spot.h"

enum { NAMED_TOWNS = 8 };

/* The countries that the document names, as a set of two-letter codes, and towns of which several
 * are called alike that it tells with their state: "London, Ontario". */
struct named {
    uint32_t first[26]; /* bit b of first[a]: the code with letters a, b */
    struct {
        const struct annotation *city;
        const char *country;
    } towns[NAMED_TOWNS];
    unsigned town_count;
};

/* Sets the countries of a set that holds nothing yet. */
void spot_named(const struct document *document, struct named *ret_named);
/* Adds the towns; of more than NAMED_TOWNS the first. */
void spot_towns(const struct document *document, struct named *named);

/* The state with which the document tells a town of that name elsewhere, or NULL. */
const char *spot_told_elsewhere(const struct document *document, const struct named *named,
                                const struct annotation *city);

/* The country or region told right behind: ", au Kazakhstan", ", Texas", "(Suède)"; not in "à Doha,
 * le Kenya a signé". */
const struct annotation *spot_beside(const struct document *document, uint32_t token, uint32_t end);

/* "in Leixo, near Lyon", "(40 km north of Lyon)": the words from token on that tell by which other
 * town the one before them lies, or NULL. */
const struct annotation *spot_near(const struct document *document, uint32_t token, uint32_t end);

/* The likeliest of the towns (LEXICON_CITY) that begin at token; told is the state told beside it,
 * or NULL. */
const struct annotation *spot_town(const struct document *document, uint32_t token,
                                   const struct named *named, const char *told);

/* spot.c: adds the place. */
void spot_add(struct document *document, const struct spot *from);

/* spot_unlisted.c: adds "à Ougadou, où", a name that no list has where a place stands, with nothing
 * behind it that would make it somebody's, as a town; returns the token to go on with. */
uint32_t spot_unlisted(struct document *document, const struct sentence *sentence,
                       const struct annotation *annotation, const struct named *named);

#endif
