#include "annotate/look.h"
#include "meeting/find.h"
#include "meeting/find_object.h"
#include "meeting/find_owner.h"
#include "meeting/occasion.h"
#include "meeting/predicate.h"

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

/* Whether it is told of something else that two have: "talks on relations between A and B", "the
 * visit is part of the cooperation between A and B"; not so "talks on fish between A and B". */
static bool is_cut_off(const struct finder *finder, uint32_t noun, uint32_t chunk)
{
    enum { WORDS_BACK = 5 };
    const uint64_t mutual = pack_class(finder->document->pack, "mutual");
    for (uint32_t i = noun + 1; i + 1 < chunk; i++) {
        const uint32_t last = clause_chunk(&finder->clause, i)->end - 1;
        if (clause_is(&finder->clause, i, TYPE(SIDELINE) | TYPE(FOLLOWING)) ||
            (clause_is(&finder->clause, i, TYPE(VERB)) &&
             document_is(finder->document, last, CLASS(ABOUT))))
            return true; /* "les discussions ont porté sur la coopération entre A et B" */
    }
    if (finder->labels[noun].kind == KIND_NEGOTIATION)
        return false; /* "les négociations sur l'accord de pêche entre A et B" */
    const uint32_t between = clause_preposition(&finder->clause, chunk);
    uint32_t t = clause_chunk(&finder->clause, between == CLAUSE_NONE ? chunk : between)->begin;
    for (unsigned back = 0; back < WORDS_BACK && t > clause_chunk(&finder->clause, noun)->end;
         back++) {
        if (document_is(finder->document, --t, mutual))
            return true;
    }
    return false;
}

/* Whether the noun has its parties told by "between". */
static bool has_between(const struct finder *finder, uint32_t noun)
{
    const uint32_t party = clause_after(&finder->clause, noun, TYPE(PARTY), TYPE(BETWEEN));
    return party != CLAUSE_NONE && !is_cut_off(finder, noun, party);
}

/* "Nairobi will host the summit": a town that hosts is where, not who; a state is both. */
static bool slot_town(const struct finder *finder, struct mention *mention, uint32_t chunk)
{
    if (!clause_is(&finder->clause, chunk, TYPE(PARTY)))
        return false;
    const struct party *party = party_members(clause_chunk(&finder->clause, chunk)->of)->at[0];
    const struct annotation *place = look_at(finder->document, party->name_begin, ANNOTATION_PLACE);
    if (!place || !(party->metonym || party->type == PARTY_COUNTRY))
        return false;
    mention->place = place;
    return party->metonym && ((const struct spot *)place->detail)->city;
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

static void add_predicate_parties(const struct finder *finder, uint32_t noun,
                                  const struct predicate *predicate, struct mention *mention)
{
    if (predicate->index == CLAUSE_NONE)
        return;
    const struct clause *clause = &finder->clause;
    enum part part = predicate_absent(finder, predicate) && kind_is_gathering(mention->kind)
                         ? PART_ABSENT
                         : subject_part(predicate->sense);
    if (part == PART_CHAIR && predicate->sense != SENSE_CHAIR)
        part = PART_ATTENDEE;
    if (part == PART_ATTENDEE && mention->kind == KIND_VISIT)
        part = PART_VISITOR;
    if (predicate->subject) {
        slot_parties(finder, mention, clause_after(clause, predicate->index, TYPE(PARTY), TYPE(BY)),
                     part);
        const bool brings = predicate->sense == SENSE_HOLD || predicate->sense == SENSE_ATTEND;
        if (brings && !predicate->verb->passive &&
            !predicate->verb->reflexive) /* "a réuni A et B", "includes A and B" */
            slot_parties(finder, mention,
                         clause_after(clause, predicate->index, TYPE(PARTY), GOVERNOR_NONE), part);
        return;
    }
    if (predicate->sense == SENSE_PROPOSE && part == PART_VISITOR && !predicate->verb->passive &&
        clause_is(clause, predicate->index + 1, TYPE(PARTY))) { /* "A invited B for a visit" */
        slot_parties(finder, mention, predicate->index + 1, PART_VISITOR);
        part = PART_HOST;
    }
    const bool brings = part == PART_ATTENDEE && has_between(finder, noun);
    if (part == PART_ABSENT || brings) /* "a proposé une rencontre entre A et B" */
        return;
    uint32_t subject = clause_subject(clause, predicate->index);
    if (subject == noun) /* "la réunion, à laquelle ont participé A et B" */
        subject = clause_after(clause, predicate->index, TYPE(PARTY), GOVERNOR_NONE);
    else if (subject == CLAUSE_NONE) /* "Ont assisté à la réunion A, B et C" */
        subject = clause_after(clause, noun, TYPE(PARTY), GOVERNOR_NONE);
    if (subject == CLAUSE_NONE && predicate->sense == SENSE_ATTEND)
        subject = behind_colon(finder, noun);
    if (part == PART_HOST && slot_town(finder, mention, subject))
        return;
    slot_parties(finder, mention, subject, part);
    slot_pronoun(finder, mention, subject);
    if (predicate->verb->passive && predicate->sense == SENSE_ATTEND) /* "was joined by B at" */
        slot_parties(finder, mention, clause_after(clause, predicate->index, TYPE(PARTY), TYPE(BY)),
                     part);
}

/* Whether only prepositions and a place stand between: "la visite à Athènes du ministre". */
static bool is_next(const struct clause *clause, uint32_t noun, uint32_t party)
{
    for (uint32_t i = noun + 1; i < party; i++) {
        if (!clause_is(clause, i, TYPE(OF) | TYPE(AT) | TYPE(TO) | TYPE(PLACE)))
            return false;
    }
    return true;
}

/* Names without title or given name may be things: "with the Northgate Line". */
static bool is_unsure(const struct finder *finder, const struct party *party)
{
    return party->weak ||
           (party->type == PARTY_PERSON && !party->role_count && !party->honorific &&
            !party->figure && !look_at(finder->document, party->name_begin, LEXICON_GIVENNAME));
}

/* "a tour of Kenya": where it goes. */
static bool is_state(const struct clause *clause, uint32_t index)
{
    return party_members(clause_chunk(clause, index)->of)->at[0]->type == PARTY_COUNTRY;
}

/* "la rencontre du ministre à Lyon où il est en visite, avec son homologue": the "with" behind the
 * relative clause that begins at index, or index. */
static uint32_t behind_aside(const struct clause *clause, uint32_t index)
{
    if (!clause_is(clause, index, TYPE(RELATIVE)))
        return index;
    for (uint32_t i = index + 1; i + 1 < clause->chunks.count; i++) {
        if (clause_is(clause, i, TYPE(STOP)))
            break;
        if (clause_is(clause, i, TYPE(COMMA)) && clause_is(clause, i + 1, TYPE(WITH)))
            return i + 1;
    }
    return index;
}

/* "…, où il est en visite, avec B": the noun stands in the relative clause that the comma ends. */
static bool is_in_aside(const struct finder *finder, uint32_t noun)
{
    for (uint32_t i = noun; i-- > 0;) {
        if (clause_is(&finder->clause, i, TYPE(STOP) | TYPE(COMMA) | TYPE(NOUN)))
            return false;
        if (clause_is(&finder->clause, i, TYPE(RELATIVE)))
            return true;
    }
    return false;
}

/* "en présence de A et de B": they were there too. */
static bool is_beside(const struct finder *finder, uint32_t party)
{
    const uint32_t preposition = clause_preposition(&finder->clause, party);
    if (preposition == CLAUSE_NONE || !clause_is(&finder->clause, preposition, TYPE(WITH)))
        return false;
    const struct chunk *chunk = clause_chunk(&finder->clause, preposition);
    return str_equal(pack_column(finder->document->pack, chunk->of->value, 0), STR("BESIDE"));
}

/* "de A et de B", "entre A et B": nothing else governs the second. */
static bool is_like(const struct clause *clause, uint32_t first, uint32_t second)
{
    const uint64_t governor = clause_governor(clause, second);
    return governor == 0 || governor == clause_governor(clause, first);
}

/* "entre une délégation de haut niveau et B": the second of two, where words between keep them from
 * being one list; or CLAUSE_NONE. */
static uint32_t second_of_two(const struct finder *finder, uint32_t first)
{
    const struct clause *clause = &finder->clause;
    if (party_members(clause_chunk(clause, first)->of)->count != 1)
        return CLAUSE_NONE;
    for (uint32_t i = first + 1; i + 1 < clause->chunks.count; i++) {
        if (clause_is(clause, i, TYPE(AND)))
            return clause_is(clause, i + 1, TYPE(PARTY)) && is_like(clause, first, i + 1)
                       ? i + 1
                       : CLAUSE_NONE;
        if (!clause_is(clause, i, TYPE(OF) | TYPE(AT) | TYPE(PLACE)))
            return CLAUSE_NONE;
    }
    return CLAUSE_NONE;
}

/* "entre A et B", "avec B", "de A", "à l'invitation de B".  Returns whether only "with" was told:
 * then the other side stands elsewhere in the clause. */
static bool add_complements(const struct finder *finder, uint32_t noun,
                            const struct predicate *predicate, struct mention *mention)
{
    const struct clause *clause = &finder->clause;
    const enum part of_part = mention->kind == KIND_VISIT ? PART_VISITOR : PART_ATTENDEE;
    bool with = false, both = mention->party_count > 0, behind = false;
    const bool aside = is_in_aside(finder, noun);
    for (uint32_t i = noun + 1; i < clause->chunks.count; i++) {
        if (aside && clause_is(clause, i, TYPE(COMMA)) && clause_is(clause, i + 1, TYPE(WITH)))
            break;
        i = behind_aside(clause, i);
        if (clause_is(clause, i, TYPE(STOP) | TYPE(SUBORDINATOR) | TYPE(RELATIVE) | TYPE(NOUN)))
            break;
        if (clause_is(clause, i, TYPE(VERB)) && clause_finite(clause, i) &&
            !(i == predicate->index && predicate->subject))
            break;
        behind |= i == predicate->index; /* "la réunion s'est tenue en présence de B" */
        if (!clause_is(clause, i, TYPE(PARTY)) ||
            (behind && is_unsure(finder, party_members(clause_chunk(clause, i)->of)->at[0])))
            continue;
        const uint64_t governor = clause_governor(clause, i);
        with |= (governor & TYPE(WITH)) != 0;
        mention->joining |=
            behind && (governor & TYPE(WITH)) && mention->party_count == 0 &&
            (is_beside(finder, i) || party_members(clause_chunk(clause, i)->of)->count == 1) &&
            mention->label.definite && mention->label.bare &&
            mention->label.name.end == mention->label.name.begin;
        both |= (governor & (TYPE(BETWEEN) | TYPE(OF))) != 0;
        if (governor & TYPE(HOST))
            slot_parties(finder, mention, i,
                         look_lexeme(finder->document, clause_chunk(clause, i - 1)->of)->part);
        else if ((governor & TYPE(BETWEEN)) && !is_cut_off(finder, noun, i)) {
            slot_parties(finder, mention, i, PART_ATTENDEE);
            slot_parties(finder, mention, second_of_two(finder, i), PART_ATTENDEE);
        } else if ((governor & (TYPE(WITH) | TYPE(ACCOMPANIED))) ||
                   (i == noun + 1 &&
                    party_hyphened(finder->document, clause_chunk(clause, i)->begin)))
            slot_parties(finder, mention, i, PART_ATTENDEE);
        else if ((governor & TYPE(OF)) && is_next(clause, noun, i) &&
                 !(mention->official && is_state(clause, i))) {
            slot_parties(finder, mention, i, of_part);
            if (mention->kind == KIND_TALKS || mention->kind == KIND_CALL)
                slot_parties(finder, mention, second_of_two(finder, i), of_part);
        } else if (governor == TYPE(BY) && mention->kind == KIND_VISIT && !behind)
            slot_parties(finder, mention, i, PART_VISITOR); /* "a visit to Rome by B" */
        else if (governor == TYPE(TO) && mention->kind == KIND_VISIT && is_next(clause, noun, i) &&
                 !party_members(clause_chunk(clause, i)->of)->at[0]->weak)
            slot_parties(finder, mention, i, PART_HOST); /* "a visit to the central bank" */
    }
    return with && !both;
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

void noun_parties(const struct finder *finder, uint32_t noun, const struct predicate *predicate,
                  struct mention *mention)
{
    const struct predicate beside = predicate_beside(finder, noun, predicate);
    add_predicate_parties(finder, noun, predicate, mention);
    add_predicate_parties(finder, noun, &beside, mention);
    const bool one_sided = add_complements(finder, noun, predicate, mention);
    const bool possessed = slot_possessor(finder, noun, mention);
    if (!possessed && !mention->joining &&
        (!has_attendee(mention) || mention->label.possessive || one_sided))
        slot_owner(finder, noun, one_sided, mention);
    slot_callers(finder, mention, noun);
    slot_relative(finder, mention, noun);
    if (mention->party_count == 0 && !mention->pronoun)
        slot_present(finder, mention, noun);
}
