#include "meeting/find/gap.h"
#include "annotate/look.h"

/* "Met B in Lima on Monday and C in Quito on Tuesday": the verb told once is of two meetings, each
 * with a day or place of its own. */

/* Whether the party at the chunk does something itself: "… et mardi B, ministre, a démissionné". */
static bool acts(const struct finder *finder, uint32_t party)
{
    const uint32_t comma = clause_is(&finder->clause, party + 1, TYPE(COMMA));
    const uint32_t end = clause_chunk(&finder->clause, party + comma)->end;
    return clause_is(&finder->clause, party + comma + 1, TYPE(VERB) | TYPE(RELATIVE)) ||
           look_at(finder->document, end, LEXICON_AUX);
}

/* Where and when one is met: chunks, or CLAUSE_NONE. */
struct setting {
    uint32_t day, town;
};

/* Whether the chunk is a place where somebody is: not "the ambassador to Lyon". */
static bool is_where(const struct finder *finder, uint32_t chunk)
{
    const struct spot *spot = clause_is(&finder->clause, chunk, TYPE(PLACE))
                                  ? clause_chunk(&finder->clause, chunk)->of->detail
                                  : NULL;
    return spot && (spot->governor & CLASS(AT));
}

/* Reads the first day and place told from the chunk on; the chunk behind them. */
static uint32_t read_setting(const struct finder *finder, uint32_t chunk,
                             struct setting *ret_setting)
{
    const struct clause *clause = &finder->clause;
    *ret_setting = (struct setting){CLAUSE_NONE, CLAUSE_NONE};
    for (; clause_is(clause, chunk, TYPE(AT) | TYPE(TO) | TYPE(DATE) | TYPE(PLACE)); chunk++) {
        if (clause_is(clause, chunk, TYPE(DATE)) && ret_setting->day == CLAUSE_NONE)
            ret_setting->day = chunk;
        else if (is_where(finder, chunk) && ret_setting->town == CLAUSE_NONE)
            ret_setting->town = chunk;
    }
    return chunk;
}

/* The party told with a day or place of its own behind "and", and these: "A a reçu lundi B et mardi
 * C", "met B in Lima and C in Quito"; or CLAUSE_NONE. */
static uint32_t next_party(const struct finder *finder, uint32_t others, struct setting *ret_first,
                           struct setting *ret_next)
{
    const struct clause *clause = &finder->clause;
    const uint32_t first = read_setting(finder, others + 1, ret_first);
    uint32_t joint = first;
    while (clause_is(clause, joint, TYPE(COMMA) | TYPE(AND)))
        joint++;
    const uint32_t joined =
        joint - 1 - (joint > first && clause_is(clause, joint - 1, TYPE(COMMA)));
    uint32_t party = read_setting(finder, joint, ret_next);
    const bool before = ret_next->day != CLAUSE_NONE || ret_next->town != CLAUSE_NONE;
    party += before && clause_is(clause, party, TYPE(COMMA)); /* "et un jour plus tôt, C" */
    const uint32_t with = clause_is(clause, party, TYPE(WITH));
    if (joint == first || !clause_is(clause, joined, TYPE(AND)) ||
        !clause_is(clause, party + with, TYPE(PARTY)) || acts(finder, party + with) ||
        (!with && clause_governor(clause, party)))
        return CLAUSE_NONE;
    if (before) {
        struct setting behind;
        read_setting(finder, party + with + 1, &behind);
        if (ret_next->town == CLAUSE_NONE) /* "and on Tuesday with C in Quito" */
            ret_next->town = behind.town;
        return party + with;
    }
    const uint32_t end = read_setting(finder, party + with + 1, ret_next);
    const bool day = ret_first->day != CLAUSE_NONE && ret_next->day != CLAUSE_NONE;
    const bool town = ret_first->town != CLAUSE_NONE && ret_next->town != CLAUSE_NONE;
    return (day || town) && !acts(finder, end - 1) ? party + with : CLAUSE_NONE;
}

/* What of the type is told first of all before the chunk, or NULL. */
static const struct annotation *first_of(const struct finder *finder, uint32_t chunk, uint64_t type)
{
    for (uint32_t i = 0; i < chunk; i++) {
        if (clause_is(&finder->clause, i, type))
            return clause_chunk(&finder->clause, i)->of;
    }
    return NULL;
}

/* Gives what is told at the chunk to the one met next; what was taken for the first meeting from
 * there is not of it. */
static void move_on(const struct finder *finder, uint32_t chunk, const struct annotation *before,
                    const struct annotation **first, const struct annotation **next)
{
    if (chunk == CLAUSE_NONE)
        return;
    const struct annotation *own = clause_chunk(&finder->clause, chunk)->of;
    if (*first == own)
        *first = before;
    *next = own;
}

/* Takes those told in the chunk from the mention. */
static void drop_told_in(struct mention *mention, const struct chunk *chunk)
{
    uint16_t kept = 0;
    for (unsigned i = 0; i < mention->party_count; i++) {
        const uint32_t begin = mention->parties[i].party->begin;
        if (begin < chunk->begin || begin >= chunk->end)
            mention->parties[kept++] = mention->parties[i];
    }
    mention->party_count = kept;
}

bool keep_next(struct finder *finder, struct mention *mention, uint32_t others)
{
    const struct clause *clause = &finder->clause;
    struct setting first, next_at;
    const uint32_t party = mention->date || mention->place
                               ? next_party(finder, others, &first, &next_at)
                               : CLAUSE_NONE;
    const uint32_t kept = finder->count;
    if (party == CLAUSE_NONE)
        return false;
    const struct party_list *list = party_members(clause_chunk(clause, party)->of);
    keep_with(finder, mention, clause_chunk(clause, others)->begin, list->at[0]);
    if (finder->count == kept)
        return false;
    drop_told_in(mention, clause_chunk(clause, party));
    struct mention *next = finder->mentions[kept];
    for (unsigned i = 1; i < list->count && next->party_count < MENTION_PARTIES; i++)
        next->parties[next->party_count++] = (struct slot){list->at[i], PART_ATTENDEE};
    const struct annotation *town = first.town == CLAUSE_NONE
                                        ? first_of(finder, others, TYPE(PLACE))
                                        : clause_chunk(clause, first.town)->of;
    const struct annotation *day = first.day == CLAUSE_NONE ? first_of(finder, others, TYPE(DATE))
                                                            : clause_chunk(clause, first.day)->of;
    move_on(finder, next_at.day, day, &mention->date, &next->date);
    move_on(finder, next_at.town, town, &mention->place, &next->place);
    return true;
}
