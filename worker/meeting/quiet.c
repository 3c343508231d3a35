#include "meeting/quiet.h"

#include "annotate/look.h"
#include "annotate/party/roll.h"

/* "presided over the Council of Ministers": whether a body may be chaired at token. */
static bool chairs(const struct document *document, uint32_t token, uint32_t end)
{
    enum { WORDS_MAX = 24 };
    const struct annotation *verb = look_at(document, token, LEXICON_EVENTVERB);
    if (!verb || look_lexeme(document, verb)->sense != SENSE_CHAIR)
        return false;
    for (uint32_t t = verb->end; t < end && t - verb->end < WORDS_MAX; t++) {
        if (look_at(document, t, LEXICON_ORGHEAD))
            return true;
    }
    return false;
}

/* "held the ninth Joint Commission": whether one of several sittings of a body may be held at
 * token. */
static bool holds_sitting(const struct document *document, uint32_t token, uint32_t end)
{
    enum { WORDS_MAX = 8, ORDINAL_MAX = 3 };
    const struct annotation *verb = look_at(document, token, LEXICON_EVENTVERB);
    const enum sense sense = verb ? look_lexeme(document, verb)->sense : SENSE_NONE;
    bool counted = false;
    if (sense != SENSE_HOLD && sense != SENSE_HOSTEVENT)
        return false;
    for (uint32_t t = verb->end; t < end && t - verb->end < WORDS_MAX; t++) {
        const bool ordinal = look_at(document, t, LEXICON_ORDINAL) ||
                             look_at(document, t, LEXICON_NEXTPREVIOUS) ||
                             look_flag(document, t, TOKEN_NUMBER);
        counted |= ordinal && t - verb->end < ORDINAL_MAX;
        if (counted && look_at(document, t, LEXICON_ORGHEAD))
            return true;
    }
    return false;
}

/* "le comité central s'est tenu", "the council will be held", "was chaired", "the board voted": a
 * body before a verb that says it is held, or what is done where it sits. */
static bool is_held(const struct document *document, uint32_t begin, uint32_t token)
{
    enum { WORDS_MAX = 8, HELPING_MAX = 2 };
    const struct annotation *verb = look_at(document, token, LEXICON_EVENTVERB);
    const enum sense sense = verb ? look_lexeme(document, verb)->sense : SENSE_NONE;
    bool itself = sense == SENSE_SIT;
    if (!itself && sense != SENSE_HOLD && sense != SENSE_CHAIR)
        return false;
    for (uint32_t t = token; t-- > begin && token - t <= WORDS_MAX;) {
        itself |= token - t <= HELPING_MAX &&
                  (document_is(document, t, CLASS(REFLEXIVE)) || look_at(document, t, LEXICON_AUX));
        if (itself && look_at(document, t, LEXICON_ORGHEAD))
            return true;
    }
    return false;
}

/* "les travaux du comité": whether the work of a body is told at token. */
static bool is_at_work(const struct document *document, uint32_t token, uint32_t end)
{
    enum { WORDS_MAX = 3 };
    const struct annotation *work = look_at(document, token, LEXICON_FOLLOWING);
    if (!look_says(document, work, STR("DURING")) ||
        !str_equal(pack_column(document->pack, work->value, 1), STR("CLAUSE")))
        return false;
    for (uint32_t t = work->end; t < end && t - work->end < WORDS_MAX; t++) {
        if (look_at(document, t, LEXICON_ORGHEAD))
            return true;
    }
    return false;
}

/* "a eu B | au téléphone": whether somebody may be on the line at token. */
static bool phones(const struct document *document, uint32_t begin, uint32_t token)
{
    enum { WORDS_MAX = 16 };
    const struct annotation *line = look_at(document, token, LEXICON_MODEPHRASE);
    if (!line || look_lexeme(document, line)->mode != MODE_PHONE)
        return false;
    for (uint32_t t = token; t-- > begin && token - t <= WORDS_MAX;) {
        const struct annotation *verb = look_at(document, t, LEXICON_EVENTVERB);
        if (verb && look_lexeme(document, verb)->sense == SENSE_HOLD)
            return true;
    }
    return false;
}

/* "left Oslo for Rome": whether somebody may leave a place for another at token. */
static bool departs(const struct document *document, uint32_t token, uint32_t end)
{
    enum { WORDS_MAX = 10 };
    const struct annotation *verb = look_at(document, token, LEXICON_EVENTVERB);
    if (!verb || look_lexeme(document, verb)->sense != SENSE_LEAVE)
        return false;
    for (uint32_t t = verb->end; t < end && t - verb->end < WORDS_MAX; t++) {
        if (document_is(document, t, CLASS(ABOUT)) && look_flag(document, t + 1, TOKEN_WORD))
            return true;
    }
    return false;
}

static bool tells(const struct document *document, const struct sentence *sentence)
{
    const uint64_t bits = KIND_BIT(LEXICON_MEETNOUN) | KIND_BIT(LEXICON_MEETVERB) |
                          KIND_BIT(LEXICON_SERIES) | KIND_BIT(LEXICON_EVENTVERB) |
                          KIND_BIT(LEXICON_FOLLOWING) | KIND_BIT(LEXICON_MODEPHRASE);
    for (uint32_t t = look_next(document, sentence->begin, sentence->end, bits); t < sentence->end;
         t = look_next(document, t + 1, sentence->end, bits)) {
        if (look_at(document, t, LEXICON_MEETNOUN) || look_at(document, t, LEXICON_MEETVERB) ||
            look_at(document, t, LEXICON_SERIES) || chairs(document, t, sentence->end) ||
            holds_sitting(document, t, sentence->end) || departs(document, t, sentence->end) ||
            is_held(document, sentence->begin, t) || is_at_work(document, t, sentence->end) ||
            phones(document, sentence->begin, t))
            return true;
    }
    return false;
}

/* Whether a sentence can go on about a meeting told before it (find/again.c): `right` before it, if
 * it begins with "it". */
static bool tells_again(const struct document *document, const struct sentence *sentence,
                        bool right)
{
    enum { LEAD = 3 }; /* words before "present were": "Meanwhile, also" */
    const bool pronoun = right && document_is(document, sentence->begin, CLASS(PRONOUN));
    const uint64_t bits = KIND_BIT(LEXICON_EVENTVERB) | KIND_BIT(LEXICON_PRESENCE) |
                          KIND_BIT(LEXICON_ACCOMPANIED) | KIND_BIT(LEXICON_FLOOR) |
                          KIND_BIT(LEXICON_SEQUEL);
    for (uint32_t t = look_next(document, sentence->begin, sentence->end, bits); t < sentence->end;
         t = look_next(document, t + 1, sentence->end, bits)) {
        const struct annotation *verb = look_at(document, t, LEXICON_EVENTVERB);
        const bool opens = t < sentence->begin + LEAD && look_at(document, t, LEXICON_PRESENCE);
        if (opens || look_at(document, t, LEXICON_ACCOMPANIED) ||
            look_at(document, t, LEXICON_FLOOR) || look_at(document, t, LEXICON_SEQUEL) ||
            (verb && (pronoun || look_lexeme(document, verb)->sense == SENSE_ATTEND ||
                      look_lexeme(document, verb)->sense == SENSE_CHAIR)))
            return true;
    }
    return false;
}

/* "- on Monday, B", "10:00: B", "Monday": whether the sentence may be a line of a list. */
static bool is_line(const struct document *document, const struct sentence *sentence)
{
    return look_flag(document, sentence->begin, TOKEN_PUNCT | TOKEN_NUMBER) ||
           look_at(document, sentence->begin, LEXICON_WEEKDAY);
}

/* "Monday 3 May", "TUESDAY - Politics": whether the sentence may be a line that heads others. */
static bool is_head(const struct document *document, const struct sentence *sentence)
{
    enum { WORDS_MAX = 10 };
    return sentence->flags & SENTENCE_LINE && sentence->end - sentence->begin <= WORDS_MAX &&
           look_at(document, sentence->begin, LEXICON_WEEKDAY);
}

static void mark_again(struct document *document)
{
    enum { SENTENCES_AFTER = 5 };
    size_t after = SENTENCES_AFTER + 1; /* sentences since one that tells a meeting */
    bool list = false; /* one that tells it stands before the lines since: find/entry.c */
    for (size_t i = 0; i < document->sentences.count; i++, after++) {
        struct sentence *sentence = &document->sentences.at[i];
        if (sentence->flags & SENTENCE_BOILERPLATE)
            continue;
        const bool quiet = (sentence->flags & SENTENCE_QUIET) != 0;
        list = !quiet || (list && is_line(document, sentence));
        if (quiet && (list || is_head(document, sentence)))
            sentence->flags &= ~(uint32_t)(SENTENCE_QUIET | SENTENCE_FAR);
        else if (!quiet)
            after = 0;
        else if (after <= SENTENCES_AFTER && roll_has(document, i)) {
            sentence->flags &= ~(uint32_t)(SENTENCE_QUIET | SENTENCE_FAR);
            after = 0; /* so does the next line */
        } else if (after <= SENTENCES_AFTER && tells_again(document, sentence, after == 1))
            sentence->flags &= ~(uint32_t)(SENTENCE_QUIET | SENTENCE_FAR);
    }
}

/* "Lundi 23 mars 2026": whether the line may be the day that heads a part of an agenda. */
static bool is_heading(const struct document *document, const struct sentence *sentence)
{
    enum { HEADING_MAX = 6 };
    if (!(sentence->flags & SENTENCE_LINE) || sentence->end - sentence->begin > HEADING_MAX ||
        !is_line(document, sentence))
        return false;
    return look_within(document, sentence->begin, sentence->end, LEXICON_WEEKDAY) ||
           look_within(document, sentence->begin, sentence->end, LEXICON_MONTH);
}

bool mark_quiet(struct document *document)
{
    enum { DATELINE_LINES = 2 };
    bool told = false, next = false;
    for (size_t i = document->sentences.count; i-- > 0;) {
        struct sentence *sentence = &document->sentences.at[i];
        const bool here = !(sentence->flags & SENTENCE_BOILERPLATE) && tells(document, sentence);
        if (!here && sentence->line > DATELINE_LINES && !is_heading(document, sentence))
            sentence->flags |= next ? SENTENCE_QUIET : SENTENCE_QUIET | SENTENCE_FAR;
        told |= here;
        next = here;
    }
    if (told)
        mark_again(document);
    return told;
}
