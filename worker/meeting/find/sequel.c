#include "meeting/find/sequel.h"

#include "annotate/look.h"
#include "annotate/verb.h"
#include "meeting/find/gap.h"
#include "meeting/find/when.h"

/*
 * Whose turn comes where somebody meets several, one after the other: "Puis viendra B", "It will
 * then be the turn of B", "Ensuite B".  Who meets him is found by resolve/sequel.c.
 */

/* Whether a verb stands in the clause. */
static bool has_verb(const struct finder *finder)
{
    for (uint32_t i = 0; i < finder->clause.chunks.count; i++) {
        if (clause_is(&finder->clause, i, TYPE(VERB)))
            return true;
    }
    return false;
}

/* Whether the party at the chunk can be met: people, or a body. */
static bool is_somebody(const struct finder *finder, uint32_t chunk)
{
    return clause_is(&finder->clause, chunk, TYPE(PARTY)) &&
           party_members(clause_chunk(&finder->clause, chunk)->of)->at[0]->type != PARTY_COUNTRY;
}

/* The one told behind the token, past days, hours and small words; or CLAUSE_NONE. */
static uint32_t one_behind(const struct finder *finder, uint32_t token)
{
    const struct clause *clause = &finder->clause;
    const uint64_t passed = TYPE(DATE) | TYPE(TIME) | TYPE(AT) | TYPE(OF) | TYPE(BY) | TYPE(WITH) |
                            TYPE(COMMA) | TYPE(STOP) | TYPE(TO);
    uint32_t i = 0;
    while (i < clause->chunks.count && clause_chunk(clause, i)->begin < token)
        i++;
    while (clause_is(clause, i, passed))
        i++;
    if (!is_somebody(finder, i))
        return CLAUSE_NONE;
    for (uint32_t t = token; t < clause_chunk(clause, i)->begin; t++) {
        if (look_flag(finder->document, t, TOKEN_WORD) && !finder->document->classes[t] &&
            !finder->document->first[t])
            return CLAUSE_NONE; /* "begins with a speech by B" */
    }
    return i;
}

/* The one told before the token, who is its subject; or CLAUSE_NONE. */
static uint32_t one_before(const struct finder *finder, uint32_t token)
{
    const struct clause *clause = &finder->clause;
    uint32_t i = clause->chunks.count;
    while (i > 0 && clause_chunk(clause, i - 1)->begin >= token)
        i--;
    while (i > 0 && clause_is(clause, i - 1, TYPE(DATE) | TYPE(TIME) | TYPE(COMMA)))
        i--;
    return i > 0 && is_somebody(finder, i - 1) && !clause_governor(clause, i - 1) ? i - 1
                                                                                  : CLAUSE_NONE;
}

/* "She will begin with B", "the talks end with B", not "the story begins with B". */
static bool has_subject(const struct finder *finder, uint32_t token)
{
    const struct clause *clause = &finder->clause;
    for (uint32_t i = 0; i < clause->chunks.count; i++) {
        if (clause_is(clause, i, TYPE(PRONOUN) | TYPE(NOUN) | TYPE(PARTY)) &&
            clause_chunk(clause, i)->end == token)
            return true;
    }
    return false;
}

static bool is_person(const struct finder *finder, uint32_t chunk)
{
    return chunk != CLAUSE_NONE &&
           party_members(clause_chunk(&finder->clause, chunk)->of)->at[0]->type == PARTY_PERSON;
}

/* Who is told with the phrase, by its sort; or CLAUSE_NONE. */
static uint32_t one_told(const struct finder *finder, const struct annotation *phrase)
{
    const struct str sort = pack_column(finder->document->pack, phrase->value, 0);
    const bool before = str_equal(sort, STR("BEFORE")) || str_equal(sort, STR("BOTH"));
    const uint32_t subject = before ? one_before(finder, phrase->begin) : CLAUSE_NONE;
    if (subject != CLAUSE_NONE || str_equal(sort, STR("BEFORE")))
        return subject;
    const bool later = str_equal(sort, STR("LATER"));
    const uint32_t behind = one_behind(finder, phrase->end);
    if ((later && (phrase->begin != finder->sentence->begin || has_verb(finder) ||
                   !is_person(finder, behind))) ||
        (str_equal(sort, STR("EDGE")) && !has_subject(finder, phrase->begin)))
        return CLAUSE_NONE;
    return behind;
}

/* What the tense of the phrase says of the meeting; without one it is as the one before. */
static void take_status(struct mention *mention, const struct annotation *phrase)
{
    mention->status_told = phrase->tag == TAG_FUT || phrase->tag == TAG_PAST;
    mention->status = phrase->tag == TAG_FUT ? STATUS_SCHEDULED : STATUS_HELD;
}

/* "Mardi, ce sera le tour de B", "s'achèveront mardi avec B": what of the type opens the sentence
 * or stands between the phrase and the one at the chunk, or NULL. */
static const struct annotation *told_at(const struct finder *finder, uint32_t token, uint32_t one,
                                        uint64_t type)
{
    const struct clause *clause = &finder->clause;
    const uint64_t passed = TYPE(DATE) | TYPE(TIME) | TYPE(AT) | TYPE(COMMA) | TYPE(STOP);
    const struct annotation *found = NULL;
    bool opens = true;
    for (uint32_t i = 0; i < clause->chunks.count && i < one; i++) {
        opens &= clause_is(clause, i, passed);
        if (clause_is(clause, i, type) && (opens || clause_chunk(clause, i)->begin > token))
            found = clause_chunk(clause, i)->of;
    }
    return found;
}

/* Whether a verb behind the token tells who meets: "Après lui, c'est B qui rencontrera le roi". */
static bool is_told_behind(const struct finder *finder, uint32_t token)
{
    for (uint32_t i = 0; i < finder->count; i++) {
        if (finder->mentions[i]->verb && finder->mentions[i]->trigger.begin > token)
            return true;
    }
    return false;
}

/* "rencontrera A, suivi de B": B is none of those whom the verb before tells. */
static void part_from_before(struct finder *finder, uint32_t count, const struct mention *sequel)
{
    for (uint32_t i = 0; i < count; i++) {
        struct mention *mention = finder->mentions[i];
        for (unsigned k = 0; k < sequel->party_count; k++) {
            const struct party *party = sequel->parties[k].party;
            const struct chunk one = {.begin = party->begin, .end = party->end};
            drop_told_in(mention, &one);
        }
    }
}

/* "Suivra, jeudi, une rencontre avec B", "Des discussions suivront": the NOUN chunk of what
 * follows, or CLAUSE_NONE. */
static uint32_t meeting_told(const struct finder *finder, const struct annotation *phrase)
{
    const struct clause *clause = &finder->clause;
    const struct str sort = pack_column(finder->document->pack, phrase->value, 0);
    for (uint32_t i = 0; str_equal(sort, STR("BOTH")) && i < clause->chunks.count; i++) {
        if (clause_is(clause, i, TYPE(NOUN)) && !clause_governor(clause, i))
            return has_verb(finder) ? CLAUSE_NONE : i;
    }
    return CLAUSE_NONE;
}

/* What the phrase says of the meeting that the noun tells, if that has been found. */
static void noun_follows(struct finder *finder, uint32_t noun, const struct annotation *phrase)
{
    for (uint32_t i = 0; i < finder->count; i++) {
        struct mention *mention = finder->mentions[i];
        if (!mention->verb && mention->trigger.begin == clause_chunk(&finder->clause, noun)->begin)
            take_status(mention, phrase);
    }
}

/* "La dernière audience a été consacrée à B": the word in the phrase tells no other meeting. */
static void drop_nouns_in(struct finder *finder, const struct annotation *phrase)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < finder->count; i++) {
        const struct mention *mention = finder->mentions[i];
        if (mention->verb || mention->trigger.end <= phrase->begin ||
            mention->trigger.begin >= phrase->end)
            finder->mentions[kept++] = finder->mentions[i];
    }
    finder->count = kept;
}

void find_sequel(struct finder *finder)
{
    const struct document *document = finder->document;
    const uint32_t end = finder->sentence->end;
    const uint64_t bit = KIND_BIT(LEXICON_SEQUEL);
    const uint32_t told = finder->count;
    for (uint32_t t = look_next(document, finder->sentence->begin, end, bit); t < end;
         t = look_next(document, t + 1, end, bit)) {
        const struct annotation *phrase = look_at(document, t, LEXICON_SEQUEL);
        const uint32_t noun =
            phrase && phrase->begin == t ? meeting_told(finder, phrase) : CLAUSE_NONE;
        if (noun != CLAUSE_NONE) {
            noun_follows(finder, noun, phrase);
            continue;
        }
        const uint32_t one = phrase && phrase->begin == t && !is_told_behind(finder, t)
                                 ? one_told(finder, phrase)
                                 : CLAUSE_NONE;
        struct mention *mention = one == CLAUSE_NONE ? NULL : finder_mention(finder, one);
        if (!mention)
            continue;
        mention->trigger = mention->status_words = (struct span){phrase->begin, phrase->end};
        mention->verb = mention->strong = mention->bilateral = mention->sequel = true;
        mention->kind = mention->label.kind = KIND_TALKS;
        take_status(mention, phrase);
        slot_row(finder, mention, one);
        part_from_before(finder, told, mention);
        slot_circumstances(finder, mention, one);
        if (!mention->date)
            mention->date = told_at(finder, t, one, TYPE(DATE));
        if (!mention->time)
            mention->time = told_at(finder, t, one, TYPE(TIME));
        keep_apart(finder, mention, one);
        drop_nouns_in(finder, phrase);
    }
}
