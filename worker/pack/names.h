/*
 * names.h -- the names that the engine and the packs agree on.
 *
 * Packs are free to add lexicons, word classes and kinds for their own rules; those below are
 * the ones that a C file asks for.  Each list is X(enum, "name in the files").
 */
#ifndef PACK_NAMES_H
#define PACK_NAMES_H

/* Stages, in the order in which they run. */
#define STAGE_MAP(X)                                                             \
    X(NUMBER, "number") /* numbers in words, ordinals */                         \
    X(DATE, "date")     /* dates, times of day, spans */                         \
    X(NAME, "name")     /* organisations, places, offices: what names a thing */ \
    X(GROUP, "group")   /* verb groups; noun groups */                           \
    X(PHRASE, "phrase") /* roles with their countries, parties, appositions */   \
    X(CLAUSE, "clause") /* patterns over whole clauses */

/* Capture names and the names of a rule's constants. */
#define CAPTURE_MAP(X)                                                                          \
    X(DAY, "day")                                                                               \
    X(MONTH, "month") X(YEAR, "year") X(WEEKDAY, "weekday") X(DAY2, "day2") X(MONTH2, "month2") \
        X(YEAR2, "year2") X(WEEKDAY2, "weekday2") X(COUNT, "count") X(UNIT, "unit")             \
            X(DIRECTION, "direction") X(OFFSET, "offset") X(FEAST, "feast") X(PART, "part")     \
                X(HOUR, "hour") X(MINUTE, "minute") X(ZONE, "zone") X(HALF, "half")             \
                    X(TYPE, "type") X(RANK, "rank") X(OFFICE, "office") X(COUNTRY, "country")   \
                        X(ORGANIZATION, "organization") X(PLACE, "place") X(PERSON, "person")   \
                            X(NAME, "name") X(ROLE, "role") X(TENSE, "tense") X(VOICE, "voice") \
                                X(POLARITY, "polarity") X(MODALITY, "modality") X(VERB, "verb") \
                                    X(KIND, "kind") X(STATUS, "status") X(MODE, "mode")         \
                                        X(EDITION, "edition") X(WHO, "who") X(WITH, "with")     \
                                            X(HOST, "host") X(WHERE, "where") X(WHEN, "when")   \
                                                X(OUTCOME, "outcome") X(NUMBER, "number")

#define X_STAGE(n, text) STAGE_##n,
#define X_CAPTURE(n, text) CAPTURE_##n,
enum stage { STAGE_MAP(X_STAGE) STAGE_COUNT };
enum capture_name { CAPTURE_MAP(X_CAPTURE) CAPTURE_NAME_COUNT };

#endif
