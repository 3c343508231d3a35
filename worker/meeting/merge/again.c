#include <string.h>

#include "annotate/place/spot.h"
#include "annotate/terms.h"
#include "meeting/merge/again.h"
#include "meeting/merge/round.h"
#include "meeting/resolve/group.h"

/* Mentions that only add to what is told already. */

/* "cette réunion", "X présidera la réunion", or "the summit" and no word of whether it takes place:
 * the one told before, whatever its status. */
bool mention_says_nothing_new(const struct mention *mention, const struct occasion *occasion)
{
    if (mention->kind != occasion->kind && !kind_is_generic(mention->kind))
        return false;
    const bool known =
        mention->label.pointing || mention->entering ||
        (mention->label.definite && !mention->label.indefinite && !mention->status_told);
    return known && !mention->verb && mention->label.bare && mention->label.edition <= 0 &&
           mention->label.sequence == SEQUENCE_NONE && !mention->moved_to &&
           (!mention->date || mention->label.pointing);
}

/* "À l'issue de la réunion, B s'est dit confiant": who speaks after the one that was told last. */
bool mention_tells_speaker(const struct mention *mention, const struct occasion *occasion)
{
    return !mention->verb && mention->label.definite && mention->label.bare &&
           !mention->label.possessive && mention->label.edition <= 0 &&
           mention->label.sequence == SEQUENCE_NONE && mention->party_count == 1 &&
           !mention->date && !mention->place && !mention->moved_to &&
           kind_is_generic(mention->kind) &&
           (mention->kind == occasion->kind || occasion->kind == KIND_NEGOTIATION);
}

/* "Tuesday's meeting was hosted by C": who receives those that met on that day; "La réunion,
 * présidée par C,": who presides over the one told last. */
bool mention_tells_host(const struct mention *mention, int points)
{
    const struct label *label = &mention->label;
    const enum part part = mention->party_count == 1 ? mention->parties[0].part : PART_ATTENDEE;
    const bool hosted =
        (part == PART_HOST || part == PART_CHAIR) && mention->date && points >= POINTS_SAME_DAY;
    const bool chaired = part == PART_CHAIR && label->definite && label->bare &&
                         !label->possessive && !mention->place && !mention->date;
    return !mention->verb && (hosted || chaired) && label->edition <= 0 &&
           label->sequence == SEQUENCE_NONE && !label->indefinite && !label->proper;
}

/* "A will host a dozen leaders, among them B and C", where a summit in the land of A was told:
 * these are its guests. */
bool mention_tells_guests(const struct story *story, const struct mention *mention,
                          const struct occasion *occasion)
{
    const struct spot *spot =
        occasion->placed && occasion->placed->place ? occasion->placed->place->detail : NULL;
    const bool crowd = mention->hosting && mention->party_count > 2 &&
                       mention->parties[0].part == PART_HOST &&
                       actor_is_crowd(mention->parties[1].party);
    return crowd && spot && spot->country[0] && occasion->kind == KIND_SUMMIT &&
           mention->status == occasion->status && !mention->date && !mention->place &&
           strcmp(actor_country(story, mention->parties[0].party), spot->country) == 0;
}

/* "talks with B, during which the diplomats discussed trade": what is done by those who were told
 * to meet right before, though nothing tells their ranks. */
bool mention_of_those_told(const struct story *story, const struct mention *mention,
                           const struct occasion *occasion)
{
    const struct mention *last = occasion->mentions[occasion->mention_count - 1];
    const struct party *group = mention->party_count == 1 ? mention->parties[0].party : NULL;
    return group && actor_is_crowd(group) && group_refers_back(story->document, group) &&
           mention->verb && !mention->bilateral && !mention->hosting && !mention->further &&
           !mention->date && !mention->place && kind_is_generic(mention->kind) &&
           mention->kind == occasion->kind && last->sentence == mention->sentence &&
           compare_identified(occasion->parties, occasion->party_count) > 1;
}

/* Who receives by the slots: somebody in particular, or NULL. */
static const struct party *host_of(const struct slot *slots, unsigned count)
{
    for (unsigned i = 0; i < count; i++) {
        const struct party *party = slots[i].party;
        if (slots[i].part == PART_HOST && party->type == PARTY_PERSON && !party->plural)
            return party;
    }
    return NULL;
}

/* "La commission a siégé sous la présidence de A et B. C a reçu les deux ministres": whether those
 * who met at a gathering of others went to see the host. */
static bool is_call_on(const struct story *story, const struct mention *mention,
                       const struct occasion *occasion, const struct party *host)
{
    if ((occasion->kind != KIND_SESSION && occasion->kind != KIND_MINISTERIAL &&
         occasion->kind != KIND_CONFERENCE) ||
        !mention->verb || !kind_is_generic(mention->kind) || title_only(story, occasion) ||
        !host->person || actor_among(story, host, occasion->parties, occasion->party_count))
        return false;
    for (unsigned i = 0; i < mention->party_count; i++) {
        if (mention->parties[i].party != host &&
            actor_among(story, mention->parties[i].party, occasion->parties, occasion->party_count))
            return true;
    }
    return false;
}

bool mention_of_other_host(const struct story *story, const struct mention *mention,
                           const struct occasion *occasion)
{
    const struct mention *last = occasion->mentions[occasion->mention_count - 1];
    const struct party *host =
        mention->hosting ? host_of(mention->parties, mention->party_count) : NULL;
    if (!host || mention_in_title(story, last) || mention->kind == KIND_VISIT ||
        occasion->kind == KIND_VISIT)
        return false;
    const struct party *other = host_of(occasion->parties, occasion->party_count);
    return other ? !actor_same(story, host, other) && (host->person || other->person)
                 : is_call_on(story, mention, occasion, host);
}

/* Whether somebody of the mention is one of the two that met: no one who only came along. */
static bool has_principal(const struct story *story, const struct mention *mention,
                          const struct occasion *occasion)
{
    enum { PAIR = 2 };
    const unsigned two = occasion->party_count < PAIR ? occasion->party_count : PAIR;
    for (unsigned i = 0; i < mention->party_count; i++) {
        if (actor_among(story, mention->parties[i].party, occasion->parties, two))
            return true;
    }
    return false;
}

bool merge_enters_another(const struct merger *merger, const struct mention *mention,
                          const struct occasion *occasion)
{
    enum { SENTENCES_BETWEEN = 1 };
    const struct occasion *nearest = merger->nearest;
    const bool enters = mention->entering && mention->label.definite && mention->label.bare;
    const bool joins = mention->joining && !mention->company && !mention->floor;
    if ((!enters && !joins) || mention->verb || !kind_is_generic(mention->kind) ||
        occasion == nearest || !nearest)
        return false;
    const struct mention *last = nearest->mentions[nearest->mention_count - 1];
    return kind_is_generic(nearest->kind) && status_has_begun(nearest->status) &&
           mention->sentence - last->sentence <= SENTENCES_BETWEEN &&
           !has_principal(merger->story, mention, occasion);
}

/* Where the text tells the occasion for the last time so far. */
static uint32_t last_place(const struct occasion *occasion)
{
    return occasion->mentions[occasion->mention_count - 1]->trigger.begin;
}

const struct occasion *begun_before(const struct occasion_list *list, const struct mention *mention,
                                    const struct occasion *last)
{
    const struct occasion *best = NULL;
    if (!(mention->joining || mention->entering) || !mention->status_told ||
        !status_has_begun(mention->status) || !last || status_has_begun(last->status))
        return NULL;
    for (uint32_t i = 0; i < list->count; i++) {
        if (status_has_begun(list->at[i]->status) &&
            (!best || last_place(list->at[i]) > last_place(best)))
            best = list->at[i];
    }
    return best;
}

bool mention_is_besides(const struct story *story, const struct mention *mention,
                        const struct occasion *occasion)
{
    return !mention->verb && mention->label.sequence == SEQUENCE_NEW && mention->status_told &&
           mention->status == STATUS_SCHEDULED && status_has_begun(occasion->status) &&
           !title_only(story, occasion);
}
