#include "annotate/look.h"
#include "meeting/mention/occasion.h"
#include "meeting/merge/again.h"
#include "meeting/merge/compare.h"
#include "meeting/merge/compare_crowd.h"
#include "meeting/merge/home.h"
#include "meeting/merge/inherit.h"
#include "meeting/merge/round.h"
#include "meeting/merge/status.h"
#include "meeting/merge/visit.h"
#include "meeting/merge/when.h"

static const struct spot *mention_spot(const struct mention *mention)
{
    return mention->place ? mention->place->detail : NULL;
}

static bool has_contradiction(const struct merger *merger, const struct mention *mention,
                              const struct occasion *occasion, int *points)
{
    for (unsigned i = 0; i < occasion->mention_count; i++) {
        const struct mention *other = occasion->mentions[i];
        if (mention->label.edition > 0 && other->label.edition > 0 &&
            mention->label.edition != other->label.edition)
            return true;
        const bool same_number =
            mention->label.edition > 0 && mention->label.edition == other->label.edition;
        if (!same_number && days_differ(merger->story, mention, other, points))
            return true;
        const struct spot *a = mention_spot(mention), *b = mention_spot(other);
        if (states_differ(merger->story->document, a, b))
            return true;
        const bool journeys = mention->kind == KIND_VISIT && other->kind == KIND_VISIT;
        if (!journeys && towns_differ(merger->story->document, a, b))
            return true; /* not "was received at Orly", of who came to Paris */
        *points += a && b && a->country[0] ? POINTS_SAME_COUNTRY : 0;
        if (journeys && mention->verb && mention->hosting && mention->opening)
            continue; /* "was welcomed at Zaventem", of who came to Brussels */
        if (a && b && a->city && b->city) {
            if (towns_differ(merger->story->document, a, b))
                return true;
            *points += journeys ? POINTS_SAME_CITY * 2 : POINTS_SAME_CITY;
        }
    }
    return false;
}

/* "the 4th FIFA congress", no "COP14": whether an ordinal stands before the word. */
static bool counted(const struct mention *mention)
{
    return mention->label.ordinal.end > 0 && mention->label.ordinal.begin < mention->trigger.begin;
}

/* Whether it says so much of its own that it is none of those told in the story itself. */
static bool tells_another(const struct mention *mention, const struct occasion *occasion)
{
    const struct label *label = &mention->label;
    const bool called = label->name.end > label->name.begin;
    const bool known = label->definite || label->possessive;
    const bool generic = kind_is_generic(occasion->kind);
    if (label->indefinite || (label->sequence == SEQUENCE_NEW && mention->party_count > 1))
        return true; /* "called another meeting with the miners" */
    if (mention->date && mention->place && (label->proper || called) &&
        kind_is_gathering(mention->kind) && generic)
        return true; /* "the annual meeting of the Society in Lima on Tuesday" */
    const bool of_body = mention->kind == KIND_SUMMIT && (label->owned || counted(mention));
    if ((mention->kind == KIND_CONFERENCE || of_body) && called && generic &&
        compare_identified(occasion->parties, occasion->party_count) > 0)
        return true; /* "After meeting B, A said … after the union's national convention" */
    const struct date *date = mention->date ? mention->date->detail : NULL;
    if (!known && date && date->year && !occasion->when.start.text[0])
        return true; /* "In June 2022 the strike ended after talks", where news tells no day */
    return !known && mention->party_count > 1 && kind_is_gathering(occasion->kind) &&
           kind_is_generic(mention->kind); /* "after meeting with B", where a summit was told */
}

static bool points_back(const struct story *story, const struct mention *mention,
                        const struct occasion *occasion)
{
    if (mention->verb)
        return mention->pronoun && mention->party_count == 0;
    if (!title_only(story, occasion) && tells_another(mention, occasion))
        return false;
    if (mention->label.sequence == SEQUENCE_LAST &&
        (occasion->status_from->now || occasion->status == STATUS_SCHEDULED ||
         occasion->status == STATUS_ONGOING))
        return false; /* "meet on Friday … at the last summit" */
    const bool known = mention->label.definite || mention->label.possessive;
    return (known || mention->label.bare) && mention->label.sequence != SEQUENCE_NEXT &&
           mention->label.sequence != SEQUENCE_PREVIOUS; /* "earlier talks" are others */
}

/* "Kim attended a summit with Wu" tells of none that two others are told to have held as talks;
 * who opens "the session" may open the ministerial meeting told before. */
static bool enters(const struct mention *mention, const struct occasion *occasion, int parties)
{
    const bool alike = mention->kind == occasion->kind || kind_is_generic(mention->kind) ||
                       (kind_is_gathering(mention->kind) && kind_is_gathering(occasion->kind));
    return mention->entering && (parties >= 0 || (parties >= -4 && alike));
}

/* What is due to the guests of the one told before, and to those who join it. */
static int points_of_guests(const struct merger *merger, const struct mention *mention,
                            const struct occasion *occasion, int parties)
{
    int points = 0;
    const bool guests =
        mention->party_count > 2 || (occasion == merger->last && mention->party_count == 2 &&
                                     mention->parties[1].party->type == PARTY_GROUP);
    const bool next = occasion->mentions[0]->label.sequence == SEQUENCE_NEXT;
    if (mention->hosting && guests && kind_is_gathering(occasion->kind) && parties >= 0 && !next)
        points += POINTS_BACK; /* not "invited him to the next summit. He received A and B" */
    if (mention->joining && parties >= -4 && occasion == merger->nearest)
        points += POINTS_BACK;
    return points;
}

/* What is due to the one told last and to the one in the title, which fits by its people. */
static int points_of_place(const struct merger *merger, const struct mention *mention,
                           const struct occasion *occasion, bool fits)
{
    const bool lead = fits && !mention->joining && !mention->label.pointing &&
                      mention_in_title(merger->story, occasion->mentions[0]);
    return (occasion == merger->nearest ? POINTS_NEAR : 0) + (lead ? POINTS_TITLE : 0);
}

/* "le sommet", where A and B were told to have talked at one, "ce sommet", "cette visite", whoever
 * met before: it is what was called so and not their talks. */
static bool is_around_talks(const struct merger *merger, const struct mention *mention,
                            const struct occasion *occasion)
{
    const bool gathering = kind_is_gathering(mention->kind);
    const bool pointing = mention->label.pointing && (gathering || mention->kind == KIND_VISIT);
    const bool talked = gathering && occasion->kind == KIND_TALKS && occasion->mentions[0]->verb &&
                        !title_only(merger->story, occasion) &&
                        compare_identified(occasion->parties, occasion->party_count) == 2;
    if (mention->verb || !kind_is_generic(occasion->kind) || (!pointing && !talked))
        return false;
    for (uint32_t i = 0; i < merger->list.count; i++) {
        if (merger->list.at[i]->kind == mention->kind)
            return true;
    }
    return false;
}

/* "C'est la deuxième rencontre entre A et B", where A met B and then C: of the two, by both. */
static bool is_of_another_pair(const struct merger *merger, const struct mention *mention,
                               const struct occasion *occasion)
{
    const int same = POINTS_ALL_PARTIES + POINTS_SAME_PARTIES;
    if (!mention->label.pointing || mention->verb || mention->party_count != 2 ||
        !kind_is_generic(mention->kind) ||
        compare_parties(merger->story, mention, occasion) >= same)
        return false;
    for (uint32_t i = 0; i < merger->list.count; i++) {
        const struct occasion *other = merger->list.at[i];
        if (other->party_count == 2 && kind_is_generic(other->kind) &&
            compare_parties(merger->story, mention, other) >= same)
            return true;
    }
    return false;
}

/* "the session that prepares the summit" of the headline */
static bool is_another_kind(const struct merger *merger, const struct mention *mention,
                            const struct occasion *occasion)
{
    return mention->kind != occasion->kind && !kind_is_generic(mention->kind) &&
           !kind_is_generic(occasion->kind) && mention->label.proper &&
           !merge_sitting(merger->story, mention);
}

static int points_of(const struct merger *merger, const struct mention *mention,
                     const struct occasion *occasion)
{
    int points = merge_arrives(mention, occasion) ? POINTS_BACK : 0;
    const bool lead = title_retold(merger->story, mention, occasion);
    if (mention->apposed && mention->label.name.begin == mention->label.name.end &&
        !compare_retold(mention, occasion))
        return -1;
    /* What is quickly asked comes first: of three pairs one is of kinds that never go together. */
    if ((mention->floor && occasion != merger->nearest) ||
        !merge_kinds(merger->story, mention, occasion, lead) ||
        mention_is_apart(merger->story, mention, occasion) ||
        is_around_talks(merger, mention, occasion) ||
        is_of_another_pair(merger, mention, occasion) ||
        merge_enters_another(merger, mention, occasion) ||
        !statuses_agree(merger->story, mention, occasion) ||
        has_contradiction(merger, mention, occasion, &points))
        return -1;
    const bool hosted = (occasion == merger->last && mention_tells_host(mention, points)) ||
                        mention_tells_guests(merger->story, mention, occasion);
    int parties = hosted || mention->floor ? 0 : compare_parties(merger->story, mention, occasion);
    int names = compare_names(merger->story, mention, occasion);
    if (mention->label.edition > 0 && names < 0) {
        if (!merge_edition(occasion, mention->label.edition))
            return -1; /* "the 8th Peace Forum" is no summit of another name */
        names = mention->label.definite && mention->kind == occasion->kind ? 0 : names;
    }
    if (lead && parties < 0 && title_parties_fit(merger->story, mention, occasion))
        parties = POINTS_ALL_PARTIES;
    const bool part = occasion == merger->last && kind_is_gathering(occasion->kind) &&
                      (merge_sitting(merger->story, mention) || merge_throng(mention));
    if (lead && names < 0 && is_another_kind(merger, mention, occasion))
        return -1;
    const bool stands = mention->label.pointing && kind_is_generic(mention->kind);
    if ((lead || part || stands) && names < 0)
        names = 0; /* "ce rendez-vous du football" */
    points += parties + names + (lead && parties >= 0 ? POINTS_LEAD : 0);
    const bool entering = enters(mention, occasion, parties);
    const bool alone = entering ||
                       compare_identified(mention->parties, mention->party_count) == 0 ||
                       compare_identified(occasion->parties, occasion->party_count) == 0;
    /* "Cette réunion, que présidait le maire": the one told last, whoever is named there. */
    const bool same =
        (mention->label.pointing || hosted || mention_tells_speaker(mention, occasion) ||
         mention_is_void(mention, occasion)) &&
        occasion == merger->nearest && parties >= -4;
    if (same || part || lead_filled(mention, occasion) ||
        mention_of_those_told(merger->story, mention, occasion) ||
        (alone && points_back(merger->story, mention, occasion)))
        points += POINTS_BACK;
    const bool talks = kind_is_generic(mention->kind) && occasion->kind == KIND_NEGOTIATION;
    if (alone && mention->label.sequence == SEQUENCE_NEXT && occasion->status == STATUS_SCHEDULED &&
        (occasion->kind == mention->kind || talks))
        points += POINTS_BACK; /* "the talks will resume", where negotiations are to open */
    points += points_of_guests(merger, mention, occasion, parties);
    if (!kind_is_generic(mention->kind) && merge_called(occasion, mention->kind) &&
        points >= POINTS_BACK)
        points += POINTS_KIND;
    return points + points_of_place(merger, mention, occasion, parties >= 0 || entering);
}

static struct occasion *best_occasion(const struct merger *merger, const struct mention *mention)
{
    struct occasion *best = NULL;
    int most = POINTS_ENOUGH - 1;
    for (uint32_t i = merger->list.count; i-- > 0;) {
        struct occasion *occasion = merger->list.at[i];
        if (occasion->mention_count == OCCASION_MENTIONS)
            continue;
        const int points = points_of(merger, mention, occasion);
        if (points > most) {
            most = points;
            best = occasion;
        }
    }
    return best;
}

/* "the meeting", "the conference", with nothing of its own: one told before, even if it does not
 * fit what is known of that. */
static bool only_points_back(const struct merger *merger, const struct mention *mention)
{
    const bool ours = mention->pronoun && !mention->verb && mention->party_count <= 1 &&
                      mention->label.name.end <= mention->label.name.begin && !mention->date &&
                      !mention->place && mention->status == STATUS_HELD &&
                      kind_is_generic(mention->kind);
    if (ours && merger->list.count > 0)
        return true; /* "we had a very good meeting" */
    const bool other = mention->label.proper &&
                       (mention->sideline || mention->ahead || mention->gone || counted(mention));
    return !mention->verb && mention->label.definite && mention->label.bare && !other &&
           !mention->date && !mention->place && !mention->moved_to &&
           mention->label.sequence == SEQUENCE_NONE && merger->list.count > 0 &&
           compare_identified(mention->parties, mention->party_count) == 0;
}

/* "La prochaine session est prévue fin mars": another of those that the story tells of. */
static bool is_one_of_series(const struct merger *merger, const struct mention *mention)
{
    const uint8_t sequence = mention->label.sequence;
    if ((sequence != SEQUENCE_NEXT && sequence != SEQUENCE_PREVIOUS) || !mention->status_told ||
        !mention->date || mention->kind == KIND_VISIT)
        return false;
    for (uint32_t i = 0; i < merger->list.count; i++) {
        if (kind_is_gathering(mention->kind) == kind_is_gathering(merger->list.at[i]->kind))
            return true;
    }
    return false;
}

static void occasion_add(const struct merger *merger, struct occasion *occasion,
                         struct mention *mention)
{
    compare_take_name(merger->story, mention, occasion);
    occasion->mentions[occasion->mention_count++] = mention;
    occasion_settle(merger->story, occasion);
}

/* "A et B se sont réunis en marge du sommet", "… à la veille du sommet", "A a reçu B, en visite à
 * Lima": it is not the summit or the visit that the sentence is about. */
static bool is_backdrop(const struct merger *merger, const struct mention *mention)
{
    const struct occasion *last = merger->last;
    const bool visiting = mention->kind == KIND_VISIT && !mention->verb && last &&
                          last->kind == KIND_TALKS && mention->status == STATUS_ONGOING;
    return (mention->sideline || (mention->ahead && !mention->verb) || visiting) && last &&
           last->mentions[last->mention_count - 1]->sentence == mention->sentence;
}

static int merge_one(struct merger *merger, struct mention *mention, struct mention *next)
{
    merger->nearest = merge_nearest(merger, mention);
    const bool guest = merge_guest(merger, mention);
    struct occasion *occasion = guest ? NULL : best_occasion(merger, mention);
    if (!occasion) {
        if (!guest && ((!mention_stands_alone(merger->story, mention) &&
                        !is_one_of_series(merger, mention)) ||
                       only_points_back(merger, mention) || merge_is_part(merger, mention))) {
            mention_hands_over(merger->story, mention, next);
            return 0;
        }
        if (merger->list.count == merger->max)
            return FAULT_TOO_COMPLEX;
        occasion = ARENA_ARRAY(merger->story->document->arena, struct occasion, 1);
        if (!occasion)
            return FAULT_MEMORY;
        merger->list.at[merger->list.count++] = occasion;
    }
    occasion_add(merger, occasion, mention);
    if (!guest && !is_backdrop(merger, mention))
        merger->last = occasion;
    if (occasion->kind == KIND_VISIT)
        merger->visit = occasion;
    return 0;
}

int merge_mentions(const struct story *story, const struct mention_list *mentions, size_t max,
                   struct occasion_list *ret_occasions)
{
    struct merger merger = {.story = story, .max = max};
    merger.list.at = ARENA_ARRAY(story->document->arena, struct occasion *, mentions->count + 1);
    if (!merger.list.at)
        return FAULT_MEMORY;
    for (uint32_t i = 0; i < mentions->count; i++) {
        struct mention *next = i + 1 < mentions->count ? mentions->at[i + 1] : NULL;
        const bool sum = mention_sums_up(story, mentions, mentions->at[i]);
        if (sum)
            sum_hand_over(story, mentions, mentions->at[i]);
        const int fault = sum ? 0 : merge_one(&merger, mentions->at[i], next);
        if (fault)
            return fault;
    }
    title_drop(story, &merger.list);
    merge_twins(story, &merger.list);
    drop_journeys(story, &merger.list);
    drop_rounds(story, &merger.list);
    occasion_relate(story->document, &merger.list);
    heads_inherit(story, &merger.list);
    weekdays_of_visits(story, &merger.list);
    places_inherit(story, &merger.list);
    places_at_home(story, &merger.list);
    visits_inherit(story, &merger.list);
    consents_inherit(story, &merger.list);
    fates_inherit(story, &merger.list);
    days_inherit(story, &merger.list);
    days_of_visits(story, &merger.list);
    courses_inherit(story, &merger.list);
    kinds_inherit(story, &merger.list);
    *ret_occasions = merger.list;
    return 0;
}
