/*
 * example.h -- what a rule must match and must not match, as its file tells.
 */
#ifndef PACK_EXAMPLE_H
#define PACK_EXAMPLE_H

#include "article/article.h"
#include "pack/table.h"

enum example_sort { EXAMPLE_OK, EXAMPLE_NO, EXAMPLE_TODO };

struct example {
    enum example_sort sort;
    uint16_t rule;
    struct locus locus;
    struct str text;
    struct str expected; /* "" not told: any match will do */
    struct day on;       /* year 0: not told */
};

/* Reads what stands behind "ok", "no" or "todo" into *example.  Returns 0 or FAULT_PACK. */
int example_parse(struct row *row, struct example *example, struct fault *ret_fault);

#endif
