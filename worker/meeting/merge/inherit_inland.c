#include "annotate/look.h"
#include "annotate/person/home.h"
#include "meeting/merge/inherit.h"

/*
 * Where a visit is that is told to be "in the country": in the state that the article is at home
 * in, and those who come are not.
 */

/* The words that say so around the mention's own, or NULL. */
static const struct annotation *inland_words(const struct document *document,
                                             const struct mention *mention)
{
    enum { WORDS_AROUND = 8 };
    const struct sentence *sentence = &document->sentences.at[mention->sentence];
    const uint32_t begin = mention->trigger.begin < sentence->begin + WORDS_AROUND
                               ? sentence->begin
                               : mention->trigger.begin - WORDS_AROUND;
    const uint64_t bit = KIND_BIT(LEXICON_FALSEFRIEND);
    uint32_t end = mention->trigger.end + WORDS_AROUND;
    end = end < sentence->end ? end : sentence->end;
    for (uint32_t t = look_next(document, begin, end, bit); t < end;
         t = look_next(document, t + 1, end, bit)) {
        const struct annotation *words = look_at(document, t, LEXICON_FALSEFRIEND);
        if (look_says(document, words, STR("INLAND")))
            return words;
    }
    return NULL;
}

void place_inland(const struct story *story, struct occasion *visit)
{
    const struct annotation *words = NULL;
    for (unsigned i = 0; i < visit->mention_count && !words; i++)
        words = inland_words(story->document, visit->mentions[i]);
    if (!words)
        return;
    struct home home = home_count(story->document);
    home_add_site(story->document, &home);
    const struct home all = home;
    for (unsigned i = 0; i < visit->party_count; i++) {
        if (visit->parties[i].part != PART_HOST)
            home_exclude(&home, actor_country(story, visit->parties[i].party));
    }
    char country[3];
    home_country(&home, country);
    for (unsigned i = 0; i < visit->party_count; i++) {
        const char *own = actor_country(story, visit->parties[i].party);
        if (visit->parties[i].part != PART_HOST &&
            home_times(&all, own) > home_times(&all, country))
            return; /* the story is theirs */
    }
    if (country[0])
        place_in(story, visit, (struct span){words->begin, words->end}, country);
}
