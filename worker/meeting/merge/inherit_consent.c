#include <string.h>

#include "annotate/look.h"
#include "meeting/merge/inherit.h"
#include "meeting/merge/when.h"

/*
 * "A invited B to visit Oslo. B accepted the invitation", "invitation que B a acceptée": what was
 * asked for is planned once it is told that the other has agreed; and what is off is only put off
 * if another time is to be found for it.
 */

/* Whether the word at token has the sense, in that lexicon. */
static bool has_sense(const struct document *document, uint32_t token, uint16_t lexicon,
                      enum sense sense)
{
    const struct annotation *word = look_at(document, token, lexicon);
    return word && look_lexeme(document, word)->sense == sense;
}

/* "has not yet accepted": whether a word before the one at token turns it round. */
static bool is_negated(const struct document *document, uint32_t token)
{
    enum { WORDS_BEFORE = 3 };
    for (uint32_t back = 1; back <= WORDS_BEFORE && back <= token; back++) {
        if (document_is(document, token - back, CLASS(NEGATION)))
            return true;
    }
    return false;
}

/* Whether the words from begin on, up to the end of their sentence, say that somebody agreed to
 * what he was asked.  By words: a sentence that tells no meeting has no verb groups. */
static bool tells_consent(const struct document *document, uint32_t begin, uint32_t end)
{
    const uint64_t kinds = KIND_BIT(LEXICON_EVENTVERB) | KIND_BIT(LEXICON_EVENTNOUN);
    bool asked = false, agreed = false, last = false;
    for (uint32_t t = look_next(document, begin, end, kinds); t < end;
         t = look_next(document, t + 1, end, kinds)) {
        const struct annotation *verb = look_at(document, t, LEXICON_EVENTVERB);
        asked |= has_sense(document, t, LEXICON_EVENTNOUN, SENSE_PROPOSE) &&
                 !document_is(document, t - 1, CLASS(INDEFINITE)); /* another one */
        if (verb && look_lexeme(document, verb)->sense == SENSE_AGREE &&
            (verb->tag == TAG_PAST || verb->tag == TAG_PP) && !is_negated(document, t)) {
            agreed = true;
            last |= look_flag(document, verb->end, TOKEN_PUNCT); /* "which he accepted." */
        }
    }
    return agreed && (asked || last);
}

/* "did not take place. A new date will be set": whether the rest of the sentence that calls it off,
 * or the one behind, tells of another time. */
static bool is_only_put_off(const struct story *story, const struct mention *mention)
{
    const struct document *document = story->document;
    const uint32_t next = mention->sentence + (mention->sentence + 1 < document->sentences.count);
    const uint32_t end = document->sentences.at[next].end;
    const uint64_t kinds = KIND_BIT(LEXICON_EVENTNOUN);
    for (uint32_t t = look_next(document, mention->status_words.end, end, kinds); t < end;
         t = look_next(document, t + 1, end, kinds)) {
        const struct annotation *words = look_at(document, t, LEXICON_EVENTNOUN);
        if (words && words->end > t + 1 && /* "a new date", not the putting off of another */
            look_lexeme(document, words)->sense == SENSE_POSTPONE)
            return true;
    }
    return false;
}

/* Whether the words before it bid somebody to come: "invited", "an invitation". */
static bool is_bidding(const struct document *document, const struct mention *mention)
{
    const uint64_t kinds = KIND_BIT(LEXICON_EVENTVERB) | KIND_BIT(LEXICON_EVENTNOUN);
    const uint32_t end = mention->trigger.end;
    for (uint32_t t =
             look_next(document, document->sentences.at[mention->sentence].begin, end, kinds);
         t < end; t = look_next(document, t + 1, end, kinds)) {
        const struct annotation *verb = look_at(document, t, LEXICON_EVENTVERB);
        if ((verb && look_lexeme(document, verb)->bids) ||
            has_sense(document, t, LEXICON_EVENTNOUN, SENSE_PROPOSE))
            return true;
    }
    return false;
}

/* Whether the rest of its own sentence or one of the two behind it tells so. */
static bool is_agreed_to(const struct story *story, const struct mention *mention)
{
    enum { SENTENCES = 2 };
    const struct document *document = story->document;
    for (uint32_t i = mention->sentence;
         i < document->sentences.count && i <= mention->sentence + SENTENCES; i++) {
        const struct sentence *sentence = &document->sentences.at[i];
        const uint32_t begin = i == mention->sentence ? mention->trigger.end : sentence->begin;
        if (tells_consent(document, begin, sentence->end))
            return true;
    }
    return false;
}

/* Whether somebody else than those of the visit is told in the words. */
static bool tells_another(const struct story *story, const struct occasion *visit, uint32_t begin,
                          uint32_t end)
{
    const uint64_t kinds = KIND_BIT(ANNOTATION_PARTY);
    for (uint32_t t = look_next(story->document, begin, end, kinds); t < end;
         t = look_next(story->document, t + 1, end, kinds)) {
        const struct party_list *list = party_list_at(story->document, t);
        for (unsigned i = 0; list && i < list->count; i++) {
            if (list->at[i]->type != PARTY_COUNTRY && !list->at[i]->weak &&
                !actor_among(story, list->at[i], visit->parties, visit->party_count))
                return true;
        }
    }
    return false;
}

/* "A was due in Lima on Monday. He will not come": the words in the rest of the sentence that plans
 * the visit, or in the one behind, which say no more than that it is not made; or NULL. */
static const struct annotation *not_made(const struct story *story, const struct occasion *visit)
{
    const struct document *document = story->document;
    const struct mention *plan = visit->status_from;
    const uint32_t next = plan->sentence + (plan->sentence + 1 < document->sentences.count);
    const uint32_t end = document->sentences.at[next].end;
    const uint64_t kinds = KIND_BIT(LEXICON_EVENTNOUN);
    if (visit->status != STATUS_SCHEDULED && visit->status != STATUS_PROPOSED &&
        !mention_is_bygone_plan(story, plan))
        return NULL;
    for (uint32_t t = look_next(document, plan->trigger.end, end, kinds); t < end;
         t = look_next(document, t + 1, end, kinds)) {
        const struct annotation *words = look_at(document, t, LEXICON_EVENTNOUN);
        if (words && words->end > t + 1 && look_lexeme(document, words)->sense == SENSE_CANCEL)
            return !document_is(document, words->end, CLASS(AT) | CLASS(TO)) &&
                           !tells_another(story, visit, plan->trigger.end, t)
                       ? words
                       : NULL;
    }
    return NULL;
}

/* "attendu mardi, n'est pas venu", "expected on Tuesday, did not come": the last such day, where
 * the words tell what was. */
static void set_back(const struct story *story, const struct annotation *words,
                     struct occasion *visit)
{
    enum { WEEK = 7 };
    const struct date *date = visit->when.start_words ? visit->when.start_words->detail : NULL;
    bool past = false;
    for (uint32_t t = words->begin; t < words->end; t++) {
        const struct annotation *aux = look_at(story->document, t, LEXICON_AUX);
        past |= aux && (aux->tag == TAG_PRES || aux->tag == TAG_PAST || aux->tag == TAG_IMPF);
    }
    const struct iso_date today = day_iso(story->reference.day);
    if (past && date && date_is_weekday(date) && iso_is_day(&visit->when.start) &&
        strcmp(visit->when.start.text, today.text) > 0)
        visit->when.start = iso_add(&visit->when.start, -WEEK);
}

void consents_inherit(const struct story *story, struct occasion_list *occasions)
{
    for (uint32_t i = 0; i < occasions->count; i++) {
        struct occasion *occasion = occasions->at[i];
        const struct annotation *off =
            occasion->kind == KIND_VISIT ? not_made(story, occasion) : NULL;
        if (occasion->kind == KIND_VISIT && occasion->status == STATUS_PROPOSED &&
            is_bidding(story->document, occasion->status_from) &&
            is_agreed_to(story, occasion->status_from))
            occasion->status = STATUS_SCHEDULED;
        else if (off) {
            occasion->status = STATUS_CANCELLED;
            set_back(story, off, occasion);
        } else if (occasion->status == STATUS_CANCELLED &&
                   is_only_put_off(story, occasion->status_from)) {
            occasion->status = STATUS_POSTPONED;
            occasion->when.previous = occasion->when.start;
            occasion->when.previous_words = occasion->when.start_words;
            occasion->when.start_words = NULL;
            occasion->when.start.text[0] = occasion->when.end.text[0] = '\0';
        }
    }
}
