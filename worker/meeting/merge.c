#include "annotate/look.h"
#include "meeting/compare.h"
#include "meeting/inherit.h"
#include "meeting/occasion.h"

struct merger {
    const struct story *story;
    struct occasion_list list;
    size_t max;
    const struct occasion *last;  /* told by the mention before */
    const struct occasion *visit; /* the last of its kind, or NULL */
};

/* "En marge du sommet": what stands beside it in the sentence is not the summit, nor is it when the
 * summit is told again. */
static bool stands_beside(const struct mention *mention, const struct occasion *occasion)
{
    const bool other = kind_is_gathering(mention->kind) && !kind_is_gathering(occasion->kind) &&
                       mention->label.proper && !mention->label.pointing;
    for (unsigned i = 0; i < occasion->mention_count; i++) {
        const struct mention *told = occasion->mentions[i];
        if (told->beside && (other || (told->sentence == mention->sentence && mention->sideline)))
            return true;
    }
    return false;
}

/* Told as the meeting of one party with another: "A a rencontré B", "une rencontre entre A et B".
 */
static bool is_between_two(const struct mention *mention)
{
    const bool unnamed = mention->label.indefinite && mention->kind == KIND_TALKS &&
                         mention->label.name.end == mention->label.name.begin;
    return (unnamed || (mention->verb && (mention->bilateral || mention->hosting))) &&
           mention->party_count == 2;
}

/* Two who meet at a gathering of many, or beside it, have a meeting of their own. */
static bool is_apart(const struct mention *mention, const struct occasion *occasion)
{
    if (stands_beside(mention, occasion))
        return true;
    const bool another = mention->label.proper ||
                         (mention->sideline && mention->label.name.end > mention->label.name.begin);
    if (is_between_two(occasion->mentions[0]) && kind_is_gathering(mention->kind) && another &&
        !mention->label.pointing)
        return true;
    if (!kind_is_gathering(occasion->kind))
        return false;
    const bool pair = occasion->party_count == 1 ||
                      (occasion->party_count == 2 && occasion->kind == KIND_MINISTERIAL &&
                       kind_is_generic(occasion->mentions[0]->kind));
    return mention->beside || (mention->bilateral && !pair);
}

/* "Le président est arrivé à Lyon", where the summit told before is held: he is there for it. */
static bool arrives_for(const struct mention *mention, const struct occasion *occasion)
{
    const struct spot *goal = mention->place ? mention->place->detail : NULL;
    const struct spot *seat = occasion->placed ? occasion->placed->place->detail : NULL;
    return mention->verb && mention->kind == KIND_VISIT && mention->opening && goal && seat &&
           kind_is_gathering(occasion->kind) && goal->city && seat->city &&
           goal->city->value == seat->city->value && !mention->date;
}

static bool kinds_agree(const struct mention *mention, const struct occasion *occasion, bool lead)
{
    const enum meeting_kind a = mention->kind, b = occasion->kind;
    const bool screen = mention->mode == MODE_VIDEO && a == KIND_CALL; /* "the virtual meeting" */
    if (a == b || mention->joining || arrives_for(mention, occasion) ||
        (screen && kind_is_gathering(b) && mention->label.definite && !mention->verb))
        return true;
    if (a == KIND_VISIT || b == KIND_VISIT)
        return false;
    if (kind_is_generic(a) || kind_is_generic(b))
        return true;
    const bool joint = (a == KIND_CONFERENCE || a == KIND_SESSION || a == KIND_MINISTERIAL) &&
                       (b == KIND_CONFERENCE || b == KIND_SESSION || b == KIND_MINISTERIAL);
    /* "the high-level conference" may be the summit told before. */
    const bool again = kind_is_gathering(a) && kind_is_gathering(b) && mention->label.definite &&
                       !mention->label.proper && mention->label.edition <= 0 &&
                       mention->label.sequence == SEQUENCE_NONE && a != KIND_SUMMIT;
    return again || (joint && (mention->label.bare || lead));
}

static struct date_result mention_date(const struct story *story, const struct mention *mention,
                                       enum meeting_status status)
{
    if (!mention->date)
        return (struct date_result){.basis = DATE_BASIS_NONE};
    const enum date_direction direction = status == STATUS_HELD        ? DIRECTION_PAST
                                          : status == STATUS_ONGOING   ? DIRECTION_NEAREST
                                          : status == STATUS_CANCELLED ? DIRECTION_FUTURE
                                          : status == STATUS_UNKNOWN   ? DIRECTION_NEAREST
                                                                       : DIRECTION_FUTURE;
    return date_value(mention->date->detail, &story->reference, direction);
}

/* ISO dates of different precision agree when one begins the other. */
static bool dates_agree(const char *a, const char *b)
{
    const size_t length_a = strlen(a), length_b = strlen(b);
    return strncmp(a, b, length_a < length_b ? length_a : length_b) == 0;
}

/* Whether both tell a day and not the same one.  The weekday of a mention whose status is a guess
 * looks the way that the other's does. */
static bool days_differ(const struct story *story, const struct mention *a, const struct mention *b,
                        int *points)
{
    const struct date_result date_a =
        mention_date(story, a, !a->status_told && b->status_told ? b->status : a->status);
    const struct date_result date_b =
        mention_date(story, b, !b->status_told && a->status_told ? a->status : b->status);
    if (!date_a.start.text[0] || !date_b.start.text[0])
        return false;
    if (!dates_agree(date_a.start.text, date_b.start.text))
        return true;
    *points += POINTS_SAME_DAY;
    return false;
}

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
        if (a && b && a->country[0] && b->country[0] && strcmp(a->country, b->country) != 0)
            return true;
        const bool journeys = mention->kind == KIND_VISIT && other->kind == KIND_VISIT;
        *points += a && b && a->country[0] ? POINTS_SAME_COUNTRY : 0;
        if (a && b && a->city && b->city) {
            if (!str_equal(look_lexeme(merger->story->document, a->city)->name,
                           look_lexeme(merger->story->document, b->city)->name))
                return true;
            *points += journeys ? POINTS_SAME_CITY * 2 : POINTS_SAME_CITY;
        }
    }
    return false;
}

/* "cette réunion", "X présidera la réunion", or "the summit" and no word of whether it takes place:
 * the one told before, whatever its status. */
static bool says_nothing_new(const struct mention *mention, const struct occasion *occasion)
{
    if (mention->kind != occasion->kind && !kind_is_generic(mention->kind))
        return false;
    const bool known = mention->label.pointing || mention->entering ||
                       (mention->label.definite && !mention->status_told);
    return known && !mention->verb && mention->label.bare && mention->label.edition <= 0 &&
           mention->label.sequence == SEQUENCE_NONE && !mention->moved_to &&
           (!mention->date || mention->label.pointing);
}

/* Told as held here and as planned there: two occasions, unless one of the two is a guess. */
static bool statuses_agree(const struct mention *mention, const struct occasion *occasion)
{
    if (mention->sentence == occasion->mentions[occasion->mention_count - 1]->sentence &&
        (mention->status == STATUS_DENIED) != (occasion->status == STATUS_DENIED))
        return false; /* "refused to meet her, and the summit was called off" */
    if (status_has_begun(mention->status) == status_has_begun(occasion->status))
        return true;
    const bool called_off =
        mention->status == STATUS_CANCELLED || mention->status == STATUS_POSTPONED ||
        occasion->status == STATUS_CANCELLED || occasion->status == STATUS_POSTPONED;
    if (says_nothing_new(mention, occasion) || arrives_for(mention, occasion))
        return true;
    const bool guess = !mention->status_told || !occasion->status_from->status_told;
    const struct mention *named = occasion->named;
    if (guess && named && mention->label.edition > 0 &&
        mention->label.edition == named->label.edition)
        return true; /* "the upcoming 47th summit" is the headline's */
    return guess && !called_off && mention->label.sequence != SEQUENCE_NEXT;
}

static bool points_back(const struct story *story, const struct mention *mention,
                        const struct occasion *occasion)
{
    if (mention->verb)
        return mention->pronoun && mention->party_count == 0;
    if (mention->label.indefinite && !title_only(story, occasion))
        return false;
    const bool own = mention->date && mention->place && mention->label.proper;
    if (own && kind_is_gathering(mention->kind) && kind_is_generic(occasion->kind) &&
        !title_only(story, occasion))
        return false; /* "the annual meeting of the Society in Lima on Tuesday" */
    return (mention->label.definite || mention->label.possessive || mention->label.bare) &&
           mention->label.sequence != SEQUENCE_NEXT &&
           mention->label.sequence != SEQUENCE_PREVIOUS; /* "earlier talks" are others */
}

/* "Kim attended a summit with Wu" tells of none that two others are told to have held as talks. */
static bool enters(const struct mention *mention, const struct occasion *occasion, int parties)
{
    const bool alike = mention->kind == occasion->kind || kind_is_generic(mention->kind);
    return mention->entering && (parties >= 0 || (parties >= -4 && alike));
}

static bool has_edition(const struct occasion *occasion, int32_t edition)
{
    for (unsigned i = 0; i < occasion->mention_count; i++) {
        if (occasion->mentions[i]->label.edition == edition)
            return true;
    }
    return false;
}

static int points_of(const struct merger *merger, const struct mention *mention,
                     const struct occasion *occasion)
{
    int points = arrives_for(mention, occasion) ? POINTS_BACK : 0;
    const bool lead = title_retold(merger->story, mention, occasion);
    if (is_apart(mention, occasion) || !kinds_agree(mention, occasion, lead) ||
        !statuses_agree(mention, occasion) || has_contradiction(merger, mention, occasion, &points))
        return -1;
    int parties = compare_parties(merger->story, mention, occasion);
    int names = compare_names(merger->story, mention, occasion);
    if (mention->label.edition > 0 && names < 0 && !has_edition(occasion, mention->label.edition))
        return -1; /* "the 8th Peace Forum" is no summit of another name */
    if (lead && parties < 0 && title_parties_fit(merger->story, mention, occasion))
        parties = POINTS_ALL_PARTIES;
    if (lead && names < 0)
        names = 0;
    points += parties + names + (lead && parties >= 0 ? POINTS_LEAD : 0);
    const bool entering = enters(mention, occasion, parties);
    const bool alone = entering ||
                       compare_identified(mention->parties, mention->party_count) == 0 ||
                       compare_identified(occasion->parties, occasion->party_count) == 0;
    if (alone && points_back(merger->story, mention, occasion))
        points += POINTS_BACK;
    if (alone && mention->label.sequence == SEQUENCE_NEXT && occasion->status == STATUS_SCHEDULED &&
        occasion->kind == mention->kind)
        points += POINTS_BACK;
    if (mention->hosting && mention->party_count > 2 && kind_is_gathering(occasion->kind) &&
        parties >= 0)
        points += POINTS_BACK;
    const struct occasion *near = mention->company && merger->visit ? merger->visit : merger->last;
    if (mention->joining && parties >= -4 && occasion == near)
        points += POINTS_BACK;
    if (mention->kind == KIND_SUMMIT && occasion->kind == KIND_SUMMIT)
        points += points >= POINTS_BACK ? POINTS_SUMMIT : 0;
    if (occasion == near)
        points += POINTS_NEAR;
    if (mention_in_title(merger->story, occasion->mentions[0]))
        points += parties >= 0 || entering ? POINTS_TITLE : 0;
    return points;
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
    return !mention->verb && mention->label.definite && mention->label.bare &&
           !(mention->label.proper && mention->sideline) && !mention->date && !mention->place &&
           !mention->moved_to && mention->label.sequence == SEQUENCE_NONE &&
           merger->list.count > 0 &&
           compare_identified(mention->parties, mention->party_count) == 0;
}

static void occasion_add(const struct merger *merger, struct occasion *occasion,
                         struct mention *mention)
{
    occasion->mentions[occasion->mention_count++] = mention;
    occasion_settle(merger->story, occasion);
}

static int merge_one(struct merger *merger, struct mention *mention)
{
    struct occasion *occasion = best_occasion(merger, mention);
    if (!occasion) {
        if (!mention_stands_alone(merger->story, mention) || only_points_back(merger, mention))
            return 0;
        if (merger->list.count == merger->max)
            return FAULT_TOO_COMPLEX;
        occasion = ARENA_ARRAY(merger->story->document->arena, struct occasion, 1);
        if (!occasion)
            return FAULT_MEMORY;
        merger->list.at[merger->list.count++] = occasion;
    }
    occasion_add(merger, occasion, mention);
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
        const int fault = merge_one(&merger, mentions->at[i]);
        if (fault)
            return fault;
    }
    occasion_relate(&merger.list);
    places_inherit(story, &merger.list);
    places_at_home(story, &merger.list);
    days_inherit(story, &merger.list);
    *ret_occasions = merger.list;
    return 0;
}
