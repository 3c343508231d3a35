#include "annotate/look.h"
#include "annotate/verb.h"
#include "meeting/merge/gather.h"

/* Of whom a sentence that tells a meeting speaks, but tells something else: he was not there. */

/* "before a visit by A", "after a coup by B": who did something else, told by a noun. */
static bool did_other(const struct document *document, const struct party *party)
{
    enum { VERB_WORDS = 3 };
    const uint32_t by = party->begin - (party->begin > 0);
    if (by < VERB_WORDS || !document_is(document, by, CLASS(BY)) ||
        document_is(document, by, CLASS(AT) | CLASS(ABOUT)))
        return false;
    for (uint32_t back = 1; back <= VERB_WORDS; back++) {
        const struct annotation *words = look_at(document, by - back, ANNOTATION_VERB);
        const struct verb *verb = words ? words->detail : NULL;
        if ((verb && (verb->passive || verb->tense == TENSE_PAST || verb->tense == TENSE_PP)) ||
            look_at(document, by - back, LEXICON_HOST))
            return false; /* "attended by A" */
    }
    return look_flag(document, by - 1, TOKEN_WORD);
}

/* "sous la houlette de A", "en présence de A": whether such words end at token. */
static bool is_behind_phrase(const struct document *document, uint32_t token)
{
    return look_ends(document, token, LEXICON_HOST) || look_ends(document, token, LEXICON_WITH) ||
           look_ends(document, token, LEXICON_ACCOMPANIED);
}

/* "after the arrest of A", "la démission du président B": of whom something else is told. */
static bool is_of_other(const struct document *document, const struct mention *mention,
                        const struct party *party)
{
    const uint64_t others = CLASS(RELATIVE) | CLASS(SUBORDINATOR) | CLASS(SINCE);
    bool aside = false;
    for (uint32_t t = mention->trigger.end; t < party->begin && !aside; t++)
        aside = look_at(document, t, LEXICON_FOLLOWING) || look_at(document, t, LEXICON_SIDELINE) ||
                (document_is(document, t, CLASS(ABOUT)) &&
                 look_at(document, t + 1, ANNOTATION_VERB)) || /* "pour examiner" */
                document_is(document, t, others);
    uint32_t t = party->begin;
    while (t > 0 && document_is(document, t - 1, CLASS(DETERMINER)) &&
           !document_is(document, t - 1, CLASS(OF)))
        t--;
    const bool own = document_is(document, t, CLASS(OF)); /* "du président" */
    const uint32_t of = own ? t : t - (t > 0);
    return aside && of > 0 && document_is(document, of, CLASS(OF)) &&
           look_flag(document, of - 1, TOKEN_WORD) &&
           !look_at(document, of - 1, LEXICON_EVENTNOUN) &&
           !look_at(document, of - 1, LEXICON_DELEGATION) &&
           !look_at(document, of - 1, ANNOTATION_VERB) && !is_behind_phrase(document, of + 1);
}

/* "A et B, qui remplacent | C et D", "who succeeds D": who is the object of what a relative clause
 * tells, if that is no meeting. */
static bool is_of_relative(const struct document *document, const struct annotation *party)
{
    uint32_t t = party->begin;
    while (t > 0 && document_is(document, t - 1, CLASS(DETERMINER) | CLASS(TO)))
        t--;
    return t > 1 && document_is(document, t - 2, CLASS(RELATIVE)) &&
           look_flag(document, t - 1, TOKEN_WORD) && !document->classes[t - 1] &&
           !look_flag(document, t - 1, TOKEN_CAPITAL) &&
           !look_at(document, t - 1, LEXICON_MEETVERB) &&
           !look_at(document, t - 1, LEXICON_EVENTVERB) && !look_at(document, t - 1, LEXICON_AUX) &&
           !look_at(document, t - 1, LEXICON_WITH);
}

/* "demanded the release of | A", "a appelé | A à libérer B": whether the last verb before the
 * party, behind the words for the meeting, asks something of somebody. */
static bool is_asked(const struct document *document, const struct mention *mention,
                     const struct annotation *party)
{
    const struct annotation *last = NULL;
    for (uint32_t t = mention->trigger.end; t < party->begin; t++) {
        const struct annotation *verb = look_at(document, t, ANNOTATION_VERB);
        last = verb ? verb : last;
    }
    const struct verb *verb = last && last->end <= party->begin ? last->detail : NULL;
    const struct annotation *asks =
        verb && !verb->passive ? verb_reading(document, verb, LEXICON_EVENTVERB) : NULL;
    return asks && look_lexeme(document, asks)->sense == SENSE_PROPOSE;
}

bool gather_tells_other(const struct document *document, const struct mention *mention,
                        const struct annotation *party)
{
    const struct party *first = party_members(party)->at[0];
    return did_other(document, first) || is_of_relative(document, party) ||
           is_of_other(document, mention, first) || is_asked(document, mention, party);
}
