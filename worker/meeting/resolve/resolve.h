/*
 * resolve.h -- who "they", "he" and "the two leaders" are, where one of them met somebody.
 */
#ifndef MEETING_RESOLVE_RESOLVE_H
#define MEETING_RESOLVE_RESOLVE_H

#include "meeting/mention/mention.h"

/* Adds to each mention whose subject is a pronoun those for whom it stands, and puts those for whom
 * a group stands in the group's place. */
void resolve_pronouns(const struct story *story, const struct mention_list *mentions);

enum { LATELY_PEOPLE = 8 };

/* lately.c: the people whose rank fits and who were spoken of last before the mention's
 * trigger, in the nearest sentences that have two of them; returns how many. */
unsigned told_lately(const struct story *story, const struct mention *mention, enum rank rank,
                     const struct party *ret_people[LATELY_PEOPLE]);

/* "The latter": the person who was spoken of last before that word, in its sentence or in the one
 * before; or NULL. */
const struct party *told_last(const struct story *story, const struct mention *mention);

/* The person who was spoken of last in the sentence before that of the number, or NULL. */
const struct party *last_before(const struct document *document, uint32_t sentence);

/* two.c: "A pressed B on trade when they met": adds the two of whom the mention's sentence
 * itself speaks before it, each alone.  Returns whether there are two. */
bool resolve_two(const struct story *story, struct mention *mention);

/* "A and B agreed on fish. The meeting took place in Lima": adds those of whom the sentence right
 * before begins to speak to what tells the first meeting of the story, and nobody. */
void resolve_unnamed(const struct story *story, const struct mention_list *mentions,
                     uint32_t index);
/* ahead.c: "When they met, A assured B": adds those whom the main clause behind tells to
 * act on one another; returns whether it does.  "When he met B, A left": who acts there, or NULL;
 * who only speaks there may do so of another. */
bool resolve_ahead(const struct story *story, struct mention *mention);
/* "Speaking in Lima, where she is on a visit, A said": whether it opens the sentence so. */
bool clause_opens(const struct document *document, const struct mention *mention);
const struct party *person_ahead(const struct document *document, const struct mention *mention,
                                 bool speaking);
/* "“Met B today.  We discussed trade,” A said": who says the quotation that the mention's sentence
 * opens and another one closes, of himself; or NULL. */
const struct party *speaker_behind(const struct document *document, const struct mention *mention);

enum { SENTENCES_BACK = 3 };

/* person.c: the first person that the sentence names before the trigger, or that a sentence
 * before names; or NULL. */
const struct party *person_before(const struct story *story, const struct mention *mention);
/* Whether the pronoun can mean the party: "she" is no man. */
bool pronoun_can_mean(const struct story *story, const struct mention *mention,
                      const struct party *party);

/* "President X is in Lima. He was received by the president": whom he meets, told by office alone,
 * is no longer taken for the person that the pronoun means. */
void pronoun_is_another(const struct story *story, const struct mention_list *mentions,
                        uint32_t index, const struct party *person);

/* body.c: the body or state that the pronoun means, told before it in its sentence, or NULL. */
const struct party *body_meant(const struct story *story, const struct mention *mention);

/* objective.c: who "him" is: adds him to the mention, or it tells no meeting of its own. */
void resolve_objective(const struct story *story, const struct mention_list *mentions,
                       uint32_t index);

/* Whether a preposition governs the party: it is not what its clause is about. */
bool party_is_governed(const struct document *document, const struct party *party);

/* Whether a person of that rank can be one of a group told by rank. */
bool rank_fits(enum rank group, enum rank rank);

/* another.c: "B and C attended the talks": whether the mention at index only tells who else
 * was at a meeting that one of those before it tells. */
bool mention_adds(const struct mention_list *mentions, uint32_t index);

/* Adds the party, unless it is there. */
void mention_take_party(struct mention *mention, const struct party *party, enum part part);

enum { ANOTHER_SENTENCES_BACK = 2 };

/* another.c: adds to a mention that stands for one told before, or tells another, those who
 * met there. */
void resolve_standin(const struct mention_list *mentions, uint32_t index);
void resolve_another(const struct mention_list *mentions, uint32_t index);
void resolve_host(const struct mention_list *mentions, uint32_t index);
void resolve_receiver(const struct story *story, const struct mention_list *mentions,
                      uint32_t index);

/* replanned.c: "was to meet on Monday. It will meet on Friday": makes one of both. */
void resolve_replanned(const struct story *story, const struct mention_list *mentions,
                       uint32_t index);

/* sequel.c: adds to "then comes B" whoever met those told before B; with nobody such before it, the
 * mention tells nothing. */
void resolve_sequel(const struct mention_list *mentions, uint32_t index);

/* Whether the person is a man or a woman, told here or anywhere. */
enum gender party_gender(const struct story *story, const struct party *party);

/* The rank of the person, told here or anywhere. */
enum rank person_rank(const struct story *story, const struct party *party);

/* Takes the party in the slot out of the mention. */
void mention_drop_slot(struct mention *mention, unsigned slot);

/* another.c: "A met B after talks with C.  They": the meeting that the verb of its sentence
 * tells, if the one at index is only told as over before that; or the one at index. */
const struct mention *resolve_main(const struct mention_list *mentions, uint32_t index);

#endif
