/*
 * when.h -- when an occasion takes place, from all that its mentions tell.
 *
 *     "s'est ouvert mercredi … doit s'achever vendredi"  -> start, end
 *     "est arrivé mardi … une visite de trois jours"     -> start, end
 *     "prévu lundi … reporté au 23 février"              -> start, previous
 */
#ifndef MEETING_MERGE_WHEN_H
#define MEETING_MERGE_WHEN_H

#include "meeting/mention/occasion.h"

/* Sets occasion->when, which needs the status, and changes the status of what was moved. */
void occasion_when(const struct story *story, struct occasion *occasion);

/* What how long it lasts says of the first or last day, where that is not told. */
void when_fill_by_length(const struct occasion *occasion, struct when *when);

/* "had been put off": whether its status is told as seen from a moment gone by. */
bool mention_tells_bygone(const struct story *story, const struct mention *mention);

/* "devait rencontrer mardi", "était prévue jeudi": planned when the story looks back from, so that
 * the day may be gone by. */
bool mention_is_bygone_plan(const struct story *story, const struct mention *mention);

/* when_anew.c: "was put off. It is now to be held on Saturday": the new day told behind what was
 * put off, or NULL. */
const struct annotation *when_new_day(const struct story *story, const struct occasion *occasion);

#endif
