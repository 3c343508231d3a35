#include "meeting/merge/compare.h"

/* Two who meet at a gathering of many, or beside it. */

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
    const bool unnamed = mention->kind == KIND_TALKS && !mention->verb &&
                         mention->label.name.end == mention->label.name.begin &&
                         (mention->label.indefinite ||
                          compare_identified(mention->parties, mention->party_count) == 2);
    const bool talked = mention->verb && mention->kind == KIND_TALKS && mention->party_count == 2 &&
                        mention->parties[0].party->type == PARTY_PERSON; /* "A and B discussed" */
    return (unnamed || talked || (mention->verb && (mention->bilateral || mention->hosting))) &&
           mention->party_count == 2;
}

static bool of_people(const struct mention *mention)
{
    for (unsigned i = 0; i < mention->party_count; i++) {
        const struct party *party = mention->parties[i].party;
        if (party->type != PARTY_PERSON || party->plural || party->weak)
            return false;
    }
    return mention->party_count > 0;
}

/* Whether those of the mention are known to be at the occasion. */
static bool has_both(const struct mention *mention, const struct occasion *occasion)
{
    unsigned known = 0;
    for (unsigned i = 0; i < mention->party_count; i++) {
        for (unsigned k = 0; k < occasion->party_count; k++) {
            const uint16_t person = mention->parties[i].party->person;
            known += person && occasion->parties[k].party->person == person;
        }
    }
    return known >= mention->party_count;
}

/* "A attended the congress and met B", "… and held talks with B": two who meet besides. */
static bool is_on_top(const struct mention *mention)
{
    if (mention->verb)
        return mention->bilateral;
    return mention->kind == KIND_TALKS && mention->label.plural && !mention->label.definite &&
           !mention->label.possessive && mention->party_count == 2;
}

/* "La réunion entre A et B", where a summit is known only as one that others met beside. */
static bool is_pair_elsewhere(const struct mention *mention, const struct occasion *occasion)
{
    for (unsigned i = 0; i < occasion->mention_count; i++) {
        if (!occasion->mentions[i]->sideline)
            return false;
    }
    return kind_is_generic(mention->kind) && mention->party_count == 2 &&
           compare_identified(mention->parties, mention->party_count) == 2;
}

/* A gathering of more than two: a conference with a name, a body's, or one at which three are told
 * to be. */
static bool is_of_many(const struct occasion *occasion)
{
    const struct mention *named = occasion->named;
    const bool conference = occasion->kind == KIND_CONFERENCE && named && named->label.proper;
    return occasion->party_count > 2 || conference ||
           (named && (named->label.owned || named->label.edition > 0));
}

/* "un entretien", "talks": words that don't take it for known. */
static bool is_untold(const struct label *label)
{
    return label->indefinite || (label->plural && !label->definite && !label->possessive);
}

/* "A met B and C", "He held talks with B and C": one who saw several. */
static bool is_of_one(const struct mention *mention)
{
    const struct party *first = mention->party_count > 2 ? mention->parties[0].party : NULL;
    const struct party *second = first ? mention->parties[1].party : NULL;
    if (!first || !kind_is_generic(mention->kind))
        return false;
    return mention->verb ? mention->bilateral && !mention->joining && !mention->entering
                         : is_untold(&mention->label) && mention->status_told &&
                               second->begin > mention->trigger.begin &&
                               (mention->pronoun || first->begin < mention->trigger.begin);
}

/* "A a reçu B", "A a eu un entretien avec B", "A and B discussed": two, each of them known. */
static bool is_talk_of_two(const struct mention *mention)
{
    const bool told = mention->verb ? mention->hosting || mention->bilateral
                                    : is_untold(&mention->label) && mention->status_told;
    return told && kind_is_generic(mention->kind) && !mention->joining && !mention->entering &&
           mention->party_count == 2 &&
           compare_identified(mention->parties, mention->party_count) == 2;
}

/* "A a reçu B", where a gathering is told at which not both are: it is not that. */
static bool is_received_beside(const struct mention *mention, const struct occasion *occasion)
{
    return mention->hosting && is_talk_of_two(mention) && of_people(mention) &&
           !has_both(mention, occasion);
}

/* "A met B.  A, B and C took part in a meeting": one of more than the two who met. */
static bool is_of_three(const struct story *story, const struct mention *mention,
                        const struct occasion *occasion)
{
    const unsigned known = compare_identified(mention->parties, mention->party_count);
    return known > 2 && !mention->verb && !mention->joining && mention->label.indefinite &&
           !has_both(mention, occasion) && !title_only(story, occasion) &&
           is_between_two(occasion->mentions[0]) &&
           compare_identified(occasion->parties, occasion->party_count) == 2;
}

/* "A to host 20 leaders" of a headline, who come for what the story tells by its name. */
static bool is_crowd_of_title(const struct story *story, const struct occasion *occasion)
{
    const struct mention *first = occasion->mentions[0];
    return title_only(story, occasion) && first->hosting && first->party_count == 2 &&
           actor_is_crowd(first->parties[1].party);
}

/* "A received B. X and Y's forum": a gathering of its own name or of others, where the one told
 * before is of two. */
static bool is_other_gathering(const struct story *story, const struct mention *mention,
                               const struct occasion *occasion)
{
    const struct mention *first = occasion->mentions[0];
    const bool others =
        mention->party_count > 0 && !of_people(mention) && first->verb && of_people(first);
    const bool called = mention->label.name.end > mention->label.name.begin;
    const bool another = mention->label.proper || others ||
                         (called && (mention->sideline || mention->kind == KIND_CONFERENCE));
    const bool two = is_between_two(first) || (mention->party_count > 0 && is_of_one(first));
    return two && another && !kind_is_gathering(first->kind) && kind_is_gathering(mention->kind) &&
           !mention->label.pointing && !is_crowd_of_title(story, occasion);
}

/* Two who meet at a gathering of many, or beside it, have a meeting of their own. */
static bool is_of_two(const struct story *story, const struct mention *mention,
                      const struct occasion *occasion)
{
    const struct mention *last = occasion->mentions[occasion->mention_count - 1];
    const bool same_sentence = last->sentence == mention->sentence;
    if (stands_beside(mention, occasion) || (same_sentence && last->opener && !mention->joining) ||
        (!same_sentence && last->agenda && mention->agenda))
        return true;
    if (is_other_gathering(story, mention, occasion) || is_of_three(story, mention, occasion))
        return true;
    if (!kind_is_gathering(occasion->kind))
        return false;
    if (is_pair_elsewhere(mention, occasion))
        return true;
    if (same_sentence && !last->verb && occasion->party_count == 1 && is_on_top(mention))
        return true;
    /* "the session followed a meeting between A and B" */
    if (!mention->verb && !mention->joining && mention->label.indefinite && last->sentence > 0 &&
        is_between_two(mention) && of_people(mention) && !has_both(mention, occasion))
        return true;
    const bool pair = occasion->party_count == 2 && occasion->kind == KIND_MINISTERIAL &&
                      kind_is_generic(occasion->mentions[0]->kind);
    /* "meet B for the Lakes Summit" tells the summit itself. */
    const bool again = title_only(story, occasion) && /* "the forum, held during his visit" */
                       compare_names(story, mention, occasion) > 0;
    return (mention->beside && !again) || is_received_beside(mention, occasion) ||
           (mention->bilateral && !pair && !kind_is_gathering(mention->kind) &&
            !occasion->mentions[0]->bilateral) ||
           (is_of_many(occasion) && (is_talk_of_two(mention) || is_of_one(mention)));
}

/* A summit of two that is no body's: "A et B ont tenu un sommet. A a rencontré B pendant une
 * heure."
 */
static bool is_same_pair(const struct story *story, const struct mention *mention,
                         const struct occasion *occasion)
{
    const bool theirs = !occasion->named || !occasion->named->label.owned;
    return theirs && !mention->beside && kind_is_gathering(occasion->kind) &&
           kind_is_generic(mention->kind) && occasion->party_count == 2 &&
           mention->party_count == 2 &&
           compare_parties(story, mention, occasion) >= POINTS_ALL_PARTIES;
}

bool mention_is_of_two(const struct story *story, const struct mention *mention,
                       const struct occasion *occasion)
{
    return is_of_two(story, mention, occasion) && !is_same_pair(story, mention, occasion);
}
