#include "annotate/look.h"
#include "annotate/person/gender.h"
#include "annotate/person/nation.h"
#include "annotate/person/office.h"
#include "annotate/role/role.h"
#include "annotate/verb.h"

/*
 * Whose state somebody shares: that of the delegation that he leads or the state that he
 * represents, of the one he comes along with, of the one whose adviser he is.
 */

/* Whether the party is a person of whom no state is known, though he may have one. */
static bool lacks_state(const struct people *people, const struct party *party)
{
    const struct person *person = &people->at[party->person];
    return party->type == PARTY_PERSON && party->person && !person->country[0] &&
           !person->stateless;
}

/* Gives the person the state unless one is told, or an office in a body that has none. */
static void take_state(const struct document *document, struct people *people,
                       const struct party *party, const char *state)
{
    struct person *person = &people->at[party->person];
    const struct annotation *body = person->titled ? person->titled->organization : NULL;
    if (state[0] && lacks_state(people, party) &&
        (!body || role_serves_state(document, body, true)))
        memcpy(person->country, state, 3);
}

/* The small words between a delegation and what says who leads it: ", ", "était", "will be". */
static uint32_t behind_small(const struct document *document, uint32_t token)
{
    uint32_t t = token;
    while (look_mark(document, t, ',') || document_is(document, t, CLASS(ADVERB)) ||
           look_at(document, t, LEXICON_AUX))
        t++;
    return t;
}

/* Where "led by", "représenté par" ends that begins at token, or token. */
static uint32_t head_behind(const struct document *document, uint32_t token, bool state)
{
    enum { WORDS_MAX = 5 };
    const struct annotation *leads = look_at(document, token, LEXICON_HOST);
    if (leads && !state && look_lexeme(document, leads)->part == PART_CHAIR)
        return leads->end;
    if (!state && document_is(document, token, CLASS(INCLUDING)))
        return token + 1;
    if (!state && document_is(document, token, CLASS(BY)))
        return token + 1; /* "and the Kenyan side by" */
    const struct annotation *verb = look_at(document, token, LEXICON_EVENTVERB);
    if (!verb || look_lexeme(document, verb)->sense != SENSE_ATTEND)
        return token;
    for (uint32_t t = verb->end; t <= verb->end + WORDS_MAX; t++) {
        if (document_is(document, t, CLASS(BY)))
            return t + 1; /* "est représenté à ce sommet par" */
        if (look_flag(document, t, TOKEN_PUNCT) || look_at(document, t, ANNOTATION_VERB))
            break;
    }
    return token;
}

/* Gives who is told to lead behind the words that end at token the state. */
static void settle_head(const struct document *document, struct people *people, uint32_t token,
                        bool delegation, const char *state)
{
    const uint32_t t = behind_small(document, token);
    const uint32_t behind = head_behind(document, t, !delegation);
    const struct party_list *leader =
        behind > t && behind < document->tokens.count ? party_list_at(document, behind) : NULL;
    bool some = leader && document_is(document, behind - 1, CLASS(INCLUDING));
    for (unsigned i = 0; leader && i < leader->count; i++) {
        const uint32_t here = leader->at[i]->begin;
        some |= i > 0 && look_within(document, leader->at[i - 1]->end, here,
                                     LEXICON_ACCOMPANIED); /* "and comprising" */
        if (i == 0 || some)
            take_state(document, people, leader->at[i], state);
    }
}

/* "Kenyan officials", "British MPs": whether those of a state are meant who may be led. */
static bool is_people(const struct party *side)
{
    if (side->type == PARTY_COUNTRY)
        return side->rank != RANK_NONE;
    return side->country[0] && side->name_begin == side->name_end && side->plural;
}

/* "The Kenyan and Ugandan teams, led by X and Y", "Kenya and Uganda were represented by X and Y":
 * gives each the state at the same place. */
static void settle_heads(const struct document *document, struct people *people,
                         const struct annotation *sent)
{
    const struct party_list *sides = party_members(sent);
    const uint32_t t = behind_small(document, sent->end);
    const uint32_t behind = head_behind(document, t, !sides->at[0]->delegation);
    const struct party_list *leaders =
        behind > t && behind < document->tokens.count ? party_list_at(document, behind) : NULL;
    bool each = leaders && leaders->count == sides->count;
    for (unsigned i = 0; each && i < sides->count; i++)
        each = sides->at[i]->type == PARTY_COUNTRY && leaders->at[i]->type == PARTY_PERSON;
    for (unsigned i = 0; each && i < sides->count; i++)
        take_state(document, people, leaders->at[i], sides->at[i]->country);
}

/* "la délégation du Tchad, conduite par X", "le Tchad était représenté par X"; "the delegation was
 * led by X": the one of that state that was told before.  Returns the state of those sent. */
static const char *settle_leader(const struct document *document, struct people *people,
                                 const struct annotation *sent, const char *before)
{
    const struct party_list *list = party_members(sent);
    const struct party *side = list->at[list->count - 1]; /* "X and the Kenyan side by Y" */
    const bool where = side->type == PARTY_COUNTRY && !side->delegation && /* "in Togo" */
                       document_is(document, sent->begin - 1, CLASS(AT) | CLASS(TO));
    const bool people_led = is_people(side);
    if (list->count > 1)
        settle_heads(document, people, sent);
    if ((list->count > 1 && !side->delegation && !people_led) || where ||
        !(side->delegation || people_led || side->type == PARTY_COUNTRY))
        return before;
    const bool same = side->type == PARTY_GROUP && !side->country[0] &&
                      document_is(document, side->begin, CLASS(DETERMINER)) &&
                      !document_is(document, side->begin, CLASS(INDEFINITE));
    const char *state = same ? before : side->country;
    settle_head(document, people, sent->end, side->delegation || people_led, state);
    return side->delegation ? state : before;
}

/* Whether a verb for leading or representing stands from token to those who are told there; a state
 * is represented, not led. */
static bool leads_between(const struct document *document, uint32_t token,
                          const struct annotation *sent)
{
    const uint32_t end = sent->begin;
    const bool state = !party_members(sent)->at[0]->delegation;
    enum { WORDS_MAX = 4 };
    for (uint32_t t = token; t < end && end - token <= WORDS_MAX; t++) {
        const struct annotation *verb = look_at(document, t, LEXICON_EVENTVERB);
        const enum sense sense =
            verb && verb->end >= end ? look_lexeme(document, verb)->sense : SENSE_NONE;
        if ((sense == SENSE_CHAIR && !state) || sense == SENSE_ATTEND)
            return true; /* "conduisait la délégation" has those who are sent in it */
    }
    return false;
}

/* "X led the Kenyan delegation", "X represented the Kenyan side", "Y représentait le Togo". */
static void settle_leader_of(const struct document *document, struct people *people,
                             const struct annotation *who, const struct annotation *sent)
{
    const struct party_list *row = who ? party_members(who) : NULL;
    const struct party *side = party_members(sent)->at[0];
    if (row && (side->delegation || side->type == PARTY_COUNTRY) && side->country[0] &&
        lacks_state(people, row->at[row->count - 1]) &&
        leads_between(document, who->end + look_mark(document, who->end, ','), sent))
        take_state(document, people, row->at[row->count - 1], side->country);
}

/* Whether an office is of the suite of somebody in office: ambassadors receive, envoys come. */
static bool comes_along(const struct party *party)
{
    return party->type == PARTY_PERSON && party->rank != RANK_NONE &&
           party->rank != RANK_AMBASSADOR && party->rank != RANK_EXECUTIVE;
}

enum { SUITE_MAX = 24, SUITE_TOKENS = 60 };

struct suite {
    const struct party *at[SUITE_MAX];
    unsigned count;
};

/* The people told from token on, before anything is done. */
static struct suite suite_at(const struct document *document, uint32_t token, uint32_t end)
{
    struct suite suite = {.count = 0};
    for (uint32_t t = token; t < end && t - token < SUITE_TOKENS; t++) {
        const struct party_list *list = party_list_at(document, t);
        for (unsigned i = 0; list && i < list->count && suite.count < SUITE_MAX; i++)
            suite.at[suite.count++] = list->at[i];
        if (look_at(document, t, ANNOTATION_VERB) || document_is(document, t, CLASS(RELATIVE)))
            break;
    }
    return suite;
}

/* The state of whom they come with: "The president is accompanied by" is the one told before. */
static const char *leader_state(const struct document *document, const struct people *people,
                                const struct party *leader)
{
    const bool office = !leader->person && !leader->country[0] && leader->role_count;
    return office ? people->at[person_lately(document, people, leader)].country
                  : people_state(people, leader);
}

/* The state of whom they come with, else the one that some of them are told to be of; "" none or
 * several. */
static const char *suite_state(const struct document *document, const struct people *people,
                               const struct suite *suite, const struct party *leader)
{
    const bool led = leader && leader->type == PARTY_PERSON;
    const char *whose = led ? leader_state(document, people, leader) : "";
    if (whose[0])
        return whose;
    const char *state = "";
    for (unsigned i = 0; i < suite->count; i++) {
        const char *here = people_state(people, suite->at[i]);
        if (state[0] && here[0] && strcmp(state, here) != 0)
            return "";
        state = here[0] ? here : state;
    }
    return state;
}

/* "X, accompagné du ministre Y et du conseiller Z". */
static void settle_suite(const struct document *document, struct people *people,
                         const struct suite *suite, const struct party *leader)
{
    const char *state = suite_state(document, people, suite, leader);
    for (unsigned i = 0; i < suite->count; i++) {
        if (!comes_along(suite->at[i]) || !suite->at[i]->person)
            continue;
        take_state(document, people, suite->at[i], state);
        people->at[suite->at[i]->person].follows = !leader;
    }
}

/* "The Kenyan team included X and Y", "Her team …": owner is whose team it is, or NULL. */
static void settle_members(const struct document *document, struct people *people,
                           const struct annotation *sent, uint32_t end, const struct party *owner)
{
    const struct party_list *row = party_members(sent);
    const struct party *side = party_last(sent);
    const uint32_t head = head_behind(document, behind_small(document, sent->end), false);
    const struct annotation *leader = look_at(document, head, ANNOTATION_PARTY);
    const bool led = leader && leader->begin > sent->end; /* ", led by Z and made up of X and Y" */
    uint32_t t = behind_small(document, led ? leader->end : sent->end);
    while (led && document_is(document, t, CLASS(AND)))
        t = behind_small(document, t + 1);
    t += document_is(document, t, CLASS(RELATIVE)); /* "a team that included" */
    const struct annotation *tells = look_at(document, t, LEXICON_ACCOMPANIED);
    if (!side->delegation || !look_says(document, tells, STR("MEMBERS")))
        return;
    const struct suite members = suite_at(document, tells->end, end);
    owner = row->count > 1 ? row->at[0] : owner;
    owner = led ? party_members(leader)->at[0] : owner;
    const char *state =
        side->country[0] ? side->country : suite_state(document, people, &members, owner);
    for (unsigned i = 0; i < members.count; i++)
        take_state(document, people, members.at[i], state);
}

/* "Led by X, the Kenyan team arrived". */
static void settle_leader_before(const struct document *document, struct people *people,
                                 const struct sentence *sentence)
{
    const uint32_t begin = sentence->begin;
    const uint32_t behind = head_behind(document, begin, false);
    const struct annotation *leader = behind > begin && behind < sentence->end
                                          ? look_at(document, behind, ANNOTATION_PARTY)
                                          : NULL;
    if (!leader || !look_mark(document, leader->end, ','))
        return;
    const struct party_list *side = party_list_at(document, leader->end + 1);
    if (side && side->at[0]->delegation)
        take_state(document, people, party_members(leader)->at[0], side->at[0]->country);
}

static void settle_adviser(const struct document *document, struct people *people,
                           const struct party *party)
{
    for (unsigned i = 0; i < party->role_count && lacks_state(people, party); i++) {
        take_state(document, people, party, nation_of_chief(document, people, party->roles[i]));
        take_state(document, people, party, nation_of_owner(document, people, party->roles[i]));
    }
}

/* Whether the verb from begin to end says that who is told before it receives who is told behind.
 */
static bool receives(const struct document *document, uint32_t begin, uint32_t end)
{
    bool host = false;
    for (uint32_t t = begin; t < end; t++) {
        const struct annotation *word = look_at(document, t, LEXICON_MEETVERB);
        const struct annotation *verb = look_at(document, t, ANNOTATION_VERB);
        host |= word && look_lexeme(document, word)->frame == FRAME_HOST;
        if (verb && ((const struct verb *)verb->detail)->passive)
            return false;
    }
    return host;
}

/* "She was accompanied by", "Her team included", "Accompanying | her were": the pronoun with which
 * the sentence tells of somebody's suite, or where the sentence begins. */
static uint32_t suite_pronoun(const struct document *document, const struct sentence *sentence)
{
    const struct annotation *opens = look_at(document, sentence->begin, LEXICON_PRESENCE);
    return opens && document_is(document, opens->end, CLASS(OBJECTIVE)) ? opens->end
                                                                        : sentence->begin;
}

/* "X was received by Y.  She was accompanied by Z": whom the pronoun at token means, the one of the
 * sentence before who came. */
static const struct party *pronoun_means(const struct document *document,
                                         const struct people *people,
                                         const struct sentence *sentence, uint32_t token)
{
    const struct party *first = NULL;
    const uint64_t pronouns =
        CLASS(PRONOUN) | CLASS(POSSESSIVE) | (token > sentence->begin ? CLASS(OBJECTIVE) : 0);
    if (sentence == document->sentences.at || !document_is(document, token, pronouns))
        return NULL; /* "le" that opens a sentence is an article */
    for (uint32_t t = sentence[-1].begin; t < sentence[-1].end; t++) {
        const struct party_list *list = party_list_at(document, t);
        const struct party *party = list ? list->at[0] : first;
        if (!list || party->type != PARTY_PERSON || !people_state(people, party)[0] ||
            !gender_agrees(gender_of_party(document, party), gender_of_pronoun(document, token)))
            continue;
        if (first)
            return receives(document, first->name_end, t) ? party : first;
        first = party;
    }
    return first;
}

/* Returns the state of those who were sent, told in the sentence or before. */
static const char *read_sentence(const struct document *document, struct people *people,
                                 const struct sentence *sentence, const char *sent_by)
{
    const uint32_t pronoun = suite_pronoun(document, sentence);
    const struct party *leader = pronoun_means(document, people, sentence, pronoun);
    const struct party *owner = document_is(document, pronoun, CLASS(POSSESSIVE)) ? leader : NULL;
    const struct annotation *before = NULL;
    if (pronoun > sentence->begin && leader) {
        const struct suite suite =
            suite_at(document, behind_small(document, pronoun + 1), sentence->end);
        settle_suite(document, people, &suite, leader);
    }
    settle_leader_before(document, people, sentence);
    if (document_is(document, sentence->begin, CLASS(NEUTER))) /* "It was led by X" */
        settle_head(document, people, sentence->begin + 1, true, sent_by);
    const uint64_t bits = KIND_BIT(ANNOTATION_PARTY) | KIND_BIT(LEXICON_ACCOMPANIED);
    for (uint32_t t = look_next(document, sentence->begin, sentence->end, bits); t < sentence->end;
         t = look_next(document, t + 1, sentence->end, bits)) {
        const struct annotation *sent = look_at(document, t, ANNOTATION_PARTY);
        const struct annotation *company = look_at(document, t, LEXICON_ACCOMPANIED);
        for (unsigned i = 0; sent && i < party_members(sent)->count; i++)
            settle_adviser(document, people, party_members(sent)->at[i]);
        if (sent)
            sent_by = settle_leader(document, people, sent, sent_by);
        if (sent) {
            const bool owned = before && before->end + 1 == sent->begin && /* "Holm's team" */
                               look_clitic(document, before->end);
            settle_members(document, people, sent, sentence->end,
                           owned ? party_members(before)->at[0] : owner);
            settle_leader_of(document, people, before, sent);
            before = sent;
        }
        if (sent && party_members(sent)->at[0]->type == PARTY_PERSON)
            leader = party_members(sent)->at[0];
        if (look_says(document, company, STR("COMPANY"))) {
            const struct suite suite = suite_at(document, company->end, sentence->end);
            settle_suite(document, people, &suite, leader);
        }
    }
    return sent_by;
}

void nation_by_company(const struct document *document, struct people *people)
{
    const char *sent_by = "";
    for (size_t i = 0; i < document->sentences.count; i++) {
        if (!(document->sentences.at[i].flags & (SENTENCE_BOILERPLATE | SENTENCE_EMPTY)))
            sent_by = read_sentence(document, people, &document->sentences.at[i], sent_by);
    }
}
