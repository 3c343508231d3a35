#include "annotate/look.h"
#include "meeting/find/find.h"
#include "meeting/find/gap.h"
#include "meeting/find/turn.h"
#include "meeting/resolve/group.h"

/* "Met separately with A, B and C" tells three meetings, "met with A and separately with B" two,
 * and so does "met A and then B"; "also met D" another than the one told before. */

static bool has_class(const struct finder *finder, uint32_t begin, uint32_t end, uint64_t class)
{
    while (begin < end && !document_is(finder->document, begin, class))
        begin++;
    return begin < end;
}

static bool has_apart(const struct finder *finder, uint32_t begin, uint32_t end)
{
    return has_class(finder, begin, end, CLASS(APART)) || tells_turn(finder, begin, end);
}

/* "Tour à tour, A a reçu B et C": whether such words open the sentence, before a comma. */
static bool opens_apart(const struct finder *finder)
{
    enum { WORDS_MAX = 4 };
    const uint32_t begin = finder->sentence->begin;
    uint32_t comma = begin;
    while (comma - begin < WORDS_MAX && look_flag(finder->document, comma, TOKEN_WORD))
        comma++;
    return look_mark(finder->document, comma, ',') && has_apart(finder, begin, comma);
}

/* "met A and B in separate meetings": whether the meetings are told to be several, one each. */
static bool is_one_each(const struct finder *finder, uint32_t begin, uint32_t end)
{
    for (uint32_t t = begin; t + 1 < end; t++) {
        const struct annotation *noun = document_is(finder->document, t, CLASS(APART))
                                            ? look_at(finder->document, t + 1, LEXICON_MEETNOUN)
                                            : NULL;
        if (noun && noun->tag == TAG_PLUR)
            return true;
        if (look_flag(finder->document, t, TOKEN_PUNCT))
            break;
    }
    return false;
}

/* "A et, mardi, B": the day that stands between two, or NULL. */
static const struct annotation *day_between(const struct finder *finder, uint32_t begin,
                                            uint32_t end)
{
    for (uint32_t t = begin; t < end; t++) {
        const struct annotation *day = look_at(finder->document, t, ANNOTATION_DATE);
        if (day && day->end <= end)
            return day;
    }
    return NULL;
}

/* "A and, in Lima, B": the town that stands between two, or NULL. */
static const struct annotation *town_between(const struct finder *finder, uint32_t begin,
                                             uint32_t end)
{
    for (uint32_t t = begin + 1; t < end; t++) {
        const struct annotation *place = look_at(finder->document, t, ANNOTATION_PLACE);
        if (place && place->end < end && look_at(finder->document, t, LEXICON_CITY) &&
            document_is(finder->document, t - 1, CLASS(AT)) &&
            look_mark(finder->document, place->end, ','))
            return place;
    }
    return NULL;
}

/* "A; B": whether such a mark parts them. */
static bool is_marked_off(const struct finder *finder, uint32_t begin, uint32_t end)
{
    return look_mark(finder->document, end - 1, ';') || look_mark(finder->document, begin, ';');
}

/* "A and, separately, B", "A and later B", "A and on Tuesday B": whether such a word parts them. */
static bool is_parted(const struct finder *finder, uint32_t begin, uint32_t end)
{
    return has_class(finder, begin, end, CLASS(APART) | CLASS(FURTHER)) ||
           day_between(finder, begin, end) || town_between(finder, begin, end);
}

/* "paid courtesy calls on A and B", "called on A and B": several of two; who is called on is in his
 * own house. */
static bool is_paid_each(const struct finder *finder, const struct mention *mention)
{
    for (uint32_t t = mention->trigger.begin; t < mention->trigger.end; t++) {
        const struct annotation *verb =
            mention->verb ? look_at(finder->document, t, LEXICON_MEETVERB) : NULL;
        const struct lexeme *word = verb ? look_lexeme(finder->document, verb) : NULL;
        if (word && word->frame == FRAME_CALL && word->mode == MODE_IN_PERSON)
            return true;
        const struct annotation *noun = look_at(finder->document, t, LEXICON_MEETNOUN);
        if (noun && noun->tag == TAG_PLUR &&
            (look_lexeme(finder->document, noun)->paid ||
             (mention->verb && mention->kind == KIND_VISIT)))
            return true; /* "a rendu des visites à A et B" */
    }
    return false;
}

bool told_further(const struct finder *finder, uint32_t verb)
{
    enum { OPENING_WORDS = 3 }; /* "Par ailleurs, …" */
    const struct chunk *chunk = clause_chunk(&finder->clause, verb);
    const uint32_t next = verb + 1 < finder->clause.chunks.count
                              ? clause_chunk(&finder->clause, verb + 1)->begin
                              : finder->sentence->end;
    const uint32_t begin = finder->sentence->begin, opened = begin + OPENING_WORDS;
    const bool resumes = chunk->begin > begin + 1 && /* ", puis a reçu B" */
                         look_at(finder->document, chunk->begin - 1, LEXICON_RESUMING) &&
                         look_mark(finder->document, chunk->begin - 2, ',');
    return clause_is_sequel(&finder->clause, verb) || resumes || /* "before meeting B" */
           has_class(finder, chunk->begin, next, CLASS(FURTHER)) ||
           has_class(finder, begin, opened < chunk->begin ? opened : chunk->begin, CLASS(FURTHER));
}

void keep_with(struct finder *finder, const struct mention *mention, struct span instead,
               const struct party *party)
{
    struct mention *copy = ARENA_ARRAY(finder->document->arena, struct mention, 1);
    if (!copy) {
        finder->story->document->memory_out = true;
        return;
    }
    *copy = *mention;
    copy->party_count = 0;
    for (unsigned i = 0; i < mention->party_count; i++) {
        const uint32_t begin = mention->parties[i].party->begin;
        if (begin < instead.begin || begin >= instead.end)
            copy->parties[copy->party_count++] = mention->parties[i];
    }
    copy->parties[copy->party_count++] = (struct slot){party, PART_ATTENDEE};
    finder_keep(finder, copy);
}

/* The tokens of the sentence from this one on. */
static struct span rest_from(const struct finder *finder, uint32_t token)
{
    return (struct span){token, finder->sentence->end};
}

/* Keeps a copy for each of those in the row that begins at the chunk.  Visits to one and another
 * are told besides. */
static void keep_row(struct finder *finder, const struct mention *mention, uint32_t token,
                     uint32_t row)
{
    struct mention each = *mention;
    for (; row != CLAUSE_NONE; row = next_in_row(finder, row)) {
        const struct party_list *list = party_members(clause_chunk(&finder->clause, row)->of);
        for (unsigned i = 0; i < list->count; i++) {
            keep_with(finder, &each, rest_from(finder, token), list->at[i]);
            each.further |= each.kind == KIND_VISIT;
        }
    }
}

static uint32_t last_in_row(const struct finder *finder, uint32_t row)
{
    uint32_t last = row;
    while (next_in_row(finder, last) != CLAUSE_NONE)
        last = next_in_row(finder, last);
    return last;
}

/* "… and separately with B", ", ainsi qu'avec B", "… on Monday and later with B": the chunk that
 * tells B, or CLAUSE_NONE. */
static uint32_t second_with(const struct finder *finder, uint32_t with)
{
    const struct clause *clause = &finder->clause;
    uint32_t first = with;
    while (clause_is(clause, first + 1, TYPE(HOST) | TYPE(OF)) &&
           clause_is(clause, first + 2, TYPE(PARTY)))
        first += 2; /* "with a delegation of engineers led by A and with B" */
    while (clause_is(clause, first + 1, TYPE(AT) | TYPE(DATE) | TYPE(PLACE)))
        first++;
    uint32_t joint = first + 1;
    while (clause_is(clause, joint, TYPE(COMMA) | TYPE(AND)))
        joint++;
    if (joint > first + 1 && clause_is(clause, joint, TYPE(DATE)))
        joint++;                         /* "and the day after with B" */
    if (clause_is_beside(clause, joint)) /* "in the presence of C": no meeting besides */
        return CLAUSE_NONE;
    const uint64_t like =
        TYPE(WITH) | (clause_governor(clause, with) & TYPE(BY)); /* "puis par B" */
    return joint > first + 1 && clause_is(clause, joint, like) &&
                   clause_is(clause, joint + 1, TYPE(PARTY)) && !clause_joins(clause, joint)
               ? joint + 1
               : CLAUSE_NONE;
}

/* "A, B and later C": where the first begins that such a word parts from those before it in the
 * row; the end of the sentence: none is. */
static uint32_t parted_from(const struct finder *finder, uint32_t row)
{
    const bool hosts = (clause_governor(&finder->clause, row) & TYPE(BY)) != 0;
    uint32_t end = 0; /* "was received by A, the mayor; B, the judge; and C" */
    for (; row != CLAUSE_NONE; row = next_in_row(finder, row)) {
        const struct party_list *list = party_members(clause_chunk(&finder->clause, row)->of);
        for (unsigned i = 0; i < list->count; i++) {
            if (end && list->at[i]->begin > end &&
                (is_parted(finder, end, list->at[i]->begin) ||
                 (!hosts && is_marked_off(finder, end, list->at[i]->begin))))
                return list->at[i]->begin;
            end = list->at[i]->end;
        }
    }
    return finder->sentence->end;
}

/* Leaves the mention those who are told before the token. */
static void keep_before(struct mention *mention, uint32_t token)
{
    uint16_t kept = 0;
    for (unsigned i = 0; i < mention->party_count; i++) {
        if (mention->parties[i].party->begin < token)
            mention->parties[kept++] = mention->parties[i];
    }
    mention->party_count = kept;
}

/* Keeps the mention with those before the token, and a copy for each of the row from there on. */
static void keep_parted(struct finder *finder, struct mention *mention, uint32_t row,
                        uint32_t token)
{
    const uint32_t begin = clause_chunk(&finder->clause, row)->begin;
    struct mention all = *mention;
    uint32_t end = begin;
    keep_before(mention, token);
    finder_keep(finder, mention);
    for (; row != CLAUSE_NONE; row = next_in_row(finder, row)) {
        const struct party_list *list = party_members(clause_chunk(&finder->clause, row)->of);
        for (unsigned i = 0; i < list->count; i++) {
            const struct annotation *day = day_between(finder, end, list->at[i]->begin);
            const struct annotation *town = town_between(finder, end, list->at[i]->begin);
            end = list->at[i]->end;
            if (list->at[i]->begin < token)
                continue;
            all.date = day ? day : all.date;
            all.place = town ? town : all.place;
            keep_with(finder, &all, rest_from(finder, begin), list->at[i]);
        }
    }
}

/* Keeps a copy for those at the chunk, "… and the day after with B and C in Lyon", with the day
 * that stands before them and the place behind. */
static void keep_second(struct finder *finder, const struct mention *mention, uint32_t token,
                        uint32_t second)
{
    const struct clause *clause = &finder->clause;
    const struct party_list *list = party_members(clause_chunk(clause, second)->of);
    const uint32_t kept = finder->count;
    keep_with(finder, mention, rest_from(finder, token), list->at[0]);
    struct mention *copy = finder->count > kept ? finder->mentions[kept] : NULL;
    for (unsigned i = 1; copy && i < list->count && copy->party_count < MENTION_PARTIES; i++)
        copy->parties[copy->party_count++] = (struct slot){list->at[i], PART_ATTENDEE};
    if (!copy || !clause_is(clause, second - 2, TYPE(DATE)))
        return;
    copy->date = clause_chunk(clause, second - 2)->of;
    copy->place =
        clause_is(clause, second + 1, TYPE(AT)) && clause_is(clause, second + 2, TYPE(PLACE))
            ? clause_chunk(clause, second + 2)->of
            : NULL;
}

/* "A et B ont été reçus séparément par C", "A and B separately met C", "paid separate visits to C":
 * whether the one at the chunk met them so. */
static bool are_met_apart(const struct finder *finder, const struct mention *mention,
                          const struct chunk *other)
{
    const struct slot *last = &mention->parties[mention->party_count - 1];
    const uint32_t begin = mention->trigger.begin - (mention->trigger.begin > 0);
    if (last->party->begin < other->begin)
        return false;
    if (mention->verb)
        return has_apart(finder, begin, other->begin);
    const bool word = !document_is(finder->document, begin, CLASS(MEETADJECTIVE));
    return mention->label.plural && word && is_one_each(finder, begin, mention->trigger.end + 1);
}

/* Behind the chunk of the last of those met from the token on: those met with them, or after them.
 */
static void keep_seconds(struct finder *finder, struct mention *mention, uint32_t token,
                         uint32_t last, bool apart)
{
    uint32_t before = last;
    for (uint32_t with = second_with(finder, last); with != CLAUSE_NONE;
         with = second_with(finder, before)) {
        const uint32_t end = clause_chunk(&finder->clause, before)->end;
        const uint32_t begin_next = clause_chunk(&finder->clause, with)->begin;
        const bool dated = clause_is(&finder->clause, with - 2, TYPE(DATE));
        if (apart || dated || is_parted(finder, end, begin_next) ||
            is_marked_off(finder, end, begin_next)) {
            keep_before(mention, begin_next);
            keep_second(finder, mention, token, with);
        } else {
            slot_parties(finder, mention, with, PART_ATTENDEE);
        }
        before = last_in_row(finder, with);
    }
}

/* "met the two leaders separately": whether the chunk tells some who were told before, and a word
 * that each was met by himself. */
static bool are_two_apart(const struct finder *finder, const struct mention *mention,
                          const struct chunk *chunk)
{
    const struct party *party = party_members(chunk->of)->at[0];
    return group_refers_back(finder->document, party) &&
           (has_apart(finder, mention->trigger.begin, chunk->begin) ||
            told_in_turn(finder, chunk->end) ||
            is_one_each(finder, finder->sentence->begin, chunk->begin));
}

/* Keeps the mention and a copy, each with one of the two for whom the group stands. */
static void keep_two(struct finder *finder, struct mention *mention)
{
    struct mention *copy = ARENA_ARRAY(finder->document->arena, struct mention, 1);
    if (!copy) {
        finder->story->document->memory_out = true;
        return;
    }
    *copy = *mention;
    mention->one_of_two = 1;
    copy->one_of_two = 2;
    finder_keep(finder, mention);
    finder_keep(finder, copy);
}

/* Whether the sentence says that those met, who are told there, were not met together. */
static bool tells_apart(const struct finder *finder, const struct mention *mention, struct span met)
{
    const uint32_t begin = mention->trigger.begin - (mention->trigger.begin > 0);
    return has_apart(finder, begin, met.begin) || opens_apart(finder) ||
           is_paid_each(finder, mention) || (mention->kind == KIND_CALL && mention->label.plural) ||
           is_one_each(finder, finder->sentence->begin, met.begin) ||
           told_one_in_turn(finder, mention, met.begin, met.end) ||
           is_one_each(finder, met.end, finder->sentence->end);
}

void keep_apart(struct finder *finder, struct mention *mention, uint32_t others)
{
    keep_guest_before(finder, mention);
    if (others == CLAUSE_NONE || !clause_is(&finder->clause, others, TYPE(PARTY))) {
        slot_journey(finder, mention);
        finder_keep(finder, mention);
        return;
    }
    const struct chunk *chunk = clause_chunk(&finder->clause, others);
    const uint32_t told = told_behind(finder, others);
    const uint32_t row = told == CLAUSE_NONE ? others : told;
    const uint32_t last = last_in_row(finder, row), second = second_with(finder, last);
    const bool several = party_members(chunk->of)->count > 1 || told != CLAUSE_NONE ||
                         last != row || second != CLAUSE_NONE;
    const struct span met = {chunk->begin, clause_chunk(&finder->clause, last)->end};
    const bool plural = second != CLAUSE_NONE && mention->label.plural && !mention->verb;
    const bool apart =
        several && (plural /* "talks with A and with B" */ || tells_apart(finder, mention, met));
    const uint32_t parted = apart ? finder->sentence->end : parted_from(finder, row);
    if (!several && mention->party_count > 2 &&
        (told_in_turn(finder, chunk->end) || are_met_apart(finder, mention, chunk))) {
        keep_in_turn(finder, mention, chunk->begin);
        return;
    }
    if (!several && are_two_apart(finder, mention, chunk))
        keep_two(finder, mention);
    else if (apart)
        keep_row(finder, mention, chunk->begin, row);
    else if (parted < finder->sentence->end)
        keep_parted(finder, mention, row, parted);
    else
        finder_keep(finder, mention);
    if (!keep_next(finder, mention, rest_from(finder, chunk->begin), last))
        keep_seconds(finder, mention, chunk->begin, last, apart);
    else if (told != CLAUSE_NONE)
        drop_told_in(mention, chunk); /* each of the group by himself */
}
