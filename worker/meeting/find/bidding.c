#include "annotate/look.h"
#include "meeting/clause/status.h"
#include "meeting/find/act.h"
#include "meeting/find/deed.h"
#include "meeting/find/predicate.h"
#include "meeting/find/predicate_aside.h"
#include "meeting/mention/occasion.h"

/* A meeting to which a verb bids somebody, "invited", "convoked", and who bids to it. */

/* "invited X to the Lima summit", "a convoqué les syndicats à une réunion": whether the verb bids
 * somebody to the meeting. */
static bool bids_to(const struct finder *finder, uint32_t noun, const struct predicate *predicate)
{
    const struct verb *verb = clause_verb(&finder->clause, predicate->index);
    const struct annotation *word = verb_reading(finder->document, verb, LEXICON_EVENTVERB);
    return predicate->index < noun && predicate->teller == predicate->index && word &&
           look_lexeme(finder->document, word)->bids &&
           (clause_governor(&finder->clause, noun) & (TYPE(TO) | TYPE(AT) | TYPE(ABOUT)));
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
    if (status_has_begun(mention->status) && predicate->teller == predicate->index &&
        finder_asked(finder, predicate->index) ==
            STATUS_PROPOSED) { /* "il faut que A effectue une visite" */
        mention->status = known ? STATUS_SCHEDULED : STATUS_PROPOSED;
        return;
    }
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

/* "a proposé une rencontre à B", "offered B talks": to whom a meeting of two is proposed, right
 * behind the noun or the verb, or CLAUSE_NONE. */
static uint32_t recipient_of(const struct finder *finder, uint32_t noun,
                             const struct predicate *predicate, const struct mention *mention)
{
    const struct clause *clause = &finder->clause;
    if (predicate->sense != SENSE_PROPOSE || predicate->verb->passive || predicate->index > noun ||
        (!kind_is_generic(mention->kind) && mention->kind != KIND_NEGOTIATION))
        return CLAUSE_NONE;
    uint32_t who = noun + 1 + clause_is(clause, noun + 1, TYPE(TO) | TYPE(AT));
    const bool to =
        clause_is(clause, who, TYPE(PARTY)) && /* "au président": one word */
        document_is(finder->document, clause_chunk(clause, who)->begin - (who > noun + 1),
                    CLASS(TO) | CLASS(AT));
    if (!to)
        who = predicate->index + 1 + clause_is(clause, predicate->index + 1, TYPE(TO) | TYPE(AT));
    return clause_is(clause, who, TYPE(PARTY)) && (to || who + 1 == noun) &&
                   party_members(clause_chunk(clause, who)->of)->at[0]->type == PARTY_PERSON
               ? who
               : CLAUSE_NONE;
}

/* Whether a word for what is proposed stands at token. */
static bool is_offer(const struct finder *finder, uint32_t token)
{
    const struct annotation *deed = look_at(finder->document, token, LEXICON_EVENTNOUN);
    return deed && look_lexeme(finder->document, deed)->sense == SENSE_PROPOSE;
}

bool offer_before(const struct finder *finder, uint32_t from)
{
    const uint32_t begin = clause_chunk(&finder->clause, from)->begin;
    return clause_is(&finder->clause, from, TYPE(FROM)) && begin > finder->sentence->begin &&
           clause_is(&finder->clause, from + 1, TYPE(PARTY)) && is_offer(finder, begin - 1);
}

/* "l'invitation de B à une rencontre", "an invitation from B", "B's invitation to talks": whether
 * such a word stands right before the "of" of B, or behind B. */
static bool is_offer_of(const struct finder *finder, uint32_t party)
{
    const struct clause *clause = &finder->clause;
    const uint32_t of = party - clause_is(clause, party - 1, TYPE(OF) | TYPE(FROM));
    const uint32_t begin = clause_chunk(clause, of)->begin; /* "du": one word */
    const uint32_t end = clause_chunk(clause, party)->end;
    if (!clause_is(clause, party, TYPE(PARTY)))
        return false;
    return ((clause_governor(clause, party) & (TYPE(OF) | TYPE(FROM))) &&
            begin > finder->sentence->begin && is_offer(finder, begin - 1)) ||
           (look_clitic(finder->document, end) && is_offer(finder, end + 1));
}

/* "rejected B's offer of talks", "an offer of talks from B": who has offered what the predicate
 * turns down or accepts, or CLAUSE_NONE. */
static uint32_t offerer_of(const struct finder *finder, uint32_t noun,
                           const struct predicate *predicate)
{
    const struct clause *clause = &finder->clause;
    if ((predicate->sense != SENSE_REFUSE && predicate->sense != SENSE_AGREE) ||
        predicate->subject || predicate->index > noun)
        return CLAUSE_NONE;
    const uint32_t first =
        predicate->index + 1 + clause_is(clause, predicate->index + 1, TYPE(OF) | TYPE(FROM));
    if (first < noun && is_offer_of(finder, first))
        return first;
    if (noun_deed(finder, noun) != SENSE_PROPOSE)
        return CLAUSE_NONE;
    for (uint32_t i = predicate->index + 1; i < noun; i++) {
        if (clause_is(clause, i, TYPE(PARTY)) &&
            look_clitic(finder->document, clause_chunk(clause, i)->end))
            return i;
    }
    const uint32_t by = noun + 1 + clause_is(clause, noun + 1, TYPE(FROM) | TYPE(OF) | TYPE(BY));
    const bool from = by > noun + 1 ||
                      (clause_is(clause, by, TYPE(PARTY)) && /* "du ministre" */
                       document_is(finder->document, clause_chunk(clause, by)->begin, CLASS(OF)));
    return from && clause_is(clause, by, TYPE(PARTY)) ? by : CLAUSE_NONE;
}

void slot_proposed(const struct finder *finder, uint32_t noun, const struct predicate *predicate,
                   struct mention *mention)
{
    slot_parties(finder, mention, recipient_of(finder, noun, predicate, mention), PART_ATTENDEE);
    if (kind_is_generic(mention->kind) || mention->kind == KIND_NEGOTIATION)
        slot_parties(finder, mention, offerer_of(finder, noun, predicate), PART_ATTENDEE);
}
