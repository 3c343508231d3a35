#include <string.h>

#include "annotate/look.h"
#include "annotate/terms.h"
#include "meeting/merge/compare.h"
#include "meeting/merge/visit.h"
#include "meeting/resolve/resolve.h"

/*
 * Occasions that turn out to be one when all of the story is read: each mention was joined by what
 * was known at its place, and the day, the place or the people of one may stand further down.
 */

/* What two occasions tell of one thing: nothing, on one side at least; what may be the same; the
 * same; something else. */
enum likeness { OPEN = 1, CLOSE = 2, SAME = 4, OTHER = 8 };

static bool are_visits(enum meeting_kind a, enum meeting_kind b)
{
    return a == KIND_VISIT && b == KIND_VISIT;
}

static bool are_gatherings(enum meeting_kind a, enum meeting_kind b)
{
    return a == b && kind_is_gathering(a);
}

static bool are_summits(enum meeting_kind a, enum meeting_kind b)
{
    return a == KIND_SUMMIT && b == KIND_SUMMIT;
}

static bool are_talks(enum meeting_kind a, enum meeting_kind b)
{
    const bool talks_a = kind_is_generic(a) || a == KIND_NEGOTIATION;
    const bool talks_b = kind_is_generic(b) || b == KIND_NEGOTIATION;
    return (talks_a && talks_b) || (a == KIND_CALL && b == KIND_CALL);
}

/* "Un sommet aura lieu lundi à Sotchi", "les pourparlers réuniront lundi à Sotchi A, B et C". */
static bool are_summit_and_talks(enum meeting_kind a, enum meeting_kind b)
{
    return (a == KIND_SUMMIT && (kind_is_generic(b) || b == KIND_NEGOTIATION)) ||
           (b == KIND_SUMMIT && (kind_is_generic(a) || a == KIND_NEGOTIATION));
}

/* What is to be alike in two of such kinds. */
static const struct twins {
    bool (*fit)(enum meeting_kind a, enum meeting_kind b);
    unsigned day, place, people;
} twins[] = {
    {are_visits, OPEN | CLOSE | SAME, SAME, OPEN | CLOSE | SAME},
    {are_visits, OPEN | CLOSE | SAME, OPEN, SAME},
    {are_talks, OPEN | CLOSE | SAME, OPEN | SAME, SAME},
    {are_gatherings, SAME, OPEN | SAME, OPEN | CLOSE | SAME | OTHER},
    {are_summit_and_talks, SAME, SAME, SAME},
    {are_summits, OPEN | CLOSE | SAME, SAME, OPEN | CLOSE | SAME | OTHER},
};

static enum likeness compare_days(const struct story *story, const struct occasion *a,
                                  const struct occasion *b)
{
    const size_t day = sizeof a->when.start.text - 1;
    int points = 0;
    for (unsigned i = 0; i < a->mention_count; i++) {
        for (unsigned k = 0; k < b->mention_count; k++) {
            if (days_differ(story, a->mentions[i], b->mentions[k], &points))
                return OTHER;
        }
    }
    const char *start_a = a->when.start.text, *start_b = b->when.start.text;
    if (!start_a[0] || !start_b[0])
        return OPEN;
    return strcmp(start_a, start_b) == 0 && strlen(start_a) == day ? SAME : CLOSE;
}

/* Whether both tell who receives, and others. */
static bool hosts_differ(const struct story *story, const struct occasion *a,
                         const struct occasion *b)
{
    bool hosts = false;
    for (unsigned i = 0; i < a->party_count; i++) {
        for (unsigned k = 0; a->parties[i].part == PART_HOST && k < b->party_count; k++) {
            if (actor_same(story, a->parties[i].party, b->parties[k].party))
                return false;
            hosts |= b->parties[k].part == PART_HOST;
        }
    }
    return hosts;
}

/* Where it is; a visit goes to a host too. */
static enum likeness compare_places(const struct story *story, const struct occasion *a,
                                    const struct occasion *b)
{
    const struct spot *here = a->placed ? a->placed->place->detail : NULL;
    const struct spot *there = b->placed ? b->placed->place->detail : NULL;
    if (!here || !there)
        return hosts_differ(story, a, b) ? OTHER : OPEN;
    if (here->city && there->city)
        return str_equal(look_lexeme(story->document, here->city)->name,
                         look_lexeme(story->document, there->city)->name)
                   ? SAME
                   : OTHER;
    if (!here->country[0] || !there->country[0])
        return OPEN;
    return strcmp(here->country, there->country) == 0 && !towns_differ(story->document, here, there)
               ? SAME
               : OTHER;
}

bool places_same(const struct story *story, const struct occasion *a, const struct occasion *b)
{
    return compare_places(story, a, b) == SAME;
}

static bool is_unnamed(const struct party *party)
{
    return !party->person && party->name_end == party->name_begin;
}

/* "The Kenyan minister", where a minister of that state is named. */
static bool is_likely(const struct story *story, const struct party *a, const struct party *b)
{
    const enum rank rank_a = a->person ? story->people.at[a->person].rank : a->rank;
    const enum rank rank_b = b->person ? story->people.at[b->person].rank : b->rank;
    const char *state_a = actor_country(story, a), *state_b = actor_country(story, b);
    if (actor_same(story, a, b))
        return true;
    return a->type == PARTY_PERSON && b->type == PARTY_PERSON && (is_unnamed(a) || is_unnamed(b)) &&
           state_a[0] && strcmp(state_a, state_b) == 0 && rank_fits(rank_a, rank_b) &&
           rank_fits(rank_b, rank_a) &&
           (rank_a != RANK_OFFICIAL || rank_b != RANK_OFFICIAL || actor_offices_fit(story, a, b));
}

/* Whom the occasion is told of; of a visit those who pay it. */
static bool counts(const struct occasion *occasion, unsigned slot)
{
    const struct party *party = occasion->parties[slot].party;
    return occasion->kind == KIND_VISIT
               ? occasion->parties[slot].part == PART_VISITOR
               : !party->companion && (party->type != PARTY_GROUP || party->delegation);
}

struct company {
    unsigned count, named, shared;
};

/* How many of a's count, how many of them are named, and how many are likely to be b's too. */
static struct company people_shared(const struct story *story, const struct occasion *a,
                                    const struct occasion *b)
{
    struct company people = {0};
    for (unsigned i = 0; i < a->party_count; i++) {
        const struct party *party = a->parties[i].party;
        bool shared = false;
        for (unsigned k = 0; counts(a, i) && k < b->party_count && !shared; k++)
            shared = counts(b, k) && is_likely(story, party, b->parties[k].party);
        people.count += counts(a, i);
        people.named += counts(a, i) && party->type == PARTY_PERSON && !is_unnamed(party);
        people.shared += shared;
    }
    return people;
}

static enum likeness compare_people(const struct story *story, const struct occasion *a,
                                    const struct occasion *b)
{
    const struct company mine = people_shared(story, a, b), its = people_shared(story, b, a);
    if (a->party_count == 0 || b->party_count == 0)
        return OPEN;
    if (mine.shared == mine.count && its.shared == its.count && mine.count > 0)
        return SAME;
    const bool vague = a->kind == KIND_VISIT && (mine.named == 0 || its.named == 0);
    return mine.shared > 0 || vague ? CLOSE : OTHER;
}

/* "The next visit", "an earlier one"; of those that are over also "his last visit", but not "his
 * recent visit" by itself. */
static bool is_of_series(const struct occasion *occasion, bool recent)
{
    for (unsigned i = 0; i < occasion->mention_count; i++) {
        const uint8_t sequence = occasion->mentions[i]->label.sequence;
        if (sequence != SEQUENCE_NONE && !(recent && sequence == SEQUENCE_LAST))
            return true;
    }
    return false;
}

/* "The second round", where the other is called the third. */
static bool numbers_differ(const struct occasion *a, const struct occasion *b)
{
    for (unsigned i = 0; i < a->mention_count; i++) {
        const int32_t number = a->mentions[i]->label.edition;
        for (unsigned k = 0; number > 0 && k < b->mention_count; k++) {
            const int32_t other = b->mentions[k]->label.edition;
            if (other > 0 && other != number)
                return true;
        }
    }
    return false;
}

/* "sa dernière visite, en mars 2005": whether it was before the month of the article. */
static bool is_long_ago(const struct story *story, const struct occasion *occasion)
{
    enum { MONTH = sizeof "2025-04" - 1 };
    const struct iso_date today = day_iso(story->reference.day);
    const char *start = occasion->when.start.text;
    return today.text[0] && start[0] && strncmp(start, today.text, MONTH) < 0 &&
           strncmp(start, today.text, strlen(start)) != 0; /* a year alone may be this one */
}

/* "visited last week.  Prado will visit the islands on Friday": one that is told to be over, and
 * one that is told to come on a day. */
static bool is_past_and_plan(const struct occasion *a, const struct occasion *b)
{
    const bool told = a->status_from->status_told && a->status_from->verb;
    const bool past = a->status == STATUS_HELD && told && b->when.start.text[0];
    const bool there = a->status == STATUS_ONGOING && !a->placed && b->placed &&
                       (told || a->status_from->under_way);
    return (past || there) && b->status == STATUS_SCHEDULED && b->status_from->status_told &&
           b->status_from->verb;
}

/* Whether both can be told so of one: none is another one of a series, of another name, or of
 * another outcome. */
static bool can_be_one(const struct story *story, const struct occasion *a,
                       const struct occasion *b)
{
    const bool agree = status_has_begun(a->status) == status_has_begun(b->status);
    if (is_of_series(a, agree) || is_of_series(b, agree) || numbers_differ(a, b) ||
        is_past_and_plan(a, b) || is_past_and_plan(b, a))
        return false;
    for (unsigned i = 0; i < b->mention_count; i++) {
        const struct mention *mention = b->mentions[i];
        const bool apart = mention->kind == KIND_VISIT ? mention_calls_there(story, mention, a)
                                                       : mention_is_apart(story, mention, a);
        const bool same = mention->label.edition > 0 && merge_edition(a, mention->label.edition);
        if (mention->further || mention->standin || apart ||
            (!same && compare_names(story, mention, a) < 0))
            return false;
    }
    return agree || (a->kind == KIND_VISIT && compare_people(story, a, b) == SAME &&
                     !is_long_ago(story, a) && !is_long_ago(story, b));
}

/* "The king welcomed the premier", and no more of a visit: what comes before they talk. */
static bool is_welcome(const struct occasion *occasion)
{
    for (unsigned i = 0; i < occasion->mention_count; i++) {
        const struct mention *mention = occasion->mentions[i];
        const bool arrives = mention->opening && !mention->greeted;
        if (!mention->verb || !mention->hosting || arrives || mention->days > 0)
            return false;
    }
    return occasion->kind == KIND_VISIT && status_has_begun(occasion->status);
}

/* Whether both who welcomed and who came are told to have talked. */
static bool is_of_talks(const struct story *story, const struct occasion *welcome,
                        const struct occasion *talks)
{
    const struct company people = people_shared(story, talks, welcome);
    bool hosts = false, guests = false;
    for (unsigned i = 0; i < welcome->party_count; i++) {
        for (unsigned k = 0; k < talks->party_count; k++) {
            const bool shared =
                is_likely(story, welcome->parties[i].party, talks->parties[k].party);
            hosts |= shared && welcome->parties[i].part == PART_HOST;
            guests |= shared && welcome->parties[i].part != PART_HOST;
        }
    }
    const bool all = people.shared + 1 == people.count && guests; /* the host is no visitor */
    return hosts && (guests || welcome->party_count == 1) && (people.count == 2 || all);
}

static bool are_welcome_and_talks(const struct story *story, const struct occasion *welcome,
                                  const struct occasion *talks)
{
    return kind_is_generic(talks->kind) && status_has_begun(talks->status) && is_welcome(welcome) &&
           is_of_talks(story, welcome, talks) && compare_places(story, welcome, talks) != OTHER &&
           compare_days(story, welcome, talks) != OTHER;
}

/* Takes the welcome for a telling of the talks. */
static void welcome_to_talks(struct occasion *welcome)
{
    for (unsigned i = 0; i < welcome->mention_count; i++) {
        welcome->mentions[i]->kind = KIND_TALKS;
        welcome->mentions[i]->label.kind = KIND_TALKS;
    }
}

static bool are_twins(const struct story *story, const struct occasion *a, const struct occasion *b)
{
    if (are_welcome_and_talks(story, a, b) || are_welcome_and_talks(story, b, a))
        return true;
    for (size_t i = 0; i < sizeof twins / sizeof *twins; i++) {
        if (twins[i].fit(a->kind, b->kind) && (twins[i].place & compare_places(story, a, b)) &&
            (twins[i].people & compare_people(story, a, b)) &&
            (twins[i].day & compare_days(story, a, b)))
            return can_be_one(story, a, b);
    }
    return false;
}

/* Adds the mentions of b to a, in text order. */
static void join(const struct story *story, struct occasion *a, struct occasion *b)
{
    if (a->kind != b->kind && is_welcome(a))
        welcome_to_talks(a);
    else if (a->kind != b->kind && is_welcome(b))
        welcome_to_talks(b);
    for (unsigned i = 0; i < b->mention_count && a->mention_count < OCCASION_MENTIONS; i++) {
        struct mention *mention = b->mentions[i];
        unsigned at = a->mention_count++;
        for (; at > 0 && a->mentions[at - 1]->trigger.begin > mention->trigger.begin; at--)
            a->mentions[at] = a->mentions[at - 1];
        a->mentions[at] = mention;
    }
    occasion_settle(story, a);
}

void merge_twins(const struct story *story, struct occasion_list *list)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < list->count; i++) {
        uint32_t first = 0;
        while (first < kept && !are_twins(story, list->at[first], list->at[i]))
            first++;
        if (first < kept)
            join(story, list->at[first], list->at[i]);
        else
            list->at[kept++] = list->at[i];
    }
    list->count = kept;
}
