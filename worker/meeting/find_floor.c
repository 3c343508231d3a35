#include "annotate/look.h"
#include "meeting/find_again.h"
#include "meeting/predicate.h"

/*
 * Who has the floor at a gathering told before: "Prenant la parole, A a appelé à l'unité", "The
 * mayor, in her opening remarks, …", "told the delegates that", "en présence du ministre B".
 */

static void keep_floor(struct finder *finder, uint32_t trigger, uint32_t who)
{
    struct mention *mention = finder_join(finder, trigger, KIND_CONFERENCE, who);
    if (mention)
        mention->floor = true;
}

void find_by_floor(struct finder *finder, uint32_t index)
{
    enum { LEAD = 1 }; /* chunks that may stand before: "then" */
    const struct clause *clause = &finder->clause;
    if (index > LEAD || finder_sense(finder, index) != SENSE_ATTEND ||
        clause_verb(clause, index)->tense != TENSE_GER)
        return;
    uint32_t who = index + 1;
    while (clause_is(clause, who, TYPE(AT) | TYPE(TO) | TYPE(POSSESSIVE) | TYPE(PLURAL_PRONOUN)))
        who++; /* "à son tour" */
    who += clause_is(clause, who, TYPE(COMMA));
    if (who != index + 1 && clause_is(clause, who, TYPE(PARTY)))
        keep_floor(finder, index, who);
}

void find_beside(struct finder *finder, uint32_t index)
{
    enum { LEAD = 2 }; /* chunks that may stand before: "c'était" */
    const struct clause *clause = &finder->clause;
    const struct str words =
        pack_column(finder->document->pack, clause_chunk(clause, index)->of->value, 0);
    const bool more = finder->count > 0 && finder->mentions[finder->count - 1]->floor;
    if ((index <= LEAD || more) && str_equal(words, STR("BESIDE")) &&
        clause_is(clause, index + 1, TYPE(PARTY)))
        keep_floor(finder, index, index + 1);
}

/* Whether the chunk tells people, by name or office, who may have the floor. */
static bool is_speaker(const struct finder *finder, uint32_t chunk, uint64_t governors)
{
    if (!clause_is(&finder->clause, chunk, TYPE(PARTY)) ||
        (clause_governor(&finder->clause, chunk) & ~governors) != 0)
        return false;
    const struct party *party = party_members(clause_chunk(&finder->clause, chunk)->of)->at[0];
    return party->type == PARTY_PERSON && !party->weak && !party->plural && !party_speaks(party) &&
           party->name_end > party->name_begin;
}

/* The one who speaks to those whom the phrase tells, or in what it tells: before it, else behind it
 * where it opens its clause or "by" stands between; or CLAUSE_NONE. */
static uint32_t speaker_of(const struct finder *finder, const struct annotation *phrase)
{
    enum { WORDS_MAX = 16 };
    const struct clause *clause = &finder->clause;
    uint32_t before = CLAUSE_NONE;
    for (uint32_t i = 0; i < clause->chunks.count; i++) {
        const struct chunk *chunk = clause_chunk(clause, i);
        const bool behind = chunk->begin >= phrase->end;
        if (!behind && chunk->end > phrase->begin)
            continue; /* "the delegates" themselves */
        if (!behind && clause_is(clause, i, TYPE(SUBORDINATOR) | TYPE(RELATIVE) | TYPE(STOP)))
            before = CLAUSE_NONE;
        else if (!behind && before == CLAUSE_NONE && is_speaker(finder, i, 0))
            before = i;
        if (!behind)
            continue;
        if (before != CLAUSE_NONE || chunk->begin > phrase->end + WORDS_MAX ||
            clause_is(clause, i, TYPE(SUBORDINATOR) | TYPE(RELATIVE) | TYPE(STOP)))
            break;
        if (is_speaker(finder, i, TYPE(BY)))
            return i;
    }
    return before;
}

/* Whether the verb right before those whom the phrase tells, or what it says itself, is speech. */
static bool is_spoken(const struct finder *finder, const struct annotation *phrase)
{
    const struct document *document = finder->document;
    if (!str_equal(pack_column(document->pack, phrase->value, 0), STR("AUDIENCE")))
        return true;
    enum { VERB_MAX = 4 };
    for (uint32_t back = 1; back <= VERB_MAX && phrase->begin >= finder->sentence->begin + back;
         back++) {
        const struct annotation *verb = look_at(document, phrase->begin - back, LEXICON_SPEECHVERB);
        if (!verb)
            verb = look_at(document, phrase->begin - back, ANNOTATION_VERB);
        if (verb && verb->end == phrase->begin)
            return true;
    }
    return false;
}

void find_speaker(struct finder *finder)
{
    const struct sentence *sentence = finder->sentence;
    for (uint32_t t = sentence->begin; finder->count == 0 && t < sentence->end; t++) {
        const struct annotation *phrase = look_at(finder->document, t, LEXICON_FLOOR);
        const uint32_t who =
            phrase && is_spoken(finder, phrase) ? speaker_of(finder, phrase) : CLAUSE_NONE;
        if (who != CLAUSE_NONE)
            keep_floor(finder, who, who);
    }
}
