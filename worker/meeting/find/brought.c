#include "annotate/look.h"
#include "annotate/party/party.h"
#include "annotate/verb.h"
#include "meeting/find/find.h"
#include "meeting/find/predicate.h"

/* Whom a verb brings to a meeting: "joined B for talks", "sent B to the talks". */

/* "Kenya will send a delegation", "a representative", "an observer": nobody else is told of it. */
static bool is_nobody_told(const struct finder *finder, uint32_t object)
{
    const struct clause *clause = &finder->clause;
    if (!clause_is(clause, object, TYPE(PARTY)))
        return true;
    const struct party *party = party_last(clause_chunk(clause, object)->of);
    const bool envoy = (party->rank == RANK_ENVOY || party->rank == RANK_OFFICIAL) &&
                       document_is(finder->document, party->begin, CLASS(INDEFINITE));
    const bool nameless =
        party->type == PARTY_GROUP
            ? party->delegation || party->rank == RANK_ENVOY
            : party->type == PARTY_PERSON && envoy && party->name_end == party->name_begin;
    return nameless && !clause_is(clause, object + 1, TYPE(HOST));
}

/* What the event verb of the chunk says, if it tells who is there; or NULL. */
static const struct lexeme *bringing(const struct finder *finder, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    if (!clause_is(clause, index, TYPE(VERB)) || finder_sense(finder, index) != SENSE_ATTEND ||
        clause_verb(clause, index)->passive)
        return NULL;
    const struct annotation *word =
        verb_reading(finder->document, clause_verb(clause, index), LEXICON_EVENTVERB);
    const struct lexeme *lexeme = word ? look_lexeme(finder->document, word) : NULL;
    return lexeme && (lexeme->joins || lexeme->sends) ? lexeme : NULL;
}

bool slot_brought_there(const struct finder *finder, uint32_t noun,
                        const struct predicate *predicate, enum part part, struct mention *mention)
{
    const struct clause *clause = &finder->clause;
    const uint32_t main = noun + 1 + clause_is(clause, noun + 1, TYPE(COMMA));
    const struct lexeme *behind = bringing(finder, main); /* "A, who called the talks, sent B" */
    const struct lexeme *lexeme = bringing(finder, predicate->index);
    const uint32_t object = (behind && behind->sends ? main : predicate->index) + 1;
    lexeme = behind && behind->sends ? behind : lexeme;
    if (!lexeme)
        return false;
    const bool sent = lexeme->sends && is_nobody_told(finder, object);
    if (clause_is(clause, object, TYPE(PARTY)) && !sent &&
        (object > noun || (clause_governor(clause, noun) & (TYPE(TO) | TYPE(AT) | TYPE(ABOUT)))))
        slot_parties(finder, mention, object, part);
    return lexeme->sends && !sent;
}
