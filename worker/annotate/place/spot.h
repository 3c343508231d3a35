/*
 * spot.h -- where: cities and countries as places.
 *
 *     city, country, region, venue annotations --spot_annotate--> PLACE annotations (struct spot)
 *
 * One reading of each ambiguous city is chosen: by the country told beside it, by the countries
 * that the article names, by what is a capital, by population.
 */
#ifndef ANNOTATE_PLACE_SPOT_H
#define ANNOTATE_PLACE_SPOT_H

#include "annotate/document.h"

struct spot {
    uint32_t begin, end;            /* tokens: "Almaty, au Kazakhstan" */
    const struct annotation *city;  /* the reading chosen, or NULL: a country or region alone */
    const struct annotation *venue; /* "the White House", or NULL */
    char country[3];                /* "" unknown */
    uint64_t governor;              /* word classes of the word before it, articles left out */
};

/* Of "the German capital" the city is where the article names it elsewhere, if it does; a venue
 * tells no city. */

/* Adds the PLACE annotations.  Returns 0, FAULT_MEMORY or FAULT_TOO_COMPLEX. */
int spot_annotate(struct document *document);

/* "will visit the | White House", "flew to | Oslo": whether a verb of travel has what begins at
 * token for its object. */
bool spot_is_visited(const struct document *document, uint32_t token);

#endif
