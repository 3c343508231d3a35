#include "annotate/look.h"
#include "annotate/name/acronym.h"
#include "annotate/name/singular.h"
#include "base/buffer.h"
#include "meeting/build/build.h"

/* The mention whose titles are written: what stands beside the name, else the person's first. */
static const struct party *titled_mention(const struct builder *builder, const struct party *party)
{
    if (party->person == 0)
        return party;
    const struct person *person = &builder->story->people.at[party->person];
    return person->titled ? person->titled : party;
}

static const struct party *named_mention(const struct builder *builder, const struct party *party)
{
    if (party->person == 0)
        return party;
    return builder->story->people.at[party->person].name;
}

/* Titles joined by "et" in one piece stay one piece. */
static bool is_joined(const struct document *document, const struct role *a, const struct role *b)
{
    if (b->begin <= a->end)
        return b->begin == a->end;
    for (uint32_t t = a->end; t < b->begin; t++) {
        if (!document_is(document, t, CLASS(AND) | CLASS(DETERMINER)))
            return false;
    }
    return true;
}

/* The words of the titles of a party. */
struct titles {
    struct span spans[2 * PARTY_ROLES];
    bool own[2 * PARTY_ROLES];     /* goes on the one before: "présidents" … "croate" */
    bool several[2 * PARTY_ROLES]; /* "presidents": told of several */
    unsigned count;
};

static void titles_add(struct titles *titles, uint32_t begin, uint32_t end, bool own, bool several)
{
    titles->own[titles->count] = own;
    titles->several[titles->count] = several;
    titles->spans[titles->count++] = (struct span){begin, end};
}

static struct titles titles_read(const struct builder *builder, const struct party *party)
{
    struct titles titles = {.count = 0};
    for (unsigned i = 0; i < party->role_count; i++) {
        const struct role *role = party->roles[i];
        struct span *last = titles.count ? &titles.spans[titles.count - 1] : NULL;
        if (last && is_joined(builder->document, party->roles[i - 1], role) &&
            role->begin > last->begin)
            last->end = role->end;
        else
            titles_add(&titles, role->begin, role->end, false, role->plural);
        if (role->own_begin > role->end)
            titles_add(&titles, role->own_begin, role->own_end, true, false);
        else if (role->own_end) /* "présidents croate" */
            titles.spans[titles.count - 1].end = role->own_end;
    }
    return titles;
}

static struct str title_text(struct builder *builder, const struct titles *titles, unsigned index)
{
    const struct span span = titles->spans[index];
    return titles->several[index] ? singular_title(builder->document, span.begin, span.end)
                                  : document_text(builder->document, span.begin, span.end);
}

/* "A; B" in the arena. */
static struct str join(struct builder *builder, const struct titles *titles)
{
    if (titles->count == 1)
        return title_text(builder, titles, 0);
    struct buffer buffer = buffer_in(builder->document->arena);
    struct str joined = {NULL, 0};
    for (unsigned i = 0; i < titles->count; i++) {
        buffer_add(&buffer, i == 0 ? STR("") : titles->own[i] ? STR(" ") : STR("; "));
        buffer_add(&buffer, title_text(builder, titles, i));
    }
    builder->memory_out |= buffer_finish(&buffer, &joined) != 0;
    return joined;
}

static void build_role(struct builder *builder, const struct party *party, unsigned index,
                       struct participant *participant)
{
    const struct titles titles = titles_read(builder, titled_mention(builder, party));
    if (titles.count == 0)
        return;
    participant->role = join(builder, &titles);
    for (unsigned i = 0; i < titles.count; i++)
        build_evidence(builder, EVIDENCE_PARTICIPANT_ROLE, index, titles.spans[i]);
}

static struct str body_name(const struct builder *builder, const struct party *party)
{
    const struct annotation *body = party->organization;
    if (!body)
        return (struct str){NULL, 0};
    return document_text(builder->document, body->begin, body->end);
}

static void build_participant(struct builder *builder, const struct slot *slot, unsigned index,
                              struct participant *participant)
{
    const struct party *party = slot->party, *named = named_mention(builder, party);
    participant->type = party->type;
    participant->part = slot->part;
    participant->rank = party->rank;
    memcpy(participant->country, party->country, 3);
    if (party->person) {
        const struct person *person = &builder->story->people.at[party->person];
        participant->rank = person->rank;
        memcpy(participant->country, person->country, 3);
    }
    struct span name = {named->name_begin, named->name_end};
    if (party->type == PARTY_ORGANIZATION)
        name = acronym_full(builder->document, name);
    if (party->type == PARTY_PERSON && party->plural && party->role_count &&
        name.end <= name.begin) {
        participant->type = PARTY_GROUP; /* "les ministres de l'Énergie": nobody in particular */
        name = (struct span){party->roles[0]->begin, party->roles[0]->end};
    }
    if (name.end > name.begin)
        participant->name = document_text(builder->document, name.begin, name.end);
    const struct span words = {party->begin, party->end};
    if (party->name_end > party->name_begin)
        name = (struct span){party->name_begin, party->name_end};
    build_evidence(builder, EVIDENCE_PARTICIPANT, index, name.end > name.begin ? name : words);
    if (participant->type == PARTY_PERSON) {
        participant->organization = body_name(builder, party);
        build_role(builder, party, index, participant);
    }
}

/* Parties in the order in which the text first names them for this meeting. */
static void sort_slots(struct slot *slots, unsigned count)
{
    for (unsigned i = 1; i < count; i++) {
        const struct slot slot = slots[i];
        unsigned k = i;
        for (; k > 0 && slots[k - 1].party->begin > slot.party->begin; k--)
            slots[k] = slots[k - 1];
        slots[k] = slot;
    }
}

/* Who comes along on a visit, in an office without its state, is of the visitor's. */
static void share_country(struct participant *participants, unsigned count)
{
    const struct participant *visitor = NULL;
    for (unsigned i = 0; i < count && !visitor; i++)
        visitor = participants[i].part == PART_VISITOR ? &participants[i] : NULL;
    for (unsigned i = 0; visitor && i < count; i++) {
        struct participant *other = &participants[i];
        if (other->type == PARTY_PERSON && other->part == PART_ATTENDEE &&
            other->rank != RANK_NONE && !other->country[0] && !other->organization.len)
            memcpy(other->country, visitor->country, 3);
    }
}

/* "le gouvernement": whether a common noun tells the article's own state. */
static bool is_own_state(const struct builder *builder, const struct party *party)
{
    const struct document *document = builder->document;
    const struct annotation *noun = look_at(document, party->name_begin, LEXICON_GROUPNOUN);
    return party->type == PARTY_GROUP && noun && noun->end == party->name_end &&
           str_equal(pack_column(document->pack, noun->value, 1), STR("STATE"));
}

/* "Le gouvernement et les rebelles négocient": the government stands for the state that the article
 * is at home in, unless somebody does. */
static void build_states(const struct builder *builder, const struct slot *slots,
                         struct participant *participants, unsigned count)
{
    const enum meeting_kind kind = builder->occasion->kind;
    const char *home = builder->story->people.home;
    if (!home[0] || (kind != KIND_TALKS && kind != KIND_NEGOTIATION))
        return;
    for (unsigned i = 0; i < count; i++) {
        if (strcmp(participants[i].country, home) == 0)
            return;
    }
    for (unsigned i = 0; i < count; i++) {
        if (!is_own_state(builder, slots[i].party))
            continue;
        participants[i].type = PARTY_COUNTRY;
        memcpy(participants[i].country, home, 3);
    }
}

void build_participants(struct builder *builder)
{
    const struct occasion *occasion = builder->occasion;
    const unsigned count = occasion->party_count;
    struct participant *participants =
        ARENA_ARRAY(builder->document->arena, struct participant, count + 1);
    if (!participants) {
        builder->memory_out = true;
        return;
    }
    struct slot slots[MENTION_PARTIES];
    memcpy(slots, occasion->parties, count * sizeof *slots);
    sort_slots(slots, count);
    for (unsigned i = 0; i < count; i++)
        build_participant(builder, &slots[i], i, &participants[i]);
    build_states(builder, slots, participants, count);
    if (occasion->kind == KIND_VISIT)
        share_country(participants, count);
    builder->meeting->participants = participants;
    builder->meeting->participant_count = (uint16_t)count;
}
