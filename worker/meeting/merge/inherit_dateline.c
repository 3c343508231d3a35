#include <stdlib.h>
#include <string.h>

#include "annotate/look.h"
#include "annotate/place/spot.h"
#include "meeting/merge/inherit.h"

/*
 * What is where the story is written: what it begins with, and where those of several states met
 * of whom its first sentence tells one.
 */

/* Whether the story begins with the mention: in the headline or right behind the dateline, be it a
 * line of its own. */
static bool is_opening(const struct story *story, const struct mention *mention)
{
    const struct sentence *sentences = story->document->sentences.at;
    const struct reference *dateline = &story->reference;
    uint32_t first = mention->sentence;
    if (mention_in_title(story, mention))
        return true;
    while (first > 0 && sentences[first - 1].begin >= dateline->begin &&
           sentences[first - 1].end <= dateline->end)
        first--;
    return sentences[first].begin <= dateline->begin && dateline->begin < sentences[first].end;
}

const struct annotation *town_of_dateline(const struct story *story,
                                          const struct occasion *occasion)
{
    const struct annotation *city = story->reference.city;
    for (unsigned i = 0; city && i < occasion->mention_count; i++) {
        const struct mention *mention = occasion->mentions[i];
        const bool told = mention->verb || mention->status_told; /* not "days after a summit" */
        if ((told || mention_in_title(story, mention)) && is_opening(story, mention))
            return look_at(story->document, city->begin, ANNOTATION_PLACE);
    }
    return NULL;
}

/* Whether those who meet are of several states. */
static bool are_of_several_states(const struct story *story, const struct occasion *occasion)
{
    const char *first = "";
    bool several = false;
    for (unsigned i = 0; i < occasion->party_count; i++) {
        const char *country = actor_country(story, occasion->parties[i].party);
        several |= first[0] && country[0] && strcmp(first, country) != 0;
        first = country[0] ? country : first;
    }
    return several;
}

/* Whether the sentence that the dateline opens tells of one who takes part. */
static bool is_of_lead(const struct story *story, const struct occasion *occasion)
{
    const struct document *document = story->document;
    const uint32_t begin = story->reference.end;
    const uint64_t bit = KIND_BIT(ANNOTATION_PARTY);
    const struct sentence *lead = &document->sentences.at[document_sentence(document, begin)];
    for (uint32_t t = look_next(document, begin, lead->end, bit); t < lead->end;
         t = look_next(document, t + 1, lead->end, bit)) {
        const struct annotation *words = look_at(document, t, ANNOTATION_PARTY);
        const struct party_list *list = words ? party_members(words) : NULL;
        for (unsigned i = 0; list && i < list->count; i++) {
            if (actor_among(story, list->at[i], occasion->parties, occasion->party_count))
                return true;
        }
    }
    return false;
}

const struct annotation *town_of_lead(const struct story *story, const struct occasion *occasion)
{
    enum { SENTENCES_MOST = 5, DAYS_BESIDE = 2 };
    const struct annotation *city = story->reference.city;
    const struct annotation *place =
        city ? look_at(story->document, city->begin, ANNOTATION_PLACE) : NULL;
    const struct iso_date *start = &occasion->when.start, today = day_iso(story->reference.day);
    if (!place || occasion->kind != KIND_TALKS || !status_has_begun(occasion->status) ||
        occasion->mentions[0]->sentence > SENTENCES_MOST ||
        (start->text[0] ? !iso_is_day(start) || !iso_is_day(&today) ||
                              abs(iso_days(start, &today)) > DAYS_BESIDE
                        : occasion_tells_day(occasion)))
        return NULL;
    return are_of_several_states(story, occasion) && is_of_lead(story, occasion) ? place : NULL;
}

/* "Brest. La préfète rencontre les maires": the town that opens the headline, or NULL; before a
 * colon it may be what is spoken of with whoever received somebody. */
static const struct annotation *town_of_head(const struct document *document, bool hosting)
{
    const struct annotation *place =
        look_at(document, document->sentences.at->begin, ANNOTATION_PLACE);
    return place && ((const struct spot *)place->detail)->city &&
                   (look_mark(document, place->end, '.') ||
                    (look_mark(document, place->end, ':') && !hosting))
               ? place
               : NULL;
}

const struct annotation *town_of_title(const struct story *story, const struct occasion *occasion)
{
    enum { LEAD = 2, SENTENCES_MOST = 3 };
    const struct document *document = story->document;
    const struct sentence *title = document->sentences.at;
    const struct mention *first = occasion->mentions[0];
    const uint64_t bit = KIND_BIT(ANNOTATION_PARTY);
    if (occasion->kind != KIND_TALKS || !(title->flags & SENTENCE_TITLE))
        return NULL;
    const struct annotation *head =
        first->sentence <= LEAD ? town_of_head(document, first->hosting) : NULL;
    if (head)
        return head;
    if (first->hosting || first->sentence > SENTENCES_MOST)
        return NULL;
    for (uint32_t t = look_next(document, title->begin, title->end, bit); t < title->end;
         t = look_next(document, t + 1, title->end, bit)) {
        const struct annotation *words = look_at(document, t, ANNOTATION_PARTY);
        const struct annotation *place =
            words ? look_at(document, words->end + 1, ANNOTATION_PLACE) : NULL;
        if (place && ((const struct spot *)place->detail)->city &&
            document_is(document, words->end, CLASS(AT)) &&
            actor_among(story, party_members(words)->at[0], occasion->parties,
                        occasion->party_count))
            return place;
    }
    return NULL;
}
