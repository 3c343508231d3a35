/*
 * nation.h -- the states of people of whom no title tells one.
 *
 *     register of persons --nation_by_name, _side, _company, _owner, _place, _office,
 *     _presence--> the same, `country` set
 *
 * What the article says goes first: a state told with an office, anywhere in it, is never changed.
 */
#ifndef ANNOTATE_PERSON_NATION_H
#define ANNOTATE_PERSON_NATION_H

#include "annotate/person/person.h"

struct role;
struct home; /* home.h: how often the document names each state */

/* Sets the state of each person who is known from world news by name, and whose office is not in a
 * body of several states or a company.  Who is known for serving no state is marked stateless. */
void nation_by_name(const struct document *document, struct people *people);

/* Sets the state of who leads a state's delegation or represents a state, comes along with somebody
 * of one, or is the adviser of somebody of one.  For who is still without one. */
void nation_by_company(const struct document *document, struct people *people);

/* nation_own.c: "Kenya sent its foreign minister X": sets the state of whose office a word before
 * it tells as that of a state, or of its head, named before.  For who is still without one. */
void nation_by_owner(const struct document *document, struct people *people);

/* nation_adviser.c: "chief of staff to President X", "President X's special envoy", told right
 * before the office: the state of X; "" unknown. */
const char *nation_of_chief(const struct document *document, const struct people *people,
                            const struct role *role);
const char *nation_of_owner(const struct document *document, const struct people *people,
                            const struct role *role);

/* nation_abroad.c: sets `abroad` of each person whom a sentence tells to visit a state. */
void nation_mark_abroad(const struct document *document, struct people *people);

/* "Du côté malien, A et B": sets the state of those of whom the sentence tells whose side they are.
 * For who is still without one. */
void nation_by_side(const struct document *document, struct people *people);

/* Sets the state of each person in office whom somebody of another state meets, or whose
 * counterpart is met, in a sentence that places it in one state: that state.  For who is still
 * without one. */
void nation_by_place(const struct document *document, struct people *people,
                     const struct home *counted);

/* "X a reçu Y en présence du conseiller Z": sets the state of who is with a host, in an office of
 * no told state.  For who is still without one. */
void nation_by_presence(const struct document *document, struct people *people);

/*
 * Sets the state of each person whose office only one state has ("Taoiseach"), or whose office
 * stands without a state: that of the article's own.  Parties that are no person of the register,
 * told by office alone, get theirs too.
 */
void nation_by_office(struct document *document, struct people *people, const struct home *counted);

#endif
