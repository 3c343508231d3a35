#include "meeting/build/build.h"

#include <stdio.h>

#include "annotate/look.h"

/* Values that are told once, outcomes with them; and for each participant. */
enum { EVIDENCE_FIXED = 18, EVIDENCE_PER_PARTY = 1 + PARTY_ROLES };

void build_evidence(struct builder *builder, enum evidence_field field, unsigned index,
                    struct span words)
{
    if (words.end <= words.begin || builder->evidence_count == builder->evidence_max)
        return;
    const struct document *document = builder->document;
    const struct token *first = look_token(document, words.begin);
    const struct token *last = look_token(document, words.end - 1);
    builder->evidence[builder->evidence_count++] = (struct evidence){
        .field = field,
        .index = (uint16_t)index,
        .source = first->flags & TOKEN_TITLE ? SOURCE_TITLE : SOURCE_BODY,
        .begin = first->point,
        .end = last->point + last->points,
        .quote = document_text(document, words.begin, words.end),
    };
}

static struct span span_of(const struct annotation *annotation)
{
    return annotation ? (struct span){annotation->begin, annotation->end} : (struct span){0, 0};
}

static struct str text_of(const struct builder *builder, struct span words)
{
    return words.end > words.begin ? document_text(builder->document, words.begin, words.end)
                                   : (struct str){NULL, 0};
}

static void build_kind(struct builder *builder)
{
    const struct occasion *occasion = builder->occasion;
    const struct mention *first = occasion->mentions[0];
    const struct mention *kind = first;
    for (unsigned i = 0; i < occasion->mention_count; i++) {
        if (occasion->mentions[i]->kind == occasion->kind) {
            kind = occasion->mentions[i];
            break;
        }
    }
    builder->meeting->kind = occasion->kind;
    builder->meeting->status = occasion->status;
    builder->meeting->mode = occasion->mode;
    build_evidence(builder, EVIDENCE_KIND, 0, kind->trigger);
    build_evidence(builder, EVIDENCE_STATUS, 0, occasion->status_from->status_words);
}

static void build_name(struct builder *builder)
{
    const struct mention *named = builder->occasion->named;
    const struct mention *described = builder->occasion->described;
    struct meeting *meeting = builder->meeting;
    if (described) {
        meeting->name = text_of(builder, described->label.words);
        build_evidence(builder, EVIDENCE_NAME, 0, described->label.words);
    }
    if (!named)
        return;
    meeting->name = text_of(builder, named->label.name);
    meeting->series = text_of(builder, named->label.series);
    build_evidence(builder, EVIDENCE_NAME, 0, named->label.name);
    if (named->label.edition > 0) {
        meeting->edition = named->label.edition;
        build_evidence(builder, EVIDENCE_EDITION, 0, named->label.ordinal);
    }
}

static void build_time(struct builder *builder)
{
    for (unsigned i = 0; i < builder->occasion->mention_count; i++) {
        const struct annotation *annotation = builder->occasion->mentions[i]->time;
        const struct time *time = annotation ? annotation->detail : NULL;
        if (!time)
            continue;
        snprintf(builder->meeting->start_time, sizeof builder->meeting->start_time, "%02u:%02u%.6s",
                 (unsigned)time->hour % 24, (unsigned)time->minute % 60, time->zone);
        build_evidence(builder, EVIDENCE_START_TIME, 0, span_of(annotation));
        return;
    }
}

static void build_date(struct builder *builder)
{
    const struct when *when = &builder->occasion->when;
    struct meeting *meeting = builder->meeting;
    const struct annotation *words = when->start_words      ? when->start_words
                                     : when->previous_words ? when->previous_words
                                                            : when->end_words;
    meeting->date_basis = when->start.text[0] ? when->basis : DATE_BASIS_NONE;
    if (!words)
        return;
    meeting->date_text = text_of(builder, span_of(words));
    if (when->previous.text[0]) {
        meeting->previous_start = when->previous;
        build_evidence(builder, EVIDENCE_PREVIOUS_START, 0, span_of(when->previous_words));
    }
    if (when->start.text[0]) {
        meeting->start = when->start;
        build_evidence(builder, EVIDENCE_START, 0, span_of(when->start_words));
    }
    if (when->end.text[0] && strcmp(when->end.text, when->start.text) != 0) {
        meeting->end = when->end;
        build_evidence(builder, EVIDENCE_END, 0, span_of(when->end_words));
    }
}

static bool is_own(const struct occasion *occasion, const struct mention *mention)
{
    for (unsigned i = 0; i < occasion->mention_count; i++) {
        if (occasion->mentions[i] == mention)
            return true;
    }
    return false;
}

static enum place_basis basis_of(const struct story *story, const struct occasion *occasion)
{
    const uint32_t words = occasion->placed->place->begin;
    if (is_own(occasion, occasion->placed))
        return PLACE_BASIS_EXPLICIT;
    if (words >= story->reference.begin && words < story->reference.end)
        return PLACE_BASIS_DATELINE;
    return occasion->at_host ? PLACE_BASIS_HOST : PLACE_BASIS_CONTEXT;
}

static void build_place(struct builder *builder)
{
    const struct occasion *occasion = builder->occasion;
    struct place *place = &builder->meeting->place;
    if (!occasion->placed)
        return;
    const struct annotation *annotation = occasion->placed->place;
    const struct spot *spot = annotation->detail;
    place->told = true;
    if (annotation->kind == ANNOTATION_PLACE)
        place->text = text_of(builder, span_of(annotation));
    memcpy(place->country, spot->country, 3);
    place->basis = basis_of(builder->story, occasion);
    if (spot->venue) {
        place->venue = text_of(builder, span_of(spot->venue));
        place->city_name = look_lexeme(builder->document, spot->venue)->name;
    }
    if (spot->city) {
        const struct lexeme *city = look_lexeme(builder->document, spot->city);
        place->city = text_of(builder, span_of(spot->city));
        place->city_name = city->name;
        place->geonames_id = city->geonames_id > 0 ? city->geonames_id : 0;
        place->latitude = city->latitude;
        place->longitude = city->longitude;
    }
    build_evidence(builder, EVIDENCE_PLACE, 0, span_of(annotation));
}

static void build_mode(struct meeting *meeting)
{
    const bool visited = meeting->kind == KIND_VISIT;
    if (meeting->mode == MODE_UNKNOWN && (meeting->place.told || visited))
        meeting->mode = MODE_IN_PERSON;
}

static void build_outcomes(struct builder *builder)
{
    struct outcome *outcomes = ARENA_ROOM(builder->document->arena, struct outcome, 8);
    unsigned count = 0;
    if (!outcomes) {
        builder->memory_out = true;
        return;
    }
    for (unsigned i = 0; i < builder->occasion->mention_count; i++) {
        const struct mention *mention = builder->occasion->mentions[i];
        for (unsigned o = 0; o < mention->outcome_count && count < 8; o++) {
            bool known = false;
            for (unsigned k = 0; k < count; k++)
                known |= outcomes[k].type == mention->outcomes[o].type;
            if (known)
                continue;
            outcomes[count].type = mention->outcomes[o].type;
            outcomes[count].text = text_of(builder, mention->outcomes[o].words);
            build_evidence(builder, EVIDENCE_OUTCOME, count, mention->outcomes[o].words);
            count++;
        }
    }
    builder->meeting->outcomes = outcomes;
    builder->meeting->outcome_count = (uint16_t)count;
}

static void build_relations(struct builder *builder)
{
    const struct occasion *occasion = builder->occasion;
    struct relation *relations =
        ARENA_ROOM(builder->document->arena, struct relation, OCCASION_RELATIONS);
    if (!relations) {
        builder->memory_out = true;
        return;
    }
    for (unsigned i = 0; i < occasion->relation_count; i++)
        relations[i] =
            (struct relation){occasion->relations[i].type, occasion->relations[i].occasion};
    builder->meeting->relations = relations;
    builder->meeting->relation_count = occasion->relation_count;
}

static void build_topics(struct builder *builder, const struct topics *topics)
{
    memcpy(builder->meeting->topics, topics->at, sizeof topics->at);
    builder->meeting->topic_count = topics->count;
}

static int build_one(const struct story *story, const struct occasion *occasion,
                     const struct topics *topics, unsigned number_in_sentence,
                     struct meeting *meeting)
{
    struct builder builder = {
        .story = story,
        .document = story->document,
        .occasion = occasion,
        .meeting = meeting,
        .evidence_max = (unsigned)(EVIDENCE_FIXED + occasion->party_count * EVIDENCE_PER_PARTY)};
    builder.evidence = ARENA_ROOM(story->document->arena, struct evidence, builder.evidence_max);
    if (!builder.evidence)
        return FAULT_MEMORY;
    build_kind(&builder);
    build_name(&builder);
    build_date(&builder);
    build_time(&builder);
    build_place(&builder);
    build_participants(&builder);
    build_outcomes(&builder);
    build_relations(&builder);
    build_mode(meeting);
    build_topics(&builder, topics);
    build_identity(&builder, number_in_sentence);
    build_key(&builder);
    meeting->evidence = builder.evidence;
    meeting->evidence_count = (uint16_t)builder.evidence_count;
    return builder.memory_out ? FAULT_MEMORY : 0;
}

int build_meetings(const struct story *story, const struct occasion_list *occasions,
                   const struct meeting **ret_meetings)
{
    struct meeting *meetings =
        ARENA_ARRAY(story->document->arena, struct meeting, occasions->count + 1);
    if (!meetings)
        return FAULT_MEMORY;
    const struct topics topics =
        occasions->count > 0 ? topics_told(story->document) : (struct topics){.count = 0};
    for (uint32_t i = 0; i < occasions->count; i++) {
        const uint32_t sentence = occasions->at[i]->mentions[0]->sentence;
        unsigned number = 0;
        for (uint32_t k = 0; k < i; k++)
            number += occasions->at[k]->mentions[0]->sentence == sentence;
        const int fault = build_one(story, occasions->at[i], &topics, number, &meetings[i]);
        if (fault)
            return fault;
        meetings[i].confidence = build_confidence(story, occasions->at[i], i == 0);
    }
    *ret_meetings = meetings;
    return 0;
}
