/*
 * when.h -- the days that a clause tells of its meeting.
 *
 *     DATE chunks, tense of the verb --slot_circumstances, slot_ahead--> the mention's date
 */
#ifndef MEETING_FIND_WHEN_H
#define MEETING_FIND_WHEN_H

#include "meeting/find/find.h"

struct predicate;

/* circumstances.c: dates, times and places around the trigger at index. */
void slot_circumstances(struct finder *finder, struct mention *mention, uint32_t index);
/* place.c: "prévue en juin à Lomé, se tiendra à Dakar": drops the place that was meant, where
 * the verb behind it says that it is held elsewhere. */
void drop_former_place(const struct finder *finder, struct mention *mention, uint32_t index,
                       uint32_t verb);
/* date_of.c: whether the DATE chunk is the day of something else in the clause. */
bool day_is_anothers(const struct finder *finder, const struct mention *mention, uint32_t index);
/* date_of.c: "President A, elected on June 2, visited", "who took office in May, met B":
 * whether the day or place before the verb of meeting is of what is told of its subject. */
bool chunk_in_aside(const struct finder *finder, const struct mention *mention, uint32_t index);
/* date.c: whether the word is a plain one: no part of the meeting's own words, of a place or a
 * person. */
bool word_is_plain(const struct finder *finder, const struct mention *mention, uint32_t token);
/* participle.c: a small word or a mark: no verb, noun or adjective. */
bool word_is_small(const struct document *document, uint32_t token);
/* date.c: takes the DATE chunk behind a verb of that sense, if it is a day of the meeting. */
void slot_date(struct finder *finder, struct mention *mention, uint32_t index, enum sense sense);
/* "was called off on Monday": whether the DATE chunk behind "on" is the day on which that was done.
 */
bool day_is_of_deed(const struct finder *finder, uint32_t index);
/* "selon un communiqué publié mardi": the day of what tells of the meeting. */
bool day_is_of_text(const struct finder *finder, uint32_t date);

/* date.c: "A, who met B, died on Monday": whether the comma at index ends the relative clause
 * of the verb, and what its subject did stands behind. */
bool ends_relative(const struct finder *finder, const struct mention *mention, uint32_t verb,
                   uint32_t index);

/* date.c: "held in Leeds ahead of the election, which will be on May 5": whether the relative
 * pronoun at index goes on about something else than the meeting of the trigger. */
bool is_of_other(const struct finder *finder, uint32_t trigger, uint32_t index);

/* days.c: how many days the text says that it lasts, 0 untold; the same where the verb says
 * that what is its subject lasts them, "durera trois jours". */
int16_t slot_days(const struct finder *finder, uint32_t noun, bool closed);
int16_t days_behind(const struct finder *finder, uint32_t verb);
/* days.c: whether a verb says that the meeting, its subject, is over; also behind an aside. */
bool days_over(const struct finder *finder, uint32_t noun);

/* leave.c: "a quitté Lomé pour une visite à Tunis": whether the visit has just begun. */
bool visit_begins(const struct finder *finder, uint32_t noun, const struct mention *mention);
/* leave.c: "a quitté Tunis au terme d'une visite": the verb that ends the visit which the noun
 * tells, or CLAUSE_NONE; who leaves, and on which day; that it is over, and where it was. */
uint32_t visit_left(const struct finder *finder, uint32_t noun, const struct mention *mention);
void slot_departure(struct finder *finder, struct mention *mention, uint32_t noun, uint32_t verb);
void settle_departure(const struct finder *finder, struct mention *mention, uint32_t verb);
/* leave.c: "left Arusha after talks": where one left; "came home Monday after": not then. */
void slot_left(const struct finder *finder, struct mention *mention, uint32_t noun);
void take_return(struct finder *finder, const struct mention *mention, uint32_t index);
/* during.c: what the noun's surroundings say of it where no verb does. */
void slot_during(const struct finder *finder, struct mention *mention, uint32_t noun);
/* "A a rencontré B lors du sommet de mai": the day of what a verb tells as done at it. */
void during_day(struct finder *finder, uint32_t noun, struct mention *mention);

/* place.c: "held talks in Lyon on a visit": where what is done on the visit is told to be. */
void slot_stay(const struct finder *finder, struct mention *mention, uint32_t noun);

/* "a walkout that miners began on Monday", "the accord signed on Monday": whether the day behind
 * the mention's word is that of a participle which goes with another thing. */
bool day_is_of_participle(const struct document *document, const struct mention *mention,
                          const struct annotation *date);
/* "in a statement on Saturday", "issued by the ministry on Saturday": when it was made known. */
bool day_of_statement(const struct document *document, const struct annotation *date);
/* "returned on Sunday from a trip": when somebody was back. */
bool day_of_return(const struct document *document, const struct annotation *date);
/* "les accords, signés en 2019 avec B": in what is told of those; mention may be NULL. */
bool token_of_participle(const struct document *document, const struct mention *mention,
                         uint32_t token);

/* matter.c: "la situation politique au Mali": a state, or a town that no list has, behind such a
 * word is where that is. */
bool place_is_elsewhere(const struct finder *finder, const struct spot *spot, uint32_t token);
/* matter.c: "the situation in Gaza", not "crisis talks in Oslo": where something else happens. */
bool town_of_matter(const struct document *document, const struct sentence *sentence,
                    uint32_t town);
/* matter.c: "le suivi des accords de Lyméa": whether the town is a part of that. */
bool town_of_outcome(const struct document *document, uint32_t town);
/* matter.c: "met B as fighting raged in Goma", "over the closure of a mill in Goma": whether the
 * town is where something is done that is no meeting, or where a thing stands. */
bool town_of_other(const struct document *document, const struct sentence *sentence, uint32_t town);
bool town_of_thing(const struct document *document, const struct sentence *sentence, uint32_t town);

/* bound.c: "met ahead of the election on May 3": the day of what comes before or after. */
bool day_is_of_bound(const struct finder *finder, const struct mention *mention,
                     const struct annotation *words);

/* timed.c: "On Friday A praised his recent meeting with B": the day is when that was said,
 * since the meeting was before it. */
void drop_day_of_verb(const struct finder *finder, uint32_t index,
                      const struct predicate *predicate, struct mention *mention);

/* date.c: "will be rescheduled": what the verb moves, and no new day is told, is put off. */
void status_unmoved(const struct finder *finder, uint32_t verb, struct mention *mention);

/* next.c: whether the date at that chunk is of what is told behind it: "and on Tuesday will". */
bool day_is_of_next(const struct finder *finder, uint32_t date);
/* "a rencontré B et se rendra, jeudi, à Lomé": the verb of what is still to come. */
bool verb_is_later(const struct finder *finder, const struct mention *mention, uint32_t verb);
/* "la tenue vendredi d'une rencontre": whether the day is of the meeting, not of what is done. */
bool day_is_of_holding(const struct finder *finder, uint32_t date);
/* "la tenue lundi à Lyon du sommet": whether the chunk is where and when the next one is. */
bool held_next(const struct finder *finder, uint32_t index);
/* contrast.c: "n'aura pas lieu à Lima, mais à Oslo": it will be held, there. */
void slot_contrast(const struct finder *finder, const struct predicate *predicate,
                   struct mention *mention);

#endif
