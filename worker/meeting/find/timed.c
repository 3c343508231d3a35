#include "annotate/look.h"
#include "meeting/find/find.h"
#include "meeting/find/predicate.h"
#include "meeting/find/when.h"

/*
 * What a form of "be" says of a meeting right before its day or hour: "The next meeting is at 7
 * p.m. on Monday", "le sommet est vendredi".
 */

/* The "be" that begins at token or behind its helping verb, "will be"; or NULL. */
static const struct annotation *be_at(const struct document *document, uint32_t token)
{
    const struct annotation *aux = look_at(document, token, LEXICON_AUX);
    if (aux && !look_says(document, aux, STR("BE")))
        aux = look_at(document, aux->end, LEXICON_AUX);
    return look_says(document, aux, STR("BE")) ? aux : NULL;
}

/* The status that follows, or UNKNOWN. */
static enum meeting_status timed(const struct finder *finder, uint32_t noun)
{
    const struct clause *clause = &finder->clause;
    const struct document *document = finder->document;
    const struct annotation *be = be_at(document, clause_chunk(clause, noun)->end);
    uint32_t when = noun + 1;
    while (clause_is(clause, when, TYPE(AT) | TYPE(ABOUT)))
        when++;
    if (!be || clause_governor(clause, noun) || !clause_is(clause, when, TYPE(DATE) | TYPE(TIME)) ||
        clause_chunk(clause, noun + 1)->begin != be->end ||
        look_clitic(document, clause_chunk(clause, when)->end))
        return STATUS_UNKNOWN;
    return be->tag == TAG_PAST || be->tag == TAG_IMPF ? STATUS_HELD : STATUS_SCHEDULED;
}

void status_timed(const struct finder *finder, uint32_t noun, struct mention *mention)
{
    if (mention->status != STATUS_UNKNOWN)
        return;
    mention->status = timed(finder, noun);
    mention->status_told = mention->status != STATUS_UNKNOWN;
}

void drop_day_of_verb(const struct finder *finder, uint32_t index,
                      const struct predicate *predicate, struct mention *mention)
{
    const uint32_t verb = clause_governing_verb(&finder->clause, index);
    if (predicate->index == CLAUSE_NONE && mention->date && verb != CLAUSE_NONE && verb < index &&
        mention->label.sequence == SEQUENCE_LAST &&
        mention->date->end <= clause_chunk(&finder->clause, verb)->end)
        mention->date = NULL;
}
