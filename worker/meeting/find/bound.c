#include "annotate/look.h"
#include "annotate/verb.h"
#include "meeting/find/find.h"
#include "meeting/find/when.h"

/* Days of something else, before or after which the meeting is told to be: "met ahead of the
 * election on May 3". */

/* Whether the words that end before the token say "before", or "after" and the day a date. */
static bool bounds(const struct document *document, uint32_t token, const struct date *date)
{
    const struct annotation *when = look_at(document, token, LEXICON_FOLLOWING);
    const struct str side = when ? pack_column(document->pack, when->value, 0) : STR("");
    return str_equal(side, STR("BEFORE")) ||
           (str_equal(side, STR("AFTER")) && date->month && date->day);
}

/* "their second meeting this year": how many they were, and not when this one is. */
static bool is_counted_in(const struct document *document, const struct mention *mention,
                          const struct annotation *words)
{
    enum { WORDS_BETWEEN = 2, WORDS_BACK = 5 };
    const struct date *date = words->detail;
    const uint32_t begin = mention->trigger.begin;
    if ((date->unit != 'y' && date->unit != 'm' && date->unit != 'w') || date->offset ||
        date->month || date->day || date->weekday || words->begin < mention->trigger.end ||
        words->begin > mention->trigger.end + WORDS_BETWEEN)
        return false;
    for (uint32_t back = 0; back <= WORDS_BACK && back <= begin; back++) {
        if (look_at(document, begin - back, LEXICON_ORDINAL))
            return true;
        if (back && look_flag(document, begin - back, TOKEN_PUNCT))
            break;
    }
    return false;
}

/* "l'accord de Minsk du 5 septembre": the day when that was signed. */
static bool is_of_outcome(const struct document *document, uint32_t first, uint32_t begin)
{
    enum { WORDS_BACK = 4 };
    if (begin == first || !document_is(document, begin - 1, CLASS(OF)))
        return false;
    for (uint32_t back = 2; back <= WORDS_BACK && begin > first + back; back++) {
        const uint32_t t = begin - back;
        const struct annotation *outcome = look_at(document, t - 1, LEXICON_OUTCOME);
        if (document_is(document, t, CLASS(OF)))
            return outcome && outcome->end == t && !look_at(document, t - 1, LEXICON_MEETNOUN);
        if (!look_flag(document, t, TOKEN_WORD) || look_at(document, t, LEXICON_MEETNOUN))
            return false;
    }
    return false;
}

/* "l'annulation fin février de la visite": the day when it was put off. */
static bool is_of_end(const struct document *document, const struct annotation *words)
{
    const struct annotation *noun =
        words->begin > 0 ? look_at(document, words->begin - 1, LEXICON_EVENTNOUN) : NULL;
    const struct lexeme *lexeme = noun ? look_lexeme(document, noun) : NULL;
    return lexeme && (lexeme->sense == SENSE_CANCEL || lexeme->sense == SENSE_POSTPONE) &&
           document_is(document, words->end, CLASS(OF));
}

/* "le 50e anniversaire des relations en 2027", "the elections next year": when that is, which is no
 * meeting; a day may rather be the one on which it was spoken of. */
static bool is_of_occasion(const struct document *document, const struct mention *mention,
                           const struct annotation *words)
{
    enum { WORDS_BACK = 10 };
    for (uint32_t back = 1; back <= WORDS_BACK && back <= words->begin; back++) {
        const uint32_t t = words->begin - back;
        const struct annotation *noun = look_at(document, t, LEXICON_EVENTNOUN);
        if (noun && look_lexeme(document, noun)->sense == SENSE_NONE)
            return !date_is_day(words->detail);
        if (look_flag(document, t, TOKEN_PUNCT) || look_at(document, t, ANNOTATION_VERB) ||
            (t >= mention->trigger.begin && t < mention->trigger.end))
            return false;
    }
    return false;
}

/* Whether the token stands in the words that tell the meeting. */
static bool is_own(const struct mention *mention, uint32_t token)
{
    return (token >= mention->trigger.begin && token < mention->trigger.end) ||
           (token >= mention->label.name.begin && token < mention->label.name.end);
}

/* "A y | reste", "will | run": whether who does it, or an auxiliary, stands before the word. */
static bool does_it(const struct document *document, uint32_t token)
{
    const uint64_t doers = CLASS(PRONOUN) | pack_optional(document->pack, OPTIONAL_PROCLITIC);
    return document_is(document, token - 1, doers) || look_at(document, token - 1, LEXICON_AUX) ||
           look_ends(document, token, ANNOTATION_PARTY);
}

/* "agreed at the summit to keep the sanctions until June", "gave the firm until Friday": whether
 * the last day is of what stands before it, which is no meeting; not "the talks run in Lima until
 * Friday". */
static bool is_end_of_other(const struct finder *finder, const struct mention *mention,
                            const struct annotation *words)
{
    const struct document *document = finder->document;
    const struct date *date = words->detail;
    for (uint32_t t = words->begin; date->until && t-- > finder->sentence->begin + 1;) {
        const struct annotation *verb = look_at(document, t, ANNOTATION_VERB);
        if (is_own(mention, t) || look_flag(document, t, TOKEN_PUNCT))
            return false;
        if (verb)
            return !((const struct verb *)verb->detail)->passive &&
                   !verb_reading(document, verb->detail, LEXICON_EVENTVERB) &&
                   !verb_reading(document, verb->detail, LEXICON_MEETVERB);
        if (!word_is_small(document, t) && word_is_plain(finder, mention, t))
            return !is_own(mention, t - 1) && !does_it(document, t);
    }
    return false;
}

/* "adopted a budget for 2027", "the chair for 2027", "set a deadline for Friday": whether the date
 * tells for when the thing is that stands before it, which is no meeting; of people only a year. */
static bool is_for_other(const struct finder *finder, const struct mention *mention,
                         const struct annotation *words)
{
    const struct document *document = finder->document;
    const struct date *date = words->detail;
    const uint32_t thing = words->begin - 2;
    const bool year = date->year && !date->month && !date->day && !date->weekday;
    if (words->begin < finder->sentence->begin + 3 || is_own(mention, thing) ||
        !document_is(document, thing + 1, CLASS(ABOUT)) ||
        document_is(document, thing + 1, CLASS(AT) | CLASS(TO) | CLASS(OF)))
        return false;
    if (look_at(document, thing, ANNOTATION_VERB) || look_at(document, thing, LEXICON_EVENTVERB))
        return document_is(document, thing - 1, CLASS(DETERMINER) | CLASS(POSSESSIVE));
    const bool plain = !word_is_small(document, thing) && word_is_plain(finder, mention, thing);
    return plain || (year && look_ends(document, thing + 1, ANNOTATION_PARTY) &&
                     !look_ends(document, thing + 1, ANNOTATION_PLACE));
}

bool day_is_of_bound(const struct finder *finder, const struct mention *mention,
                     const struct annotation *words)
{
    enum { WORDS_BACK = 12 };
    const struct document *document = finder->document;
    const uint32_t first = finder->sentence->begin;
    bool plain = false;
    if (is_of_end(document, words) || is_of_occasion(document, mention, words) ||
        is_counted_in(document, mention, words) || is_of_outcome(document, first, words->begin) ||
        is_end_of_other(finder, mention, words) || is_for_other(finder, mention, words))
        return true;
    const struct annotation *deed =
        words->begin > first ? look_at(document, words->begin - 1, LEXICON_EVENTNOUN) : NULL;
    if (document_is(document, words->end, CLASS(OF)) ||
        (deed && look_lexeme(document, deed)->sense == SENSE_HOLD))
        return false; /* "après l'échec le 3 mai d'une session", "la tenue lundi à Lyon d'une" */
    for (uint32_t back = 1; back <= WORDS_BACK && words->begin >= first + back; back++) {
        const uint32_t t = words->begin - back;
        const struct annotation *verb = look_at(document, t, ANNOTATION_VERB);
        if (t < mention->trigger.end && t >= mention->trigger.begin)
            return false;
        if (bounds(document, t, words->detail))
            return plain && look_at(document, t, LEXICON_FOLLOWING)->end < words->begin;
        if (look_flag(document, t, TOKEN_PUNCT) || look_at(document, t, LEXICON_MEETNOUN) ||
            look_at(document, t, ANNOTATION_DATE) ||
            (verb && ((const struct verb *)verb->detail)->tense != TENSE_PP))
            return false;
        plain |= !word_is_small(document, t) && word_is_plain(finder, mention, t);
    }
    return false;
}
