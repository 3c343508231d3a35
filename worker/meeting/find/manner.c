#include "annotate/look.h"
#include "meeting/find/act.h"
#include "meeting/find/find.h"
#include "meeting/find/governor.h"
#include "meeting/find/predicate.h"
#include "meeting/find/when.h"
#include "meeting/mention/occasion.h"

/*
 * Nouns that only say how the verb of meeting before them is done: "se réunira en session",
 * "arrived for an official visit", "will gather in Victoria for a seminar".  They tell no meeting
 * of their own; the verb's meeting takes their kind and name.
 */

static const struct lexeme *frame_of(const struct finder *finder, uint32_t verb)
{
    const struct annotation *word =
        verb_reading(finder->document, clause_verb(&finder->clause, verb), LEXICON_MEETVERB);
    return word ? look_lexeme(finder->document, word) : NULL;
}

static bool is_coming(const struct lexeme *verb)
{
    return verb->frame == FRAME_VISIT || verb->frame == FRAME_ARRIVE || verb->frame == FRAME_STAY;
}

/* "met A for talks", "will host A for a meeting". */
static bool is_meeting(const struct lexeme *verb)
{
    return verb->frame == FRAME_JOINT || verb->frame == FRAME_OBJECT || verb->frame == FRAME_HOST;
}

/* "Botanists gathered for the congress": nobody known. */
static bool has_known_subject(const struct finder *finder, uint32_t verb)
{
    const uint32_t subject = clause_subject(&finder->clause, verb);
    return subject != CLAUSE_NONE &&
           !(clause_is(&finder->clause, subject, TYPE(PARTY)) &&
             party_members(clause_chunk(&finder->clause, subject)->of)->at[0]->weak);
}

/* "se réunira en session", "met in a special session", "met at its regular meeting": right behind
 * the verb. */
static uint32_t verb_beside(const struct finder *finder, uint32_t noun)
{
    const struct clause *clause = &finder->clause;
    const bool participle = predicate_attribute(finder, noun); /* "their scheduled meeting" */
    uint32_t at = noun - 1 - participle;
    const bool own = at > 0 && at < noun && clause_is(clause, at, TYPE(POSSESSIVE));
    at -= own;
    const bool sits = noun < clause->chunks.count && finder->labels[noun].kind == KIND_SESSION;
    if (noun < 2 || at == 0 || at >= noun || !clause_is(clause, at, TYPE(AT)) ||
        !clause_is(clause, at - 1, TYPE(VERB)) ||
        (!own && !sits && clause_chunk(clause, at)->end != clause_chunk(clause, noun)->begin))
        return CLAUSE_NONE;
    const struct lexeme *verb = frame_of(finder, at - 1);
    return verb && (verb->frame == FRAME_JOINT || ((own || sits) && verb->frame == FRAME_OBJECT))
               ? at - 1
               : CLAUSE_NONE;
}

/* "se sont vus pour leur deuxième sommet": the word for an aim before the possessive, or
 * CLAUSE_NONE. */
static uint32_t aim_before(const struct finder *finder, uint32_t noun)
{
    const struct clause *clause = &finder->clause;
    uint32_t i = noun;
    while (i > 0 && clause_is(clause, i - 1, TYPE(POSSESSIVE) | TYPE(SEQUENCE)))
        i--;
    return i > 0 && clause_is(clause, i, TYPE(POSSESSIVE)) &&
                   clause_is(clause, i - 1, TYPE(ABOUT)) &&
                   clause_chunk(clause, i - 1)->end == clause_chunk(clause, i)->begin
               ? i - 1
               : CLAUSE_NONE;
}

/* The verb whose aim the noun is, or what such a chunk as governor says, behind when and where; or
 * CLAUSE_NONE. */
static uint32_t verb_before(const struct finder *finder, uint32_t noun, uint64_t governor)
{
    const struct clause *clause = &finder->clause;
    const uint64_t between = TYPE(DATE) | TYPE(TIME) | TYPE(PLACE) | TYPE(AT) | TYPE(TO) |
                             TYPE(FROM) | TYPE(MODE) | TYPE(OF) | TYPE(PARTY) | TYPE(WITH) |
                             TYPE(AND) | TYPE(COMMA);
    const uint32_t aim = governor & TYPE(ABOUT) ? aim_before(finder, noun) : CLAUSE_NONE;
    if (aim == CLAUSE_NONE && !(clause_governor(clause, noun) & governor))
        return CLAUSE_NONE;
    const uint32_t preposition = aim == CLAUSE_NONE ? clause_preposition(clause, noun) : aim;
    for (uint32_t i = preposition == CLAUSE_NONE ? noun - 1 : preposition; i-- > 0;) {
        if (clause_is(clause, i, TYPE(VERB)))
            return i;
        const bool goal =
            clause_is(clause, i, TYPE(ABOUT)) && clause_is(clause, i + 1, TYPE(PLACE));
        if (!goal && !clause_is(clause, i, between))
            return CLAUSE_NONE; /* but "s'envoler pour Lima pour une réunion" */
    }
    return CLAUSE_NONE;
}

/* "est arrivé lundi à Lyon pour une visite", "met A for talks". */
static uint32_t verb_aiming(const struct finder *finder, uint32_t noun)
{
    const uint32_t index = verb_before(finder, noun, TYPE(ABOUT));
    const struct lexeme *verb = index == CLAUSE_NONE ? NULL : frame_of(finder, index);
    if (!verb)
        return CLAUSE_NONE;
    const bool visit =
        look_lexeme(finder->document, clause_chunk(&finder->clause, noun)->of)->kind == KIND_VISIT;
    const bool fits =
        visit ? is_coming(verb) && act_goes_on(finder, index, TYPE(PLACE)) : is_meeting(verb);
    const bool tells = verb->frame != FRAME_JOINT || has_known_subject(finder, index);
    return fits && tells ? index : CLAUSE_NONE;
}

uint32_t noun_traveller(const struct finder *finder, uint32_t noun)
{
    uint32_t index = verb_before(finder, noun, TYPE(ABOUT));
    if (index == CLAUSE_NONE && kind_is_gathering(finder->labels[noun].kind)) {
        index = verb_before(finder, noun, TYPE(AT) | TYPE(TO)); /* "se rendra lundi au sommet" */
        if (index != CLAUSE_NONE && (!clause_verb(&finder->clause, index)->reflexive ||
                                     clause_verb(&finder->clause, index)->negative))
            return CLAUSE_NONE;
    }
    const struct lexeme *verb = index == CLAUSE_NONE ? NULL : frame_of(finder, index);
    return verb && is_coming(verb) ? index : CLAUSE_NONE;
}

uint32_t noun_inviter(const struct finder *finder, uint32_t noun)
{
    const uint32_t index = verb_before(finder, noun, TYPE(ABOUT));
    const struct lexeme *verb = index == CLAUSE_NONE ? NULL : frame_of(finder, index);
    return verb && verb->frame == FRAME_INVITE ? index : CLAUSE_NONE;
}

/* Whether the chunk before the noun says that the clause happens at its meeting, or is it: "dans le
 * cadre de", "lors de", not "en marge de". */
static bool is_frame(const struct finder *finder, uint32_t noun)
{
    const struct clause *clause = &finder->clause;
    const uint32_t index = clause_preposition(clause, noun);
    if (clause_is(clause, index, TYPE(FOLLOWING)))
        return str_equal(clause_when(clause, index), STR("DURING"));
    return clause_is_frame(clause, index);
}

/* "agreed to meet again during their talks": whether the talks are where that was agreed upon. */
static bool is_where_agreed(const struct finder *finder, uint32_t verb, const struct label *label)
{
    struct governor governor;
    return label->possessive && kind_is_generic(label->kind) &&
           clause_verb(&finder->clause, verb)->tense == TENSE_INF &&
           governor_of(finder, verb, &governor) && governor.sense == SENSE_AGREE && governor.verb &&
           governor.verb->modality == MODALITY_NONE &&
           (governor.verb->tense == TENSE_PAST || governor.verb->tense == TENSE_PRES);
}

/* "se réunissent lundi à Lyon dans le cadre d'une rencontre", "lors de leur assemblée": the frame
 * is the meeting itself. */
static uint32_t verb_framed(const struct finder *finder, uint32_t noun)
{
    const struct label *label = &finder->labels[noun];
    const bool own = (label->indefinite || label->possessive) && is_frame(finder, noun);
    const uint32_t index =
        own ? verb_before(finder, noun, TYPE(SIDELINE) | TYPE(FOLLOWING)) : CLAUSE_NONE;
    const struct lexeme *verb = index == CLAUSE_NONE ? NULL : frame_of(finder, index);
    const bool guests = /* "reçoit ses homologues lors d'un sommet" */
        verb && verb->frame == FRAME_HOST && label->indefinite && label->kind == KIND_SUMMIT;
    const bool joint =
        verb && (guests || verb->frame == FRAME_JOINT ||
                 (verb->frame == FRAME_OBJECT && clause_verb(&finder->clause, index)->reflexive));
    return joint && has_known_subject(finder, index) && !is_where_agreed(finder, index, label)
               ? index
               : CLAUSE_NONE;
}

/* "met A and B in separate meetings": that each had his own. */
static uint32_t verb_parted(const struct finder *finder, uint32_t noun)
{
    const uint32_t word = clause_chunk(&finder->clause, noun)->of->begin;
    if (!finder->labels[noun].plural || !document_is(finder->document, word - 1, CLASS(APART)))
        return CLAUSE_NONE;
    const uint32_t index = verb_before(finder, noun, TYPE(AT));
    const struct lexeme *verb = index == CLAUSE_NONE ? NULL : frame_of(finder, index);
    return verb && (is_meeting(verb) || verb->frame == FRAME_WITH) ? index : CLAUSE_NONE;
}

/* "called on B on a courtesy visit": as what he came, unless it is told where to. */
static uint32_t verb_calling(const struct finder *finder, uint32_t noun)
{
    const struct clause *clause = &finder->clause;
    if (finder->labels[noun].kind != KIND_VISIT || !finder->labels[noun].indefinite ||
        clause_is(clause, noun + 1, TYPE(TO) | TYPE(AT) | TYPE(PLACE)))
        return CLAUSE_NONE;
    const uint32_t index = verb_before(finder, noun, TYPE(AT));
    const struct lexeme *verb = index == CLAUSE_NONE ? NULL : frame_of(finder, index);
    return verb && verb->frame == FRAME_CALL && verb->mode == MODE_IN_PERSON ? index : CLAUSE_NONE;
}

/* "s'est réunie mercredi en conseil des ministres": as what they sat. */
static uint32_t verb_sitting(const struct finder *finder, uint32_t noun)
{
    const struct clause *clause = &finder->clause;
    const uint32_t as = clause_preposition(clause, noun);
    const bool bare =
        as != CLAUSE_NONE && clause_chunk(clause, as)->end == clause_chunk(clause, noun)->begin &&
        !document_is(finder->document, clause_chunk(clause, as)->begin, CLASS(DETERMINER));
    const uint32_t index = bare ? verb_before(finder, noun, TYPE(AT)) : CLAUSE_NONE;
    const struct lexeme *verb = index == CLAUSE_NONE ? NULL : frame_of(finder, index);
    return verb && verb->frame == FRAME_JOINT && clause_verb(clause, index)->reflexive
               ? index
               : CLAUSE_NONE;
}

static uint32_t verb_of(const struct finder *finder, uint32_t noun)
{
    uint32_t verb = verb_beside(finder, noun);
    verb = verb == CLAUSE_NONE ? verb_sitting(finder, noun) : verb;
    verb = verb == CLAUSE_NONE ? verb_aiming(finder, noun) : verb;
    verb = verb == CLAUSE_NONE ? verb_framed(finder, noun) : verb;
    verb = verb == CLAUSE_NONE ? verb_calling(finder, noun) : verb;
    return verb == CLAUSE_NONE ? verb_parted(finder, noun) : verb;
}

bool noun_is_manner(const struct finder *finder, uint32_t noun)
{
    return verb_of(finder, noun) != CLAUSE_NONE;
}

/* "welcomed B to Berlin for talks": whether a place stands between as where the guest came. */
static bool welcomes_to(const struct finder *finder, uint32_t verb, uint32_t noun)
{
    for (uint32_t i = verb + 1; i < noun; i++) {
        if (clause_is(&finder->clause, i, TYPE(PLACE)) &&
            clause_is(&finder->clause, i - 1, TYPE(TO) | TYPE(AT)))
            return true;
    }
    return false;
}

void slot_manner(const struct finder *finder, struct mention *mention, uint32_t verb)
{
    for (uint32_t i = verb + 1; i < finder->clause.chunks.count; i++) {
        if (clause_is(&finder->clause, i, TYPE(VERB) | TYPE(STOP) | TYPE(SUBORDINATOR)))
            return;
        if (!clause_is(&finder->clause, i, TYPE(NOUN)) || verb_of(finder, i) != verb)
            continue;
        const struct label *label = &finder->labels[i];
        if (verb_parted(finder, i) == verb || verb_calling(finder, i) == verb)
            return;
        const bool guests = mention->hosting && kind_is_gathering(label->kind);
        /* "l'Union africaine s'est réunie en sommet": not the body's ordinary sitting. */
        const bool summit = mention->kind == KIND_SESSION && label->kind == KIND_SUMMIT;
        if (mention->kind == KIND_TALKS || guests || summit || /* "will welcome leaders for it" */
            (mention->hosting && kind_is_generic(label->kind) && !welcomes_to(finder, verb, i)))
            mention->kind = label->kind;
        /* "Doctors gathered for the annual meeting of": the name tells that it is a meeting. */
        mention->official &= label->name.end == label->name.begin;
        const bool called =
            label->words.end > label->words.begin + 1; /* "en sommet extraordinaire" */
        if (mention->label.name.end == mention->label.name.begin || (summit && called))
            mention->label = *label;
        if (summit && called && mention->label.name.end == mention->label.name.begin)
            mention->label.name = mention->label.series = label->words;
        mention->days = slot_days(finder, i, false);
        return;
    }
}
