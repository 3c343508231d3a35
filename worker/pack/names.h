/*
 * names.h -- the names that the engine and the packs agree on.
 *
 * Packs are free to add lexicons, word classes, tags and kinds for their own rules; those below
 * are the ones that a C file asks for, with numbers known when it is compiled.  Each list is
 * X(ENUM, "name in the files").
 */
#ifndef PACK_NAMES_H
#define PACK_NAMES_H

#include <stdint.h>

/* clang-format off: one name a line */

/* Stages, in the order in which they run. */
#define STAGE_MAP(X)    \
    X(NUMBER, "number") \
    X(DATE, "date")     \
    X(NAME, "name")     \
    X(GROUP, "group")   \
    X(PHRASE, "phrase") \
    X(CLAUSE, "clause")

/* Capture names and the names of a rule's constants. */
#define CAPTURE_MAP(X)              \
    X(DAY, "day")                   \
    X(MONTH, "month")               \
    X(YEAR, "year")                 \
    X(WEEKDAY, "weekday")           \
    X(DAY2, "day2")                 \
    X(MONTH2, "month2")             \
    X(YEAR2, "year2")               \
    X(WEEKDAY2, "weekday2")         \
    X(COUNT, "count")               \
    X(UNIT, "unit")                 \
    X(DIRECTION, "direction")       \
    X(OFFSET, "offset")             \
    X(FEAST, "feast")               \
    X(PART, "part")                 \
    X(HOUR, "hour")                 \
    X(MINUTE, "minute")             \
    X(ZONE, "zone")                 \
    X(HALF, "half")                 \
    X(TYPE, "type")                 \
    X(RANK, "rank")                 \
    X(OFFICE, "office")             \
    X(COUNTRY, "country")           \
    X(ORGANIZATION, "organization") \
    X(PLACE, "place")               \
    X(PERSON, "person")             \
    X(NAME, "name")                 \
    X(ROLE, "role")                 \
    X(TENSE, "tense")               \
    X(VOICE, "voice")               \
    X(POLARITY, "polarity")         \
    X(MODALITY, "modality")         \
    X(VERB, "verb")                 \
    X(KIND, "kind")                 \
    X(STATUS, "status")             \
    X(MODE, "mode")                 \
    X(EDITION, "edition")           \
    X(WHO, "who")                   \
    X(WITH, "with")                 \
    X(HOST, "host")                 \
    X(WHERE, "where")               \
    X(WHEN, "when")                 \
    X(OUTCOME, "outcome")           \
    X(NUMBER, "number")             \
    X(PORTFOLIO, "portfolio")       \
    X(PREFIX, "prefix")             \
    X(SUFFIX, "suffix")             \
    X(PLURAL, "plural")             \
    X(HOUR2, "hour2")               \
    X(MINUTE2, "minute2")           \
    X(REFERENCE, "reference")

/* Kinds of annotations that rules and C stages make. */
#define KIND_MAP(X)         \
    X(DATE, "DATE")         \
    X(TIME, "TIME")         \
    X(DURATION, "DURATION") \
    X(NUMBER, "NUMBER")     \
    X(NAME, "NAME")         \
    X(ORG, "ORG")           \
    X(ROLE, "ROLE")         \
    X(VERB, "VERB")         \
    X(PARTY, "PARTY")       \
    X(LAND, "LAND")         \
    X(PLACE, "PLACE")       \
    X(MEETING, "MEETING")

/* Lexicons (lexicon/NAME.txt); each is a kind of annotation too. */
#define LEXICON_MAP(X)              \
    X(MONTH, "month")               \
    X(WEEKDAY, "weekday")           \
    X(DAYPERIOD, "dayperiod")       \
    X(NUMBER, "number")             \
    X(ORDINAL, "ordinal")           \
    X(UNIT, "unit")                 \
    X(COUNTRY, "country")           \
    X(DEMONYM, "demonym")           \
    X(INSTITUTION, "institution")   \
    X(CITY, "city")                 \
    X(REGION, "region")             \
    X(VENUE, "venue")               \
    X(ORGANIZATION, "organization") \
    X(ORGHEAD, "orghead")           \
    X(ORGNOUN, "orgnoun")           \
    X(MEDIA, "media")               \
    X(SERIES, "series")             \
    X(GIVENNAME, "givenname")       \
    X(SURNAME, "surname")           \
    X(FIGURE, "figure")             \
    X(HONORIFIC, "honorific")       \
    X(OFFICE, "office")             \
    X(OFFICEPREFIX, "officeprefix") \
    X(OFFICESUFFIX, "officesuffix") \
    X(PORTFOLIO, "portfolio")       \
    X(COUNTERPART, "counterpart")   \
    X(GROUPNOUN, "groupnoun")       \
    X(DELEGATION, "delegation")     \
    X(MEETNOUN, "meetnoun")         \
    X(MEETVERB, "meetverb")         \
    X(EVENTVERB, "eventverb")       \
    X(EVENTNOUN, "eventnoun")       \
    X(AUX, "aux")                   \
    X(SPEECHVERB, "speechverb")     \
    X(WITH, "with")                 \
    X(BETWEEN, "between")           \
    X(ACCOMPANIED, "accompanied")   \
    X(PRESENCE, "presence")         \
    X(HOST, "host")                 \
    X(SIDELINE, "sideline")         \
    X(FOLLOWING, "following")       \
    X(NEXTPREVIOUS, "nextprevious") \
    X(MODEPHRASE, "modephrase")     \
    X(EDITIONWORD, "editionword")   \
    X(OUTCOME, "outcome")           \
    X(OUTCOMEVERB, "outcomeverb")   \
    X(TOPIC, "topic")               \
    X(FALSEFRIEND, "falsefriend")   \
    X(BOILERPLATE, "boilerplate")   \
    X(SPORTWORD, "sportword")       \
    X(WELCOME, "welcome")           \
    X(ASIDE, "aside")               \
    X(JOINT, "joint")               \
    X(RESUMING, "resuming")         \
    X(ABSOLUTE, "absolute")         \
    X(TITLED, "titled")             \
    X(CAPACITY, "capacity")         \
    X(LATTER, "latter")             \
    X(BEHALF, "behalf")             \
    X(ABSENCE, "absence")           \
    X(GRANT, "grant")               \
    X(VISITOR, "visitor")           \
    X(FLOOR, "floor")               \
    X(SEQUEL, "sequel")             \
    X(GENDER, "gender")             \
    X(SINGULAR, "singular")

/* Word classes (words/NAME.txt). */
#define CLASS_MAP(X)                        \
    X(DETERMINER, "determiner")             \
    X(POSSESSIVE, "possessive")             \
    X(DEMONSTRATIVE, "demonstrative")       \
    X(AND, "and")                           \
    X(OR, "or")                             \
    X(OF, "of")                             \
    X(AT, "at")                             \
    X(TO, "to")                             \
    X(FROM, "from")                         \
    X(BY, "by")                             \
    X(RELATIVE, "relative")                 \
    X(NEGATION, "negation")                 \
    X(REFLEXIVE, "reflexive")               \
    X(PRONOUN, "pronoun")                   \
    X(PLURAL_PRONOUN, "plural_pronoun")     \
    X(SUBORDINATOR, "subordinator")         \
    X(ADVERB, "adverb")                     \
    X(QUANTIFIER, "quantifier")             \
    X(PARTICLE, "particle")                 \
    X(STOPWORD, "stopword")                 \
    X(FOREIGN, "foreign")                   \
    X(SUFFIX, "suffix")                     \
    X(MEETADJECTIVE, "meetadjective")       \
    X(ABOUT, "about")                       \
    X(THERE, "there")                       \
    X(INDEFINITE, "indefinite")             \
    X(WHERE, "where")                       \
    X(NEUTER, "neuter")                     \
    X(APART, "apart")                       \
    X(FURTHER, "further")                   \
    X(STANDIN, "standin")                   \
    X(MATTER, "matter")                     \
    X(FUTUREENDING, "futureending")         \
    X(ROUND, "round")                       \
    X(OBJECTIVE, "objective")               \
    X(INFINITIVEENDING, "infinitiveending") \
    X(AMOUNTS, "amounts")                   \
    X(DISTANCE, "distance")                 \
    X(EVENTUAL, "eventual")                 \
    X(FORMER, "former")                     \
    X(HERE, "here")                         \
    X(HOURS, "hours")                       \
    X(INCLUDING, "including")               \
    X(INSIDE, "inside")                     \
    X(MUTUAL, "mutual")                     \
    X(ONWARD, "onward")                     \
    X(PAIR, "pair")                         \
    X(POSSIBILITY, "possibility")           \
    X(RESPECTIVE, "respective")             \
    X(SELF, "self")                         \
    X(SINCE, "since")                       \
    X(TOWN, "town")                         \
    X(UNTIL, "until")

/* Word classes that a pack may do without. */
#define OPTIONAL_MAP(X)         \
    X(EPITHET, "epithet")       \
    X(HOUSE, "house")           \
    X(PATRONYMIC, "patronymic") \
    X(PROCLITIC, "proclitic")   \
    X(REASON, "reason")         \
    X(THEIR, "their")

/* Tags of forms: tense, voice and number. */
#define TAG_MAP(X)  \
    X(PRES, "PRES") \
    X(PAST, "PAST") \
    X(IMPF, "IMPF") \
    X(FUT, "FUT")   \
    X(COND, "COND") \
    X(SUBJ, "SUBJ") \
    X(INF, "INF")   \
    X(PP, "PP")     \
    X(GER, "GER")   \
    X(SING, "SING") \
    X(PLUR, "PLUR") \
    X(MASC, "MASC") \
    X(FEM, "FEM")   \
    X(PREFIX, "PREFIX")

/* clang-format on */

#define X_STAGE(n, text) STAGE_##n,
#define X_CAPTURE(n, text) CAPTURE_##n,
#define X_ANNOTATION(n, text) ANNOTATION_##n,
#define X_LEXICON(n, text) LEXICON_##n,
#define X_CLASS_INDEX(n, text) CLASS_INDEX_##n,
#define X_OPTIONAL(n, text) OPTIONAL_##n,
#define X_TAG(n, text) TAG_##n,

enum stage { STAGE_MAP(X_STAGE) STAGE_COUNT };
enum capture_name { CAPTURE_MAP(X_CAPTURE) CAPTURE_NAME_COUNT };

/* Numbers of kinds: 0 is none; a pack's own kinds and lexicons follow after KIND_FREE. */
enum annotation_kind { ANNOTATION_NONE, KIND_MAP(X_ANNOTATION) LEXICON_MAP(X_LEXICON) KIND_FREE };

/* The bit of a word class in pack_token_classes(): CLASS(OF). A pack's own classes follow. */
enum class_index { CLASS_MAP(X_CLASS_INDEX) CLASS_FREE };
#define CLASS(name) (UINT64_C(1) << CLASS_INDEX_##name)

enum optional_class { OPTIONAL_MAP(X_OPTIONAL) OPTIONAL_COUNT };

/* Numbers of tags: 0 is none; a pack's own tags follow after TAG_FREE. */
enum tag { TAG_NONE, TAG_MAP(X_TAG) TAG_FREE };

#endif
