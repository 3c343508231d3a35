#include "meeting/merge/settle_parties.h"

#include "annotate/look.h"
#include "annotate/name/acronym.h"
#include "annotate/party/title_compare.h"
#include "annotate/role/role.h"
#include "meeting/resolve/resolve.h"

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

/* "Norway Constitution day": capitalised words that the pack knows for other things, of nobody. */
static bool is_word(const struct document *document, const struct party *party)
{
    if (party->type != PARTY_PERSON || !party->weak || party->person || party->role_count)
        return false;
    for (uint32_t t = party->name_begin; t < party->name_end; t++) {
        if (look_token(document, t)->word == 0 || look_at(document, t, LEXICON_SURNAME))
            return false;
    }
    return true;
}

static bool is_unnamed(const struct party *party)
{
    return party->type == PARTY_PERSON && !party->person && party->role_count &&
           party->name_end == party->name_begin;
}

/* "between the president and the king": two whom one telling sets beside each other by offices. */
static bool are_beside(const struct document *document, const struct party *a,
                       const struct party *b)
{
    const bool offices = is_unnamed(a) && is_unnamed(b);
    return a->guest || b->guest || /* "A and his host" */
           (offices && !a->plural && !b->plural && !title_same(document, a->roles[0], b->roles[0]));
}

/* Adds who is told in a mention whose first is at that place. */
static void party_add(const struct story *story, struct occasion *occasion, struct slot slot,
                      unsigned first)
{
    if (is_word(story->document, slot.party))
        return;
    for (unsigned i = 0; i < occasion->party_count; i++) {
        struct slot *known = &occasion->parties[i];
        if (!actor_same(story, known->party, slot.party) ||
            (i >= first && are_beside(story->document, known->party, slot.party)))
            continue;
        known->party = fuller(known->party, slot.party);
        if (known->part == PART_ATTENDEE)
            known->part = slot.part;
        return;
    }
    if (occasion->party_count < MENTION_PARTIES)
        occasion->parties[occasion->party_count++] = slot;
}

/* "at the exit of the talks": a meeting told before, and one who did something there. */
static bool is_reference(const struct mention *mention)
{
    return !mention->verb && mention->label.definite && mention->label.bare &&
           mention->party_count == 1;
}

/* How many people with a name the mentions tell that do not only point back. */
static unsigned named_people(const struct occasion *occasion)
{
    unsigned named = 0;
    for (unsigned i = 0; i < occasion->mention_count; i++) {
        const struct mention *mention = occasion->mentions[i];
        for (unsigned p = 0; !is_reference(mention) && p < mention->party_count; p++) {
            const struct party *party = mention->parties[p].party;
            named += party->type == PARTY_PERSON && party->name_end > party->name_begin;
        }
    }
    return named;
}

/* "said the union leader after the talks": of an office that tells nobody, and that many have. */
static bool is_voice(const struct party *party)
{
    return party->type == PARTY_PERSON && party->name_end == party->name_begin && !party->person &&
           !party->plural && !party->country[0] && !party->organization &&
           (party->rank == RANK_OFFICIAL || party->rank == RANK_EXECUTIVE ||
            party->rank == RANK_NONE);
}

/* "Kenyan minister received": of the headline, by an office that nobody in the story is found to
 * have. */
static bool is_headline_office(const struct story *story, const struct party *party)
{
    return party->type == PARTY_PERSON && party->name_end == party->name_begin && !party->person &&
           look_flag(story->document, party->begin, TOKEN_TITLE);
}

static void take_parties(const struct story *story, struct occasion *occasion)
{
    enum { ENOUGH = 2 };
    const bool told = named_people(occasion) >= ENOUGH;
    occasion->party_count = 0;
    for (unsigned i = 0; i < occasion->mention_count; i++) {
        const struct mention *mention = occasion->mentions[i];
        const unsigned first = occasion->party_count;
        for (unsigned p = 0; p < mention->party_count; p++) {
            const struct party *party = mention->parties[p].party;
            if (!(told && is_reference(mention) && is_voice(party)) &&
                !(told && is_headline_office(story, party)))
                party_add(story, occasion, mention->parties[p], first);
        }
    }
}

/* The body whose office the person has, told beside the name here or elsewhere; or NULL. */
static const struct annotation *body_of(const struct story *story, const struct party *party)
{
    const struct party *titled = story->people.at[party->person].titled;
    return party->organization || !titled ? party->organization : titled->organization;
}

/* Of those that no list has the words tell, or what their short name stands for. */
static bool same_body(const struct document *document, const struct annotation *a,
                      const struct annotation *b)
{
    if (!a || !b || a->value || b->value)
        return a && b && a->value == b->value;
    const struct span one = acronym_full(document, (struct span){a->begin, a->end});
    const struct span other = acronym_full(document, (struct span){b->begin, b->end});
    if (one.end - one.begin != other.end - other.begin)
        return false;
    for (uint32_t i = 0; i < one.end - one.begin; i++) {
        if (look_token(document, one.begin + i)->hash !=
            look_token(document, other.begin + i)->hash)
            return false;
    }
    return true;
}

/* "le Sénat", where the president of it is: whether all words of the body stand in a title. */
static bool has_words(const struct document *document, const struct party *titled,
                      const struct party *body)
{
    for (unsigned i = 0; i < titled->role_count; i++) {
        const struct role *role = titled->roles[i];
        bool all = body->name_end > body->name_begin;
        for (uint32_t t = body->name_begin; all && t < body->name_end; t++) {
            bool found = document_is(document, t, CLASS(DETERMINER) | CLASS(OF));
            for (uint32_t u = role->begin + 1; u < role->end && !found; u++)
                found = look_token(document, t)->hash == look_token(document, u)->hash;
            all = found;
        }
        if (all)
            return true;
    }
    return false;
}

bool party_represents(const struct story *story, const struct party *person,
                      const struct party *body)
{
    const struct party *titled = person->person ? story->people.at[person->person].titled : NULL;
    return person->type == PARTY_PERSON && body->type == PARTY_ORGANIZATION &&
           (same_body(story->document, body->organization, body_of(story, person)) ||
            (titled && has_words(story->document, titled, body)));
}

/* Whether somebody in the list stands for the state or body already. */
static bool is_represented(const struct story *story, const struct occasion *occasion,
                           const struct party *party)
{
    for (unsigned i = 0; i < occasion->party_count; i++) {
        const struct party *other = occasion->parties[i].party;
        if (other == party || other->type != PARTY_PERSON)
            continue;
        if (party->type == PARTY_COUNTRY && party->country[0] &&
            strcmp(party->country, actor_country(story, other)) == 0)
            return true;
        if (party_represents(story, other, party))
            return true;
    }
    return false;
}

/* How many of the people are of a group that the headline tells by office and state: "ministres
 * belges".  Two or more tell it one by one. */
static unsigned members_of(const struct story *story, const struct slot *slots, unsigned count,
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
        if (members_of(story, occasion->parties, occasion->party_count, slot.party) < 2)
            occasion->parties[kept++] = slot;
    }
    occasion->party_count = kept;
}

void occasion_drop_represented(const struct story *story, struct occasion *occasion)
{
    uint16_t kept = 0;
    for (unsigned i = 0; i < occasion->party_count; i++) {
        const struct slot slot = occasion->parties[i];
        const enum party_type type = slot.party->type;
        if ((type != PARTY_COUNTRY && type != PARTY_ORGANIZATION) ||
            !is_represented(story, occasion, slot.party))
            occasion->parties[kept++] = slot;
    }
    occasion->party_count = kept;
}

/* "The government said that talks would be held": nobody is told to come but who speaks of it. */
static void drop_common(const struct story *story, struct occasion *occasion)
{
    if (occasion->party_count == 1 && occasion->kind != KIND_VISIT &&
        party_common(story->document, occasion->parties[0].party))
        occasion->party_count = 0;
}

/* Whether the person, told by name, may be of any state. */
static bool is_of_some_state(const struct story *story, const struct party *party)
{
    const struct person *person = &story->people.at[party->person];
    const struct annotation *body = body_of(story, party);
    return party->person && !person->country[0] && !person->stateless &&
           person->rank != RANK_NONE && (!body || role_serves_state(story->document, body, true));
}

/* "Kenya and Peru held talks; the Kenyan minister A and the director B co-chaired them": of two
 * states, the one that nobody else is of is that of who is left. */
static void pair_sides(const struct story *story, const struct occasion *occasion)
{
    const char *sides[2] = {NULL};
    unsigned states = 0, people[2] = {0};
    struct person *left = NULL;
    for (unsigned i = 0; i < occasion->party_count; i++) {
        if (occasion->parties[i].party->type == PARTY_COUNTRY && states++ < 2)
            sides[states - 1] = occasion->parties[i].party->country;
    }
    for (unsigned i = 0; states == 2 && i < occasion->party_count; i++) {
        const struct party *party = occasion->parties[i].party;
        const bool second = strcmp(actor_country(story, party), sides[1]) == 0;
        if (party->type != PARTY_PERSON)
            continue;
        if (second || strcmp(actor_country(story, party), sides[0]) == 0)
            people[second]++;
        else if (left || !is_of_some_state(story, party))
            return;
        else
            left = &story->people.at[party->person];
    }
    if (left && (people[0] == 0) != (people[1] == 0))
        memcpy(left->country, sides[people[0] > 0], sizeof left->country);
}

void occasion_parties(const struct story *story, struct occasion *occasion)
{
    take_parties(story, occasion);
    drop_common(story, occasion);
    drop_groups(story, occasion);
    pair_sides(story, occasion);
    occasion_drop_represented(story, occasion);
}

/* How many states are told to come, the one where it is held left out. */
static unsigned count_guests(const struct occasion *occasion)
{
    unsigned states = 0;
    for (unsigned i = 0; i < occasion->party_count; i++)
        states += occasion->parties[i].party->type == PARTY_COUNTRY &&
                  occasion->parties[i].part != PART_HOST;
    return states;
}

/* Whether the name tells that the occasion is the body's: "le sommet de la Cédéao". */
static bool is_in_name(const struct document *document, const struct mention *named,
                       const struct party *body)
{
    for (uint32_t t = named->label.name.begin; t < named->label.name.end; t++) {
        if (same_body(document, look_at(document, t, LEXICON_ORGANIZATION), body->organization))
            return true;
    }
    return false;
}

/* Whether the body alone is told of, or who holds it: "the union held its annual congress". */
static bool is_organiser(const struct occasion *occasion, const struct slot *slot)
{
    unsigned bodies = 0;
    for (unsigned i = 0; i < occasion->party_count; i++) {
        const enum party_type type = occasion->parties[i].party->type;
        bodies += type == PARTY_ORGANIZATION || type == PARTY_COUNTRY;
    }
    const bool sits = occasion->kind == KIND_CONFERENCE || occasion->kind == KIND_SESSION;
    return slot->part == PART_HOST || slot->part == PART_MEDIATOR || (sits && bodies == 1);
}

/* "la conférence algéro-française des recteurs", "le forum Kenya-UE": whether the party only tells,
 * in the name of a meeting of many, between whose people it is. */
static bool is_adjective_of(const struct occasion *occasion, const struct party *party)
{
    return party->type != PARTY_PERSON &&
           (occasion->kind == KIND_CONFERENCE || occasion->kind == KIND_SESSION) &&
           occasion->named && party->begin >= occasion->named->label.name.begin &&
           party->end <= occasion->named->label.name.end;
}

/* Whether nobody comes for the party: the state where a gathering is held, the body whose it is. */
static bool is_holder(const struct story *story, const struct occasion *occasion,
                      const struct slot *slot)
{
    if (is_adjective_of(occasion, slot->party))
        return true;
    if (slot->party->type == PARTY_COUNTRY)
        return slot->part == PART_HOST && count_guests(occasion) == 0;
    if (slot->party->delegation && slot->part == PART_ATTENDEE)
        return false; /* "a delegation of the union attended" */
    if (slot->party->type == PARTY_ORGANIZATION && is_organiser(occasion, slot))
        return true;
    return slot->party->type == PARTY_ORGANIZATION && occasion->named &&
           count_guests(occasion) == 0 && /* "the EU-Kenya summit" */
           is_in_name(story->document, occasion->named, slot->party);
}

void occasion_drop_holders(const struct story *story, struct occasion *occasion)
{
    uint16_t kept = 0;
    if (!kind_is_gathering(occasion->kind))
        return;
    for (unsigned i = 0; i < occasion->party_count; i++) {
        const struct slot slot = occasion->parties[i];
        if (!is_holder(story, occasion, &slot))
            occasion->parties[kept++] = slot;
    }
    occasion->party_count = kept;
}
