/*
 * read.h -- one party with all that stands around it, read at one place of a sentence.
 *
 * Used by list.c, which reads whole enumerations.  read.c chooses what stands there,
 * named.c reads persons, thing.c what else can meet: states, bodies, groups.
 */
#ifndef ANNOTATE_PARTY_READ_H
#define ANNOTATE_PARTY_READ_H

#include "annotate/party/reader.h"

/* Whether a party can begin where reading stands: cheap, may be wrong.  At most tokens none can. */
bool reader_can_begin(const struct reader *reader);

/* The next token from token on at which one may, or at which something of the kinds (KIND_BIT) or a
 * word of the classes stands; or the end. */
uint32_t reader_next(const struct reader *reader, uint32_t token, uint64_t kinds, uint64_t classes);

/*
 * Reads the party that begins at reader->at into reader->party and moves reader->at behind it.
 * Returns false when none begins there.
 */
bool reader_party(struct reader *reader);

/* "foreign ministers of the EU | countries": the word for the group that begins the title, if the
 * states of its body stand behind; else the title. */
const struct annotation *reader_of_states(const struct reader *reader,
                                          const struct annotation *title);

/* thing.c: reads the state, body or group that annotation tells. */
bool reader_state(struct reader *reader, const struct annotation *annotation, bool metonym);
bool reader_body(struct reader *reader, const struct annotation *annotation);
/* "Israelis and Palestinians": a people at token that another one stands beside is its state;
 * two.c: "the two" by itself, who were told before. */
bool reader_people(struct reader *reader, uint32_t token);
/* "federal, state and local officials": a group at token that several words tell. */
bool reader_joined(struct reader *reader, uint32_t token);
bool reader_two(struct reader *reader);
bool reader_group(struct reader *reader, const struct annotation *noun);
/* people.c: "les écologistes | A et B": the first of several whom the noun tells by name. */
bool reader_named_group(struct reader *reader, const struct annotation *noun);
/* The word for a group that ends "Asian states" or "Kenyan delegation" at token, or NULL. */
const struct annotation *reader_group_noun(const struct reader *reader, uint32_t token);
/* "En France, A et B ont": whether the state before the comma is where, and nobody of the list. */
bool reader_is_where(const struct reader *reader, const struct party *party);
/* pair.c: "russo-turques" beside a word for a meeting: the states into members, where the
 * word ends into *ret_end.  Returns how many they are: 0, or from 2 on. */
unsigned reader_pair(struct reader *reader, struct party **members, uint32_t *ret_end);
/* Reads the name with what stands around it; whether a name can be a person's. */
void reader_name(struct reader *reader, const struct annotation *annotation);
bool reader_personal(const struct annotation *annotation);
/* named.c: reads who has the title, or is addressed so, and the name behind it. */
bool reader_titled(struct reader *reader, const struct annotation *role);
bool reader_honorific(struct reader *reader, const struct annotation *honorific);

/* each.c: adds what was read to the members, a party for each state of a plural title.
 * Returns how many members there are then. */
unsigned party_each(struct reader *reader, struct party **members, unsigned count);

/* respective.c: "A et B, respectivement X et Y": gives each of the members the title at its
 * own place.  Returns where the list ends then, else end. */
uint32_t party_respective(const struct reader *reader, struct party **members, unsigned count,
                          uint32_t end);
/* "le ministre de X et le chef de Y, MM. A et B": gives each of the names the title at its own
 * place.  Returns how many members there are then. */
unsigned party_paired(const struct reader *reader, struct party **members, unsigned count);

/* title.c: adds the title, to any party and to the one that is read; reads the titles that
 * follow a name. */
void party_take_role(struct party *party, const struct role *role);
void reader_title(struct reader *reader, const struct annotation *annotation);
void reader_titles(struct reader *reader);

/* owned.c: "Norway's finance minister", "EU trade chief", "Finnish counterpart": the title at token
 * behind whose it is, or NULL. */
const struct annotation *reader_owned(const struct reader *reader, uint32_t token);
/* ", the union's president": the office at token behind one small word that tells whose it is, or
 * NULL.  Takes it: the president of a body that no name tells is no head of state. */
const struct annotation *reader_owned_small(const struct reader *reader, uint32_t token);
void reader_take_owned_small(struct reader *reader, const struct annotation *office);
/* "Fiji's | Jone Tuva", "the Greens' | leader": where what the annotation owns begins, or 0. */
uint32_t reader_behind_owner(const struct reader *reader, const struct annotation *owner);

/* acronym.c: behind one word or two in brackets at token, a name before a comma apart, or token;
 * behind "l'Union africaine (UA)", "du Congo (RDC)", where the short name says nothing new;
 * takes such a short name, or the other one of a body that has two: "l'AFC/M23". */
uint32_t reader_behind_word(const struct reader *reader, uint32_t token);
uint32_t reader_behind_acronym(const struct reader *reader, uint32_t token);
void reader_take_acronym(struct reader *reader);

/* apposed.c: "the Verdi | union": takes the word for what the body just read is. */
void reader_noun_behind(struct reader *reader);
/* unread.c: reads the member of a list, the last or not, behind a title that no list has. */
bool reader_unread(struct reader *reader, uint32_t token, bool last);
/* "Harbour Wing Adjutant Anna Lund", taken for one name: reads it from the given name on. */
bool reader_swallowed(struct reader *reader, const struct annotation *name);

/* peer.c: whether "and" at token joins the office that was read to the next title, which is
 * another's: "The President and Prime Minister X". */
bool party_begins_peer(const struct reader *reader, uint32_t token, const struct annotation *next);

/* names.c: where the names begin behind a title of several, which the list goes on behind. */
uint32_t reader_title_names(const struct reader *reader, uint32_t token);
/* list.c: reads an enumeration into members and where it ends into *ret_end; returns how many
 * are certain to be in it. */
unsigned reader_list(struct reader *reader, struct party **members, uint32_t *ret_end);

#endif
