#include "annotate/look.h"
#include "meeting/find.h"
#include "meeting/predicate.h"

/* Which of the days that a clause tells are those of the meeting, and what they are of it: the
 * first, the last, or the one to which it was put off. */

/* "reporté au 23 février", "postponed to May": a preposition stands before the new day. */
static bool is_aim(const struct document *document, const struct annotation *date)
{
    const uint64_t aims = CLASS(TO) | CLASS(AT);
    const struct date *told = date->detail;
    uint32_t before = date->begin;
    while (before > 0 && document_is(document, before - 1, CLASS(DETERMINER)) &&
           !document_is(document, before - 1, aims))
        before--;
    return told->until || document_is(document, date->begin, aims) ||
           (before > 0 && document_is(document, before - 1, aims));
}

/* Verbs that only speak of a meeting: a day beside them is theirs. */
static bool is_saying(enum sense sense)
{
    return sense == SENSE_ANNOUNCE || sense == SENSE_CONFIRM || sense == SENSE_PROPOSE ||
           sense == SENSE_DENY || sense == SENSE_REFUSE || sense == SENSE_CANCEL ||
           sense == SENSE_POSTPONE || sense == SENSE_AGREE;
}

/* "les premiers pourparlers depuis 2022": not when they are. */
static bool is_long_since(const struct date *date)
{
    return date->lean < 0 && !date->day && !date->weekday && date->unit != 'd';
}

/* Which of the days of a meeting a date behind a verb of that sense is; NULL: none. */
static const struct annotation **date_slot(const struct document *document, struct mention *mention,
                                           const struct annotation *date, enum sense sense)
{
    if ((sense == SENSE_POSTPONE || sense == SENSE_MOVE) && is_aim(document, date))
        return &mention->moved_to;
    if ((is_saying(sense) && !is_aim(document, date)) || is_long_since(date->detail))
        return NULL;
    if (sense == SENSE_CLOSE || ((const struct date *)date->detail)->until)
        return &mention->until;
    return &mention->date;
}

/* "repoussée à fin juin, le 29": the day beside a month or week that tells it more closely. */
static bool is_closer(const struct finder *finder, const struct annotation *known, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    const struct date *told = known->detail, *date = clause_chunk(clause, index)->of->detail;
    const uint32_t comma = index - 1 - clause_is(clause, index - 1, TYPE(AT));
    return index > 2 && clause_is(clause, comma, TYPE(COMMA)) &&
           clause_chunk(clause, comma - 1)->of == known && !told->day && !told->weekday &&
           told->unit != 'd' && (date->day || date->weekday);
}

/* Whether the word is a plain one: no part of the meeting's own words, of a place or a person. */
static bool is_plain(const struct finder *finder, const struct mention *mention, uint32_t token)
{
    const struct span own = mention->trigger, name = mention->label.name;
    if ((token >= own.begin && token < own.end) || (token >= name.begin && token < name.end))
        return false;
    for (uint32_t i = 0; i < finder->clause.chunks.count; i++) {
        const struct chunk *chunk = clause_chunk(&finder->clause, i);
        if (token >= chunk->begin && token < chunk->end)
            return chunk->type == CHUNK_OUTCOME;
    }
    return look_flag(finder->document, token, TOKEN_WORD);
}

/* "depuis sa prise de fonction le 1er mai", "since his election in May": since that. */
static bool is_since_other(const struct finder *finder, const struct mention *mention,
                           uint32_t token)
{
    enum { WORDS_BACK = 7 };
    const struct document *document = finder->document;
    const uint64_t since = pack_class(document->pack, "since");
    bool plain = false;
    for (uint32_t back = 1; back <= WORDS_BACK && token >= finder->sentence->begin + back; back++) {
        const uint32_t t = token - back;
        if (look_flag(document, t, TOKEN_PUNCT) || look_at(document, t, ANNOTATION_VERB))
            return false;
        if (document_is(document, t, since))
            return plain;
        plain |= !document_is(document, t, CLASS(DETERMINER)) && is_plain(finder, mention, t);
    }
    return false;
}

/* "après l'attentat du 3 mai", "Monday's vote": the day of something else. */
static bool is_of_another(const struct finder *finder, const struct mention *mention,
                          const struct annotation *words)
{
    const struct document *document = finder->document;
    const struct date *date = words->detail;
    const uint32_t begin = words->begin, first = finder->sentence->begin;
    if (is_since_other(finder, mention, begin))
        return true;
    return begin > first + 1 && !date->day2 && !date->month2 && (date->day || date->weekday) &&
           document_is(document, begin - 1, CLASS(OF)) && is_plain(finder, mention, begin - 2);
}

/* "initialement prévue le 25 juin", "qui devait se tenir lundi": told to have been the day before
 * another one. */
static bool is_former(const struct finder *finder, const struct annotation *words)
{
    enum { WORDS_BACK = 6 };
    const struct document *document = finder->document;
    const uint64_t former = pack_class(document->pack, "former");
    for (uint32_t t = words->begin;
         t-- > finder->sentence->begin && words->begin - t <= WORDS_BACK;) {
        const struct annotation *words_of = look_at(document, t, ANNOTATION_VERB);
        const struct verb *verb = words_of ? words_of->detail : NULL;
        if (document_is(document, t, former) || (verb && verb->modality == MODALITY_DUE))
            return true;
        if (look_flag(document, t, TOKEN_PUNCT))
            return false;
    }
    return false;
}

void slot_date(struct finder *finder, struct mention *mention, uint32_t index, enum sense sense)
{
    struct chunk *chunk = &finder->clause.chunks.at[index];
    const struct annotation **slot = date_slot(finder->document, mention, chunk->of, sense);
    if (mention->moved_to && is_closer(finder, mention->moved_to, index)) {
        slot = &mention->moved_to;
        *slot = NULL;
    }
    if (slot == &mention->date && *slot && sense == SENSE_HOLD && is_former(finder, *slot)) {
        if (mention->status == STATUS_SCHEDULED)
            slot = &mention->moved_to; /* "…, se tiendra finalement le 1er juillet" */
        else
            *slot = NULL;
    }
    if (!slot || *slot || chunk->taken || is_of_another(finder, mention, chunk->of))
        return;
    *slot = chunk->of;
    chunk->taken = true;
}

bool day_is_of_deed(const struct finder *finder, uint32_t index)
{
    const enum sense sense = index > 1 ? finder_sense(finder, index - 2) : SENSE_NONE;
    const uint32_t begin = clause_chunk(&finder->clause, index)->begin;
    return (sense == SENSE_CANCEL || sense == SENSE_POSTPONE) &&
           document_is(finder->document, begin - 1, CLASS(AT)) &&
           !document_is(finder->document, begin - 1, CLASS(TO));
}
