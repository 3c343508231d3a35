#include "annotate/look.h"
#include "meeting/clause/status.h"
#include "meeting/find/agenda.h"
#include "meeting/find/call.h"
#include "meeting/find/complement.h"
#include "meeting/find/copula.h"
#include "meeting/find/deed.h"
#include "meeting/find/find.h"
#include "meeting/find/gap.h"
#include "meeting/find/name.h"
#include "meeting/find/owner.h"
#include "meeting/find/predicate.h"
#include "meeting/find/there.h"
#include "meeting/find/when.h"
#include "meeting/label/label.h"
#include "meeting/mention/occasion.h"
#include "meeting/resolve/resolve.h"

/* "which requested the meeting". */
static bool is_done_before(enum sense sense, const struct predicate *predicate,
                           const struct mention *mention)
{
    return sense == SENSE_PROPOSE && !mention->label.plural && mention->strong &&
           predicate->verb->tense == TENSE_PAST && predicate->verb->modality == MODALITY_NONE &&
           !predicate->verb->passive;
}

/* "X attended the meeting": who takes part in one that the words take for known. */
static bool is_entering(const struct predicate *predicate, const struct mention *mention)
{
    const enum sense sense = predicate->index == CLAUSE_NONE ? SENSE_NONE : predicate->sense;
    const bool own = /* "the talks between A and B ended" */
        (sense == SENSE_OPEN || sense == SENSE_CLOSE) && predicate->subject &&
        mention->party_count > 1;
    return !own && mention->label.definite && mention->label.bare && mention->label.edition <= 0 &&
           (sense == SENSE_ATTEND || sense == SENSE_CHAIR || sense == SENSE_MEDIATE ||
            sense == SENSE_OPEN || sense == SENSE_CLOSE || sense == SENSE_HOSTEVENT ||
            is_done_before(sense, predicate, mention));
}

/* "the meeting with the Fund", "une réunion entre le conseil et X": one side; "a dinner given by
 * the Fund", "sous l'égide du Fonds": who gives it. */
static bool is_other_side(const struct finder *finder, const struct party *party)
{
    const uint32_t before = party->begin - (party->begin > 0);
    const struct annotation *with = look_at(finder->document, before, LEXICON_WITH);
    return (with && with->end == party->begin) ||
           look_at(finder->document, before, LEXICON_BETWEEN) ||
           look_ends(finder->document, party->begin, LEXICON_HOST) ||
           document_is(finder->document, before, CLASS(BY));
}

/* "le comité a tenu une séance": the body gives its name to its sitting. */
static void name_by_body(const struct finder *finder, struct mention *mention,
                         const struct party *body)
{
    mention->label.name = mention->label.series =
        label_of_body(finder->document, finder->sentence, body);
    mention->label.proper = true;
}

/* "Parliament will hold a sitting": a body alone is not a party of its own session. */
static void noun_session(const struct finder *finder, struct mention *mention)
{
    const bool hears = mention->official && mention->kind == KIND_SESSION && mention->party_count;
    unsigned led = 1; /* those behind the body who chair or host */
    while (led < mention->party_count && mention->parties[led].part != PART_ATTENDEE)
        led++;
    const bool alone = hears || led == mention->party_count; /* "held a hearing with B" */
    const struct party *body = alone ? mention->parties[0].party : NULL;
    if (!body)
        return;
    const bool shared = mention->kind == KIND_TALKS && mention->label.plural &&
                        !party_is_organ(finder->document, body);
    const bool cabinet = mention->kind == KIND_SESSION && mention->label.possessive &&
                         body->type == PARTY_COUNTRY &&
                         look_at(finder->document, body->name_begin, LEXICON_ORGHEAD);
    if (cabinet) { /* "le Conseil fédéral a tenu sa séance" */
        if (mention->label.name.end <= mention->label.name.begin)
            name_by_body(finder, mention, body);
        mention->party_count--;
        memmove(mention->parties, mention->parties + 1,
                mention->party_count * sizeof *mention->parties);
        return;
    }
    const bool summit = mention->kind == KIND_SUMMIT && body->type == PARTY_ORGANIZATION &&
                        finder_sits(finder, body) && !is_other_side(finder, body);
    if (summit) { /* "the AU held a summit" */
        mention->party_count = 0;
        return;
    }
    if (shared || mention->pronoun || /* "the AU held talks" */
        (mention->kind != KIND_SESSION && mention->kind != KIND_TALKS) ||
        !finder_sits(finder, body) ||
        (body->begin > mention->trigger.end && mention->kind == KIND_TALKS &&
         mention->label.plural) || /* "the talks include the board" */
        is_other_side(finder, body))
        return;
    mention->kind = finder_sitting(finder, body);
    mention->strong = true;
    mention->official = false; /* no court: "the committee held a hearing" */
    mention->party_count--;
    memmove(mention->parties, mention->parties + 1,
            mention->party_count * sizeof *mention->parties);
    /* "le comité tiendra sa 13e session": the number alone names none. */
    const bool number = mention->label.bare && mention->label.edition > 0;
    if (number || mention->label.name.end <= mention->label.name.begin)
        name_by_body(finder, mention, body);
}

/* "The meeting, held behind closed doors, ended": whether a verb says so behind the noun before
 * anybody else is told of. */
static bool has_ended(const struct finder *finder, uint32_t noun)
{
    const struct clause *clause = &finder->clause;
    for (uint32_t i = noun + 1; i < clause->chunks.count; i++) {
        if (clause_is(clause, i, TYPE(PARTY) | TYPE(PRONOUN) | TYPE(NOUN) | TYPE(STOP)))
            break;
        if (clause_is(clause, i, TYPE(VERB)) && finder_sense(finder, i) == SENSE_CLOSE &&
            clause_verb(clause, i)->tense == TENSE_PAST && clause_finite(clause, i))
            return true;
    }
    return false;
}

/* "prend part au sommet qui s'est ouvert lundi", "à la conférence, ouverte lundi": whether the day
 * is when it opened, which what is told behind the noun says. */
static bool has_begun(const struct finder *finder, uint32_t noun, const struct predicate *predicate,
                      const struct mention *mention)
{
    const struct predicate beside = predicate_beside(finder, noun, predicate);
    if (beside.index == CLAUSE_NONE || beside.sense != SENSE_OPEN || !mention->date)
        return false;
    return (beside.verb->tense == TENSE_PAST || beside.verb->tense == TENSE_PP) &&
           mention->date->begin >= clause_chunk(&finder->clause, beside.index)->end;
}

/* "le Forum a été créé en 2000": a verb that no list knows says something of the series, and not of
 * one of its meetings, as "a adopté jeudi" does. */
static bool is_series(const struct finder *finder, const struct annotation *noun,
                      const struct predicate *predicate, const struct mention *mention)
{
    uint32_t end = mention->label.name.end > noun->end ? mention->label.name.end : noun->end;
    end += look_flag(finder->document, end, TOKEN_PUNCT) && !look_mark(finder->document, end, ',');
    const struct date *date = mention->date ? mention->date->detail : NULL;
    if (date && date_is_day(date) && !date->year)
        return false;
    return noun->kind == LEXICON_SERIES && mention->label.bare && mention->label.edition <= 0 &&
           predicate->index == CLAUSE_NONE && end < finder->sentence->end &&
           look_at(finder->document, end, LEXICON_AUX); /* "ce « A5 » est né" */
}

/* "C'est leur troisième rencontre cette année", "the fifth since the war began last May": when they
 * are counted, not when this one is. */
static void drop_span(const struct finder *finder, struct mention *mention)
{
    const struct date *date = mention->date ? mention->date->detail : NULL;
    bool since = false;
    for (uint32_t t = mention->trigger.end; date && t < mention->date->begin; t++)
        since |= document_is(finder->document, t, CLASS(SINCE));
    if (date && (since || !date_is_day(date)))
        mention->date = NULL;
}

/* What stands around the noun says of it: beside another one, before it, in its place. */
static void noun_setting(const struct finder *finder, uint32_t index, struct mention *mention)
{
    const uint32_t word = clause_chunk(&finder->clause, index)->of->begin;
    const bool same = mention->label.edition <= 0 && word > finder->sentence->begin &&
                      mention->label.sequence == SEQUENCE_NONE && /* "l'événement se tiendra" */
                      document_is(finder->document, word - 1, CLASS(DETERMINER));
    const struct annotation *which = look_at(finder->document, word, LEXICON_NEXTPREVIOUS);
    if (!which)
        which = look_at(finder->document, word, LEXICON_ORDINAL); /* "A third is planned" */
    const bool lone = which && which->end == clause_chunk(&finder->clause, index)->of->end;
    mention->standin = (document_is(finder->document, word, CLASS(STANDIN)) && !same) || lone;
    mention->apposed = noun_is_apposed(finder, index);
    const struct str when =
        clause_when(&finder->clause, clause_preposition(&finder->clause, index));
    mention->ahead = str_equal(when, STR("BEFORE"));
    mention->gone = str_equal(when, STR("AFTER"));
    mention->sideline =
        (clause_governor(&finder->clause, index) & TYPE(SIDELINE)) != 0 ||
        (kind_is_gathering(mention->kind) && there_fronted(finder, index) != CLAUSE_NONE);
}

/* "doit se poursuivre jusqu'à jeudi", "the summit, which continues on Friday": what goes on has
 * begun and is not over; a gathering lasts until that day. */
static void continue_course(const struct finder *finder, const struct predicate *predicate,
                            struct mention *mention)
{
    const struct reference *reference = &finder->story->reference;
    const struct verb *verb = clause_verb(&finder->clause, predicate->teller);
    const uint32_t begin = clause_chunk(&finder->clause, predicate->teller)->begin;
    const bool known =
        mention->label.definite && !mention->label.plural && !mention->label.indefinite;
    const bool lasts = kind_is_gathering(mention->kind) || mention->kind == KIND_VISIT || known;
    const bool goes_on = verb->tense == TENSE_FUT || verb->modality == MODALITY_DUE ||
                         (verb->tense == TENSE_PRES && verb->modality == MODALITY_NONE);
    if (lasts && goes_on && mention->date && !mention->until && !verb->negative) {
        const struct date_result day =
            date_value(mention->date->detail, reference, DIRECTION_FUTURE);
        const struct iso_date today = day_iso(reference->day);
        if (iso_is_day(&day.start) && strcmp(day.start.text, today.text) > 0) {
            mention->until = mention->date;
            mention->date = NULL;
            mention->status = STATUS_ONGOING;
        }
    }
    if (mention->status == STATUS_SCHEDULED && mention->until && !mention->date)
        mention->status = STATUS_ONGOING;
    if (mention->status == STATUS_SCHEDULED && goes_on && !verb->negative && mention->date &&
        mention->date->end <= begin) /* "talks that opened on Monday will go on" */
        mention->status = STATUS_ONGOING;
}

/* When and where, and how far it has come. */
static void noun_course(struct finder *finder, uint32_t index, const struct predicate *predicate,
                        struct mention *mention)
{
    slot_circumstances(finder, mention, index);
    slot_journey(finder, mention);
    drop_day_of_verb(finder, index, predicate, mention);
    const uint32_t there = mention->date ? there_fronted(finder, index) : CLAUSE_NONE;
    if (there != CLAUSE_NONE && mention->date->begin > clause_chunk(&finder->clause, there)->begin)
        mention->date = NULL; /* "In Oslo for a forum, A on Monday met B" */
    slot_stay(finder, mention, index);
    slot_left(finder, mention, index);
    slot_during(finder, mention, index);
    const bool begun = has_begun(finder, index, predicate, mention);
    if (predicate->index != CLAUSE_NONE && !begun && predicate->sense != SENSE_CONTINUE)
        slot_ahead(finder, mention, clause_verb(&finder->clause, predicate->teller));
    const bool closed = (predicate->index != CLAUSE_NONE && predicate->sense == SENSE_CLOSE) ||
                        days_over(finder, index);
    const struct str when =
        clause_when(&finder->clause, clause_preposition(&finder->clause, index));
    mention->days = slot_days(finder, index, closed);
    const bool over = closed || (str_equal(when, STR("AFTER")) && mention->days > 1);
    if (over && mention->days > 1 && mention->date && !mention->until) {
        mention->until = mention->date; /* "ended three days of talks on Thursday" */
        mention->date = NULL;
    }
    if (mention->days > 0 && predicate->index != CLAUSE_NONE && !mention->date &&
        days_behind(finder, predicate->index) > 0)
        mention->status_told = false; /* "ces discussions doivent durer deux semaines" */
    mention->closed = mention->status == STATUS_HELD && (over || has_ended(finder, index));
    mention->preparing = predicate_prepares(finder, index);
    mention->now |= begun && status_is_now(clause_verb(&finder->clause, predicate->teller));
    mention->opening = begun ||
                       (predicate->index != CLAUSE_NONE &&
                        (predicate->sense == SENSE_OPEN || predicate->sense == SENSE_RESUME)) ||
                       visit_begins(finder, index, mention);
    deed_course(finder, index, mention);
    if (predicate->index != CLAUSE_NONE &&
        (predicate->sense == SENSE_CONTINUE ||
         finder_sense(finder, predicate->teller) == SENSE_CONTINUE))
        continue_course(finder, predicate, mention);
    if (mention->status == STATUS_SCHEDULED && mention->until && !mention->date &&
        mention->label.definite)
        mention->status_told = false; /* "will last until Friday": begun or not */
    status_unmoved(finder, predicate->index == CLAUSE_NONE ? CLAUSE_NONE : predicate->teller,
                   mention);
    if (predicate->index != CLAUSE_NONE && predicate->sense == SENSE_RESUME && mention->date &&
        mention->status == STATUS_SCHEDULED && mention->label.sequence == SEQUENCE_NONE)
        mention->label.sequence = SEQUENCE_NEXT; /* "will resume on Monday" */
    mention->plural_pronoun |= mention->pronoun && noun_is_of_several(finder, index, mention);
    mention->further =
        noun_is_sequel(finder, index) ||
        (predicate->index != CLAUSE_NONE &&
         (mention->label.indefinite || (mention->label.plural && !mention->label.definite)) &&
         told_further(finder, predicate->index));
}

/* "They then held talks", "It was a first meeting": one that was told before. */
static void noun_points_back(const struct finder *finder, struct mention *mention)
{
    mention->label.pointing |= !mention->date && !mention->place && !mention->further &&
                               noun_of_those_before(finder, mention);
    if (mention->label.plural || !told_as_predicate(finder, mention))
        return;
    mention->label.pointing = true;
    mention->label.indefinite = false;
    mention->label.name.end = mention->label.name.begin; /* it describes, it names nothing */
    mention->status_told = false;                        /* what it says is no news of it */
    drop_span(finder, mention);
    told_of_any(finder, mention);
    /* "the meeting of ministers is the main forum between A and B" */
    mention->joining |= mention->kind == KIND_CONFERENCE && mention->label.definite;
}

/* "the meeting of the council with the miners": whether it is no sitting, but talks of the two. */
static bool meets_with(const struct finder *finder, uint32_t index, struct mention *mention)
{
    const uint32_t with = mention->label.word == KIND_TALKS && mention->kind == KIND_SESSION
                              ? clause_after(&finder->clause, index, TYPE(PARTY), TYPE(WITH))
                              : CLAUSE_NONE;
    if (with == CLAUSE_NONE || noun_cut_off(finder, index, with))
        return false;
    const struct annotation *body = NULL;
    for (uint32_t t = clause_chunk(&finder->clause, index)->of->end;
         !body && t < mention->label.name.end; t++)
        body = look_at(finder->document, t, ANNOTATION_PARTY);
    if (body)
        mention_take_party(mention, party_members(body)->at[0], PART_ATTENDEE);
    mention->kind = mention->label.kind = KIND_TALKS;
    mention->label.name.end = mention->label.name.begin;
    mention->label.proper = mention->label.owned = false;
    return true;
}

/* "is in Oslo, where he has arrived for talks with B": they may have met since. */
static bool is_awaited(const struct finder *finder, uint32_t noun, const struct mention *mention)
{
    if (mention->status != STATUS_SCHEDULED || mention->party_count < 2)
        return false;
    const uint32_t travels = noun_traveller(finder, noun);
    return travels != CLAUSE_NONE && act_has_arrived(finder, clause_verb(&finder->clause, travels));
}

/* "left for a visit to A and one to B": the second of those for which somebody set out. */
static void settle_next_visit(const struct finder *finder, uint32_t noun, struct mention *mention)
{
    const struct mention *last = finder->count ? finder->mentions[finder->count - 1] : NULL;
    if (mention->kind != KIND_VISIT || !last || last->verb || last->kind != KIND_VISIT ||
        !last->opening || mention->status != STATUS_HELD || !mention->label.indefinite ||
        !clause_is(&finder->clause, noun - 1, TYPE(AND)))
        return;
    mention->status = STATUS_SCHEDULED;
    mention->status_told = true;
}

/* With whom it is, or on whom a call is paid, "courtesy calls on A and B". */
static uint32_t other_side(const struct finder *finder, uint32_t index, bool paid)
{
    const struct clause *clause = &finder->clause;
    const uint32_t host = paid ? call_host(finder, index) : CLAUSE_NONE;
    if (host != CLAUSE_NONE)
        return host;
    const uint32_t other = clause_after(clause, index, TYPE(PARTY), TYPE(WITH));
    if (other == CLAUSE_NONE && finder_sense(finder, index + 1) == SENSE_PLAN)
        return clause_after(clause, index + 1, TYPE(PARTY), TYPE(WITH));
    return other;
}

void find_by_noun(struct finder *finder, uint32_t index)
{
    const struct annotation *noun = clause_chunk(&finder->clause, index)->of;
    const struct lexeme *lexeme = look_lexeme(finder->document, noun);
    struct mention *mention = noun_is_manner(finder, index) ? NULL : finder_mention(finder, index);
    if (!mention)
        return;
    mention->label = finder->labels[index];
    mention->kind = mention->label.kind;
    const bool with = meets_with(finder, index, mention);
    if (lexeme->paid)
        mention->kind = mention->label.kind = KIND_TALKS; /* of two, and called nothing */
    mention->mode = lexeme->paid ? MODE_IN_PERSON : lexeme->mode;
    mention->official = lexeme->official;
    mention->strong = lexeme->strong || noun->kind == LEXICON_SERIES;
    noun_setting(finder, index, mention);
    const struct predicate predicate = noun_predicate(finder, index);
    if (noun_organizes(finder, index, &predicate))
        return;
    const uint32_t left = visit_left(finder, index, mention);
    if (left == CLAUSE_NONE)
        noun_parties(finder, index, &predicate, mention);
    else
        slot_departure(finder, mention, index, left);
    mention->entering |= is_entering(&predicate, mention);
    noun_status(finder, index, &predicate, mention);
    mention->status_told &= !(mention->entering && predicate.sense == SENSE_PROPOSE);
    noun_course(finder, index, &predicate, mention);
    slot_contrast(finder, &predicate, mention);
    status_not_until(finder, mention);
    status_had(finder, mention);
    if (left != CLAUSE_NONE)
        settle_departure(finder, mention, left);
    settle_next_visit(finder, index, mention);
    name_parties(finder, mention);
    if (noun_is_counted(finder, mention))
        return;
    slot_sitting(finder, index, mention);
    if (!lexeme->paid && !with)
        noun_session(finder, mention);
    name_place(finder, noun, mention);
    name_town(finder, index, mention);
    slot_line(finder, mention);
    if (!noun_counts(finder, mention) || (mention->official && mention->kind == KIND_SESSION) ||
        is_series(finder, noun, &predicate, mention) ||
        noun_is_idle(finder, index, &predicate, mention) || told_as_possible(finder, mention) ||
        told_as_not(finder, mention))
        return;
    mention->status_told &= !is_awaited(finder, index, mention);
    slot_speaker(finder, mention, index);
    noun_points_back(finder, mention);
    const uint32_t other = other_side(finder, index, lexeme->paid);
    keep_apart(finder, mention,
               mention->label.plural || goes_on_with(finder, other) ? other : CLAUSE_NONE);
    keep_others(finder, mention);
}
