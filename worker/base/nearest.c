#include "base/nearest.h"

enum { LONGEST = 63 }; /* bytes; names longer than that are nobody's typing error */

struct nearest nearest_to(struct str word)
{
    return (struct nearest){word, NULL, 2 + word.len / 3};
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Optimal string alignment: Levenshtein's distance, and a swap of neighbours costs one. */
static size_t edits_between(struct str a, struct str b)
{
    size_t rows[3][LONGEST + 1];
    for (size_t j = 0; j <= b.len; j++)
        rows[0][j] = j;
    for (size_t i = 1; i <= a.len; i++) {
        size_t *above = rows[(i - 1) % 3], *row = rows[i % 3];
        row[0] = i;
        for (size_t j = 1; j <= b.len; j++) {
            size_t change = above[j - 1] + (a.at[i - 1] != b.at[j - 1]);
            row[j] = least(change, least(above[j], row[j - 1]) + 1);
            if (i > 1 && j > 1 && a.at[i - 1] == b.at[j - 2] && a.at[i - 2] == b.at[j - 1])
                row[j] = least(row[j], rows[(i - 2) % 3][j - 2] + 1);
        }
    }
    return rows[a.len % 3][b.len];
}

void nearest_offer(struct nearest *nearest, const char *name)
{
    struct str offer = str_of(name);
    if (nearest->word.len > LONGEST || offer.len > LONGEST)
        return;
    size_t edits = edits_between(nearest->word, offer);
    if (edits >= nearest->edits)
        return;
    nearest->name = name;
    nearest->edits = edits;
}
