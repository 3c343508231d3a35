#include <string.h>

#include "annotate/look.h"
#include "meeting/merge/compare.h"
#include "meeting/merge/home.h"

/* Journeys that are no visits of their own: to a meeting that the story tells, and home. */

/* "made his first visit to", "paid a visit to": whether the words of the verb call it one. */
static bool is_called_visit(const struct document *document, const struct mention *mention)
{
    for (uint32_t t = mention->trigger.begin; t < mention->trigger.end; t++) {
        const struct annotation *noun = look_at(document, t, LEXICON_MEETNOUN);
        if (noun && noun->end <= mention->trigger.end && noun->begin > mention->trigger.begin &&
            look_lexeme(document, noun)->kind == KIND_VISIT)
            return true;
    }
    return false;
}

/* Told by a verb of travel alone, with nobody who receives: "leaders have been arriving". */
static bool is_journey(const struct story *story, const struct occasion *occasion)
{
    for (unsigned i = 0; i < occasion->mention_count; i++) {
        const struct mention *mention = occasion->mentions[i];
        if (mention->company && mention->joining)
            continue; /* "was accompanied by" */
        if (!mention->verb || !mention->official || mention->hosting ||
            is_called_visit(story->document, mention))
            return false;
    }
    for (unsigned i = 0; i < occasion->party_count; i++) {
        if (occasion->parties[i].part == PART_HOST)
            return false;
    }
    return occasion->kind == KIND_VISIT;
}

/* Whether a word calls it a gathering, three heads of state who met are a summit without one, or a
 * name tells which meeting it is: "an OPEC meeting". */
static bool is_called_gathering(const struct occasion *occasion)
{
    for (unsigned i = 0; i < occasion->mention_count; i++) {
        const struct mention *mention = occasion->mentions[i];
        if (kind_is_gathering(mention->kind) ||
            (mention->kind == KIND_TALKS && mention->label.proper))
            return true;
    }
    return false;
}

/* "left for Tokyo, where she will attend a summit": whether one sentence tells the departure and
 * the meeting to come, which is where she goes if nothing tells where it is. */
static bool is_left_for(const struct occasion *journey, struct occasion *meeting)
{
    const struct mention *aim = meeting->mentions[0], *left = journey->mentions[0];
    if (meeting->placed || meeting->status != STATUS_SCHEDULED ||
        meeting->kind == KIND_NEGOTIATION || !left->opening || aim->sentence != left->sentence ||
        aim->trigger.begin < left->trigger.begin)
        return false;
    meeting->placed = journey->placed;
    return true;
}

/* Whether the journey goes to a meeting that the story tells, and is none of its own. */
static bool goes_to_meeting(const struct story *story, const struct occasion_list *list,
                            const struct occasion *journey)
{
    enum { MONTH = sizeof "2025-04" - 1 };
    for (uint32_t i = 0; i < list->count; i++) {
        struct occasion *meeting = list->at[i];
        const char *day = journey->when.start.text, *start = meeting->when.start.text;
        if ((is_called_gathering(meeting) || meeting->kind == KIND_NEGOTIATION) &&
            (places_same(story, journey, meeting) || is_left_for(journey, meeting)) &&
            (!day[0] || !start[0] || strncmp(day, start, MONTH) == 0))
            return true;
    }
    return false;
}

/* "Les délégations sont arrivées lundi au Gabon": of those who travel nobody is told by name. */
static bool is_of_groups(const struct occasion *journey)
{
    for (unsigned i = 0; i < journey->party_count; i++) {
        const struct party *party = journey->parties[i].party;
        if (party->type != PARTY_GROUP || party->country[0])
            return false;
    }
    return journey->party_count > 0;
}

/* The negotiations that such delegations come to, wherever they are said to be held: if nothing
 * tells where, there where they came. */
static bool comes_to_negotiate(const struct occasion_list *list, const struct occasion *journey)
{
    for (uint32_t i = 0; i < list->count; i++) {
        struct occasion *talks = list->at[i];
        if (talks->kind != KIND_NEGOTIATION || talks->placed || !is_of_groups(journey))
            continue;
        talks->placed = journey->placed;
        return true;
    }
    return false;
}

void drop_journeys(const struct story *story, struct occasion_list *list)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < list->count; i++) {
        if (!is_journey(story, list->at[i]) ||
            !(goes_to_meeting(story, list, list->at[i]) || comes_to_negotiate(list, list->at[i]) ||
              journey_goes_home(story, list, list->at[i])))
            list->at[kept++] = list->at[i];
    }
    list->count = kept;
}
