#include "annotate/look.h"
#include "meeting/find/act.h"
#include "meeting/find/attribution.h"
#include "meeting/find/call.h"
#include "meeting/find/complement.h"
#include "meeting/find/deed.h"
#include "meeting/find/governor.h"
#include "meeting/find/object.h"
#include "meeting/find/owner.h"
#include "meeting/find/predicate.h"
#include "meeting/find/there.h"
#include "meeting/find/when.h"
#include "meeting/mention/occasion.h"

/* Who takes part in the meeting that a noun tells. */

/* Which part the subject of an event verb has in the meeting; ABSENT: none at all. */
static enum part subject_part(enum sense sense)
{
    switch (sense) {
    case SENSE_CHAIR:
    case SENSE_OPEN:
    case SENSE_CLOSE:
        return PART_CHAIR;
    case SENSE_HOSTEVENT:
        return PART_HOST;
    case SENSE_MEDIATE:
        return PART_MEDIATOR;
    case SENSE_ANNOUNCE:
    case SENSE_CONFIRM:
    case SENSE_EXPECT:
    case SENSE_BOYCOTT:
    case SENSE_MISS:
        return PART_ABSENT;
    default:
        return PART_ATTENDEE;
    }
}

/* Whether the noun has its parties told by "between"; not "between their leaders". */
static bool has_between(const struct finder *finder, uint32_t noun,
                        const struct predicate *predicate)
{
    const uint32_t party = clause_after(&finder->clause, noun, TYPE(PARTY), TYPE(BETWEEN));
    return party != CLAUSE_NONE && !noun_cut_off(finder, noun, party) &&
           !is_on_others(finder, noun, predicate, party) &&
           !document_is(finder->document, clause_chunk(&finder->clause, party)->begin,
                        CLASS(POSSESSIVE));
}

/* "Ont participé à la réunion : A, B et C": the list behind the colon, or CLAUSE_NONE. */
static uint32_t behind_colon(const struct finder *finder, uint32_t noun)
{
    const struct clause *clause = &finder->clause;
    for (uint32_t i = noun + 1; i + 1 < clause->chunks.count; i++) {
        if (clause_is(clause, i, TYPE(VERB) | TYPE(NOUN)))
            break;
        if (clause_is(clause, i, TYPE(STOP)))
            return clause_is(clause, i + 1, TYPE(PARTY)) &&
                           look_mark(finder->document, clause_chunk(clause, i)->begin, ':')
                       ? i + 1
                       : CLAUSE_NONE;
    }
    return CLAUSE_NONE;
}

/* What part they have in the meeting of whom the predicate tells. */
static enum part part_of_predicate(const struct finder *finder, uint32_t noun,
                                   const struct predicate *predicate, const struct mention *mention)
{
    const bool given = kind_is_gathering(mention->kind) || /* "the talks" */
                       (mention->label.definite && !mention->label.indefinite);
    enum part part = subject_part(predicate->sense);
    if ((given || predicate->sense == SENSE_ATTEND) && predicate_absent(finder, noun, predicate))
        part = PART_ABSENT; /* "did not attend a meeting" */
    const bool awaited = /* "est attendu au sommet", "a été accueilli par B pour un entretien" */
        (predicate->sense == SENSE_EXPECT || part == PART_HOST) && predicate->verb->passive &&
        !predicate->subject;
    if ((part == PART_CHAIR && predicate->sense != SENSE_CHAIR) || awaited)
        part = PART_ATTENDEE;
    const bool asks = predicate->sense == SENSE_PROPOSE &&
                      (mention->kind == KIND_SESSION || (given && predicate->verb->negative));
    if (asks || (predicate->sense == SENSE_PREPARE && kind_is_gathering(mention->kind)))
        part = PART_ABSENT; /* "Japan has called for a meeting of the Council": it is others' */
    return part == PART_ATTENDEE && mention->kind == KIND_VISIT ? PART_VISITOR : part;
}

/* "A tour that will also include Malta": where it goes. */
static bool is_stage(uint32_t noun, const struct predicate *predicate,
                     const struct mention *mention)
{
    return mention->kind == KIND_VISIT && predicate->sense == SENSE_ATTEND &&
           predicate->index > noun && !predicate->verb->passive;
}

/* "a eu lundi à Lomé, avec B, un entretien": takes the subject's company before the noun. */
static void slot_on_the_way(const struct finder *finder, uint32_t noun,
                            const struct predicate *predicate, struct mention *mention)
{
    const uint64_t between = TYPE(DATE) | TYPE(TIME) | TYPE(PLACE) | TYPE(AT) | TYPE(OF) |
                             TYPE(COMMA) | TYPE(MODE) | TYPE(TO);
    const struct clause *clause = &finder->clause;
    uint32_t i = predicate->index + 1;
    while (i < noun && clause_is(clause, i, between))
        i++;
    if (i < noun && clause_is(clause, i, TYPE(WITH)) && clause_is(clause, i + 1, TYPE(PARTY)) &&
        !predicate->verb->passive)
        slot_row(finder, mention, i + 1);
}

/* "the summit, announced by A", "a visit scheduled by the Palace", "the talks dealt with works paid
 * by A": whether who is told behind "by" need not be there. */
static bool has_no_agent(const struct predicate *predicate, enum part part,
                         const struct mention *mention)
{
    return (predicate->sense == SENSE_ANNOUNCE && !kind_is_generic(mention->kind)) ||
           (predicate->sense == SENSE_PLAN && mention->kind == KIND_VISIT) ||
           (part == PART_ABSENT && mention->kind == KIND_SESSION) ||
           (predicate->verb->tense != TENSE_PP && !predicate->verb->passive);
}

/* "A invited B for a visit", "A summoned B to a meeting": adds B; the part of A. */
static enum part slot_invited(const struct finder *finder, uint32_t noun,
                              const struct predicate *predicate, enum part part,
                              struct mention *mention)
{
    const struct clause *clause = &finder->clause;
    const struct verb *verb = predicate->verb;
    const struct annotation *word = verb_reading(finder->document, verb, LEXICON_EVENTVERB);
    const uint32_t next = predicate->index + 1, who = next + clause_is(clause, next, TYPE(DATE));
    if (!word || verb->passive || !clause_is(clause, who, TYPE(PARTY)) ||
        (predicate->sense != SENSE_PROPOSE && !look_lexeme(finder->document, word)->bids))
        return part;
    const bool visit = part == PART_VISITOR;
    const bool meeting = part == PART_ATTENDEE && !kind_is_gathering(mention->kind) &&
                         (clause_governor(clause, noun) & (TYPE(TO) | TYPE(AT) | TYPE(ABOUT)));
    if (!visit && !meeting)
        return part;
    slot_parties(finder, mention, who, part);
    return visit ? PART_HOST : part;
}

/* "prepares a visit to Rome by B", "the visit of B", "B's visit": somebody else than the subject
 * pays it. */
static bool has_maker(const struct finder *finder, uint32_t noun)
{
    const struct clause *clause = &finder->clause;
    const uint32_t of = noun + 1 + clause_is(clause, noun + 1, TYPE(OF));
    const bool person = clause_is(clause, of, TYPE(PARTY)) &&
                        (clause_governor(clause, of) & TYPE(OF)) &&
                        party_members(clause_chunk(clause, of)->of)->at[0]->type == PARTY_PERSON;
    return person || clause_after(clause, noun, TYPE(PARTY), TYPE(BY)) != CLAUSE_NONE ||
           (noun > 0 && clause_is(clause, noun - 1, TYPE(PARTY)) &&
            look_clitic(finder->document, clause_chunk(clause, noun - 1)->end));
}

/* Where those stand who do what the predicate tells of the meeting, or CLAUSE_NONE. */
static uint32_t actor_of(const struct finder *finder, uint32_t noun,
                         const struct predicate *predicate, enum part part)
{
    const struct clause *clause = &finder->clause;
    uint32_t subject = clause_subject(clause, predicate->index);
    if (subject == noun) /* "la réunion, à laquelle ont participé A et B" */
        subject = clause_after(clause, predicate->index, TYPE(PARTY), GOVERNOR_NONE);
    else if (subject == CLAUSE_NONE && predicate->verb->tense == TENSE_GER)
        subject = act_actor_before(finder, predicate->index); /* "said so while paying a visit" */
    if (subject == CLAUSE_NONE) /* "Ont assisté à la réunion A, B et C" */
        subject = clause_after(clause, noun, TYPE(PARTY), GOVERNOR_NONE);
    if (subject == CLAUSE_NONE && predicate->sense == SENSE_ATTEND)
        subject = behind_colon(finder, noun);
    const uint32_t invited =
        part == PART_VISITOR ? governor_invited(finder, predicate->index) : CLAUSE_NONE;
    return invited == CLAUSE_NONE ? subject : invited;
}

/* "le forum réunit A et B": adds whom the meeting brings together, as its verb at index tells. */
static void slot_brought_by(const struct finder *finder, uint32_t index, enum part part,
                            struct mention *mention)
{
    if (index == CLAUSE_NONE)
        return;
    const enum sense sense = finder_sense(finder, index);
    const struct verb *verb = clause_verb(&finder->clause, index);
    const uint32_t end = clause_chunk(&finder->clause, index)->end;
    const bool matter = document_is(finder->document, end - 1, CLASS(ABOUT)) ||
                        document_is(finder->document, end - 2, CLASS(ABOUT));
    if ((sense == SENSE_HOLD || sense == SENSE_ATTEND) && !verb->passive && !verb->reflexive &&
        !matter) /* "a porté sur", "a tourné autour de" */
        slot_like(finder, mention, brought_by(finder, index), part);
}

/* Adds whom the predicate makes take part in the meeting that the noun tells. */
static void add_predicate_parties(const struct finder *finder, uint32_t noun,
                                  const struct predicate *predicate, struct mention *mention)
{
    if (predicate->index == CLAUSE_NONE || is_stage(noun, predicate, mention))
        return;
    const struct clause *clause = &finder->clause;
    enum part part = part_of_predicate(finder, noun, predicate, mention);
    if (predicate->subject) {
        const uint32_t by = has_no_agent(predicate, part, mention)
                                ? CLAUSE_NONE
                                : clause_after(clause, predicate->index, TYPE(PARTY), TYPE(BY));
        slot_parties(finder, mention, by, part);
        if (predicate->sense == SENSE_ATTEND)
            slot_row(finder, mention, by);
        slot_brought_by(finder, predicate->index, part, mention);
        slot_brought_by(finder, main_behind(finder, noun, predicate->index), part, mention);
        return;
    }
    slot_proposed(finder, noun, predicate, mention);
    if (slot_brought_there(finder, noun, predicate, part, mention))
        return;
    part = slot_invited(finder, noun, predicate, part, mention);
    const bool brings = part == PART_ATTENDEE && predicate->sense != SENSE_ATTEND &&
                        has_between(finder, noun, predicate);
    const bool made_by = part == PART_VISITOR && has_maker(finder, noun);
    if (part == PART_ABSENT || brings || made_by) /* "a proposé une rencontre entre A et B" */
        return;
    slot_on_the_way(finder, noun, predicate, mention);
    const uint32_t subject = actor_of(finder, noun, predicate, part);
    if (part == PART_HOST &&
        (slot_town(finder, mention, subject) || slot_host_town(finder, mention, predicate->index)))
        return;
    if (part == PART_ATTENDEE)
        slot_parties(finder, mention, act_with_whom(finder, subject), part);
    slot_parties(finder, mention, subject, part);
    slot_fronted_leader(finder, mention, subject, PART_CHAIR);
    slot_pronoun(finder, mention, subject);
    if (predicate->sense == SENSE_ATTEND && clause_is(clause, subject, TYPE(PARTY))) {
        slot_row_before(finder, mention, subject);
        slot_row(finder, mention, subject);
    }
    if (predicate->verb->passive && /* "was joined by B at", "was hosted by B for talks" */
        (predicate->sense == SENSE_ATTEND || predicate->sense == SENSE_HOSTEVENT))
        slot_row(finder, mention, clause_after(clause, predicate->index, TYPE(PARTY), TYPE(BY)));
}

/* "was in Oslo in May 2019 for the summit": that month or year is the summit's, no day is. */
static void slot_month(const struct finder *finder, struct mention *mention, uint32_t verb,
                       uint32_t noun)
{
    for (uint32_t i = verb + 1; i < noun && !mention->date; i++) {
        const struct chunk *chunk = clause_chunk(&finder->clause, i);
        const struct date *date = chunk->type == CHUNK_DATE ? chunk->of->detail : NULL;
        if (date && date->year && !date->day)
            mention->date = chunk->of;
    }
}

/* "est arrivé à Lomé pour le sommet", "pour des pourparlers", "arriving for a visit": who travels
 * to a gathering is at it, so is who comes for talks with nobody told, and who comes for a visit
 * pays it.  Returns whether it is one who went on for talks: "A met B before flying to Oslo for
 * talks with C". */
static bool slot_traveller(const struct finder *finder, uint32_t noun, struct mention *mention)
{
    const bool visit = mention->kind == KIND_VISIT && mention->party_count == 0;
    const bool talks = mention->label.plural && mention->party_count == 0 && mention->strong &&
                       (mention->kind == KIND_NEGOTIATION || mention->kind == KIND_TALKS);
    const bool sided = kind_is_generic(mention->kind) && mention->party_count == 1;
    const uint32_t verb = visit || talks || sided || kind_is_gathering(mention->kind)
                              ? noun_traveller(finder, noun)
                              : CLAUSE_NONE;
    if (verb == CLAUSE_NONE || clause_verb(&finder->clause, verb)->negative)
        return false;
    const struct act act = {.index = verb, .verb = clause_verb(&finder->clause, verb)};
    const bool onward = act_is_timed(finder, &act);
    if (sided && !onward)
        return false;
    const uint32_t subject = clause_subject(
        &finder->clause, onward ? clause_governing_verb(&finder->clause, verb) : verb);
    slot_parties(finder, mention, subject, visit ? PART_VISITOR : PART_ATTENDEE);
    slot_pronoun(finder, mention, subject);
    slot_month(finder, mention, verb, noun);
    return onward;
}

/* "invited B to Lima on Monday for a meeting": B is to be there, and then. */
static void slot_bidden(const struct finder *finder, uint32_t noun, struct mention *mention)
{
    const struct clause *clause = &finder->clause;
    const uint32_t verb = noun_inviter(finder, noun);
    if (verb == CLAUSE_NONE || mention->kind == KIND_VISIT)
        return;
    if (!clause_verb(clause, verb)->passive && clause_is(clause, verb + 1, TYPE(PARTY)))
        slot_parties(finder, mention, verb + 1, PART_ATTENDEE);
    for (uint32_t i = verb + 1; i < noun && !mention->date; i++)
        mention->date = clause_is(clause, i, TYPE(DATE)) ? clause_chunk(clause, i)->of : NULL;
}

/* Whether anybody is known but who mediates or presides, or invited to a visit. */
static bool has_attendee(const struct mention *mention)
{
    for (unsigned i = 0; i < mention->party_count; i++) {
        const enum part part = mention->parties[i].part;
        if (part != PART_MEDIATOR && part != PART_CHAIR &&
            !(part == PART_HOST && mention->kind == KIND_VISIT))
            return true;
    }
    return false;
}

/* "The meeting, held in Rome, was attended by A", "was held in Rome and was chaired by A": the verb
 * that tells who was there, behind a predicate that tells it not; or one with index CLAUSE_NONE. */
static struct predicate main_predicate(const struct finder *finder, uint32_t noun,
                                       const struct predicate *predicate)
{
    const struct clause *clause = &finder->clause;
    struct predicate none = {.index = CLAUSE_NONE};
    if (predicate->index == CLAUSE_NONE || predicate->index < noun ||
        predicate->sense == SENSE_ATTEND)
        return none;
    const bool aside = clause_is(clause, noun + 1, TYPE(COMMA));
    for (uint32_t i = predicate->index + 1; i < clause->chunks.count; i++) {
        if (clause_is(clause, i, TYPE(STOP) | TYPE(SUBORDINATOR) | TYPE(NOUN)))
            break;
        if (!clause_is(clause, i, TYPE(VERB)) || !clause_verb(clause, i)->passive)
            continue;
        const enum sense sense = finder_sense(finder, i);
        const bool joined = clause_is(clause, i - 1, TYPE(AND));
        if ((aside || joined) && (sense == SENSE_ATTEND || sense == SENSE_CHAIR))
            return (struct predicate){i, i, true, sense, clause_verb(clause, i)};
        break;
    }
    return none;
}

void noun_parties(const struct finder *finder, uint32_t noun, const struct predicate *predicate,
                  struct mention *mention)
{
    const bool part = slot_participation(finder, noun, mention);
    const struct predicate verb = main_predicate(finder, noun, predicate);
    add_predicate_parties(finder, noun, &verb, mention);
    const struct predicate beside = predicate_beside(finder, noun, predicate);
    const bool attended = /* "à l'issue de la rencontre, à laquelle participait B" */
        beside.index != CLAUSE_NONE && beside.sense == SENSE_ATTEND;
    mention->entering |=
        (verb.index != CLAUSE_NONE || attended) && mention->label.definite && mention->label.bare;
    add_predicate_parties(finder, noun, predicate, mention);
    add_predicate_parties(finder, noun, &beside, mention);
    if (predicate->index == CLAUSE_NONE)
        deed_parties(finder, noun, mention);
    const bool one_sided = noun_complements(finder, noun, predicate, mention);
    slot_settled_with(finder, mention, noun);
    if (kind_is_gathering(mention->kind) && mention->party_count == 0)
        slot_parties(finder, mention, there_fronted(finder, noun), PART_ATTENDEE);
    slot_bidden(finder, noun, mention);
    const bool onward = slot_traveller(finder, noun, mention);
    const bool possessed = slot_possessor(finder, noun, mention);
    mention->absent = kind_is_gathering(mention->kind) && predicate_absent(finder, noun, predicate);
    const bool attending =
        !possessed && mention->party_count == 0 && slot_attending(finder, mention, noun);
    const bool his = mention->pronoun && one_sided; /* "elle verra A et aura un entretien avec B" */
    if (!part && !possessed && !attending && !onward && !mention->joining && !mention->absent &&
        (!has_attendee(mention) || mention->label.possessive || (one_sided && !his)) &&
        !slot_self(finder, mention, noun))
        slot_owner(finder, noun, one_sided, mention);
    if (mention->party_count == 1 && mention->parties[0].party->type == PARTY_PERSON &&
        !mention->parties[0].party->plural && noun_is_of_several(finder, noun, mention))
        mention->plural_pronoun = true;                        /* "A thanked B for their meeting" */
    if (mention->kind == KIND_VISIT && mention->party_count && /* told before the visit alone */
        clause_after(&finder->clause, noun, TYPE(PARTY), TYPE(HOST)) == CLAUSE_NONE)
        slot_hosts(finder, mention, noun);
    mention->objective |= mention->kind != KIND_VISIT && objective_beside(finder, noun);
    slot_callers(finder, mention, noun);
    slot_called_on(finder, mention, noun);
    slot_called_on_him(finder, mention, noun, predicate);
    slot_granted(finder, mention, noun, predicate);
    slot_relative(finder, mention, noun);
    if (mention->party_count == 0 && !mention->absent)
        slot_accompanied(finder, mention, noun);
    if (mention->party_count == 0 && mention->kind != KIND_VISIT) {
        slot_parties(finder, mention, there_who(finder, noun), PART_ATTENDEE);
        mention->attended |= mention->party_count > 0;
    }
    if (mention->party_count > 0)
        slot_company(finder, mention);
    if (mention->party_count == 0 && !mention->pronoun && !mention->absent)
        slot_present(finder, mention, noun);
    mention->entering |= mention->party_count > 0 && noun_is_followed(finder, noun, mention);
}
