#include "annotate/terms.h"
#include "meeting/mention/occasion.h"
#include "meeting/resolve/resolve.h"

/* Who meets where only the meeting told before says it: "after the one in Lima", "another meeting
 * is planned for Monday", "the next round". */

bool mention_adds(const struct mention_list *mentions, uint32_t index)
{
    const struct mention *mention = mentions->at[index];
    if (!mention->joining && !mention->company && !mention->entering)
        return false;
    for (uint32_t i = index; i-- > 0;) {
        const struct mention *before = mentions->at[i];
        if (before->sentence + SENTENCES_BACK < mention->sentence)
            break;
        if (before->party_count > 1 && !before->joining && !before->company && !before->entering)
            return true;
    }
    return false;
}

/* The mention told last before that at index that has so many parties, or NULL. */
static const struct mention *told_before(const struct mention_list *mentions, uint32_t index,
                                         unsigned parties)
{
    for (uint32_t i = index; i-- > 0;) {
        const struct mention *before = mentions->at[i];
        if (before->sentence + ANOTHER_SENTENCES_BACK < mentions->at[index]->sentence)
            break;
        if (before->party_count >= parties && !kind_is_gathering(before->kind) &&
            !mention_adds(mentions, i))
            return before;
    }
    return NULL;
}

/* "leur deuxième rencontre, après celle de Lima": of the same people. */
void resolve_standin(const struct mention_list *mentions, uint32_t index)
{
    struct mention *mention = mentions->at[index];
    const bool visit = mention->kind == KIND_VISIT;
    if (!mention->standin || mention->party_count > 0 || kind_is_gathering(mention->kind))
        return;
    const struct mention *before = told_before(mentions, index, visit ? 1 : 2);
    if (!before)
        before = told_before(mentions, index, 1);
    if (!before)
        return;
    for (unsigned p = 0; p < before->party_count; p++)
        mention_take_party(mention, before->parties[p].party, before->parties[p].part);
    mention->pronoun = false;
}

/* "Another meeting", "the next round", "a first one": one besides that told before, of nobody in
 * particular; the last one only of negotiations, "le dernier round". */
static bool is_another(const struct mention *mention)
{
    const bool last = mention->label.sequence == SEQUENCE_LAST &&
                      (mention->kind != KIND_NEGOTIATION || mention->label.plural);
    return !mention->verb && mention->party_count == 0 && !mention->pronoun &&
           !mention->label.pointing && !kind_is_gathering(mention->kind) &&
           mention->kind != KIND_VISIT && !last &&
           (mention->label.edition > 0 ||
            (mention->label.sequence != SEQUENCE_NONE &&
             !(mention->label.sequence == SEQUENCE_PREVIOUS && mention->label.plural)));
}

/* "The talks between A and B resume on Monday. C called D. The last round failed": the negotiations
 * of several told last before a round of them, or NULL. */
static const struct mention *talks_of_round(const struct mention_list *mentions, uint32_t index)
{
    enum { SENTENCES_BACK_MOST = 8 };
    const struct mention *mention = mentions->at[index];
    for (uint32_t i = index; mention->kind == KIND_NEGOTIATION && i-- > 0;) {
        const struct mention *before = mentions->at[i];
        if (before->sentence + SENTENCES_BACK_MOST < mention->sentence)
            break;
        if (before->kind == KIND_NEGOTIATION && before->party_count > 1)
            return before;
    }
    return NULL;
}

static void take_parties(struct mention *mention, const struct mention *before)
{
    for (unsigned p = 0; p < before->party_count; p++)
        mention_take_party(mention, before->parties[p].party, PART_ATTENDEE);
}

void resolve_another(const struct mention_list *mentions, uint32_t index)
{
    struct mention *mention = mentions->at[index];
    const struct mention *talks = is_another(mention) ? talks_of_round(mentions, index) : NULL;
    if (talks)
        take_parties(mention, talks);
    for (uint32_t i = index; is_another(mention) && i-- > 0;) {
        const struct mention *before = mentions->at[i];
        if (before->sentence + ANOTHER_SENTENCES_BACK < mention->sentence ||
            (before->label.edition > 0 && before->label.edition + 1 == mention->label.edition &&
             before->party_count < 2)) /* of the row that it goes on, of whom nobody is told */
            return;
        if (!kind_is_gathering(before->kind) && before->kind != KIND_VISIT &&
            !mention_adds(mentions, i) && before->party_count > 1)
            take_parties(mention, before);
    }
}

/* "A began a visit at the invitation of B. A bilateral meeting was held on Monday": the guest and
 * the host of the visit told in the sentence before met. */
void resolve_host(const struct mention_list *mentions, uint32_t index)
{
    struct mention *mention = mentions->at[index];
    const struct mention *visit = index > 0 ? mentions->at[index - 1] : NULL;
    if (!visit || visit->kind != KIND_VISIT || mention->kind != KIND_TALKS || mention->verb ||
        mention->party_count > 0 || mention->pronoun || !mention->status_told ||
        mention->status != STATUS_HELD || !mention->label.indefinite || mention->label.plural ||
        mention->label.sequence != SEQUENCE_NONE || visit->sentence + 1 != mention->sentence)
        return;
    unsigned guests = 0, hosts = 0;
    for (unsigned p = 0; p < visit->party_count; p++) {
        const struct slot *slot = &visit->parties[p];
        const bool person = slot->party->type == PARTY_PERSON;
        guests += person && slot->part == PART_VISITOR;
        hosts += person && slot->part == PART_HOST;
    }
    for (unsigned p = 0; guests && hosts && p < visit->party_count; p++) {
        if (visit->parties[p].party->type == PARTY_PERSON)
            mention_take_party(mention, visit->parties[p].party, PART_ATTENDEE);
    }
}

/* Who received somebody in the mention, if only one person did, "A granted audiences"; or NULL. */
static const struct party *receiver_of(const struct mention *mention)
{
    const struct party *host = NULL;
    const bool several = !mention->verb && mention->label.plural && mention->party_count == 1;
    for (unsigned p = 0; mention->kind == KIND_TALKS && p < mention->party_count; p++) {
        if (mention->parties[p].part != PART_HOST && !several)
            continue;
        if (host || mention->parties[p].party->type != PARTY_PERSON)
            return NULL;
        host = mention->parties[p].party;
    }
    return host;
}

/* "A received B. C will be received on Monday": by A, too. */
void resolve_receiver(const struct story *story, const struct mention_list *mentions,
                      uint32_t index)
{
    struct mention *mention = mentions->at[index];
    if (index == 0 || !mention->verb || !mention->hosting || mention->kind != KIND_TALKS ||
        mention->place || mention->pronoun || mention->party_count != 1 ||
        mention->parties[0].part != PART_VISITOR)
        return;
    const uint32_t sentence = mentions->at[index - 1]->sentence;
    const struct party *host = NULL;
    for (uint32_t i = index; i-- > 0 && !host && mentions->at[i]->sentence == sentence;) {
        const struct mention *before = mentions->at[i];
        if (sentence + ANOTHER_SENTENCES_BACK < mention->sentence ||
            actor_among(story, mention->parties[0].party, before->parties, before->party_count))
            return;
        host = receiver_of(before);
    }
    if (host)
        mention_take_party(mention, host, PART_HOST);
}

const struct mention *resolve_main(const struct mention_list *mentions, uint32_t index)
{
    const struct mention *last = mentions->at[index];
    for (uint32_t i = index; last->gone && !last->verb && i-- > 0;) {
        const struct mention *main = mentions->at[i];
        if (main->sentence != last->sentence)
            break;
        if (main->verb && main->bilateral && main->party_count > 1)
            return main;
    }
    return last;
}
