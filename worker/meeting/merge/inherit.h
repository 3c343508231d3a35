/*
 * inherit.h -- where and when an occasion took place that tells neither itself.
 *
 *     talks on the sidelines of a summit  -> where the summit is
 *     talks of a visitor                  -> where the visit goes
 */
#ifndef MEETING_MERGE_INHERIT_H
#define MEETING_MERGE_INHERIT_H

#include "meeting/mention/occasion.h"

/* Runs after occasion_relate(). */
void places_inherit(const struct story *story, struct occasion_list *occasions);

/* Runs after gather_people(): who came to a summit at whose side others met, met the rest there. */
void places_of_guests(const struct story *story, struct occasion_list *occasions);

/* Whether somebody who pays the visit takes part in the occasion. */
bool occasion_has_visitor(const struct story *story, const struct occasion *occasion,
                          const struct occasion *visit);

/* inherit.c: whether the occasion's day, if told, can be one of the visit's. */
bool when_is_during(const struct when *when, const struct when *visit);

/* The same file: held long before what the article reports; what is told around it is elsewhere. */
bool occasion_is_background(const struct story *story, const struct occasion *occasion);

/* inherit_day.c: whether the occasion has a day or its story tells one of it, however vaguely. */
bool occasion_tells_day(const struct occasion *occasion);

/* "A met B, a indiqué mardi à Lomé le ministère": whether the token stands behind the mention's
 * words with who says so. */
bool attributed_behind(const struct document *document, const struct mention *mention,
                       uint32_t token);

/* inherit_dateline.c: where the dateline is, if the story begins with the occasion; or with one of
 * those of several states who met these days: "GENEVA — A and B signed a pact. They met". */
const struct annotation *town_of_dateline(const struct story *story,
                                          const struct occasion *occasion);
const struct annotation *town_of_lead(const struct story *story, const struct occasion *occasion);
/* "Paul Sy à Lyon", "Lyon. Les maires…": of a headline, where who talks is told to be, or NULL. */
const struct annotation *town_of_title(const struct story *story, const struct occasion *occasion);

/* inherit_fate.c: what was to be on a visit that is put off or called off is so too.  Runs after
 * places_inherit(). */
void fates_inherit(const struct story *story, struct occasion_list *occasions);

/* inherit_town.c: the first town, of that country if one is given, in which the sentence places
 * something, or NULL. */
const struct annotation *town_in(const struct document *document, const struct sentence *sentence,
                                 const char *country);
/* The town told in the sentences right before the occasion's first mention, or NULL. */
const struct annotation *town_before(const struct story *story, const struct occasion *occasion);

/* inherit_fate.c: a gathering at whose side somebody met on the day of the story goes on.  Runs
 * after days_inherit(). */
void courses_inherit(const struct story *story, struct occasion_list *occasions);

/* inherit_consent.c: an invitation that is told to be accepted is a visit to come, and what is off
 * until a new date is set is put off. */
void consents_inherit(const struct story *story, struct occasion_list *occasions);

/* inherit_kind.c: bodies that meet in a story of negotiations negotiate. */
void kinds_inherit(const struct story *story, struct occasion_list *occasions);

/* inherit_inland.c: "arrived in the country": places a visit in the article's own state. */
void place_inland(const struct story *story, struct occasion *visit);

/* inherit_day.c: takes the first day as it is told of another. */
void take_start(struct when *when, const struct when *told);

/* inherit_home.c: the same for what the text leaves to its host or to the article's own state. */
void places_at_home(const struct story *story, struct occasion_list *occasions);
/* The same file: the state whose parliament or cabinet sits, and by which words it is told if
 * ret_body is not NULL; "" none. */
const char *session_seat(const struct story *story, const struct occasion *session,
                         const struct annotation **ret_body);
/* inherit.c: puts the occasion in that town, or NULL: nowhere. */
void place_at(const struct story *story, struct occasion *occasion, const struct annotation *town);
/* Puts the occasion in a state, by the words that tell it, or in the party's. */
void place_in(const struct story *story, struct occasion *occasion, struct span by,
              const char *country);
void place_with(const struct story *story, struct occasion *occasion, const struct party *party);

/* inherit_guest.c: whether one of two who met is told to be a guest: then it is with the other. */
bool place_of_guest(const struct story *story, struct occasion *occasion);
/* The same file: who is on a visit that tells no place is where he meets others.  Runs after
 * places_at_home(). */
void visits_inherit(const struct story *story, struct occasion_list *occasions);

/* inherit_eve.c: "A said on Tuesday, a day after talks": moves the day of what is told to that of
 * the meeting. */
void eve_shift(const struct document *document, const struct mention *mention,
               const struct annotation *date, struct iso_date *day);
/* The day of an occasion that has none, from that of another one in its sentence. */
bool eve_inherit(const struct story *story, const struct occasion_list *occasions,
                 struct occasion *occasion);

/* inherit_beside.c: the day of a visit that tells none, from a meeting held on it.  Runs after
 * days_inherit(). */
void days_of_visits(const struct story *story, struct occasion_list *occasions);
/* "will visit Peru from 5 to 8 May. On Wednesday, she will meet B": on that day of the visit.  Runs
 * before places_inherit(). */
void weekdays_of_visits(const struct story *story, struct occasion_list *occasions);
/* "began a visit on Sunday", "wrapped it up": it has more days than the one that is told. */
bool visit_only_begun(const struct occasion *visit);
bool visit_only_ended(const struct occasion *visit);
/* "will tour Asia in late April. In Tokyo, she will meet B": whether the talks are a stop of a
 * journey of several states that is told by its month. */
bool visit_stops_at(const struct story *story, const struct occasion *tour,
                    const struct occasion *talks);
/* Whether it is told to last one day. */
bool occasion_of_one_day(const struct occasion *visit);

/* inherit_head.c: the days of what a schedule tells below them. */
void heads_inherit(const struct story *story, struct occasion_list *occasions);
/* inherit_day.c: the day of what tells none, from the news told right before it. */
void days_inherit(const struct story *story, struct occasion_list *occasions);

#endif
