#include <math.h>
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

/* "at the Vatican … in Rome": whether the one town is inside the other, though in another state. */
static bool is_enclave(const struct document *document, const struct spot *a, const struct spot *b)
{
    const double degree = 0.01745, inside = 0.05; /* in radians; in degrees, some 5 km */
    if (!a->city || !b->city)
        return false;
    const struct lexeme *here = look_lexeme(document, a->city);
    const struct lexeme *there = look_lexeme(document, b->city);
    const double north = here->latitude - there->latitude;
    const double east = (here->longitude - there->longitude) * cos(here->latitude * degree);
    return north * north + east * east < inside * inside;
}

bool states_differ(const struct document *document, const struct spot *a, const struct spot *b)
{
    return a && b && a->country[0] && b->country[0] && strcmp(a->country, b->country) != 0 &&
           !is_enclave(document, a, b);
}

bool towns_differ(const struct document *document, const struct spot *a, const struct spot *b)
{
    if (!a || !b || (!a->city && !b->city))
        return false;
    const struct str here = town_of(document, a), there = town_of(document, b);
    return !str_empty(here) && !str_empty(there) && !str_equal(here, there) &&
           !is_enclave(document, a, b);
}
