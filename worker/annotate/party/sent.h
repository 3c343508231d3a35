/*
 * sent.h -- those whom a state or body sent, and who stand for it: "negotiators from Ghana".
 *
 * Used by read.c, named.c and thing.c.
 */
#ifndef ANNOTATE_PARTY_SENT_H
#define ANNOTATE_PARTY_SENT_H

#include "annotate/party/reader.h"

/* "NATO countries", "ECOWAS member states": the word for the states of a body that begins at token,
 * or NULL. */
const struct annotation *reader_states(const struct reader *reader, uint32_t token);

/* "officials", "negotiators": the word at token for people sent, several of them, or NULL. */
const struct annotation *reader_envoys(const struct reader *reader, uint32_t token);

/* Those whom a body sent stand for it: "des représentants de la CGT", "une délégation d'Eni". */
bool reader_sent(struct reader *reader, const struct annotation *body);

/* The state or body behind "from" or "for", at which the reader stands: "officials from Ghana", or
 * NULL. */
const struct annotation *reader_sender_of(const struct reader *reader);

/* "the representatives of NATO", "of Velumine", "Hamas leaders": the body that those with the title
 * stand for, known or not; or NULL. */
const struct annotation *reader_sender_in(const struct reader *reader);

/* Those whom a state or body sent stand for it: "negotiators from Ghana and the EU". */
bool reader_sender(struct reader *reader, const struct annotation *sender);

/* "la CGT | Velumine": where the name ends that the letters of an association begin, behind one
 * word that is no person's. */
uint32_t reader_branch(const struct reader *reader, const struct annotation *body);

/* "les éleveurs | laitiers et A": behind the word that only describes a group of a list, where
 * adjectives stand behind the noun; or token. */
uint32_t reader_behind_epithet(const struct reader *reader, uint32_t token);

#endif
