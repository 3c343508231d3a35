#include <string.h>

#include "annotate/look.h"
#include "meeting/find/find.h"
#include "meeting/find/predicate.h"
#include "meeting/find/when.h"

/* A meeting told in a subordinate phrase, "lors de la visite de X", with no verb of its own. */

/* A day and month by themselves: the year is a guess. */
static bool is_bare_day(const struct date *date)
{
    return date->day && date->month && !date->year && !date->unit && !date->direction &&
           !date->lean;
}

/* "next week", "in two days", "later this month": ahead of the day of the story. */
static bool is_ahead(const struct date *date)
{
    return !date->anchor && !date->span && !date->until && (date->ahead || date->direction > 0);
}

/* "aborderont leur différend lors d'un sommet le 8 mai": where no verb that is known says whether
 * it is over, it is to come if the nearest such day is. */
static void guess_by_day(const struct finder *finder, struct mention *mention, uint32_t noun)
{
    const struct date *date = mention->date ? mention->date->detail : NULL;
    const uint32_t verb = clause_governing_verb(&finder->clause, noun);
    const bool past =
        verb != CLAUSE_NONE && clause_verb(&finder->clause, verb)->tense == TENSE_PAST;
    if (!date || mention->status_told || mention->status != STATUS_HELD)
        return;
    if (is_ahead(date)) {
        mention->status = STATUS_SCHEDULED;
        mention->status_told = true; /* the day says so */
    }
    if (past || mention->status_told || !is_bare_day(date))
        return;
    const struct reference *reference = &finder->story->reference;
    const struct date_result day = date_value(date, reference, DIRECTION_NEAREST);
    const struct iso_date today = day_iso(reference->day);
    if (today.text[0] && day.start.text[0] && strcmp(day.start.text, today.text) > 0)
        mention->status = STATUS_SCHEDULED;
}

/* "said on Monday ahead of a meeting with A": a day gone by, on which something else was done. */
static void drop_day_of_deed(const struct finder *finder, struct mention *mention, uint32_t noun)
{
    const struct date *date = mention->date ? mention->date->detail : NULL;
    const uint32_t before = clause_preposition(&finder->clause, noun);
    const uint32_t governing = clause_governing_verb(&finder->clause, noun);
    const uint32_t verb = governing == CLAUSE_NONE && clause_is(&finder->clause, 0, TYPE(VERB))
                              ? 0 /* "Speaking on Monday ahead of" */
                              : governing;
    if (!date || !mention->ahead || mention->status != STATUS_SCHEDULED || verb == CLAUSE_NONE ||
        before == CLAUSE_NONE || !date->weekday || date->day || date->direction > 0 ||
        mention->date->begin >= clause_chunk(&finder->clause, before)->begin)
        return;
    const enum tense tense = clause_verb(&finder->clause, verb)->tense;
    const struct reference *reference = &finder->story->reference;
    const struct date_result day = date_value(date, reference, DIRECTION_PAST);
    const struct iso_date today = day_iso(reference->day);
    if ((tense == TENSE_PAST || tense == TENSE_GER) && day.start.text[0] && today.text[0] &&
        strcmp(day.start.text, today.text) < 0)
        mention->date = NULL;
}

/* Whether a time before the story's own is told before the token: "avait permis", "had allowed". */
static bool is_bygone(const struct finder *finder, uint32_t token)
{
    const struct pack *pack = finder->document->pack;
    for (uint32_t t = finder->sentence->begin; t < token; t++) {
        const struct annotation *aux = look_at(finder->document, t, LEXICON_AUX);
        const bool gone = aux && (aux->tag == TAG_IMPF || aux->tag == TAG_PAST);
        if (gone && str_equal(pack_column(pack, aux->value, 0), STR("HAVE")))
            return true;
    }
    return false;
}

/* "ce qui avait permis un sommet en avril, avant une rencontre en mai": ahead of what is long over,
 * it is over as well if the nearest such month or day is. */
static void guess_bygone(const struct finder *finder, struct mention *mention, uint32_t noun)
{
    const struct date *date = mention->date ? mention->date->detail : NULL;
    if (!date || !mention->ahead || mention->status != STATUS_SCHEDULED || !date->month ||
        date->year || date->weekday || date->direction > 0 ||
        !is_bygone(finder, clause_chunk(&finder->clause, noun)->begin))
        return;
    const struct reference *reference = &finder->story->reference;
    const struct date_result day = date_value(date, reference, DIRECTION_NEAREST);
    const struct iso_date today = day_iso(reference->day);
    if (day.start.text[0] && strncmp(day.start.text, today.text, strlen(day.start.text)) < 0)
        mention->status = STATUS_HELD;
}

void slot_during(const struct finder *finder, struct mention *mention, uint32_t noun)
{
    mention->during = !mention->label.plural && noun_is_at(finder, noun);
    guess_by_day(finder, mention, noun);
    guess_bygone(finder, mention, noun);
    drop_day_of_deed(finder, mention, noun);
}

/* Whether the noun is told in the same clause as the verb mention, with no other meeting between.
 */
static bool is_right_behind(const struct finder *finder, const struct mention *act, uint32_t noun)
{
    for (uint32_t i = noun; i-- > 0;) {
        if (clause_chunk(&finder->clause, i)->begin == act->trigger.begin)
            return true;
        if (clause_is(&finder->clause, i,
                      TYPE(VERB) | TYPE(NOUN) | TYPE(STOP) | TYPE(SUBORDINATOR) | TYPE(RELATIVE)))
            return false;
    }
    return false;
}

void during_day(struct finder *finder, uint32_t noun, struct mention *mention)
{
    struct mention *act = finder->count > 1 ? finder->mentions[finder->count - 2] : NULL;
    if (act && act->verb && !act->date && act->kind != KIND_VISIT &&
        (mention->during || mention->sideline) && mention->date &&
        is_right_behind(finder, act, noun))
        act->date = mention->date;
}
