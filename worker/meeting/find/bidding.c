#include "annotate/look.h"
#include "meeting/clause/status.h"
#include "meeting/find/find.h"
#include "meeting/find/predicate.h"
#include "meeting/mention/occasion.h"

/* The status of a meeting to which a verb bids somebody, "invited", "convoked". */

/* "invited X to the Lima summit", "a convoqué les syndicats à une réunion": whether the verb bids
 * somebody to the meeting. */
static bool bids_to(const struct finder *finder, uint32_t noun, const struct predicate *predicate)
{
    const struct verb *verb = clause_verb(&finder->clause, predicate->index);
    const struct annotation *word = verb_reading(finder->document, verb, LEXICON_EVENTVERB);
    return predicate->index < noun && predicate->teller == predicate->index && word &&
           look_lexeme(finder->document, word)->bids &&
           (clause_governor(&finder->clause, noun) & (TYPE(TO) | TYPE(AT)));
}

/* "le sommet, appelé à relancer l'union": whether the meeting itself is called upon to do it. */
static bool is_called_upon(const struct finder *finder, const struct predicate *predicate)
{
    const struct document *document = finder->document;
    const struct annotation *word = verb_reading(document, predicate->verb, LEXICON_EVENTVERB);
    return predicate->subject && predicate->verb->tense == TENSE_PP && word &&
           look_lexeme(document, word)->bids && document_is(document, word->end - 1, CLASS(TO)) &&
           pack_word_ends(document->pack, document_text(document, word->end, word->end + 1),
                          CLASS(INFINITIVEENDING));
}

/* "Le sommet a été convoqué par B": who called for the meeting that is known, over or not. */
static bool is_called_for(const struct finder *finder, const struct predicate *predicate,
                          const struct mention *mention)
{
    const struct annotation *word =
        verb_reading(finder->document, predicate->verb, LEXICON_EVENTVERB);
    return mention->status == STATUS_HELD && predicate->sense == SENSE_HOLD &&
           mention->label.definite && !mention->label.indefinite && word &&
           look_lexeme(finder->document, word)->bids;
}

/* Such a meeting is to come, and one that is known is no mere proposal. */
void status_by_bidding(const struct finder *finder, uint32_t noun,
                       const struct predicate *predicate, struct mention *mention)
{
    const bool known =
        kind_is_gathering(mention->kind) &&
        ((mention->label.definite && !mention->label.indefinite) || mention->label.owned);
    const bool summoned = mention->status == STATUS_HELD && predicate->sense == SENSE_HOLD &&
                          !predicate->verb->passive;
    const bool upon = mention->status == STATUS_PROPOSED && is_called_upon(finder, predicate);
    if (is_called_for(finder, predicate, mention)) {
        mention->status = STATUS_SCHEDULED;
        mention->status_told = false;
        return;
    }
    if (mention->status == STATUS_DENIED && kind_is_gathering(mention->kind) &&
        bids_to(finder, noun, predicate)) { /* "was not invited to a summit": others are */
        mention->status = STATUS_SCHEDULED;
        mention->status_told = false;
        return;
    }
    const bool bidden = summoned || (mention->status == STATUS_PROPOSED && known);
    if (!upon && !(bidden && bids_to(finder, noun, predicate)))
        return;
    mention->status = STATUS_SCHEDULED;
    mention->status_told = summoned || upon;
}
