#include "meeting/find/predicate.h"

#include "annotate/look.h"
#include "meeting/clause/status.h"
#include "meeting/find/governor.h"
#include "meeting/find/owner.h"
#include "meeting/find/predicate_aside.h"
#include "meeting/mention/occasion.h"

/* "talks over ending a strike", "over a border dispute": what the meeting is about, not what
 * becomes of it. */
static bool is_matter(const struct clause *clause, uint32_t index)
{
    const struct chunk *chunk = clause_chunk(clause, index), *before = chunk - 1;
    const struct verb *verb = clause_verb(clause, index);
    if (verb->tense == TENSE_GER)
        return clause_is(clause, index - 1,
                         TYPE(ABOUT) | TYPE(AT) | TYPE(OF) | TYPE(TO) | TYPE(BY)) &&
               before->end == chunk->begin;
    if (!verb->word || verb->word->tag != TAG_INF || verb->word->begin != chunk->begin)
        return false;
    for (uint32_t back = 1; back <= 2 && back <= chunk->begin; back++) {
        if (document_is(clause->document, chunk->begin - back, CLASS(INDEFINITE)))
            return true;
    }
    return false;
}

/* "des pourparlers pour discuter de la trêve ont commencé": what those who meet are to do there. */
static bool is_purpose(const struct finder *finder, uint32_t index)
{
    const struct verb *verb = clause_verb(&finder->clause, index);
    const bool aim = index > 0 && clause_is(&finder->clause, index - 1, TYPE(ABOUT)) &&
                     clause_chunk(&finder->clause, index - 1)->end ==
                         clause_chunk(&finder->clause, index)->begin; /* "pour relancer" */
    return verb->tense == TENSE_INF && verb->modality == MODALITY_NONE && !verb->passive &&
           (aim || finder_sense(finder, index) == SENSE_NONE || aside_has_object(finder, index));
}

/* Whether the verb at index is a participle right before the noun: "a planned meeting". */
static bool is_attribute(const struct finder *finder, uint32_t index, uint32_t noun)
{
    const enum tense tense = clause_verb(&finder->clause, index)->tense;
    return (tense == TENSE_PP || tense == TENSE_PAST) && index + 1 == noun &&
           clause_chunk(&finder->clause, index)->end == clause_chunk(&finder->clause, noun)->begin;
}

/* "début du cycle et la délégation attendue mardi": whether the participle at index is of another
 * than the noun at noun, joined to it. */
static bool is_of_joined(const struct clause *clause, uint32_t noun, uint32_t index)
{
    return clause_verb(clause, index)->tense == TENSE_PP && index == noun + 3 &&
           clause_is(clause, noun + 1, TYPE(AND)) && clause_is(clause, noun + 2, TYPE(PARTY));
}

/* The first verb behind index that can still speak of the noun; *ret_relative: a relative pronoun
 * stands before it.  What follows "at which" is another clause. */
static uint32_t verb_right(const struct finder *finder, uint32_t index, bool *ret_relative)
{
    const struct clause *clause = &finder->clause;
    const uint32_t behind = index + 1 + clause_is(clause, index + 1, TYPE(COMMA));
    /* "a discussion about a vote, which he hopes to hold": the vote. */
    bool other = clause_is(clause, index, TYPE(NOUN)) && finder->labels[index].about &&
                 clause_is(clause, behind, TYPE(RELATIVE)) &&
                 !clause_is(clause, behind + 1, TYPE(VERB));
    /* "opened the summit with the belief that goals set": not what "that" goes with. */
    const uint64_t beside = TYPE(COMMA) | TYPE(DATE) | TYPE(TIME) | TYPE(PLACE) | TYPE(AT) |
                            TYPE(TO) | TYPE(OF) | TYPE(PARTY) | TYPE(BETWEEN) | TYPE(AND) |
                            TYPE(ABOUT);
    bool near = clause_is(clause, index, TYPE(NOUN)), aim = false, with = near;
    *ret_relative = false;
    for (uint32_t i = index + 1; i < clause->chunks.count; i++) {
        if (clause_is(clause, i, TYPE(STOP) | TYPE(SUBORDINATOR) | TYPE(NOUN)))
            return CLAUSE_NONE;
        const bool pronoun = clause_is(clause, i, TYPE(RELATIVE));
        if (pronoun &&
            (clause_governor(clause, i) ||
             document_is(finder->document, clause_chunk(clause, i)->begin, CLASS(WHERE))))
            other = true;
        else if (pronoun && ((!near && !(with && aside_tells_of_meeting(finder, i))) ||
                             aside_of_another(finder, index, i) || aside_of_what(finder, i)))
            return CLAUSE_NONE;
        else if (pronoun)
            *ret_relative = true;
        near &= clause_is(clause, i, beside) && !clause_unread_verb(clause, i);
        with &= clause_is(clause, i, beside | TYPE(WITH)) && !clause_unread_verb(clause, i);
        if (!clause_is(clause, i, TYPE(VERB)) || is_matter(clause, i) ||
            is_of_joined(clause, index, i))
            continue;
        if (clause_is(clause, i + 1, TYPE(NOUN)) && is_attribute(finder, i, i + 1))
            return CLAUSE_NONE; /* "the talks come before a planned meeting": of the other */
        aim |= is_purpose(finder, i) || aside_of_visit(finder, index, i);
        if (aim && clause_verb(clause, i)->tense == TENSE_INF)
            continue; /* "talks on issues to be addressed at a summit" */
        if (!other)
            return i;
        other = !clause_finite(clause, i);
    }
    return CLAUSE_NONE;
}

/* Whether only adverbs part the verb from what is told before: "the talks, first planned". */
static bool is_right_behind(const struct finder *finder, uint32_t verb)
{
    uint32_t begin = clause_chunk(&finder->clause, verb)->begin;
    while (document_is(finder->document, begin - 1, CLASS(ADVERB)))
        begin--;
    return begin <= clause_chunk(&finder->clause, verb - 1)->end;
}

/* "due to open on Monday": what is to come, without "is". */
static bool is_bare_due(const struct clause *clause, uint32_t verb)
{
    const struct annotation *due =
        look_at(clause->document, clause_chunk(clause, verb)->begin, LEXICON_AUX);
    return due && due->tag == TAG_NONE && clause_verb(clause, verb)->modality == MODALITY_DUE;
}

/* "The talks scheduled for Friday were put off", "sought by A took place": a past form of planning
 * that has no object, with a finite verb to come, is a participle. */
static bool is_reduced(const struct finder *finder, uint32_t verb)
{
    const struct clause *clause = &finder->clause;
    const enum sense sense = finder_sense(finder, verb);
    const bool planned = (sense == SENSE_PLAN || sense == SENSE_EXPECT ||
                          (sense_is_of_people(sense) && clause_is(clause, verb + 1, TYPE(BY)))) &&
                         clause_verb(clause, verb)->tense == TENSE_PAST &&
                         !clause_verb(clause, verb)->passive;
    if ((!planned && !is_bare_due(clause, verb)) ||
        clause_is(clause, verb + 1, TYPE(PARTY) | TYPE(NOUN)) || verb == 0 ||
        !is_right_behind(finder, verb))
        return false;
    if (clause_governing_verb(clause, verb) != CLAUSE_NONE)
        return true; /* "called off a visit planned for June" */
    for (uint32_t i = verb + 1; i < clause->chunks.count; i++) {
        if (clause_is(clause, i, TYPE(STOP) | TYPE(SUBORDINATOR) | TYPE(RELATIVE) | TYPE(AND)))
            return false;
        if (clause_is(clause, i, TYPE(VERB)) && clause_finite(clause, i))
            return true;
    }
    return false;
}

/* "la réunion, prévue lundi, a été annulée", "s'est tenue mardi": the main verb that tells what
 * became of what the first planned. */
static uint32_t main_verb(const struct finder *finder, uint32_t noun, uint32_t first)
{
    const struct verb *plan = clause_verb(&finder->clause, first);
    const enum sense before = finder_sense(finder, first);
    bool relative;
    uint32_t verb = verb_right(finder, first, &relative);
    if (aside_ends_headline(finder, verb))
        return verb;
    while (verb != CLAUSE_NONE && !clause_finite(&finder->clause, verb) &&
           (is_reduced(finder, first) || aside_is_put_off(finder, verb)))
        verb = verb_right(finder, verb, &relative);
    const bool gathers = plan->tense == TENSE_GER && before == SENSE_HOLD; /* "réunissant A" */
    if (verb == CLAUSE_NONE || relative || !clause_finite(&finder->clause, verb) ||
        aside_of_other(finder, noun, verb) ||
        (clause_subject(&finder->clause, verb) != noun && !is_reduced(finder, first) && !gathers &&
         !aside_is_over(finder, first, verb)))
        return first;
    const enum sense sense = finder_sense(finder, verb);
    const bool off = verb_takes_back(finder, verb);
    const bool planned = before == SENSE_PLAN || before == SENSE_EXPECT ||
                         before == SENSE_POSTPONE || before == SENSE_MOVE ||
                         sense_is_of_people(before) || /* "proposed by A, took place" */
                         plan->modality == MODALITY_DUE;
    const bool took_place = sense == SENSE_HOLD || sense == SENSE_OPEN || sense == SENSE_CLOSE;
    const bool lasts = before == SENSE_HOLD && plan->tense == TENSE_PRES;
    const bool goes_on = sense == SENSE_RESUME || sense == SENSE_CONTINUE;
    return off || goes_on || (gathers && sense != SENSE_NONE) || ((planned || lasts) && took_place)
               ? verb
               : first;
}

/* "beside the summit scheduled for Monday", "spoke about the talks held in Oslo": a past form right
 * behind the noun, with a day or place and no object behind it, is a participle. */
static bool is_planned(const struct finder *finder, uint32_t noun, uint32_t verb)
{
    const uint32_t behind =
        verb + 1 + clause_is(&finder->clause, verb + 1, TYPE(AT) | TYPE(TO) | TYPE(ABOUT));
    const enum sense sense = finder_sense(finder, verb);
    return verb == noun + 1 && (sense == SENSE_PLAN || sense == SENSE_HOLD) &&
           clause_verb(&finder->clause, verb)->tense == TENSE_PAST &&
           clause_is(&finder->clause, behind, TYPE(DATE) | TYPE(PLACE)) &&
           clause_preposition(&finder->clause, noun) != CLAUSE_NONE;
}

/* "the talks to take place in Lima", "to open on Monday": what is to come, with no object. */
static bool goes_on_with_day(const struct finder *finder, uint32_t verb, enum sense sense)
{
    return (sense == SENSE_HOLD || sense == SENSE_OPEN) &&
           clause_is(&finder->clause, verb + 1, TYPE(AT) | TYPE(DATE) | TYPE(TIME) | TYPE(PLACE));
}

/* "la réunion s'est tenue", "la réunion prévue mardi", "le sommet que le pays accueillera". */
static bool predicate_right(const struct finder *finder, uint32_t noun, struct predicate *predicate)
{
    bool relative;
    uint32_t next = verb_right(finder, noun, &relative);
    if (next != CLAUSE_NONE && aside_is_since(finder, next))
        next = verb_right(finder, next, &relative);
    uint32_t main = aside_verb_behind(finder, noun);
    if (main == CLAUSE_NONE && relative)
        main = aside_verb_past(finder, noun);
    const uint32_t first = main == CLAUSE_NONE ? next : main;
    const enum sense sense = first == CLAUSE_NONE ? SENSE_NONE : finder_sense(finder, first);
    relative &= main == CLAUSE_NONE;
    if (sense == SENSE_NONE || aside_of_other(finder, noun, first) ||
        aside_attributes(finder, noun, first) ||
        (relative && aside_of_parties(finder, first, sense)))
        return false;
    if (clause_speaker_behind(&finder->clause, first) != CLAUSE_NONE)
        return false; /* "accueillera lundi le sommet, a annoncé le maire" */
    const struct verb *verb = clause_verb(&finder->clause, first);
    if (aside_aims(finder, first, sense) || aside_of_thing(finder, noun, first) ||
        aside_makes(finder, first, sense) || aside_calls(finder, first, sense))
        return false;
    const uint32_t behind = noun + 1 + clause_is(&finder->clause, noun + 1, TYPE(COMMA));
    const bool participle = verb->tense == TENSE_PP || is_planned(finder, noun, first) ||
                            is_reduced(finder, first) ||
                            aside_gathers(finder, noun, first, sense) ||
                            /* "the summit, to be held in", "to take place in" */
                            (verb->tense == TENSE_INF && first == behind &&
                             (verb->passive || goes_on_with_day(finder, first, sense)));
    bool subject = participle || first == main || clause_subject(&finder->clause, first) == noun;
    if (!subject && !relative)
        return false;
    if (relative && !participle && !verb->passive && !aside_takes_meeting(sense))
        subject = false;
    const uint32_t teller = participle || relative ? main_verb(finder, noun, first) : first;
    *predicate = (struct predicate){first, teller, subject, sense, verb};
    return true;
}

bool sense_done_at(enum sense sense)
{
    return sense == SENSE_ATTEND || sense == SENSE_CHAIR || sense == SENSE_MISS ||
           sense == SENSE_MEDIATE || sense == SENSE_HOLD || sense == SENSE_HOSTEVENT;
}

bool calls_off(enum sense sense)
{
    return sense == SENSE_CANCEL || sense == SENSE_POSTPONE || sense == SENSE_MOVE ||
           sense == SENSE_DENY || sense == SENSE_REFUSE;
}

bool predicate_attribute(const struct finder *finder, uint32_t noun)
{
    return noun > 1 && clause_is(&finder->clause, noun - 1, TYPE(VERB)) &&
           is_attribute(finder, noun - 1, noun);
}

/* "cancelled a planned meeting", "called off his planned", "did not hold a planned": the verb
 * before the participle at index that calls off what it planned, or index. */
static uint32_t off_before(const struct finder *finder, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    uint32_t i = index;
    while (i > 0 && clause_is(clause, i - 1, TYPE(POSSESSIVE) | TYPE(DATE)))
        i--;
    return i > 0 && verb_takes_back(finder, i - 1) ? i - 1 : index;
}

/* "there will be the opening of the forum": a noun made from a verb tells no tense. */
static bool is_deed(const struct finder *finder, uint32_t index)
{
    const uint32_t begin = clause_chunk(&finder->clause, index)->begin;
    return clause_verb(&finder->clause, index)->tense == TENSE_GER &&
           begin > finder->sentence->begin &&
           document_is(finder->document, begin - 1, CLASS(DETERMINER) | CLASS(MEETADJECTIVE));
}

/* "la tenue du sommet": a participle that is a noun; the verb before it tells. */
static bool is_nominal(const struct finder *finder, uint32_t index)
{
    const struct chunk *chunk = clause_chunk(&finder->clause, index);
    return chunk->type == CHUNK_VERB && clause_verb(&finder->clause, index)->tense == TENSE_PP &&
           chunk->begin > finder->sentence->begin &&
           document_is(finder->document, chunk->begin - 1, CLASS(DETERMINER)) &&
           document_is(finder->document, chunk->end, CLASS(OF));
}

/* "efforts set to dominate their talks", "a exclu d'anticiper la réunion": what is planned or ruled
 * out is what a verb says that no list has. */
static bool plans_other(const struct finder *finder, uint32_t index, enum sense sense)
{
    const struct document *document = finder->document;
    const uint32_t to = clause_chunk(&finder->clause, index)->end;
    const bool refuses = sense == SENSE_REFUSE || sense == SENSE_DENY;
    return (sense == SENSE_PLAN || sense == SENSE_EXPECT || refuses) &&
           to + 1 < finder->sentence->end &&
           document_is(document, to, refuses ? CLASS(TO) | CLASS(OF) : CLASS(TO)) &&
           look_flag(document, to + 1, TOKEN_WORD) && !look_flag(document, to + 1, TOKEN_CAPITAL) &&
           !document->first[to + 1] &&
           !document_is(document, to + 1, CLASS(DETERMINER) | CLASS(POSSESSIVE));
}

/* "a tenu une réunion", "ont assisté au sommet". */
static bool predicate_left(const struct finder *finder, uint32_t noun, struct predicate *predicate)
{
    const uint64_t between = TYPE(DATE) | TYPE(TIME) | TYPE(PLACE) | TYPE(AT) | TYPE(TO) |
                             TYPE(OF) | TYPE(MODE) | TYPE(SEQUENCE) | TYPE(POSSESSIVE) |
                             TYPE(PARTY) | TYPE(WITH) | TYPE(AND) | TYPE(NOUN) | TYPE(COMMA) |
                             TYPE(BY) | TYPE(ABOUT) | TYPE(CAPACITY) | TYPE(HOST);
    const bool at = aside_is_inside(finder, noun);
    const bool theirs =
        at && finder->labels[noun].possessive && kind_is_generic(finder->labels[noun].kind);
    for (uint32_t i = noun, other = 0; i-- > 0;) { /* other: a meeting stands between */
        other += i + 1 < noun && clause_is(&finder->clause, i, TYPE(NOUN));
        i = i + 1 == noun ? clause_aside(&finder->clause, i) : i;
        if (is_nominal(finder, i) || objective_behind(finder, i))
            continue; /* "a eu avec lui | un entretien" */
        if (clause_is(&finder->clause, i, TYPE(VERB))) {
            const enum sense sense = finder_sense(finder, i);
            const bool on = (at && finder->labels[noun].kind == KIND_VISIT &&
                             sense == SENSE_HOLD) || /* "held talks on a visit" */
                            visit_is_aside(finder, noun);
            if (sense == SENSE_NONE || (at && !sense_done_at(sense)) || on || is_deed(finder, i) ||
                plans_other(finder, i, sense) ||
                (theirs && other && clause_verb(&finder->clause, i)->tense == TENSE_INF))
                return false; /* "agreed to hold a summit at their talks" */
            const uint32_t teller = is_attribute(finder, i, noun) ? off_before(finder, i) : i;
            const enum sense told = predicate_sense(finder, teller, noun);
            *predicate = (struct predicate){teller, teller, false, told,
                                            clause_verb(&finder->clause, teller)};
            return true;
        }
        const bool since = clause_is(&finder->clause, i, TYPE(FROM)) && /* "withdrew today from" */
                           (clause_is(&finder->clause, i + 1, TYPE(DATE)) ||
                            clause_is(&finder->clause, i - 1, TYPE(DATE)));
        if ((!clause_is(&finder->clause, i, between) && !since && !aside_is_part(finder, i) &&
             !offer_before(finder, i)) ||
            (i > 0 && clause_is(&finder->clause, i, TYPE(AT)) &&
             clause_unread_verb(&finder->clause, i)))
            return false; /* "led the way and has been in talks" */
        /* Behind "with", "during" or "because of" the noun belongs to something else. */
        if ((i + 1 == noun && clause_is(&finder->clause, i, TYPE(WITH))) || aside_causes(finder, i))
            return false;
    }
    return false;
}

/* Whether the sense says that the meeting takes place or not, beyond that it is spoken of. */
static bool is_act(enum sense sense)
{
    return sense == SENSE_HOLD || sense == SENSE_OPEN || sense == SENSE_RESUME ||
           sense == SENSE_CONTINUE || sense == SENSE_ATTEND || sense == SENSE_CHAIR ||
           sense == SENSE_HOSTEVENT || sense == SENSE_POSTPONE || sense == SENSE_CANCEL;
}

/* "envoys trying to revive talks have gone": an infinitive stands right before the noun. */
static bool is_object(const struct finder *finder, uint32_t noun)
{
    if (noun == 0 || !clause_is(&finder->clause, noun - 1, TYPE(VERB)))
        return false;
    const struct verb *verb = clause_verb(&finder->clause, noun - 1);
    return verb->word && verb->word->tag == TAG_INF && !verb->passive &&
           clause_chunk(&finder->clause, noun - 1)->end ==
               clause_chunk(&finder->clause, noun)->begin;
}

struct predicate predicate_of(const struct finder *finder, uint32_t noun)
{
    struct predicate right = {.index = CLAUSE_NONE}, left = {.index = CLAUSE_NONE};
    bool relative;
    const bool found = predicate_right(finder, aside_joined_noun(finder, noun), &right);
    verb_right(finder, noun, &relative);
    /* "prendra part à un dîner offert par X" */
    const bool aside = found && !right.verb->passive &&
                       (right.verb->tense == TENSE_PP || is_reduced(finder, right.index) ||
                        (right.verb->tense == TENSE_GER &&
                         (right.sense == SENSE_OPEN || finder->labels[noun].kind == KIND_VISIT)) ||
                        aside_gathers(finder, noun, right.index, right.sense));
    if ((!found || relative || aside || is_object(finder, noun)) &&
        predicate_left(finder, noun, &left) &&
        (!found || ((is_act(left.sense) || calls_off(left.sense)) &&
                    !aside_only_plans(finder, &left, &right))))
        return left;
    return right;
}

struct predicate predicate_beside(const struct finder *finder, uint32_t noun,
                                  const struct predicate *predicate)
{
    struct predicate right = {.index = CLAUSE_NONE};
    if (predicate->index != CLAUSE_NONE && predicate->index <= noun)
        predicate_right(finder, noun, &right);
    return right;
}

bool predicate_prepares(const struct finder *finder, uint32_t noun)
{
    struct predicate left = {.index = CLAUSE_NONE};
    return predicate_left(finder, noun, &left) && left.sense == SENSE_PREPARE &&
           clause_is(&finder->clause, clause_subject(&finder->clause, left.index),
                     TYPE(PRONOUN) | TYPE(NOUN));
}
