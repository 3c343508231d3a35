#include "meeting/mention/actor.h"
#include "annotate/look.h"
#include "annotate/name/acronym.h"
#include "annotate/party/title_compare.h"

static struct span full_name(const struct document *document, const struct party *party)
{
    const struct span name = {party->name_begin, party->name_end};
    return party->type == PARTY_ORGANIZATION ? acronym_full(document, name) : name;
}

static bool same_words(const struct document *document, const struct party *a,
                       const struct party *b)
{
    const struct span name_a = full_name(document, a), name_b = full_name(document, b);
    const uint32_t count = name_a.end - name_a.begin;
    if (count == 0 || count != name_b.end - name_b.begin)
        return false;
    for (uint32_t i = 0; i < count; i++) {
        if (look_token(document, name_a.begin + i)->hash !=
            look_token(document, name_b.begin + i)->hash)
            return false;
    }
    return true;
}

/* "the KNU", "the Karen National Union": whether the one word of capitals is spelled by the first
 * letters of the words of the other, whatever small words stand between. */
static bool spells(const struct document *document, struct span word, struct span full)
{
    if (word.end != word.begin + 1 || !look_flag(document, word.begin, TOKEN_UPPER) ||
        full.end < full.begin + 2)
        return false;
    const struct str letters = document_text(document, word.begin, word.end);
    size_t at = 0;
    for (uint32_t t = full.begin; t < full.end; t++) {
        if (!look_flag(document, t, TOKEN_CAPITAL))
            continue;
        if (at == letters.len || look_byte(document, t) != letters.at[at])
            return false;
        at++;
    }
    return at == letters.len;
}

static bool same_body_words(const struct document *document, const struct party *a,
                            const struct party *b)
{
    const struct span one = {a->name_begin, a->name_end}, other = {b->name_begin, b->name_end};
    return same_words(document, a, b) || spells(document, one, other) ||
           spells(document, other, one);
}

static bool same_country(const struct party *a, const struct party *b)
{
    return a->country[0] && strcmp(a->country, b->country) == 0;
}

static const char *body_id(const struct document *document, const struct party *party,
                           struct str *ret_id)
{
    if (!party->organization || party->organization->value == 0)
        return NULL;
    *ret_id = pack_column(document->pack, party->organization->value, 0);
    return ret_id->at;
}

/* "her Togolese counterpart", of the rank and the state of somebody named elsewhere; "son hôte",
 * who is whoever was told. */
static bool is_counterpart(const struct party *unnamed, const struct party *named)
{
    if (unnamed->guest && named->person)
        return true;
    return unnamed->counterpart && !unnamed->person && named->person && !unnamed->plural &&
           unnamed->rank != RANK_NONE && unnamed->rank == named->rank &&
           same_country(unnamed, named);
}

const char *actor_country(const struct story *story, const struct party *party)
{
    return party->person ? story->people.at[party->person].country : party->country;
}

bool actor_is_crowd(const struct party *party)
{
    return party->type == PARTY_GROUP || (party->type == PARTY_PERSON && party->plural &&
                                          !party->person && party->name_end == party->name_begin);
}

bool actor_is_group(const struct party *party)
{
    return party->delegation || actor_is_crowd(party);
}

bool actor_offices_fit(const struct story *story, const struct party *a, const struct party *b)
{
    const struct document *document = story->document;
    const struct party *one = a->person ? story->people.at[a->person].titled : a;
    const struct party *other = b->person ? story->people.at[b->person].titled : b;
    if (!one || !other || !one->role_count || !other->role_count)
        return true;
    for (unsigned i = 0; i < one->role_count; i++) {
        for (unsigned k = 0; k < other->role_count; k++) {
            const struct role *mine = one->roles[i], *its = other->roles[k];
            if (title_same(document, mine, its) ||
                look_token(document, mine->begin)->hash == look_token(document, its->begin)->hash)
                return true; /* "archevêque de Cantorbéry", "de Canterbury" */
        }
    }
    return false;
}

/* Of ranks that many have the words of the titles tell: "the mayor" is no "governor". */
static bool same_office(const struct document *document, const struct party *a,
                        const struct party *b)
{
    const bool many = a->rank == RANK_OFFICIAL || a->rank == RANK_EXECUTIVE ||
                      a->rank == RANK_MILITARY || a->rank == RANK_MINISTER ||
                      a->rank == RANK_DEPUTY_MINISTER || a->rank == RANK_NONE;
    const bool shared = a->roles[0]->plural || b->roles[0]->plural; /* "Kenyan, Malian ministers" */
    if (title_tells_whose(document, a->roles[0]) && title_tells_whose(document, b->roles[0]))
        return title_same(document, a->roles[0], b->roles[0]); /* "conseillers de X" and "de Y" */
    return !many || shared || a->counterpart || b->counterpart ||
           title_same(document, a->roles[0], b->roles[0]);
}

bool actor_same(const struct story *story, const struct party *a, const struct party *b)
{
    if (a->type != b->type)
        return false;
    struct str id_a, id_b;
    switch (a->type) {
    case PARTY_PERSON:
        if (a->person || b->person)
            return a->person == b->person || is_counterpart(a, b) || is_counterpart(b, a);
        if (a->name_end > a->name_begin || b->name_end > b->name_begin)
            return same_words(story->document, a, b);
        if (a->counterpart != b->counterpart && !(a->country[0] && b->country[0]))
            return false; /* "le ministre … son homologue" */
        return a->rank == b->rank && a->role_count && b->role_count &&
               same_office(story->document, a, b) &&
               (same_country(a, b) || (!a->country[0] && !b->country[0])) && a->plural == b->plural;
    case PARTY_COUNTRY:
        if (a->country[0] && b->country[0])
            return same_country(a, b); /* one name for both: "the two Koreas" */
        return same_words(story->document, a, b);
    case PARTY_ORGANIZATION:
        if (body_id(story->document, a, &id_a) && body_id(story->document, b, &id_b))
            return str_equal(id_a, id_b);
        return same_body_words(story->document, a, b);
    default:
        return same_words(story->document, a, b);
    }
}

bool actor_among(const struct story *story, const struct party *party, const struct slot *slots,
                 unsigned count)
{
    for (unsigned i = 0; i < count; i++) {
        if (actor_same(story, party, slots[i].party))
            return true;
    }
    return false;
}

bool actors_share_person(const struct story *story, const struct slot *a, unsigned a_count,
                         const struct slot *b, unsigned b_count)
{
    for (unsigned i = 0; i < a_count; i++) {
        if (a[i].party->type == PARTY_PERSON && actor_among(story, a[i].party, b, b_count))
            return true;
    }
    return false;
}
