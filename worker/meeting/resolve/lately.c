#include "annotate/look.h"
#include "meeting/mention/occasion.h"
#include "meeting/resolve/resolve.h"

/*
 * Who was spoken of right before, where no meeting brought them together: "X sera le premier que Y
 * recevra. Les deux présidents auront un entretien".
 */

enum { LATELY_SENTENCES = 2 };

struct lately {
    const struct story *story;
    enum rank rank;
    const struct party *people[LATELY_PEOPLE];
    unsigned count;
};

static void lately_add(struct lately *lately, const struct party *party)
{
    const enum rank rank =
        party->person ? lately->story->people.at[party->person].rank : party->rank;
    const bool known = rank == RANK_NONE && party->figure; /* "Macron", of whom no title is told */
    if (party->type != PARTY_PERSON || party->plural || party->weak || party->companion ||
        !(party->person || party->counterpart) || !(known || rank_fits(lately->rank, rank)) ||
        lately->count == LATELY_PEOPLE)
        return;
    for (unsigned i = 0; i < lately->count; i++) {
        if (actor_same(lately->story, lately->people[i], party))
            return;
    }
    lately->people[lately->count++] = party;
}

static void lately_read(struct lately *lately, uint32_t begin, uint32_t end)
{
    for (uint32_t t = begin; t < end; t++) {
        const struct annotation *annotation = look_at(lately->story->document, t, ANNOTATION_PARTY);
        if (!annotation || annotation->end > end)
            continue;
        for (unsigned i = 0; i < party_members(annotation)->count; i++)
            lately_add(lately, party_members(annotation)->at[i]);
    }
}

unsigned told_lately(const struct story *story, const struct mention *mention, enum rank rank,
                     const struct party *ret_people[LATELY_PEOPLE])
{
    struct lately lately = {.story = story, .rank = rank};
    const struct sentence *sentences = story->document->sentences.at;
    const uint32_t here = mention->sentence;
    for (uint32_t back = 0; back <= LATELY_SENTENCES && back <= here && lately.count < 2; back++) {
        const struct sentence *at = &sentences[here - back];
        if (back > 0 && (at->flags & SENTENCE_BOILERPLATE))
            break;
        lately_read(&lately, at->begin, back ? at->end : mention->trigger.begin);
    }
    memcpy(ret_people, lately.people, lately.count * sizeof *lately.people);
    return lately.count;
}

/* The last person, known by name or office, between the tokens. */
static const struct party *last_person(const struct document *document, uint32_t begin,
                                       uint32_t end)
{
    for (uint32_t t = end; t-- > begin;) {
        const struct annotation *annotation = look_at(document, t, ANNOTATION_PARTY);
        if (!annotation || annotation->end > end)
            continue;
        const struct party *last = party_last(annotation);
        if (last->type == PARTY_PERSON && !last->plural && !last->weak && !last->companion)
            return last;
    }
    return NULL;
}

const struct party *last_before(const struct document *document, uint32_t sentence)
{
    const struct sentence *before = sentence ? &document->sentences.at[sentence - 1] : NULL;
    return before && !(before->flags & SENTENCE_BOILERPLATE)
               ? last_person(document, before->begin, before->end)
               : NULL;
}

const struct party *told_last(const struct story *story, const struct mention *mention)
{
    const struct document *document = story->document;
    const uint32_t begin = document->sentences.at[mention->sentence].begin;
    uint32_t pronoun = mention->trigger.begin;
    while (pronoun > begin && !look_at(document, pronoun, LEXICON_LATTER))
        pronoun--;
    const struct party *last = last_person(document, begin, pronoun);
    return last ? last : last_before(document, mention->sentence);
}
