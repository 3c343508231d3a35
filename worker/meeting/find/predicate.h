/*
 * predicate.h -- the event verb that says something of a meeting told by a noun.
 *
 *     NOUN chunk --predicate_of--> "s'est tenue", "ont tenu", "prévue …, a été reportée"
 */
#ifndef MEETING_FIND_PREDICATE_H
#define MEETING_FIND_PREDICATE_H

#include "annotate/lexis.h"
#include "meeting/find/find.h"

struct predicate {
    uint32_t index;  /* of the VERB chunk that has the parties; CLAUSE_NONE: there is none */
    uint32_t teller; /* of the one that tells the status: the same, or the main verb behind it */
    bool subject;    /* the meeting is its subject, else its object or place */
    enum sense sense;
    const struct verb *verb;
};

/* What the verb at index says of a meeting; NONE: it is no verb of that kind. */
enum sense finder_sense(const struct finder *finder, uint32_t index);

struct predicate predicate_of(const struct finder *finder, uint32_t noun);

/* Whether a sense says that there will be no meeting, or not then. */
bool calls_off(enum sense sense);

/* Beside predicate: the verb of a relative clause behind the noun, "auquel A a assisté", or one
 * with index CLAUSE_NONE. */
struct predicate predicate_beside(const struct finder *finder, uint32_t noun,
                                  const struct predicate *predicate);

/* "Elle doit préparer le sommet", "la réunion prépare le sommet": whether a meeting prepares it. */
bool predicate_prepares(const struct finder *finder, uint32_t noun);

/* "X's planned visit": whether a participle stands right before the noun. */
bool predicate_attribute(const struct finder *finder, uint32_t noun);

/* "will not attend", "declined to attend", "a annulé son voyage au sommet": whether its subject
 * stays away from what the noun tells. */
bool predicate_absent(const struct finder *finder, uint32_t noun,
                      const struct predicate *predicate);

/* "Venu présider la réunion": an infinitive that nothing known governs proves nothing. */
bool predicate_unfounded(const struct finder *finder, const struct predicate *predicate);

/* What the predicate, which is there, says of the meeting. */
enum meeting_status predicate_status(const struct finder *finder,
                                     const struct predicate *predicate);

/* act.c: "est arrivé à Lomé pour rencontrer B", and no day gone by is told: what he has just
 * come for is still to be. */
bool act_has_arrived(const struct finder *finder, const struct verb *verb);
/* Whether the clause tells a day that is gone by. */
bool act_day_gone(const struct finder *finder);

/* noun_counts.c: whether its slots tell one occasion. */
bool noun_counts(const struct finder *finder, const struct mention *mention);
/* "They then held talks", "the two leaders held talks": whether those told before talked. */
bool noun_of_those_before(const struct finder *finder, const struct mention *mention);
/* idle.c: several occasions, or one that is only spoken of: none in particular. */
bool noun_is_counted(const struct finder *finder, const struct mention *mention);
bool noun_is_idle(const struct finder *finder, uint32_t noun, const struct predicate *predicate,
                  const struct mention *mention);
/* "La Conférence des maires a tenu lundi son congrès": whether the noun tells who holds another. */
bool noun_organizes(const struct finder *finder, uint32_t noun, const struct predicate *predicate);

/* ahead.c: whether the verb that governs the noun says that it is to come: "would meet at the
 * summit". */
bool noun_is_ahead(const struct finder *finder, uint32_t noun);
/* "Ce sera leur deuxième rencontre, après | celle du 18 mai", "after | a first meeting": the one
 * before. */
bool noun_is_one_before(const struct finder *finder, uint32_t noun);

/* noun_status.c: what the words around the noun and its predicate say of its status. */
void noun_status(const struct finder *finder, uint32_t noun, const struct predicate *predicate,
                 struct mention *mention);

/* bidding.c: "invited B to the summit": a meeting that is known is no mere proposal. */
void status_by_bidding(const struct finder *finder, uint32_t noun,
                       const struct predicate *predicate, struct mention *mention);

/* bidding.c: to whom a meeting is proposed, and by whom. */
void slot_proposed(const struct finder *finder, uint32_t noun, const struct predicate *predicate,
                   struct mention *mention);

/* timed.c: "it is at 7 p.m. on Monday": the status by "be" before its day, if none is told. */
void status_timed(const struct finder *finder, uint32_t noun, struct mention *mention);

/* parties.c: adds those who take part in the meeting that the noun tells. */
void noun_parties(const struct finder *finder, uint32_t noun, const struct predicate *predicate,
                  struct mention *mention);

/* place.c: "Nairobi will host the summit": a town that hosts is where, not who; a state is
 * both. */
bool slot_town(const struct finder *finder, struct mention *mention, uint32_t chunk);

/* "Geneva hosted the talks", "la capitale suisse …": a town before the verb, that is no state. */
bool slot_host_town(const struct finder *finder, struct mention *mention, uint32_t verb);

/* vain.c: "was due to meet B, but withdrew": whether who was to come did not. */
bool told_as_dropped(const struct finder *finder, uint32_t verb);

/* What is done "at" a meeting and says something of it; "agreed at the summit" does not. */
bool sense_done_at(enum sense sense);

/* brought.c: "A joined B for talks with C", "sent B to the talks": takes whom the verb brings
 * there. Returns whether he alone is there. */
bool slot_brought_there(const struct finder *finder, uint32_t noun,
                        const struct predicate *predicate, enum part part, struct mention *mention);

/* retreat.c: "called off", "did not hold": whether the verb tells that a meeting does not come
 * about. */
bool verb_takes_back(const struct finder *finder, uint32_t verb);

/* predicate_status.c: what the verb says of the meeting of the noun: who "a entamé lundi sa visite
 * par | une rencontre" has met, and is not about to. */
enum sense predicate_sense(const struct finder *finder, uint32_t verb, uint32_t noun);

#endif
