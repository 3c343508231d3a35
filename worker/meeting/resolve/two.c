#include "annotate/look.h"
#include "meeting/mention/occasion.h"
#include "meeting/resolve/resolve.h"

bool resolve_two(const struct story *story, struct mention *mention)
{
    const struct document *document = story->document;
    const struct party *pair[2];
    unsigned count = 0;
    for (uint32_t t = document->sentences.at[mention->sentence].begin; t < mention->trigger.begin;
         t++) {
        const struct annotation *annotation = look_at(document, t, ANNOTATION_PARTY);
        const struct party *party = annotation ? party_members(annotation)->at[0] : NULL;
        if (!party || party->type != PARTY_PERSON || party->weak || party_speaks(party))
            continue;
        if (count == 2 || party_members(annotation)->count > 1)
            return false;
        pair[count++] = party;
    }
    if (count < 2 || (pair[0]->person && pair[0]->person == pair[1]->person))
        return false;
    mention_take_party(mention, pair[0], PART_ATTENDEE);
    mention_take_party(mention, pair[1], PART_ATTENDEE);
    return true;
}

/* The list with which the sentence begins: people by name, two or more, one of them in office; or
 * NULL. */
static const struct party_list *people_first(const struct story *story, uint32_t number)
{
    const struct document *document = story->document;
    const struct sentence *sentence = &document->sentences.at[number];
    const struct reference *line = &story->reference; /* "LIMA: President A" */
    const bool dated = line->begin == sentence->begin && line->end < sentence->end;
    const struct annotation *annotation =
        look_at(document, dated ? line->end : sentence->begin, ANNOTATION_PARTY);
    const struct party_list *list = annotation ? party_members(annotation) : NULL;
    bool office = false;
    for (unsigned i = 0; list && i < list->count; i++) {
        const struct party *party = list->at[i];
        if (party->type != PARTY_PERSON || party->weak || party->name_end == party->name_begin)
            return NULL;
        office |= person_rank(story, party) != RANK_NONE;
    }
    return list && list->count > 1 && office ? list : NULL;
}

/* Whether no meeting of anybody was told before in the story itself. */
static bool is_told_first(const struct story *story, const struct mention_list *mentions,
                          uint32_t index)
{
    const struct sentence *sentences = story->document->sentences.at;
    for (uint32_t i = 0; i < index; i++) {
        const bool title = sentences[mentions->at[i]->sentence].flags & SENTENCE_TITLE;
        if (!title && mentions->at[i]->party_count > 0)
            return false;
    }
    return true;
}

/* "The talks were held", "At the meeting, A said", "was reached during talks", "C attended the
 * meeting": whether it is told as one that the reader knows of. */
static bool is_known(const struct story *story, const struct mention *mention)
{
    const struct sentence *sentence = &story->document->sentences.at[mention->sentence];
    const uint32_t ahead = mention->trigger.begin - sentence->begin;
    const bool known = mention->label.definite && mention->label.bare;
    const bool opens =
        ahead == 1 || (ahead == 2 && document_is(story->document, sentence->begin, CLASS(AT)));
    const bool attended = mention->entering || mention->joining;
    return mention->party_count ? known && attended : (known && opens) || mention->during;
}

void resolve_unnamed(const struct story *story, const struct mention_list *mentions, uint32_t index)
{
    enum { SENTENCES_MAX = 2 };
    struct mention *mention = mentions->at[index];
    if (mention->verb || mention->pronoun || !kind_is_generic(mention->kind) ||
        !is_known(story, mention) || !is_told_first(story, mentions, index))
        return;
    const struct party_list *people = NULL;
    for (uint32_t back = 1; back <= SENTENCES_MAX && back <= mention->sentence && !people; back++) {
        const struct sentence *sentence = &story->document->sentences.at[mention->sentence - back];
        if (sentence->flags & (SENTENCE_TITLE | SENTENCE_BOILERPLATE))
            return;
        people = people_first(story, mention->sentence - back);
    }
    for (unsigned i = 0; people && i < people->count; i++)
        mention_take_party(mention, people->at[i], PART_ATTENDEE);
}
