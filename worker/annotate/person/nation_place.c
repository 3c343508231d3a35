#include "annotate/look.h"
#include "annotate/person/home.h"
#include "annotate/person/nation.h"
#include "annotate/place/spot.h"
#include "annotate/role/role.h"
#include "annotate/verb.h"

/*
 * Who is met abroad is of there: "X a rencontré le président Y à Kinshasa", of X who is not from
 * there, tells the state of Y.
 */

static const char OF_NONE[] = "-"; /* the state of who serves none */

struct abroad {
    const struct document *document;
    struct people *people;
    const struct home *counted;
    char home[3];             /* the article's own state, "" unknown */
    const char *there;        /* the one state in which the sentence, else the one before it of its
                               * paragraph, places something, or NULL */
    const char *side;         /* the state of the person told last before the verb, or NULL */
    const char *before;       /* the same in the sentence before of the paragraph */
    bool met;                 /* a verb of meeting two has been read */
    bool hosts;               /* it says that who is told before it receives */
    const struct party *host; /* the person told last before the verb, or NULL */
};

/* "met A in Lomé | before flying to Accra": where what comes after begins, or the sentence's end.
 */
static uint32_t after_from(const struct document *document, const struct sentence *sentence)
{
    const uint64_t bit = KIND_BIT(LEXICON_FOLLOWING);
    for (uint32_t t = look_next(document, sentence->begin + 1, sentence->end, bit);
         t < sentence->end; t = look_next(document, t + 1, sentence->end, bit)) {
        const struct annotation *when = look_at(document, t, LEXICON_FOLLOWING);
        if (look_says(document, when, STR("BEFORE")))
            return t;
    }
    return sentence->end;
}

/* The one state of the places from begin to end; NULL: several; before, if there is none. */
static const char *state_there(const struct document *document, uint32_t begin, uint32_t end,
                               const char *before)
{
    const char *there = NULL;
    const uint64_t bit = KIND_BIT(ANNOTATION_PLACE);
    for (uint32_t t = look_next(document, begin, end, bit); t < end;
         t = look_next(document, t + 1, end, bit)) {
        const struct annotation *place = look_at(document, t, ANNOTATION_PLACE);
        const struct spot *spot = place ? place->detail : NULL;
        if (!spot || !spot->country[0] ||
            (!(spot->governor & (CLASS(AT) | CLASS(TO))) &&
             !spot_is_visited(document, place->begin)))
            continue;
        if (there && strcmp(there, spot->country) != 0)
            return NULL;
        there = spot->country;
    }
    return there ? there : before;
}

/* Whether a verb at token tells that one person meets another. */
static bool is_meeting(const struct document *document, uint32_t token)
{
    const struct annotation *group = look_at(document, token, ANNOTATION_VERB);
    const struct annotation *word =
        group ? verb_reading(document, group->detail, LEXICON_MEETVERB) : NULL;
    if (!word)
        return false;
    const struct lexeme *lexeme = look_lexeme(document, word);
    const enum frame frame = lexeme->frame;
    return frame == FRAME_OBJECT || frame == FRAME_WITH || frame == FRAME_HOST ||
           (frame == FRAME_CALL && lexeme->mode == MODE_IN_PERSON); /* "called on" */
}

/* Whether the verb at token tells that somebody receives somebody, and not that he is received. */
static bool is_hosting(const struct document *document, uint32_t token)
{
    const struct verb *verb = look_at(document, token, ANNOTATION_VERB)->detail;
    const struct annotation *word = verb_reading(document, verb, LEXICON_MEETVERB);
    return !verb->passive && look_lexeme(document, word)->frame == FRAME_HOST;
}

static bool is_state_office(enum rank rank)
{
    return rank_is_head(rank) || rank == RANK_FOREIGN_MINISTER || rank == RANK_MINISTER;
}

/* Whether somebody met has a lesser office, which is of the place if the other side's state is
 * told: not "the Malian leader and the captain", nor "Lind's adviser". */
static bool is_lesser_office(const struct abroad *abroad, const struct party *party,
                             const struct party *before)
{
    const enum rank rank = abroad->people->at[party->person].rank;
    const char *beside = before ? before->country : "";
    return abroad->side && abroad->side[0] && party->role_count && !abroad->hosts &&
           (rank == RANK_DEPUTY_MINISTER || rank == RANK_MILITARY || rank == RANK_OFFICIAL ||
            rank == RANK_LEGISLATOR) &&
           !look_clitic(abroad->document, party->roles[0]->begin - 1) &&
           (!beside[0] || strcmp(beside, abroad->there) == 0);
}

/* "L'envoyé de l'ONU X a rencontré au Caire le ministre Y": whether who mediates may meet somebody
 * of yet another state than that of the place, since one is named. */
static bool may_be_third(const struct abroad *abroad)
{
    const size_t there = home_times(abroad->counted, abroad->there) > 0;
    return abroad->side == OF_NONE && abroad->counted->count > there;
}

/* Gives who is met the state of the place, unless the other side is at home there. */
static void settle_met(const struct abroad *abroad, const struct party *party,
                       const struct party *before)
{
    struct person *person = &abroad->people->at[party->person];
    const char *told = abroad->side ? abroad->side : abroad->before;
    const char *side = told && told[0] ? told : abroad->home;
    if (!party->person || party->country[0] || person->country[0] || person->stateless ||
        (party->organization && !party->counterpart) ||
        !(is_state_office(person->rank) || is_lesser_office(abroad, party, before)) ||
        !(told || party->counterpart) || !side[0] || strcmp(side, abroad->there) == 0 ||
        strcmp(person->abroad, abroad->there) == 0 || may_be_third(abroad))
        return;
    memcpy(person->country, abroad->there, 3);
}

/* "Le secrétaire X a reçu à Alger l'ambassadeur du Portugal": who receives somebody of another
 * state is at home there. */
static void settle_host(const struct abroad *abroad, const struct party *guest)
{
    const struct party *party = abroad->host;
    const char *from = people_state(abroad->people, guest);
    const bool away = from[0] ? strcmp(from, abroad->there) == 0 /* "a reçu à Alger la préfète X" */
                              : abroad->home[0] && strcmp(abroad->home, abroad->there) != 0;
    if (!abroad->hosts || !party || !party->person || away)
        return;
    struct person *person = &abroad->people->at[party->person];
    const bool office = is_state_office(person->rank) || person->rank == RANK_OFFICIAL ||
                        person->rank == RANK_LEGISLATOR || person->rank == RANK_DEPUTY_MINISTER;
    const struct annotation *body = person->titled ? person->titled->organization : NULL;
    if (office && !party->country[0] && !person->country[0] && !person->stateless &&
        strcmp(person->abroad, abroad->there) != 0 &&
        (!body || role_serves_state(abroad->document, body, true)))
        memcpy(person->country, abroad->there, 3);
}

/* Whether the party can be one of two who meet: somebody, or those whom a state sent, with whom the
 * sentence begins. */
static bool is_side(const struct document *document, const struct party *party)
{
    return (party->type == PARTY_PERSON && !party->plural) ||
           (party->delegation && party->country[0] &&
            look_flag(document, party->begin, TOKEN_SENTENCE));
}

/* "l'envoyé de l'ONU X": whether it is told that he serves a body of no state. */
static bool serves_body(const struct abroad *abroad, const struct party *party)
{
    const struct person *person = &abroad->people->at[party->person];
    const struct annotation *body = person->titled ? person->titled->organization : NULL;
    return party->person && body && !role_serves_state(abroad->document, body, true);
}

static void read_party(struct abroad *abroad, const struct party *party, const struct party *before)
{
    if (!is_side(abroad->document, party))
        return;
    if (abroad->met && abroad->there) {
        settle_met(abroad, party, before);
        settle_host(abroad, party);
    }
    if (abroad->met)
        return;
    const char *state = people_state(abroad->people, party);
    if (!state[0] && serves_body(abroad, party))
        state = OF_NONE;
    if (state[0] || !abroad->side) /* "A of Kenya and B", of whom no more is told */
        abroad->side = state;
    abroad->host = party;
}

/* "X met Ukrainian Defence Minister A and Foreign Minister | B": gives who is met the state of who
 * is told right before with another office of state. */
static void settle_beside(const struct abroad *abroad, const struct party *first,
                          const struct party *party)
{
    struct person *person = &abroad->people->at[party->person];
    const bool told = abroad->met && abroad->host && first->type == PARTY_PERSON &&
                      first->country[0] && first->role_count && is_state_office(first->rank) &&
                      first->roles[0]->begin < first->name_begin &&
                      !document_is(abroad->document, first->name_end, CLASS(OF));
    if (told && party->person && party->role_count == 1 && !party->country[0] && !party->presumed &&
        !party->organization && !person->country[0] && !person->stateless && !party->counterpart &&
        is_state_office(party->rank) && party->rank != first->rank &&
        party->begin == party->roles[0]->begin && party->name_begin == party->roles[0]->end)
        memcpy(person->country, first->country, 3);
}

/* "a eu un entretien | avec", "une audience | auprès de": whether a word for talks stands right
 * before what joins the other side to them at token; or "at the invitation of" stands there. */
static bool is_talking(const struct document *document, uint32_t token)
{
    enum { WORDS_MAX = 4 };
    const struct annotation *host = look_at(document, token, LEXICON_HOST);
    if (host && look_lexeme(document, host)->part == PART_HOST)
        return true;
    if (!look_at(document, token, LEXICON_WITH))
        return false;
    for (uint32_t back = 1; back <= WORDS_MAX && back <= token; back++) {
        const struct annotation *noun = look_at(document, token - back, LEXICON_MEETNOUN);
        if (noun)
            return look_lexeme(document, noun)->kind == KIND_TALKS;
    }
    return false;
}

static void read_sentence(struct abroad *abroad, const struct sentence *sentence, bool sequel)
{
    const struct document *document = abroad->document;
    const bool same =
        sequel && document_is(document, sentence->begin, CLASS(PRONOUN) | CLASS(PLURAL_PRONOUN));
    const uint32_t end = sentence->end, after = after_from(document, sentence);
    abroad->there = state_there(document, sentence->begin, after, sequel ? abroad->there : NULL);
    const char *next = state_there(document, after, end, NULL);
    if (!sequel || abroad->side)
        abroad->before = sequel ? abroad->side : NULL;
    abroad->side = same ? abroad->side : NULL; /* "A est allé à Niamey. Il a rencontré B" */
    abroad->met = abroad->hosts = false;
    abroad->host = NULL;
    const uint64_t bits = KIND_BIT(ANNOTATION_PARTY) | KIND_BIT(ANNOTATION_VERB) |
                          KIND_BIT(LEXICON_WITH) | KIND_BIT(LEXICON_HOST);
    for (uint32_t t = look_next(document, sentence->begin, end, bits); t < end;
         t = look_next(document, t + 1, end, bits)) {
        if (t >= after && next)
            abroad->there = next;
        const struct party_list *list = party_list_at(document, t);
        for (unsigned i = 0; list && i < list->count; i++) {
            if (i > 0)
                settle_beside(abroad, list->at[i - 1], list->at[i]);
            read_party(abroad, list->at[i], i > 0 ? list->at[i - 1] : NULL);
        }
        const bool meets = is_meeting(document, t);
        abroad->hosts |= meets && !abroad->met && is_hosting(document, t);
        abroad->met |= meets || is_talking(document, t);
    }
}

/* Whether the sentence opens with a pronoun, or with one behind the comma of where or when: "In
 * Rome, he". */
static bool opens_with_pronoun(const struct document *document, const struct sentence *sentence)
{
    enum { WORDS_MAX = 8 };
    const uint64_t pronouns = CLASS(PRONOUN) | CLASS(PLURAL_PRONOUN);
    for (uint32_t t = sentence->begin; t < sentence->end && t - sentence->begin < WORDS_MAX; t++) {
        if (document_is(document, t, pronouns) &&
            (t == sentence->begin || look_mark(document, t - 1, ',')))
            return true;
    }
    return false;
}

/* Whether what the sentence before tells is still the matter: within a paragraph, or where a
 * pronoun takes it up in the next one of the body. */
static bool goes_on(const struct document *document, const struct sentence *before,
                    const struct sentence *sentence)
{
    return before->line == sentence->line ||
           (!(before->flags & SENTENCE_TITLE) && opens_with_pronoun(document, sentence));
}

void nation_by_place(const struct document *document, struct people *people,
                     const struct home *counted)
{
    struct abroad abroad = {.document = document, .people = people, .counted = counted};
    home_country(counted, abroad.home);
    const struct sentence *before = NULL;
    for (size_t i = 0; i < document->sentences.count; i++) {
        const struct sentence *sentence = &document->sentences.at[i];
        if (!(sentence->flags & (SENTENCE_BOILERPLATE | SENTENCE_EMPTY)))
            read_sentence(&abroad, sentence, before && goes_on(document, before, sentence));
        before = sentence;
    }
}
