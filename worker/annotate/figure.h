/*
 * figure.h -- the states of people known from world news, where the article tells none.
 *
 *     register of persons --figure_settle--> the same, `country` set where it was unknown
 *
 * What the article says goes first: a state told with an office, anywhere in it, is never changed.
 */
#ifndef ANNOTATE_FIGURE_H
#define ANNOTATE_FIGURE_H

#include "annotate/person.h"

/* Sets the country of each person who has none, is known, and whose office is not in a body of
 * several states or a company.  Who is known for serving no state is marked stateless. */
void figure_settle(const struct document *document, struct people *people);

#endif
