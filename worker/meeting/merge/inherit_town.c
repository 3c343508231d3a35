#include <stdlib.h>

#include "annotate/look.h"
#include "annotate/place/spot.h"
#include "annotate/verb.h"
#include "meeting/find/when.h"
#include "meeting/merge/inherit.h"

/*
 * Which town the sentences around a meeting tell.
 */

/* "met B before flying to Lima": whether the town is where somebody went then. */
static bool is_next_stop(const struct document *document, const struct sentence *sentence,
                         uint32_t town)
{
    enum { WORDS_BACK = 4 };
    for (uint32_t t = town; t-- > sentence->begin && town - t <= WORDS_BACK;) {
        const struct annotation *verb = look_at(document, t, LEXICON_MEETVERB);
        const struct annotation *before = NULL;
        if (!verb || look_lexeme(document, verb)->frame != FRAME_VISIT)
            continue;
        for (uint32_t back = 1; back <= WORDS_BACK && !before && t >= sentence->begin + back;
             back++)
            before = look_at(document, t - back, LEXICON_FOLLOWING);
        return look_says(document, before, STR("BEFORE"));
    }
    return false;
}

/* "is back in Lima after talks": whether the town is where somebody came home to. */
static bool is_way_home(const struct document *document, const struct sentence *sentence,
                        uint32_t town)
{
    enum { WORDS_BACK = 5 };
    for (uint32_t t = town; t-- > sentence->begin && town - t <= WORDS_BACK;) {
        const struct annotation *verb = look_at(document, t, LEXICON_EVENTVERB);
        if (verb && look_lexeme(document, verb)->sense == SENSE_RETURN)
            return true;
        if (look_flag(document, t, TOKEN_PUNCT) || look_at(document, t, ANNOTATION_VERB))
            return false;
    }
    return false;
}

const struct annotation *town_in(const struct document *document, const struct sentence *sentence,
                                 const char *country)
{
    for (uint32_t t = sentence->begin; t < sentence->end; t++) {
        const struct annotation *place = look_at(document, t, ANNOTATION_PLACE);
        const struct spot *spot = place ? place->detail : NULL;
        if (spot && spot->city && spot->city->kind == LEXICON_CITY &&
            (spot->governor & CLASS(AT)) &&
            !(spot->governor & CLASS(ABOUT)) && /* "to call on Ottawa": whom, not where */
            !town_of_matter(document, sentence, t) && !is_next_stop(document, sentence, t) &&
            !town_of_other(document, sentence, t) && !town_of_thing(document, sentence, t) &&
            !is_way_home(document, sentence, t) && !token_of_participle(document, NULL, t) &&
            !look_at(document, place->end, LEXICON_SPEECHVERB) && /* "the ministry in Oslo said" */
            (!country || strcmp(spot->country, country) == 0))
            return place;
    }
    return NULL;
}

/* "A spoke in Oslo on 3 May. B met C on Tuesday": whether the sentence tells a day from which that
 * of the occasion is more than a few away. */
static bool tells_other_day(const struct story *story, const struct sentence *sentence,
                            const struct occasion *occasion)
{
    enum { DAYS_BESIDE = 3 };
    const struct iso_date *start = &occasion->when.start;
    const enum date_direction direction =
        status_has_begun(occasion->status) ? DIRECTION_PAST : DIRECTION_FUTURE;
    const uint32_t end = iso_is_day(start) ? sentence->end : sentence->begin;
    const uint64_t bit = KIND_BIT(ANNOTATION_DATE);
    for (uint32_t t = look_next(story->document, sentence->begin, end, bit); t < end;
         t = look_next(story->document, t + 1, end, bit)) {
        const struct annotation *words = look_at(story->document, t, ANNOTATION_DATE);
        const struct date_result told =
            words ? date_value(words->detail, &story->reference, direction)
                  : (struct date_result){.start.text = ""};
        if (iso_is_day(&told.start) && abs(iso_days(start, &told.start)) > DAYS_BESIDE)
            return true;
    }
    return false;
}

bool attributed_behind(const struct document *document, const struct mention *mention,
                       uint32_t token)
{
    enum { WORDS_BACK = 14 };
    for (uint32_t t = token; t-- > mention->trigger.end && token - t <= WORDS_BACK;) {
        const struct annotation *verb = look_at(document, t, ANNOTATION_VERB);
        if (look_flag(document, t, TOKEN_PUNCT) || look_flag(document, t, TOKEN_SENTENCE))
            return false;
        if (verb)
            return verb_reading(document, verb->detail, LEXICON_SPEECHVERB) != NULL &&
                   ((const struct verb *)verb->detail)->tense == TENSE_PAST &&
                   !((const struct verb *)verb->detail)->passive;
    }
    return false;
}

const struct annotation *town_before(const struct story *story, const struct occasion *occasion)
{
    enum { SENTENCES_BACK = 2 };
    const struct document *document = story->document;
    const uint32_t first = occasion->mentions[0]->sentence;
    if (occasion->mentions[0]->recalled) /* "said in Oslo that the talks between A and B" */
        return NULL;
    for (uint32_t back = 0; back <= SENTENCES_BACK && back <= first; back++) {
        const struct sentence *sentence = &document->sentences.at[first - back];
        const struct annotation *town = town_in(document, sentence, NULL);
        if (town && !(back == 0 && attributed_behind(document, occasion->mentions[0], town->begin)))
            return tells_other_day(story, sentence, occasion) ? NULL : town;
    }
    return NULL;
}
