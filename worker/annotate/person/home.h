/*
 * home.h -- the country that an article is at home in: "the president" without a country is its
 * own.
 */
#ifndef ANNOTATE_PERSON_HOME_H
#define ANNOTATE_PERSON_HOME_H

#include "annotate/document.h"

enum { HOME_STATES = 64 }; /* an article that names more is at home in none of the later ones */

/* How often the document names each state, outside the titles of foreign offices. */
struct home {
    struct {
        char code[2]; /* no zero follows */
        uint16_t times;
    } at[HOME_STATES];
    size_t count;
};

struct home home_count(const struct document *document);

/* Adds the state of the site that the article comes from, which tells who its officials are, and
 * not where they meet. */
void home_add_site(const struct document *document, struct home *home);

/* Where no state is named at all, its cities tell: "in Accra"; beside a state named in passing,
 * they do where all are its own.  Returns whether a state was named so. */
bool home_by_cities(const struct document *document, struct home *home);

/* Adds the state of the regions told, "dans le Cantal", and of the people known from world news,
 * where they and all places are of one. */
void home_add_known(const struct document *document, struct home *home);

/* Takes a state out: somebody else holds the office there. */
void home_exclude(struct home *home, const char *country);

/* How often the document names the state. */
unsigned home_times(const struct home *home, const char *country);

/* The code of the state named most, if it leads clearly; "" when none does. */
void home_country(const struct home *home, char ret_country[3]);

#endif
