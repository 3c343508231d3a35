#include "annotate/look.h"
#include "meeting/find/again.h"
#include "meeting/find/predicate.h"

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
    const uint64_t small = TYPE(AT) | TYPE(TO) | TYPE(OF) | TYPE(POSSESSIVE) | TYPE(PLURAL_PRONOUN);
    while (clause_is(clause, who, small))
        who++; /* "à son tour", "à l'ouverture de cette édition" */
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
            continue;    /* "the delegates" themselves */
        const bool his = /* "c'est A qui a ouvert les travaux" */
            before != CLAUSE_NONE && clause_is(clause, i, TYPE(RELATIVE)) &&
            before + 1 + clause_is(clause, before + 1, TYPE(COMMA)) == i;
        if (!behind && !his &&
            clause_is(clause, i, TYPE(SUBORDINATOR) | TYPE(RELATIVE) | TYPE(STOP)))
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

/* Whether one of the sentences right before tells a gathering, and those between who speak there,
 * or whoever speaks. */
static bool follows_gathering(const struct finder *finder, bool whoever)
{
    enum { SENTENCES_BACK = 4 };
    const struct document *document = finder->document;
    const uint64_t bits =
        KIND_BIT(LEXICON_MEETNOUN) | KIND_BIT(LEXICON_FLOOR) | KIND_BIT(LEXICON_SPEECHVERB);
    for (uint32_t back = 1; back <= SENTENCES_BACK && back <= finder->number; back++) {
        const struct sentence *before = &document->sentences.at[finder->number - back];
        bool spoken = false;
        for (uint32_t t = look_next(document, before->begin, before->end, bits); t < before->end;
             t = look_next(document, t + 1, before->end, bits)) {
            const struct annotation *noun = look_at(document, t, LEXICON_MEETNOUN);
            if (noun && look_lexeme(document, noun)->kind == KIND_CONFERENCE)
                return true;
            spoken |= look_at(document, t, LEXICON_FLOOR) != NULL ||
                      (whoever && look_at(document, t, LEXICON_SPEECHVERB));
        }
        if (!spoken)
            break;
    }
    return false;
}

/* "Pour sa part, le maire a salué": whether the phrase opens the sentence, whose speaker has the
 * floor after another. */
static bool is_next_turn(const struct finder *finder, const struct annotation *phrase, bool turn)
{
    const uint32_t begin = phrase->end, end = finder->sentence->end;
    return phrase->begin == finder->sentence->begin && follows_gathering(finder, turn) &&
           (look_within(finder->document, begin, end, LEXICON_SPEECHVERB) ||
            look_within(finder->document, begin, end, ANNOTATION_VERB));
}

/* Whether the verb right before those whom the phrase tells, or what it says itself, is speech. */
static bool is_spoken(const struct finder *finder, const struct annotation *phrase)
{
    const struct document *document = finder->document;
    const struct str what = pack_column(document->pack, phrase->value, 0);
    const bool turn = str_equal(what, STR("TURN"));
    if (turn || str_equal(what, STR("PART")))
        return is_next_turn(finder, phrase, turn);
    if (!str_equal(what, STR("AUDIENCE")))
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

/* "The committee, chaired by A, was told": who chairs a body told by its word alone, which has sat
 * before; or CLAUSE_NONE. */
static uint32_t chair_of_body(const struct finder *finder)
{
    const struct clause *clause = &finder->clause;
    for (uint32_t i = 2; i + 1 < clause->chunks.count; i++) {
        if (!clause_is(clause, i, TYPE(HOST)) || !clause_is(clause, i - 1, TYPE(COMMA)) ||
            !clause_is(clause, i - 2, TYPE(PARTY)) || clause_governor(clause, i - 2))
            continue;
        const struct party *body = party_members(clause_chunk(clause, i - 2)->of)->at[0];
        const struct annotation *head =
            look_at(finder->document, body->name_begin, LEXICON_ORGHEAD);
        if (head && head->end == body->name_end && finder_sits(finder, body) &&
            look_lexeme(finder->document, clause_chunk(clause, i)->of)->part == PART_CHAIR &&
            is_speaker(finder, i + 1, TYPE(HOST) | TYPE(BY)))
            return i + 1;
    }
    return CLAUSE_NONE;
}

void find_speaker(struct finder *finder)
{
    const struct sentence *sentence = finder->sentence;
    const uint32_t chair = finder->count == 0 ? chair_of_body(finder) : CLAUSE_NONE;
    if (chair != CLAUSE_NONE)
        keep_floor(finder, chair, chair);
    const struct document *document = finder->document;
    const uint64_t bit = KIND_BIT(LEXICON_FLOOR);
    for (uint32_t t = look_next(document, sentence->begin, sentence->end, bit);
         finder->count == 0 && t < sentence->end;
         t = look_next(document, t + 1, sentence->end, bit)) {
        const struct annotation *phrase = look_at(document, t, LEXICON_FLOOR);
        const uint32_t who =
            phrase && is_spoken(finder, phrase) ? speaker_of(finder, phrase) : CLAUSE_NONE;
        if (who != CLAUSE_NONE)
            keep_floor(finder, who, who);
    }
}
