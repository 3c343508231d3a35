/*
 * short_name.h -- a meeting whose short name is told in brackets: "after the FOC".
 *
 *     "Foreign Office Consultations (FOC)" --short_name_annotate--> MEETNOUN over each later "FOC"
 *
 * Runs with the stand-ins, before sentences without a word for a meeting are left out.  The new
 * reading has the value of the word for a meeting in the full name.
 */
#ifndef ANNOTATE_NAME_SHORT_NAME_H
#define ANNOTATE_NAME_SHORT_NAME_H

#include "annotate/document.h"

void short_name_annotate(struct document *document);

#endif
