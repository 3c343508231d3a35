#include <string.h>

#include "annotate/look.h"
#include "meeting/find.h"
#include "meeting/predicate.h"

/* When and where: the dates, times and places that a trigger claims in its clause. */

/* Whether the chunk tells a meeting of its own: a noun, or a verb of meeting that doesn't just say
 * something of one that a noun tells. */
static bool is_trigger(const struct finder *finder, uint32_t index, uint32_t noun)
{
    if (clause_is(&finder->clause, index, TYPE(NOUN)))
        return !noun_is_manner(finder, index);
    if (!clause_is(&finder->clause, index, TYPE(VERB)))
        return false;
    const struct verb *verb = clause_verb(&finder->clause, index);
    if (noun != CLAUSE_NONE && finder_sense(finder, index) != SENSE_NONE &&
        clause_after(&finder->clause, index, TYPE(NOUN) | TYPE(PARTY), TYPE(WITH)) == CLAUSE_NONE)
        return false;
    return verb_reading(finder->document, verb, LEXICON_MEETVERB) != NULL;
}

/* "in the northern port city of Leixo": what is "of" stands "in". */
static bool is_town_of(const struct finder *finder, uint32_t token)
{
    enum { BACK = 7 };
    const uint32_t begin = finder->sentence->begin;
    if (token == begin || !document_is(finder->document, token - 1, CLASS(OF)))
        return false;
    for (uint32_t t = token - 1; t-- > begin && token - t <= BACK;) {
        if (look_flag(finder->document, t, TOKEN_PUNCT) ||
            document_is(finder->document, t, CLASS(FROM)) ||
            look_any(finder->document, t, KIND_BIT(ANNOTATION_PARTY)))
            return false;
        if (document_is(finder->document, t, CLASS(AT)))
            return true;
    }
    return false;
}

/* "consacrée au Soudan": the place is what it is about. */
static bool is_subject_matter(const struct finder *finder, const struct spot *spot, uint32_t token)
{
    while (token > finder->sentence->begin &&
           document_is(finder->document, token - 1, CLASS(DETERMINER) | CLASS(TO)))
        token--;
    return token > finder->sentence->begin &&
           document_is(finder->document, token - 1, CLASS(ABOUT)) &&
           (!spot->city || !document_is(finder->document, token - 1, CLASS(AT) | CLASS(TO)));
}

/* "la situation politique au Mali": a state behind such a word is where that is. */
static bool is_elsewhere(const struct finder *finder, const struct spot *spot, uint32_t token)
{
    const struct document *document = finder->document;
    const uint32_t begin = finder->sentence->begin;
    while (token > begin &&
           document_is(document, token - 1, CLASS(DETERMINER) | CLASS(TO) | CLASS(AT)))
        token--;
    for (uint32_t back = 1; back <= 2 && token >= begin + back && !spot->city; back++) {
        if (document_is(document, token - back, CLASS(MATTER)))
            return true;
        if (!look_flag(document, token - back, TOKEN_WORD) ||
            look_at(document, token - back, ANNOTATION_VERB))
            return false;
    }
    return false;
}

static bool is_place_of(const struct finder *finder, uint32_t index, bool right)
{
    const struct chunk *chunk = clause_chunk(&finder->clause, index);
    const struct spot *spot = chunk->of->detail;
    if (!spot->city && !spot->country[0])
        return false; /* "en Afrique" */
    if (chunk->end < finder->sentence->end && look_clitic(finder->document, chunk->end))
        return false; /* "Victoria's premier" */
    if (is_subject_matter(finder, spot, chunk->begin) || is_elsewhere(finder, spot, chunk->begin))
        return false;
    const uint64_t away = CLASS(FROM);
    const uint64_t inside = CLASS(AT) | CLASS(TO);
    if ((spot->governor & inside) || (spot->city && is_town_of(finder, chunk->begin)))
        return true;
    return right && !(spot->governor & (away | CLASS(OF))) && spot->city;
}

/* "leaves for Kenya": the place right behind the verb's own preposition. */
static bool is_goal(const struct finder *finder, const struct chunk *chunk,
                    const struct mention *mention)
{
    uint32_t begin = chunk->begin;
    while (begin > mention->trigger.end &&
           document_is(finder->document, begin - 1, CLASS(DETERMINER)))
        begin--;
    return begin == mention->trigger.end;
}

/* "visited Kenya"; "ont visité le port de Lyméa": what is visited is where its town is. */
static bool is_visited(const struct finder *finder, const struct chunk *chunk,
                       const struct mention *mention, bool right)
{
    const struct spot *spot = chunk->of->detail;
    const bool of = spot->governor & CLASS(OF), from = spot->governor & CLASS(FROM);
    return right && mention->verb && mention->kind == KIND_VISIT && !from &&
           (is_goal(finder, chunk, mention) ||
            (of || (spot->governor & CLASS(ABOUT))) == !!spot->city); /* "s'est envolé pour Lyon" */
}

/* "une conférence sur la paix au Pays a été organisée à Lyon": the town, not what it is about;
 * "Norway offered to host talks in Oslo": the town in it. */
static bool is_better(const struct chunk *chunk, const struct mention *mention)
{
    const struct spot *known = mention->place->detail, *spot = chunk->of->detail;
    const bool within = strcmp(known->country, spot->country) == 0;
    return (mention->label.about || within) && !known->city && spot->city &&
           (spot->governor & CLASS(AT));
}

/* "les pourparlers de Lomé": a town right behind "of" is where they are; a visit is not of it. */
static bool is_seat(const struct finder *finder, const struct mention *mention, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    const struct spot *spot = clause_chunk(clause, index)->of->detail;
    if (mention->label.plural && !mention->status_told)
        return false;
    return index > 1 && spot->city && !mention->verb && mention->kind != KIND_VISIT &&
           mention->kind != KIND_CALL && clause_is(clause, index - 1, TYPE(OF)) &&
           clause_is(clause, index - 2, TYPE(NOUN)) &&
           clause_chunk(clause, index - 2)->end == clause_chunk(clause, index - 1)->begin &&
           clause_chunk(clause, index - 1)->end == clause_chunk(clause, index)->begin;
}

static void take(struct finder *finder, struct mention *mention, uint32_t index, bool right)
{
    struct chunk *chunk = &finder->clause.chunks.at[index];
    if (chunk->type == CHUNK_TIME && !mention->time && !chunk->taken) {
        mention->time = chunk->of;
        chunk->taken = true;
    } else if (chunk->type == CHUNK_PLACE && (!mention->place || is_better(chunk, mention)) &&
               !chunk->taken &&
               (is_place_of(finder, index, right) || is_visited(finder, chunk, mention, right) ||
                (right && is_seat(finder, mention, index)))) {
        mention->place = chunk->of;
        chunk->taken = true;
    } else if (chunk->type == CHUNK_MODE) {
        mention->mode = look_lexeme(finder->document, chunk->of)->mode;
    }
}

/* "Thursday's summit": the day belongs to the meeting told behind it. */
static bool is_of_next(const struct finder *finder, uint32_t index)
{
    const struct chunk *chunk = clause_chunk(&finder->clause, index);
    return clause_is(&finder->clause, index + 1, TYPE(NOUN)) &&
           look_clitic(finder->document, chunk->end);
}

/* "on Tuesday proposed a meeting": the day before such a verb is its own. */
static bool keeps_day(enum sense sense)
{
    return sense == SENSE_PROPOSE || sense == SENSE_ANNOUNCE || sense == SENSE_AGREE ||
           sense == SENSE_CONFIRM || sense == SENSE_CANCEL || sense == SENSE_POSTPONE ||
           sense == SENSE_PLAN || sense == SENSE_PREPARE || sense == SENSE_REFUSE ||
           sense == SENSE_DENY;
}

/* The sense of the verb whose object the noun is: "ended a summit on Thursday". */
static enum sense sense_before(const struct finder *finder, uint32_t noun)
{
    const uint64_t between = TYPE(POSSESSIVE) | TYPE(SEQUENCE) | TYPE(MODE) | TYPE(TIME);
    uint32_t i = noun;
    if (noun_deed(finder, noun) == SENSE_POSTPONE)
        return SENSE_POSTPONE; /* "le report du sommet au 3 mai" */
    while (i > 0 && clause_is(&finder->clause, i - 1, between))
        i--;
    return i > 0 && clause_is(&finder->clause, i - 1, TYPE(VERB)) ? finder_sense(finder, i - 1)
                                                                  : SENSE_NONE;
}

/* "Le 3 octobre, X, arrivé lundi, a rencontré Y": the day that opens a sentence is that of all that
 * it tells as done. */
static void share_date(const struct finder *finder, struct mention *mention)
{
    enum { WORDS_MAX = 2 }; /* "during the" */
    const bool done = mention->status == STATUS_HELD && mention->status_told;
    const uint64_t before = TYPE(AT) | TYPE(TO) | TYPE(FOLLOWING);
    uint32_t day = 0;
    while (day < WORDS_MAX && clause_is(&finder->clause, day, before))
        day++;
    if (!mention->date && !mention->until && done && clause_is(&finder->clause, day, TYPE(DATE)) &&
        clause_is(&finder->clause, day + 1, TYPE(COMMA)))
        mention->date = clause_chunk(&finder->clause, day)->of;
}

/* "was to be held there": the place told before; "there is" tells none. */
static void slot_there(const struct finder *finder, struct mention *mention, uint32_t index)
{
    const struct document *document = finder->document;
    for (uint32_t t = clause_chunk(&finder->clause, index)->begin; t < finder->sentence->end; t++) {
        if (look_mark(document, t, ';') || look_mark(document, t, ':'))
            return;
        if (document_is(document, t, CLASS(THERE)) && t > finder->sentence->begin &&
            !(t + 1 < finder->sentence->end && look_at(document, t + 1, LEXICON_AUX)))
            mention->there = true;
    }
}

/* "à Lyon, où il est en visite": the place right before the relative of place. */
static void slot_where(const struct finder *finder, struct mention *mention, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    for (uint32_t i = index; i-- > 1;) {
        if (clause_is(clause, i, TYPE(STOP)))
            return;
        if (!clause_is(clause, i, TYPE(RELATIVE)))
            continue;
        const uint32_t place = i - 1 - (clause_is(clause, i - 1, TYPE(COMMA)) && i > 1);
        if (document_is(finder->document, clause_chunk(clause, i)->begin, CLASS(WHERE)) &&
            clause_is(clause, place, TYPE(PLACE)))
            mention->place = clause_chunk(clause, place)->of;
        return;
    }
}

void slot_ahead(const struct finder *finder, struct mention *mention, const struct verb *verb)
{
    slot_agenda(finder, mention, verb);
    const struct date *date = mention->date ? mention->date->detail : NULL;
    const bool now = mention->status == STATUS_HELD || mention->status == STATUS_ONGOING;
    if (date && now && verb->tense == TENSE_PRES && date->unit == 'd' && date->offset > 0)
        mention->status = STATUS_SCHEDULED; /* "convenes tomorrow" */
    if (!date || !now || verb->tense != TENSE_PRES || verb->modality != MODALITY_NONE ||
        date->year || date->unit || date->direction || date->lean ||
        !(date->month || (date->weekday && !date->day)))
        return;
    const struct reference *reference = &finder->story->reference;
    const struct date_result day = date_value(date, reference, DIRECTION_NEAREST);
    const char *start = day.start.text;
    const struct iso_date today = day_iso(reference->day);
    if (date->month && date->day && strcmp(start, today.text) < 0)
        return; /* "leaves in this picture of Sept. 28", told on the 29th */
    if (start[0] && strncmp(start, today.text, strlen(start)) != 0)
        mention->status = STATUS_SCHEDULED;
}

/* What a verb beside the date says: "ended on Thursday", "on Thursday ended". */
static enum sense sense_around(const struct finder *finder, uint32_t date)
{
    const enum sense before = date ? finder_sense(finder, date - 1) : SENSE_NONE;
    return before == SENSE_NONE && finder_sense(finder, date + 1) == SENSE_CLOSE ? SENSE_CLOSE
                                                                                 : before;
}

/* "a discussion about a vote, which she wants in May": what follows is told of the vote. */
static bool is_matter(const struct finder *finder, uint32_t index, uint32_t noun)
{
    return noun != CLAUSE_NONE && finder->labels[noun].about &&
           clause_is(&finder->clause, index, TYPE(RELATIVE)) &&
           !clause_is(&finder->clause, index + 1, TYPE(VERB)) &&
           index <= noun + 1 + clause_is(&finder->clause, noun + 1, TYPE(COMMA));
}

/* "a reçu X lundi pour préparer les pourparlers": what stands before the aim is not its own. */
static bool is_aim_of(const struct finder *finder, uint32_t verb)
{
    const enum sense sense = finder_sense(finder, verb);
    return verb > 0 && clause_verb(&finder->clause, verb)->tense == TENSE_INF &&
           sense != SENSE_ATTEND && sense != SENSE_CHAIR &&
           document_is(finder->document, clause_chunk(&finder->clause, verb)->begin - 1,
                       CLASS(ABOUT));
}

/* "met A in Paris and on Tuesday will fly to Rome": the day behind "and" is the next verb's. */
static bool is_of_next_verb(const struct finder *finder, uint32_t date)
{
    const struct clause *clause = &finder->clause;
    uint32_t before = date - 1;
    while (before > 0 && clause_is(clause, before, TYPE(AT) | TYPE(TO)))
        before--;
    if (!clause_is(clause, before, TYPE(AND)))
        return false;
    const uint32_t end = clause_chunk(clause, date)->end;
    for (uint32_t t = end; t < finder->sentence->end && t <= end + 1; t++) {
        if (look_at(finder->document, t, LEXICON_AUX))
            return true; /* "and tomorrow there will be" */
    }
    for (uint32_t i = date + 1; i < clause->chunks.count; i++) {
        if (clause_is(clause, i, TYPE(VERB)))
            return clause_finite(clause, i);
        if (clause_is(clause, i, TYPE(STOP) | TYPE(COMMA) | TYPE(RELATIVE) | TYPE(SUBORDINATOR)))
            return false;
    }
    return false;
}

/* ", a annoncé samedi à Lyon X,": just behind what says who says it; index: nobody does there. */
static uint32_t behind_speaker(const struct finder *finder, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    if (index == 0 || !clause_is(clause, index, TYPE(VERB)) || !clause_finite(clause, index) ||
        !clause_is(clause, index - 1, TYPE(COMMA)) ||
        !verb_reading(finder->document, clause_verb(clause, index), LEXICON_SPEECHVERB) ||
        clause_verb(clause, index)->passive)
        return index;
    while (index < clause->chunks.count && !clause_is(clause, index, TYPE(COMMA)))
        index++;
    return index;
}

/* "avec X, qui dirige la banque depuis mai, lundi": what a relative clause tells of a party ends at
 * the next comma.  Returns the chunk to go on from, or the end. */
static uint32_t skip_aside(const struct finder *finder, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    const uint32_t of = index - 1 - (clause_is(clause, index - 1, TYPE(COMMA)) && index > 1);
    if (index < 2 || !clause_is(clause, index, TYPE(RELATIVE)) || clause_governor(clause, index) ||
        !clause_is(clause, of, TYPE(PARTY)) || finder_sense(finder, index + 1) != SENSE_NONE ||
        is_trigger(finder, index + 1, CLAUSE_NONE))
        return index;
    uint32_t end = index + 1;
    while (end < clause->chunks.count && !clause_is(clause, end, TYPE(COMMA) | TYPE(STOP)))
        end++;
    return end;
}

/* Takes date, time, place and mode: first what follows the trigger, then what precedes it. */
void slot_circumstances(struct finder *finder, struct mention *mention, uint32_t index)
{
    const uint64_t limits = TYPE(STOP) | TYPE(SUBORDINATOR);
    const uint32_t noun = clause_is(&finder->clause, index, TYPE(NOUN)) ? index : CLAUSE_NONE;
    const bool again = clause_is(&finder->clause, index, TYPE(VERB)) && !mention->verb;
    enum sense sense = again           ? finder_sense(finder, index)
                       : mention->verb ? SENSE_NONE
                                       : sense_before(finder, index);
    if (index > 1 && clause_is(&finder->clause, index - 1, TYPE(DATE)) &&
        clause_is(&finder->clause, index - 2, TYPE(VERB)) && !mention->verb &&
        !keeps_day(finder_sense(finder, index - 2)))
        slot_date(finder, mention, index - 1, SENSE_NONE); /* "opened yesterday the" */
    for (uint32_t i = index + 1; i < finder->clause.chunks.count; i++) {
        i = skip_aside(finder, behind_speaker(finder, i));
        if (clause_is(&finder->clause, i, limits) || is_trigger(finder, i, noun) ||
            is_matter(finder, i, noun))
            break;
        if (clause_is(&finder->clause, i, TYPE(DATE)) &&
            (is_of_next(finder, i) || is_of_next_verb(finder, i)))
            break;
        const bool date = clause_is(&finder->clause, i, TYPE(DATE));
        if (date && clause_is(&finder->clause, i - 1, TYPE(VERB) | TYPE(AT)) &&
            day_is_of_deed(finder, i))
            continue;
        if (clause_is(&finder->clause, i, TYPE(VERB)))
            sense = finder_sense(finder, i);
        else if (date)
            slot_date(finder, mention, i, sense);
        else if (i < finder->clause.chunks.count)
            take(finder, mention, i, true);
    }
    for (uint32_t i = index; i-- > 0;) {
        if (clause_is(&finder->clause, i, limits) || is_trigger(finder, i, noun))
            break;
        if (clause_is(&finder->clause, i, TYPE(VERB)) &&
            (keeps_day(finder_sense(finder, i)) || is_aim_of(finder, i)))
            break;
        if (!clause_is(&finder->clause, i, TYPE(DATE)))
            take(finder, mention, i, false);
        else if (!is_day_of_travel(finder, i))
            slot_date(finder, mention, i, sense_around(finder, i));
    }
    share_date(finder, mention);
    if (!mention->place)
        slot_where(finder, mention, index);
    if (!mention->place)
        slot_there(finder, mention, index);
}
