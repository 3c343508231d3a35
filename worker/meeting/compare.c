#include "meeting/compare.h"

#include "annotate/country.h"
#include "annotate/look.h"
#include "meeting/resolve.h"
#include "meeting/settle_parties.h"

/* "White House aides": people of whom nothing tells who they are. */
static bool is_unnamed_group(const struct party *party)
{
    const bool office = party->rank != RANK_NONE && party->rank != RANK_OFFICIAL;
    return party->plural && party->type == PARTY_PERSON && !party->person &&
           !(party->country[0] && office) && party->name_end == party->name_begin;
}

static bool is_identified(const struct party *party)
{
    return (party->type != PARTY_GROUP || party->delegation) && !party->weak && !party->companion &&
           !is_unnamed_group(party);
}

unsigned compare_identified(const struct slot *slots, unsigned count)
{
    unsigned identified = 0;
    for (unsigned i = 0; i < count; i++)
        identified += is_identified(slots[i].party);
    return identified;
}

/* "les deux ministres béninois", once the story has named one of them. */
static bool is_one_of(const struct story *story, const struct party *group,
                      const struct party *party)
{
    const enum rank rank = party->person ? story->people.at[party->person].rank : party->rank;
    return group->plural && !group->person && group->type == PARTY_PERSON &&
           party->type == PARTY_PERSON && group->country[0] &&
           strcmp(group->country, party->country) == 0 && rank_fits(group->rank, rank);
}

static bool party_known(const struct story *story, const struct party *party,
                        const struct slot *slots, unsigned count)
{
    for (unsigned i = 0; i < count; i++) {
        if (actor_same(story, party, slots[i].party) || is_one_of(story, party, slots[i].party) ||
            (party->type != PARTY_GROUP && slots[i].party->type != PARTY_GROUP &&
             actor_country(story, party)[0] &&
             strcmp(actor_country(story, party), actor_country(story, slots[i].party)) == 0 &&
             (party->type == PARTY_COUNTRY || slots[i].party->type == PARTY_COUNTRY)))
            return true;
    }
    return false;
}

/* Whether words of span tell the body that stands at token, "AU" as "African Union". */
static bool tells_body(const struct document *document, uint32_t token, struct span span)
{
    const struct annotation *body = look_at(document, token, LEXICON_ORGANIZATION);
    for (uint32_t t = span.begin; body && t < span.end; t++) {
        const struct annotation *other = look_at(document, t, LEXICON_ORGANIZATION);
        if (other && other->value == body->value)
            return true;
    }
    return false;
}

/* How many words of a stand in b too; *ret_count: of how many that matter. */
static unsigned words_found(const struct document *document, struct span a, struct span b,
                            unsigned *ret_count)
{
    unsigned count = 0, shared = 0;
    uint32_t known = a.begin; /* where a body ends that b tells */
    for (uint32_t t = a.begin; t < a.end; t++) {
        if (tells_body(document, t, b))
            known = look_at(document, t, LEXICON_ORGANIZATION)->end;
        if (document_is(document, t, CLASS(STOPWORD) | CLASS(DETERMINER) | CLASS(OF)))
            continue;
        bool found = t < known;
        for (uint32_t u = b.begin; u < b.end && !found; u++)
            found = look_token(document, t)->hash == look_token(document, u)->hash;
        shared += found;
        count++;
    }
    *ret_count = count;
    return shared;
}

/* The words that a and b share, of the shorter one's, in per cent. */
static unsigned words_shared(const struct document *document, struct span a, struct span b)
{
    unsigned count_a = 0, count_b = 0;
    const unsigned shared = words_found(document, a, b, &count_a);
    words_found(document, b, a, &count_b);
    const unsigned shorter = count_a < count_b ? count_a : count_b;
    return shorter ? shared * 100 / shorter : 0;
}

/* Those who gathered, "les ministres de la Pêche se sont réunis", which the meeting of them is
 * called by; or nothing. */
static struct span gathered_name(const struct mention *mention)
{
    const struct party *party = mention->party_count ? mention->parties[0].party : NULL;
    const bool gathered = mention->verb && !mention->bilateral && !mention->hosting && party &&
                          party->plural && mention->kind != KIND_VISIT;
    return gathered ? (struct span){party->begin, party->end} : (struct span){0, 0};
}

/* The name, or those who gathered where it has none. */
static struct span compare_name(const struct mention *mention)
{
    const bool named = mention->label.name.end > mention->label.name.begin;
    return named ? mention->label.name : gathered_name(mention);
}

/* Called by the body that met, with no word for a meeting: "le Conseil s'est réuni". */
static bool is_named_by_body(const struct mention *mention)
{
    const struct span name = mention->label.name;
    return mention->kind == KIND_SESSION &&
           (mention->trigger.begin < name.begin || mention->trigger.begin >= name.end);
}

/* "la réunion d'urgence de la Caricom", "la Communauté des Caraïbes (Caricom)": of one body. */
static bool share_body(const struct document *document, const struct mention *a,
                       const struct mention *b)
{
    if (!is_named_by_body(a) && !is_named_by_body(b))
        return false;
    for (uint32_t t = a->label.name.begin; t < a->label.name.end; t++) {
        if (!look_at(document, t, LEXICON_ORGANIZATION))
            continue;
        for (uint32_t u = b->label.name.begin; u < b->label.name.end; u++) {
            if (look_token(document, t)->hash == look_token(document, u)->hash)
                return true;
        }
    }
    return false;
}

/* "une réunion sur la crise", which others call by the body that met: the one says what about. */
static bool name_describes(const struct label *a, const struct label *b)
{
    return (a->about && !a->proper && b->proper) || (b->about && !b->proper && a->proper);
}

/* The state of the town or land by which alone the name tells the meeting, "Warsaw Summit"; or
 * NULL. */
static const char *state_of_name(const struct document *document, struct span name)
{
    static const uint16_t kinds[] = {LEXICON_CITY, LEXICON_REGION, LEXICON_COUNTRY};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        const struct annotation *place = look_at(document, name.begin, kinds[i]);
        if (place && place->end + 1 == name.end && look_at(document, place->end, LEXICON_MEETNOUN))
            return country_of(document, place);
    }
    return NULL;
}

/* "the Warsaw Summit", "the Wales Summit": each is called by where it is, and not in one state. */
static bool are_elsewhere(const struct document *document, struct span a, struct span b)
{
    const char *first = state_of_name(document, a);
    const char *second = first ? state_of_name(document, b) : NULL;
    return second && strcmp(first, second) != 0;
}

/* "the G7 summit", "the African Union summit": each is called by whose it is, and no word but the
 * one for the meeting is in both. */
static bool are_of_others(const struct document *document, const struct label *a,
                          const struct label *b)
{
    bool shared = !a->owned || !b->owned || a->kind != b->kind;
    for (uint32_t t = a->name.begin; t < a->name.end && !shared; t++) {
        if (look_at(document, t, LEXICON_MEETNOUN) || tells_body(document, t, b->name) ||
            document_is(document, t, CLASS(STOPWORD) | CLASS(DETERMINER) | CLASS(OF)))
            shared = tells_body(document, t, b->name);
        else
            for (uint32_t u = b->name.begin; u < b->name.end && !shared; u++)
                shared = look_token(document, t)->hash == look_token(document, u)->hash;
    }
    return !shared;
}

/* Whether the token in a name is more than the word for the meeting and what joins it. */
static bool is_telling(const struct document *document, uint32_t token)
{
    return look_flag(document, token, TOKEN_WORD) && !look_at(document, token, LEXICON_MEETNOUN) &&
           !document_is(document, token, CLASS(STOPWORD) | CLASS(DETERMINER) | CLASS(OF));
}

/* Whether both names tell more than that it is a meeting, and no such word is in both. */
static bool tell_apart(const struct document *document, struct span a, struct span b)
{
    bool first = false, second = false, shared = false;
    for (uint32_t u = b.begin; u < b.end; u++)
        second |= is_telling(document, u);
    for (uint32_t t = a.begin; t < a.end && !shared; t++) {
        first |= is_telling(document, t);
        for (uint32_t u = b.begin; u < b.end && is_telling(document, t) && !shared; u++)
            shared = look_token(document, t)->hash == look_token(document, u)->hash;
    }
    return first && second && !shared;
}

bool compare_apart(const struct document *document, const struct mention *mention,
                   const struct occasion *occasion)
{
    bool apart = false;
    if (mention->verb || mention->label.pointing || !kind_is_gathering(mention->kind) ||
        !(mention->date || mention->place))
        return false;
    for (unsigned i = 0; i < occasion->mention_count; i++) {
        const struct mention *other = occasion->mentions[i];
        const bool known = !other->verb && kind_is_gathering(other->kind);
        if (known && !(mention->label.about && other->label.about))
            return false; /* "the forum on rivers" may be "the youth forum" */
        if (known && !tell_apart(document, mention->label.name, other->label.name))
            return false;
        apart |= known;
    }
    return apart;
}

bool compare_retold(const struct mention *mention, const struct occasion *occasion)
{
    const struct span name = compare_name(mention);
    const struct mention *last = occasion->mentions[occasion->mention_count - 1];
    return mention->sentence == last->sentence && (name.end > name.begin || !last->verb);
}

int compare_names(const struct story *story, const struct mention *mention,
                  const struct occasion *occasion)
{
    enum { NAMES_ALIKE = 75 }; /* per cent of the words */
    const struct span name = compare_name(mention);
    int best = 0;
    if (mention->apposed && compare_retold(mention, occasion))
        return POINTS_NAME;
    if (name.begin == name.end)
        return 0;
    for (unsigned i = 0; i < occasion->mention_count; i++) {
        const struct span other = occasion->mentions[i]->label.name;
        if (other.begin == other.end)
            continue;
        unsigned shared = words_shared(story->document, name, other);
        const struct span gathered = gathered_name(mention);
        if (gathered.end > gathered.begin && shared < NAMES_ALIKE)
            shared = words_shared(story->document, gathered, other); /* "… pour le 15e Conseil" */
        const bool vague = share_body(story->document, mention, occasion->mentions[i]) ||
                           name_describes(&mention->label, &occasion->mentions[i]->label);
        if (are_elsewhere(story->document, name, other) ||
            are_of_others(story->document, &mention->label, &occasion->mentions[i]->label))
            shared = 0;
        const int points = shared >= NAMES_ALIKE ? POINTS_NAME
                           : shared >= 50        ? 4
                           : vague               ? 1
                                                 : -POINTS_NAME;
        if (best == 0 || points > best)
            best = points;
    }
    /* "cette conférence de haut niveau", "the high-level conference" describe what has a name. */
    const bool described =
        mention->label.pointing || (mention->label.definite && mention->label.bare);
    /* "les dirigeants de la région se réunissent": who they are is no other name. */
    const bool unnamed = mention->label.name.end <= mention->label.name.begin &&
                         compare_identified(mention->parties, mention->party_count) == 0;
    /* "the second round of talks" tells which, and is no other name than "Chad peace talks". */
    const bool round = mention->label.bare && mention->label.edition > 0 &&
                       (mention->kind == KIND_TALKS || mention->kind == KIND_NEGOTIATION);
    const bool again =
        mention->label.pointing || unnamed || round || (described && !mention->label.proper);
    return best < 0 && again ? 0 : best;
}

/* "des ministres belges en visite": the headline's, whom the story names one by one. */
static bool names_group(const struct story *story, const struct mention *mention,
                        const struct occasion *occasion)
{
    return occasion->party_count == 1 && !mention->beside &&
           occasion_members(story, mention->parties, mention->party_count,
                            occasion->parties[0].party) > 1;
}

/* Who met others of whom nothing is told but that they were several, "Arab diplomats", by slot; or
 * no slot. */
static unsigned crowd_of(const struct occasion *occasion)
{
    unsigned crowd = MENTION_PARTIES;
    for (unsigned i = 0; i < occasion->party_count; i++) {
        const struct party *party = occasion->parties[i].party;
        const bool unnamed =
            !party->delegation && (party->type == PARTY_GROUP ||
                                   (party->type == PARTY_PERSON && party->plural &&
                                    !party->person && party->name_end == party->name_begin));
        if (unnamed && crowd < MENTION_PARTIES)
            return MENTION_PARTIES;
        crowd = unnamed ? i : crowd;
    }
    return crowd;
}

/* Whether the party, an official of some state or somebody by name, may be one of the crowd. */
static bool is_of_crowd(const struct story *story, const struct party *party,
                        const struct party *crowd)
{
    const enum rank rank = person_rank(story, party);
    const char *country = actor_country(story, party);
    const bool somebody = party->type == PARTY_PERSON && !party->weak && !party->companion &&
                          (party->person || party->country[0]);
    return somebody &&
           (!crowd->country[0] || !country[0] || strcmp(crowd->country, country) == 0) &&
           (crowd->rank == RANK_NONE || crowd->rank == RANK_OFFICIAL || rank == RANK_NONE ||
            rank_fits(crowd->rank, rank) || rank_fits(rank, crowd->rank));
}

/* "A met Arab diplomats.  A met the foreign ministers B and C": those of whom the sentences before
 * told nothing but that they were several are told one by one. */
static bool names_crowd(const struct story *story, const struct mention *mention,
                        const struct occasion *occasion)
{
    enum { SENTENCES_BETWEEN = 4 };
    const struct mention *last = occasion->mentions[occasion->mention_count - 1];
    const unsigned crowd = crowd_of(occasion);
    unsigned members = 0, known = 0;
    if (crowd == MENTION_PARTIES || mention->further || mention->beside ||
        mention->kind == KIND_VISIT || mention->sentence == last->sentence ||
        mention->sentence - last->sentence > SENTENCES_BETWEEN)
        return false;
    for (unsigned i = 0; i < mention->party_count; i++) {
        const struct party *party = mention->parties[i].party;
        bool told = false;
        for (unsigned k = 0; k < occasion->party_count && !told; k++)
            told = k != crowd && actor_same(story, party, occasion->parties[k].party);
        known += told;
        members += !told && is_of_crowd(story, party, occasion->parties[crowd].party);
    }
    const bool among = known > 0 || (!mention->bilateral && !mention->hosting);
    return members > 1 && among && known == occasion->party_count - 1u &&
           members + known == mention->party_count;
}

/* Whether all that is told of who came is that it was a delegation, of no state in particular. */
static bool sent(const struct slot *slots, unsigned count)
{
    for (unsigned i = 0; i < count; i++) {
        const struct party *party = slots[i].party;
        if (!party->delegation || party->country[0] || party->organization ||
            party->name_end == party->name_begin)
            return false;
    }
    return count > 0;
}

/* How many groups of whom nothing is told stand beside others. */
static unsigned crowds(const struct slot *slots, unsigned count)
{
    unsigned groups = 0;
    for (unsigned i = 0; count > 1 && i < count; i++)
        groups += is_unnamed_group(slots[i].party);
    return groups;
}

int compare_parties(const struct story *story, const struct mention *mention,
                    const struct occasion *occasion)
{
    unsigned mine = compare_identified(mention->parties, mention->party_count);
    unsigned its = compare_identified(occasion->parties, occasion->party_count);
    unsigned shared = 0;
    for (unsigned i = 0; i < mention->party_count; i++) {
        if (is_identified(mention->parties[i].party))
            shared += party_known(story, mention->parties[i].party, occasion->parties,
                                  occasion->party_count);
    }
    if (names_group(story, mention, occasion) || names_crowd(story, mention, occasion))
        return POINTS_ALL_PARTIES;
    if (mine == 0 || its == 0 || sent(mention->parties, mention->party_count) ||
        sent(occasion->parties, occasion->party_count))
        return 0;
    /* "A met officials.  A met B": B is not they, be he one of them. */
    const unsigned my_crowds = crowds(mention->parties, mention->party_count);
    const unsigned its_crowds = crowds(occasion->parties, occasion->party_count);
    if ((!my_crowds && mine == shared + 1) || (!its_crowds && its == shared + 1)) {
        mine += my_crowds;
        its += its_crowds;
    }
    const unsigned smaller = mine < its ? mine : its;
    if (shared >= smaller)
        return POINTS_ALL_PARTIES + (mine == its ? POINTS_SAME_PARTIES : 0);
    if (shared > 0 && (mention->label.pointing || mention->joining || mention->entering))
        return POINTS_ALL_PARTIES; /* "A et B étaient présents à cette rencontre avec C" */
    if (shared > 0)
        return smaller > 2 ? POINTS_SOME_PARTIES * 2 : -POINTS_ENOUGH;
    if (mention->joining)
        return -4;
    const bool known = mention->label.definite || mention->label.pointing;
    return known && !mention->verb && occasion->kind != KIND_VISIT ? -4 : -100;
}
