#include <string.h>

#include "annotate/date/tense.h"
#include "annotate/look.h"
#include "meeting/find/when.h"
#include "meeting/merge/inherit.h"
#include "meeting/merge/visit.h"
#include "meeting/merge/when.h"

/*
 * The day of a meeting that tells none: that of the news which its sentence, or one right before
 * it, tells.  "Le ministre a plaidé lundi pour un accord.  Lors d'une réunion avec X, …"
 */

enum { NEWS_DAYS = 7, DAY_LENGTH = 10, WEEK = 7 };

bool occasion_tells_day(const struct occasion *occasion)
{
    for (unsigned i = 0; i < occasion->mention_count; i++) {
        const struct mention *mention = occasion->mentions[i];
        if (mention->date || mention->until || mention->moved_to ||
            mention->label.sequence != SEQUENCE_NONE)
            return true;
    }
    return occasion->when.start.text[0] || occasion->when.end.text[0];
}

/* Where the story tells it first; the headline only if nothing else does. */
static const struct mention *first_told(const struct story *story, const struct occasion *occasion)
{
    const struct sentence *sentences = story->document->sentences.at;
    for (unsigned i = 0; i < occasion->mention_count; i++) {
        if (!(sentences[occasion->mentions[i]->sentence].flags & SENTENCE_TITLE))
            return occasion->mentions[i];
    }
    return occasion->mentions[0];
}

/* Whether a date of the text is a day of the last days, told of what happened then. */
static bool is_of_news(const struct story *story, const struct annotation *words,
                       struct date_result *ret_day)
{
    const struct date *date = words->detail;
    const struct reference *reference = &story->reference;
    if (!date || date->span || date->until || date->lean || date->anchor ||
        (words->begin >= reference->begin && words->begin < reference->end) ||
        date_tense(story->document, words) == DIRECTION_FUTURE)
        return false;
    struct date_result day = date_value(date, reference, DIRECTION_PAST);
    if (date->weekday2 == date->weekday % WEEK + 1)
        day.end.text[0] = '\0'; /* "dans la nuit de lundi à mardi": it began on Monday */
    const struct iso_date today = day_iso(reference->day);
    const struct iso_date first = day_iso(day_add(reference->day, -NEWS_DAYS));
    if (strlen(day.start.text) != DAY_LENGTH || day.end.text[0] ||
        strcmp(day.start.text, today.text) > 0 || strcmp(day.start.text, first.text) < 0)
        return false;
    *ret_day = day;
    return true;
}

/* "the grant awarded two days ago": of something that was done before what is told. */
static bool is_ago(const struct date *date)
{
    return date->unit == 'd' && date->offset < -1;
}

static bool is_day_told(const struct annotation *words)
{
    return words->detail && date_is_day(words->detail);
}

/* The last date of the sentence before a token, else the first behind it, days before months and
 * years; NULL: it tells none. */
static const struct annotation *date_near(const struct document *document,
                                          const struct sentence *sentence, uint32_t token)
{
    const struct annotation *found = NULL;
    for (uint32_t t = sentence->begin; t < sentence->end; t++) {
        const struct annotation *date = look_at(document, t, ANNOTATION_DATE);
        if (date && look_clitic(document, date->end))
            continue; /* "after Monday's attack" */
        if (date && (!found || is_day_told(date) > is_day_told(found) ||
                     (t < token && is_day_told(date) == is_day_told(found))))
            found = date;
    }
    return found;
}

/* Whether it is the day of another occasion. */
static bool is_taken(const struct occasion_list *occasions, const struct annotation *date)
{
    for (uint32_t i = 0; i < occasions->count; i++) {
        const struct occasion *occasion = occasions->at[i];
        for (unsigned m = 0; m < occasion->mention_count; m++) {
            if (occasion->mentions[m]->date == date || occasion->mentions[m]->until == date)
                return true;
        }
    }
    return false;
}

/* "A a rencontré B, a indiqué lundi son porte-parole", "selon un texte publié lundi": the day on
 * which somebody speaks of a meeting at which he need not have been. */
static bool is_of_saying(const struct document *document, const struct mention *mention,
                         const struct annotation *date)
{
    enum { WORDS_BACK = 2 };
    if (mention->recalled || date_of_rise(document, date->begin))
        return true;
    const bool meanwhile = document_is(document, date->end, CLASS(SUBORDINATOR)) &&
                           !document_is(document, date->end, CLASS(RELATIVE));
    if (mention->attended || mention->during || meanwhile) /* "said on Monday as he met B" */
        return false;
    if (attributed_behind(document, mention, date->begin) || day_of_statement(document, date) ||
        day_of_return(document, date))
        return true;
    for (uint32_t back = 1; back <= WORDS_BACK && back <= date->begin; back++) {
        const uint32_t t = date->begin - back;
        if (look_flag(document, t, TOKEN_SENTENCE) || look_flag(document, t, TOKEN_PUNCT))
            break;
        if (look_at(document, t, LEXICON_SPEECHVERB))
            return true;
    }
    return false;
}

/* "A, who arrived on Monday, met B": the day of what an aside before the trigger tells. */
static bool is_of_aside(const struct document *document, const struct mention *mention,
                        const struct annotation *date)
{
    const uint32_t begin = document->sentences.at[mention->sentence].begin;
    bool closed = false;
    for (uint32_t t = date->end; t < mention->trigger.begin; t++)
        closed |= look_mark(document, t, ',');
    for (uint32_t t = date->begin; closed && t-- > begin + 1;) {
        if (document_is(document, t, CLASS(RELATIVE)))
            return look_mark(document, t - 1, ',');
        if (look_flag(document, t, TOKEN_PUNCT))
            return false;
    }
    return false;
}

/* "met the rebel leader, who resigned on Monday", "A, who met B, resigned on Monday": the day of
 * what is told besides. */
static bool is_of_relative(const struct document *document, const struct mention *mention,
                           const struct annotation *date)
{
    const uint32_t begin = mention->trigger.begin;
    const bool inside = mention->verb && begin > 1 &&
                        document_is(document, begin - 1, CLASS(RELATIVE)) &&
                        look_mark(document, begin - 2, ',');
    for (uint32_t t = mention->trigger.end; t < date->begin; t++) {
        if (document_is(document, t, CLASS(RELATIVE)) || (inside && look_mark(document, t, ',')))
            return true;
    }
    return false;
}

static void inherit_day(const struct story *story, const struct occasion_list *occasions,
                        struct occasion *occasion)
{
    enum { SENTENCES_BACK = 2 };
    const struct mention *mention = first_told(story, occasion);
    const struct sentence *sentences = story->document->sentences.at;
    for (uint32_t back = 0; back <= SENTENCES_BACK && back <= mention->sentence; back++) {
        const struct sentence *sentence = &sentences[mention->sentence - back];
        if (sentence->flags & SENTENCE_BOILERPLATE)
            return;
        const struct annotation *date =
            date_near(story->document, sentence, back ? sentence->end : mention->trigger.begin);
        struct date_result day;
        if (!date)
            continue;
        if (is_taken(occasions, date) || is_ago(date->detail) || !is_of_news(story, date, &day) ||
            is_of_saying(story->document, mention, date) ||
            (back == 0 && (is_of_relative(story->document, mention, date) ||
                           is_of_aside(story->document, mention, date) ||
                           day_is_of_participle(story->document, mention, date))))
            return;
        if (back == 0)
            eve_shift(story->document, mention, date, &day.start);
        occasion->when.start = day.start;
        occasion->when.basis = day.basis;
        occasion->when.start_words = date;
        return;
    }
}

/* A statement dated in a line of its own, "New York / 17 May 2024": what its first sentence tells
 * as done is done then. */
static bool inherit_from_line(const struct story *story, struct occasion *occasion)
{
    const struct document *document = story->document;
    const struct reference *line = &story->reference;
    const uint32_t first = (uint32_t)document_sentence(document, line->end);
    if (line->basis != DATE_BASIS_DATELINE || line->end >= document->tokens.count ||
        !look_flag(document, line->end, TOKEN_LINE) || occasion->status != STATUS_HELD ||
        kind_is_gathering(occasion->kind) || first_told(story, occasion)->sentence != first)
        return false;
    for (uint32_t t = line->begin; t < line->end; t++) {
        const struct annotation *date = look_at(document, t, ANNOTATION_DATE);
        if (!date)
            continue;
        occasion->when.start = day_iso(line->day);
        occasion->when.basis = DATE_BASIS_DATELINE;
        occasion->when.start_words = date;
        return true;
    }
    return false;
}

/* "is meeting B in Lima": whether the story tells at its beginning that it goes on as it is told.
 */
static bool goes_on_now(const struct story *story, const struct mention *mention)
{
    enum { SENTENCES_FIRST = 3 };
    return mention->status == STATUS_ONGOING && mention->status_told && mention->now &&
           !mention->sideline && !mention->during && mention->sentence <= SENTENCES_FIRST &&
           !mention_in_title(story, mention) &&
           look_at(story->document, mention->status_words.begin, ANNOTATION_VERB);
}

static void inherit_today(const struct story *story, struct occasion *occasion)
{
    const bool brief = occasion->kind == KIND_TALKS || occasion->kind == KIND_SUMMIT;
    for (unsigned i = 0; i < occasion->mention_count && brief; i++) {
        const struct mention *mention = occasion->mentions[i];
        if (occasion->status != STATUS_ONGOING || !goes_on_now(story, mention))
            continue;
        occasion->when.start = day_iso(story->reference.day);
        occasion->when.basis = story->reference.basis;
        occasion->when.start_words =
            look_at(story->document, mention->status_words.begin, ANNOTATION_VERB);
        return;
    }
}

/* What a visitor does where a visit of one day, or of a month, goes is done then; one that has gone
 * on since yesterday, or only began then, has more. */
static bool is_of_one_day(const struct occasion *visit, struct day today)
{
    const char *start = visit->when.start.text;
    if (start[0] && strlen(start) < DAY_LENGTH)
        return !visit->when.end.text[0] && visit->status != STATUS_ONGOING;
    const bool over = visit->status != STATUS_ONGOING && !visit_only_begun(visit);
    return strlen(start) == DAY_LENGTH && !visit->when.end.text[0] && !visit_only_ended(visit) &&
           (over || strcmp(start, day_iso(today).text) == 0);
}

/* "A est arrivé mardi à Lomé. Il s'est entretenu avec B", "a entamé hier sa tournée": told right
 * behind the arrival, or a beginning that leaves no other day. */
static bool is_on_arrival(const struct story *story, const struct occasion *talks,
                          const struct occasion *visit)
{
    const struct mention *told = first_told(story, talks);
    const struct iso_date today = day_iso(story->reference.day);
    if (!kind_is_generic(talks->kind) || talks->status != STATUS_HELD || visit->when.end.text[0] ||
        !iso_is_day(&visit->when.start) || told->gone)
        return false;
    const bool late = iso_days(&visit->when.start, &today) <= 1;
    for (unsigned i = 0; i < visit->mention_count; i++) {
        const struct mention *arrival = visit->mentions[i];
        if ((arrival->verb || late) && arrival->date && arrival->date == visit->when.start_words &&
            arrival->trigger.begin < told->trigger.begin && arrival->sentence + 1 >= told->sentence)
            return true;
    }
    return false;
}

static bool is_where(const struct occasion *occasion, const struct occasion *visit)
{
    if (!visit->placed || occasion->placed == visit->placed) /* may be there */
        return true;
    const struct spot *here = occasion->placed ? occasion->placed->place->detail : NULL;
    const struct spot *there = visit->placed->place->detail;
    return here && here->country[0] && strcmp(here->country, there->country) == 0;
}

/* Whether somebody on the visit is told to be there, or the two are told in one breath: "the
 * results of the president's visit in May" dates no talks of others. */
static bool is_of_visitor(const struct story *story, const struct occasion *occasion,
                          const struct occasion *visit)
{
    return (occasion->placed && occasion->placed == visit->placed) ||
           occasion_has_visitor(story, occasion, visit) ||
           occasion->mentions[0]->sentence == visit->mentions[0]->sentence;
}

static bool inherit_from_visit(const struct story *story, const struct occasion_list *occasions,
                               struct occasion *occasion)
{
    const uint32_t told = occasion->mentions[0]->trigger.begin;
    const struct occasion *found = NULL;
    for (uint32_t i = 0; i < occasions->count; i++) {
        const struct occasion *visit = occasions->at[i];
        const bool over = status_has_begun(occasion->status)
                              ? visit->status == STATUS_SCHEDULED /* yet to come */
                              : visit->status == STATUS_HELD;
        if (visit != occasion && visit->kind == KIND_VISIT && !over &&
            ((is_where(occasion, visit) && is_of_visitor(story, occasion, visit) &&
              (is_of_one_day(visit, story->reference.day) ||
               is_on_arrival(story, occasion, visit))) ||
             (occasion->placed && visit_stops_at(story, visit, occasion))) &&
            (!found || visit->mentions[0]->trigger.begin < told))
            found = visit;
    }
    if (found)
        take_start(&occasion->when, &found->when);
    return found != NULL;
}

/* Whether a sentence that tells of the talks tells the day of the gathering. */
static bool is_dated_beside(const struct occasion *talks, const struct occasion *gathering)
{
    for (unsigned g = 0; g < gathering->mention_count; g++) {
        const struct mention *dated = gathering->mentions[g];
        for (unsigned i = 0; i < talks->mention_count && dated->date; i++) {
            if (talks->mentions[i]->sentence == dated->sentence &&
                dated->date == gathering->when.start_words)
                return true;
        }
    }
    return false;
}

/* "On the sidelines of the summit on Monday, A met B": the day told once is that of both, and what
 * others have met at is over or under way. */
static bool inherit_from_gathering(const struct story *story, const struct occasion_list *occasions,
                                   struct occasion *talks)
{
    for (unsigned i = 0; i < talks->relation_count; i++) {
        struct occasion *gathering = occasions->at[talks->relations[i].occasion];
        if (talks->relations[i].type != RELATION_SUB_EVENT || gathering->when.end.text[0] ||
            !is_dated_beside(talks, gathering))
            continue;
        if (talks->status == STATUS_HELD &&
            (gathering->status == STATUS_SCHEDULED || gathering->status == STATUS_PROPOSED)) {
            gathering->status = STATUS_HELD;
            occasion_when(story, gathering);
        }
        take_start(&talks->when, &gathering->when);
        return true;
    }
    return false;
}

/* "A met B on Monday. He also met C", "At noon he will meet C": on the day told right before. */
static bool inherit_from_one_before(const struct story *story,
                                    const struct occasion_list *occasions, uint32_t index)
{
    enum { SENTENCES_BACK = 5 }; /* quotations may stand between */
    struct occasion *occasion = occasions->at[index];
    const struct mention *mention = first_told(story, occasion);
    const bool ahead = occasion->status == STATUS_SCHEDULED;
    if (!(mention->further || mention->sequel || (ahead && mention->time)) ||
        !kind_is_generic(occasion->kind) || (occasion->status != STATUS_HELD && !ahead))
        return false;
    for (uint32_t i = index; i-- > 0;) {
        const struct occasion *before = occasions->at[i];
        const struct mention *last = before->mentions[before->mention_count - 1];
        if (last->sentence + SENTENCES_BACK < mention->sentence || !kind_is_generic(before->kind) ||
            (ahead && !mention->time && last->sentence == mention->sentence) ||
            before->status != occasion->status || !iso_is_day(&before->when.start) ||
            before->when.end.text[0] || mention->place /* it tells elsewhere */)
            continue;
        if (!actors_share_person(story, occasion->parties, occasion->party_count, before->parties,
                                 before->party_count))
            continue;
        take_start(&occasion->when, &before->when);
        return true;
    }
    return false;
}

void days_inherit(const struct story *story, struct occasion_list *occasions)
{
    if (!story->reference.day.day)
        return;
    for (uint32_t i = 0; i < occasions->count; i++) {
        struct occasion *occasion = occasions->at[i];
        if (!occasion_tells_day(occasion) && eve_inherit(story, occasions, occasion))
            continue;
        if (occasion->kind != KIND_VISIT && occasion->status != STATUS_PROPOSED &&
            !occasion_tells_day(occasion) &&
            (inherit_from_gathering(story, occasions, occasion) ||
             inherit_from_visit(story, occasions, occasion) ||
             inherit_from_one_before(story, occasions, i)))
            continue;
        if (status_has_begun(occasion->status) &&
            (occasion_is_brief(occasion) || occasion_of_one_day(occasion)) &&
            !occasion_tells_day(occasion) && !inherit_from_line(story, occasion))
            inherit_day(story, occasions, occasion);
        if (!occasion_tells_day(occasion))
            inherit_today(story, occasion);
    }
}
