/*
 * daytime.h -- times of day: "15 h 30 GMT", "3 p.m.", "midi".
 *
 *     TIME rules --daytime_resolve--> struct time
 */
#ifndef ANNOTATE_DATE_DAYTIME_H
#define ANNOTATE_DATE_DAYTIME_H

#include "annotate/document.h"

struct time {
    int8_t hour, minute; /* 0..23, 0..59; hour -1: no time of day after all */
    char zone[7];        /* "Z", "+02:00" or "" */
};

/* The detail of a TIME annotation, in the document's arena; NULL when memory is out. */
const struct time *daytime_resolve(struct document *document, const struct annotation *annotation);

/* "15:00", "15:00Z", "15:00+02:00"; "" for no time of day. */
void daytime_text(const struct time *time, char ret_text[12]);

#endif
