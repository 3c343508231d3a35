/*
 * predicate_aside.h -- verbs behind a noun for a meeting that say nothing of what becomes of it.
 *
 * Asked by predicate.c, of the verb at index and what a list says of it; where the noun goes on
 * behind them is asked by circumstances.c too.
 */
#ifndef MEETING_FIND_PREDICATE_ASIDE_H
#define MEETING_FIND_PREDICATE_ASIDE_H

#include "meeting/find/find.h"

/* ", his office announced": the verb tells who says so. */
bool aside_attributes(const struct finder *finder, uint32_t noun, uint32_t index);
/* ", qui souhaitent agir": what those do who are told right before it. */
bool aside_of_parties(const struct finder *finder, uint32_t index, enum sense sense);
/* "pour se mettre d'accord": what those who meet mean to do. */
bool aside_aims(const struct finder *finder, uint32_t index, enum sense sense);
/* "avec l'ambition d'ouvrir une ère": what a thing is for; "les résultats attendus": which it is.
 */
bool aside_of_thing(const struct finder *finder, uint32_t noun, uint32_t index);
/* "made a decision": what they did there. */
bool aside_makes(const struct finder *finder, uint32_t index, enum sense sense);
/* "called on Iran to act": what is said to others. */
bool aside_calls(const struct finder *finder, uint32_t index, enum sense sense);
/* "réunissant A et B": the verb describes the noun, behind nothing but where and when. */
bool aside_gathers(const struct finder *finder, uint32_t noun, uint32_t index, enum sense sense);
/* "La réunion, qui prépare le sommet prévu à Oran, s'est tenue hier": the finite verb behind the
 * comma that closes what is told of the noun, where another meeting is told; or CLAUSE_NONE. */
uint32_t aside_verb_behind(const struct finder *finder, uint32_t noun);
/* "Les pourparlers avec les rebelles qui tiennent le nord | reprendront lundi": the finite verb
 * said of the noun behind a relative clause that no comma ends, and that tells only of those who
 * meet; or CLAUSE_NONE. */
uint32_t aside_verb_past(const struct finder *finder, uint32_t noun);
/* The one of these two whose aside the comma or relative pronoun at index begins. */
uint32_t aside_verb_from(const struct finder *finder, uint32_t noun, uint32_t index);
/* Whether a meeting can be the subject of a verb of that sense in the active voice. */
bool aside_takes_meeting(enum sense sense);
/* Whether that verb is told so of a noun before the one at noun. */
bool aside_of_other(const struct finder *finder, uint32_t noun, uint32_t verb);

/* "was put off because of a meeting": whether the chunk is the "of" of why something is done. */
bool aside_causes(const struct finder *finder, uint32_t index);

/* bidding.c: "rejected an invitation | from B to talks": whether such a word stands before "from".
 */
bool offer_before(const struct finder *finder, uint32_t from);

/* "prend part aux travaux du sommet": whether what is said to take part during it, at the chunk,
 * tells of the meeting itself. */
bool aside_is_part(const struct finder *finder, uint32_t index);

/* "X's visit to Lima to attend the summit": what the guest is to do there. */
bool aside_of_visit(const struct finder *finder, uint32_t noun, uint32_t index);

/* "une tournée qui le mènera en Inde": whether what is told behind the relative pronoun takes a
 * pronoun as its object, and says nothing of what becomes of the noun. */
bool aside_takes_object(const struct finder *finder, uint32_t relative);

/* "a meeting of the council, the body that sets the rules": whether the relative pronoun goes with
 * a word that no list has, behind a comma and an article, and not with the noun at index; or what
 * it tells is to come and takes an object, "un séjour qui le mènera à Lima". */
bool aside_of_another(const struct finder *finder, uint32_t index, uint32_t relative);

/* Whether the noun stands behind "at" or "in", which nothing else can be: "à" aims too; nor is it
 * inside in "confirmed her attendance (on Monday) at the summit". */
bool aside_is_inside(const struct finder *finder, uint32_t noun);

/* "la rencontre avec B, qui s'est tenue lundi": whether the verb behind the relative pronoun at
 * index is said of meetings, and not of who stands between. */
bool aside_tells_of_meeting(const struct finder *finder, uint32_t index);

/* "a vu A, ce qui avait été annoncé": whether the relative pronoun stands for all of the clause. */
bool aside_of_what(const struct finder *finder, uint32_t relative);

/* "la visite que devait faire A a été annulée": whether the verb behind the relative clause, which
 * has its subject behind its own verb, at first, can only be said of the meeting. */
bool aside_is_over(const struct finder *finder, uint32_t first, uint32_t verb);

/* "talks | to end the war": whether an infinitive right behind the word for a meeting has an object
 * of its own, not "talks to end on Monday". */
bool aside_has_object(const struct finder *finder, uint32_t index);

/* "on Thursday, | as part of a visit to Rome, met B": the comma before the frame in which the noun
 * at index stands, or index. */
uint32_t aside_frame_before(const struct finder *finder, uint32_t index);

/* participle.c: "La rencontre prévue entre A et B | reportée": whether the verb, with which the
 * headline ends, tells what became of the meeting. */
bool aside_ends_headline(const struct finder *finder, uint32_t verb);

/* "prévue en mars, puis reportée à mai, a été": whether the verb is a participle that goes on with
 * what became of the plan. */
bool aside_is_put_off(const struct finder *finder, uint32_t verb);

/* "qui ne s'est plus réuni depuis 2019", "la première organisée à Lima": whether the verb at index
 * only tells when it met last or of how many it is one. */
bool aside_is_since(const struct finder *finder, uint32_t verb);

struct predicate;

/* participle.c: "gains from hosting a summit due in July", "had a meeting planned with B": whether
 * no more is told on the left than that it is planned on the right. */
bool aside_only_plans(const struct finder *finder, const struct predicate *left,
                      const struct predicate *right);

/* participle.c: "lors d'une réunion, le plan | annoncé": whether the token is a participle, and
 * what stands between a comma behind first and it is another thing. */
bool participle_of_thing(const struct document *document, uint32_t first, uint32_t token);

/* shared.c: "The summit and | the forum will be held": the noun that "and" joins to the one with
 * which the clause begins, or that. */
uint32_t aside_joined_noun(const struct finder *finder, uint32_t noun);

#endif
