#include <string.h>

#include "annotate/look.h"
#include "annotate/place/spot.h"
#include "meeting/merge/compare.h"

/* "at the Kremlin": in Moscow. */
static struct str town_of(const struct document *document, const struct spot *spot)
{
    const struct annotation *town = spot && spot->city ? spot->city : spot ? spot->venue : NULL;
    return town ? look_lexeme(document, town)->name : STR("");
}

bool states_differ(const struct spot *a, const struct spot *b)
{
    return a && b && a->country[0] && b->country[0] && strcmp(a->country, b->country) != 0;
}

bool towns_differ(const struct document *document, const struct spot *a, const struct spot *b)
{
    if (!a || !b || (!a->city && !b->city))
        return false;
    const struct str here = town_of(document, a), there = town_of(document, b);
    return !str_empty(here) && !str_empty(there) && !str_equal(here, there);
}
