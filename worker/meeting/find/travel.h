/*
 * travel.h -- journeys that are told, and are no visits: to a meeting, or away from one.
 */
#ifndef MEETING_FIND_TRAVEL_H
#define MEETING_FIND_TRAVEL_H

#include "meeting/find/find.h"

/* Whether the verb only says that somebody goes to a meeting told behind it. */
bool travels_to_attend(const struct finder *finder, uint32_t verb);
/* "flew to Oslo on Monday to meet X": who has come for one person meets him that day. */
bool travels_to_meet(const struct finder *finder, uint32_t verb);
/* "flew to Oslo today for talks with X": who has gone there on the day of the story has yet to
 * confer, and has not left. */
bool travels_today(const struct finder *finder, uint32_t verb);
/* act.c: whether the day that the clause tells is the day of the story. */
bool act_day_today(const struct finder *finder);
/* act.c: "reçu jeudi à l'Élysée", "reçus deux heures à la préfecture", "received at the Kremlin":
 * whether where it was, behind the verb, stands for the host. */
bool act_at_seat(const struct finder *finder, uint32_t verb);
/* "met B before flying to Rome": whether the verb, or the place, only tells where somebody went. */
bool travels_onward(const struct finder *finder, uint32_t verb);
bool place_is_next(const struct finder *finder, uint32_t place);
/* departure.c: "left on Tuesday for Oslo, where he will meet B": the relative of place behind who
 * has left; not behind "will go on Thursday to Oslo". */
bool is_where_gone(const struct finder *finder, uint32_t index);

/* "in Oslo, where she was visiting", "Oran, où s'est rendu Y", "c'est à Oran qu'est venu Y":
 * whether the clause that begins at the chunk, with the verb or its subject, is told of the place
 * before it. */
bool act_of_place(const struct finder *finder, uint32_t first);
/* "left for Oslo, where he will meet X": whether the relative pronoun at index tells so. */
bool is_where_to_meet(const struct finder *finder, uint32_t index);
/* "a quitté Lomé lundi pour participer au sommet", "leaves today for the talks": whether the verb
 * tells that somebody leaves, for something. */
bool leaves_for(const struct finder *finder, uint32_t verb);
/* predicate_status.c: "a effectué | une visite à Oslo": whether the first noun from token on is a
 * visit. */
bool visit_behind(const struct finder *finder, uint32_t token);
/* "left Oslo for a visit to Peru and the Lima Forum": whether the noun is one of the aims of the
 * verb of leaving, and a gathering. */
bool leaves_toward(const struct finder *finder, uint32_t verb, uint32_t noun);
/* "est arrivé dimanche pour le sommet": whether the date tells when somebody has gone there. */
bool is_day_of_travel(const struct finder *finder, uint32_t date);
/* "s'est envolé lundi de Rome": whether the journey of the verb begins there. */
bool place_is_origin(const struct finder *finder, uint32_t place);
/* places.c: "s'envolera pour Lyon afin d'y rencontrer B": where the journey goes that is told
 * before. */
bool place_is_bound_for(const struct finder *finder, uint32_t index);

/* places.c: "ira mardi à Oslo, où il verra B, | et jeudi à Riga": the chunk at which the journey
 * goes on behind the meeting at index, or CLAUSE_NONE. */
uint32_t stage_behind(const struct finder *finder, uint32_t index);

#endif
