/*
 * office.h -- who is meant by an office alone: "le ministre chinois", "son homologue
 * malien".
 *
 * Used by person.c and its neighbours, once all names are registered.
 */
#ifndef ANNOTATE_PERSON_OFFICE_H
#define ANNOTATE_PERSON_OFFICE_H

#include "annotate/person/person.h"

/* Sets party->person of "the minister", "le diplomate": the one whom the story goes on about, who
 * is told first in the last sentence that tells one. */
void person_of_vague(const struct document *document, struct people *people, struct party *party);

/* Sets party->person where one of the people holds the office of a party without a name. */
void person_of_office(const struct document *document, struct people *people, struct party *party);

/* Sets party->person of an office that nothing else links, where the next sentence begins with
 * somebody new whom no title ever tells: "met his Kenyan counterpart.  X then left". */
void person_of_next(const struct document *document, struct people *people, struct party *party);

/* Whether the office is told of somebody known: "the minister", "the visiting Kenyan leader", in a
 * headline also "Kenyan minister". */
bool office_points(const struct document *document, const struct party *party);

/* Whether the person is told before the party; whom the headline means the story tells. */
bool office_is_told(const struct document *document, const struct person *person,
                    const struct party *party);

/* leader.c: which ranks those have who may be called "the leader", of nothing that is told. */
uint32_t office_ranks_leading(void);

/* leader.c: "the Turkish leader", told before: who heads the state, else the only one who can;
 * 0: nobody or several. */
uint16_t person_leader(const struct document *document, const struct people *people,
                       const struct party *party);

/* lately.c: whether the sentence tells the person by name behind the office, "the king
 * received X"; titled: with a title of his own and no comma between, so that he is another. */
bool person_beside(const struct document *document, const struct party *office, uint16_t person,
                   bool titled);

/* lately.c: "met | the king", "received by | the emir", "talks with | the queen". */
bool person_is_met(const struct document *document, const struct party *party);

/* lately.c: whether who is told without a state serves none: a body of several, or as the
 * world knows. */
bool person_serves_none(const struct document *document, const struct person *person);

/* peer.c: "A hosted his counterpart": the only other of that rank told before, or 0. */
uint16_t person_peer(const struct document *document, const struct people *people,
                     const struct party *peer);

/* peer.c: the mention whose titles say which office the person has: of a counterpart those of whose
 * he is; may be NULL. */
const struct party *person_titled(const struct people *people, uint16_t person);

/* lately.c: of several who have the office the one whom the last sentence that tells one
 * tells first; 0: nobody, or rather the article's own. */
uint16_t person_lately(const struct document *document, const struct people *people,
                       const struct party *office);

/* untitled.c: links the office to whom the article names without any, and tells him with it:
 * "Macron" is "le président français". */
void person_take_untitled(const struct document *document, struct people *people,
                          struct party *party);
/* The same file: "Paul Roy was in Lima. The head of Gazora met B": links the office that begins a
 * sentence to the only one of whom the sentence before tells, who has none.  Returns whether it
 * did. */
bool person_take_introduced(const struct document *document, struct people *people,
                            struct party *party);

#endif
