#include "annotate/date/tense.h"
#include "annotate/look.h"
#include "annotate/verb.h"
#include "meeting/mention/occasion.h"
#include "meeting/merge/settle_parties.h"
#include "meeting/merge/when.h"

static bool is_called_off(enum meeting_status status)
{
    return status == STATUS_CANCELLED || status == STATUS_POSTPONED || status == STATUS_DENIED;
}

/* "are holding talks": who is to come to them, and what they will discuss, is told besides. */
static bool is_going_on_now(const struct story *story, const struct mention *mention)
{
    for (uint32_t t = mention->status_words.begin; t < mention->status_words.end; t++) {
        const struct annotation *words = look_at(story->document, t, ANNOTATION_VERB);
        const struct verb *verb = words ? words->detail : NULL;
        if (verb && verb->word && verb->word->tag == TAG_GER && verb->tense == TENSE_PRES)
            return mention->now;
    }
    return false;
}

/* How much a mention's status weighs: what is told outweighs what is guessed, the body the
 * headline's present tense, and "called off" what was planned before. */
static int status_weight(const struct story *story, const struct mention *mention)
{
    int weight = mention->status_told ? 4 : 1;
    /* "hold talks" of a headline, "held talks" of the story */
    if (mention->status_told && mention->status == STATUS_ONGOING)
        weight = is_going_on_now(story, mention) ? 5 : 3;
    if (is_called_off(mention->status)) /* "could not open and was put off" */
        weight += mention->lapsed || mention->status == STATUS_DENIED ? 7 : 8;
    if (mention_in_title(story, mention))
        weight -= 2;
    return weight;
}

/* "Le sommet s'ouvre lundi. Il avait été reporté en février": what had become of it before. */
static bool is_former_fate(const struct story *story, const struct occasion *occasion,
                           const struct mention *mention)
{
    const struct mention *first = occasion->mentions[0];
    const struct date *to = mention->moved_to ? mention->moved_to->detail : NULL;
    if (!is_called_off(mention->status) || (to && (to->day || to->weekday)) ||
        is_called_off(first->status) || !first->status_told ||
        mention_is_bygone_plan(story, first) || mention_in_title(story, mention))
        return false;
    return mention_tells_bygone(story, mention);
}

/* "A a invité B à Oslo. Cette visite aura lieu en mai", "La rencontre s'est tenue lundi": whether a
 * noun tells that what was only proposed comes about. */
static bool comes_about(const struct occasion *occasion, const struct mention *mention)
{
    return occasion->status == STATUS_PROPOSED && mention->status_told && !mention->verb &&
           mention->party_count == 0 && (mention->label.definite || mention->label.pointing) &&
           (mention->status == STATUS_HELD || mention->status == STATUS_SCHEDULED);
}

static void settle_status(const struct story *story, struct occasion *occasion)
{
    int most = -100;
    for (unsigned i = 0; i < occasion->mention_count; i++) {
        const struct mention *mention = occasion->mentions[i];
        const int weight = status_weight(story, mention);
        const bool put_off = weight == most && mention->status == STATUS_POSTPONED &&
                             occasion->status == STATUS_CANCELLED &&
                             !mention_tells_bygone(story, mention); /* "called off … postponed" */
        const bool about = weight == most && comes_about(occasion, mention);
        if ((weight > most || put_off || about) &&
            !(i > 0 && is_former_fate(story, occasion, mention))) {
            most = weight;
            occasion->status = mention->status;
            occasion->status_from = mention;
        }
    }
}

/* Where it is; a journey to several states is in none of them alone: "se rend au Togo et au Bénin …
 * se rendra ensuite à Cotonou". */
static void settle_place(struct occasion *occasion)
{
    occasion->placed = NULL;
    for (unsigned i = 0; i < occasion->mention_count; i++) {
        const struct mention *mention = occasion->mentions[i];
        if (mention->journey) {
            occasion->placed = NULL;
            return;
        }
        if (!mention->place)
            continue;
        const struct spot *spot = mention->place->detail;
        const struct spot *best = occasion->placed ? occasion->placed->place->detail : NULL;
        if (!best || (!best->city && spot->city))
            occasion->placed = mention;
    }
}

/* Whether it is told to be over, be it on this very day. */
static bool is_closed(const struct occasion *occasion)
{
    for (unsigned i = 0; i < occasion->mention_count; i++) {
        if (occasion->mentions[i]->closed)
            return true;
    }
    return false;
}

/* For how many days what opened and has no end told is taken to go on. */
static int days_of(enum meeting_kind kind)
{
    enum { VISIT_DAYS = 3, GATHERING_DAYS = 2, SITTING_DAYS = 1 };
    if (kind == KIND_VISIT)
        return VISIT_DAYS;
    return kind == KIND_SUMMIT || kind == KIND_CONFERENCE || kind == KIND_NEGOTIATION
               ? GATHERING_DAYS
               : SITTING_DAYS;
}

/* "welcomed B to Lima", and no day is told: who has not left yet. */
static bool is_welcomed(const struct mention *mention)
{
    return mention->verb && mention->hosting && mention->kind == KIND_VISIT && !mention->date;
}

/* Whether it is told to have begun by the mention that tells its status; of negotiations, unless it
 * is that two met, and of a visit that tells no day, by any: "a été accueilli, en visite à Lima".
 */
static bool has_opened(const struct occasion *occasion)
{
    const struct mention *from = occasion->status_from;
    const bool met =
        (kind_is_generic(from->kind) || !from->opening) && (from->status_told || from->gone);
    const bool lasts = (occasion->kind == KIND_NEGOTIATION && !met) ||
                       (occasion->kind == KIND_VISIT && !occasion->when.start.text[0]);
    bool opened = from->opening || is_welcomed(from);
    for (unsigned i = 0; i < occasion->mention_count && lasts; i++)
        opened |= (occasion->mentions[i]->opening || is_welcomed(occasion->mentions[i])) &&
                  occasion->mentions[i]->status == STATUS_HELD &&
                  occasion->mentions[i]->status_told;
    return opened;
}

static bool is_going_on(const struct occasion *occasion, struct day today)
{
    const char *start = occasion->when.start.text;
    if (!has_opened(occasion) || occasion->when.end.text[0] || is_closed(occasion))
        return false;
    const struct iso_date from = day_iso(day_add(today, 1 - days_of(occasion->kind)));
    if (occasion->status_from->now && start[0])
        return true; /* "participe au sommet qui s'est ouvert lundi" */
    return start[0] ? strlen(start) == strlen(from.text) && strcmp(start, from.text) >= 0
                    : occasion->kind == KIND_VISIT || kind_is_gathering(occasion->kind);
}

/* "will travel to Peru and Kenya starting Monday", told on Tuesday: who is off on a journey. */
static bool has_just_left(const struct story *story, const struct occasion *occasion,
                          struct day today)
{
    const char *start = occasion->when.start.text;
    if (occasion->kind != KIND_VISIT || !occasion->status_from->status_told ||
        mention_is_bygone_plan(story, occasion->status_from) || occasion->when.end.text[0] ||
        is_closed(occasion))
        return false;
    const struct iso_date from = day_iso(day_add(today, 1 - days_of(occasion->kind)));
    return strlen(start) == strlen(from.text) && strcmp(start, from.text) >= 0;
}

/* Whether its only or last day, or the month or year that is told, is over. */
static bool is_past(const struct occasion *occasion, const struct iso_date *now)
{
    const char *start = occasion->when.start.text, *end = occasion->when.end.text;
    const char *last = end[0] ? end : start;
    return strncmp(last, now->text, strlen(last)) < 0;
}

/* "A and B hold talks in Lima, March 3, 2014", under a picture: a present of long ago. */
static bool is_of_picture(const struct story *story, const struct occasion *occasion,
                          struct day today)
{
    enum { NEWS_DAYS = 60, STAY_DAYS = 31, YEAR_LENGTH = 4, MONTH_LENGTH = 7 };
    const struct mention *from = occasion->status_from;
    const char *start = occasion->when.start.text;
    if (occasion->status != STATUS_ONGOING || !from->date || from->opening || from->unfinished)
        return false;
    const int days = occasion->kind == KIND_VISIT ? STAY_DAYS : NEWS_DAYS;
    const struct iso_date least = day_iso(day_add(today, -days));
    const struct iso_date now = day_iso(today);
    const bool last_month = strlen(start) == MONTH_LENGTH && /* "en visite début mars", in April */
                            strncmp(start, now.text, MONTH_LENGTH) < 0;
    return from->date->begin > 0 &&
           !document_is(story->document, from->date->begin - 1, CLASS(SINCE)) &&
           !occasion->when.end.text[0] && start[0] &&
           (strlen(start) > YEAR_LENGTH || occasion->kind == KIND_VISIT) &&
           (last_month || strncmp(start, least.text, strlen(start)) < 0);
}

static bool tells_last_day(const struct mention *mention)
{
    return mention->date && date_is_range(mention->date->detail);
}

/* "s'est tenu lundi et mardi", told on Tuesday; who came "for a three-day visit" has not left. */
static bool is_told_over(const struct occasion *occasion, const struct iso_date *now)
{
    const struct mention *from = occasion->status_from;
    return occasion->status == STATUS_HELD && from->status_told && !from->opening && !from->now &&
           !from->unfinished && (occasion->kind != KIND_VISIT || tells_last_day(from)) &&
           strcmp(occasion->when.end.text, now->text) == 0;
}

/* "next week's summit", "in the coming days", "meet this weekend": whether what tells no day is to
 * come all the same. */
static bool is_ahead(const struct story *story, const struct occasion *occasion)
{
    const struct iso_date today = day_iso(story->reference.day);
    for (unsigned i = 0; i < occasion->mention_count; i++) {
        const struct annotation *words = occasion->mentions[i]->date;
        const struct date *date = words ? words->detail : NULL;
        if (date && (date->ahead || (date->unit && date->offset > 0)) && !date->anchor)
            return true;
        const struct date_result days =
            date ? date_period(date, &story->reference, DIRECTION_NEAREST)
                 : (struct date_result){0};
        if (date && date->unit == 'e' && occasion->mentions[i]->now &&
            strcmp(days.start.text, today.text) > 0)
            return true;
    }
    return false;
}

/* "se rendra ce mercredi à Lima pour deux jours", "will open today": has not yet begun as its story
 * is told. */
static bool opens_later(const struct occasion *occasion, const struct iso_date *now)
{
    for (unsigned i = 0; i < occasion->mention_count; i++) {
        const struct mention *mention = occasion->mentions[i];
        if (mention->status == STATUS_HELD && mention->status_told)
            return false; /* "le forum, lancé à Mongo, est prévu jusqu'au 18" */
    }
    return occasion->status_from->status_told && strcmp(occasion->when.start.text, now->text) == 0;
}

/* "will not meet on Friday", "no talks on Friday": what is not to be on a day that is told is off;
 * "refused to meet on Friday", "no talks are planned" deny it. */
static bool is_off_that_day(const struct story *story, const struct occasion *occasion)
{
    const struct span words = occasion->status_from->status_words;
    for (uint32_t t = words.begin; t < words.end; t++) {
        const struct annotation *verb = look_at(story->document, t, LEXICON_EVENTVERB);
        const enum sense sense = verb ? look_lexeme(story->document, verb)->sense : SENSE_NONE;
        const struct annotation *group = look_at(story->document, t, ANNOTATION_VERB);
        const struct verb *told = group ? group->detail : NULL;
        if ((told && told->tense == TENSE_PRES) || look_at(story->document, t, LEXICON_EVENTNOUN))
            return false; /* "no talks are under way", "n'a pas l'intention de" */
        if (sense != SENSE_NONE && sense != SENSE_HOLD && sense != SENSE_ATTEND)
            return false;
    }
    return occasion->status == STATUS_DENIED && iso_is_day(&occasion->when.start) &&
           date_tense(story->document, occasion->when.start_words) != DIRECTION_PAST;
}

/* "s'ouvre ce soir", "are meeting later on Monday": whether the day has yet to come so far as its
 * story is told. */
static bool is_later_that_day(const struct story *story, const struct occasion *occasion)
{
    const struct annotation *day = occasion->when.start_words;
    enum { WORDS_BEFORE = 2 };
    uint32_t t = day && day->begin > WORDS_BEFORE ? day->begin - WORDS_BEFORE : 0;
    for (; day && t < day->end; t++) {
        const struct annotation *part = look_at(story->document, t, LEXICON_DAYPERIOD);
        const struct str late =
            part ? pack_column(story->document->pack, part->value, 0) : (struct str){0};
        if (str_equal(late, STR("EVENING")) || str_equal(late, STR("NIGHT")))
            return occasion->status_from->now;
    }
    return false;
}

/* What day and tense say together: a guess "held" of a day to come is planned, and what was planned
 * for a day gone by was held if nothing else is told. */
static void settle_by_day(const struct story *story, struct occasion *occasion)
{
    const struct day today = story->reference.day;
    if (today.year == 0)
        return;
    if (occasion->status == STATUS_HELD && is_going_on(occasion, today))
        occasion->status = STATUS_ONGOING;
    const bool done = status_has_begun(occasion->status);
    if (!occasion->when.start.text[0]) {
        const bool told = occasion->status_from->verb && occasion->status_from->status_told &&
                          !occasion->status_from->now;
        if (!done || told || !is_ahead(story, occasion)) /* "met the next week" */
            return;
        occasion->status = STATUS_SCHEDULED;
        occasion_when(story, occasion); /* "visits Ankara later this month" */
        return;
    }
    const struct iso_date now = day_iso(today);
    const char *start = occasion->when.start.text, *end = occasion->when.end.text;
    const bool begun = strncmp(start, now.text, strlen(start)) <= 0;
    const bool over = end[0] ? strncmp(end, now.text, strlen(end)) < 0 : true;
    const struct mention *from = occasion->status_from;
    const bool today_only = strcmp(start, now.text) == 0 && !mention_in_title(story, from);
    if (is_off_that_day(story, occasion))
        occasion->status = STATUS_CANCELLED;
    else if (done && (!begun || (is_later_that_day(story, occasion) && !strcmp(start, now.text))))
        occasion->status = STATUS_SCHEDULED;
    else if (is_of_picture(story, occasion, today))
        occasion->status = STATUS_HELD;
    else if (is_past(occasion, &now) && (from->unfinished || (occasion->status == STATUS_ONGOING &&
                                                              mention_in_title(story, from) &&
                                                              kind_is_generic(occasion->kind))))
        occasion->status = STATUS_HELD; /* "was meeting him on Friday when", "A and B hold talks" */
    else if ((from->unfinished || from->now) && today_only &&
             (occasion->status == STATUS_HELD || occasion->status == STATUS_SCHEDULED))
        occasion->status = STATUS_ONGOING; /* "was meeting on Monday", "se réunissent ce lundi" */
    else if (begun && !over && end[0] && !is_closed(occasion) && !is_told_over(occasion, &now) &&
             (occasion->status == STATUS_HELD ||
              (occasion->status == STATUS_SCHEDULED && !opens_later(occasion, &now))))
        occasion->status = STATUS_ONGOING;
    else if (is_past(occasion, &now) && occasion->status == STATUS_SCHEDULED)
        occasion->status = has_just_left(story, occasion, today) ? STATUS_ONGOING : STATUS_HELD;
}

void occasion_settle(const struct story *story, struct occasion *occasion)
{
    settle_status(story, occasion);
    occasion_kind(story, occasion);
    occasion_name(story, occasion);
    occasion_when(story, occasion);
    settle_place(occasion);
    occasion_parties(story, occasion);
    occasion_kind_by_parties(story, occasion);
    settle_by_day(story, occasion);
}
