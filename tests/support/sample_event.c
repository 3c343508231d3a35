#include "support/sample_event.h"

#include <stdio.h>

/* STR() where only a constant may stand. */
#define S(literal)                     \
    {                                  \
        (literal), sizeof(literal) - 1 \
    }

static const struct str NURTLEU_FORMS[] = {S("M. Nurtleu"), S("le ministre")};

static const struct participant PARTICIPANTS[] = {
    {.name = S("Murat Nurtleu"),
     .type = PARTY_PERSON,
     .role = S("vice-Premier ministre; ministre des Affaires étrangères"),
     .rank = RANK_DEPUTY_HEAD_OF_GOVERNMENT,
     .country = "KZ",
     .part = PART_HOST,
     .forms = NURTLEU_FORMS,
     .form_count = 2},
    {.role = S("ministre kirghize des Affaires étrangères"),
     .type = PARTY_PERSON,
     .rank = RANK_FOREIGN_MINISTER,
     .country = "KG"},
    {.name = S("Xinhua"), .type = PARTY_ORGANIZATION, .organization = S("Xinhua")},
};

static const struct outcome OUTCOMES[] = {
    {OUTCOME_COMMUNIQUE, S("un communiqué conjoint")},
};

static const struct relation PREPARES[] = {{RELATION_PREPARES, 1}};
static const struct relation PREPARED_BY[] = {{RELATION_PREPARED_BY, 0}};

static const struct evidence EVIDENCE[] = {
    {EVIDENCE_KIND, 0, SOURCE_TITLE, 0, 7, S("réunion")},
    {EVIDENCE_STATUS, 0, SOURCE_BODY, 10, 20, S("s'est tenue")},
    {EVIDENCE_NAME, 0, SOURCE_BODY, 3, 60, S("6e réunion")},
    {EVIDENCE_EDITION, 0, SOURCE_BODY, 3, 5, S("6e")},
    {EVIDENCE_START, 0, SOURCE_BODY, 70, 76, S("samedi")},
    {EVIDENCE_END, 0, SOURCE_BODY, 80, 88, S("dimanche")},
    {EVIDENCE_START_TIME, 0, SOURCE_BODY, 89, 97, S("15 h GMT")},
    {EVIDENCE_PREVIOUS_START, 0, SOURCE_BODY, 100, 108, S("vendredi")},
    {EVIDENCE_PLACE, 0, SOURCE_BODY, 110, 116, S("Almaty")},
    {EVIDENCE_PARTICIPANT, 2, SOURCE_BODY, 120, 126, S("Xinhua")},
    {EVIDENCE_PARTICIPANT_ROLE, 1, SOURCE_BODY, 130, 138, S("ministre")},
    {EVIDENCE_OUTCOME, 0, SOURCE_BODY, 140, 162, S("un communiqué conjoint")},
};

static const struct meeting FULL[] = {
    {.event_id = "8d6f0f0e-6c0b-5c43-9d0a-0f6f8f1f2a3b",
     .meeting_key = S("v1:chine-asie-centrale/6"),
     .kind = KIND_MINISTERIAL,
     .status = STATUS_HELD,
     .mode = MODE_IN_PERSON,
     .name = S("6e réunion"),
     .series = S("réunion"),
     .edition = 6,
     .start = {"2025-04-26"},
     .end = {"2025-04-27"},
     .previous_start = {"2025-04"},
     .start_time = "15:00+02:00",
     .date_text = S("samedi"),
     .date_basis = DATE_BASIS_PUBLICATION,
     .place = {.told = true,
               .text = S("Almaty, au Kazakhstan"),
               .venue = S("Palais de l'Indépendance"),
               .city = S("Almaty"),
               .city_name = S("Almaty"),
               .country = "KZ",
               .geonames_id = 1526384,
               .latitude = 43.25249,
               .longitude = 76.9115,
               .basis = PLACE_BASIS_EXPLICIT},
     .participants = PARTICIPANTS,
     .participant_count = 3,
     .topics = {TOPIC_DIPLOMATIC, TOPIC_ECONOMIC},
     .topic_count = 2,
     .outcomes = OUTCOMES,
     .outcome_count = 1,
     .relations = PREPARES,
     .relation_count = 1,
     .cameo_code = "040",
     .evidence = EVIDENCE,
     .evidence_count = sizeof EVIDENCE / sizeof *EVIDENCE,
     .confidence = 0.85f},
    {.event_id = "2b1c6a52-1d0e-5f4b-8b7a-7f0a4f4d5e6f",
     .kind = KIND_SUMMIT,
     .status = STATUS_SCHEDULED,
     .relations = PREPARED_BY,
     .relation_count = 1,
     .confidence = 0.5f},
};

static const struct article FULL_ARTICLE = {
    .id = S("urn:news:42"),
    .url = S("https://example.org/42?a=1&b=2"),
    .source = S("Agence"),
    .title = S("Chine-Asie centrale : 6e réunion"),
    .body = S("…"),
    .published = {.told = true, .day = {2025, 4, 27}, .instant_ms = 1745712000123},
};

static struct event_context context_of(struct arena *arena, const struct article *article,
                                       const struct meeting *meetings, size_t count)
{
    struct extraction *extraction = ARENA_ARRAY(arena, struct extraction, 1);
    *extraction = (struct extraction){
        .meetings = meetings, .meeting_count = count, .extractor = STR("meetingd 0.1.0 fr/1")};
    return (struct event_context){article, extraction};
}

static struct event_context sample_full(struct arena *arena)
{
    struct event_context context = context_of(arena, &FULL_ARTICLE, FULL, 2);
    struct extraction *extraction = ARENA_ARRAY(arena, struct extraction, 1);
    *extraction = *context.extraction;
    extraction->language = STR("fr");
    context.extraction = extraction;
    return context;
}

static struct event_context sample_empty(struct arena *arena)
{
    static const struct article article = {.id = S("x")};
    static const struct meeting meeting = {.event_id = "00000000-0000-5000-8000-000000000000",
                                           .kind = KIND_TALKS,
                                           .status = STATUS_HELD};
    return context_of(arena, &article, &meeting, 1);
}

static void enums_fill(struct arena *arena, struct meeting *meeting, unsigned i)
{
    struct participant *participant = ARENA_ARRAY(arena, struct participant, 1);
    struct outcome *outcome = ARENA_ARRAY(arena, struct outcome, 1);
    struct relation *relation = ARENA_ARRAY(arena, struct relation, 1);
    struct evidence *evidence = ARENA_ARRAY(arena, struct evidence, 1);
    *participant = (struct participant){.type = (enum party_type)(i % PARTY_TYPE_COUNT),
                                        .rank = (enum rank)(i % RANK_COUNT),
                                        .part = (enum part)(i % PART_COUNT)};
    *outcome = (struct outcome){(enum outcome_type)(i % OUTCOME_TYPE_COUNT), STR("so")};
    *relation = (struct relation){(enum relation_type)(i % RELATION_TYPE_COUNT), (uint16_t)(i / 2)};
    *evidence = (struct evidence){.field = (enum evidence_field)(i % EVIDENCE_FIELD_COUNT),
                                  .index = (uint16_t)(i % 2 ? UINT16_MAX : 0),
                                  .source = i % 2 ? SOURCE_BODY : SOURCE_TITLE,
                                  .end = i,
                                  .quote = STR("so")};
    *meeting = (struct meeting){.kind = (enum meeting_kind)(i % KIND_COUNT),
                                .status = (enum meeting_status)(i % STATUS_COUNT),
                                .mode = (enum meeting_mode)(i % MODE_COUNT),
                                .date_basis = (enum date_basis)(i % DATE_BASIS_COUNT),
                                .place = {.told = true,
                                          .text = STR("there"),
                                          .basis = (enum place_basis)(i % PLACE_BASIS_COUNT)},
                                .participants = participant,
                                .participant_count = 1,
                                .topics = {(enum topic)(i % TOPIC_COUNT)},
                                .topic_count = 1,
                                .outcomes = outcome,
                                .outcome_count = 1,
                                .relations = relation,
                                .relation_count = 1,
                                .evidence = evidence,
                                .evidence_count = 1,
                                .confidence = (float)i / 25.0f};
    snprintf(meeting->event_id, sizeof meeting->event_id, "00000000-0000-5000-8000-%012u", i);
}

static struct event_context sample_enums(struct arena *arena)
{
    struct meeting *meetings = ARENA_ARRAY(arena, struct meeting, TOPIC_COUNT);
    for (unsigned i = 0; i < TOPIC_COUNT; i++)
        enums_fill(arena, &meetings[i], i);
    return context_of(arena, &FULL_ARTICLE, meetings, TOPIC_COUNT);
}

/* What JSON must escape, its neighbours that it must not, and the ends of UTF-8's ranges. */
static struct str strange_text(void)
{
    return STR("\x01\x02\b\t\n\v\f\r\x1b\x1f \"quoted\" back\\slash / \x7f \xc2\x80 \xc2\x85 "
               "\xc2\x9f \xc2\xa0 \xc3\xa9 \xe2\x80\xa7 \xe2\x80\xa8 \xe2\x80\xa9 \xe2\x80\xaa "
               "\xe2\x81\xa8 \xef\xbf\xbf \xf0\x9f\xa4\x9d \xf4\x8f\xbf\xbf");
}

static struct event_context sample_extreme(struct arena *arena)
{
    enum { MANY = UINT16_MAX, LONG = 20000 };
    struct str strange = strange_text();
    char *longest = arena_alloc(arena, LONG);
    memset(longest, 'x', LONG);
    struct str *forms = ARENA_ARRAY(arena, struct str, MANY);
    for (size_t i = 0; i < MANY; i++)
        forms[i] = i % 2 ? STR("form") : STR("");
    struct participant *participant = ARENA_ARRAY(arena, struct participant, 1);
    *participant = (struct participant){
        .name = strange, .role = str_make(longest, LONG), .forms = forms, .form_count = MANY};
    struct evidence *evidence = ARENA_ARRAY(arena, struct evidence, 1);
    *evidence = (struct evidence){.begin = INT32_MAX - 1, .end = INT32_MAX, .quote = strange};
    struct meeting *meeting = ARENA_ARRAY(arena, struct meeting, 1);
    *meeting = (struct meeting){.event_id = "ffffffff-ffff-5fff-bfff-ffffffffffff",
                                .name = S("nul \0 in it"),
                                .edition = INT32_MAX,
                                .place = {.told = true,
                                          .geonames_id = INT32_MAX,
                                          .latitude = -1.0 / 3.0,
                                          .longitude = -179.999999,
                                          .basis = PLACE_BASIS_CONTEXT},
                                .participants = participant,
                                .participant_count = 1,
                                .evidence = evidence,
                                .evidence_count = 1,
                                .confidence = 1.0f / 3.0f};
    struct article *article = ARENA_ARRAY(arena, struct article, 1);
    *article = (struct article){
        .id = strange, .title = strange, .published = {.told = true, .instant_ms = INT64_MIN}};
    return context_of(arena, article, meeting, 1);
}

struct event_context sample_context(struct arena *arena, enum sample sample)
{
    static struct event_context (*const makers[SAMPLE_COUNT])(struct arena *) = {
        [SAMPLE_FULL] = sample_full,
        [SAMPLE_EMPTY] = sample_empty,
        [SAMPLE_ENUMS] = sample_enums,
        [SAMPLE_EXTREME] = sample_extreme,
    };
    return makers[sample](arena);
}
