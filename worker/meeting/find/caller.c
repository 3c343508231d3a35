#include "meeting/find/caller.h"

#include "annotate/look.h"
#include "annotate/party/party.h"

/* The first chunk behind the one at index that tells neither where nor when. */
static uint32_t behind_circumstances(const struct clause *clause, uint32_t index)
{
    uint32_t i = index + 1;
    for (;;) {
        const uint32_t told = i + clause_is(clause, i, TYPE(AT) | TYPE(COMMA));
        if (!clause_is(clause, told, TYPE(DATE) | TYPE(TIME) | TYPE(PLACE)))
            return i;
        i = told + 1;
    }
}

/* "a appelé le roi, qui règne depuis 1999, à agir": the chunk behind the comma that closes the
 * relative clause at index, or index. */
static uint32_t behind_relative(const struct finder *finder, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    const uint32_t relative = index + clause_is(clause, index, TYPE(COMMA));
    if (!clause_is(clause, relative, TYPE(RELATIVE)))
        return index;
    for (uint32_t i = relative + 1; !clause_is(clause, i, TYPE(STOP)); i++) {
        if (clause_is(clause, i, TYPE(COMMA)))
            return i + 1;
        if (i >= clause->chunks.count)
            break;
    }
    return index;
}

/* "verra le maire démissionner", "se voir imposer": whether the word at token is an infinitive, be
 * it one that no list has. */
static bool is_infinitive(const struct document *document, uint32_t token)
{
    static const uint16_t kinds[] = {LEXICON_MEETVERB, LEXICON_EVENTVERB, LEXICON_SPEECHVERB,
                                     LEXICON_OUTCOMEVERB};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        const struct annotation *verb = look_at(document, token, kinds[i]);
        if (verb)
            return verb->tag == TAG_INF;
    }
    return look_unread(document, token) &&
           pack_word_ends(document->pack, document_text(document, token, token + 1),
                          CLASS(INFINITIVEENDING));
}

/* Whether an infinitive stands right behind the chunk. */
static bool goes_on_infinite(const struct finder *finder, uint32_t index)
{
    const uint32_t t = clause_chunk(&finder->clause, index)->end;
    return t < finder->sentence->end && is_infinitive(finder->document, t);
}

bool act_is_suffered(const struct finder *finder, const struct act *act)
{
    return act->verb->reflexive && act->frame == FRAME_CALL && goes_on_infinite(finder, act->index);
}

/* "called on B to meet C", "to sit down with him": what B is asked to do, and not what they spoke
 * of. */
static bool is_bidden(const struct finder *finder, uint32_t verb)
{
    const struct clause *clause = &finder->clause;
    const uint32_t t = clause_chunk(clause, verb)->end;
    const bool with =
        clause_is(clause, verb + 1, TYPE(WITH)) && clause_chunk(clause, verb + 1)->begin == t;
    uint32_t other = with ? clause_chunk(clause, verb + 1)->end : t;
    if (document_is(finder->document, other, CLASS(OBJECTIVE)))
        return true;
    while (document_is(finder->document, other, CLASS(DETERMINER) | CLASS(POSSESSIVE)))
        other++; /* not "to discuss how the ministers" */
    return clause_is(clause, verb + 1 + with, TYPE(PARTY)) &&
           clause_chunk(clause, verb + 1 + with)->begin <= other;
}

/* "called on B for a ceasefire", not "for talks", "for the first time", "pour le féliciter":
 * whether the chunk behind B begins what is wanted. */
static bool is_asked_for(const struct finder *finder, uint32_t index)
{
    const struct document *document = finder->document;
    if (!clause_is(&finder->clause, index, TYPE(ABOUT)) ||
        clause_is(&finder->clause, index + 1, TYPE(NOUN)))
        return false;
    uint32_t t = clause_chunk(&finder->clause, index)->end;
    while (t < finder->sentence->end &&
           document_is(document, t, CLASS(DETERMINER) | CLASS(OBJECTIVE)))
        t++;
    return !look_at(document, t, LEXICON_ORDINAL) && !look_at(document, t, LEXICON_NEXTPREVIOUS) &&
           !is_infinitive(document, t);
}

bool act_is_errand(const struct document *document, uint32_t to)
{
    const struct annotation *errand = look_at(document, to + 1, LEXICON_ASIDE);
    return errand && document_is(document, to, CLASS(TO)) &&
           look_says(document, errand, STR("ERRAND"));
}

/* Whether somebody is called or seen who can be met: a person; seen or consulted, "a vu les élus",
 * also people in office and whoever sent a delegation. */
static bool is_called(const struct party *party, bool seen)
{
    const bool group = party->type == PARTY_GROUP || party->plural;
    return !party->weak && (group ? seen && (party->rank != RANK_NONE || party->delegation)
                                  : party->type == PARTY_PERSON || (seen && party->delegation));
}

bool act_calls(const struct finder *finder, const struct act *act)
{
    const struct clause *clause = &finder->clause;
    const bool seen =
        act->lexeme->kind == KIND_TALKS && act->lexeme->mode == MODE_UNKNOWN; /* "verra" */
    uint32_t next = act->index + 1;
    while (clause_is(clause, next, TYPE(DATE) | TYPE(TIME)) ||
           (seen && clause_is(clause, next, TYPE(AT) | TYPE(PLACE))))
        next++; /* "a appelé lundi le roi", "a vu lundi à Lyon le roi" */
    if (next > act->index + 1 && clause_is(clause, next, TYPE(AT)) &&
        document_is(finder->document, clause_chunk(clause, next)->begin, CLASS(ABOUT)))
        next++; /* "called on Monday on the king" */
    if (act->object != next)
        return false;
    const struct party_list *list = party_members(clause_chunk(clause, act->object)->of);
    if (!is_called(list->at[0], seen) || goes_on_infinite(finder, act->object))
        return false;
    const uint32_t behind = behind_relative(finder, behind_circumstances(clause, act->object));
    if (clause_is(clause, behind, TYPE(VERB))) /* "to discuss the border" */
        return clause_verb(clause, behind)->tense == TENSE_INF &&
               finder_tells_meeting(finder, clause_verb(clause, behind)) &&
               !is_bidden(finder, behind);
    if (behind == act->object + 1 && is_asked_for(finder, behind))
        return false;
    const uint32_t to = behind < clause->chunks.count ? clause_chunk(clause, behind)->begin : 0;
    return act_is_errand(finder->document, clause_chunk(clause, act->object)->end) ||
           !clause_is(clause, behind, TYPE(TO) | TYPE(AT)) ||
           !document_is(finder->document, to, CLASS(TO)) || act_is_errand(finder->document, to);
}

bool act_only_names(const struct finder *finder, const struct act *act)
{
    if (act->lexeme->mode != MODE_PHONE || act->verb->passive || act->object == CLAUSE_NONE)
        return false;
    const struct chunk *object = clause_chunk(&finder->clause, act->object);
    uint32_t behind = object->end, inner = object->begin;
    while (inner < behind && !look_mark(finder->document, inner, ','))
        inner++;
    behind += inner < behind && look_mark(finder->document, behind, ','); /* "B, the mayor, a" */
    const bool quote = look_flag(finder->document, behind, TOKEN_PUNCT) &&
                       !look_flag(finder->document, behind, TOKEN_JOINED);
    return party_members(object->of)->at[0]->type != PARTY_PERSON || quote ||
           document_is(finder->document, behind, CLASS(INDEFINITE));
}

bool act_calls_noun(const struct finder *finder, uint32_t verb)
{
    const uint32_t noun = verb + 1 + clause_is(&finder->clause, verb + 1, TYPE(SEQUENCE));
    return clause_is(&finder->clause, noun, TYPE(NOUN)) &&
           clause_governor(&finder->clause, noun) == 0;
}
