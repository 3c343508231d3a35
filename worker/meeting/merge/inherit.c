#include "meeting/merge/inherit.h"

#include <stdlib.h>
#include <string.h>

#include "annotate/look.h"
#include "annotate/verb.h"
#include "meeting/find/when.h"
#include "meeting/merge/home.h"
#include "meeting/merge/visit.h"

static bool can_inherit(const struct occasion *occasion)
{
    return !occasion->placed && !occasion_travels(occasion) && occasion->kind != KIND_CALL &&
           occasion->mode != MODE_PHONE && occasion->mode != MODE_VIDEO &&
           (status_has_begun(occasion->status) || occasion->status == STATUS_SCHEDULED ||
            occasion->status == STATUS_PROPOSED);
}

static bool is_sub_event(const struct occasion *occasion, uint32_t of)
{
    for (unsigned i = 0; i < occasion->relation_count; i++) {
        if (occasion->relations[i].type == RELATION_SUB_EVENT &&
            occasion->relations[i].occasion == of)
            return true;
    }
    return false;
}

bool when_is_during(const struct when *when, const struct when *visit)
{
    enum { DAYS_MOST = 10 };
    const char *start = when->start.text, *first = visit->start.text, *last = visit->end.text;
    if (!start[0] || !first[0])
        return true;
    if (!last[0] && !iso_is_day(&visit->start))
        return strncmp(start, first, strlen(first)) == 0; /* "in May": not what was in June */
    if (!last[0] && iso_is_day(&when->start) && iso_days(&visit->start, &when->start) > DAYS_MOST)
        return false;
    return strcmp(start, first) >= 0 && (!last[0] || strcmp(start, last) <= 0);
}

/* "A Danish delegation arrived. The senators met B": whether the group is told as one that is
 * known, and can be the one that came. */
static bool is_group_again(const struct story *story, const struct party *came,
                           const struct party *party)
{
    const char *from = actor_country(story, came), *of = actor_country(story, party);
    const bool known =
        party->delegation ||
        (document_is(story->document, party->begin, CLASS(DETERMINER) | CLASS(DEMONSTRATIVE)) &&
         !document_is(story->document, party->begin, CLASS(INDEFINITE) | CLASS(OF)));
    return actor_is_group(came) && actor_is_group(party) && known &&
           (!from[0] || !of[0] || strcmp(from, of) == 0);
}

bool occasion_has_visitor(const struct story *story, const struct occasion *occasion,
                          const struct occasion *visit)
{
    for (unsigned v = 0; v < visit->party_count; v++) {
        const enum part part = visit->parties[v].part;
        const bool comes = part == PART_VISITOR || part == PART_ATTENDEE; /* comes along */
        for (unsigned i = 0; i < occasion->party_count; i++) {
            const struct party *came = visit->parties[v].party;
            const struct party *party = occasion->parties[i].party;
            if (comes && (actor_same(story, came, party) || is_group_again(story, came, party)))
                return true;
        }
    }
    return false;
}

/* Whether others are told to have met at its side. */
static bool has_sidelines(const struct occasion *gathering)
{
    for (unsigned i = 0; i < gathering->relation_count; i++) {
        if (gathering->relations[i].type == RELATION_SUPER_EVENT)
            return true;
    }
    return false;
}

/* Whether one who takes part in the gathering is among those who talk. */
static bool is_of_guest(const struct story *story, const struct occasion *talks,
                        const struct occasion *gathering)
{
    for (unsigned g = 0; g < gathering->party_count; g++) {
        const struct slot *guest = &gathering->parties[g];
        if (guest->part != PART_ABSENT && guest->party->type == PARTY_PERSON &&
            actor_among(story, guest->party, talks->parties, talks->party_count))
            return true;
    }
    return false;
}

/* "After meeting A, B flew to C", "Before flying to C, B met A": not there. */
static bool is_on_the_way(const struct document *document, const struct occasion *occasion,
                          const struct occasion *visit)
{
    const struct mention *meeting = occasion->mentions[0], *travel = visit->mentions[0];
    if (visit->kind != KIND_VISIT || !travel->verb || meeting->sentence != travel->sentence)
        return false;
    bool aside = false;
    for (uint32_t t = travel->trigger.end; travel->ahead && t < meeting->trigger.begin; t++)
        aside |= look_mark(document, t, ',');
    return aside || meeting->trigger.begin < travel->trigger.begin;
}

/* "After her visit to A, she met B": a visit told only as over before what is told. */
static bool is_gone(const struct occasion *visit)
{
    bool gone = visit->kind == KIND_VISIT;
    for (unsigned i = 0; i < visit->mention_count; i++)
        gone &= visit->mentions[i]->gone;
    return gone;
}

/* "arrived in Oslo on Sunday. She is expected to meet B": what is planned right behind an arrival
 * of these days, of which no end is told, is to be there. */
static bool is_still_there(const struct story *story, const struct occasion *occasion,
                           const struct occasion *visit)
{
    enum { SENTENCES_BACK = 2, DAYS_BACK = 7 };
    const struct mention *arrival = visit->mentions[visit->mention_count - 1];
    const struct iso_date *start = &visit->when.start, today = day_iso(story->reference.day);
    const uint32_t told = occasion->mentions[0]->sentence;
    return occasion->status == STATUS_SCHEDULED && arrival->opening && !visit->when.end.text[0] &&
           told >= arrival->sentence && told - arrival->sentence <= SENTENCES_BACK &&
           iso_is_day(start) && iso_is_day(&today) && iso_days(start, &today) <= DAYS_BACK;
}

static bool holds(const struct story *story, const struct occasion_list *occasions, uint32_t inner,
                  uint32_t outer)
{
    const struct occasion *occasion = occasions->at[inner], *around = occasions->at[outer];
    if (inner == outer || !around->placed || is_on_the_way(story->document, occasion, around) ||
        is_gone(around) || visit_is_looked_back_on(story, occasion, around) ||
        visit_elsewhere(story, occasion, around))
        return false;
    if (is_sub_event(occasion, outer) || is_sub_event(around, inner))
        return true;
    const bool together = status_has_begun(around->status) ? occasion->status != STATUS_SCHEDULED ||
                                                                 around->status == STATUS_ONGOING
                                                           : around->status == occasion->status;
    return around->kind == KIND_VISIT && (together || is_still_there(story, occasion, around)) &&
           when_is_during(&occasion->when, &around->when) &&
           occasion_has_visitor(story, occasion, around);
}

/* Whether the town is where another occasion is. */
static bool is_taken(const struct occasion_list *occasions, const struct annotation *town)
{
    for (uint32_t i = 0; i < occasions->count; i++) {
        if (occasions->at[i]->placed && occasions->at[i]->placed->place == town)
            return true;
    }
    return false;
}

bool occasion_is_background(const struct story *story, const struct occasion *occasion)
{
    enum { DAYS_BACK = 31 };
    const char *start = occasion->when.start.text;
    const struct iso_date first = day_iso(day_add(story->reference.day, -DAYS_BACK));
    return story->reference.day.year && start[0] && strncmp(start, first.text, strlen(start)) < 0;
}

void place_at(const struct story *story, struct occasion *occasion, const struct annotation *town)
{
    struct mention *carrier = ARENA_ARRAY(story->document->arena, struct mention, 1);
    if (!carrier) {
        story->document->memory_out = true;
        return;
    }
    carrier->place = town;
    occasion->placed = town ? carrier : NULL;
}

/* "arrived here", not "told reporters here": whether the word says where the meeting is. */
static bool tells_here(const struct document *document, const struct mention *mention)
{
    enum { WORDS_BACK = 4, WORDS_AROUND = 12 };
    const struct sentence *sentence = &document->sentences.at[mention->sentence];
    const struct span trigger = mention->trigger;
    const uint64_t here = CLASS(HERE);
    const uint32_t begin = trigger.begin < sentence->begin + WORDS_AROUND
                               ? sentence->begin
                               : trigger.begin - WORDS_AROUND;
    const uint32_t end =
        sentence->end < trigger.end + WORDS_AROUND ? sentence->end : trigger.end + WORDS_AROUND;
    for (uint32_t t = begin; t < end; t++) {
        if (!document_is(document, t, here))
            continue;
        for (uint32_t back = 1; back <= WORDS_BACK && t >= sentence->begin + back; back++) {
            if (look_at(document, t - back, LEXICON_SPEECHVERB))
                return false;
        }
        return true;
    }
    return false;
}

/* "arrived here on Monday": where the story is written, by its dateline or else its headline. */
static void place_here(const struct story *story, struct occasion *occasion)
{
    const struct document *document = story->document;
    const struct annotation *city = story->reference.city;
    bool here = false;
    for (unsigned i = 0; i < occasion->mention_count && !here; i++)
        here = tells_here(document, occasion->mentions[i]);
    if (!here) {
        if (occasion->kind == KIND_VISIT)
            place_inland(story, occasion);
        return;
    }
    const bool title =
        document->sentences.count && (document->sentences.at[0].flags & SENTENCE_TITLE);
    const struct annotation *town = city    ? look_at(document, city->begin, ANNOTATION_PLACE)
                                    : title ? town_in(document, &document->sentences.at[0], NULL)
                                            : NULL;
    if (town || city)
        place_at(story, occasion, town);
}

/* "will meet on the eve of the summit": whether the sentence of the occasion has the other as what
 * comes after it. */
static bool is_ahead_of(const struct occasion *occasion, const struct occasion *other)
{
    for (unsigned i = 0; i < other->mention_count; i++) {
        if (other->mentions[i]->ahead &&
            other->mentions[i]->sentence == occasion->mentions[0]->sentence)
            return true;
    }
    return false;
}

/* Whether both are told to be in the same days, and neither travels on, or the first is on no day
 * that is told, right after the second; what is yet to come, only if the second is a gathering:
 * "will travel to Oslo for the summit. She will also meet B". */
static bool is_close(const struct occasion *occasion, const struct occasion *other)
{
    enum { SENTENCES_BACK = 3, DAYS_BESIDE = 3 };
    const struct iso_date *start = &occasion->when.start, *day = &other->when.start;
    const uint32_t first = occasion->mentions[0]->sentence;
    const uint32_t last = other->mentions[other->mention_count - 1]->sentence;
    if (!start->text[0])
        return last <= first && last + SENTENCES_BACK >= first &&
               (status_has_begun(occasion->status) ||
                (kind_is_gathering(other->kind) && kind_is_generic(occasion->kind) &&
                 !occasion_tells_day(occasion) && !is_ahead_of(occasion, other)));
    return strcmp(start->text, day->text) == 0 ||
           (other->kind != KIND_VISIT && iso_is_day(start) && iso_is_day(day) &&
            abs(iso_days(start, day)) <= DAYS_BESIDE);
}

/* "had received B": before what the story has told, unless it is told to be done besides. */
static bool is_earlier(const struct document *document, const struct mention *mention)
{
    const struct annotation *words = look_at(document, mention->trigger.begin, ANNOTATION_VERB);
    const struct verb *verb = words ? words->detail : NULL;
    return verb && verb->bygone && !mention->further;
}

static bool is_same_day(const struct occasion *occasion, const struct occasion *other)
{
    return iso_is_day(&occasion->when.start) &&
           strcmp(occasion->when.start.text, other->when.start.text) == 0;
}

/* "A met B in Oslo. A also met C": where one of them met others on that day. */
static const struct occasion *met_beside(const struct story *story,
                                         const struct occasion_list *occasions,
                                         const struct occasion *occasion)
{
    const struct occasion *found = NULL;
    const uint32_t told = occasion->mentions[0]->trigger.begin;
    const bool earlier = is_earlier(story->document, occasion->mentions[0]);
    const bool agenda = occasion->mentions[0]->agenda; /* each day of it may be elsewhere */
    if (!kind_is_generic(occasion->kind))
        return NULL;
    for (uint32_t i = 0; i < occasions->count; i++) {
        const struct occasion *other = occasions->at[i];
        if ((found || agenda) && other->mentions[0]->trigger.begin > told)
            break; /* what is told before it is nearer than what is to follow */
        const struct spot *spot = other->placed ? other->placed->place->detail : NULL;
        if (other != occasion && spot && other->kind != KIND_CALL &&
            !is_on_the_way(story->document, occasion, other) &&
            !occasion_is_background(story, other) &&
            (!(earlier || agenda) || is_same_day(occasion, other)) &&
            !is_earlier(story->document, other->mentions[0]) &&
            (status_has_begun(other->status) == status_has_begun(occasion->status) ||
             (other->status == STATUS_HELD && occasion->status == STATUS_SCHEDULED &&
              is_same_day(occasion, other))) && /* "will meet C this evening" */
            is_close(occasion, other) &&
            is_of_guest(story, occasion, other))
            found = other;
    }
    return found;
}

/* What has no place of its own is where the sentences before it are. */
static void inherit_from_text(const struct story *story, struct occasion_list *occasions,
                              struct occasion *occasion)
{
    if (occasion_is_background(story, occasion))
        return;
    const struct occasion *beside = met_beside(story, occasions, occasion);
    if (beside) {
        occasion->placed = beside->placed;
        return;
    }
    const struct annotation *town = town_before(story, occasion);
    const char *seat = session_seat(story, occasion, NULL);
    if (town && seat[0] && strcmp(((const struct spot *)town->detail)->country, seat) != 0)
        town = NULL; /* "Fishermen protested in Oslo. The Peruvian Congress met" */
    if (!town || is_taken(occasions, town))
        town = town_of_dateline(story, occasion);
    if (!town || !status_has_begun(occasion->status))
        town = town_of_lead(story, occasion);
    if (!town && (occasion->status == STATUS_HELD || occasion->status == STATUS_SCHEDULED))
        town = town_of_title(story, occasion);
    if (town)
        place_at(story, occasion, town);
}

/* Where the one that holds the occasion is: the first told, or of visits the last before it. */
static const struct mention *place_around(const struct story *story,
                                          const struct occasion_list *occasions, uint32_t inner)
{
    const struct mention *told = occasions->at[inner]->mentions[0];
    const struct occasion *found = NULL;
    for (uint32_t k = 0; k < occasions->count; k++) {
        const struct occasion *around = occasions->at[k];
        if (!holds(story, occasions, inner, k) ||
            (told->agenda && around->mentions[0]->trigger.begin > told->trigger.begin))
            continue; /* "10:00 Receives B. 14:00 Visits Oslo" */
        if (!found || (found->kind == KIND_VISIT && around->kind == KIND_VISIT &&
                       around->mentions[0]->trigger.begin < told->trigger.begin))
            found = around;
    }
    return found ? found->placed : NULL;
}

/* "LIMA — A met B, who is on a visit to Peru": in the town of the dateline, if that is all. */
static void narrow_to_dateline(const struct story *story, struct occasion *occasion)
{
    const struct spot *spot = occasion->placed ? occasion->placed->place->detail : NULL;
    bool here = spot && !spot->city && status_has_begun(occasion->status);
    for (unsigned i = 0; i < occasion->mention_count; i++)
        here &= !occasion->mentions[i]->sideline && !occasion->mentions[i]->beside;
    const struct annotation *town = here ? town_of_dateline(story, occasion) : NULL;
    if (town && strcmp(((const struct spot *)town->detail)->country, spot->country) == 0)
        place_at(story, occasion, town);
}

void places_inherit(const struct story *story, struct occasion_list *occasions)
{
    for (uint32_t i = 0; i < occasions->count; i++) {
        if (occasions->at[i]->kind == KIND_CALL)
            occasions->at[i]->placed = NULL; /* "a indiqué à Lyon": where it is told */
        else if (!occasions->at[i]->placed)
            place_here(story, occasions->at[i]);
        if (!can_inherit(occasions->at[i]))
            continue;
        occasions->at[i]->placed = place_around(story, occasions, i);
        if (!occasions->at[i]->placed)
            inherit_from_text(story, occasions, occasions->at[i]);
        narrow_to_dateline(story, occasions->at[i]);
    }
}

void places_of_guests(const struct story *story, struct occasion_list *occasions)
{
    for (uint32_t i = 0; i < occasions->count; i++) {
        struct occasion *talks = occasions->at[i];
        for (uint32_t k = 0; k < occasions->count && !talks->placed; k++) {
            const struct occasion *around = occasions->at[k];
            if (around->kind == KIND_SUMMIT && around->placed && talks->kind == KIND_TALKS &&
                can_inherit(talks) && has_sidelines(around) &&
                status_has_begun(around->status) == status_has_begun(talks->status) &&
                when_is_during(&talks->when, &around->when) && is_of_guest(story, talks, around))
                talks->placed = around->placed;
        }
    }
}

void take_start(struct when *when, const struct when *told)
{
    when->start = told->start;
    when->basis = told->basis;
    when->start_words = told->start_words;
}
