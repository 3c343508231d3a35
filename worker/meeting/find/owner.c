#include "meeting/find/owner.h"

#include "annotate/look.h"
#include "meeting/find/attribution.h"
#include "meeting/find/call.h"
#include "meeting/find/object.h"
#include "meeting/mention/occasion.h"

/* Words with capitals that nothing shows to be a person's, "the National Strategy"; or who only
 * speaks for those who met. */
static bool is_thing(const struct party *party)
{
    return party->type == PARTY_PERSON && (party->weak || party_speaks(party));
}

/* "La télévision a montré son arrivée": a body that sends nobody travels nowhere. */
static bool is_idle_body(const struct finder *finder, uint32_t chunk)
{
    if (!clause_is(&finder->clause, chunk, TYPE(PARTY)))
        return false;
    const struct party *party = party_members(clause_chunk(&finder->clause, chunk)->of)->at[0];
    return party->type == PARTY_ORGANIZATION && !party->delegation;
}

/* "avant une réunion", "after talks". */
static bool has_timing(const struct clause *clause, uint32_t noun)
{
    return !str_empty(clause_when(clause, clause_preposition(clause, noun)));
}

/* ", a déclaré X lors d'une rencontre avec Y": who speaks behind the verb, or CLAUSE_NONE. */
static uint32_t speaker_behind(const struct finder *finder, uint32_t verb)
{
    const struct clause *clause = &finder->clause;
    const uint32_t last = clause_chunk(clause, verb)->end - 1;
    return verb > 0 && clause_is(clause, verb - 1, TYPE(COMMA)) &&
                   clause_is(clause, verb + 1, TYPE(PARTY)) &&
                   clause_governor(clause, verb + 1) == 0 &&
                   look_at(finder->document, last, LEXICON_SPEECHVERB)
               ? verb + 1
               : CLAUSE_NONE;
}

/* "X a rencontré Y lors de sa visite", "X a vu Y avant une réunion avec Z": whoever does what the
 * sentence tells, if by a pronoun; or CLAUSE_NONE. */
static uint32_t owner_by_verb(const struct finder *finder, uint32_t noun,
                              const struct mention *mention)
{
    const struct clause *clause = &finder->clause;
    const uint32_t verb = clause_governing_verb(clause, noun);
    const bool on_one = mention->label.indefinite && noun_is_at(finder, noun); /* "d'une visite" */
    const bool visit = mention->kind == KIND_VISIT && (mention->label.possessive || on_one);
    const bool own = mention->kind != KIND_VISIT && mention->label.possessive &&
                     (noun_is_at(finder, noun) || /* "lors de sa rencontre" */
                      verb_informs(finder, verb));
    const bool with_others = mention->kind != KIND_VISIT && has_timing(clause, noun) &&
                             clause_after(clause, noun, TYPE(PARTY), TYPE(WITH)) != CLAUSE_NONE;
    if (verb == CLAUSE_NONE || (!visit && !own && !with_others))
        return CLAUSE_NONE;
    const struct annotation *word =
        verb_reading(finder->document, clause_verb(clause, verb), LEXICON_MEETVERB);
    const bool hosts = word && look_lexeme(finder->document, word)->frame == FRAME_HOST &&
                       !clause_verb(clause, verb)->passive;
    const uint32_t guest =
        hosts ? clause_after(clause, verb, TYPE(PARTY), GOVERNOR_NONE) : CLAUSE_NONE;
    if (guest != CLAUSE_NONE && guest < noun)
        return guest; /* "A received B during his visit" */
    const uint32_t speaker = speaker_behind(finder, verb);
    uint32_t subject = speaker == CLAUSE_NONE ? clause_subject(clause, verb) : speaker;
    if (visit && mention->label.possessive)
        subject = visitor_of(finder, verb, subject, noun);
    return clause_is(clause, subject, TYPE(PARTY) | TYPE(PRONOUN)) && !is_idle_body(finder, subject)
               ? subject
               : CLAUSE_NONE;
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

/* "A told B about it during their meeting": to whom A speaks before the noun, or CLAUSE_NONE. */
static uint32_t told_by(const struct finder *finder, uint32_t actor, uint32_t noun)
{
    const struct clause *clause = &finder->clause;
    for (uint32_t i = actor + 1; i < noun && !clause_is(clause, i, TYPE(STOP)); i++) {
        if (clause_is(clause, i, TYPE(PARTY)) && clause_governor(clause, i) != TYPE(OF) &&
            speaker_to(finder, i) == actor)
            return i;
    }
    return given_to(finder, actor, noun);
}

/* "A accompanied B during his visit": both go. */
static bool slot_gone(const struct finder *finder, uint32_t noun, struct mention *mention)
{
    const struct clause *clause = &finder->clause;
    uint32_t i = mention->kind == KIND_VISIT && mention->label.possessive ? noun : 0;
    while (i > 0 && !clause_is(clause, i, TYPE(STOP) | TYPE(VERB) | TYPE(ACCOMPANIED)))
        i--;
    const uint32_t companion =
        clause_is(clause, i, TYPE(ACCOMPANIED)) ? companion_before(finder, i) : CLAUSE_NONE;
    if (companion == CLAUSE_NONE || !clause_is(clause, i + 1, TYPE(PARTY)))
        return false;
    slot_parties(finder, mention, i + 1, owner_part(mention));
    slot_parties(finder, mention, companion, owner_part(mention));
    return true;
}

/* "will go there, he said at talks with B": whether the pronoun at the chunk says it. */
static bool says_it(const struct clause *clause, uint32_t chunk, uint32_t noun,
                    const struct mention *mention)
{
    return !mention->label.possessive && clause_is(clause, chunk, TYPE(PRONOUN)) &&
           clause_governing_verb(clause, noun) == chunk + 1;
}

/* "signed by A and B at their summit": the several whom "by" governs right before it. */
static bool slot_agents(const struct finder *finder, uint32_t noun, struct mention *mention)
{
    const struct clause *clause = &finder->clause;
    uint32_t i = noun_is_theirs(finder, noun) ? noun : 0;
    while (i > 0 && !clause_is(clause, i, TYPE(PARTY)))
        i--;
    if (!clause_is(clause, i, TYPE(PARTY)) || clause_governor(clause, i) != TYPE(BY) ||
        party_members(clause_chunk(clause, i)->of)->count < 2)
        return false;
    slot_parties(finder, mention, i, owner_part(mention));
    return true;
}

bool noun_is_of_several(const struct finder *finder, uint32_t noun, const struct mention *mention)
{
    enum { WORDS_BACK = 4 };
    if (!mention->label.possessive || mention->kind == KIND_VISIT)
        return false;
    const uint64_t their = pack_optional(finder->document->pack, OPTIONAL_THEIR);
    const uint32_t begin = clause_chunk(&finder->clause, noun)->begin;
    for (uint32_t back = 1; back <= WORDS_BACK && back <= begin - finder->sentence->begin; back++) {
        if (document_is(finder->document, begin - back, CLASS(POSSESSIVE)))
            return document_is(finder->document, begin - back, their) &&
                   (begin - back >
                        finder->sentence->begin || /* "Their meeting follows": this one */
                    mention->party_count > 0 ||    /* "Their meeting with B" */
                    mention->label.sequence != SEQUENCE_NONE ||
                    mention->label.edition > 0 || mention->status == STATUS_SCHEDULED ||
                    mention->date || mention->place); /* "Their meeting in May" */
    }
    return false;
}

/* What "his" or "her" before the noun tells of whose it is. */
static enum gender gender_of_owner(const struct finder *finder, uint32_t noun)
{
    enum { WORDS_BACK = 4 };
    const uint32_t begin = clause_chunk(&finder->clause, noun)->begin;
    for (uint32_t back = 1; back <= WORDS_BACK && begin >= finder->sentence->begin + back; back++) {
        const enum gender told = gender_of_pronoun(finder->document, begin - back);
        if (told != GENDER_UNKNOWN)
            return told;
    }
    return GENDER_UNKNOWN;
}

/* "Elle a dit à B, lors d'un entretien": to whom the one meant by the pronoun speaks, or NONE. */
static uint32_t told_by_pronoun(const struct finder *finder, uint32_t noun)
{
    const struct clause *clause = &finder->clause;
    const uint32_t verb = noun_is_at(finder, noun) ? clause_governing_verb(clause, noun) : 0;
    const uint32_t who = verb + 1 + clause_is(clause, verb + 1, TYPE(TO) | TYPE(AT));
    return clause_is(clause, verb, TYPE(VERB)) && clause_is(clause, verb - 1, TYPE(PRONOUN)) &&
                   clause_is(clause, who, TYPE(PARTY)) && call_is_person(clause, who) &&
                   (clause_governor(clause, who) & (TYPE(TO) | TYPE(AT))) &&
                   look_ends(finder->document, clause_chunk(clause, verb)->end, LEXICON_SPEECHVERB)
               ? who
               : CLAUSE_NONE;
}

/* Whose it is where nobody stands before the noun who can own it. */
static void slot_untold(const struct finder *finder, uint32_t noun, bool small,
                        struct mention *mention)
{
    const struct clause *clause = &finder->clause;
    if (slot_agents(finder, noun, mention) ||
        slot_partners(finder, noun, owner_part(mention), mention) || !small)
        return;
    uint32_t after = clause_after(clause, noun, TYPE(PARTY), GOVERNOR_NONE);
    if (after != CLAUSE_NONE && clause_is(clause, after - 1, TYPE(VERB)) &&
        clause_verb(clause, after - 1)->tense == TENSE_INF) /* "en visite pour rencontrer B, A" */
        after = clause_after(clause, after, TYPE(PARTY), GOVERNOR_NONE);
    const bool behind = after != CLAUSE_NONE && mention->label.possessive &&
                        clause_is(clause, after - 1, TYPE(COMMA));
    if (after != CLAUSE_NONE && clause_is_opening(clause, noun) &&
        (behind || !is_matter(finder, noun, after))) {
        slot_parties(finder, mention, after, owner_part(mention));
        slot_parties(finder, mention, addressed_by(finder, after, noun), owner_part(mention));
    } else if (!mention->plural_pronoun) { /* not "They held talks with B" */
        mention->pronoun = true;
        if (mention->kind != KIND_VISIT)
            slot_parties(finder, mention, told_by_pronoun(finder, noun), PART_ATTENDEE);
        mention->plural_pronoun = noun_is_of_several(finder, noun, mention);
        mention->gender = gender_of_owner(finder, noun);
    }
}

bool noun_is_since(const struct finder *finder, uint32_t noun)
{
    const uint32_t before = clause_preposition(&finder->clause, noun);
    return before != CLAUSE_NONE &&
           document_is(finder->document, clause_chunk(&finder->clause, before)->begin,
                       CLASS(SINCE));
}

/* Who acts is at the meeting, and who stands beside him: "elle a rencontré B lors d'une visite". */
static void slot_acting(const struct finder *finder, uint32_t noun, uint32_t actor,
                        struct mention *mention)
{
    const enum part part = owner_part(mention);
    slot_parties(finder, mention, actor, part);
    if (noun_is_theirs(finder, noun))
        slot_parties(finder, mention, told_by(finder, actor, noun), part);
    slot_parties(finder, mention, partner_beside(finder, actor, noun, mention), part);
    slot_pronoun(finder, mention, actor);
}

/* "A, dont c'est la première visite au Togo": whether the noun follows such a word, and nobody else
 * is told between. */
static bool is_whose(const struct finder *finder, uint32_t noun)
{
    uint32_t i = noun;
    while (i > 0 && !clause_is(&finder->clause, i - 1,
                               TYPE(RELATIVE) | TYPE(PARTY) | TYPE(VERB) | TYPE(STOP)))
        i--;
    return i > 0 && clause_is(&finder->clause, i - 1, TYPE(RELATIVE)) &&
           look_at(finder->document, clause_chunk(&finder->clause, i - 1)->begin, LEXICON_BEHALF);
}

/* "sa visite", "en visite officielle", "à l'issue de la réunion": whether somebody whom the
 * sentence tells owns it; one_sided: "with" tells of one side only. */
static bool is_owned(const struct finder *finder, uint32_t noun, bool one_sided,
                     const struct mention *mention)
{
    const uint64_t governor = clause_governor(&finder->clause, noun);
    const bool about =
        governor == TYPE(ABOUT) && mention->label.definite && !mention->label.indefinite;
    return mention->label.possessive || one_sided ||
           (mention->kind == KIND_VISIT && ((governor && !about) || is_whose(finder, noun))) ||
           ((governor & TYPE(FOLLOWING)) && !noun_spoken_before(finder, noun, mention) &&
            !noun_is_since(finder, noun)); /* "A noted progress since the summit" */
}

/* The party at the chunk owns it, and whoever stands beside it or is told of it. */
static void slot_owning(const struct finder *finder, uint32_t chunk, uint32_t noun,
                        struct mention *mention)
{
    const enum part part = owner_part(mention);
    const uint32_t met = visitor_who_met(finder, chunk, noun);
    const uint32_t owner = met == CLAUSE_NONE ? chunk : met;
    if (mention->kind != KIND_VISIT && noun_is_at(finder, noun)) { /* "A told B during" */
        const uint32_t b = mention->party_count ? CLAUSE_NONE : told_by(finder, owner, noun);
        slot_parties(finder, mention, b, part);
        slot_parties(finder, mention, speaker_to(finder, owner), part);
    }
    slot_parties(finder, mention, owner, part);
    if (clause_joined(&finder->clause, owner))
        slot_pronoun(finder, mention, owner);
    slot_parties(finder, mention, other_owner(finder, owner, mention), part);
    slot_parties(finder, mention, speaker_beside(finder, owner, noun), part);
    slot_parties(finder, mention, partner_beside(finder, owner, noun, mention), part);
}

/* The nearest party before the noun that can own it; small: of a kind that one party can. */
static void slot_nearest(const struct finder *finder, uint32_t noun, bool one_sided, bool small,
                         struct mention *mention)
{
    const struct clause *clause = &finder->clause;
    bool acts = false, comma = false; /* a verb that a comma may part from the noun */
    for (uint32_t i = noun; i-- > 0 && !clause_is(clause, i, TYPE(STOP));) {
        acts |= clause_is(clause, i, TYPE(VERB));
        comma |= clause_is(clause, i, TYPE(COMMA));
        if (one_sided && small && says_it(clause, i, noun, mention)) {
            slot_pronoun(finder, mention, i);
            return;
        }
        const uint32_t who = small ? visitor_told_by(clause, i, acts && comma) : CLAUSE_NONE;
        if (who != CLAUSE_NONE) {
            slot_parties(finder, mention, who, owner_part(mention));
            return;
        }
        if (!clause_is(clause, i, TYPE(PARTY)) || clause_governor(clause, i) != 0)
            continue;
        const struct party_list *list = party_members(clause_chunk(clause, i)->of);
        if (is_thing(list->at[0]))
            continue;
        if (small || list->count > 1) /* "she said after the summit": only a list held it */
            slot_owning(finder, i, noun, mention);
        return;
    }
    slot_untold(finder, noun, small, mention);
}

void slot_owner(const struct finder *finder, uint32_t noun, bool one_sided, struct mention *mention)
{
    const bool bilateral = mention->kind == KIND_SUMMIT && /* "un sommet avec B", "their summit" */
                           (one_sided || noun_is_of_several(finder, noun, mention));
    const bool small = owner_is_small(mention->kind) || bilateral;
    const bool following = clause_governor(&finder->clause, noun) & TYPE(FOLLOWING);
    if (!is_owned(finder, noun, one_sided, mention) || (!small && !following) ||
        slot_gone(finder, noun, mention))
        return;
    const uint32_t beside = visitor_beside(finder, noun, mention);
    const uint32_t actor = beside == CLAUSE_NONE ? owner_by_verb(finder, noun, mention) : beside;
    if (actor == CLAUSE_NONE)
        slot_nearest(finder, noun, one_sided, small, mention);
    else
        slot_acting(finder, noun, actor, mention);
}
