#include "meeting/find/act.h"

#include <string.h>

#include "annotate/look.h"
#include "annotate/party/party.h"
#include "meeting/clause/status.h"
#include "meeting/find/object.h"
#include "meeting/find/owner.h"
#include "meeting/find/predicate.h"
#include "meeting/find/travel.h"
#include "meeting/find/unread.h"
#include "meeting/mention/occasion.h"
#include "meeting/resolve/delegation.h"
#include "meeting/resolve/resolve.h"

/* "before | flying to Oslo to meet B": the verb of the journey on which somebody is to meet, if
 * only where and when stands between; else the verb itself. */
static uint32_t journey_of(const struct finder *finder, const struct act *act)
{
    const struct clause *clause = &finder->clause;
    const uint64_t between =
        TYPE(TO) | TYPE(AT) | TYPE(PLACE) | TYPE(DATE) | TYPE(TIME) | TYPE(ABOUT);
    uint32_t i = act->index;
    while (act->verb->tense == TENSE_INF && i > 0 && clause_is(clause, i - 1, between))
        i--;
    const bool journey = i < act->index && i > 0 && clause_is(clause, i - 1, TYPE(VERB)) &&
                         (clause_verb(clause, i - 1)->tense == TENSE_GER ||
                          clause_verb(clause, i - 1)->tense == TENSE_INF);
    return journey ? i - 1 : act->index;
}

bool act_is_timed(const struct finder *finder, const struct act *act)
{
    const struct clause *clause = &finder->clause;
    uint32_t i = journey_of(finder, act);
    while (i > 0 && clause_is(clause, i - 1, TYPE(OF)))
        i--;
    const uint32_t governing = clause_governing_verb(clause, act->index);
    const bool infinite = act->verb->tense == TENSE_INF || act->verb->tense == TENSE_GER;
    return infinite && i > 0 && clause_is(clause, i - 1, TYPE(FOLLOWING)) &&
           governing != CLAUSE_NONE && governing < i - 1 &&
           clause_subject(clause, governing) != CLAUSE_NONE;
}

bool finder_tells_meeting(const struct finder *finder, const struct verb *verb)
{
    const struct annotation *word = verb_reading(finder->document, verb, LEXICON_MEETVERB);
    const struct lexeme *lexeme = word ? look_lexeme(finder->document, word) : NULL;
    return lexeme && (lexeme->frame == FRAME_JOINT || lexeme->frame == FRAME_WITH ||
                      lexeme->frame == FRAME_OBJECT);
}

/* "has arrived for talks, the ministry said Thursday": the day of what was said. */
static bool is_said_then(const struct finder *finder, uint32_t date)
{
    const uint32_t begin = clause_chunk(&finder->clause, date)->begin;
    const bool on = document_is(finder->document, begin - 1, CLASS(AT));
    return look_ends(finder->document, begin - on, LEXICON_SPEECHVERB);
}

/* The first day that the clause tells, as one of the past; empty: none. */
static struct iso_date clause_day(const struct finder *finder)
{
    for (uint32_t i = 0; i < finder->clause.chunks.count; i++) {
        if (clause_is(&finder->clause, i, TYPE(DATE)) && !is_said_then(finder, i))
            return date_value(clause_chunk(&finder->clause, i)->of->detail,
                              &finder->story->reference, DIRECTION_PAST)
                .start;
    }
    return (struct iso_date){""};
}

bool act_day_gone(const struct finder *finder)
{
    const struct iso_date today = day_iso(finder->story->reference.day);
    const struct iso_date day = clause_day(finder);
    return day.text[0] && strcmp(day.text, today.text) < 0;
}

bool act_day_today(const struct finder *finder)
{
    const struct iso_date today = day_iso(finder->story->reference.day);
    return today.text[0] && strcmp(clause_day(finder).text, today.text) == 0;
}

bool act_has_arrived(const struct finder *finder, const struct verb *verb)
{
    const struct annotation *word = verb_reading(finder->document, verb, LEXICON_MEETVERB);
    return word && look_lexeme(finder->document, word)->frame == FRAME_ARRIVE &&
           verb->tense == TENSE_PAST && !act_day_gone(finder);
}

bool act_bids(const struct finder *finder, const struct act *act)
{
    const struct clause *clause = &finder->clause;
    const uint32_t guest = act->verb->passive ? act->subject : act->object;
    const uint32_t last = act->verb->passive ? act->index : act->object;
    if (!clause_is(clause, guest, TYPE(PARTY)) || last == CLAUSE_NONE)
        return false;
    const struct party *party = party_members(clause_chunk(clause, guest)->of)->at[0];
    if (party->type != PARTY_PERSON && (party->type != PARTY_GROUP || party->rank == RANK_NONE))
        return false; /* "invited tourists to Rome" */
    uint32_t place = last + 1 + clause_is(clause, last + 1, TYPE(COMMA)); /* "B, the minister," */
    place += clause_is(clause, place, TYPE(AT) | TYPE(TO));
    return clause_is(clause, place, TYPE(PLACE));
}

bool act_sends(const struct finder *finder, const struct act *act)
{
    const uint32_t sent = act->verb->passive ? act->subject : act->object;
    if (!clause_is(&finder->clause, sent, TYPE(PARTY)) ||
        (!act->verb->passive &&
         (is_matter(finder, act->index, sent) || clause_governor(&finder->clause, sent) != 0)))
        return false; /* "a envoyé une lettre à B" */
    const struct party *party = party_members(clause_chunk(&finder->clause, sent)->of)->at[0];
    return party->delegation || (party->type == PARTY_PERSON && !party->plural && !party->weak);
}

/* "A sent a delegation to Oslo": those who go, or, where they are told no more closely, the body or
 * state whose they are. */
static void send_parties(const struct finder *finder, const struct act *act,
                         struct mention *mention)
{
    const uint32_t sent = act->verb->passive ? act->subject : act->object;
    const uint32_t sender = act->verb->passive ? act->agent : act->subject;
    const struct party *party = party_members(clause_chunk(&finder->clause, sent)->of)->at[0];
    slot_parties(finder, mention, sent, PART_VISITOR);
    if (party->type != PARTY_GROUP || delegation_leader(finder->document, party) ||
        !clause_is(&finder->clause, sender, TYPE(PARTY)))
        return;
    const enum party_type type =
        party_members(clause_chunk(&finder->clause, sender)->of)->at[0]->type;
    if (type == PARTY_ORGANIZATION || type == PARTY_COUNTRY)
        slot_parties(finder, mention, sender, PART_VISITOR);
}

bool act_hosts_visit(const struct finder *finder, const struct act *act)
{
    const uint64_t ends = TYPE(STOP) | TYPE(RELATIVE) | TYPE(VERB) | TYPE(SUBORDINATOR);
    for (uint32_t i = act->index + 1; i < finder->clause.chunks.count; i++) {
        if (clause_is(&finder->clause, i, TYPE(NOUN)))
            return finder->labels[i].kind == KIND_VISIT && !finder->labels[i].possessive &&
                   (clause_governor(&finder->clause, i) & (TYPE(AT) | TYPE(ABOUT))) &&
                   !visit_is_aside(finder, i);
        if (clause_is(&finder->clause, i, ends | TYPE(FOLLOWING)))
            break;
    }
    return false;
}

/* The party right behind a verb of visiting, or NULL. */
static const struct party *visited_party(const struct finder *finder, const struct act *act)
{
    const uint32_t behind = act->index + 1;
    return act->frame == FRAME_VISIT && clause_is(&finder->clause, behind, TYPE(PARTY)) &&
                   clause_governor(&finder->clause, behind) == 0
               ? party_members(clause_chunk(&finder->clause, behind)->of)->at[0]
               : NULL;
}

const struct annotation *act_state(const struct finder *finder, const struct act *act)
{
    const struct party *party = visited_party(finder, act);
    return party && party->type == PARTY_COUNTRY
               ? look_at(finder->document, party->name_begin, ANNOTATION_PLACE)
               : NULL;
}

const struct annotation *act_house_visited(const struct finder *finder, const struct act *act)
{
    const struct party *party = visited_party(finder, act);
    return party && party->type == PARTY_ORGANIZATION &&
                   look_at(finder->document, party->name_begin, LEXICON_DEMONYM)
               ? look_at(finder->document, party->name_begin, ANNOTATION_PLACE)
               : NULL;
}

static bool is_person(const struct finder *finder, uint32_t chunk)
{
    if (!clause_is(&finder->clause, chunk, TYPE(PARTY)))
        return false;
    const struct party *party = party_members(clause_chunk(&finder->clause, chunk)->of)->at[0];
    return party->type == PARTY_PERSON && !party->weak && !party->plural;
}

/* "visited Oslo on Monday together with B": who goes along, told behind verb, place and day, or
 * CLAUSE_NONE. */
static uint32_t fellow_of(const struct finder *finder, const struct act *act)
{
    const struct clause *clause = &finder->clause;
    const uint64_t between = TYPE(AT) | TYPE(PLACE) | TYPE(DATE) | TYPE(FROM) | TYPE(COMMA) |
                             TYPE(TO) | TYPE(TIME) | TYPE(PARTY);
    uint32_t i = act->index + 1;
    while (clause_is(clause, i, between) && !clause_is(clause, i, TYPE(WITH)))
        i++;
    return clause_is(clause, i, TYPE(WITH)) && is_person(finder, i + 1) ? i + 1 : CLAUSE_NONE;
}

/* "visited the Parliament, together with B": the list reads whom one visits and who goes along. */
static void take_fellows(const struct finder *finder, const struct act *act,
                         struct mention *mention)
{
    if (!clause_is(&finder->clause, act->index + 1, TYPE(PARTY)))
        return;
    const struct party_list *list =
        party_members(clause_chunk(&finder->clause, act->index + 1)->of);
    bool along = false;
    for (unsigned i = 1; i < list->count; i++) {
        along |= look_ends(finder->document, list->at[i]->begin, LEXICON_JOINT);
        if (along && list->at[i]->type == PARTY_PERSON)
            mention_take_party(mention, list->at[i], PART_ATTENDEE);
    }
}

void act_parties(const struct finder *finder, const struct act *act, struct mention *mention)
{
    const bool host = act->frame == FRAME_HOST || act->frame == FRAME_INVITE;
    const bool passive = act->verb->passive;
    enum part subject = PART_ATTENDEE, other = PART_ATTENDEE;
    if (passive && act->between != CLAUSE_NONE) {
        slot_parties(finder, mention, act->between, PART_ATTENDEE);
        return;
    }
    if (act->frame == FRAME_SEND) {
        send_parties(finder, act, mention);
        return;
    }
    if (host) {
        subject = passive ? PART_VISITOR : PART_HOST;
        other = passive ? PART_HOST : PART_VISITOR;
    } else if (act->frame == FRAME_VISIT || act->lexeme->kind == KIND_VISIT) {
        subject = PART_VISITOR;
        other = PART_HOST;
    } else if (act->frame == FRAME_CALL && act->lexeme->mode == MODE_IN_PERSON && !passive) {
        other = PART_HOST; /* "called on the king" */
    }
    if (!mention->place)
        mention->place = act_house_visited(finder, act);
    slot_parties(finder, mention, act->subject, subject);
    act_beside_subject(finder, act, mention);
    slot_pronoun(finder, mention, act->subject);
    mention->pronoun |= act->owned;
    mention->thing &= clause_finite(&finder->clause, act->index); /* "it was great to meet" */
    if (act->frame == FRAME_VISIT && passive && is_person(finder, act->agent))
        slot_like(finder, mention, act->agent, other); /* "est attendu lundi à Oslo par B" */
    if (act->frame == FRAME_VISIT) {
        slot_parties(finder, mention, fellow_of(finder, act), PART_ATTENDEE);
        take_fellows(finder, act, mention);
    }
    if (act->frame == FRAME_VISIT || act->frame == FRAME_JOINT)
        return;
    if (passive)
        slot_like(finder, mention, act->agent, other);
    else if (act->frame != FRAME_WITH)
        slot_like(finder, mention, act->object, other);
    slot_parties(finder, mention, act->with, PART_ATTENDEE);
}

uint64_t act_goes_to(const struct act *act)
{
    const bool calls = act->frame == FRAME_CALL; /* "called on Monday on B" */
    const bool visits = act->frame == FRAME_OBJECT && act->lexeme->kind == KIND_VISIT;
    return calls || visits || act->lexeme->frame == FRAME_GRANT ? TYPE(AT) : 0;
}

/* "la | préfecture", "l' | Élysée": whether the house or body at token stands for who governs. */
static bool is_seat(const struct document *document, uint32_t token)
{
    const struct annotation *head = look_at(document, token, LEXICON_ORGHEAD);
    const struct annotation *noun = look_at(document, token, LEXICON_ORGNOUN);
    const struct str sort = noun ? pack_column(document->pack, noun->value, 0) : STR("");
    return (head && BODY_GOVERNS(look_lexeme(document, head)->body)) ||
           str_equal(sort, STR("GOVERNMENT")) || str_equal(sort, STR("AGENCY")) ||
           look_at(document, token, LEXICON_INSTITUTION) || look_at(document, token, LEXICON_VENUE);
}

bool act_at_seat(const struct finder *finder, uint32_t verb)
{
    const struct document *document = finder->document;
    uint32_t t = clause_chunk(&finder->clause, verb)->end;
    for (; t + 1 < finder->sentence->end && !look_flag(document, t, TOKEN_PUNCT); t++) {
        if (look_at(document, t, ANNOTATION_VERB))
            break;
        if (document_is(document, t, CLASS(AT)) &&
            is_seat(document, t + 1 + document_is(document, t + 1, CLASS(DETERMINER))))
            return true;
    }
    return false;
}

bool act_is_received(const struct finder *finder, const struct act *act)
{
    const struct clause *clause = &finder->clause;
    const bool participle = act->verb->tense == TENSE_PP;
    const uint32_t agent = clause_after(clause, act->index, TYPE(PARTY), TYPE(BY));
    uint32_t by_at = act->index + 1; /* "received by", at the beginning "Received on Monday by" */
    while (act->index == 0 && clause_is(clause, by_at, TYPE(AT) | TYPE(DATE) | TYPE(PLACE)))
        by_at++;
    const bool past = act->verb->tense == TENSE_PAST && agent == by_at + 1;
    const bool by = agent != CLAUSE_NONE && (participle || past);
    return act->lexeme->frame == FRAME_HOST &&
           (by || (participle && act_at_seat(finder, act->index)));
}

/* The party that the relative pronoun at index stands for, or CLAUSE_NONE. */
static uint32_t told_of(const struct finder *finder, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    if (!clause_is(clause, index, TYPE(RELATIVE) | TYPE(SUBORDINATOR)) || index == 0 ||
        !document_is(finder->document, clause_chunk(clause, index)->begin, CLASS(RELATIVE)))
        return CLAUSE_NONE;
    uint32_t i = index - 1;
    while (i > 0 && clause_is(clause, i, TYPE(COMMA) | TYPE(WITH)))
        i--;
    return i < index - 1 && clause_is(clause, i, TYPE(PARTY)) ? i : CLAUSE_NONE;
}

/* "a reçu B, avec qui | il a évoqué": what he does with B is done there; not "flew to Oslo at the
 * invitation of B, with whom he will hold talks". */
static bool is_said_there(const struct finder *finder, uint32_t subject)
{
    return clause_is(&finder->clause, subject, TYPE(PRONOUN)) && finder->count > 0 &&
           kind_is_generic(finder->mentions[finder->count - 1]->kind);
}

void act_relative(const struct finder *finder, struct act *act)
{
    const struct clause *clause = &finder->clause;
    if (act->subject == CLAUSE_NONE)
        act->subject = act_members(finder, act);
    const uint32_t pronoun = act->subject - 1; /* ", whom A met", "whom he met" */
    const uint32_t party = act->subject == CLAUSE_NONE || act->subject == 0 || act->verb->passive
                               ? CLAUSE_NONE
                               : told_of(finder, pronoun);
    if (party == CLAUSE_NONE || !clause_is(clause, act->subject, TYPE(PARTY) | TYPE(PRONOUN)))
        return;
    if (clause_is(clause, pronoun - 1, TYPE(WITH))) {
        if (act->with == CLAUSE_NONE && !is_said_there(finder, act->subject))
            act->with = party;
    } else if (act->object == CLAUSE_NONE && !act->verb->reflexive) {
        act->object = party;
    }
}

uint32_t act_with_whom(const struct finder *finder, uint32_t subject)
{
    const struct clause *clause = &finder->clause;
    return !is_said_there(finder, subject) && subject != CLAUSE_NONE &&
                   clause_is(clause, subject - 1, TYPE(RELATIVE)) &&
                   clause_is(clause, subject - 2, TYPE(WITH))
               ? told_of(finder, subject - 1)
               : CLAUSE_NONE;
}

bool act_goes_on(const struct finder *finder, uint32_t verb, uint64_t types)
{
    for (uint32_t i = verb + 1; i < finder->clause.chunks.count; i++) {
        if (clause_is(&finder->clause, i, types))
            return true;
        if (clause_is(&finder->clause, i, TYPE(VERB) | TYPE(STOP) | TYPE(SUBORDINATOR)))
            break;
    }
    return false;
}
