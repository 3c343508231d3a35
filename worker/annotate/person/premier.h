/*
 * premier.h -- which states have no prime minister: an article at home in one of them means a
 * guest's by "the prime minister".
 */
#ifndef ANNOTATE_PERSON_PREMIER_H
#define ANNOTATE_PERSON_PREMIER_H

#include "annotate/person/home.h"

/* Where the country is a state whose president heads the government himself, takes all of them out
 * and returns true. */
bool premier_exclude(struct home *home, const char *country);

#endif
