/*
 * title_aside.h -- small words between a name and its title: an age, an adverb, years.
 *
 * Used by title.c and named.c alone.
 */
#ifndef ANNOTATE_PARTY_TITLE_ASIDE_H
#define ANNOTATE_PARTY_TITLE_ASIDE_H

#include "annotate/party/reader.h"

/* Where the title may begin behind what a comma leaves: ", par ailleurs président". */
uint32_t title_skip_aside(const struct reader *reader, uint32_t token);
/* ", 54, a former minister", ", âgé de 54 ans, maire": behind the age told, or token. */
uint32_t title_behind_age(const struct reader *reader, uint32_t token);
/* "Minister of Fisheries from 2001 to 2004, X met": behind the years of the office with which the
 * sentence begins, or token. */
uint32_t title_behind_term(const struct reader *reader, uint32_t token);

/* "the governor of Jalisco | in Mexico, X": behind the state in which the office is, before a
 * comma; or token. */
uint32_t title_behind_land(const struct reader *reader, uint32_t token);

#endif
