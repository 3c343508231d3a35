#include "annotate/look.h"
#include "meeting/find/attribution.h"
#include "meeting/find/day.h"
#include "meeting/find/deed.h"
#include "meeting/find/owner.h"
#include "meeting/find/predicate.h"
#include "meeting/find/predicate_aside.h"
#include "meeting/find/travel.h"
#include "meeting/find/when.h"
#include "meeting/mention/occasion.h"

/* When and where: the dates, times and places (place.c) that a trigger claims in its clause. */

/* "Après le sommet, A a reçu lundi B", "…, A s'est rendu à Lomé", "…, A accueille lundi le forum":
 * whether the verb, behind a noun that only says when, has an object or an aim of its own. */
static bool is_deed_after(const struct finder *finder, uint32_t verb, uint32_t noun)
{
    const struct clause *clause = &finder->clause;
    const struct str when = clause_when(clause, clause_preposition(clause, noun));
    uint32_t object = verb + 1;
    while (clause_is(clause, object, TYPE(DATE) | TYPE(TIME)))
        object++;
    object += object > verb + 1 && clause_is(clause, object, TYPE(COMMA));
    const bool to = clause_is(clause, object, TYPE(AT) | TYPE(TO));
    return noun < verb && (str_equal(when, STR("AFTER")) || str_equal(when, STR("BEFORE"))) &&
           clause_finite(clause, verb) && !clause_verb(clause, verb)->passive &&
           clause_is(clause, verb - 1, TYPE(PARTY) | TYPE(PRONOUN)) &&
           ((to && clause_is(clause, object + 1, TYPE(PLACE))) ||
            clause_is(clause, object, TYPE(PARTY)) ||
            (kind_is_gathering(finder->labels[noun].kind) &&
             clause_is(clause, object + to, TYPE(NOUN)) &&
             sense_done_at(finder_sense(finder, verb))));
}

/* "A, qui est en visite au Togo, a été reçu mardi par B", "…, a reçu mardi B": whether the verb
 * tells who received whom. */
static bool is_reception(const struct finder *finder, uint32_t verb)
{
    const struct clause *clause = &finder->clause;
    const struct annotation *word =
        verb_reading(finder->document, clause_verb(clause, verb), LEXICON_MEETVERB);
    uint32_t object = verb + 1;
    while (clause_is(clause, object, TYPE(DATE) | TYPE(TIME)))
        object++;
    return word && look_lexeme(finder->document, word)->frame == FRAME_HOST &&
           (clause_verb(clause, verb)->passive || clause_is(clause, object, TYPE(PARTY))) &&
           clause_finite(clause, verb) &&
           clause_is(clause, clause_subject(clause, verb), TYPE(PARTY) | TYPE(PRONOUN));
}

/* Whether the chunk tells a meeting of its own: a noun, or a verb of meeting that doesn't just say
 * something of one that a noun tells. */
static bool is_trigger(const struct finder *finder, uint32_t index, uint32_t noun)
{
    if (!clause_is(&finder->clause, index, TYPE(VERB)))
        return clause_is(&finder->clause, index, TYPE(NOUN)) && !noun_is_manner(finder, index);
    const enum sense sense = finder_sense(finder, index);
    const bool after = noun != CLAUSE_NONE && is_deed_after(finder, index, noun);
    if (noun != CLAUSE_NONE && sense != SENSE_NONE && !after &&
        !(index > noun && is_reception(finder, index)) &&
        clause_after(&finder->clause, index, TYPE(NOUN) | TYPE(PARTY), TYPE(WITH)) == CLAUSE_NONE)
        return false;
    return (after && sense_done_at(sense)) ||
           verb_reading(finder->document, clause_verb(&finder->clause, index), LEXICON_MEETVERB);
}

/* "B a participé par visioconférence", "opened the meeting by video link": others need not have. */
static bool is_of_one_there(const struct finder *finder, const struct mention *mention,
                            uint32_t index)
{
    const bool known = mention->label.definite && !mention->label.indefinite;
    const uint32_t verb = index - 1 - clause_is(&finder->clause, index - 1, TYPE(NOUN));
    const enum sense sense = finder_sense(finder, verb); /* NONE, where there is no such chunk */
    return (sense == SENSE_ATTEND || (sense == SENSE_OPEN && verb + 2 == index)) &&
           (known || clause_is(&finder->clause, verb - 1, TYPE(RELATIVE))); /* "auquel …" */
}

static void take(struct finder *finder, struct mention *mention, uint32_t index, bool right)
{
    struct chunk *chunk = &finder->clause.chunks.at[index];
    if (chunk->type == CHUNK_TIME && !mention->time && !chunk->taken) {
        mention->time = chunk->of;
        chunk->taken = true;
    } else if (chunk->type == CHUNK_PLACE) {
        slot_place(finder, mention, index, right);
    } else if (chunk->type == CHUNK_MODE && !is_of_one_there(finder, mention, index)) {
        mention->mode = look_lexeme(finder->document, chunk->of)->mode;
        mention->official &= !mention->spoken; /* "spoke to B by telephone" */
    }
}

/* "Thursday's summit", "the May 16 call": the day belongs to the meeting told behind it. */
static bool is_of_next(const struct finder *finder, uint32_t index)
{
    const struct chunk *chunk = clause_chunk(&finder->clause, index);
    const bool beside = clause_is(&finder->clause, index + 1, TYPE(NOUN)) &&
                        clause_chunk(&finder->clause, index + 1)->begin == chunk->end;
    return clause_is(&finder->clause, index + 1, TYPE(NOUN)) &&
           (look_clitic(finder->document, chunk->end) ||
            (beside && chunk->begin > finder->sentence->begin &&
             document_is(finder->document, chunk->begin - 1,
                         CLASS(DETERMINER) | CLASS(POSSESSIVE))));
}

/* "on Tuesday proposed a meeting": the day before such a verb is its own. */
static bool keeps_day(enum sense sense)
{
    return sense == SENSE_PROPOSE || sense == SENSE_ANNOUNCE || sense == SENSE_AGREE ||
           sense == SENSE_CONFIRM || sense == SENSE_CANCEL || sense == SENSE_POSTPONE ||
           sense == SENSE_PLAN || sense == SENSE_PREPARE || sense == SENSE_REFUSE ||
           sense == SENSE_DENY;
}

/* The sense of the verb whose object the noun is: "ended a summit on Thursday". */
static enum sense sense_before(const struct finder *finder, uint32_t noun)
{
    const uint64_t between = TYPE(POSSESSIVE) | TYPE(SEQUENCE) | TYPE(MODE) | TYPE(TIME);
    uint32_t i = noun;
    if (noun_deed(finder, noun) == SENSE_POSTPONE)
        return SENSE_POSTPONE; /* "le report du sommet au 3 mai" */
    while (i > 0 && clause_is(&finder->clause, i - 1, between))
        i--;
    return i > 0 && clause_is(&finder->clause, i - 1, TYPE(VERB)) ? finder_sense(finder, i - 1)
                                                                  : SENSE_NONE;
}

/* What a verb beside the date says: "ended on Thursday", "on Thursday ended". */
static enum sense sense_around(const struct finder *finder, uint32_t date)
{
    uint32_t verb = date;
    while (verb > 0 && clause_is(&finder->clause, verb - 1, TYPE(AT) | TYPE(TO)))
        verb--; /* "a reporté à juillet sa visite" */
    const enum sense before = verb ? finder_sense(finder, verb - 1) : SENSE_NONE;
    return before == SENSE_NONE && finder_sense(finder, date + 1) == SENSE_CLOSE ? SENSE_CLOSE
                                                                                 : before;
}

/* "a discussion about a vote, which she wants in May": what follows is told of the vote; "le
 * colloque, consacré au sommet prévu en mai, a eu lieu": of the colloquium again. */
static bool is_matter(const struct finder *finder, uint32_t index, uint32_t noun)
{
    if (noun != CLAUSE_NONE && clause_is(&finder->clause, index, TYPE(VERB)) &&
        aside_of_other(finder, noun, index))
        return true;
    return noun != CLAUSE_NONE && finder->labels[noun].about &&
           clause_is(&finder->clause, index, TYPE(RELATIVE)) &&
           !clause_is(&finder->clause, index + 1, TYPE(VERB)) &&
           index <= noun + 1 + clause_is(&finder->clause, noun + 1, TYPE(COMMA));
}

/* "a reçu X lundi pour préparer les pourparlers": what stands before the aim is not its own. */
static bool is_aim_of(const struct finder *finder, const struct mention *mention, uint32_t verb)
{
    const enum sense sense = finder_sense(finder, verb);
    return verb > 0 && clause_verb(&finder->clause, verb)->tense == TENSE_INF &&
           sense != SENSE_ATTEND && sense != SENSE_CHAIR &&
           (sense != SENSE_HOLD || mention->kind != KIND_VISIT) && /* "to pay a visit" */
           document_is(finder->document, clause_chunk(&finder->clause, verb)->begin - 1,
                       CLASS(ABOUT));
}

/* ", a annoncé samedi à Lyon X,": just behind what says who says it; index: nobody does there. */
static uint32_t behind_speaker(const struct finder *finder, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    const uint32_t comma = /* ", a-t-il annoncé" */
        index < 2 ? index - 1 : index - 1 - clause_is(clause, index - 1, TYPE(PRONOUN));
    if (index == 0 || !clause_is(clause, index, TYPE(VERB)) || !clause_finite(clause, index) ||
        !clause_is(clause, comma, TYPE(COMMA)) ||
        !verb_reading(finder->document, clause_verb(clause, index), LEXICON_SPEECHVERB) ||
        clause_verb(clause, index)->passive)
        return index;
    while (index < clause->chunks.count && !clause_is(clause, index, TYPE(COMMA)))
        index++;
    return index;
}

/* "met X, who is visiting Lima, on Monday": whether the verb only tells where X is for now. */
static bool is_stay(const struct finder *finder, uint32_t verb)
{
    if (!clause_is(&finder->clause, verb, TYPE(VERB)) ||
        clause_verb(&finder->clause, verb)->tense != TENSE_PRES)
        return false;
    const struct annotation *word =
        verb_reading(finder->document, clause_verb(&finder->clause, verb), LEXICON_MEETVERB);
    return word && look_lexeme(finder->document, word)->frame == FRAME_VISIT;
}

/* "avec X, qui dirige la banque depuis mai, lundi": the chunk behind what a relative clause tells
 * of a party, to the next comma, or of the noun beside another meeting, to the verb; or index. */
static uint32_t skip_aside(const struct finder *finder, uint32_t index, uint32_t noun)
{
    const struct clause *clause = &finder->clause;
    const uint32_t main = noun == CLAUSE_NONE ? CLAUSE_NONE : aside_verb_from(finder, noun, index);
    if (main != CLAUSE_NONE && index < main)
        return main;
    if (!clause_is(clause, index, TYPE(RELATIVE)))
        return index;
    const bool governed = clause_governor(clause, index) != 0; /* "avec lequel" */
    const uint32_t of = index - 1 - (clause_is(clause, index - 1, TYPE(COMMA)) && index > 1);
    const uint32_t does = index + 1 + clause_is(clause, index + 1, TYPE(PARTY)); /* "| A attends" */
    if (index < 2 || clause_is(clause, of, TYPE(NOUN)) ||
        (noun != CLAUSE_NONE && (governed || finder_sense(finder, does) != SENSE_NONE)) ||
        (is_trigger(finder, index + 1, CLAUSE_NONE) && !is_stay(finder, index + 1)))
        return index;
    const uint64_t ends = governed ? TYPE(STOP) : TYPE(COMMA) | TYPE(STOP);
    for (index++; index < clause->chunks.count && !clause_is(clause, index, ends);)
        index++;
    return index;
}

/* "said so on Monday while receiving B": the word at index joins what is done at one time. */
static bool is_meanwhile(const struct finder *finder, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    return clause_is(clause, index, TYPE(SUBORDINATOR)) &&
           clause_is(clause, index + 1, TYPE(VERB)) &&
           clause_verb(clause, index + 1)->tense == TENSE_GER;
}

/* "in Rome, where": the relative of place, behind a verb or a town; not "la réunion, où". */
static bool is_where(const struct finder *finder, const struct mention *mention, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    const uint32_t town = index - 1 - clause_is(clause, index - 1, TYPE(COMMA));
    return clause_is_where(clause, index) &&
           (mention->verb || clause_is(clause, town, TYPE(PLACE)));
}

/* "a achevé lundi sa": the day between the verb and its meeting; "at Thursday's meeting". */
static void slot_day_between(struct finder *finder, struct mention *mention, uint32_t index)
{
    const enum sense sense = finder_sense(finder, index - 2);
    const bool behind = clause_is(&finder->clause, index - 2, TYPE(VERB)) && !keeps_day(sense);
    if (clause_is(&finder->clause, index - 1, TYPE(DATE)) && !mention->verb &&
        (behind || is_of_next(finder, index - 1)))
        slot_date(finder, mention, index - 1, sense == SENSE_CLOSE ? SENSE_CLOSE : SENSE_NONE);
}

/* "La réunion fait suite à des heurts à Lima", "ce sommet intervient deux jours après": whether the
 * words before the chunk at index say that what follows is told of something else. */
static bool is_backdrop(const struct finder *finder, uint32_t index, uint32_t noun)
{
    const struct clause *clause = &finder->clause;
    if (noun == CLAUSE_NONE || index <= noun || index >= clause->chunks.count)
        return false;
    for (uint32_t t = clause_chunk(clause, index - 1)->end; t < clause_chunk(clause, index)->begin;
         t++) {
        const struct annotation *words = look_at(finder->document, t, LEXICON_FALSEFRIEND);
        if (look_says(finder->document, words, STR("BACKDROP")))
            return true;
    }
    return clause_is(clause, index, TYPE(VERB)) && finder_sense(finder, index) == SENSE_ATTEND &&
           clause_finite(clause, index) && !clause_verb(clause, index)->passive &&
           !clause_is(clause, index - 1, TYPE(RELATIVE)) && clause_subject(clause, index) == noun;
}

/* "will leave for | a visit to Peru": whether the verb's mention goes on with its own noun. */
static bool is_own_noun(const struct finder *finder, const struct mention *mention, uint32_t index,
                        uint32_t noun)
{
    return mention->verb && mention->kind == KIND_VISIT && noun == index + 1 &&
           clause_is(&finder->clause, noun, TYPE(NOUN)) && finder->labels[noun].kind == KIND_VISIT;
}

/* Whether the chunk at i ends what is told behind the meeting's word at index.  Each sort of chunk
 * is asked for no more than it can be: this goes through all of them for each meeting. */
static bool ends_behind(const struct finder *finder, const struct mention *mention, uint32_t index,
                        uint32_t i, uint32_t noun)
{
    switch (clause_chunk(&finder->clause, i)->type) {
    case CHUNK_STOP:
    case CHUNK_SUBORDINATOR:
        return true;
    case CHUNK_VERB:
        return is_trigger(finder, i, noun) || is_matter(finder, i, noun) ||
               clause_is_sequel(&finder->clause, i) || verb_is_later(finder, mention, i);
    case CHUNK_NOUN:
        return is_trigger(finder, i, noun);
    case CHUNK_COMMA:
        return begins_attribution(finder, i) || ends_relative(finder, mention, index, i);
    case CHUNK_RELATIVE: /* "se rendra à Lomé, où elle suivra lundi le sommet" */
        return is_matter(finder, i, noun) || is_of_other(finder, index, i) ||
               is_where(finder, mention, i);
    case CHUNK_FOLLOWING:
        return clause_is_unread_sequel(&finder->clause, i);
    case CHUNK_DATE:
    case CHUNK_PLACE:
        return held_next(finder, i);
    default:
        return false;
    }
}

/* What stands behind the meeting's word at index in its clause; noun: that word, if it is one. */
static void slot_behind(struct finder *finder, struct mention *mention, uint32_t index,
                        uint32_t noun)
{
    enum sense sense = mention->verb ? SENSE_NONE : sense_before(finder, index);
    if (clause_is(&finder->clause, index, TYPE(VERB)) && !mention->verb)
        sense = finder_sense(finder, index);
    const uint32_t stage = stage_behind(finder, index);
    for (uint32_t i = index + 1; i < finder->clause.chunks.count; i++) {
        if (is_own_noun(finder, mention, index, i))
            continue;
        i = skip_aside(finder, behind_speaker(finder, i), noun);
        if (i >= finder->clause.chunks.count || i == stage ||
            ends_behind(finder, mention, index, i, noun) || is_backdrop(finder, i, noun))
            break;
        const bool date = clause_is(&finder->clause, i, TYPE(DATE));
        if (date && (is_of_next(finder, i) || day_is_of_next(finder, i)))
            break;
        if (date && (day_is_of_text(finder, i) ||
                     (clause_is(&finder->clause, i - 1, TYPE(VERB) | TYPE(AT)) &&
                      day_is_of_deed(finder, i))))
            continue;
        if (clause_is(&finder->clause, i, TYPE(VERB))) {
            if (is_attribution(finder, index, i))
                break;
            drop_former_place(finder, mention, index, i);
            sense = sense_of_course(finder, i, noun);
        } else if (date)
            slot_date(finder, mention, i, sense);
        else
            take(finder, mention, i, true);
    }
}

/* "spoke on Monday by phone, may meet": whether the MODE chunk is how the meeting before it is
 * held. */
static bool is_mode_before(const struct finder *finder, uint32_t mode, uint32_t noun)
{
    const uint64_t between = TYPE(DATE) | TYPE(TIME) | TYPE(AT) | TYPE(WITH) | TYPE(PARTY);
    uint32_t i = mode;
    if (!clause_is(&finder->clause, mode, TYPE(MODE)))
        return false;
    while (i > 0 && clause_is(&finder->clause, i - 1, between))
        i--;
    return i > 0 && is_trigger(finder, i - 1, noun);
}

static void slot_before(struct finder *finder, struct mention *mention, uint32_t index,
                        uint32_t noun)
{
    /* "ont décidé lundi en conseil": what is done at it is done on its day. */
    const bool at =
        noun != CLAUSE_NONE && (noun_is_at(finder, noun) || aside_is_inside(finder, noun));
    bool there = false; /* "left on Tuesday for Rome, where he will meet B": the day is not B's */
    mention->recalled = noun != CLAUSE_NONE && !at && noun_is_spoken_of(finder, noun);
    /* "came home on Monday after a visit", "thanked on Monday B, on a visit": not on that day */
    const bool gone =
        (mention->gone && mention->kind == KIND_VISIT && slot_days(finder, index, false) <= 1) ||
        (noun != CLAUSE_NONE && visit_is_aside(finder, noun));
    bool said = mention->recalled; /* "a spokesman in Oslo said A met B": where it is told */
    bool told = false;             /* "on Monday she said A would meet B": when that was told */
    for (uint32_t i = index; i-- > 0;) {
        if (is_meanwhile(finder, i) || is_mode_before(finder, i, noun))
            continue;
        i = aside_frame_before(finder, i);
        if (clause_is(&finder->clause, i, CLAUSE_LIMITS) ||
            (is_trigger(finder, i, noun) && !travels_to_meet(finder, i)))
            break;
        if (travels_to_meet(finder, i) && !there)
            slot_day_inside(finder, mention, i);
        there |= mention->status == STATUS_SCHEDULED && is_where_gone(finder, i);
        if (clause_is(&finder->clause, i, TYPE(VERB))) {
            if ((keeps_day(finder_sense(finder, i)) && !at) || is_aim_of(finder, mention, i))
                break;
            said |= verb_tells(finder, i) && !at;
            told |= !at && verb_told_of_ahead(finder, mention, i);
        }
        if ((said && clause_is(&finder->clause, i, TYPE(PLACE))) ||
            (told && clause_is(&finder->clause, i, TYPE(DATE))))
            continue;
        if (!clause_is(&finder->clause, i, TYPE(DATE)))
            take(finder, mention, i, false);
        else if (day_is_of_holding(finder, i))
            slot_date(finder, mention, i, SENSE_NONE);
        else if (!there && !mention->recalled && !gone && !is_day_of_travel(finder, i) &&
                 !day_is_of_text(finder, i) && !day_is_of_saying(finder, i, index))
            slot_date(finder, mention, i, at ? SENSE_NONE : sense_around(finder, i));
    }
}

void slot_circumstances(struct finder *finder, struct mention *mention, uint32_t index)
{
    const uint32_t noun = clause_is(&finder->clause, index, TYPE(NOUN)) ? index : CLAUSE_NONE;
    take_return(finder, mention, index);
    slot_where(finder, mention, index);
    slot_day_inside(finder, mention, index - (noun != CLAUSE_NONE && index > 0));
    slot_day_between(finder, mention, index);
    slot_behind(finder, mention, index, noun);
    slot_before(finder, mention, index, noun);
    slot_when(finder, mention, index);
    slot_day_of_clause(finder, mention, index);
    if (noun != CLAUSE_NONE)
        slot_meant(finder, mention);
    if (!mention->place)
        slot_there(finder, mention, index);
}
