/*
 * body.h -- bodies whose name is longer than what a rule has read of it.
 *
 *     NAME "Lake Dock", ORG "Workers Association" --body_lead--> ORG "Lake Dock Workers
 * Association"
 */
#ifndef ANNOTATE_ROLE_BODY_H
#define ANNOTATE_ROLE_BODY_H

#include "annotate/document.h"

/* Lets the name right before a body belong to it. */
void body_lead(struct document *document);

#endif
