/*
 * find.h -- the meetings that the clauses of the sentences tell.
 *
 *     story --find_mentions--> struct mention, one for each verb or noun that tells a meeting
 *
 * A trigger is a verb or a word for a meeting; its slots (who, where) are filled from its clause.
 */
#ifndef MEETING_FIND_FIND_H
#define MEETING_FIND_FIND_H

#include "annotate/terms.h"
#include "meeting/clause/clause.h"
#include "meeting/mention/mention.h"

enum { SENTENCE_MENTIONS = 24 };

/* What the finder knows while it reads one sentence. */
struct finder {
    const struct story *story;
    const struct document *document;
    const struct sentence *sentence; /* line */
    struct sentence line;            /* the sentence, behind a day that opens it: line.h */
    const struct annotation *day;    /* that day, or NULL */
    uint32_t number, count;          /* of the sentence; mentions */
    struct clause clause;
    struct label *labels; /* [chunks]: of the NOUN chunks */
    uint8_t *senses;      /* [chunks]: of finder_sense() and noun_deed(), plus one; 0: not asked */
    struct mention *mentions[SENTENCE_MENTIONS]; /* [count] */
};

/* The mentions of a story: returns 0 and *ret_mentions (of the arena), or FAULT_MEMORY. */
int find_mentions(const struct story *story, struct mention_list *ret_mentions);

/* verb.c, noun.c: tries the chunk as a trigger. */
void find_by_verb(struct finder *finder, uint32_t index);
void find_by_noun(struct finder *finder, uint32_t index);
/* "left Oslo for Rome"; who chairs a body; a body that "se tient"; one in an agenda. */
void find_by_departure(struct finder *finder, uint32_t index);
void find_by_body(struct finder *finder, uint32_t index);
void find_by_sitter(struct finder *finder, uint32_t index);
void find_listed_body(struct finder *finder);
void find_again(struct finder *finder); /* what is told of a meeting without a word for it */

/* slots.c: what all share.  A new mention, or NULL: then document_fault() tells. */
struct mention *finder_mention(struct finder *finder, uint32_t index);
void finder_keep(struct finder *finder, struct mention *mention);
/* Whether the sentence speaks in general, "every year", or beside a meeting: "on the sidelines". */
bool finder_generic(const struct finder *finder);
bool finder_beside(const struct finder *finder);
/* Whether the party is a body that sits: a council, a parliament, a board; what its sitting is:
 * SESSION, of heads SUMMIT, of ministers MINISTERIAL; OTHER: it sits not. */
bool finder_sits(const struct finder *finder, const struct party *party);
enum meeting_kind finder_sitting(const struct finder *finder, const struct party *party);
void slot_parties(const struct finder *finder, struct mention *mention, uint32_t chunk,
                  enum part part);
void slot_pronoun(const struct finder *finder, struct mention *mention, uint32_t chunk);
void slot_company(const struct finder *finder, struct mention *mention);
/* company.c: who comes along by the ACCOMPANIED chunk, behind it; again.c: before it; whether it
 * says who speaks: "opening remarks by". */
uint32_t company_behind(const struct finder *finder, uint32_t index);
uint32_t companion_before(const struct finder *finder, uint32_t index);
bool company_speaks(const struct finder *finder, uint32_t index);
/* The party that the enumeration goes on with behind the chunk: a PARTY chunk or CLAUSE_NONE. */
uint32_t next_in_row(const struct finder *finder, uint32_t chunk);
/* told.c: who a group is, told behind it; "A and other ministers, including | B": A with them;
 * some who do what the VERB says: "y sont, dont A"; or CLAUSE_NONE. */
uint32_t told_behind(const struct finder *finder, uint32_t chunk);
uint32_t told_before(const struct finder *finder, uint32_t chunk);
uint32_t some_behind(const struct finder *finder, uint32_t verb);
/* presence.c: who is told behind "Also present were": a PARTY chunk or CLAUSE_NONE. */
uint32_t presence_behind(const struct finder *finder);
/* The parties at chunk and those that the enumeration goes on with: all; "by A and by B". */
void slot_row(const struct finder *finder, struct mention *mention, uint32_t chunk);
void slot_like(const struct finder *finder, struct mention *mention, uint32_t chunk,
               enum part part);
/* Those that the enumeration has before the chunk: "A, B and others, C and D attended". */
void slot_row_before(const struct finder *finder, struct mention *mention, uint32_t chunk);
void slot_hosts(const struct finder *finder, struct mention *mention, uint32_t index);
/* manner.c: whether the noun says how the verb is done, "se réunira en session"; what it says of
 * the verb's mention; the verb of travelling "for talks", or of inviting to them; CLAUSE_NONE. */
bool noun_is_manner(const struct finder *finder, uint32_t noun);
uint32_t noun_traveller(const struct finder *finder, uint32_t noun);
uint32_t noun_inviter(const struct finder *finder, uint32_t noun);
void slot_manner(const struct finder *finder, struct mention *mention, uint32_t verb);
/* present.c: whether what governs the noun says that the clause happens at the meeting. */
bool noun_is_at(const struct finder *finder, uint32_t noun);
/* "was followed by talks with B": whether the noun tells what came after another meeting; who
 * acts at the one that it tells. */
bool noun_is_sequel(const struct finder *finder, uint32_t noun);
void slot_present(const struct finder *finder, struct mention *mention, uint32_t noun);
/* "the spokesman said ahead of the meeting": whether only who speaks of one told already acts. */
bool noun_spoken_before(const struct finder *finder, uint32_t noun, const struct mention *mention);
/* apart.c: keeps the mention, or one for each of the others, a PARTY chunk or CLAUSE_NONE, if they
 * were met one by one; whether the VERB says that it is done besides: "also met". */
void keep_apart(struct finder *finder, struct mention *mention, uint32_t others);
bool told_further(const struct finder *finder, uint32_t verb);
/* place.c: the place at a chunk, if the trigger claims it; before "where"; of "there". */
void slot_place(const struct finder *finder, struct mention *mention, uint32_t index, bool right);
void slot_where(const struct finder *finder, struct mention *mention, uint32_t index);
void slot_there(const struct finder *finder, struct mention *mention, uint32_t index);
/* places.c: a journey to several states has no place. */
void slot_journey(const struct finder *finder, struct mention *mention);
/* The meetings that the same words tell in another town or on another day. */
void keep_others(struct finder *finder, struct mention *mention);
/* Who is there by its relative clause; who speaks "at a meeting" that counts without that. */
void slot_relative(const struct finder *finder, struct mention *mention, uint32_t noun);
void slot_speaker(const struct finder *finder, struct mention *mention, uint32_t noun);
/* "denied that A would meet B": whether what stands at the chunk is told only to be denied. */
bool finder_denied(const struct finder *finder, uint32_t verb);

/* vain.c: told as what may be; as done again and again, on condition, or as a ceremony, by the VERB
 * chunk; of several on no day; by the writer. */
bool told_as_possible(const struct finder *finder, const struct mention *mention);
bool told_as_repeated(const struct finder *finder, uint32_t verb);
bool told_on_condition(const struct finder *finder, uint32_t verb);
bool told_as_rite(const struct finder *finder, uint32_t verb);
bool told_of_some(const struct finder *finder, const struct mention *mention);
bool told_by_reporter(const struct finder *finder, uint32_t subject, const struct mention *mention);

#endif
