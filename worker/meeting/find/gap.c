#include "meeting/find/gap.h"
#include "annotate/look.h"

/* "Met B in Lima on Monday, C in Quito on Tuesday and D at noon": the verb told once is of as many
 * meetings, each with a day, an hour or a place of its own. */

/* Whether the party at the chunk does something itself: "… et mardi B, ministre, a démissionné". */
static bool acts(const struct finder *finder, uint32_t party)
{
    const struct clause *clause = &finder->clause;
    const uint32_t comma = clause_is(clause, party + 1, TYPE(COMMA));
    const uint32_t end = clause_chunk(clause, party + comma)->end, verb = party + comma + 1;
    uint32_t speaker = verb + 1; /* ", a annoncé mardi C" */
    while (clause_is(clause, speaker, TYPE(DATE)))
        speaker++;
    if (comma && clause_is(clause, verb, TYPE(VERB)) && clause_is(clause, speaker, TYPE(PARTY)) &&
        verb_reading(finder->document, clause_verb(clause, verb), LEXICON_SPEECHVERB))
        return false;
    return clause_is(clause, verb, TYPE(VERB) | TYPE(RELATIVE)) ||
           look_at(finder->document, end, LEXICON_AUX);
}

enum { ITEMS_MAX = 16 };
#define SETTING (TYPE(AT) | TYPE(TO) | TYPE(DATE) | TYPE(TIME) | TYPE(PLACE))

/* Where and when one is met: chunks, or CLAUSE_NONE; room: in a house or a part of the day that no
 * chunk tells, "at the palace", "in the morning". */
struct setting {
    uint32_t day, hour, town;
    bool room;
};

static const struct setting NOWHERE = {CLAUSE_NONE, CLAUSE_NONE, CLAUSE_NONE, false};

/* One who is met, and the setting told beside him: chunks. */
struct item {
    uint32_t party, end;
    struct setting at;
};

/* Whether the chunk is a place where somebody is: not "the ambassador to Lyon". */
static bool is_where(const struct finder *finder, uint32_t chunk)
{
    const struct spot *spot = clause_is(&finder->clause, chunk, TYPE(PLACE))
                                  ? clause_chunk(&finder->clause, chunk)->of->detail
                                  : NULL;
    return spot && (spot->governor & CLASS(AT));
}

/* "| at the palace and": whether plain words stand between the preposition at the chunk and what is
 * told next. */
static bool is_room(const struct finder *finder, uint32_t chunk)
{
    const struct clause *clause = &finder->clause;
    const bool last = chunk + 1 == clause->chunks.count;
    const uint32_t end = last ? finder->sentence->end - 1 : clause_chunk(clause, chunk + 1)->begin;
    return clause_is(clause, chunk, TYPE(AT)) &&
           (last || clause_is(clause, chunk + 1, SETTING | TYPE(AND) | TYPE(COMMA) | TYPE(STOP))) &&
           clause_chunk(clause, chunk)->end < end;
}

/* Reads the first day, hour and place told from the chunk on; the chunk behind them. */
static uint32_t read_setting(const struct finder *finder, uint32_t chunk,
                             struct setting *ret_setting)
{
    const struct clause *clause = &finder->clause;
    *ret_setting = NOWHERE;
    for (; clause_is(clause, chunk, SETTING); chunk++) {
        if (clause_is(clause, chunk, TYPE(DATE)) && ret_setting->day == CLAUSE_NONE)
            ret_setting->day = chunk;
        else if (clause_is(clause, chunk, TYPE(TIME)) && ret_setting->hour == CLAUSE_NONE)
            ret_setting->hour = chunk;
        else if (is_where(finder, chunk) && ret_setting->town == CLAUSE_NONE)
            ret_setting->town = chunk;
        else
            ret_setting->room |= is_room(finder, chunk);
    }
    return chunk;
}

/* The chunk behind the party and what is told of him: "B, of the Greens, | on Monday", "the envoys
 * of civil society | on Monday". */
static uint32_t behind_party(const struct finder *finder, uint32_t party)
{
    const struct clause *clause = &finder->clause;
    if (clause_is(clause, party + 1, TYPE(OF)))
        return party + 2 + clause_is(clause, party + 2, TYPE(PARTY) | TYPE(PLACE));
    if (!clause_is(clause, party + 1, TYPE(COMMA)) || !clause_is(clause, party + 2, TYPE(OF)))
        return party + 1;
    const uint32_t comma = party + 3 + clause_is(clause, party + 3, TYPE(PARTY) | TYPE(PLACE));
    return clause_is(clause, comma, TYPE(COMMA)) ? comma : party + 1;
}

static bool is_semicolon(const struct finder *finder, uint32_t index)
{
    return clause_is(&finder->clause, index, TYPE(STOP)) &&
           look_mark(finder->document, clause_chunk(&finder->clause, index)->begin, ';');
}

/* Reads the setting told behind the chunk, "B lundi", and behind what is told of him, "B, chef du
 * parti, lundi,"; the chunk behind it. */
static uint32_t read_behind(const struct finder *finder, uint32_t chunk,
                            struct setting *ret_setting)
{
    const struct clause *clause = &finder->clause;
    const uint32_t behind = behind_party(finder, chunk);
    const bool comma = clause_is(clause, behind, TYPE(COMMA));
    const uint32_t end = read_setting(finder, behind + comma, ret_setting);
    if (!comma || end == clause->chunks.count || clause_is(clause, end, TYPE(COMMA) | TYPE(AND)) ||
        is_semicolon(finder, end))
        return end;
    *ret_setting = NOWHERE;
    return behind;
}

static bool is_told(const struct setting *at)
{
    return at->room || at->day != CLAUSE_NONE || at->hour != CLAUSE_NONE || at->town != CLAUSE_NONE;
}

/* Whether both tell a day, an hour or a place: "B lundi, C mardi". */
static bool is_alike(const struct setting *a, const struct setting *b)
{
    return (a->day != CLAUSE_NONE && b->day != CLAUSE_NONE) ||
           (a->hour != CLAUSE_NONE && b->hour != CLAUSE_NONE) ||
           (a->town != CLAUSE_NONE && b->town != CLAUSE_NONE) || (a->room && b->room);
}

/* Reads the next one who is met, told with a setting like first behind a comma or "and": "A a reçu
 * lundi B et mardi C", "met B in Lima, C in Quito".  Returns whether there is one. */
static bool read_item(const struct finder *finder, uint32_t chunk, const struct setting *first,
                      struct item *ret_item)
{
    const struct clause *clause = &finder->clause;
    uint32_t joint = chunk;
    while (clause_is(clause, joint, TYPE(COMMA) | TYPE(AND)) || is_semicolon(finder, joint))
        joint++;
    const uint32_t joined =
        joint - 1 - (joint > chunk && clause_is(clause, joint - 1, TYPE(COMMA)));
    const bool last = joint > chunk && clause_is(clause, joined, TYPE(AND));
    struct item item;
    const uint32_t another =
        joint + clause_is(clause, joint, TYPE(SEQUENCE)); /* "another with C" */
    uint32_t party = read_setting(finder, another, &item.at);
    const bool before = is_told(&item.at);
    party += before && clause_is(clause, party, TYPE(COMMA)); /* "et un jour plus tôt, C" */
    const uint32_t with = clause_is(clause, party, TYPE(WITH));
    if (with && (clause_is_beside(clause, party) || clause_joins(clause, party)))
        return false;
    item.party = party + with;
    if (joint == chunk || !clause_is(clause, item.party, TYPE(PARTY)) || acts(finder, item.party) ||
        (!with && clause_governor(clause, party)))
        return false;
    struct setting behind;
    item.end = read_behind(finder, item.party, &behind);
    if (before && item.at.town == CLAUSE_NONE) /* "and on Tuesday with C in Quito" */
        item.at.town = behind.town;
    if (!before)
        item.at = behind;
    if (before && behind.town == CLAUSE_NONE)
        item.end = behind_party(finder, item.party);
    *ret_item = item;
    return (before && last) || (is_alike(first, &item.at) && !acts(finder, item.end - 1));
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

/* What of the type the first meeting is told with: at the chunk, else before those met. */
static const struct annotation *own(const struct finder *finder, uint32_t chunk, uint32_t others,
                                    uint64_t type)
{
    return chunk == CLAUSE_NONE ? first_of(finder, others, type)
                                : clause_chunk(&finder->clause, chunk)->of;
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

void drop_told_in(struct mention *mention, const struct chunk *chunk)
{
    uint16_t kept = 0;
    for (unsigned i = 0; i < mention->party_count; i++) {
        const uint32_t begin = mention->parties[i].party->begin;
        if (begin < chunk->begin || begin >= chunk->end)
            mention->parties[kept++] = mention->parties[i];
    }
    mention->party_count = kept;
}

/* Keeps a copy of mention for those of the item, with what is told beside them. */
static void keep_item(struct finder *finder, struct mention *mention, struct span instead,
                      const struct item *first, const struct item *item)
{
    const struct clause *clause = &finder->clause;
    const struct party_list *list = party_members(clause_chunk(clause, item->party)->of);
    const uint32_t kept = finder->count;
    keep_with(finder, mention, instead, list->at[0]);
    if (finder->count == kept)
        return;
    struct mention *next = finder->mentions[kept];
    for (unsigned i = 1; i < list->count && next->party_count < MENTION_PARTIES; i++)
        next->parties[next->party_count++] = (struct slot){list->at[i], PART_ATTENDEE};
    next->time = NULL;
    const struct annotation *day = own(finder, first->at.day, first->party, TYPE(DATE));
    if (!day && first->at.room && item->at.day != CLAUSE_NONE)
        day =
            clause_chunk(clause, item->at.day)->of; /* "B at the palace and C at the port today" */
    move_on(finder, item->at.day, day, &mention->date, &next->date);
    move_on(finder, item->at.hour, own(finder, first->at.hour, first->party, TYPE(TIME)),
            &mention->time, &next->time);
    move_on(finder, item->at.town, own(finder, first->at.town, first->party, TYPE(PLACE)),
            &mention->place, &next->place);
}

/* The setting beside which the others have theirs: told behind those met, before them, or of their
 * meeting anywhere: "Lundi, A verra B ; mardi, C". */
static struct setting setting_like(const struct finder *finder, const struct mention *mention,
                                   uint32_t others, const struct setting *first)
{
    struct setting like = *first;
    uint32_t from = others;
    while (from > 0 && clause_is(&finder->clause, from - 1, SETTING | TYPE(WITH) | TYPE(COMMA)))
        from--;
    if (!is_told(&like))
        read_setting(finder, from, &like);
    if (is_told(&like))
        return like;
    const uint32_t begin = clause_chunk(&finder->clause, others)->begin;
    like.day = mention->date && mention->date->begin < begin ? others : CLAUSE_NONE;
    like.hour = mention->time && mention->time->begin < begin ? others : CLAUSE_NONE;
    like.town = mention->place && mention->place->begin < begin ? others : CLAUSE_NONE;
    return like;
}

bool keep_next(struct finder *finder, struct mention *mention, struct span instead, uint32_t others)
{
    const struct clause *clause = &finder->clause;
    struct item items[ITEMS_MAX];
    unsigned count = 0;
    struct item first = {.party = others};
    uint32_t end = read_behind(finder, others, &first.at);
    const struct setting like = setting_like(finder, mention, others, &first.at);
    if (!is_told(&like) && !mention->date && !mention->time && !mention->place)
        return false;
    while (count < ITEMS_MAX && read_item(finder, end, &like, &items[count]))
        end = items[count++].end;
    if (count > 0 && first.at.day != CLAUSE_NONE)
        mention->date = clause_chunk(clause, first.at.day)->of; /* "this week: A on Monday" */
    if (count > 0 && !mention->date && like.day != CLAUSE_NONE)
        mention->date = clause_chunk(clause, like.day)->of; /* "will receive: on Monday, A" */
    for (unsigned i = 0; i < count; i++)
        drop_told_in(mention, clause_chunk(clause, items[i].party));
    for (unsigned i = 0; i < count; i++)
        keep_item(finder, mention, instead, &first, &items[i]);
    return count > 0;
}

bool goes_on_with(const struct finder *finder, uint32_t party)
{
    const struct clause *clause = &finder->clause;
    const uint64_t further = CLASS(FURTHER);
    uint32_t with = party + 1;
    bool another = false;
    if (party == CLAUSE_NONE)
        return false;
    for (; clause_is(clause, with, SETTING | TYPE(COMMA) | TYPE(AND) | TYPE(SEQUENCE)); with++)
        another |= clause_is(clause, with, TYPE(SEQUENCE));
    if (another || !clause_is(clause, with, TYPE(WITH)))
        return clause_is(clause, with, TYPE(WITH));
    for (uint32_t t = clause_chunk(clause, party)->end; t < clause_chunk(clause, with)->begin;
         t++) {
        if (document_is(finder->document, t, further))
            return true;
    }
    return false;
}
