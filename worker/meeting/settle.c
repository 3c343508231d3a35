#include "annotate/look.h"
#include "meeting/occasion.h"
#include "meeting/resolve.h"
#include "meeting/when.h"

static bool is_called_off(enum meeting_status status)
{
    return status == STATUS_CANCELLED || status == STATUS_POSTPONED || status == STATUS_DENIED;
}

/* How much a mention's status weighs: what is told outweighs what is guessed, the body the
 * headline's present tense, and "called off" what was planned before. */
static int status_weight(const struct story *story, const struct mention *mention)
{
    int weight = mention->status_told ? 4 : 1;
    if (is_called_off(mention->status))
        weight += 8;
    if (mention_in_title(story, mention))
        weight -= 2;
    return weight;
}

static void settle_status(const struct story *story, struct occasion *occasion)
{
    int most = -100;
    for (unsigned i = 0; i < occasion->mention_count; i++) {
        const struct mention *mention = occasion->mentions[i];
        const int weight = status_weight(story, mention);
        if (weight > most) {
            most = weight;
            occasion->status = mention->status;
            occasion->status_from = mention;
        }
    }
}

/* "la réunion des ministres, par visioconférence": by no word a summit, conference or session. */
static bool is_only_met(const struct occasion *occasion)
{
    for (unsigned i = 0; i < occasion->mention_count; i++) {
        const struct mention *mention = occasion->mentions[i];
        if (mention->verb ? !kind_is_generic(mention->kind) : mention->label.word != KIND_TALKS)
            return false;
    }
    return true;
}

static void settle_kind(const struct story *story, struct occasion *occasion)
{
    occasion->kind = KIND_OTHER;
    occasion->mode = MODE_UNKNOWN;
    for (unsigned i = 0; i < occasion->mention_count; i++) {
        const struct mention *mention = occasion->mentions[i];
        /* The headline's "conference" is what the story calls a meeting of ministers. */
        const bool closer = i > 0 && occasion->kind == KIND_CONFERENCE &&
                            mention_in_title(story, occasion->mentions[i - 1]) &&
                            kind_is_gathering(mention->kind);
        if (occasion->kind == KIND_OTHER || closer ||
            (kind_is_generic(occasion->kind) && !kind_is_generic(mention->kind)))
            occasion->kind = mention->kind;
        if (occasion->mode == MODE_UNKNOWN)
            occasion->mode = mention->mode;
    }
    const bool far = occasion->mode == MODE_PHONE || occasion->mode == MODE_VIDEO;
    if (far && (kind_is_generic(occasion->kind) || is_only_met(occasion)))
        occasion->kind = KIND_CALL;
}

static uint32_t name_length(const struct mention *mention)
{
    return mention->label.name.end - mention->label.name.begin;
}

/* The fullest name; one with its ordinal beats one without, the story beats the headline. */
static void settle_name(const struct story *story, struct occasion *occasion)
{
    occasion->named = NULL;
    for (unsigned i = 0; i < occasion->mention_count; i++) {
        const struct mention *mention = occasion->mentions[i];
        if (name_length(mention) == 0)
            continue;
        const struct mention *best = occasion->named;
        const bool longer =
            best && (name_length(mention) > name_length(best) ||
                     (name_length(mention) == name_length(best) && mention_in_title(story, best)));
        const bool fuller = longer && (mention->label.edition > 0) == (best->label.edition > 0) &&
                            mention->label.proper >= best->label.proper;
        const bool numbered = best && mention->label.edition > 0 && best->label.edition <= 0;
        if (!best || fuller || numbered)
            occasion->named = mention;
    }
}

static void settle_place(struct occasion *occasion)
{
    occasion->placed = NULL;
    for (unsigned i = 0; i < occasion->mention_count; i++) {
        const struct mention *mention = occasion->mentions[i];
        if (!mention->place)
            continue;
        const struct spot *spot = mention->place->detail;
        const struct spot *best = occasion->placed ? occasion->placed->place->detail : NULL;
        if (!best || (!best->city && spot->city))
            occasion->placed = mention;
    }
}

/* Keeps the fuller telling of one actor: with a name, then with titles. */
static const struct party *fuller(const struct party *a, const struct party *b)
{
    const bool named_a = a->name_end > a->name_begin, named_b = b->name_end > b->name_begin;
    if (named_a != named_b)
        return named_a ? a : b;
    if ((a->role_count > 0) != (b->role_count > 0))
        return a->role_count ? a : b;
    if (!named_a && a->role_count && a->roles[0]->plural && !b->roles[0]->plural)
        return b; /* "the ministers" are told one by one later */
    return a;
}

static void party_add(const struct story *story, struct occasion *occasion, struct slot slot)
{
    for (unsigned i = 0; i < occasion->party_count; i++) {
        struct slot *known = &occasion->parties[i];
        if (!actor_same(story, known->party, slot.party))
            continue;
        known->party = fuller(known->party, slot.party);
        if (known->part == PART_ATTENDEE)
            known->part = slot.part;
        return;
    }
    if (occasion->party_count < MENTION_PARTIES)
        occasion->parties[occasion->party_count++] = slot;
}

static void settle_parties(const struct story *story, struct occasion *occasion)
{
    occasion->party_count = 0;
    for (unsigned i = 0; i < occasion->mention_count; i++) {
        const struct mention *mention = occasion->mentions[i];
        for (unsigned p = 0; p < mention->party_count; p++)
            party_add(story, occasion, mention->parties[p]);
    }
}

/* Whether somebody in the list stands for the state or body already. */
static bool is_represented(const struct occasion *occasion, const struct party *party)
{
    for (unsigned i = 0; i < occasion->party_count; i++) {
        const struct party *other = occasion->parties[i].party;
        if (other == party || other->type != PARTY_PERSON)
            continue;
        if (party->type == PARTY_COUNTRY && party->country[0] &&
            strcmp(party->country, other->country) == 0)
            return true;
        if (party->type == PARTY_ORGANIZATION && party->organization && other->organization &&
            party->organization->value && party->organization->value == other->organization->value)
            return true;
    }
    return false;
}

unsigned occasion_members(const struct story *story, const struct slot *slots, unsigned count,
                          const struct party *group)
{
    unsigned members = 0;
    if (group->type != PARTY_PERSON || !group->plural || group->rank == RANK_NONE ||
        group->rank == RANK_OFFICIAL || !group->country[0] ||
        !look_flag(story->document, group->begin, TOKEN_TITLE))
        return 0;
    for (unsigned i = 0; i < count; i++) {
        const struct party *party = slots[i].party;
        const struct person *person = &story->people.at[party->person];
        members += party->person && party->type == PARTY_PERSON &&
                   rank_fits(group->rank, person->rank) &&
                   strcmp(person->country, group->country) == 0;
    }
    return members;
}

/* "ministres belges" of the headline, once the story names them. */
static void drop_groups(const struct story *story, struct occasion *occasion)
{
    uint16_t kept = 0;
    for (unsigned i = 0; i < occasion->party_count; i++) {
        const struct slot slot = occasion->parties[i];
        if (occasion_members(story, occasion->parties, occasion->party_count, slot.party) < 2)
            occasion->parties[kept++] = slot;
    }
    occasion->party_count = kept;
}

static void drop_represented(struct occasion *occasion)
{
    uint16_t kept = 0;
    for (unsigned i = 0; i < occasion->party_count; i++) {
        const struct slot slot = occasion->parties[i];
        const bool body =
            slot.party->type == PARTY_COUNTRY || slot.party->type == PARTY_ORGANIZATION;
        if (!body || !is_represented(occasion, slot.party))
            occasion->parties[kept++] = slot;
    }
    occasion->party_count = kept;
}

/* How many states the parties of such a rank come from; whose state is untold counts for one. */
static unsigned states_of(const struct story *story, const struct occasion *occasion,
                          bool (*is_rank)(enum rank))
{
    const char *seen[MENTION_PARTIES];
    unsigned count = 0, states = 0;
    for (unsigned i = 0; i < occasion->party_count; i++) {
        const struct party *party = occasion->parties[i].party;
        const char *country =
            party->person ? story->people.at[party->person].country : party->country;
        bool known = false;
        if (party->type != PARTY_PERSON || occasion->parties[i].part == PART_MEDIATOR ||
            !is_rank(party->rank))
            continue;
        for (unsigned k = 0; k < count; k++)
            known |= country[0] && strcmp(seen[k], country) == 0;
        seen[count++] = country;
        states += !known;
    }
    return states;
}

/* Three heads of state or of government make a summit, three ministers a ministerial meeting: the
 * rank of the parties decides where no word does. */
static void kind_by_rank(const struct story *story, struct occasion *occasion)
{
    enum { STATES = 3 };
    if (occasion->kind != KIND_TALKS)
        return;
    if (states_of(story, occasion, rank_is_head) >= STATES)
        occasion->kind = KIND_SUMMIT;
    else if (states_of(story, occasion, rank_is_minister) >= STATES)
        occasion->kind = KIND_MINISTERIAL;
}

static bool is_any(enum rank rank)
{
    return rank != RANK_NONE;
}

/* "spoke with her counterpart": people of two states, and nothing tells that they met. */
static void kind_by_distance(const struct story *story, struct occasion *occasion)
{
    bool spoken = false;
    for (unsigned i = 0; i < occasion->mention_count; i++) {
        const struct mention *mention = occasion->mentions[i];
        if (mention->beside || mention->sideline || (mention->verb && !mention->spoken))
            return;
        spoken |= mention->spoken;
    }
    if (!spoken || occasion->placed || occasion->kind != KIND_TALKS ||
        occasion->mode != MODE_UNKNOWN || states_of(story, occasion, is_any) < 2)
        return;
    occasion->kind = KIND_CALL;
    occasion->mode = MODE_PHONE;
}

/* Whether what stands at token makes many of a group: a body, a region, states that are not two. */
static bool is_of_many(const struct document *document, uint32_t token)
{
    const struct annotation *states = look_at(document, token, LEXICON_GROUPNOUN);
    const struct annotation *count =
        token > 0 ? look_at(document, token - 1, LEXICON_NUMBER) : NULL;
    if (look_at(document, token, LEXICON_ORGANIZATION) || look_at(document, token, LEXICON_REGION))
        return true;
    return states && look_lexeme(document, states)->rank == RANK_NONE && states->tag == TAG_PLUR &&
           !(count && look_lexeme(document, count)->number == 2);
}

/* Where the words that tell whose the group is end: before a verb, a mark or a day. */
static uint32_t group_ends(const struct document *document, const struct party *group)
{
    enum { WORDS_MAX = 7 };
    uint32_t t = group->end;
    while (t < document->tokens.count && t - group->end < WORDS_MAX &&
           !look_flag(document, t, TOKEN_PUNCT) && !look_at(document, t, ANNOTATION_VERB) &&
           !look_at(document, t, ANNOTATION_DATE) && !look_at(document, t, LEXICON_WITH))
        t++;
    return t;
}

/* "the G20 finance ministers", "les ministres des pays voisins": those of a body or region, or of
 * states, are many. */
static void kind_by_group(const struct story *story, struct occasion *occasion)
{
    const struct party *group = occasion->party_count == 1 ? occasion->parties[0].party : NULL;
    const bool unnamed = group && group->plural && group->name_end == group->name_begin;
    if (occasion->kind != KIND_TALKS || !group || (group->type != PARTY_GROUP && !unnamed))
        return;
    const bool heads = rank_is_head(group->rank);
    const bool ministers = group->rank == RANK_FOREIGN_MINISTER || group->rank == RANK_MINISTER;
    const uint32_t end = group_ends(story->document, group);
    const uint32_t begin = group->begin - (group->begin > 0); /* "Arab foreign ministers" */
    for (uint32_t t = begin; t < end; t++) {
        if (!is_of_many(story->document, t))
            continue;
        if (heads)
            occasion->kind = KIND_SUMMIT;
        else if (ministers)
            occasion->kind = KIND_MINISTERIAL;
    }
}

/* Whether it is told to be over, be it on this very day. */
static bool is_closed(const struct occasion *occasion)
{
    for (unsigned i = 0; i < occasion->mention_count; i++) {
        if (occasion->mentions[i]->closed)
            return true;
    }
    return false;
}

/* For how many days what opened and has no end told is taken to go on. */
static int days_of(enum meeting_kind kind)
{
    enum { VISIT_DAYS = 3, GATHERING_DAYS = 2, SITTING_DAYS = 1 };
    if (kind == KIND_VISIT)
        return VISIT_DAYS;
    return kind == KIND_SUMMIT || kind == KIND_CONFERENCE || kind == KIND_NEGOTIATION
               ? GATHERING_DAYS
               : SITTING_DAYS;
}

static bool is_going_on(const struct occasion *occasion, struct day today)
{
    const struct iso_date from = day_iso(day_add(today, 1 - days_of(occasion->kind)));
    const char *start = occasion->when.start.text;
    if (!occasion->status_from->opening || occasion->when.end.text[0] || is_closed(occasion))
        return false;
    return start[0] ? strlen(start) == strlen(from.text) && strcmp(start, from.text) >= 0
                    : occasion->kind == KIND_VISIT;
}

/* Whether its only or last day, told as a day, is over. */
static bool is_past(const struct occasion *occasion, const struct iso_date *now)
{
    const char *start = occasion->when.start.text, *end = occasion->when.end.text;
    const char *last = end[0] ? end : start;
    return strlen(last) == strlen(now->text) && strcmp(last, now->text) < 0;
}

/* What day and tense say together: a guess "held" of a day to come is planned, and what was planned
 * for a day gone by was held if nothing else is told. */
static void settle_by_day(const struct story *story, struct occasion *occasion)
{
    const struct day today = story->reference.day;
    if (today.year == 0)
        return;
    if (occasion->status == STATUS_HELD && is_going_on(occasion, today))
        occasion->status = STATUS_ONGOING;
    if (!occasion->when.start.text[0])
        return;
    const struct iso_date now = day_iso(today);
    const char *start = occasion->when.start.text, *end = occasion->when.end.text;
    const bool begun = strncmp(start, now.text, strlen(start)) <= 0;
    const bool over = end[0] ? strncmp(end, now.text, strlen(end)) < 0 : true;
    if (!begun && (occasion->status == STATUS_HELD || occasion->status == STATUS_ONGOING))
        occasion->status = STATUS_SCHEDULED;
    else if (begun && !over && end[0] && !is_closed(occasion) &&
             (occasion->status == STATUS_HELD || occasion->status == STATUS_SCHEDULED))
        occasion->status = STATUS_ONGOING;
    else if (is_past(occasion, &now) && occasion->status == STATUS_SCHEDULED)
        occasion->status = STATUS_HELD;
}

void occasion_settle(const struct story *story, struct occasion *occasion)
{
    settle_status(story, occasion);
    settle_kind(story, occasion);
    settle_name(story, occasion);
    occasion_when(story, occasion);
    settle_place(occasion);
    settle_parties(story, occasion);
    drop_groups(story, occasion);
    drop_represented(occasion);
    kind_by_distance(story, occasion);
    kind_by_rank(story, occasion);
    kind_by_group(story, occasion);
    settle_by_day(story, occasion);
}
