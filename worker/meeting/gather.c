#include "meeting/gather.h"

#include "annotate/look.h"

static bool fits(enum meeting_kind kind, enum rank rank)
{
    switch (kind) {
    case KIND_SUMMIT:
        return rank_is_head(rank);
    case KIND_MINISTERIAL:
        return rank == RANK_FOREIGN_MINISTER || rank == RANK_MINISTER ||
               rank == RANK_DEPUTY_MINISTER || rank == RANK_DEPUTY_HEAD_OF_GOVERNMENT;
    case KIND_SESSION:
        return rank == RANK_FOREIGN_MINISTER || rank == RANK_MINISTER ||
               rank == RANK_DEPUTY_MINISTER || rank == RANK_AMBASSADOR;
    case KIND_NEGOTIATION:
        return rank == RANK_FOREIGN_MINISTER || rank == RANK_MINISTER || rank == RANK_ENVOY ||
               rank == RANK_DEPUTY_MINISTER;
    default:
        return false;
    }
}

/* The gathering that the article is about: the first occasion, if many can come to it. */
static struct occasion *main_gathering(const struct occasion_list *occasions)
{
    if (occasions->count == 0)
        return NULL;
    struct occasion *first = occasions->at[0];
    const bool many =
        fits(first->kind, RANK_FOREIGN_MINISTER) || fits(first->kind, RANK_HEAD_OF_STATE);
    return many && status_has_begun(first->status) ? first : NULL;
}

static bool has_mention(const struct occasion *occasion, uint32_t sentence)
{
    for (unsigned i = 0; i < occasion->mention_count; i++) {
        if (occasion->mentions[i]->sentence == sentence)
            return true;
    }
    return false;
}

static bool is_told_elsewhere(const struct occasion_list *occasions, uint32_t sentence)
{
    for (uint32_t i = 1; i < occasions->count; i++) {
        if (has_mention(occasions->at[i], sentence))
            return true;
    }
    return false;
}

static bool is_known(const struct story *story, const struct occasion *occasion,
                     const struct party *party)
{
    for (unsigned i = 0; i < occasion->party_count; i++) {
        if (actor_same(story, occasion->parties[i].party, party))
            return true;
    }
    return false;
}

/* The person with whom the sentence begins, or NULL. */
static const struct party *actor_of(const struct document *document,
                                    const struct sentence *sentence)
{
    const struct annotation *annotation = look_at(document, sentence->begin, ANNOTATION_PARTY);
    if (!annotation || party_members(annotation)->count != 1)
        return NULL;
    const struct party *party = party_members(annotation)->at[0];
    const bool named = party->name_end > party->name_begin;
    return party->type == PARTY_PERSON && named && !party->weak && party->person ? party : NULL;
}

static bool goes_with(enum meeting_status small, enum meeting_status gathering)
{
    return small == gathering || (status_has_begun(small) && status_has_begun(gathering));
}

/* Who met at the side of a gathering was there. */
static void gather_guests(const struct story *story, struct occasion_list *occasions,
                          struct occasion *gathering)
{
    for (unsigned r = 0; r < gathering->relation_count; r++) {
        if (gathering->relations[r].type != RELATION_SUPER_EVENT)
            continue;
        const struct occasion *small = occasions->at[gathering->relations[r].occasion];
        for (unsigned i = 0; i < small->party_count; i++) {
            const struct slot slot = {small->parties[i].party, PART_ATTENDEE};
            if (slot.party->type == PARTY_PERSON && gathering->party_count < MENTION_PARTIES &&
                goes_with(small->status, gathering->status) &&
                !is_known(story, gathering, slot.party))
                gathering->parties[gathering->party_count++] = slot;
        }
    }
}

void gather_people(const struct story *story, struct occasion_list *occasions)
{
    const struct document *document = story->document;
    for (uint32_t i = 0; i < occasions->count; i++)
        gather_guests(story, occasions, occasions->at[i]);
    struct occasion *gathering = main_gathering(occasions);
    if (!gathering)
        return;
    for (uint32_t i = gathering->mentions[0]->sentence + 1; i < document->sentences.count; i++) {
        const struct sentence *sentence = &document->sentences.at[i];
        if ((sentence->flags & SENTENCE_BOILERPLATE) || is_told_elsewhere(occasions, i))
            continue;
        const struct party *actor = actor_of(document, sentence);
        if (!actor || !fits(gathering->kind, story->people.at[actor->person].rank) ||
            is_known(story, gathering, actor) || gathering->party_count == MENTION_PARTIES)
            continue;
        gathering->parties[gathering->party_count++] = (struct slot){actor, PART_ATTENDEE};
    }
}
