#include "meeting/find/find.h"
#include "meeting/find/when.h"

#include "annotate/look.h"
#include "meeting/find/call.h"
#include "meeting/find/day.h"
#include "meeting/find/entry.h"
#include "meeting/find/line.h"
#include "meeting/find/row.h"
#include "meeting/find/sequel.h"
#include "meeting/label/label.h"
#include "meeting/mention/occasion.h"

/* The dateline tells where and when the story was written, not where the meeting is. */
static void drop_dateline(struct finder *finder)
{
    const struct reference *reference = &finder->story->reference;
    struct chunk_list *chunks = &finder->clause.chunks;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < chunks->count; i++) {
        const uint32_t begin = chunks->at[i].begin;
        if (begin < reference->begin || begin >= reference->end)
            chunks->at[kept++] = chunks->at[i];
    }
    chunks->count = kept;
}

/* Drops the chunks that a noun's name covers: "Chine" in "sommet Chine-Asie centrale".  Returns
 * where the noun stands afterwards. */
static uint32_t absorb(struct finder *finder, uint32_t index)
{
    struct chunk_list *chunks = &finder->clause.chunks;
    const struct label *label = &finder->labels[index];
    if (label->name.end <= label->name.begin)
        return index;
    const struct span name = label->name;
    uint32_t kept = 0, noun = index;
    chunks->at[index].begin = name.begin;
    chunks->at[index].end = name.end;
    for (uint32_t i = 0; i < chunks->count; i++) {
        uint32_t begin = chunks->at[i].begin;
        while (begin < name.begin && document_is(finder->document, begin, CLASS(DETERMINER)))
            begin++;
        const bool covered = chunks->at[i].end > name.begin; /* not the "au" of "au sommet" */
        if (i != index && covered && begin >= name.begin && begin < name.end)
            continue;
        if (i == index)
            noun = kept;
        chunks->at[kept] = chunks->at[i];
        finder->labels[kept++] = finder->labels[i];
    }
    chunks->count = kept;
    return noun;
}

/* "la Conférence des parties (COP12) s'est ouverte": the short name in brackets of a gathering told
 * before it is no other one. */
static bool is_short_name(const struct finder *finder, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    const struct chunk *chunk = clause_chunk(clause, index);
    if (chunk->begin <= finder->sentence->begin || chunk->end >= finder->sentence->end ||
        !look_mark(finder->document, chunk->begin - 1, '(') ||
        !look_mark(finder->document, chunk->end, ')'))
        return false;
    for (uint32_t i = index; i-- > 0;) {
        if (clause_is(clause, i, TYPE(NOUN)))
            return kind_is_gathering(finder->labels[i].kind);
        if (clause_is(clause, i, TYPE(VERB) | TYPE(STOP) | TYPE(COMMA) | TYPE(DATE)))
            return false;
    }
    return false;
}

static void drop_chunk(struct finder *finder, uint32_t index)
{
    struct chunk_list *chunks = &finder->clause.chunks;
    chunks->count--;
    for (uint32_t i = index; i < chunks->count; i++)
        chunks->at[i] = chunks->at[i + 1];
}

/* Reads every noun's label and lets it take what belongs to it, from left to right. */
static void read_labels(struct finder *finder)
{
    const struct reference *dateline = &finder->story->reference;
    struct sentence told = *finder->sentence; /* without "OSLO (NTB)" */
    if (dateline->begin < dateline->end && told.begin <= dateline->begin &&
        dateline->end < told.end)
        told.begin = dateline->end;
    for (uint32_t i = 0; i < finder->clause.chunks.count; i++) {
        const struct chunk *chunk = clause_chunk(&finder->clause, i);
        if (chunk->type != CHUNK_NOUN)
            continue;
        if (is_short_name(finder, i)) {
            drop_chunk(finder, i--);
            continue;
        }
        finder->labels[i] = label_read(finder->document, &told, chunk->of);
        i = absorb(finder, i);
    }
}

/* The day told behind both is that of the act: "met at the summit in Rome on Friday". */
static void take_day(struct mention *small, struct mention *gathering)
{
    gathering->sideline = true;
    if (!small->verb || small->date)
        return;
    small->date = gathering->date;
    gathering->date = NULL;
}

/* "met B before taking part in the summit": whether a verb of its own goes to the chunk at index.
 */
static bool is_of_sequel(const struct finder *finder, uint32_t index)
{
    for (uint32_t i = index; i-- > 0 && !clause_is(&finder->clause, i, TYPE(STOP));) {
        if (clause_is(&finder->clause, i, TYPE(VERB)))
            return clause_is_sequel(&finder->clause, i);
    }
    return false;
}

/* "met B and attended | a summit": whether a verb of its own, behind "and", goes to the chunk at
 * index, and not the one at the trigger before. */
static bool is_of_next_deed(const struct finder *finder, uint32_t index,
                            const struct mention *before)
{
    for (uint32_t i = index;
         i-- > 1 && clause_chunk(&finder->clause, i)->begin >= before->trigger.end;) {
        if (clause_is(&finder->clause, i, TYPE(VERB)))
            return clause_is(&finder->clause, i - 1, TYPE(AND));
    }
    return false;
}

/* "A met B at the summit": a small meeting told before "at" a gathering is held beside it. */
static void mark_gathering(struct finder *finder, uint32_t index, const struct mention *mention)
{
    const struct mention *before = finder->count > 1 ? finder->mentions[finder->count - 2] : NULL;
    const bool small = before && before->trigger.begin < mention->trigger.begin &&
                       (before->bilateral || before->kind == KIND_TALKS) &&
                       !kind_is_gathering(before->kind) && before->party_count > 1;
    if (small && kind_is_gathering(mention->kind) && !mention->label.possessive &&
        !is_of_sequel(finder, index) && !is_of_next_deed(finder, index, before) &&
        (clause_governor(&finder->clause, index) & TYPE(AT)))
        take_day(finder->mentions[finder->count - 2], finder->mentions[finder->count - 1]);
}

/* "before the summit", "on the eve of the congress": whether the mention is a gathering from which
 * another thing's time is told. */
static bool tells_when(const struct finder *finder, const struct mention *mention)
{
    const struct clause *clause = &finder->clause;
    uint32_t noun = 0;
    while (noun < clause->chunks.count &&
           !(clause_is(clause, noun, TYPE(NOUN)) &&
             clause_chunk(clause, noun)->begin == mention->trigger.begin))
        noun++;
    return kind_is_gathering(mention->kind) && mention->label.definite &&
           noun < clause->chunks.count && (clause_governor(clause, noun) & TYPE(FOLLOWING));
}

/* "said at the summit in Lima, where the leaders met": whether the mention at index tells where
 * the gathering told before it sat. */
static bool sits_there(const struct finder *finder, uint32_t index)
{
    const struct mention *mention = finder->mentions[index];
    const struct mention *before = index > 0 ? finder->mentions[index - 1] : NULL;
    if (!before || !before->during || before->sideline || !kind_is_gathering(before->kind) ||
        !mention->verb || mention->bilateral || mention->hosting || !kind_is_generic(mention->kind))
        return false;
    for (uint32_t t = before->trigger.end; t < mention->trigger.begin; t++) {
        if (document_is(finder->document, t, CLASS(WHERE)))
            return true;
    }
    return false;
}

/* What is told beside "en marge du sommet", "on the sidelines" or "before the summit" is no part of
 * that summit's own sitting. */
static void mark_beside(struct finder *finder)
{
    bool sideline = finder->count > 0 && finder_beside(finder);
    bool apart[SENTENCE_MENTIONS];
    const struct mention *around = NULL;
    for (uint32_t i = 0; i < finder->count; i++) {
        if (finder->mentions[i]->sideline && kind_is_gathering(finder->mentions[i]->kind))
            around = finder->mentions[i];
        apart[i] = finder->mentions[i]->sideline || tells_when(finder, finder->mentions[i]);
        sideline |= apart[i];
    }
    for (uint32_t i = 0; i < finder->count; i++) {
        finder->mentions[i]->beside = sideline && !apart[i] && !sits_there(finder, i);
        finder->mentions[i]->around = finder->mentions[i]->beside ? around : NULL;
    }
}

/* "Before the meeting with A, B met C", "After the talks, they held a summit". */
static bool opens_sentence(const struct finder *finder, uint32_t noun,
                           const struct mention *mention)
{
    const uint32_t before = clause_preposition(&finder->clause, noun);
    const struct str when = before == CLAUSE_NONE ? STR("") : clause_when(&finder->clause, before);
    return before == 0 && (str_equal(when, STR("BEFORE")) || str_equal(when, STR("AFTER"))) &&
           mention->label.definite && !mention->label.indefinite;
}

static void find_noun(struct finder *finder, uint32_t index)
{
    const uint32_t count = finder->count;
    find_by_noun(finder, index);
    if (finder->count > count)
        mark_gathering(finder, index, finder->mentions[count]);
    if (finder->count > count && count > 0 && finder->mentions[count - 1]->verb &&
        kind_is_gathering(finder->mentions[count]->kind) && is_of_sequel(finder, index))
        finder->mentions[count]->ahead = true; /* or behind: apart from what its clause tells */
    if (finder->count > count && count > 0 && finder->mentions[count]->label.indefinite)
        finder->mentions[count]->further |=
            is_of_next_deed(finder, index, finder->mentions[count - 1]);
    if (finder->count > count)
        finder->mentions[count]->opener = opens_sentence(finder, index, finder->mentions[count]);
    if (finder->count == count + 1)
        during_day(finder, index, finder->mentions[count]);
}

static void find_verb(struct finder *finder, uint32_t index)
{
    const uint32_t count = finder->count;
    find_by_verb(finder, index);
    if (finder->count == count)
        find_by_body(finder, index);
    if (finder->count == count)
        find_by_sitter(finder, index);
    if (finder->count == count)
        find_by_departure(finder, index);
    if (finder->count == count)
        find_by_phone(finder, index);
}

/* From here on no chunk goes: what governs each, and what it says, is found once. */
static bool remember_answers(struct finder *finder)
{
    const uint32_t count = finder->clause.chunks.count;
    struct answers *known = ARENA_ROOM(finder->document->arena, struct answers, count ? count : 1);
    for (uint32_t i = 0; known && i < count; i++)
        known[i] = (struct answers){CLAUSE_UNASKED, CLAUSE_UNASKED, CLAUSE_UNASKED};
    finder->clause.answers = known;
    finder->senses = ARENA_ARRAY(finder->document->arena, uint8_t, count ? count : 1);
    return known && finder->senses;
}

/* Whether all whom a tells are told by b, with somebody else or not. */
static bool has_parties(const struct mention *a, const struct mention *b)
{
    bool same = a->party_count > 0 && a->party_count <= b->party_count && b->party_count > 1;
    for (unsigned i = 0; same && i < a->party_count; i++) {
        bool found = false;
        for (unsigned k = 0; k < b->party_count; k++)
            found |= a->parties[i].party == b->parties[k].party;
        same = found;
    }
    return same;
}

/* "Réunis lundi à Lyon, les ministres ont rencontré A": what opens the sentence and its main verb
 * tell one meeting. */
static void join_fronted(struct finder *finder)
{
    struct mention *first = finder->count > 1 ? finder->mentions[0] : NULL;
    const struct mention *second = first ? finder->mentions[1] : NULL;
    if (!first || first->trigger.begin != finder->sentence->begin || !first->verb ||
        !second->verb || second->kind == KIND_VISIT || first->kind == KIND_VISIT ||
        first->kind != second->kind || !has_parties(first, second) ||
        (first->date && second->date) || (first->place && second->place))
        return;
    memcpy(first->parties, second->parties, second->party_count * sizeof *first->parties);
    first->party_count = second->party_count;
    first->date = first->date ? first->date : second->date;
    first->place = first->place ? first->place : second->place;
    finder->count--;
    memmove(finder->mentions + 1, finder->mentions + 2,
            (finder->count - 1) * sizeof *finder->mentions);
}

/* Cuts the sentence into chunks and reads what its nouns are called. */
static int finder_open(const struct story *story, uint32_t sentence, struct finder *finder)
{
    *finder = (struct finder){.story = story, .document = story->document, .number = sentence};
    finder->day =
        line_read(story->document, &story->document->sentences.at[sentence], &finder->line);
    finder->sentence = &finder->line;
    finder->clause.document = story->document;
    const int fault = chunk_sentence(story->document, finder->sentence, &finder->clause.chunks);
    if (fault)
        return fault;
    drop_dateline(finder);
    const uint32_t count = finder->clause.chunks.count;
    finder->labels = ARENA_ARRAY(story->document->arena, struct label, count ? count : 1);
    if (!finder->labels)
        return FAULT_MEMORY;
    read_labels(finder);
    return remember_answers(finder) ? 0 : FAULT_MEMORY;
}

/* Tries each verb and noun. */
static void finder_try(struct finder *finder)
{
    for (uint32_t i = 0; i < finder->clause.chunks.count; i++) {
        if (clause_is(&finder->clause, i, TYPE(VERB)))
            find_verb(finder, i);
        else if (clause_is(&finder->clause, i, TYPE(NOUN)))
            find_noun(finder, i);
    }
}

/* What the whole sentence tells, and what its mentions tell of each other. */
static void finder_close(struct finder *finder)
{
    find_again(finder);
    find_entry(finder);
    find_listed_body(finder);
    find_sequel(finder);
    find_rows(finder);
    join_fronted(finder);
    if (finder->count > 1)
        share_days(finder);
    for (uint32_t i = 0; finder->day && i < finder->count; i++)
        line_date(finder, finder->day, finder->mentions[i]);
    mark_beside(finder);
}

/* The mentions of all finders, in the order of the text. */
static int finders_join(const struct story *story, const struct finder *finders, uint32_t count,
                        struct mention_list *ret_mentions)
{
    struct mention_list all = {NULL, 0};
    for (uint32_t i = 0; i < count; i++)
        all.count += finders[i].count;
    all.at = ARENA_ROOM(story->document->arena, struct mention *, all.count);
    if (!all.at)
        return FAULT_MEMORY;
    struct mention **at = all.at;
    for (uint32_t i = 0; i < count; at += finders[i++].count)
        memcpy(at, finders[i].mentions, finders[i].count * sizeof *at);
    *ret_mentions = all;
    return 0;
}

/* Each step goes through all sentences before the next: its code is in the processor's cache then,
 * which holds no two of them. */
int find_mentions(const struct story *story, struct mention_list *ret_mentions)
{
    const struct sentence_list *sentences = &story->document->sentences;
    struct finder *finders = ARENA_ROOM(story->document->arena, struct finder, sentences->count);
    uint32_t count = 0;
    int fault = finders ? 0 : FAULT_MEMORY;
    for (uint32_t i = 0; !fault && i < sentences->count; i++) {
        if (!(sentences->at[i].flags & (SENTENCE_BOILERPLATE | SENTENCE_QUIET)))
            fault = finder_open(story, i, &finders[count++]);
    }
    if (fault)
        return fault;
    for (uint32_t i = 0; i < count; i++)
        finder_try(&finders[i]);
    for (uint32_t i = 0; i < count; i++)
        finder_close(&finders[i]);
    return finders_join(story, finders, count, ret_mentions);
}
