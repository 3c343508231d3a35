#include "meeting/find/travel.h"
#include "annotate/look.h"
#include "meeting/find/act.h"
#include "meeting/find/complement.h"
#include "meeting/find/predicate.h"
#include "meeting/mention/occasion.h"
#include "meeting/resolve/resolve.h"

/*
 * Who only travels to a meeting pays no visit: "se rendra à Oslo pour prendre part au sommet",
 * "flew to Oslo for the summit", "to meet X".
 */

/* "effectue une visite à Oslo", "visits Oslo": called a visit. */
static bool is_called_visit(const struct finder *finder, uint32_t verb)
{
    const struct chunk *chunk = clause_chunk(&finder->clause, verb);
    return look_within(finder->document, chunk->begin, chunk->end, LEXICON_MEETNOUN) ||
           (!document_is(finder->document, chunk->end - 1, CLASS(AT) | CLASS(TO) | CLASS(ABOUT)) &&
            !clause_is(&finder->clause, verb + 1,
                       TYPE(AT) | TYPE(TO) | TYPE(ABOUT) | TYPE(DATE) | TYPE(TIME) | TYPE(COMMA)));
}

/* Whether the noun is a meeting of many or a round of talks, which somebody can travel to. */
static bool is_gathering(const struct finder *finder, uint32_t index)
{
    const struct label *label = &finder->labels[index];
    return clause_is(&finder->clause, index, TYPE(NOUN)) &&
           (kind_is_gathering(label->kind) || label->kind == KIND_NEGOTIATION ||
            (label->kind == KIND_TALKS && !label->plural));
}

/* "prendre part à la réunion", "will chair talks": the verb at index and the noun behind it. */
static bool attends(const struct finder *finder, uint32_t index)
{
    const enum sense sense = finder_sense(finder, index);
    return (sense == SENSE_ATTEND || sense == SENSE_CHAIR) &&
           clause_after(&finder->clause, index, TYPE(NOUN),
                        GOVERNOR_NONE | TYPE(AT) | TYPE(TO) | TYPE(OF)) != CLAUSE_NONE;
}

static bool is_attending(const struct finder *finder, uint32_t index)
{
    return clause_verb(&finder->clause, index)->tense == TENSE_INF && attends(finder, index);
}

static bool meets_party(const struct finder *finder, uint32_t index)
{
    const struct verb *verb = clause_verb(&finder->clause, index);
    const struct annotation *word = verb_reading(finder->document, verb, LEXICON_MEETVERB);
    const uint8_t frame = word ? look_lexeme(finder->document, word)->frame : FRAME_NONE;
    const uint32_t party =
        clause_after(&finder->clause, index, TYPE(PARTY), GOVERNOR_NONE | TYPE(TO) | TYPE(WITH));
    return party != CLAUSE_NONE && (frame == FRAME_OBJECT || frame == FRAME_WITH);
}

/* Whether the sense is that one is at talks, from their beginning to their end. */
static bool is_at_talks(enum sense sense)
{
    return sense == SENSE_HOLD || sense == SENSE_OPEN || sense == SENSE_CONTINUE ||
           sense == SENSE_RESUME || sense == SENSE_CLOSE;
}

/* "to hold talks with X", "to go on with the negotiations": the verb at index holds a meeting that
 * is told with its other side, or a round of talks. */
static bool holds_with(const struct finder *finder, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    const uint32_t noun = index + 1 + clause_is(clause, index + 1, TYPE(OF)); /* "des" */
    if (!clause_is(clause, noun, TYPE(NOUN)) || !is_at_talks(finder_sense(finder, index)))
        return false;
    return finder->labels[noun].kind == KIND_NEGOTIATION ||
           (!kind_is_gathering(finder->labels[noun].kind) &&
            clause_after(clause, noun, TYPE(PARTY), TYPE(WITH)) != CLAUSE_NONE);
}

/* "s'est rendu à Oslo pour rencontrer X", "flew to Oslo to meet X": the aim is the meeting. */
static bool is_meeting_aim(const struct finder *finder, uint32_t index)
{
    return clause_verb(&finder->clause, index)->tense == TENSE_INF &&
           (meets_party(finder, index) || holds_with(finder, index));
}

/* "s'est envolé pour Oslo, où il rencontrera X", "where he will attend the summit". */
bool is_where_to_meet(const struct finder *finder, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    if (!clause_is_where(clause, index))
        return false;
    for (uint32_t i = index + 1; clause_is(clause, i, TYPE(PRONOUN) | TYPE(VERB)); i++) {
        if (clause_is(clause, i, TYPE(VERB)))
            return clause_verb(clause, i)->tense == TENSE_FUT &&
                   (meets_party(finder, i) || attends(finder, i));
    }
    return false;
}

/* "se rendra lundi au prochain sommet", "est arrivé à une réunion": whether the noun is where
 * somebody goes. */
static bool is_goal(const struct finder *finder, uint32_t noun)
{
    const struct clause *clause = &finder->clause;
    const uint64_t to = CLASS(AT) | CLASS(TO);
    uint32_t t = clause_chunk(clause, noun - clause_is(clause, noun - 1, TYPE(SEQUENCE)))->begin;
    while (t > finder->sentence->begin && document_is(finder->document, t - 1, CLASS(DETERMINER)) &&
           !document_is(finder->document, t - 1, to))
        t--;
    return t > finder->sentence->begin && document_is(finder->document, t - 1, to) &&
           finder->labels[noun].kind != KIND_VISIT;
}

bool travels_to_attend(const struct finder *finder, uint32_t verb)
{
    const struct clause *clause = &finder->clause;
    const struct annotation *word =
        verb_reading(finder->document, clause_verb(clause, verb), LEXICON_MEETVERB);
    const uint8_t frame = word ? look_lexeme(finder->document, word)->frame : FRAME_NONE;
    const bool there = frame == FRAME_ARRIVE; /* who has arrived is a guest, whatever for */
    const bool sent = frame == FRAME_SEND || frame == FRAME_INVITE;
    const bool goes = frame == FRAME_VISIT || frame == FRAME_STAY || sent;
    if (!there && !sent && (!goes || is_called_visit(finder, verb)))
        return false;
    for (uint32_t i = verb + 1; i < clause->chunks.count; i++) {
        if (clause_is(clause, i, TYPE(VERB)))
            return is_attending(finder, i) || (!there && is_meeting_aim(finder, i));
        if (clause_is(clause, i, TYPE(NOUN))) /* "flew to Oslo for", "se rendra lundi au sommet" */
            return is_goal(finder, i) ||
                   (is_gathering(finder, i) && clause_is(clause, i - 1, TYPE(ABOUT)));
        if (!there && is_where_to_meet(finder, i))
            return true;
        if (clause_is(clause, i, TYPE(STOP) | TYPE(SUBORDINATOR) | TYPE(RELATIVE) | TYPE(HOST)))
            return false;
    }
    return false;
}

/* Whether the verb at index takes somebody to a place. */
static bool travels(const struct finder *finder, uint32_t index)
{
    const struct annotation *word =
        verb_reading(finder->document, clause_verb(&finder->clause, index), LEXICON_MEETVERB);
    const uint8_t frame = word ? look_lexeme(finder->document, word)->frame : FRAME_NONE;
    return frame == FRAME_VISIT || frame == FRAME_ARRIVE || frame == FRAME_STAY;
}

/* "flying to Rome on Friday", not "flying to Rome for talks on Friday". */
static bool is_dated(const struct finder *finder, uint32_t verb)
{
    const uint64_t between = TYPE(PLACE) | TYPE(AT) | TYPE(TO) | TYPE(ABOUT) | TYPE(TIME);
    uint32_t i = verb + 1;
    while (clause_is(&finder->clause, i, between))
        i++;
    return clause_is(&finder->clause, i, TYPE(DATE));
}

bool travels_onward(const struct finder *finder, uint32_t verb)
{
    const struct clause *clause = &finder->clause;
    const enum tense tense = clause_verb(clause, verb)->tense;
    uint32_t before = verb - 1;
    while (before > 0 && before < verb && clause_is(clause, before, TYPE(OF)))
        before--;
    if ((tense != TENSE_GER && tense != TENSE_INF) || !clause_is(clause, before, TYPE(FOLLOWING)) ||
        !str_equal(clause_when(clause, before), STR("BEFORE")) || !travels(finder, verb) ||
        is_called_visit(finder, verb) || is_dated(finder, verb))
        return false;
    uint32_t main = clause_governing_verb(clause, verb);
    for (uint32_t i = verb + 1; main == CLAUSE_NONE && i < clause->chunks.count; i++)
        main = clause_is(clause, i, TYPE(VERB)) && clause_finite(clause, i) ? i : CLAUSE_NONE;
    return main != CLAUSE_NONE && !travels(finder, main);
}

bool travels_to_meet(const struct finder *finder, uint32_t verb)
{
    const struct clause *clause = &finder->clause;
    if (!clause_is(clause, verb, TYPE(VERB)) || !travels_to_attend(finder, verb))
        return false;
    uint32_t aim = verb + 1;
    while (aim < clause->chunks.count &&
           !clause_is(clause, aim, TYPE(VERB) | TYPE(NOUN) | TYPE(STOP) | TYPE(RELATIVE)))
        aim++;
    return clause_is(clause, aim, TYPE(VERB)) && is_meeting_aim(finder, aim);
}

bool travels_today(const struct finder *finder, uint32_t verb)
{
    const struct clause *clause = &finder->clause;
    const struct annotation *word =
        verb_reading(finder->document, clause_verb(clause, verb), LEXICON_MEETVERB);
    if (!word || look_lexeme(finder->document, word)->frame != FRAME_VISIT ||
        clause_verb(clause, verb)->tense != TENSE_PAST || is_called_visit(finder, verb) ||
        !act_day_today(finder))
        return false;
    const uint64_t between =
        TYPE(AT) | TYPE(TO) | TYPE(PLACE) | TYPE(DATE) | TYPE(TIME) | TYPE(COMMA);
    uint32_t aim = verb + 1;
    while (clause_is(clause, aim, between) && !clause_is(clause, aim, TYPE(ABOUT)))
        aim++;
    return clause_is(clause, aim, TYPE(ABOUT)) && clause_is(clause, aim + 1, TYPE(NOUN)) &&
           finder->labels[aim + 1].kind != KIND_VISIT;
}

bool leaves_for(const struct finder *finder, uint32_t verb)
{
    const struct clause *clause = &finder->clause;
    if (finder_sense(finder, verb) != SENSE_LEAVE)
        return false;
    for (uint32_t i = verb + 1; i < clause->chunks.count; i++) {
        const bool place = /* "left for Lima for", "for Vienna" */
            clause_is(clause, i + 1, TYPE(PLACE) | TYPE(PARTY)) &&
            look_at(finder->document, clause_chunk(clause, i + 1)->begin, ANNOTATION_PLACE);
        if (clause_is(clause, i, TYPE(VERB))) /* "left Oslo on Monday to attend" */
            return is_attending(finder, i);
        const uint32_t aim = i + clause_is(clause, i + 1, TYPE(VERB)); /* "pour | effectuer" */
        if (clause_is(clause, i, TYPE(ABOUT)) && !place)               /* not "pour une visite" */
            return clause_is(clause, i + 1, TYPE(VERB) | TYPE(NOUN)) &&
                   !visit_behind(finder, clause_chunk(clause, aim)->end);
        if (clause_is(clause, i, TYPE(NOUN) | TYPE(STOP) | TYPE(FOLLOWING)))
            break;
    }
    return false;
}

bool leaves_toward(const struct finder *finder, uint32_t verb, uint32_t noun)
{
    const struct clause *clause = &finder->clause;
    bool aim = false;
    for (uint32_t i = verb + 1; i < noun; i++) {
        aim |= clause_is(clause, i, TYPE(ABOUT));
        if (clause_is(clause, i, TYPE(STOP) | TYPE(VERB) | TYPE(FOLLOWING) | TYPE(SIDELINE)))
            return false;
    }
    return aim && verb < noun && kind_is_gathering(finder->labels[noun].kind) &&
           finder_sense(finder, verb) == SENSE_LEAVE;
}

/* "is in Rome since Monday for talks", "se trouve depuis lundi à Rome, où il rencontrera B": the
 * day since when somebody is there. */
static bool is_day_of_stay(const struct finder *finder, uint32_t date)
{
    const struct clause *clause = &finder->clause;
    const struct date *told = clause_chunk(clause, date)->of->detail;
    uint32_t i = date + 1;
    if (told->lean >= 0)
        return false;
    while (clause_is(clause, i, TYPE(PLACE) | TYPE(AT) | TYPE(TO) | TYPE(COMMA)))
        i++;
    return clause_is(clause, i, TYPE(ABOUT)) || clause_is_where(clause, i);
}

bool is_day_of_travel(const struct finder *finder, uint32_t date)
{
    if (is_day_of_stay(finder, date))
        return true;
    if (!date_is_day(clause_chunk(&finder->clause, date)->of->detail))
        return false; /* "flew to Lima in March for the forum" */
    for (uint32_t i = date; i-- > 0;) {
        if (clause_is(&finder->clause, i, TYPE(VERB)))
            return leaves_for(finder, i) ||
                   (clause_verb(&finder->clause, i)->tense == TENSE_PAST &&
                    travels_to_attend(finder, i) && !travels_to_meet(finder, i));
    }
    return false;
}

bool act_sets_out(const struct finder *finder, const struct act *act)
{
    const struct clause *clause = &finder->clause;
    uint32_t behind = act->index + 1;
    while (clause_is(clause, behind, TYPE(DATE) | TYPE(TIME)))
        behind++;
    const uint32_t last = clause_chunk(clause, act->index)->end - 1;
    const uint32_t goal =
        clause_is(clause, behind, TYPE(ABOUT)) ? clause_chunk(clause, behind)->begin : last;
    const bool place =
        goal == last || clause_is(clause, behind + 1, TYPE(PLACE) | TYPE(PARTY) | TYPE(NOUN));
    return act->frame == FRAME_VISIT && act->verb->tense == TENSE_PAST && place &&
           document_is(finder->document, goal, CLASS(ABOUT)) &&
           !document_is(finder->document, goal, CLASS(AT) | CLASS(TO));
}

bool place_is_next(const struct finder *finder, uint32_t place)
{
    const uint64_t between = TYPE(DATE) | TYPE(TIME) | TYPE(AT) | TYPE(TO) | TYPE(ABOUT);
    uint32_t verb = place - 1;
    while (verb > 0 && verb < place && clause_is(&finder->clause, verb, between))
        verb--;
    return clause_is(&finder->clause, verb, TYPE(VERB)) && travels_onward(finder, verb);
}

bool place_is_origin(const struct finder *finder, uint32_t place)
{
    const struct clause *clause = &finder->clause;
    const uint32_t before = place - 1 - clause_is(clause, place - 1, TYPE(OF));
    if (place > 1 && clause_is(clause, before, TYPE(VERB)) &&
        document_is(finder->document, clause_chunk(clause, before)->end - 2, CLASS(DETERMINER)))
        return false; /* "visited the town | of Leixo" */
    return place > 1 && clause_governor(clause, place) == TYPE(OF) &&
           clause_is(clause, before, TYPE(VERB) | TYPE(DATE) | TYPE(TIME)) &&
           document_is(finder->document, clause_chunk(clause, before)->end, CLASS(OF));
}

bool act_of_place(const struct finder *finder, uint32_t first)
{
    const struct clause *clause = &finder->clause;
    const uint32_t where = first - 1;
    if (first < 2 || first >= clause->chunks.count)
        return false;
    if (clause_is(clause, where, TYPE(COMMA)) && /* the "que" of "c'est à Oran que" */
        document_is(finder->document, clause_chunk(clause, where)->begin, CLASS(RELATIVE)))
        return clause_after(clause, 0, TYPE(PLACE), TYPE(AT) | TYPE(TO)) < where;
    const uint32_t place = where - 1 - (where > 1 && clause_is(clause, where - 1, TYPE(COMMA)));
    return clause_is_where(clause, where) && clause_is(clause, place, TYPE(PLACE));
}

/* "visited the flooded areas": whether the words of the verb themselves say where. */
static bool goes_to_area(const struct finder *finder, const struct act *act)
{
    const struct annotation *word = verb_reading(finder->document, act->verb, LEXICON_MEETVERB);
    return word && word->end > word->begin + 2 &&
           document_is(finder->document, word->begin + 1, CLASS(DETERMINER)) &&
           !document_is(finder->document, word->end, CLASS(OF)) &&
           !look_clitic(finder->document, word->end) &&
           !look_at(finder->document, word->end - 1, LEXICON_MEETNOUN);
}

/* "visited | Dane College": whether a body's name stands right behind the verb. */
static bool goes_to_body(const struct finder *finder, const struct act *act)
{
    const uint32_t body = act->index + 1;
    if (!clause_is(&finder->clause, body, TYPE(PARTY)) || clause_governor(&finder->clause, body))
        return false;
    const struct party *party = party_members(clause_chunk(&finder->clause, body)->of)->at[0];
    return look_flag(finder->document, party->name_begin, TOKEN_CAPITAL) &&
           (party->type == PARTY_ORGANIZATION ||
            (party->type == PARTY_PERSON && party->weak && party->role_count == 0));
}

/* "The president visited last week", "visited Dane College on Monday": whether somebody in office
 * is told to go on a day, to where the text is told to be, a part of it, or to a body. */
static bool is_dated_visit(const struct finder *finder, const struct act *act)
{
    const struct clause *clause = &finder->clause;
    uint32_t date = act->index + 1 + goes_to_body(finder, act);
    while (clause_is(clause, date, TYPE(AT) | TYPE(FROM)))
        date++;
    const bool dated =
        clause_is(clause, date, TYPE(DATE)) &&
        !document_is(finder->document, clause_chunk(clause, date)->end,
                     CLASS(DETERMINER) | CLASS(POSSESSIVE)) && /* "a visité lundi un chantier" */
        clause_chunk(clause, act->index + 1)->begin == clause_chunk(clause, act->index)->end;
    const uint32_t front = clause_is(clause, 0, TYPE(AT) | TYPE(FROM));
    const bool fronted = clause_is(clause, front, TYPE(DATE)) && goes_to_body(finder, act);
    if (act->lexeme->official || act->verb->passive || act->verb->negative ||
        !clause_is(clause, act->subject, TYPE(PARTY)) ||
        !(dated || fronted || goes_to_area(finder, act)))
        return false;
    const struct party *party = party_members(clause_chunk(clause, act->subject)->of)->at[0];
    const enum rank rank = person_rank(finder->story, party);
    return party->delegation ||
           (party->type == PARTY_PERSON && !party->plural && rank != RANK_NONE &&
            rank != RANK_MILITARY && rank != RANK_EXECUTIVE);
}

/* "left for a tour of | Kenya and Mali": states told like parties, and where the journey goes. */
static bool is_toured(const struct finder *finder, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    return index > 2 && clause_is(clause, index, TYPE(PARTY)) &&
           clause_is(clause, index - 1, TYPE(OF)) && clause_is(clause, index - 2, TYPE(NOUN)) &&
           noun_is_tour(finder, index - 2) &&
           party_members(clause_chunk(clause, index)->of)->at[0]->type == PARTY_COUNTRY;
}

/* A place behind the verb in its clause that is not where the journey begins, or what else says
 * that somebody went somewhere. */
bool act_is_bound(const struct finder *finder, const struct act *act)
{
    for (uint32_t i = act->index + 1; i < finder->clause.chunks.count; i++) {
        if (is_toured(finder, i) ||
            (clause_is(&finder->clause, i, TYPE(PLACE)) && !place_is_origin(finder, i)))
            return true;
        if (clause_is(&finder->clause, i, TYPE(VERB) | TYPE(STOP) | TYPE(SUBORDINATOR)))
            break;
    }
    const uint64_t here = CLASS(HERE);
    return act_house_visited(finder, act) ||
           act_of_place(finder, act->subject < act->index ? act->subject : act->index) ||
           is_dated_visit(finder, act) ||
           (act->lexeme->frame == FRAME_ARRIVE && /* "arrived here on Monday" */
            document_is(finder->document, clause_chunk(&finder->clause, act->index)->end, here));
}
