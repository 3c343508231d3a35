#include "meeting/find/crowd.h"
#include "annotate/look.h"
#include "meeting/find/travel.h"
#include "meeting/resolve/group.h"

/* Crowds: people told by no more than a word for them meet nobody in particular. */

/* "l'opposition", "la direction": one body, though nobody in it is told. */
static bool is_collective(const struct document *document, const struct party *party)
{
    const struct annotation *noun = look_at(document, party->name_begin, LEXICON_GROUPNOUN);
    return noun && noun->tag != TAG_PLUR;
}

/* "supporters gathered": nobody who confers. */
static bool is_crowd(const struct document *document, const struct mention *mention)
{
    for (unsigned i = 0; i < mention->party_count; i++) {
        const struct party *party = mention->parties[i].party;
        if (party->type != PARTY_GROUP || party->delegation || party_is_pair(document, party) ||
            (party->rank != RANK_NONE && party->rank != RANK_MILITARY))
            return false;
    }
    return mention->party_count > 0;
}

/* "donors gathered in Oslo for a conference", "for talks": whether those whom the verb at index
 * brings together confer; "for the conference" tells it by itself. */
static bool gathers_for_meeting(const struct finder *finder, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    const uint32_t noun = clause_after(clause, index, TYPE(NOUN), TYPE(ABOUT));
    if (noun == CLAUSE_NONE)
        return false;
    uint32_t begin = clause_chunk(clause, noun)->begin;
    while (begin > finder->sentence->begin && !document_is(finder->document, begin, CLASS(ABOUT)))
        begin--;
    const uint64_t definite = CLASS(DETERMINER) | CLASS(POSSESSIVE);
    return document_is(finder->document, begin + 1, CLASS(INDEFINITE)) ||
           !document_is(finder->document, begin + 1, definite);
}

bool crowd_gathers(const struct finder *finder, const struct act *act,
                   const struct mention *mention)
{
    return act->lexeme->frame == FRAME_JOINT && is_crowd(finder->document, mention) &&
           !gathers_for_meeting(finder, act->index) &&
           !(act->lexeme->reflexive && is_collective(finder->document, mention->parties[0].party));
}

bool crowd_visits(const struct finder *finder, const struct act *act, const struct mention *mention)
{
    if (act->frame == FRAME_HOST && act->verb->passive && mention->date &&
        act_at_seat(finder, act->index))
        return false; /* "ont été reçus mardi à la préfecture" */
    return is_crowd(finder->document, mention) && !mention->pronoun && mention->party_count == 1 &&
           (act->frame == FRAME_VISIT || !(mention->date && mention->place));
}

/* "The two sat in silence", "the council sits on a hill": no body that sits on a day. */
bool sits_idly(const struct finder *finder, const struct act *act)
{
    if (act->lexeme->frame != FRAME_SIT)
        return false;
    const bool body =
        clause_is(&finder->clause, act->subject, TYPE(PARTY)) &&
        finder_sits(finder, party_members(clause_chunk(&finder->clause, act->subject)->of)->at[0]);
    return !body ||
           clause_after(&finder->clause, act->index, TYPE(DATE), UINT64_MAX) == CLAUSE_NONE;
}
