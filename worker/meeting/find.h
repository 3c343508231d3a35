/*
 * find.h -- the meetings that the clauses of one sentence tell.
 *
 *     sentence --find_mentions--> struct mention, one for each verb or noun that tells a meeting
 *
 * A trigger is a verb for meeting or a word for a meeting; its slots (who, with whom, where,
 * when, under what name, with what status) are filled from its clause.
 */
#ifndef MEETING_FIND_H
#define MEETING_FIND_H

#include "annotate/terms.h"
#include "meeting/clause.h"
#include "meeting/mention.h"

enum { SENTENCE_MENTIONS = 24 };

/* What the finder knows while it reads one sentence. */
struct finder {
    const struct story *story;
    const struct document *document;
    const struct sentence *sentence;
    uint32_t number; /* of the sentence */
    struct clause clause;
    struct label *labels; /* [chunks]: of the NOUN chunks */
    struct mention *mentions[SENTENCE_MENTIONS];
    uint32_t count;
};

/*
 * Finds the mentions of a sentence.  Returns 0 and *ret_mentions (in the document's arena), or
 * FAULT_MEMORY.
 */
int find_mentions(const struct story *story, uint32_t sentence, struct mention_list *ret_mentions);

/* find_verb.c, find_noun.c: tries the chunk as a trigger; a mention is added or not. */
void find_by_verb(struct finder *finder, uint32_t index);
void find_by_noun(struct finder *finder, uint32_t index);

/* find_again.c: what the sentence tells of a meeting without a word for it. */
void find_again(struct finder *finder);

/* find_slots.c: what all share.  A new mention, or NULL: then document_fault() tells. */
struct mention *finder_mention(struct finder *finder, uint32_t index);
void finder_keep(struct finder *finder, struct mention *mention);
/* Whether the sentence speaks in general: "every year", "if invited". */
bool finder_generic(const struct finder *finder);
/* Whether the party is a body that sits: a council, a parliament, a board. */
bool finder_sits(const struct finder *finder, const struct party *party);
void slot_parties(const struct finder *finder, struct mention *mention, uint32_t chunk,
                  enum part part);
void slot_pronoun(const struct finder *finder, struct mention *mention, uint32_t chunk);
void slot_company(const struct finder *finder, struct mention *mention);
/* Who comes along by the ACCOMPANIED chunk at index: a PARTY chunk or CLAUSE_NONE. */
uint32_t company_behind(const struct finder *finder, uint32_t index);
/* The parties at chunk and those that the enumeration goes on with behind it. */
void slot_row(const struct finder *finder, struct mention *mention, uint32_t chunk);
void slot_hosts(const struct finder *finder, struct mention *mention, uint32_t index);
/* "se réunira en session extraordinaire": the noun says how the verb before it is done. */
bool noun_is_manner(const struct finder *finder, uint32_t noun);
/* find_manner.c: the verb of travelling "for talks", or CLAUSE_NONE. */
uint32_t noun_traveller(const struct finder *finder, uint32_t noun);
/* find_manner.c: what such a noun behind the verb says of the mention. */
void slot_manner(const struct finder *finder, struct mention *mention, uint32_t verb);
/* find_during.c: what the noun's surroundings say of it where no verb does. */
void slot_during(const struct finder *finder, struct mention *mention, uint32_t noun);
/* "A a rencontré B lors du sommet de mai": the day of what a verb tells as done at it. */
void during_day(struct finder *finder, uint32_t noun, struct mention *mention);
/* find_present.c: whether what governs the noun says that the clause happens at the meeting: not
 * before it, and not any time after it. */
bool noun_is_at(const struct finder *finder, uint32_t noun);
/* Who acts at the meeting that a noun tells. */
void slot_present(const struct finder *finder, struct mention *mention, uint32_t noun);
/* "the spokesman said ahead of the meeting": whether only who speaks of one told already acts. */
bool noun_spoken_before(const struct finder *finder, uint32_t noun, const struct mention *mention);
/* find_apart.c: keeps the mention, or one for each of the others if they were met one by one;
 * others is the PARTY chunk of the other side or CLAUSE_NONE. */
void keep_apart(struct finder *finder, struct mention *mention, uint32_t others);
/* find_places.c: a journey to several states has no place. */
void slot_journey(const struct finder *finder, struct mention *mention);
/* "une réunion, à laquelle ont participé A et B": who is told to be there in its relative clause.
 */
void slot_relative(const struct finder *finder, struct mention *mention, uint32_t noun);
/* "said at a meeting in X": who speaks at one that counts without that. */
void slot_speaker(const struct finder *finder, struct mention *mention, uint32_t noun);
/* How many days the text says that it lasts, 0 untold. */
/* "denied that A would meet B": whether what stands at the chunk is told only to be denied. */
bool finder_denied(const struct finder *finder, uint32_t verb);
int16_t slot_days(const struct finder *finder, uint32_t noun, bool closed);
/* find_date.c: takes the DATE chunk behind a verb of that sense, if it is a day of the meeting. */
void slot_date(struct finder *finder, struct mention *mention, uint32_t index, enum sense sense);
/* "was called off on Monday": whether the DATE chunk behind "on" is the day on which that was done.
 */
bool day_is_of_deed(const struct finder *finder, uint32_t index);
void slot_circumstances(struct finder *finder, struct mention *mention, uint32_t index);
/* "ils se retrouvent lundi": a weekday beside a verb in the present is still to come. */
void slot_ahead(const struct finder *finder, struct mention *mention, const struct verb *verb);

/* find_agenda.c: "10:30 a.m. The minister meets X": the present in an agenda is planned. */
void slot_agenda(const struct finder *finder, struct mention *mention, const struct verb *verb);

/* find_call.c: "X received a phone call from Y": the two ends of a call. */
void slot_callers(const struct finder *finder, struct mention *mention, uint32_t noun);

#endif
