#include "meeting/merge/when.h"

#include <stdlib.h>
#include <string.h>

#include "annotate/date/tense.h"
#include "annotate/look.h"
#include "annotate/verb.h"
#include "meeting/merge/inherit.h"

static enum date_direction direction_of(enum meeting_status status)
{
    switch (status) {
    case STATUS_HELD:
        return DIRECTION_PAST;
    case STATUS_ONGOING:
    case STATUS_UNKNOWN:
        return DIRECTION_NEAREST;
    default:
        return DIRECTION_FUTURE;
    }
}

static struct date_result value_of(const struct story *story, const struct annotation *words,
                                   enum date_direction direction)
{
    return date_value(words->detail, &story->reference, direction);
}

/* "devait préparer la COP": what its verb says is to come after another meeting. */
static bool is_prepared(const struct story *story, const struct mention *mention)
{
    for (uint32_t t = mention->status_words.begin; t < mention->status_words.end; t++) {
        const struct annotation *verb = look_at(story->document, t, LEXICON_EVENTVERB);
        if (verb && look_lexeme(story->document, verb)->sense == SENSE_PREPARE)
            return true;
    }
    return false;
}

/* "ont dit que A devait rencontrer B lundi": told of by somebody, it is to come as he speaks. */
static bool is_reported(const struct document *document, uint32_t verb)
{
    bool that = false;
    for (uint32_t t = verb; t-- > 0 && !look_flag(document, t + 1, TOKEN_SENTENCE);) {
        that |= document_is(document, t, CLASS(SUBORDINATOR));
        if (that && look_at(document, t, LEXICON_SPEECHVERB))
            return true;
    }
    return false;
}

bool mention_tells_bygone(const struct story *story, const struct mention *mention)
{
    for (uint32_t t = mention->status_words.begin; t < mention->status_words.end; t++) {
        const struct annotation *words = look_at(story->document, t, ANNOTATION_VERB);
        const struct verb *verb = words ? words->detail : NULL;
        if (verb && verb->bygone)
            return true;
    }
    return false;
}

bool mention_is_bygone_plan(const struct story *story, const struct mention *mention)
{
    for (uint32_t t = mention->status_words.begin; t < mention->status_words.end; t++) {
        const struct annotation *words = look_at(story->document, t, ANNOTATION_VERB);
        const struct verb *verb = words ? words->detail : NULL;
        if (verb && verb->bygone && (verb->modality == MODALITY_DUE || verb->passive) &&
            !(verb->modality == MODALITY_DUE && is_reported(story->document, words->begin)))
            return true;
    }
    return false;
}

/* "after A's visit in May and B's in June": whether all of it is over. */
static bool is_behind_after(const struct document *document, const struct mention *mention)
{
    for (uint32_t t = mention->trigger.begin; t > 0 && !look_flag(document, t, TOKEN_SENTENCE);
         t--) {
        const struct annotation *when = look_at(document, t - 1, LEXICON_FOLLOWING);
        if (look_says(document, when, STR("AFTER")))
            return true;
        if (look_at(document, t - 1, ANNOTATION_VERB) &&
            !look_at(document, t - 1, LEXICON_MEETNOUN))
            break;
    }
    return false;
}

/* "a deal reached at talks in May": whether the noun stands behind "at" and no aim. */
static bool is_behind_at(const struct document *document, const struct mention *mention)
{
    enum { WORDS_BACK = 4 };
    const struct span name = mention->label.name, trigger = mention->trigger;
    const bool named = name.end > name.begin && name.begin < trigger.begin;
    const uint32_t begin = named ? name.begin : trigger.begin;
    for (uint32_t back = 1; back <= WORDS_BACK && back < begin; back++) {
        if (document_is(document, begin - back, CLASS(AT)))
            return !mention->verb && !document_is(document, begin - back, CLASS(TO));
        if (look_flag(document, begin - back, TOKEN_PUNCT))
            break;
    }
    return false;
}

/* "said at the meeting in May", "its May meeting": something is done at it, or it is one of many.
 */
static bool is_at(const struct document *document, const struct occasion *occasion,
                  const struct annotation *date)
{
    bool at = date->begin > 0 && document_is(document, date->begin - 1, CLASS(POSSESSIVE));
    for (unsigned i = 0; i < occasion->mention_count; i++)
        at |= occasion->mentions[i]->during || occasion->mentions[i]->attended ||
              occasion->mentions[i]->gone || is_behind_after(document, occasion->mentions[i]) ||
              is_behind_at(document, occasion->mentions[i]);
    return at;
}

/* "the summit planned for October", not "cancelled a trip to Oslo in October": whether a verb
 * stands between the meeting and its month. */
static bool is_planned_for(const struct document *document, const struct mention *mention)
{
    return mention->date->begin < mention->trigger.end ||
           look_within(document, mention->trigger.end, mention->date->begin, ANNOTATION_VERB);
}

/* Which way the words of a day look.  A day of a month beside no verb that tells what becomes of
 * the meeting is the nearest, "la décision d'aller au sommet le 9 juin"; a month too, if nothing
 * is done there: "a évoqué la venue de A en juin". */
static enum date_direction direction_for(const struct story *story, const struct occasion *occasion,
                                         const struct mention *mention)
{
    const struct date *date = mention->date->detail;
    if (occasion->status == STATUS_DENIED)
        return date_tense(story->document, mention->date);
    if (mention->lapsed)
        return DIRECTION_PAST;
    if (occasion->status == STATUS_CANCELLED && date->month &&
        (date->day || !is_planned_for(story->document, mention)))
        return DIRECTION_NEAREST; /* "prévue le 28 mai, avait été annulée", told in June */
    if ((occasion->status == STATUS_SCHEDULED || occasion->status == STATUS_CANCELLED) &&
        mention_is_bygone_plan(story, mention) && !is_prepared(story, mention))
        return DIRECTION_NEAREST;
    if (occasion->status == STATUS_SCHEDULED && !occasion->status_from->status_told &&
        mention->ahead && mention->label.possessive && date->weekday && !date->day)
        return DIRECTION_NEAREST; /* "shook hands before their talks on Monday" */
    if (!occasion->status_from->status_told && date->month &&
        ((date->day && occasion->status == STATUS_SCHEDULED) ||
         (occasion->status == STATUS_HELD &&
          (date->day || !is_at(story->document, occasion, mention->date)))))
        return DIRECTION_NEAREST;
    return direction_of(occasion->status);
}

enum { DAYS_NEAR = 62, DAYS_FAR = 300 };

/* "talked about meeting B on January 31", told as done on the 21st: who means the year before says
 * so.  */
static struct date_result value_for(const struct story *story, const struct annotation *words,
                                    enum date_direction direction)
{
    const struct date *date = words->detail;
    const struct date_result result = value_of(story, words, direction);
    if (direction == DIRECTION_NEAREST || !date->month || !date->day || date->year ||
        !iso_is_day(&result.start))
        return result;
    const struct date_result nearest = value_of(story, words, DIRECTION_NEAREST);
    const struct iso_date today = day_iso(story->reference.day);
    const int32_t far = iso_days(&today, &result.start), near = iso_days(&today, &nearest.start);
    return abs(far) > DAYS_FAR && abs(near) < DAYS_NEAR ? nearest : result;
}

enum { DAYS_OF_WEEK = 7 };

/* "lundi", and no more. */
static bool is_bare_weekday(const struct date *date)
{
    return date_is_weekday(date) && !date->month && !date->unit && !date->lean &&
           !date_is_range(date);
}

/* Whether a comma or "and" stands between the two, and nothing that turns the order round. */
static bool goes_on(const struct document *document, uint32_t begin, uint32_t end)
{
    bool joined = false;
    for (uint32_t t = begin; t < end; t++) {
        joined |= look_mark(document, t, ',') || look_mark(document, t, ';') ||
                  document_is(document, t, CLASS(AND));
        const struct annotation *when = look_at(document, t, LEXICON_FOLLOWING);
        if (look_says(document, when, STR("BEFORE")))
            return false;
    }
    return joined;
}

/* "recevra | lundi", "Lundi, A recevra": whether the verb of the day is of what is to come, and
 * tells no plan that is over, "devait recevoir lundi". */
static bool is_to_come(const struct document *document, const struct annotation *day)
{
    const bool opens = look_flag(document, day->begin, TOKEN_SENTENCE);
    const struct annotation *words = NULL;
    for (uint32_t t = opens ? day->end : day->begin - 1; !words && t < document->tokens.count;
         t = opens ? t + 1 : t - 1) {
        const bool noun = look_at(document, t, LEXICON_MEETNOUN); /* "began a | visit on Tuesday" */
        words = noun ? NULL : look_at(document, t, ANNOTATION_VERB);
        if (look_flag(document, t, TOKEN_SENTENCE))
            break;
    }
    const struct verb *verb = words ? words->detail : NULL;
    if (document_is(document, day->begin - 1, CLASS(DEMONSTRATIVE)))
        return false; /* "regagne Lomé ce mardi et recevra B samedi": the nearest Tuesday */
    return verb && (verb->tense == TENSE_FUT || verb->tense == TENSE_PRES) && !verb->bygone &&
           verb->modality == MODALITY_NONE;
}

/* "recevra jeudi A, lundi B et mercredi C", told on a Wednesday: C behind B, and not today. */
static void pass_listed(const struct story *story, const struct annotation *words,
                        struct iso_date *start)
{
    const struct document *document = story->document;
    const size_t sentence = document_sentence(document, words->begin);
    struct iso_date last = {""};
    uint32_t end = words->begin;
    for (uint32_t t = document->sentences.at[sentence].begin; t < words->begin; t++) {
        const struct annotation *listed = look_at(document, t, ANNOTATION_DATE);
        if (!listed || !is_bare_weekday(listed->detail) || !is_to_come(document, listed))
            continue;
        struct iso_date day = value_of(story, listed, DIRECTION_FUTURE).start;
        if (last.text[0] && strcmp(day.text, last.text) < 0)
            day = iso_add(&day, DAYS_OF_WEEK);
        last = day;
        end = listed->end;
    }
    if (is_bare_weekday(words->detail) && iso_is_day(start) && strcmp(start->text, last.text) < 0 &&
        goes_on(document, end, words->begin))
        *start = iso_add(start, DAYS_OF_WEEK);
}

/* The most precise date that a mention tells; a range beats a day, and what came of it the day that
 * was meant. */
static void find_start(const struct story *story, const struct occasion *occasion,
                       struct when *when)
{
    size_t most = 0;
    bool meant = true; /* only what was meant is known */
    for (unsigned i = 0; i < occasion->mention_count; i++) {
        const struct mention *mention = occasion->mentions[i];
        if (!mention->date)
            continue;
        struct date_result result =
            value_for(story, mention->date, direction_for(story, occasion, mention));
        if (direction_for(story, occasion, mention) == DIRECTION_FUTURE)
            pass_listed(story, mention->date, &result.start);
        eve_shift(story->document, mention, mention->date, &result.start);
        const bool range = result.end.text[0] || mention->until;
        const size_t length = strlen(result.start.text) + (range ? 1 : 0);
        const bool plan = mention_was_meant(story, mention);
        if (length > 0 && ((meant && !plan) || (meant == plan && length > most))) {
            meant = plan;
            most = length;
            when->start = result.start;
            when->end = result.end;
            when->basis = result.basis;
            when->start_words = when->end_words = mention->date;
        }
    }
}

/* "se rendra lundi à Lima; sa visite s'achèvera jeudi": told on a Tuesday, it is the Thursday
 * behind that Monday. */
static bool is_weekday_before(const struct date *date, const struct iso_date *end,
                              const struct iso_date *start)
{
    return date->weekday && !date->day && iso_is_day(end) && iso_is_day(start) &&
           strcmp(end->text, start->text) < 0;
}

/* The last day, where it is told by itself: "jusqu'à jeudi", "doit s'achever vendredi". */
static void find_end(const struct story *story, const struct occasion *occasion, struct when *when)
{
    for (unsigned i = 0; i < occasion->mention_count && !when->end.text[0]; i++) {
        const struct annotation *until = occasion->mentions[i]->until;
        if (!until)
            continue;
        struct date_result result = value_of(
            story, until,
            occasion->mentions[i]->closed ? DIRECTION_PAST : date_tense(story->document, until));
        if (is_weekday_before(until->detail, &result.start, &when->start))
            result.start = iso_add(&result.start, DAYS_OF_WEEK);
        if (!result.start.text[0] || strcmp(result.start.text, when->start.text) <= 0)
            continue;
        when->end = result.start;
        when->end_words = until;
        if (when->basis == DATE_BASIS_NONE)
            when->basis = result.basis;
    }
}

static int16_t days_of(const struct occasion *occasion)
{
    int16_t days = 0;
    for (unsigned i = 0; i < occasion->mention_count; i++) {
        if (occasion->mentions[i]->days > days)
            days = occasion->mentions[i]->days;
    }
    return days;
}

void when_fill_by_length(const struct occasion *occasion, struct when *when)
{
    const int16_t days = days_of(occasion);
    if (days > 1 && iso_is_day(&when->start) && !when->end.text[0]) {
        when->end = iso_add(&when->start, days - 1);
    } else if (days > 1 && iso_is_day(&when->end) && !when->start.text[0]) {
        when->start = iso_add(&when->end, 1 - days);
        when->start_words = when->end_words;
    }
}

/* One that has only its last day told: that day, unless it goes on until then. */
static void start_by_end(struct when *when)
{
    const struct date *end = when->end_words ? when->end_words->detail : NULL;
    if (when->start.text[0] || !when->end.text[0] || !end || end->until)
        return;
    when->start = when->end;
    when->start_words = when->end_words;
    when->end.text[0] = '\0';
}

/* Put off: what was the start is the one before; a new day makes it planned again. */
static void move(const struct story *story, struct occasion *occasion, struct when *when)
{
    const struct annotation *to = NULL;
    for (unsigned i = 0; i < occasion->mention_count && !to; i++) {
        const struct mention *mention = occasion->mentions[i];
        /* "Il avait été reporté en février": what had become of it before */
        const bool former =
            mention->status == STATUS_POSTPONED && occasion->status != STATUS_POSTPONED;
        to = former ? NULL : mention->moved_to;
    }
    if (!to && occasion->status == STATUS_POSTPONED)
        to = when_new_day(story, occasion);
    const struct date_result result =
        to ? value_of(story, to, DIRECTION_FUTURE) : (struct date_result){.basis = DATE_BASIS_NONE};
    if (occasion->status != STATUS_POSTPONED && !result.start.text[0])
        return;
    if (when->start_words != to) {
        when->previous = when->start;
        when->previous_words = when->start_words;
    }
    when->start = result.start;
    when->end = result.end;
    when->start_words = when->end_words = to;
    if (result.basis != DATE_BASIS_NONE)
        when->basis = result.basis;
    if (iso_is_day(&when->start))
        occasion->status = STATUS_SCHEDULED;
    else if (occasion->status == STATUS_SCHEDULED)
        occasion->status = STATUS_POSTPONED; /* "was moved to October": no day is told */
}

void occasion_when(const struct story *story, struct occasion *occasion)
{
    struct when when = {.basis = DATE_BASIS_NONE};
    find_start(story, occasion, &when);
    find_end(story, occasion, &when);
    when_fill_by_length(occasion, &when);
    const bool lasts = occasion->status == STATUS_ONGOING ||
                       (occasion->status == STATUS_SCHEDULED && occasion->kind == KIND_VISIT);
    if (!lasts) /* "will conclude her visit on Tuesday" */
        start_by_end(&when);
    move(story, occasion, &when);
    occasion->when = when;
}
