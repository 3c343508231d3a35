#include "meeting/find_owner.h"

#include "annotate/look.h"
#include "meeting/find_object.h"
#include "meeting/predicate.h"

static bool is_small(enum meeting_kind kind)
{
    return kind == KIND_VISIT || kind == KIND_TALKS || kind == KIND_CALL ||
           kind == KIND_NEGOTIATION;
}

static enum part owner_part(const struct mention *mention)
{
    return mention->kind == KIND_VISIT ? PART_VISITOR : PART_ATTENDEE;
}

/* Words with capitals that nothing shows to be a person's: "the National Strategy". */
static bool is_thing(const struct party *party)
{
    return party->type == PARTY_PERSON && party->weak;
}

/* "X a rencontré Y lors de sa visite": whoever does what the sentence tells, or CLAUSE_NONE. */
static uint32_t owner_by_verb(const struct finder *finder, uint32_t noun,
                              const struct mention *mention)
{
    const struct clause *clause = &finder->clause;
    const uint32_t verb = clause_governing_verb(clause, noun);
    const bool on_one = mention->label.indefinite && noun_is_at(finder, noun); /* "d'une visite" */
    if (verb == CLAUSE_NONE || mention->kind != KIND_VISIT ||
        !(mention->label.possessive || on_one))
        return CLAUSE_NONE;
    const struct annotation *word =
        verb_reading(finder->document, clause_verb(clause, verb), LEXICON_MEETVERB);
    const bool hosts = word && look_lexeme(finder->document, word)->frame == FRAME_HOST &&
                       !clause_verb(clause, verb)->passive;
    const uint32_t guest =
        hosts ? clause_after(clause, verb, TYPE(PARTY), GOVERNOR_NONE) : CLAUSE_NONE;
    if (guest != CLAUSE_NONE && guest < noun)
        return guest; /* "A received B during his visit" */
    const uint32_t subject = clause_subject(clause, verb);
    return clause_is(clause, subject, TYPE(PARTY)) ? subject : CLAUSE_NONE;
}

/* "A, en visite à Lyon, et B ont parlé après leur rencontre": the first of two that an aside keeps
 * from being one list with the other, or CLAUSE_NONE. */
static uint32_t other_owner(const struct finder *finder, uint32_t second,
                            const struct mention *mention)
{
    const struct clause *clause = &finder->clause;
    if (mention->kind == KIND_VISIT || second < 3 || !clause_is(clause, second - 1, TYPE(AND)) ||
        !clause_is(clause, second - 2, TYPE(COMMA)))
        return CLAUSE_NONE;
    for (uint32_t i = second - 2; i-- > 1;) {
        if (clause_is(clause, i, TYPE(STOP) | TYPE(SUBORDINATOR) | TYPE(VERB) | TYPE(PARTY)))
            return CLAUSE_NONE;
        if (clause_is(clause, i, TYPE(COMMA)))
            return clause_is(clause, i - 1, TYPE(PARTY)) && clause_governor(clause, i - 1) == 0
                       ? i - 1
                       : CLAUSE_NONE;
    }
    return CLAUSE_NONE;
}

/* "sa visite", "their meeting", "en visite officielle": the nearest party that can own it. */
void slot_owner(const struct finder *finder, uint32_t noun, bool one_sided, struct mention *mention)
{
    const struct clause *clause = &finder->clause;
    const uint64_t governor = clause_governor(clause, noun);
    const bool owned =
        mention->label.possessive ||
        (mention->kind == KIND_VISIT && governor &&
         !(governor == TYPE(ABOUT) && mention->label.definite && !mention->label.indefinite)) ||
        ((governor & TYPE(FOLLOWING)) && !noun_spoken_before(finder, noun, mention)) || one_sided;
    const bool small = is_small(mention->kind);
    if (!owned || (!small && !(governor & TYPE(FOLLOWING))))
        return;
    const uint32_t actor = owner_by_verb(finder, noun, mention);
    if (actor != CLAUSE_NONE) {
        slot_parties(finder, mention, actor, owner_part(mention));
        return;
    }
    bool acts = false;
    for (uint32_t i = noun; i-- > 0;) {
        if (clause_is(clause, i, TYPE(STOP)))
            break;
        const uint32_t who = i - 1 - (i > 1 && clause_is(clause, i - 1, TYPE(COMMA)));
        acts |= clause_is(clause, i, TYPE(VERB));
        if (i > 0 && clause_is(clause, i, TYPE(RELATIVE)) && small && !acts &&
            clause_is(clause, who, TYPE(PARTY))) { /* "met B, who is on a visit to" */
            slot_parties(finder, mention, who, owner_part(mention));
            return;
        }
        if (clause_is(clause, i, TYPE(PARTY)) && clause_governor(clause, i) == 0 &&
            !is_thing(party_members(clause_chunk(clause, i)->of)->at[0])) {
            if (!small && party_members(clause_chunk(clause, i)->of)->count < 2)
                return; /* "she said after the summit": only a list of parties held it */
            slot_parties(finder, mention, i, owner_part(mention));
            slot_parties(finder, mention, other_owner(finder, i, mention), owner_part(mention));
            return;
        }
    }
    if (!small)
        return;
    const uint32_t after = clause_after(clause, noun, TYPE(PARTY), GOVERNOR_NONE);
    if (after != CLAUSE_NONE && noun < 4 && !is_matter(finder, noun, after))
        slot_parties(finder, mention, after, owner_part(mention));
    else
        mention->pronoun = true;
}

/* "Ruritania's visit", "President Costa's meeting", "Costa call": whose the occasion is. */
bool slot_possessor(const struct finder *finder, uint32_t noun, struct mention *mention)
{
    const bool planned = predicate_attribute(finder, noun); /* "X's planned visit" */
    const uint32_t owned = noun - planned;
    if (owned == 0 || clause_chunk(&finder->clause, owned - 1)->type != CHUNK_PARTY)
        return false;
    const struct chunk *chunk = clause_chunk(&finder->clause, owned);
    const struct chunk *before = clause_chunk(&finder->clause, owned - 1);
    const bool small = is_small(mention->kind);
    if ((!small && !party_hyphened(finder->document, before->begin)) || before->end > chunk->begin)
        return false;
    const bool clitic =
        before->end + 1 == chunk->begin && look_clitic(finder->document, before->end);
    if (!clitic && before->end != chunk->begin)
        return false;
    mention->label.possessive = true;
    slot_parties(finder, mention, owned - 1, owner_part(mention));
    return true;
}
