#include <string.h>

#include "annotate/look.h"
#include "meeting/merge/inherit.h"
#include "meeting/merge/when.h"

/*
 * Where a meeting is that tells no place: with its host; where a parliament or cabinet sits; at
 * home, if all who meet are of the article's own state; and in which town of its country, if the
 * text has just spoken of one.
 */

/* Places the occasion in a state, by the words that tell it. */
void place_in(const struct story *story, struct occasion *occasion, struct span by,
              const char *country)
{
    struct annotation *words = ARENA_ARRAY(story->document->arena, struct annotation, 1);
    struct spot *spot = ARENA_ARRAY(story->document->arena, struct spot, 1);
    if (!words || !spot) {
        story->document->memory_out = true;
        return;
    }
    *spot = (struct spot){.begin = by.begin, .end = by.end};
    memcpy(spot->country, country, 3);
    *words = (struct annotation){.kind = ANNOTATION_PARTY, .begin = by.begin, .end = by.end};
    words->detail = spot;
    place_at(story, occasion, words);
}

/* Where the words of a party place the occasion: in its country. */
void place_with(const struct story *story, struct occasion *occasion, const struct party *party)
{
    place_in(story, occasion, (struct span){party->begin, party->end}, actor_country(story, party));
}

/* "Lima Mayor A", "A, mayor of Lima": the town of whoever sits there, or NULL. */
static const struct annotation *town_of_seat(const struct document *document,
                                             const struct party *party)
{
    const bool seat = party_has_seat(party);
    for (uint32_t t = party->begin - (party->begin > 0); seat && t < party->end; t++) {
        const struct annotation *place = look_at(document, t, ANNOTATION_PLACE);
        if (place && ((const struct spot *)place->detail)->city && place->end <= party->end)
            return place;
    }
    return NULL;
}

static bool place_at_host(const struct story *story, struct occasion *occasion)
{
    for (unsigned i = 0; i < occasion->party_count; i++) {
        const struct slot *slot = &occasion->parties[i];
        if (slot->part != PART_HOST || !actor_country(story, slot->party)[0])
            continue;
        const struct annotation *town = town_of_seat(story->document, slot->party);
        if (town)
            place_at(story, occasion, town);
        else
            place_with(story, occasion, slot->party);
        occasion->at_host = true;
        return true;
    }
    return false;
}

/* "an official visit with the king of Peru": who is no visitor there is at home. */
static void place_with_visited(const struct story *story, struct occasion *visit)
{
    const char *from = "";
    const struct party *host = NULL;
    for (unsigned i = 0; i < visit->party_count; i++) {
        const struct party *party = visit->parties[i].party;
        const char *country = actor_country(story, party);
        if (visit->parties[i].part == PART_VISITOR)
            from = country;
        else if (party->type == PARTY_PERSON && country[0] && !host)
            host = party;
    }
    if (host && from[0] && strcmp(from, actor_country(story, host)) != 0)
        place_with(story, visit, host);
}

static bool is_public(enum rank rank)
{
    return rank != RANK_NONE && rank != RANK_EXECUTIVE && rank != RANK_AMBASSADOR &&
           rank != RANK_ENVOY;
}

/* The party whose state all are of, or NULL: of one state and in office there. */
static const struct party *of_one_state(const struct story *story, const struct occasion *occasion)
{
    const struct party *found = NULL;
    bool office = false;
    for (unsigned i = 0; i < occasion->party_count; i++) {
        const struct party *party = occasion->parties[i].party;
        const char *country = actor_country(story, party);
        if (!country[0])
            continue;
        if (found && strcmp(actor_country(story, found), country) != 0)
            return NULL;
        office |= party->type == PARTY_PERSON &&
                  is_public(party->person ? story->people.at[party->person].rank : party->rank);
        found = party;
    }
    return office ? found : NULL;
}

/* "The delegation of Syria arrived in Lyon on Sunday. The minister is to meet B on Sunday": where
 * others of that state are on the day of the occasion, if they are abroad. */
static const struct occasion *abroad_then(const struct story *story,
                                          const struct occasion_list *occasions,
                                          const struct occasion *occasion, const char *home)
{
    for (uint32_t i = 0; i < occasions->count; i++) {
        const struct occasion *visit = occasions->at[i];
        const struct spot *spot = visit->placed ? visit->placed->place->detail : NULL;
        if (visit->kind != KIND_VISIT || visit == occasion || !spot || !spot->country[0] ||
            strcmp(spot->country, home) == 0 || !iso_is_day(&visit->when.start) ||
            strcmp(visit->when.start.text, occasion->when.start.text) != 0)
            continue;
        for (unsigned k = 0; k < visit->party_count; k++) {
            const struct party *visitor = visit->parties[k].party;
            const char *country = actor_country(story, visitor);
            const bool group = visitor->type == PARTY_GROUP && !country[0]; /* "delegation" */
            if (visit->parties[k].part == PART_VISITOR && (group || strcmp(country, home) == 0))
                return visit;
        }
    }
    return NULL;
}

static void place_at_home(const struct story *story, const struct occasion_list *occasions,
                          struct occasion *occasion, const char *home)
{
    const struct party *party = of_one_state(story, occasion);
    if (!party || strcmp(actor_country(story, party), home) != 0)
        return;
    const struct occasion *visit = abroad_then(story, occasions, occasion, home);
    if (visit)
        occasion->placed = visit->placed;
    else
        place_with(story, occasion, party);
}

static bool is_of_state(const struct lexeme *lexeme)
{
    return lexeme->body == BODY_PARLIAMENT || BODY_GOVERNS(lexeme->body);
}

/* The words of a mention that may name the body which sits: all up to the end of the name. */
static struct span words_of(const struct story *story, const struct mention *mention)
{
    const struct span name = mention->label.name, trigger = mention->trigger;
    return (struct span){story->document->sentences.at[mention->sentence].begin,
                         name.end > trigger.end ? name.end : trigger.end};
}

/* The parliament or cabinet of one state that the words name, or NULL: "la session de l'Assemblée
 * nationale"; a body of several states is none. */
static const struct annotation *national_body(const struct document *document, struct span words)
{
    const struct annotation *body = NULL;
    for (uint32_t t = words.begin; t < words.end; t++) {
        const struct annotation *seat = look_at(document, t, LEXICON_INSTITUTION);
        const struct annotation *head = look_at(document, t, LEXICON_ORGHEAD);
        if (look_at(document, t, LEXICON_ORGANIZATION))
            return NULL;
        if (seat && is_of_state(look_lexeme(document, seat)))
            return seat;
        if (head && is_of_state(look_lexeme(document, head)))
            body = head;
    }
    return body;
}

/* Whether one of the parties is of another state. */
static bool has_guest(const struct story *story, const struct occasion *occasion, const char *home)
{
    for (unsigned i = 0; i < occasion->party_count; i++) {
        const char *country = actor_country(story, occasion->parties[i].party);
        if (country[0] && strcmp(country, home) != 0)
            return true;
    }
    return false;
}

const char *session_seat(const struct story *story, const struct occasion *session,
                         const struct annotation **ret_body)
{
    const char *home = story->people.home;
    for (unsigned i = 0; session->kind == KIND_SESSION && i < session->mention_count; i++) {
        const struct annotation *body =
            national_body(story->document, words_of(story, session->mentions[i]));
        const char *country = body ? look_lexeme(story->document, body)->country : "";
        if (body && !country[0] && !has_guest(story, session, home))
            country = home;
        if (!country[0])
            continue;
        if (ret_body)
            *ret_body = body;
        return country;
    }
    return "";
}

/* "The National Assembly meets on Friday": at home. */
static void place_at_seat(const struct story *story, struct occasion *occasion)
{
    const struct annotation *body = NULL;
    const char *country = occasion->placed ? "" : session_seat(story, occasion, &body);
    if (country[0])
        place_in(story, occasion, (struct span){body->begin, body->end}, country);
}

/* The town of that country told nearest before the sentence, or NULL. */
static const struct annotation *town_told_before(const struct document *document, uint32_t sentence,
                                                 const char *country)
{
    enum { SENTENCES_BACK = 8 };
    for (uint32_t back = 1; back <= SENTENCES_BACK && back <= sentence; back++) {
        const struct annotation *town =
            town_in(document, &document->sentences.at[sentence - back], country);
        if (town)
            return town;
    }
    return NULL;
}

/* Whether the sentence is about one who pays the visit: he is the first whom it tells. */
static bool is_of_visitor(const struct story *story, const struct occasion *visit,
                          const struct sentence *sentence)
{
    for (uint32_t t = sentence->begin; t < sentence->end; t++) {
        const struct annotation *annotation = look_at(story->document, t, ANNOTATION_PARTY);
        const struct party *first = annotation ? party_members(annotation)->at[0] : NULL;
        if (!first || first->type != PARTY_PERSON)
            continue;
        for (unsigned i = 0; i < visit->party_count; i++) {
            if (visit->parties[i].part == PART_VISITOR &&
                actor_same(story, first, visit->parties[i].party))
                return true;
        }
        return false;
    }
    return false;
}

/* "A laid a wreath in Leixo. … A arrived in Ruland on Monday": the town in that country where what
 * the story told before of the visitor is, if no other day is told of that; or NULL. */
static const struct annotation *town_of_visitor(const struct story *story,
                                                const struct occasion *visit, const char *country)
{
    enum { SENTENCES_BACK = 4 };
    const uint32_t told = visit->mentions[0]->sentence;
    for (uint32_t back = 1; back <= SENTENCES_BACK && back <= told; back++) {
        const struct sentence *sentence = &story->document->sentences.at[told - back];
        const bool dated =
            look_within(story->document, sentence->begin, sentence->end, ANNOTATION_DATE);
        const struct annotation *town = !dated && is_of_visitor(story, visit, sentence)
                                            ? town_in(story->document, sentence, country)
                                            : NULL;
        if (town)
            return town;
    }
    return NULL;
}

/* "est arrivé en Arménie", under a headline that says "à Erevan". */
static void place_in_town(const struct story *story, struct occasion *occasion)
{
    const struct document *document = story->document;
    const struct spot *spot = occasion->placed->place->detail;
    const struct annotation *town = NULL;
    const bool ahead = !status_has_begun(occasion->status); /* "will meet B in Oslo on the visit" */
    for (unsigned i = 0; i < occasion->mention_count && !town; i++)
        town = ahead && occasion->kind == KIND_VISIT
                   ? NULL
                   : town_in(document, &document->sentences.at[occasion->mentions[i]->sentence],
                             spot->country);
    const bool old = !town && occasion_is_background(story, occasion);
    if (!town && !old && occasion->kind != KIND_VISIT && !occasion->at_host && !ahead)
        town = town_told_before(document, occasion->mentions[0]->sentence, spot->country);
    if (!town && !old && !ahead && occasion->kind == KIND_VISIT &&
        !mention_tells_bygone(story, occasion->mentions[0]))
        town = town_of_visitor(story, occasion, spot->country);
    if (!town && !old && document->sentences.count &&
        (document->sentences.at[0].flags & SENTENCE_TITLE))
        town = town_in(document, &document->sentences.at[0], spot->country);
    if (town)
        place_at(story, occasion, town);
}

/* "held talks in Ruland on Monday. They met in Leixo": the state that another mention of the
 * occasion tells, or where somebody is on a visit who takes part; "" untold. */
static const char *state_around(const struct story *story, const struct occasion_list *occasions,
                                const struct occasion *occasion)
{
    for (unsigned i = 0; i < occasion->mention_count; i++) {
        const struct annotation *place = occasion->mentions[i]->place;
        if (place && ((const struct spot *)place->detail)->country[0])
            return ((const struct spot *)place->detail)->country;
    }
    for (uint32_t i = 0; i < occasions->count; i++) {
        const struct occasion *visit = occasions->at[i];
        const struct spot *spot = visit->placed ? visit->placed->place->detail : NULL;
        if (visit != occasion && visit->kind == KIND_VISIT && spot && spot->country[0] &&
            when_is_during(&occasion->when, &visit->when) &&
            occasion_has_visitor(story, occasion, visit))
            return spot->country;
    }
    return "";
}

/* The state where whoever tells no other is: the host's, that of all who meet, or the article's
 * own. */
static const char *state_of_parties(const struct story *story, const struct occasion *occasion,
                                    const char *home)
{
    const struct party *one = of_one_state(story, occasion);
    const char *country = one                                ? actor_country(story, one)
                          : has_guest(story, occasion, home) ? ""
                                                             : home;
    for (unsigned i = 0; i < occasion->party_count; i++) {
        const struct slot *slot = &occasion->parties[i];
        if (slot->part == PART_HOST && actor_country(story, slot->party)[0])
            country = actor_country(story, slot->party);
    }
    return country;
}

/* Whether the story tells of nobody and nothing abroad. */
static bool is_all_at_home(const struct story *story, const struct occasion_list *occasions,
                           const char *home)
{
    for (uint32_t i = 0; i < occasions->count; i++) {
        const struct occasion *occasion = occasions->at[i];
        const struct spot *spot = occasion->placed ? occasion->placed->place->detail : NULL;
        if (spot && spot->country[0] && strcmp(spot->country, home) != 0)
            return false;
        for (unsigned k = 0; k < occasion->party_count; k++) {
            const char *country = actor_country(story, occasion->parties[k].party);
            if (country[0] && strcmp(country, home) != 0)
                return false;
        }
    }
    return true;
}

/* "a reçu B à Leixo", "se rendra à Leixo": in which state a town is that no list has. */
static void place_town(const struct story *story, const struct occasion_list *occasions,
                       struct occasion *occasion, const char *home)
{
    const struct annotation *town = occasion->placed->place;
    const bool small = occasion->kind == KIND_TALKS || occasion->kind == KIND_SESSION;
    const char *country = state_around(story, occasions, occasion);
    const bool tour = occasion->kind == KIND_VISIT && is_all_at_home(story, occasions, home);
    if (!country[0] && (small || tour))
        country = state_of_parties(story, occasion, home);
    struct spot *spot = ARENA_ARRAY(story->document->arena, struct spot, 1);
    struct annotation *words = ARENA_ARRAY(story->document->arena, struct annotation, 1);
    if (!country[0] || !spot || !words)
        return;
    *spot = *(const struct spot *)town->detail;
    memcpy(spot->country, country, 3);
    *words = *town;
    words->detail = spot;
    place_at(story, occasion, words);
}

void places_at_home(const struct story *story, struct occasion_list *occasions)
{
    const char *home = story->people.home;
    for (uint32_t i = 0; i < occasions->count; i++) {
        struct occasion *occasion = occasions->at[i];
        place_at_seat(story, occasion);
        const bool planned =
            status_has_begun(occasion->status) || occasion->status == STATUS_SCHEDULED;
        if (occasion->kind == KIND_CALL || occasion->mode == MODE_PHONE ||
            occasion->mode == MODE_VIDEO || !planned)
            continue;
        const bool abroad = /* one state goes to a summit */
            kind_is_gathering(occasion->kind) && occasion->kind != KIND_SESSION;
        if (!occasion->placed && !place_at_host(story, occasion) && occasion->kind != KIND_VISIT &&
            !place_of_guest(story, occasion) && !abroad)
            place_at_home(story, occasions, occasion, home);
        if (!occasion->placed && occasion->kind == KIND_VISIT)
            place_with_visited(story, occasion);
        const struct spot *spot = occasion->placed ? occasion->placed->place->detail : NULL;
        const bool elsewhere = spot && spot->venue && /* "at the White House", told of Detroit */
                               look_lexeme(story->document, spot->venue)->geonames_id > 0;
        if (spot && !spot->city && spot->country[0] && !elsewhere)
            place_in_town(story, occasion);
        else if (spot && spot->city && !spot->country[0])
            place_town(story, occasions, occasion, home);
    }
}
