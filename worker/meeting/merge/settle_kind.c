#include <string.h>

#include "annotate/look.h"
#include "meeting/mention/occasion.h"
#include "meeting/resolve/resolve.h"

/* What kind of meeting an occasion is: by its words and then by its parties. */

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

/* "Réunis jeudi, les Vingt-Sept … Le sommet": called so, where a verb only told that they sat. */
static bool is_sitting_summit(const struct occasion *occasion)
{
    bool called = false;
    for (unsigned i = 0; i < occasion->mention_count; i++) {
        const struct mention *mention = occasion->mentions[i];
        if (!mention->verb && mention->kind != KIND_SUMMIT && !kind_is_generic(mention->kind))
            return false;
        called |= !mention->verb && mention->kind == KIND_SUMMIT;
    }
    return called && occasion->kind == KIND_SESSION;
}

/* "A a reçu B. Au cours de cette visite", "A a reçu B, venu lui rendre visite", "… en visite
 * d'adieu.  Sa visite", "A called on B and paid her a courtesy visit", "A met B, who greeted her":
 * a reception all the same; "A, B and C will meet in Lima.  A will fly there": a meeting. */
static bool is_reception(const struct document *document, const struct occasion *occasion,
                         unsigned index)
{
    const struct mention *mention = occasion->mentions[index];
    bool received = false;
    for (unsigned i = 0; i < index; i++)
        received |= occasion->mentions[i]->hosting;
    if (mention->kind != KIND_VISIT)
        return false;
    const struct annotation *noun = look_at(document, mention->trigger.begin, LEXICON_MEETNOUN);
    const bool greeted = mention->opening && index > 0 && !occasion->mentions[0]->hosting;
    return mention->verb ? mention->bilateral || !mention->hosting || greeted
                         : received || (noun && look_lexeme(document, noun)->courtesy);
}

void occasion_kind(const struct story *story, struct occasion *occasion)
{
    occasion->kind = KIND_OTHER;
    occasion->mode = MODE_UNKNOWN;
    for (unsigned i = 0; i < occasion->mention_count; i++) {
        const struct mention *mention = occasion->mentions[i];
        /* The headline's "conference" is what the story calls a meeting of ministers. */
        const bool headed = i > 0 && mention_in_title(story, occasion->mentions[i - 1]);
        const bool closer =
            headed && ((occasion->kind == KIND_CONFERENCE && kind_is_gathering(mention->kind)) ||
                       (occasion->kind == KIND_SESSION && !mention->verb && /* "33rd session" */
                        mention->kind == KIND_SUMMIT));
        const bool received = is_reception(story->document, occasion, i);
        /* "paid a courtesy call on B. The call": no telephone. */
        const bool paid = mention->kind == KIND_CALL && occasion->mode == MODE_IN_PERSON;
        if (occasion->kind == KIND_OTHER || closer ||
            (kind_is_generic(occasion->kind) && !kind_is_generic(mention->kind) && !received &&
             !paid))
            occasion->kind = mention->kind;
        if (occasion->mode == MODE_UNKNOWN)
            occasion->mode = mention->mode;
    }
    if (is_sitting_summit(occasion))
        occasion->kind = KIND_SUMMIT;
    const bool far = occasion->mode == MODE_PHONE || occasion->mode == MODE_VIDEO;
    if (far && (kind_is_generic(occasion->kind) || is_only_met(occasion)))
        occasion->kind = KIND_CALL;
}

/* How many of the heads have that rank and an untold state; of those of known states how many stand
 * without one of that rank beside them. */
struct heads {
    unsigned untold, vacant;
};

static struct heads heads_of(const struct story *story, const struct occasion *occasion,
                             enum rank rank)
{
    struct heads heads = {0};
    for (unsigned i = 0; i < occasion->party_count; i++) {
        const struct party *party = occasion->parties[i].party;
        const char *country = actor_country(story, party);
        if (party->type != PARTY_PERSON || !rank_is_head(person_rank(story, party)))
            continue;
        heads.untold += !country[0] && person_rank(story, party) == rank;
        bool seated = !country[0];
        for (unsigned k = 0; k < occasion->party_count && !seated; k++) {
            const struct party *other = occasion->parties[k].party;
            const bool same = strcmp(actor_country(story, other), country) == 0;
            const enum rank of = person_rank(story, other);
            seated = same && (of == rank || (k < i && rank_is_head(of))); /* each state once */
        }
        heads.vacant += !seated;
    }
    return heads;
}

/* "the king and Prime Minister B of Thailand": how many heads of untold states may be of one that
 * is told, or of one another's. */
static unsigned heads_at_home(const struct story *story, const struct occasion *occasion)
{
    const struct heads states = heads_of(story, occasion, RANK_HEAD_OF_STATE);
    const struct heads governments = heads_of(story, occasion, RANK_HEAD_OF_GOVERNMENT);
    const unsigned a = states.untold > states.vacant ? states.untold - states.vacant : 0;
    const unsigned b =
        governments.untold > governments.vacant ? governments.untold - governments.vacant : 0;
    return states.untold + governments.untold - (a > b ? a : b);
}

/* How many states the parties of such a rank come from; of heads each whose state is untold counts
 * for one, all the others together: ministers told without a state are of the same, and beside two
 * states of one of these. */
static unsigned states_of(const struct story *story, const struct occasion *occasion,
                          bool (*is_rank)(enum rank))
{
    const char *seen[MENTION_PARTIES];
    unsigned count = 0, states = 0, aside = 0;
    bool untold = false;
    for (unsigned i = 0; i < occasion->party_count; i++) {
        const struct party *party = occasion->parties[i].party;
        const char *country =
            party->person ? story->people.at[party->person].country : party->country;
        bool known = false;
        if (party->type != PARTY_PERSON || occasion->parties[i].part == PART_MEDIATOR ||
            !is_rank(person_rank(story, party)))
            continue;
        for (unsigned k = 0; k < count; k++)
            known |= country[0] && strcmp(seen[k], country) == 0;
        seen[count++] = country;
        known |= untold && !country[0] && !rank_is_head(party->rank);
        untold |= !country[0];
        states += !known;
        aside += !known && !country[0] && !rank_is_head(party->rank);
    }
    return states > 2 ? states - aside : states;
}

/* "the leaders", "several African leaders": whether the words from begin on are those who lead
 * states, if states, a region or a body are told; "party leaders" are not. */
static bool is_led(const struct document *document, uint32_t begin, uint32_t end)
{
    for (uint32_t t = begin; t < end; t++) {
        const struct annotation *office = look_at(document, t, LEXICON_OFFICE);
        if (office && office->tag == TAG_PLUR)
            return look_lexeme(document, office)->scope == SCOPE_LEADER;
        if (!document_is(document, t, CLASS(DETERMINER) | CLASS(QUANTIFIER)) &&
            !look_at(document, t, LEXICON_REGION) && !look_at(document, t, LEXICON_ORGANIZATION))
            return false;
    }
    return false;
}

/* "the leaders of A, B and C": how many states' leaders are told by the states alone. */
static unsigned led_states(const struct story *story, const struct occasion *occasion)
{
    enum { WORDS_MAX = 3 };
    unsigned states = 0;
    for (unsigned i = 0; i < occasion->party_count; i++) {
        const struct party *party = occasion->parties[i].party;
        states += party->type == PARTY_COUNTRY &&
                  is_led(story->document, party->begin, party->begin + WORDS_MAX);
    }
    return states;
}

/* "the minister met A, B and C", "received the leaders of the Union": whether somebody went to see
 * each of them, or had them come; that they met each other is not told. */
static bool is_caller(const struct occasion *occasion)
{
    const struct mention *mention = occasion->mentions[0];
    return mention->verb && mention->bilateral && occasion->party_count > 0 &&
           occasion->parties[0].party->type == PARTY_PERSON;
}

/* Whether the caller is one of the heads of state or government whom he met; a pronoun's name
 * stands last. */
static bool is_head_calling(const struct story *story, const struct occasion *occasion)
{
    const unsigned caller = occasion->mentions[0]->pronoun ? occasion->party_count - 1u : 0;
    return rank_is_head(person_rank(story, occasion->parties[caller].party));
}

/* Three heads of state or of government make a summit, three ministers a ministerial meeting: the
 * rank of the parties decides where no word does. */
static void kind_by_rank(const struct story *story, struct occasion *occasion)
{
    enum { STATES = 3 };
    if (occasion->kind != KIND_TALKS || (is_caller(occasion) && !is_head_calling(story, occasion)))
        return;
    if (states_of(story, occasion, rank_is_head) >= STATES + heads_at_home(story, occasion) ||
        led_states(story, occasion) >= STATES)
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
        if (mention->beside || mention->sideline ||
            (mention->verb && !mention->spoken && !mention->label.pointing))
            return;
        spoken |= mention->spoken;
    }
    if (!spoken || occasion->placed || occasion->kind != KIND_TALKS ||
        occasion->mode != MODE_UNKNOWN || states_of(story, occasion, is_any) < 2)
        return;
    occasion->kind = KIND_CALL;
    occasion->mode = MODE_PHONE;
}

/* Whether a body of states stands at token, one that no list has too, "the Lake Union", or
 * "European". */
static bool is_of_states(const struct document *document, uint32_t token)
{
    const struct annotation *people = look_at(document, token, LEXICON_DEMONYM);
    if (look_says(document, people, STR("EU")))
        return true;
    const struct annotation *body = look_at(document, token, LEXICON_ORGANIZATION);
    const struct annotation *built = body ? NULL : look_at(document, token, ANNOTATION_ORG);
    const struct capture *head = built ? look_capture(built, CAPTURE_ORGANIZATION) : NULL;
    body = head ? head->annotation : body;
    return body && look_lexeme(document, body)->body == BODY_BODY &&
           !look_lexeme(document, body)->country[0];
}

/* Whether what stands at token makes many of a group: a body, a region, states that are not two. */
static bool is_of_many(const struct document *document, uint32_t token)
{
    const struct annotation *states = look_at(document, token, LEXICON_GROUPNOUN);
    const struct annotation *count =
        token > 0 ? look_at(document, token - 1, LEXICON_NUMBER) : NULL;
    const bool both = token > 0 && !count && document_is(document, token - 1, CLASS(PAIR));
    if (look_at(document, token, LEXICON_ORGANIZATION) ||
        look_at(document, token, LEXICON_REGION) || is_of_states(document, token))
        return true;
    return states && look_lexeme(document, states)->rank == RANK_NONE && states->tag == TAG_PLUR &&
           !look_at(document, token, LEXICON_ORGNOUN) && /* "les présidents des trois partis" */
           !both && !(count && look_lexeme(document, count)->number == 2);
}

/* Whether the word for people says that they are of many states, or that it is for states. */
static bool says_many(const struct document *document, const struct annotation *people)
{
    return people && str_equal(pack_column(document->pack, people->value, 1), STR("MANY"));
}

/* "leaders of 27 | countries": whether the word at token is for states, of a number over two. */
static bool is_counted_states(const struct document *document, uint32_t token)
{
    const struct annotation *states = look_at(document, token, LEXICON_GROUPNOUN);
    if (token == 0 || !says_many(document, states))
        return false;
    const struct annotation *number = look_at(document, token - 1, LEXICON_NUMBER);
    const int32_t count = number ? (int32_t)look_lexeme(document, number)->number
                                 : look_token(document, token - 1)->number;
    return count > 2;
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

/* "the heads of state and government": whether the words of the group say that they are of many. */
static bool is_many_itself(const struct document *document, const struct party *group)
{
    for (uint32_t t = group->begin; t < group->end; t++) {
        const struct annotation *people = look_at(document, t, LEXICON_GROUPNOUN);
        if (says_many(document, people) && rank_is_head(look_lexeme(document, people)->rank))
            return true;
    }
    return false;
}

/* What a meeting of the group is: "the G20 finance ministers", "les ministres des pays voisins",
 * those of a body or region, or of states, are many; OTHER: not told. */
static enum meeting_kind kind_of_group(const struct document *document, const struct party *group)
{
    const bool unnamed = group->plural && group->name_end == group->name_begin;
    if (group->type != PARTY_GROUP && !unnamed)
        return KIND_OTHER;
    if (is_many_itself(document, group))
        return KIND_SUMMIT;
    const bool led = !rank_is_head(group->rank) && is_led(document, group->begin, group->end);
    const bool heads = led || rank_is_head(group->rank);
    const bool ministers = group->rank == RANK_FOREIGN_MINISTER || group->rank == RANK_MINISTER;
    const uint32_t end = group_ends(document, group);
    const uint32_t begin = group->begin - (group->begin > 0); /* "Arab foreign ministers" */
    for (uint32_t t = begin; t < end; t++) {
        const bool states = is_of_states(document, t) || look_at(document, t, LEXICON_REGION);
        if (led ? states || is_counted_states(document, t) : is_of_many(document, t))
            return heads ? KIND_SUMMIT : ministers ? KIND_MINISTERIAL : KIND_OTHER;
    }
    return KIND_OTHER;
}

/* "A held talks with his counterparts": one saw several, who did not all meet. */
static bool goes_round(const struct document *document, const struct occasion *occasion)
{
    const struct mention *mention = occasion->mentions[0];
    return !mention->verb && mention->label.plural && mention->party_count == 2 &&
           mention->parties[0].party->type == PARTY_PERSON &&
           document_is(document, mention->parties[1].party->begin, CLASS(POSSESSIVE));
}

static void kind_by_group(const struct story *story, struct occasion *occasion)
{
    if (is_caller(occasion) || goes_round(story->document, occasion))
        return;
    for (unsigned i = 0; i < occasion->party_count && occasion->kind == KIND_TALKS; i++) {
        const enum meeting_kind kind = kind_of_group(story->document, occasion->parties[i].party);
        if (kind != KIND_OTHER)
            occasion->kind = kind;
    }
}

/* "The two envoys held a session": of two from two states, with no body that sits, it is talks. */
static void kind_by_sides(const struct story *story, struct occasion *occasion)
{
    const char *states[2] = {"", ""};
    if (occasion->kind != KIND_SESSION || occasion->party_count != 2)
        return;
    for (unsigned i = 0; i < occasion->mention_count; i++) {
        if (occasion->mentions[i]->label.owned || occasion->mentions[i]->verb ||
            occasion->mentions[i]->floor) /* who speaks there */
            return;
    }
    for (unsigned i = 0; i < 2; i++) {
        const struct party *party = occasion->parties[i].party;
        if ((party->type != PARTY_PERSON && party->type != PARTY_COUNTRY) ||
            person_rank(story, party) == RANK_LEGISLATOR)
            return;
        states[i] = actor_country(story, party);
    }
    if (!states[0][0] || strcmp(states[0], states[1]) != 0)
        occasion->kind = KIND_TALKS;
}

void occasion_kind_by_parties(const struct story *story, struct occasion *occasion)
{
    kind_by_sides(story, occasion);
    kind_by_distance(story, occasion);
    kind_by_rank(story, occasion);
    kind_by_group(story, occasion);
}
