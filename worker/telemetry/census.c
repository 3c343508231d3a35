#include "telemetry/census.h"

#include <stdbool.h>
#include <string.h>

#define OTHER STR("other")

static bool is_name(struct str name)
{
    if (name.len == 0 || name.len >= CENSUS_NAME)
        return false;
    for (size_t i = 0; i < name.len; i++) {
        char c = name.at[i];
        if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'))
            return false;
    }
    return true;
}

static struct census_row *row_find(struct census *census, struct str name)
{
    for (size_t i = 0; i < census->count; i++)
        if (str_equal(str_of(census->rows[i].name), name))
            return &census->rows[i];
    return NULL;
}

/* The last row is kept for "other". */
static struct census_row *row_make(struct census *census, struct str name)
{
    size_t most = str_equal(name, OTHER) ? CENSUS_NAMES : CENSUS_NAMES - 1;
    size_t i = census->count;
    if (i >= most)
        return NULL;
    memcpy(census->rows[i].name, name.at, name.len);
    atomic_store(&census->count, i + 1);
    return &census->rows[i];
}

void census_add(struct census *census, struct str name, unsigned sort)
{
    struct str known = is_name(name) ? name : OTHER;
    struct census_row *row = row_find(census, known);
    if (!row)
        row = row_make(census, known);
    if (!row)
        row = row_find(census, OTHER);
    if (!row)
        row = row_make(census, OTHER);
    atomic_fetch_add_explicit(&row->counts[sort], 1, memory_order_relaxed);
}
