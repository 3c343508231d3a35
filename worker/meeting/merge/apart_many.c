#include "annotate/look.h"
#include "annotate/party/party.h"
#include "meeting/merge/compare.h"
#include "meeting/merge/round.h"

/* What a word or a sentence tells as several: each another than those told before it. */

/* "les sommets du G7 et du G20": the second of two that one word tells. */
static bool is_second(const struct mention *mention, const struct occasion *occasion)
{
    const struct mention *last = occasion->mentions[occasion->mention_count - 1];
    return mention->label.other.end > mention->label.other.begin &&
           mention->label.name.begin == mention->label.other.begin &&
           last->label.other.begin == mention->label.other.begin;
}

/* "the River Forum and the Peace Summit": another than those that the row has before it. */
static bool is_next_in_row(const struct mention *mention, const struct occasion *occasion)
{
    const struct mention *last = occasion->mentions[occasion->mention_count - 1];
    return mention->in_row && !last->verb && last->sentence == mention->sentence;
}

/* "A a eu des entretiens avec plusieurs homologues. A a rencontré B": one of them. */
static bool is_one_of_round(const struct story *story, const struct mention *mention,
                            const struct occasion *occasion)
{
    return mention->party_count > 1 && mention_is_round(story->document, occasion->mentions[0]) &&
           compare_identified(mention->parties, mention->party_count) > 1;
}

/* Whether one of those who are told by name is not among the others. */
static bool has_another(const struct slot *parties, unsigned count, const struct slot *others,
                        unsigned other_count)
{
    for (unsigned i = 0; i < count; i++) {
        const uint16_t person = parties[i].party->person;
        unsigned k = 0;
        while (k < other_count && others[k].party->person != person)
            k++;
        if (person && k == other_count)
            return true;
    }
    return false;
}

/* "a été reçue par A puis par B": what one word tells of different people is as many. */
static bool is_of_same_word(const struct mention *mention, const struct occasion *occasion)
{
    const struct mention *first = occasion->mentions[0];
    return first->trigger.begin == mention->trigger.begin && !mention->joining && !first->joining &&
           has_another(mention->parties, mention->party_count, first->parties,
                       first->party_count) &&
           has_another(first->parties, first->party_count, mention->parties, mention->party_count);
}

/* "the meeting with B": whether a noun for one meeting tells right behind it who came. */
static bool is_with_somebody(const struct document *document, const struct mention *mention)
{
    return !mention->verb && !mention->label.plural && kind_is_generic(mention->kind) &&
           look_at(document, mention->trigger.end, LEXICON_WITH);
}

/* "received the envoys of Peru and Chile. At the meeting with A, …  At the meeting with B": each of
 * them by himself. */
static bool is_with_next(const struct story *story, const struct mention *mention,
                         const struct occasion *occasion)
{
    bool next = false;
    for (unsigned i = 0; is_with_somebody(story->document, mention) && i < occasion->mention_count;
         i++) {
        const struct mention *told = occasion->mentions[i];
        next |=
            is_with_somebody(story->document, told) &&
            has_another(mention->parties, mention->party_count, told->parties, told->party_count) &&
            has_another(told->parties, told->party_count, mention->parties, mention->party_count);
    }
    return next;
}

/* "clashed at the G7 summit.  A's meeting with B": what a noun tells of two is no gathering of a
 * body of which nobody was told. */
static bool is_of_two_elsewhere(const struct story *story, const struct mention *mention,
                                const struct occasion *occasion)
{
    const struct mention *first = occasion->mentions[0];
    return kind_is_gathering(occasion->kind) && occasion->party_count == 0 && first->label.owned &&
           !mention->verb && kind_is_generic(mention->kind) &&
           look_at(story->document, mention->trigger.end, LEXICON_WITH) &&
           compare_identified(mention->parties, mention->party_count) == 2;
}

bool mention_is_one_of_many(const struct story *story, const struct mention *mention,
                            const struct occasion *occasion)
{
    return is_of_same_word(mention, occasion) || is_second(mention, occasion) ||
           is_with_next(story, mention, occasion) || is_next_in_row(mention, occasion) ||
           is_one_of_round(story, mention, occasion) ||
           is_of_two_elsewhere(story, mention, occasion);
}
