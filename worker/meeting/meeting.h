/*
 * meeting.h -- what a meeting is: the events that an article reports.
 *
 *     annotations --find--> mentions --merge--> struct meeting --record--> bytes
 *
 * Plain data, the shape of schemas/meeting_event.avsc.  A str whose len is 0 is
 * "not told" (null in the record).  Everything lives in the article's arena.
 */
#ifndef MEETING_MEETING_H
#define MEETING_MEETING_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

/* Each list is X(NAME); the record writes the names, zero is the neutral value. */
/* clang-format off */
#define MEETING_KIND_MAP(X)                                                                 \
    X(OTHER)                                                                                \
    X(SUMMIT) X(MINISTERIAL) X(SESSION) X(CONFERENCE) X(NEGOTIATION) X(VISIT) X(CALL) X(TALKS)
#define MEETING_STATUS_MAP(X)                                                               \
    X(UNKNOWN)                                                                              \
    X(HELD) X(ONGOING) X(SCHEDULED) X(PROPOSED) X(POSTPONED) X(CANCELLED) X(DENIED)
#define MEETING_MODE_MAP(X) X(UNKNOWN) X(IN_PERSON) X(PHONE) X(VIDEO) X(HYBRID)
#define DATE_BASIS_MAP(X) X(NONE) X(EXPLICIT) X(DATELINE) X(PUBLICATION) X(CONTEXT)
#define PLACE_BASIS_MAP(X) X(EXPLICIT) X(DATELINE) X(HOST) X(CONTEXT)
#define PARTY_TYPE_MAP(X) X(PERSON) X(COUNTRY) X(ORGANIZATION) X(GROUP)
#define RANK_MAP(X)                                                                         \
    X(NONE)                                                                                 \
    X(HEAD_OF_STATE) X(HEAD_OF_GOVERNMENT) X(DEPUTY_HEAD_OF_GOVERNMENT) X(FOREIGN_MINISTER) \
    X(MINISTER) X(DEPUTY_MINISTER) X(AMBASSADOR) X(ENVOY) X(LEGISLATOR) X(OFFICIAL)         \
    X(MILITARY) X(EXECUTIVE)
#define PART_MAP(X) X(ATTENDEE) X(HOST) X(CHAIR) X(MEDIATOR) X(VISITOR) X(ABSENT)
/* PLOVER's contexts (Open Event Data Alliance, PLOVER codebook). */
#define TOPIC_MAP(X)                                                                        \
    X(OTHER)                                                                                \
    X(POLITICAL) X(MILITARY) X(ECONOMIC) X(DIPLOMATIC) X(RESOURCE) X(CULTURE) X(DISEASE)    \
    X(DISASTER) X(REFUGEE) X(MIGRATION) X(HUMAN_RIGHTS) X(ELECTION) X(LEGISLATIVE)          \
    X(ENVIRONMENT) X(LEGAL) X(CORRUPTION) X(TERRORISM) X(CRIME) X(CYBER) X(TECHNOLOGY)      \
    X(HUMANITARIAN) X(PEACEKEEPING) X(TERRITORY) X(REPRESSION) X(SPORTS)
#define OUTCOME_MAP(X)                                                                      \
    X(OTHER)                                                                                \
    X(COMMUNIQUE) X(JOINT_STATEMENT) X(DECLARATION) X(AGREEMENT) X(CONSENSUS) X(NO_AGREEMENT)
/* OTHER is never written: older readers take it for what they don't know. */
#define RELATION_MAP(X)                                                                     \
    X(NEXT_EDITION) X(PREVIOUS_EDITION) X(SUB_EVENT) X(SUPER_EVENT) X(PREPARES) X(PREPARED_BY) X(OTHER)
/* clang-format on */

#define X_KIND(n) KIND_##n,
#define X_STATUS(n) STATUS_##n,
#define X_MODE(n) MODE_##n,
#define X_DATE_BASIS(n) DATE_BASIS_##n,
#define X_PLACE_BASIS(n) PLACE_BASIS_##n,
#define X_PARTY(n) PARTY_##n,
#define X_RANK(n) RANK_##n,
#define X_PART(n) PART_##n,
#define X_TOPIC(n) TOPIC_##n,
#define X_OUTCOME(n) OUTCOME_##n,
#define X_RELATION(n) RELATION_##n,
enum meeting_kind { MEETING_KIND_MAP(X_KIND) KIND_COUNT };
enum meeting_status { MEETING_STATUS_MAP(X_STATUS) STATUS_COUNT };
enum meeting_mode { MEETING_MODE_MAP(X_MODE) MODE_COUNT };
enum date_basis { DATE_BASIS_MAP(X_DATE_BASIS) DATE_BASIS_COUNT };
enum place_basis { PLACE_BASIS_MAP(X_PLACE_BASIS) PLACE_BASIS_COUNT };
enum party_type { PARTY_TYPE_MAP(X_PARTY) PARTY_TYPE_COUNT };
enum rank { RANK_MAP(X_RANK) RANK_COUNT };
enum part { PART_MAP(X_PART) PART_COUNT };
enum topic { TOPIC_MAP(X_TOPIC) TOPIC_COUNT };
enum outcome_type { OUTCOME_MAP(X_OUTCOME) OUTCOME_TYPE_COUNT };
enum relation_type { RELATION_MAP(X_RELATION) RELATION_TYPE_COUNT };

/* Where a text stands, in Unicode code points of the title or of the body. */
enum source { SOURCE_TITLE, SOURCE_BODY };

/* What an evidence proves; index is the participant's or outcome's place in its array. */
enum evidence_field {
    EVIDENCE_KIND,
    EVIDENCE_STATUS,
    EVIDENCE_NAME,
    EVIDENCE_EDITION,
    EVIDENCE_START,
    EVIDENCE_END,
    EVIDENCE_START_TIME,
    EVIDENCE_PREVIOUS_START,
    EVIDENCE_PLACE,
    EVIDENCE_PARTICIPANT,      /* participants[i] */
    EVIDENCE_PARTICIPANT_ROLE, /* participants[i].role */
    EVIDENCE_OUTCOME,          /* outcomes[i] */
    EVIDENCE_FIELD_COUNT
};

struct evidence {
    enum evidence_field field;
    uint16_t index;
    enum source source;
    uint32_t begin, end; /* code points, half open */
    struct str quote;    /* the text at that place */
};

/* ISO 8601 at the precision known: "2025-04-26", "2025-04", "2025"; "" is null. */
struct iso_date {
    char text[11];
};

struct place {
    bool told;            /* false: the record's place is null */
    struct str text;      /* as written: "à Almaty, au Kazakhstan" without the preposition */
    struct str venue;     /* "Bocharov Ruchei" */
    struct str city;      /* as written */
    struct str city_name; /* GeoNames' main name */
    char country[3];      /* ISO 3166-1 alpha-2, "" is null */
    int32_t geonames_id;  /* 0 is null, and then latitude and longitude are null too */
    double latitude, longitude;
    enum place_basis basis;
};

struct participant {
    struct str name; /* empty: told by office only */
    enum party_type type;
    struct str role; /* as written; several joined by "; " */
    enum rank rank;
    char country[3];
    struct str organization;
    enum part part;
    const struct str *forms; /* the other ways the article names them */
    uint16_t form_count;
};

struct outcome {
    enum outcome_type type;
    struct str text;
};

struct relation {
    enum relation_type type;
    uint16_t meeting; /* index in the same article's meetings */
};

struct meeting {
    char event_id[37];      /* UUID, lower case */
    struct str meeting_key; /* "v1:…" or empty */
    enum meeting_kind kind;
    enum meeting_status status;
    enum meeting_mode mode;
    struct str name, series;
    int32_t edition; /* 0 is null */
    struct iso_date start, end, previous_start;
    char start_time[12]; /* "15:00", "15:00Z", "15:00+02:00"; "" is null */
    struct str date_text;
    enum date_basis date_basis;
    struct place place;
    const struct participant *participants;
    uint16_t participant_count;
    enum topic topics[8];
    uint16_t topic_count;
    const struct outcome *outcomes;
    uint16_t outcome_count;
    const struct relation *relations;
    uint16_t relation_count;
    char cameo_code[4]; /* "036", "040".."046"; "" is null */
    const struct evidence *evidence;
    uint16_t evidence_count;
    float confidence; /* 0 to 1 */
};

/* The names of the enums' values, as the record writes them: "SUMMIT". */
const char *meeting_kind_name(enum meeting_kind kind);
const char *meeting_status_name(enum meeting_status status);
const char *meeting_mode_name(enum meeting_mode mode);
const char *date_basis_name(enum date_basis basis);
const char *place_basis_name(enum place_basis basis);
const char *party_type_name(enum party_type type);
const char *rank_name(enum rank rank);
bool rank_is_head(enum rank rank); /* of a state or a government: theirs is a summit */
bool rank_is_minister(enum rank rank);
const char *part_name(enum part part);
const char *topic_name(enum topic topic);
const char *outcome_type_name(enum outcome_type type);
const char *relation_type_name(enum relation_type type);

#endif
