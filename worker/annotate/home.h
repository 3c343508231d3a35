/*
 * home.h -- the country that an article is at home in: "the president" without a country is its
 * own.
 */
#ifndef ANNOTATE_HOME_H
#define ANNOTATE_HOME_H

#include "annotate/document.h"

/*
 * The code of the state that the document names most, outside the titles of foreign offices, if it
 * leads clearly; "" when none does.
 */
void home_country(const struct document *document, char ret_country[3]);

#endif
