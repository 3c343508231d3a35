/*
 * article.h -- what an article is.
 *
 *     bytes --article_decode--> struct article --text--> tokens
 *
 * Plain data.  Every str is valid UTF-8 in Unicode normalisation form C and lives
 * as long as the arena that the article was decoded into.
 */
#ifndef ARTICLE_ARTICLE_H
#define ARTICLE_ARTICLE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

/* A day of the proleptic Gregorian calendar; year 0 means "not known". */
struct day {
    int16_t year; /* 1..9999 */
    int8_t month; /* 1..12 */
    int8_t day;   /* 1..31 */
};

/* When the article was published. */
struct published {
    bool told;          /* false: the rest is zero */
    struct day day;     /* the calendar day as written, in its own offset, never shifted */
    int64_t instant_ms; /* milliseconds since 1970-01-01 UTC; a bare date is its midnight UTC */
};

struct article {
    struct str id;       /* never empty: derived from the content when missing */
    struct str url;      /* may be empty, like all below */
    struct str source;   /* site, publisher or agency */
    struct str language; /* as told, lower case, primary subtag: "fr"; empty: to be detected */
    struct str title;    /* one line */
    struct str body;     /* paragraphs parted by '\n' */
    struct published published;
};

#endif
