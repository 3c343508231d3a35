#include "annotate/look.h"
#include "meeting/find/find.h"
#include "meeting/find/travel.h"

/*
 * "Une visite en Thaïlande et au Japon" is one journey, in no one state; "les réunions à Lyon et à
 * Riga", "se sont rencontrés le 3 mai et le 9 juin" tell several meetings.
 */

/* The chunk of the date or place, or CLAUSE_NONE. */
static uint32_t chunk_of(const struct clause *clause, const struct annotation *annotation)
{
    for (uint32_t i = 0; annotation && i < clause->chunks.count; i++) {
        if (clause_is(clause, i, TYPE(PLACE) | TYPE(DATE)) &&
            clause_chunk(clause, i)->of == annotation)
            return i;
    }
    return CLAUSE_NONE;
}

/* The place that goes on behind a comma or "and", or CLAUSE_NONE. */
static uint32_t next_place(const struct clause *clause, uint32_t chunk)
{
    uint32_t i = chunk + 1;
    while (clause_is(clause, i, TYPE(COMMA) | TYPE(AND)))
        i++;
    if (i == chunk + 1)
        return CLAUSE_NONE;
    while (clause_is(clause, i, TYPE(AT) | TYPE(TO)))
        i++;
    return clause_is(clause, i, TYPE(PLACE)) ? i : CLAUSE_NONE;
}

static const struct spot *spot_at(const struct clause *clause, uint32_t chunk)
{
    return clause_chunk(clause, chunk)->of->detail;
}

/* Whether a journey goes on from one to the other: into another state, by the same kind of name. */
static bool goes_on(const struct spot *from, const struct spot *to)
{
    return to->country[0] && from->country[0] && strcmp(from->country, to->country) != 0 &&
           !from->city == !to->city;
}

/* Whether "then" joins what goes on at the chunk: "à Oslo, puis à Riga". */
static bool comes_then(const struct finder *finder, uint32_t chunk)
{
    return clause_is(&finder->clause, chunk, TYPE(AND)) &&
           document_is(finder->document, clause_chunk(&finder->clause, chunk)->begin,
                       CLASS(FURTHER));
}

static bool then_behind(const struct finder *finder, uint32_t chunk)
{
    return comes_then(finder, chunk + 1) ||
           (clause_is(&finder->clause, chunk + 1, TYPE(COMMA)) && comes_then(finder, chunk + 2));
}

void slot_journey(const struct finder *finder, struct mention *mention)
{
    const struct clause *clause = &finder->clause;
    const uint32_t first = mention->kind == KIND_VISIT && mention->place
                               ? chunk_of(clause, mention->place)
                               : CLAUSE_NONE;
    const uint32_t next = first == CLAUSE_NONE ? first : next_place(clause, first);
    if (next != CLAUSE_NONE && !then_behind(finder, first) &&
        goes_on(spot_at(clause, first), spot_at(clause, next))) {
        mention->place = NULL;
        mention->journey = true;
        mention->label.plural = false; /* "back from visits to Peru and Chile": one journey */
    }
}

/* The town that goes on behind "and", with the preposition of the first; or CLAUSE_NONE. */
static uint32_t next_town(const struct finder *finder, uint32_t chunk)
{
    const struct clause *clause = &finder->clause;
    const uint32_t next = next_place(clause, chunk);
    if (next == CLAUSE_NONE || !clause_is(clause, next - 1, TYPE(AT) | TYPE(TO) | TYPE(AND)))
        return CLAUSE_NONE;
    const struct spot *from = spot_at(clause, chunk), *to = spot_at(clause, next);
    const bool own = to->governor & (CLASS(AT) | CLASS(TO));
    return from->city && to->city && from->city->value != to->city->value && own ? next
                                                                                 : CLAUSE_NONE;
}

/* The whole day that goes on behind "and" and the day at chunk, "celles de 2018 et de 2021", "le 30
 * mars à 8 heures et le 3 avril à 10 heures"; or CLAUSE_NONE. */
static uint32_t next_day(const struct clause *clause, uint32_t chunk, bool standin)
{
    uint32_t next = chunk + 1;
    while (clause_is(clause, next, TYPE(TIME) | TYPE(AT) | TYPE(OF)))
        next++;
    const bool timed = next > chunk + 1;
    if (!clause_is(clause, next++, TYPE(AND)))
        return CLAUSE_NONE;
    next += clause_is(clause, next, TYPE(OF) | TYPE(AT));
    if (!clause_is(clause, next, TYPE(DATE)))
        return CLAUSE_NONE;
    if (standin)
        return next;
    const struct date *from = clause_chunk(clause, chunk)->of->detail;
    const struct date *to = clause_chunk(clause, next)->of->detail;
    return from->day && from->month && to->day && to->month && (timed || from->month != to->month)
               ? next
               : CLAUSE_NONE;
}

/* The time told behind the day at chunk, "le 3 avril à 10 heures"; or CLAUSE_NONE. */
static uint32_t time_behind(const struct clause *clause, uint32_t chunk)
{
    const uint32_t time = chunk + 1 + clause_is(clause, chunk + 1, TYPE(AT) | TYPE(OF));
    return clause_is(clause, time, TYPE(TIME)) ? time : CLAUSE_NONE;
}

static struct mention *copy_of(const struct finder *finder, const struct mention *mention)
{
    struct mention *copy = ARENA_ARRAY(finder->document->arena, struct mention, 1);
    if (copy)
        *copy = *mention;
    else
        finder->story->document->memory_out = true;
    return copy;
}

/* "à Oslo lundi, puis mardi à Riga", "Oslo on Monday and Riga on Tuesday": the stage of a journey
 * that goes on behind the chunk, each place with a day of its own, or behind "then".  Its last
 * chunk or CLAUSE_NONE. */
static uint32_t next_stage(const struct finder *finder, uint32_t chunk, uint32_t *ret_place,
                           uint32_t *ret_date)
{
    const struct clause *clause = &finder->clause;
    const uint64_t joints = TYPE(COMMA) | TYPE(AND);
    const uint64_t at = TYPE(AT) | TYPE(TO) | TYPE(FROM) | TYPE(OF);
    uint32_t i = chunk + 1;
    bool then = false;
    for (; clause_is(clause, i, joints); i++)
        then |= comes_then(finder, i);
    if (i == chunk + 1)
        return CLAUSE_NONE;
    *ret_place = *ret_date = CLAUSE_NONE;
    uint32_t last = CLAUSE_NONE;
    for (; clause_is(clause, i, at | TYPE(PLACE) | TYPE(DATE)); i++) {
        uint32_t *slot = clause_is(clause, i, TYPE(PLACE)) ? ret_place : ret_date;
        if (clause_is(clause, i, at))
            continue;
        if (*slot != CLAUSE_NONE)
            break;
        *slot = last = i;
    }
    return *ret_place != CLAUSE_NONE && (then || *ret_date != CLAUSE_NONE) ? last : CLAUSE_NONE;
}

/* "ira mardi à Oslo, où il verra B, | et jeudi à Riga": the chunk before the stage with which the
 * journey goes on behind what is told with the "where" at the chunk, or CLAUSE_NONE. */
static uint32_t before_stage(const struct finder *finder, uint32_t where)
{
    const struct clause *clause = &finder->clause;
    uint32_t place, date;
    for (uint32_t i = where + 1; i + 1 < clause->chunks.count; i++) {
        if (clause_is(clause, i, TYPE(STOP) | TYPE(SUBORDINATOR) | TYPE(RELATIVE)))
            break;
        if (clause_is(clause, i + 1, TYPE(COMMA) | TYPE(AND)) &&
            next_stage(finder, i, &place, &date) != CLAUSE_NONE && date != CLAUSE_NONE &&
            spot_at(clause, place)->city)
            return i;
    }
    return CLAUSE_NONE;
}

uint32_t stage_behind(const struct finder *finder, uint32_t index)
{
    uint32_t where = index;
    while (where > 0 && !clause_is_where(&finder->clause, where) &&
           !clause_is(&finder->clause, where, TYPE(STOP)))
        where--;
    const uint32_t before =
        clause_is_where(&finder->clause, where) ? before_stage(finder, where) : CLAUSE_NONE;
    return before == CLAUSE_NONE ? CLAUSE_NONE : before + 1;
}

/* Whether talks go on at the stage, a day and a town of their own: "on March 3 in Oslo, then on
 * April 2 in Riga". */
static bool is_next_talks(const struct finder *finder, const struct mention *mention,
                          uint32_t place, uint32_t date)
{
    const struct clause *clause = &finder->clause;
    const uint32_t behind = (place > date ? place : date) + 1;
    return mention->date && date != CLAUSE_NONE && spot_at(clause, place)->city &&
           (mention->verb || mention->label.plural) &&
           !clause_is(clause, behind + clause_is(clause, behind, TYPE(COMMA)),
                      TYPE(PARTY) | TYPE(WITH) | TYPE(NOUN) | TYPE(VERB));
}

/* Keeps a copy of mention for every stage behind it; whether there is one. */
static bool keep_stages(struct finder *finder, const struct mention *mention)
{
    const struct clause *clause = &finder->clause;
    const bool visit = mention->kind == KIND_VISIT;
    bool kept = false;
    const uint32_t at = chunk_of(clause, mention->place);
    uint32_t on = chunk_of(clause, mention->date), place, date;
    if (on == CLAUSE_NONE || (at != CLAUSE_NONE && on < at))
        on = at; /* "sera lundi à Oslo et mardi à Riga": a word of the verb */
    if (at == CLAUSE_NONE)
        return false;
    uint32_t last = next_stage(finder, on, &place, &date);
    const uint32_t where = on + 1 + clause_is(clause, on + 1, TYPE(COMMA));
    const uint32_t before =
        clause_is_where(&finder->clause, where) ? before_stage(finder, where) : CLAUSE_NONE;
    if (before != CLAUSE_NONE)
        last = next_stage(finder, before, &place, &date);
    if (!mention->date && last != CLAUSE_NONE && !then_behind(finder, on))
        return false; /* "who is visiting Mali, in Bamako on Monday" */
    while (last != CLAUSE_NONE && (visit || is_next_talks(finder, mention, place, date))) {
        struct mention *copy = copy_of(finder, mention);
        if (!copy)
            return kept;
        copy->place = clause_chunk(clause, place)->of;
        copy->date = date == CLAUSE_NONE ? NULL : clause_chunk(clause, date)->of;
        copy->further = !visit;
        finder_keep(finder, copy);
        kept = true;
        last = next_stage(finder, last, &place, &date);
    }
    return kept;
}

/* "les sommets du G7 et de l'Otan": whose the second is, is no party of the first. */
static void drop_owner(struct mention *mention)
{
    const struct span other = mention->label.other;
    uint16_t kept = 0;
    for (unsigned i = 0; i < mention->party_count; i++) {
        const uint32_t begin = mention->parties[i].party->begin;
        if (begin < other.begin || begin >= other.end)
            mention->parties[kept++] = mention->parties[i];
    }
    mention->party_count = kept;
}

/* The second of "les sommets de Lomé et de Dakar": what its name is, and where it is. */
static void name_other(const struct document *document, struct mention *copy)
{
    const struct span name = copy->label.name, other = copy->label.other;
    const struct annotation *town = look_at(document, other.begin, LEXICON_CITY)
                                        ? look_at(document, other.begin, ANNOTATION_PLACE)
                                        : NULL;
    if (town || (copy->place && copy->place->begin >= name.begin && copy->place->begin < name.end))
        copy->place = town;
    copy->label.name = copy->label.series = other;
}

void keep_others(struct finder *finder, struct mention *mention)
{
    const struct clause *clause = &finder->clause;
    drop_owner(mention);
    if (mention->kind == KIND_CALL || keep_stages(finder, mention) || mention->kind == KIND_VISIT)
        return;
    const uint32_t place = chunk_of(clause, mention->place);
    const uint32_t town = place == CLAUSE_NONE ? place : next_town(finder, place);
    struct mention *copy = NULL;
    if (town != CLAUSE_NONE && (mention->label.plural || mention->verb) &&
        (copy = copy_of(finder, mention))) {
        copy->place = clause_chunk(clause, town)->of;
        finder_keep(finder, copy);
    }
    const uint32_t date = chunk_of(clause, mention->date);
    const uint32_t day = date == CLAUSE_NONE ? date : next_day(clause, date, mention->standin);
    const bool two = mention->label.other.end > mention->label.other.begin;
    if ((two || day != CLAUSE_NONE) && (copy = copy_of(finder, mention))) {
        copy->date = day == CLAUSE_NONE ? mention->date : clause_chunk(clause, day)->of;
        const uint32_t time = day == CLAUSE_NONE ? day : time_behind(clause, day);
        copy->time = time == CLAUSE_NONE ? mention->time : clause_chunk(clause, time)->of;
        if (two)
            name_other(finder->document, copy);
        finder_keep(finder, copy);
    }
}

bool place_is_bound_for(const struct finder *finder, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    uint32_t i = index;
    if (clause_is(clause, index + 1, TYPE(NOUN)) &&
        clause_chunk(clause, index + 1)->begin == clause_chunk(clause, index)->end)
        return finder->labels[index + 1].kind == KIND_VISIT; /* "his Kenya visit" */
    while (i > 0 && clause_is(clause, i - 1, TYPE(ABOUT) | TYPE(DATE) | TYPE(TIME)))
        i--;
    const bool verb = i > 0 && clause_is(clause, i - 1, TYPE(VERB));
    const uint32_t of = i > 1 ? i - 2 : 0;
    const bool before = /* "avant de s'envoler pour Lyon, A a reçu B": not there */
        clause_is(clause, index + 1, TYPE(COMMA)) &&
        str_equal(clause_when(clause, of - (of > 0 && clause_is(clause, of, TYPE(OF)))),
                  STR("BEFORE"));
    const bool bound = /* "s'envolera pour Lyon", "left for Lyon" */
        verb && !before &&
        (i < index ||
         document_is(finder->document, clause_chunk(clause, i - 1)->end - 1, CLASS(ABOUT)));
    const struct annotation *word =
        bound ? verb_reading(finder->document, clause_verb(clause, i - 1), LEXICON_MEETVERB) : NULL;
    return word && look_lexeme(finder->document, word)->kind == KIND_VISIT;
}
