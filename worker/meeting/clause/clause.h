/*
 * clause.h -- who stands where in a clause: subject, object, complements.  Chunks are told by their
 * index.  A clause ends at ; : dashes, subordinators and, towards the right, at the next verb.
 */
#ifndef MEETING_CLAUSE_CLAUSE_H
#define MEETING_CLAUSE_CLAUSE_H

#include "annotate/verb.h"
#include "meeting/clause/chunk.h"

#define CLAUSE_NONE UINT32_MAX          /* no chunk */
#define CLAUSE_UNASKED (UINT32_MAX - 1) /* of an answer: not known yet; no set is it */

struct clause {
    const struct document *document;
    struct chunk_list chunks;
    struct answers {
        uint64_t governor;
        uint32_t preposition, subject;
    } * answers; /* [chunks.count]: what was found of each; NULL: nothing is kept */
};

/* A set of chunk types. */
#define TYPE(name) (UINT64_C(1) << CHUNK_##name)
/* What ends a clause. */
#define CLAUSE_LIMITS (TYPE(STOP) | TYPE(SUBORDINATOR))

/* What governs what follows, and what tells the circumstances. */
#define CLAUSE_PREPOSITIONS                                                                \
    (TYPE(OF) | TYPE(WITH) | TYPE(BETWEEN) | TYPE(BY) | TYPE(AT) | TYPE(TO) | TYPE(FROM) | \
     TYPE(HOST) | TYPE(FOLLOWING) | TYPE(SIDELINE) | TYPE(ACCOMPANIED) | TYPE(ABOUT) |     \
     TYPE(CAPACITY))
#define CLAUSE_ADJUNCTS (TYPE(DATE) | TYPE(TIME) | TYPE(PLACE) | TYPE(MODE) | TYPE(COMMA))

static inline const struct chunk *clause_chunk(const struct clause *clause, uint32_t index)
{
    return &clause->chunks.at[index];
}

static inline bool clause_is(const struct clause *clause, uint32_t index, uint64_t types)
{
    return index < clause->chunks.count && (types >> clause->chunks.at[index].type & 1);
}

/* What governs the chunk: the type of the preposition before it, as a set; 0 nothing. */
uint64_t clause_governor(const struct clause *clause, uint32_t index);

/* The chunk of the preposition that stands before the chunk and governs it, or CLAUSE_NONE. */
uint32_t clause_preposition(const struct clause *clause, uint32_t index);

/* "at a March 21 summit", "after Friday's talks", "at its Monday meeting": the chunk before the
 * date that stands before the NOUN at index, or CLAUSE_NONE; "on Monday talks resumed" has no
 * article. */
uint32_t clause_before_date(const struct clause *clause, uint32_t index);

/* What the FOLLOWING chunk at index says: "DURING", "AFTER" or "BEFORE"; "" when it is none; and
 * whether it is a SIDELINE that may be the meeting itself, "dans le cadre de". */
struct str clause_when(const struct clause *clause, uint32_t index);
bool clause_is_frame(const struct clause *clause, uint32_t index);

/* The verb of a VERB chunk; whether it is finite: neither infinitive nor participle. */
const struct verb *clause_verb(const struct clause *clause, uint32_t index);
bool clause_finite(const struct clause *clause, uint32_t index);

/* The subject of the verb at index: a PARTY, NOUN, PRONOUN or PLURAL_PRONOUN chunk.  Verbs joined
 * by "and" share theirs, a relative pronoun stands for what precedes it, an infinitive takes that
 * of its governing verb. */
uint32_t clause_subject(const struct clause *clause, uint32_t index);

/* The first chunk of types after index within the clause whose governor is one of governors
 * (bit 63: none).  A finite verb ends the search. */
uint32_t clause_after(const struct clause *clause, uint32_t index, uint64_t types,
                      uint64_t governors);
/* The first chunk that is no day, hour or place: "Lundi à Lyon, | A". */
uint32_t clause_opening(const struct clause *clause);
#define GOVERNOR_NONE (UINT64_C(1) << 63)

/* The finite verb that governs the infinitive or noun at index from the left. */
uint32_t clause_governing_verb(const struct clause *clause, uint32_t index);
/* "l'entretien a porté sur": whether an auxiliary of an unread verb stands right before. */
bool clause_unread_verb(const struct clause *clause, uint32_t index);

/* "X ira à Rome, a déclaré Y": who speaks behind the verb at index and what is said, or NONE. */
uint32_t clause_speaker_behind(const struct clause *clause, uint32_t index);

/* "lui et B": whether a pronoun is joined to the PARTY behind it; whether the chunk just joins. */
bool clause_joined(const struct clause *clause, uint32_t index);
bool clause_joins(const struct clause *clause, uint32_t index);
/* "in the presence of | B": he was there too; "(Oslo,) où": what is told behind it is there. */
bool clause_is_beside(const struct clause *clause, uint32_t index);
bool clause_is_where(const struct clause *clause, uint32_t index);

/* "received B before | attending": whether the verb is not finite, and all that follows its own. */
bool clause_is_sequel(const struct clause *clause, uint32_t index);
/* "a reçu B avant | de partir": whether the FOLLOWING chunk leads to a verb that no list has. */
bool clause_is_unread_sequel(const struct clause *clause, uint32_t index);
/* "told X about a student who met": whether the relative pronoun at index goes with a word that no
 * list has, behind an article of its own, and not with the PARTY before it. */
bool clause_is_of_unread(const struct clause *clause, uint32_t index, uint32_t party);

/* "une réunion (A et B) aura lieu": whether the chunk stands in brackets before the verb. */
bool clause_is_bracketed(const struct clause *clause, uint32_t index, uint32_t verb);

/* "en présence de X, arrivé": who is governed right before the comma of the participle, or NONE. */
uint32_t clause_apposed(const struct clause *clause, uint32_t index);

/* "In June, in their first call, A and B": whether it opens but for when, where and who says so. */
bool clause_is_opening(const struct clause *clause, uint32_t noun);

/* "ont tenu, à l'initiative de X, une": the comma that opens what that at index closes; index. */
uint32_t clause_aside(const struct clause *clause, uint32_t index);

/* "toured | Dane College to meet B": whether who does what index tells went to that party. */
bool clause_is_visited(const struct clause *clause, uint32_t party, uint32_t index);

/* "allowed pilgrims to go", "a permis à B de venir": the PARTY who does what the verb at bidding
 * lets another do at index; CLAUSE_NONE: no list has him; bidding itself: nobody is bidden. */
uint32_t clause_bidden(const struct clause *clause, uint32_t bidding, uint32_t index);

#endif
