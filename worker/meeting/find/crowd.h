/*
 * crowd.h -- who gathers: crowds that meet nobody in particular, and those whom somebody brings
 * together.
 *
 * Used by verb.c alone.
 */
#ifndef MEETING_FIND_CROWD_H
#define MEETING_FIND_CROWD_H

#include "meeting/find/act.h"

/* "supporters gathered in Oslo", "tourists visited Oslo": whether the mention tells of a
 * crowd, and of nobody who confers; "two men sat": of no body. */
bool sits_idly(const struct finder *finder, const struct act *act);
bool crowd_gathers(const struct finder *finder, const struct act *act,
                   const struct mention *mention);
bool crowd_visits(const struct finder *finder, const struct act *act,
                  const struct mention *mention);

/* gathers.c: "le préfet a réuni les élus", "il réunira X et Y", "l'Union réunira des ministres":
 * somebody or a body brings others together; "le sommet réunit" is no one.  "The Quartet brings
 * together A, B and C": who its members are, if nothing tells where or when. */
bool act_gathers(const struct finder *finder, uint32_t index);
bool act_is_membership(const struct finder *finder, const struct act *act,
                       const struct mention *mention);

#endif
