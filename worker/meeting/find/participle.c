#include "annotate/look.h"
#include "meeting/find/governor.h"
#include "meeting/find/predicate.h"
#include "meeting/find/predicate_aside.h"
#include "meeting/find/when.h"

/* Days that a participle takes which no list has: "the town, destroyed on May 3". */

bool word_is_small(const struct document *document, uint32_t token)
{
    const uint64_t small = CLASS(AT) | CLASS(TO) | CLASS(OF) | CLASS(FROM) | CLASS(BY) |
                           CLASS(AND) | CLASS(ABOUT) | CLASS(RELATIVE) | CLASS(SUBORDINATOR) |
                           CLASS(PRONOUN) | CLASS(DETERMINER) | CLASS(POSSESSIVE) |
                           CLASS(NEGATION) | CLASS(ADVERB) | CLASS(STOPWORD);
    return document_is(document, token, small) || !look_flag(document, token, TOKEN_WORD) ||
           look_flag(document, token, TOKEN_CAPITAL) || look_at(document, token, LEXICON_AUX);
}

/* Where the words end that "by" and who did it follow: "called | by the union"; else token. */
static uint32_t before_agent(const struct document *document, uint32_t token, uint32_t first)
{
    enum { WORDS_BACK = 8 };
    for (uint32_t back = 1; back <= WORDS_BACK && token > first + back; back++) {
        if (document_is(document, token - back, CLASS(BY)))
            return token - back;
        if (look_flag(document, token - back, TOKEN_PUNCT) ||
            look_at(document, token - back, ANNOTATION_VERB) ||
            document_is(document, token - back, CLASS(AND)))
            break;
    }
    return token;
}

/* "issued", "in a statement": whether words for what is made known end at token, and no auxiliary
 * makes them a verb. */
static bool ends_statement(const struct document *document, uint32_t token)
{
    enum { WORDS_MAX = 5 };
    for (uint32_t back = 1; back <= WORDS_MAX && back < token; back++) {
        const struct annotation *words = look_at(document, token - back, LEXICON_SPEECHVERB);
        for (; words; words = words->next) {
            if (words->kind == LEXICON_SPEECHVERB && words->end == token)
                return (words->tag == TAG_PP &&
                        !look_at(document, words->begin - 1, LEXICON_AUX)) ||
                       look_says(document, words, STR("SOURCE"));
        }
    }
    return false;
}

bool day_of_statement(const struct document *document, const struct annotation *date)
{
    uint32_t t = date->begin;
    while (t > 0 &&
           (document_is(document, t - 1, CLASS(AT)) || document_is(document, t - 1, CLASS(HERE))))
        t--;
    const uint32_t agent = before_agent(document, t, 0);
    return t > 0 && !look_clitic(document, date->end) &&
           (ends_statement(document, t) || ends_statement(document, agent));
}

bool day_of_return(const struct document *document, const struct annotation *date)
{
    enum { WORDS_BACK = 7, WORDS_BEHIND = 2 }; /* "returned home to Lima on", "has on Monday" */
    for (uint32_t t = date->end + WORDS_BEHIND; t-- > 0 && t + WORDS_BACK > date->begin;) {
        const struct annotation *verb = look_at(document, t, LEXICON_EVENTVERB);
        if (verb && look_lexeme(document, verb)->sense == SENSE_RETURN)
            return true;
        if (t < date->end && look_flag(document, t, TOKEN_PUNCT | TOKEN_SENTENCE))
            return false;
    }
    return false;
}

/* "le conflit, | déclenché le 3 mai", "les accords, | signés en 2019": whether the word at token is
 * one that no list knows, or tells of an outcome, and can be the participle of what is before. */
static bool is_done_to(const struct document *document, uint32_t token)
{
    const struct annotation *done = look_at(document, token, LEXICON_OUTCOMEVERB);
    const bool other =
        !look_at(document, token, LEXICON_EVENTVERB) && !look_at(document, token, LEXICON_MEETVERB);
    const bool known = done && done->end == token + 1 && done->tag == TAG_PP &&
                       (other || look_ends(document, token - 1, LEXICON_OUTCOME));
    const struct annotation *words = look_at(document, token, LEXICON_FALSEFRIEND);
    const bool befell = words && words->end == token + 1 && /* "l'incendie, | survenu le 3 mai" */
                        look_says(document, words, STR("BACKDROP"));
    const uint64_t behind = CLASS(AT) | CLASS(BY) | CLASS(TO) | CLASS(DETERMINER);
    return (known || befell || !document->first[token]) && !word_is_small(document, token) &&
           (document_is(document, token + 1, behind) ||
            look_at(document, token + 1, ANNOTATION_DATE) ||
            look_at(document, token + 1, LEXICON_WITH));
}

/* "a meeting | held on Monday", not "the terms | agreed on Monday", "the treaty | concluded in
 * 2019": whether the word at token says what becomes of a meeting. */
static bool is_of_meeting(const struct document *document, uint32_t token)
{
    const struct annotation *event = look_at(document, token, LEXICON_EVENTVERB);
    return event && look_lexeme(document, event)->sense != SENSE_AGREE &&
           !look_ends(document, token, LEXICON_OUTCOME);
}

/* Behind the word for the meeting, whatever its name goes on with. */
static uint32_t behind_word(const struct document *document, const struct mention *mention)
{
    const struct annotation *noun =
        mention->verb
            ? NULL
            : look_within(document, mention->trigger.begin, mention->trigger.end, LEXICON_MEETNOUN);
    return noun ? noun->end : mention->trigger.end;
}

bool token_of_participle(const struct document *document, const struct mention *mention,
                         uint32_t token)
{
    const uint32_t first = mention ? behind_word(document, mention) : 0;
    for (uint32_t t = token; t-- > first + 1;) {
        if (look_flag(document, t, TOKEN_PUNCT))
            return look_mark(document, t, ',') && is_done_to(document, t + 1) &&
                   !word_is_small(document, t - 1) && !look_at(document, t - 1, LEXICON_MEETNOUN);
    }
    return false;
}

bool participle_of_thing(const struct document *document, uint32_t first, uint32_t token)
{
    enum { WORDS_BACK = 4 };
    if (!look_at(document, token, LEXICON_EVENTVERB))
        return false;
    for (uint32_t t = token; t-- > first + 1 && token - t <= WORDS_BACK;) {
        if (look_flag(document, t, TOKEN_PUNCT) || look_at(document, t, LEXICON_MEETNOUN))
            return false;
        if (document_is(document, t, CLASS(DETERMINER)) &&
            !document_is(document, t, CLASS(OF) | CLASS(INDEFINITE)))
            return t + 1 < token && look_mark(document, t - 1, ',') &&
                   !look_at(document, t + 1, LEXICON_ORDINAL);
    }
    return false;
}

/* "ont évoqué l'élection | prévue en mai": whether the word at token says that something is to be.
 */
static bool is_planned(const struct document *document, uint32_t token)
{
    const struct annotation *event = look_at(document, token, LEXICON_EVENTVERB);
    return event && event->tag == TAG_PP && look_lexeme(document, event)->sense == SENSE_PLAN;
}

/* "Après leur rencontre, A a visité le port | prévu": whether a verb between the two says what
 * somebody did. */
static bool has_acted(const struct document *document, uint32_t begin, uint32_t end)
{
    for (uint32_t t = begin; t < end; t++) {
        const struct annotation *words = look_at(document, t, ANNOTATION_VERB);
        if (words && words->end <= end && ((const struct verb *)words->detail)->tense == TENSE_PAST)
            return true;
    }
    return false;
}

/* "le génocide perpétré | en 1915", "le traité, signé | en 1963": whether a year by itself stands
 * behind a word that says what was done then with the noun before it, which is no meeting. */
static bool is_year_of(const struct document *document, const struct mention *mention,
                       const struct annotation *year, uint32_t token)
{
    const struct date *date = year->detail;
    const uint32_t first = mention->trigger.end;
    const struct annotation *done =
        token > first ? look_at(document, token - 1, LEXICON_OUTCOMEVERB) : NULL;
    const bool planned = token > first && is_planned(document, token - 1) &&
                         (mention->verb || has_acted(document, first, token - 1));
    const bool alone = date->year && !date->month && !date->day && !date->weekday;
    if (!(alone || planned) || token == year->begin || token < first + 3 ||
        word_is_small(document, token - 1))
        return false;
    if (!planned &&
        (is_of_meeting(document, token - 1) || look_at(document, token - 1, LEXICON_MEETVERB) ||
         (document->first[token - 1] && !(done && done->tag == TAG_PP))))
        return false;
    const uint32_t noun = token - 2 - look_mark(document, token - 2, ',');
    const bool named = noun < token - 2 && look_flag(document, noun, TOKEN_CAPITAL);
    return noun >= first && (named || planned || !word_is_small(document, noun)) &&
           !look_at(document, noun, LEXICON_EVENTNOUN) && /* "une date prévue en mai" */
           !document_is(document, noun, CLASS(MEETADJECTIVE)) &&
           !look_at(document, noun, LEXICON_MEETNOUN) && !look_at(document, noun, ANNOTATION_VERB);
}

/* "avec Ali Koc, élu | en avril": whether a single word stands between the comma behind a name and
 * the day, and is no verb of a meeting. */
static bool is_of_named(const struct document *document, uint32_t token, uint32_t first)
{
    return token > first + 3 && look_mark(document, token - 2, ',') &&
           look_flag(document, token - 3, TOKEN_CAPITAL) && !word_is_small(document, token - 1) &&
           !look_at(document, token - 1, LEXICON_EVENTVERB) &&
           !look_at(document, token - 1, LEXICON_MEETVERB) &&
           !look_at(document, token - 1, LEXICON_MEETNOUN) &&
           !look_at(document, token - 1, ANNOTATION_DATE);
}

bool day_is_of_participle(const struct document *document, const struct mention *mention,
                          const struct annotation *date)
{
    const uint32_t first = mention->trigger.end;
    uint32_t t = date->begin;
    while (t > first && document_is(document, t - 1, CLASS(AT)))
        t--;
    const uint32_t end = before_agent(document, t, first);
    if (is_year_of(document, mention, date, t) || token_of_participle(document, mention, t) ||
        participle_of_thing(document, first, t - (t > first)) ||
        (t < date->begin && is_of_named(document, t, first)))
        return true;
    if (end < first + 3)
        return false;
    const struct annotation *outcome = look_at(document, end - 1, LEXICON_OUTCOMEVERB);
    const bool done = outcome && outcome->end >= end && outcome->begin > first &&
                      (outcome->tag == TAG_PAST || outcome->tag == TAG_PP);
    if (document_is(document, end - 3, CLASS(DEMONSTRATIVE)))
        return false; /* "leaves in this picture released on May 3" */
    return (end < t || done) && !is_of_meeting(document, end - 1) &&
           !word_is_small(document, end - 2) && !look_at(document, end - 2, LEXICON_MEETNOUN) &&
           !look_at(document, end - 2, ANNOTATION_VERB);
}

bool aside_only_plans(const struct finder *finder, const struct predicate *left,
                      const struct predicate *right)
{
    const uint32_t begin = clause_chunk(&finder->clause, left->index)->begin;
    const bool has = left->verb->word && left->verb->word->begin == begin &&
                     look_at(finder->document, begin, LEXICON_AUX);
    return right->sense == SENSE_PLAN && (left->verb->tense == TENSE_GER || has);
}

bool aside_ends_headline(const struct finder *finder, uint32_t verb)
{
    if (verb == CLAUSE_NONE || !(finder->sentence->flags & SENTENCE_TITLE))
        return false;
    return clause_verb(&finder->clause, verb)->tense == TENSE_PP &&
           calls_off(finder_sense(finder, verb)) &&
           clause_chunk(&finder->clause, verb)->end == finder->sentence->end;
}
