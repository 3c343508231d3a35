#include <string.h>

#include "annotate/look.h"
#include "meeting/merge/inherit.h"

/*
 * "A et B se sont rencontrés lundi, à la veille du sommet": the day of one from that of the other.
 */

/* The words that tell how many days lie between what is told and what begins at end, or NULL. */
static const struct annotation *words_up_to(const struct document *document, uint32_t end)
{
    enum { WORDS_MAX = 8 };
    const struct annotation *found = NULL;
    for (uint32_t back = 0; back <= WORDS_MAX && back <= end; back++) {
        const uint32_t t = end - back;
        const struct annotation *words = look_at(document, t, LEXICON_FOLLOWING);
        if (words && words->end <= end && (!found || words->end == found->end))
            found = words; /* "two days after", not "after" */
        if (look_flag(document, t, TOKEN_SENTENCE) ||
            (back &&
             (look_flag(document, t, TOKEN_PUNCT) || look_at(document, t, ANNOTATION_VERB))))
            break;
    }
    return found;
}

/* Those before the meeting that the mention tells, or before who met. */
static const struct annotation *words_before(const struct document *document,
                                             const struct mention *mention)
{
    const struct span name = mention->label.name, trigger = mention->trigger;
    const bool named = name.end > name.begin && name.begin < trigger.begin;
    uint32_t end = named ? name.begin : trigger.begin;
    if (mention->status_words.begin < end &&
        document_sentence(document, mention->status_words.begin) == mention->sentence)
        end = mention->status_words.begin; /* "a day after the allies held their meeting" */
    const struct annotation *found = words_up_to(document, end);
    const struct party *first = mention->party_count ? mention->parties[0].party : NULL;
    const bool ahead = first && first->begin < end &&
                       first->begin >= document->sentences.at[mention->sentence].begin;
    return found || !ahead ? found : words_up_to(document, first->begin);
}

/* "on the second day of": they tell on which day of the meeting. */
static bool is_day_of(const struct document *document, const struct annotation *words)
{
    return words && str_equal(pack_column(document->pack, words->value, 1), STR("DAY"));
}

/* From the day of what is told to that of the meeting that the mention tells, by the words before
 * it: "à la veille de" 1; 0: untold. */
static int mention_days_off(const struct document *document, const struct mention *mention)
{
    const struct annotation *words = words_before(document, mention);
    return words ? look_lexeme(document, words)->days : 0;
}

/* "A a vu B au lendemain du vote de dimanche": from the day of what is no meeting to that of the
 * meeting told beside it, by the words before what it is; 0: the day is the meeting's own. */
static int days_beyond(const struct document *document, const struct mention *mention,
                       const struct annotation *date)
{
    const struct annotation *words = words_up_to(document, date->begin);
    if (!words || is_day_of(document, words))
        return 0;
    for (uint32_t t = words->end; t < date->begin; t++) {
        if (t == mention->trigger.begin || look_at(document, t, LEXICON_MEETNOUN))
            return 0;
    }
    return -look_lexeme(document, words)->days;
}

void eve_shift(const struct document *document, const struct mention *mention,
               const struct annotation *date, struct iso_date *day)
{
    const struct annotation *words = words_before(document, mention);
    if (words && iso_is_day(day) && (is_day_of(document, words) || date->end <= words->begin))
        *day = iso_add(day, look_lexeme(document, words)->days);
    const int beyond = iso_is_day(day) ? days_beyond(document, mention, date) : 0;
    if (beyond)
        *day = iso_add(day, beyond);
}

/* Another occasion that the same sentence tells, with its day; NULL: none. */
static const struct occasion *told_beside(const struct occasion_list *occasions,
                                          const struct occasion *occasion,
                                          const struct mention *mention)
{
    const struct occasion *found = NULL;
    for (uint32_t i = 0; i < occasions->count; i++) {
        const struct occasion *other = occasions->at[i];
        for (unsigned m = 0; m < other->mention_count && other != occasion; m++) {
            const struct mention *told = other->mentions[m];
            if (told->sentence == mention->sentence && iso_is_day(&other->when.start) &&
                (!found || told->trigger.begin < mention->trigger.begin))
                found = other;
        }
    }
    return found;
}

/* The last telling of the occasion before the mention, or NULL. */
static const struct mention *told_before(const struct occasion *occasion,
                                         const struct mention *mention)
{
    const struct mention *last = NULL;
    for (unsigned i = 0; i < occasion->mention_count; i++) {
        if (occasion->mentions[i]->trigger.begin < mention->trigger.begin)
            last = occasion->mentions[i];
    }
    return last;
}

/* "The visit comes a day after A met B": the day of what was told right before, where its own
 * sentence tells none; else that of the story. */
static struct iso_date day_before(const struct story *story, const struct occasion_list *occasions,
                                  const struct occasion *occasion, const struct mention *mention)
{
    enum { SENTENCES_BACK = 8 };
    const struct sentence *sentence = &story->document->sentences.at[mention->sentence];
    struct iso_date day = {""};
    for (uint32_t t = sentence->begin; t < mention->trigger.begin; t++) {
        if (look_at(story->document, t, ANNOTATION_DATE))
            return day;
    }
    uint32_t last = 0;
    for (uint32_t i = 0; i < occasions->count; i++) {
        const struct occasion *other = occasions->at[i];
        const struct mention *at = other == occasion ? NULL : told_before(other, mention);
        const uint32_t told = at ? at->trigger.begin : 0;
        if (!at || told < last || at->sentence + SENTENCES_BACK < mention->sentence ||
            !status_has_begun(other->status) || !iso_is_day(&other->when.start))
            continue;
        last = told;
        day = other->when.start;
    }
    return day.text[0] ? day : day_iso(story->reference.day);
}

/* "met B, three days before her summit with C": it is to come, or over by now. */
static void settle_by_eve(const struct story *story, struct occasion *occasion)
{
    const struct iso_date today = day_iso(story->reference.day);
    const int order = strcmp(occasion->when.start.text, today.text);
    if (occasion->status == STATUS_HELD && order > 0)
        occasion->status = STATUS_SCHEDULED;
    else if (occasion->status == STATUS_SCHEDULED && order < 0 &&
             !occasion->status_from->status_told)
        occasion->status = STATUS_HELD;
}

bool eve_inherit(const struct story *story, const struct occasion_list *occasions,
                 struct occasion *occasion)
{
    for (unsigned i = 0; i < occasion->mention_count; i++) {
        const struct mention *mention = occasion->mentions[i];
        const int days = mention_days_off(story->document, mention);
        const struct occasion *beside = days ? told_beside(occasions, occasion, mention) : NULL;
        const bool after =
            days < 0 && !is_day_of(story->document, words_before(story->document, mention));
        const struct iso_date day = beside  ? beside->when.start
                                    : after ? day_before(story, occasions, occasion, mention)
                                            : (struct iso_date){""};
        if (!iso_is_day(&day))
            continue;
        occasion->when.start = iso_add(&day, days);
        occasion->when.basis = DATE_BASIS_CONTEXT;
        occasion->when.start_words = words_before(story->document, mention);
        settle_by_eve(story, occasion);
        return true;
    }
    return false;
}
