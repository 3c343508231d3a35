#include "annotate/look.h"
#include "meeting/find/attribution.h"
#include "meeting/find/find.h"
#include "meeting/find/owner.h"
#include "meeting/find/predicate.h"
#include "meeting/mention/occasion.h"

/*
 * Who speaks or acts at a gathering is there: "X said during the congress that …", "Lors du sommet,
 * le président a plaidé pour …", "A, B and C after the talks".
 */

bool noun_is_at(const struct finder *finder, uint32_t noun)
{
    const struct clause *clause = &finder->clause;
    const uint32_t preposition = clause_preposition(clause, noun);
    const struct str when = clause_when(clause, preposition);
    if (!str_equal(when, STR("AFTER")))
        return str_equal(when, STR("DURING"));
    const struct chunk *chunk = clause_chunk(clause, preposition);
    return chunk->end > chunk->begin + 1;
}

bool noun_is_sequel(const struct finder *finder, uint32_t noun)
{
    const struct clause *clause = &finder->clause;
    if (noun > 0 && clause_is_sequel(clause, noun - 1))
        return !finder->labels[noun].definite; /* "after holding talks with B" */
    return finder->labels[noun].indefinite &&
           (clause_governor(clause, noun) & TYPE(ACCOMPANIED)) != 0;
}

static bool is_somebody(const struct finder *finder, uint32_t chunk)
{
    const struct clause *clause = &finder->clause;
    if (!clause_is(clause, chunk, TYPE(PARTY)) || clause_governor(clause, chunk) != 0)
        return false;
    const struct party *party = party_members(clause_chunk(clause, chunk)->of)->at[0];
    return (party->type == PARTY_PERSON || party->delegation) && !party->weak &&
           !party_speaks(party);
}

/* The subject of the clause that the noun stands in, to its left, or CLAUSE_NONE. */
static uint32_t actor_left(const struct finder *finder, uint32_t noun)
{
    const struct clause *clause = &finder->clause;
    const uint32_t beside = noun < 2 ? CLAUSE_NONE : noun - 2;
    if (noun > 2 && clause_is(clause, beside, TYPE(COMMA)) && is_somebody(finder, beside - 1))
        return beside - 1;
    if (beside != CLAUSE_NONE && is_somebody(finder, beside))
        return beside; /* "le ministre dans un entretien téléphonique" */
    const uint32_t verb = clause_governing_verb(clause, noun);
    if (verb == CLAUSE_NONE)
        return CLAUSE_NONE;
    const uint32_t subject = clause_subject(clause, verb);
    const bool behind = subject == CLAUSE_NONE && is_somebody(finder, verb + 1);
    return behind ? verb + 1 : subject; /* "a dit X lors de la réunion" */
}

/* The one who acts behind the phrase that opens the sentence, or CLAUSE_NONE. */
static uint32_t actor_right(const struct finder *finder, uint32_t noun)
{
    enum { LEAD = 4 }; /* chunks that may stand before such a phrase */
    const struct clause *clause = &finder->clause;
    bool comma = false;
    if (noun > LEAD)
        return CLAUSE_NONE;
    for (uint32_t i = noun + 1; i < clause->chunks.count; i++) {
        if (clause_is(clause, i, TYPE(STOP) | TYPE(RELATIVE) | TYPE(SUBORDINATOR) | TYPE(NOUN)))
            return CLAUSE_NONE;
        if (clause_is(clause, i, TYPE(VERB)) && clause_finite(clause, i))
            return clause_subject(clause, i);
        if (comma && is_somebody(finder, i))
            return i;
        comma |= clause_is(clause, i, TYPE(COMMA));
    }
    return CLAUSE_NONE;
}

/* Whom the one who calls speaks to: the object behind noun and caller, or CLAUSE_NONE. */
static uint32_t called(const struct finder *finder, uint32_t noun, uint32_t actor)
{
    for (uint32_t i = (noun > actor ? noun : actor) + 1; i < finder->clause.chunks.count; i++) {
        if (clause_is(&finder->clause, i, TYPE(STOP) | TYPE(SUBORDINATOR) | TYPE(RELATIVE)))
            break;
        if (is_somebody(finder, i))
            return i;
    }
    return CLAUSE_NONE;
}

/* "said [on Monday in Oslo] to B": whether the chunk is of a day or a place. */
static bool is_when_or_where(const struct clause *clause, uint32_t index)
{
    return clause_is(clause, index, TYPE(DATE) | TYPE(TIME) | TYPE(PLACE)) ||
           (clause_is(clause, index, TYPE(AT)) && clause_is(clause, index + 1, TYPE(PLACE)));
}

uint32_t speaker_to(const struct finder *finder, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    uint32_t to = index - (index > 1 && clause_is(clause, index - 1, TYPE(TO) | TYPE(AT)));
    while (to < index && to > 1 && is_when_or_where(clause, to - 1))
        to--;
    const bool verb = to > 1 && clause_is(clause, to - 1, TYPE(VERB)) &&
                      clause_finite(clause, to - 1) && !clause_verb(clause, to - 1)->passive;
    const uint32_t by = to - 1 - verb, at = by - clause_is(clause, by, TYPE(COMMA));
    if (!clause_is(clause, at, TYPE(PARTY)) || clause_governor(clause, at) != 0)
        return CLAUSE_NONE;
    const struct party *party = party_members(clause_chunk(clause, at)->of)->at[0];
    const uint32_t end = clause_chunk(clause, to)->begin;
    const bool word = look_ends(finder->document, end, LEXICON_SPEECHVERB); /* "fait savoir" */
    const bool said = word ? verb || clause_chunk(clause, by)->end + 1 == end : verb && to == index;
    return said && party->type == PARTY_PERSON && !party->weak && !party_speaks(party)
               ? at
               : CLAUSE_NONE;
}

/* "A urged B to sign in a call", "told B of it in a call": whom A speaks to at what tells nobody
 * else, or CLAUSE_NONE. */
static uint32_t spoken_to(const struct finder *finder, uint32_t actor, uint32_t noun)
{
    const struct clause *clause = &finder->clause;
    const uint32_t end = noun > actor ? noun : clause->chunks.count;
    if (clause_is(clause, noun + 1, TYPE(WITH)))
        return CLAUSE_NONE; /* "blamed B in a call with his aides" */
    for (uint32_t i = actor + 1; i < end && !clause_is(clause, i, TYPE(STOP)); i++) {
        if (is_somebody(finder, i) && speaker_to(finder, i) == actor)
            return i;
    }
    return CLAUSE_NONE;
}

/* "A urged B to sign at a meeting in Oslo": whom A speaks to at what is no meeting of others; or
 * CLAUSE_NONE. */
static uint32_t met_to_speak(const struct finder *finder, uint32_t actor, uint32_t noun,
                             const struct mention *mention)
{
    const struct clause *clause = &finder->clause;
    if (mention->kind != KIND_TALKS || mention->label.possessive ||
        mention->label.name.end > mention->label.name.begin ||
        (mention->label.definite && !mention->label.indefinite) ||
        clause_is(clause, noun + 1, TYPE(OF) | TYPE(BETWEEN)))
        return CLAUSE_NONE;
    const uint32_t other = spoken_to(finder, actor, noun);
    const struct party *party =
        other == CLAUSE_NONE ? NULL : party_members(clause_chunk(clause, other)->of)->at[0];
    return party && party->type == PARTY_PERSON && !party->plural ? other : CLAUSE_NONE;
}

static void slot_actor(const struct finder *finder, struct mention *mention, uint32_t noun)
{
    uint32_t actor = actor_left(finder, noun);
    if (actor == CLAUSE_NONE)
        actor = actor_right(finder, noun);
    if (actor == CLAUSE_NONE)
        return;
    if (is_somebody(finder, actor)) {
        slot_parties(finder, mention, speaker_to(finder, actor), PART_ATTENDEE);
        slot_parties(finder, mention, actor, PART_ATTENDEE);
        if (clause_joined(&finder->clause, actor))
            slot_pronoun(finder, mention, actor);
        slot_parties(finder, mention, met_to_speak(finder, actor, noun, mention), PART_ATTENDEE);
        mention->attended = true;
        if (mention->kind == KIND_CALL) { /* "X, dans un entretien téléphonique, a félicité Y" */
            slot_parties(finder, mention, spoken_to(finder, actor, noun), PART_ATTENDEE);
            slot_parties(finder, mention, called(finder, noun, actor), PART_ATTENDEE);
        }
    } else if (clause_is(&finder->clause, actor, TYPE(PRONOUN)))
        slot_pronoun(finder, mention, actor);
}

/* Who does what the verb says that the relative pronoun at index begins: "auquel A a pris part", "à
 * laquelle ont participé A et B"; or CLAUSE_NONE. */
static uint32_t actor_inside(const struct finder *finder, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    uint32_t subject = CLAUSE_NONE;
    for (uint32_t i = index + 1; i < clause->chunks.count; i++) {
        if (clause_is(clause, i, TYPE(STOP) | TYPE(NOUN) | TYPE(SUBORDINATOR) | TYPE(RELATIVE)))
            return CLAUSE_NONE;
        if (clause_is(clause, i, TYPE(PARTY)) && subject == CLAUSE_NONE &&
            clause_governor(clause, i) == 0)
            subject = i;
        if (!clause_is(clause, i, TYPE(VERB)))
            continue;
        const enum sense sense = finder_sense(finder, i);
        if ((sense != SENSE_ATTEND && sense != SENSE_CHAIR) || clause_verb(clause, i)->negative)
            return CLAUSE_NONE;
        return subject != CLAUSE_NONE ? subject
                                      : clause_after(clause, i, TYPE(PARTY), GOVERNOR_NONE);
    }
    return CLAUSE_NONE;
}

/* "the meeting (that) A held with B": the other side of a clause right behind the noun that tells
 * who held it; A too, if no word opens that clause. */
static void slot_held_with(const struct finder *finder, struct mention *mention, uint32_t noun)
{
    const struct clause *clause = &finder->clause;
    const bool opened = clause_is(clause, noun + 1, TYPE(RELATIVE));
    const uint32_t holder = noun + 1 + opened, verb = holder + 1;
    if (!clause_is(clause, holder, TYPE(PARTY) | TYPE(PRONOUN) | TYPE(PLURAL_PRONOUN)))
        return;
    const bool had = opened && !clause_is(clause, verb, TYPE(VERB)) && /* "que A devait avoir" */
                     look_at(finder->document, clause_chunk(clause, holder)->end, LEXICON_AUX);
    const bool held = clause_is(clause, verb, TYPE(VERB)) &&
                      finder_sense(finder, verb) == SENSE_HOLD &&
                      !clause_verb(clause, verb)->passive && !clause_verb(clause, verb)->reflexive;
    if (!had && !held)
        return;
    const uint32_t with = clause_after(clause, holder + held, TYPE(PARTY), TYPE(WITH));
    if (with == CLAUSE_NONE)
        return;
    if (!opened || had) {
        slot_parties(finder, mention, holder, PART_ATTENDEE);
        slot_pronoun(finder, mention, holder);
    }
    slot_parties(finder, mention, with, PART_ATTENDEE);
}

void slot_relative(const struct finder *finder, struct mention *mention, uint32_t noun)
{
    const struct clause *clause = &finder->clause;
    slot_held_with(finder, mention, noun);
    for (uint32_t i = noun + 1; i < clause->chunks.count; i++) {
        if (clause_is(clause, i, TYPE(STOP) | TYPE(NOUN) | TYPE(SUBORDINATOR)))
            return;
        const uint32_t actor = clause_is(clause, i, TYPE(RELATIVE)) && mention->kind != KIND_VISIT
                                   ? actor_inside(finder, i)
                                   : CLAUSE_NONE;
        slot_parties(finder, mention, actor, PART_ATTENDEE);
        mention->entering |= actor != CLAUSE_NONE && mention->label.definite && mention->label.bare;
    }
}

bool noun_spoken_before(const struct finder *finder, uint32_t noun, const struct mention *mention)
{
    enum { WORDS_MAX = 6 };
    const uint32_t preposition = clause_preposition(&finder->clause, noun);
    if (!mention->label.definite || mention->label.indefinite || !mention->label.bare ||
        mention->kind == KIND_VISIT ||
        !str_equal(clause_when(&finder->clause, preposition), STR("BEFORE")))
        return false;
    const struct chunk *chunk = clause_chunk(&finder->clause, preposition);
    for (uint32_t t = chunk->begin;
         t-- > finder->sentence->begin && chunk->begin - t < WORDS_MAX;) {
        if (look_at(finder->document, t, LEXICON_SPEECHVERB))
            return true;
        if (look_flag(finder->document, t, TOKEN_CAPITAL))
            return false; /* "greeted Costa before the meeting" */
    }
    return false;
}

/* The verb in the clause of the noun, before it or behind the phrase that it opens, or CLAUSE_NONE.
 */
static uint32_t verb_around(const struct finder *finder, uint32_t noun)
{
    enum { LEAD = 4 }; /* chunks that may stand before such a phrase */
    const struct clause *clause = &finder->clause;
    const uint32_t before = clause_governing_verb(clause, noun);
    for (uint32_t i = noun + 1; before == CLAUSE_NONE && noun <= LEAD && i < clause->chunks.count;
         i++) {
        if (clause_is(clause, i, TYPE(STOP) | TYPE(RELATIVE) | TYPE(SUBORDINATOR) | TYPE(NOUN)))
            return CLAUSE_NONE;
        if (clause_is(clause, i, TYPE(VERB)) && clause_finite(clause, i))
            return i;
    }
    return before;
}

bool slot_attending(const struct finder *finder, struct mention *mention, uint32_t noun)
{
    const uint32_t verb = noun_is_at(finder, noun) ? verb_around(finder, noun) : CLAUSE_NONE;
    if (verb == CLAUSE_NONE || !clause_is(&finder->clause, verb, TYPE(VERB)) ||
        finder_sense(finder, verb) != SENSE_ATTEND || !clause_finite(&finder->clause, verb) ||
        clause_verb(&finder->clause, verb)->negative || clause_verb(&finder->clause, verb)->passive)
        return false;
    const uint32_t subject = clause_subject(&finder->clause, verb);
    if (!clause_is(&finder->clause, subject, TYPE(PARTY)))
        return false;
    slot_parties(finder, mention, subject, PART_ATTENDEE);
    slot_row_before(finder, mention, subject);
    mention->attended = true;
    mention->entering |=
        mention->label.definite && mention->label.bare && mention->label.edition <= 0;
    return true;
}

void slot_accompanied(const struct finder *finder, struct mention *mention, uint32_t noun)
{
    const struct clause *clause = &finder->clause;
    const uint32_t at = clause_preposition(clause, noun);
    if (at == CLAUSE_NONE || !clause_is(clause, at, TYPE(AT) | TYPE(TO)))
        return;
    for (uint32_t i = 1; i < noun; i++) {
        const uint32_t companion =
            clause_is(clause, i, TYPE(ACCOMPANIED)) ? companion_before(finder, i) : CLAUSE_NONE;
        if (companion != CLAUSE_NONE) { /* "C accompanied A to the meeting" */
            slot_parties(finder, mention, companion, PART_ATTENDEE);
            if (clause_is(clause, i + 1, TYPE(PARTY)))
                slot_parties(finder, mention, i + 1, PART_ATTENDEE);
            mention->entering |= mention->label.definite && mention->label.bare;
            continue;
        }
        const uint32_t who = i - 1 - (i > 1 && clause_is(clause, i - 1, TYPE(VERB)));
        const uint32_t company =
            clause_is(clause, i, TYPE(ACCOMPANIED)) ? company_behind(finder, i) : CLAUSE_NONE;
        if (company >= noun || !clause_is(clause, who, TYPE(PARTY)) ||
            clause_governor(clause, who) != 0)
            continue;
        slot_parties(finder, mention, who, PART_ATTENDEE);
        slot_row(finder, mention, company);
    }
}

/* "A told | the growers' conference that": whether somebody tells those at a gathering something.
 */
static bool is_audience(const struct finder *finder, const struct mention *mention, uint32_t noun)
{
    const struct clause *clause = &finder->clause;
    const bool named = mention->label.name.end > mention->label.name.begin;
    uint32_t verb = noun - (noun > 0);
    while (verb > 0 && named && clause_chunk(clause, verb)->begin >= mention->label.name.begin)
        verb--; /* "told the Nurses' Union congress" */
    if (!kind_is_gathering(mention->kind) || !clause_is(clause, verb, TYPE(VERB)) ||
        clause_verb(clause, verb)->passive || clause_governor(clause, noun))
        return false;
    return verb_informs(finder, verb);
}

void slot_present(const struct finder *finder, struct mention *mention, uint32_t noun)
{
    if (!noun_is_at(finder, noun) && !is_audience(finder, mention, noun))
        return;
    slot_actor(finder, mention, noun);
    mention->entering |=
        mention->attended && (mention->label.definite || mention->label.pointing) &&
        mention->label.bare && mention->label.edition <= 0; /* "after the meeting, A ruled out" */
}

/* "A reached a deal with | B in talks": the other side of what was settled there. */
void slot_settled_with(const struct finder *finder, struct mention *mention, uint32_t noun)
{
    const uint32_t verb = clause_governing_verb(&finder->clause, noun);
    if (verb == CLAUSE_NONE || finder_sense(finder, verb) != SENSE_AGREE ||
        kind_is_gathering(mention->kind))
        return;
    const uint32_t with = clause_after(&finder->clause, verb, TYPE(PARTY), TYPE(WITH));
    if (with >= noun)
        return;
    slot_parties(finder, mention, clause_subject(&finder->clause, verb), PART_ATTENDEE);
    slot_parties(finder, mention, with, PART_ATTENDEE);
}

void slot_speaker(const struct finder *finder, struct mention *mention, uint32_t noun)
{
    const uint32_t preposition = clause_preposition(&finder->clause, noun);
    if (mention->party_count > 0 || mention->absent || preposition == CLAUSE_NONE ||
        !clause_is(&finder->clause, preposition, TYPE(AT)) ||
        document_is(finder->document, clause_chunk(&finder->clause, preposition)->begin, CLASS(TO)))
        return; /* "à" aims at much else */
    slot_actor(finder, mention, noun);
    mention->entering |= mention->attended;
}

bool noun_is_followed(const struct finder *finder, uint32_t noun, const struct mention *mention)
{
    if (!mention->label.definite || !mention->label.bare || mention->label.edition > 0 ||
        !kind_is_generic(mention->kind) || mention->date || mention->place)
        return false;
    const struct str when = clause_when(&finder->clause, clause_preposition(&finder->clause, noun));
    const uint32_t behind = noun + 1 + clause_is(&finder->clause, noun + 1, TYPE(COMMA));
    const uint32_t which =
        behind + clause_is(&finder->clause, behind, TYPE(TO) | TYPE(AT)); /* "à laquelle" */
    const struct sentence *sentence = finder->sentence;
    const bool alone = mention->party_count == 1;
    if (!str_equal(when, STR("AFTER")))
        return str_equal(when, STR("DURING"));
    return clause_is(&finder->clause, which, TYPE(RELATIVE)) ||
           (alone &&
            look_within(finder->document, sentence->begin, sentence->end, LEXICON_SPEECHVERB));
}
