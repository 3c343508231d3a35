#include "annotate/look.h"
#include "meeting/clause/status.h"
#include "meeting/clause/titled.h"
#include "meeting/find/act.h"
#include "meeting/find/deed.h"
#include "meeting/find/governor.h"
#include "meeting/find/owner.h"
#include "meeting/find/predicate.h"
#include "meeting/find/there.h"
#include "meeting/find/unread.h"
#include "meeting/find/vain.h"
#include "meeting/mention/occasion.h"

/* The status of a meeting that a verb of meeting tells. */

/* "Before meeting B, A will fly there": what comes after it is still to come; "A, besides meeting
 * B, will go there": so is what comes with it. */
static bool is_ahead(const struct finder *finder, const struct act *act)
{
    if (act->verb->tense != TENSE_GER || act->subject == CLAUSE_NONE)
        return false;
    const bool before =
        act->index == 1 && str_equal(clause_when(&finder->clause, 0), STR("BEFORE"));
    return before ? unread_goes_on(finder, act->index) : unread_besides(finder, act->index);
}

/* "Before leaving for Oslo, A met B": the journey is another thing than what its clause tells, and
 * it has begun by now. */
static void set_out_later(const struct finder *finder, const struct act *act,
                          struct mention *mention)
{
    mention->ahead = act->verb->tense == TENSE_GER && act->frame == FRAME_VISIT && act->index > 0 &&
                     str_equal(clause_when(&finder->clause, act->index - 1), STR("BEFORE"));
    if (mention->ahead && act->index == 1 && mention->status == STATUS_HELD) {
        mention->status = STATUS_ONGOING;
        mention->status_told = false;
    }
}

/* "est attendu à Oslo", "est à Oslo depuis lundi", "séjourne à Oslo", "sont réunis à Oslo"; or
 * UNKNOWN. */
static enum meeting_status state_status(const struct finder *finder, const struct act *act)
{
    const enum sense sense = finder_sense(finder, act->index);
    const enum meeting_status asked = finder_asked(finder, act->index);
    if (asked != STATUS_UNKNOWN)
        return asked;
    if (act->frame == FRAME_JOINT && act->verb->passive && act->verb->tense == TENSE_PRES &&
        act->verb->modality == MODALITY_NONE && !act->verb->negative)
        return STATUS_ONGOING;
    const bool stays = act->lexeme->frame == FRAME_STAY || sense == SENSE_CONTINUE;
    if (act->frame != FRAME_VISIT)
        return STATUS_UNKNOWN;
    if (act->index == 0 && act->verb->tense == TENSE_GER && act->lexeme->frame == FRAME_VISIT &&
        !act->verb->passive && !act->verb->negative && !act_day_gone(finder))
        return STATUS_ONGOING; /* "Visiting Oslo, A said" */
    if (sense == SENSE_EXPECT || sense == SENSE_PLAN ||
        (act->verb->passive && kind_is_generic(act->lexeme->kind)))
        return STATUS_SCHEDULED; /* "was expected in", "due in" */
    return stays && status_is_now(act->verb) ? STATUS_ONGOING : STATUS_UNKNOWN;
}

/* "was barred from meeting B on Monday", "les a empêchés de se réunir": it came to nothing then. */
static bool was_kept(const struct finder *finder, uint32_t index, const struct governor *governor)
{
    return governor->verb && governor->verb->tense == TENSE_PAST &&
           (governor->verb->passive ||
            clause_is(&finder->clause, index - 1, TYPE(FROM) | TYPE(OF)));
}

/* "a traversé le fleuve pour rencontrer B", "Avant de rencontrer B, A a déposé une gerbe": whether
 * the infinitive stands beside what is told as done, in a verb that no list has. */
static bool is_beside_done(const struct finder *finder, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    const struct chunk *verb = clause_chunk(clause, index);
    const bool opens = index == (clause_is(clause, 1, TYPE(OF)) ? 2 : 1) &&
                       str_equal(clause_when(clause, 0), STR("BEFORE")) &&
                       !act_goes_on(finder, index + 1, TYPE(DATE));
    return unread_tense(finder, verb->begin) == TENSE_PAST ||
           (opens && unread_past_behind(finder, verb->end));
}

/* "announced a fund on Monday after meeting B": what came before something that is over is over. */
static bool is_after_done(const struct finder *finder, const struct act *act)
{
    const uint32_t verb = clause_governing_verb(&finder->clause, act->index);
    return act->verb->tense == TENSE_GER && act->index > 0 && verb != CLAUSE_NONE &&
           str_equal(clause_when(&finder->clause, act->index - 1), STR("AFTER")) &&
           clause_verb(&finder->clause, verb)->tense == TENSE_PAST &&
           clause_verb(&finder->clause, verb)->modality == MODALITY_NONE;
}

/* "a quitté Oslo pour rencontrer B", on no day gone by: who has only left has yet to meet. */
static bool is_left_for(const struct finder *finder, const struct act *act)
{
    const uint32_t verb = clause_governing_verb(&finder->clause, act->index);
    return act->verb->tense == TENSE_INF && verb != CLAUSE_NONE &&
           finder_sense(finder, verb) == SENSE_LEAVE && !act_day_gone(finder);
}

/* What governs the infinitive or the form in -ing: "a refusé de rencontrer", "flew there to meet".
 */
static void status_by_governor(const struct finder *finder, const struct act *act,
                               struct mention *mention)
{
    struct governor governor;
    const bool beside = governor_beside(finder, act->index, &governor);
    const bool infinite = act->verb->tense == TENSE_INF || act->verb->tense == TENSE_PERF;
    if (is_after_done(finder, act)) {
        mention->status = STATUS_HELD;
        return;
    }
    if (!infinite && !(beside && act->verb->tense == TENSE_GER) && !act_is_timed(finder, act))
        return;
    if (act->verb->tense == TENSE_PERF && act->index > 0 &&
        clause_is(&finder->clause, act->index - 1, TYPE(FOLLOWING)))
        return; /* "may meet B after having been received by A": whatever is to come */
    /* "it is good to meet her" plans nothing; a headline's "A to meet B" does. */
    mention->status_told = (finder->sentence->flags & SENTENCE_TITLE) != 0;
    if (!governor_of(finder, act->index, &governor)) {
        if (act->verb->tense == TENSE_INF && is_beside_done(finder, act->index))
            mention->status = STATUS_HELD;
        return;
    }
    mention->status_told |=
        governor.sense != SENSE_NONE || (governor.verb && governor.verb->modality != MODALITY_NONE);
    if (governor.verb && finder_tells_meeting(finder, governor.verb)) {
        mention->status = status_of_meeting_verb(governor.verb);
        mention->status_told = false;
        return; /* "se réunissent pour discuter" */
    }
    if (governor.verb && (act_has_arrived(finder, governor.verb) || is_left_for(finder, act))) {
        mention->status = STATUS_SCHEDULED;
        mention->status_told = false;
        return;
    }
    const enum meeting_status fate = governor.verb ? STATUS_UNKNOWN : deed_fate(finder, act->index);
    const enum meeting_status status =
        fate == STATUS_UNKNOWN ? governor_status(&governor, SENSE_NONE) : fate;
    if (act->verb->tense == TENSE_PERF && status != STATUS_DENIED)
        return;
    mention->status = status;
    mention->status_words = governor.words;
    mention->lapsed = status == STATUS_CANCELLED && was_kept(finder, act->index, &governor);
}

/* "Ce sera la première fois que A et B se rencontrent": whether it is told in the present of what
 * is to come. */
static bool is_first_ahead(const struct finder *finder, const struct act *act)
{
    const struct clause *clause = &finder->clause;
    if (act->verb->tense != TENSE_PRES || act->verb->modality != MODALITY_NONE)
        return false;
    for (uint32_t i = act->index; i-- > 1;) {
        if (clause_is(clause, i, TYPE(SUBORDINATOR) | TYPE(RELATIVE)))
            return clause_is(clause, i - 1, TYPE(SEQUENCE)) &&
                   unread_tense(finder, clause_chunk(clause, i)->begin) == TENSE_FUT;
        if (clause_is(clause, i, TYPE(VERB) | TYPE(STOP)))
            break;
    }
    return false;
}

/* "will consider it when the board meets on Monday", "before he heads to Oslo": whether it is told
 * in the present of when something is to come. */
static bool is_when_ahead(const struct finder *finder, const struct act *act)
{
    const struct clause *clause = &finder->clause;
    uint32_t when = act->index;
    if (act->verb->tense != TENSE_PRES || act->verb->modality != MODALITY_NONE)
        return false;
    while (when > 0 && !clause_is(clause, when, CLAUSE_LIMITS | TYPE(FOLLOWING)) &&
           (when == act->index || !clause_is(clause, when, TYPE(VERB))))
        when--;
    if (clause_is(clause, when, TYPE(FOLLOWING)))
        return str_equal(clause_when(clause, when), STR("BEFORE"));
    if (when == 0 || !clause_is(clause, when, TYPE(SUBORDINATOR)))
        return false;
    const uint32_t begin = clause_chunk(clause, when)->begin;
    const bool known = clause_is(clause, when - 1, TYPE(VERB)) &&
                       clause_verb(clause, when - 1)->tense == TENSE_FUT;
    return (known || unread_tense(finder, begin) == TENSE_FUT) &&
           !document_is(finder->document, begin, CLASS(RELATIVE));
}

/* "Will A meet B?", "A rencontrera-t-il B ?": whether it is asked, and not when or why. */
static bool is_open(const struct finder *finder)
{
    const struct document *document = finder->document;
    const struct clause *clause = &finder->clause;
    uint32_t t = finder->sentence->begin, end = finder->sentence->end;
    while (end > t + 1 && titled_mark(document, end - 1))
        end--;
    while (t < clause_chunk(clause, 0)->begin &&
           (document_is(document, t, CLASS(DETERMINER)) || look_at(document, t, LEXICON_AUX) ||
            titled_mark(document, t)))
        t++;
    return look_mark(document, end - 1, '?') && t == clause_chunk(clause, 0)->begin &&
           clause_is(clause, 0, TYPE(PARTY) | TYPE(PRONOUN) | TYPE(PLURAL_PRONOUN) | TYPE(VERB));
}

/* "is on a tour of Asia, visiting Japan": whether it is told beside what is told in the present. */
static bool is_beside_present(const struct finder *finder, const struct act *act)
{
    const struct clause *clause = &finder->clause;
    if (act->verb->tense != TENSE_GER || act->index < 2 ||
        !clause_is(clause, act->index - 1, TYPE(COMMA)))
        return false;
    for (uint32_t t = clause_chunk(clause, act->index - 1)->begin; t-- > finder->sentence->begin;) {
        const struct annotation *verb = look_at(finder->document, t, ANNOTATION_VERB);
        const struct annotation *aux = look_at(finder->document, t, LEXICON_AUX);
        if (look_flag(finder->document, t, TOKEN_PUNCT))
            return false;
        if (verb && !look_at(finder->document, t, LEXICON_MEETNOUN))
            return ((const struct verb *)verb->detail)->tense == TENSE_PRES;
        if (aux)
            return aux->tag == TAG_PRES;
    }
    return false;
}

void act_status(const struct finder *finder, const struct act *act, struct mention *mention)
{
    mention->status = finder_denied(finder, act->index)
                          ? STATUS_DENIED
                          : status_of_meeting_verb(act_told_verb(finder, act));
    if (act->frame == FRAME_INVITE && mention->status != STATUS_DENIED)
        mention->status = STATUS_PROPOSED;
    const bool headline = (finder->sentence->flags & SENTENCE_TITLE) != 0; /* "A reçu par B" */
    const bool tensed = act->verb->tense != TENSE_PRES &&
                        !(headline && act->verb->tense == TENSE_PP) &&
                        !is_beside_present(finder, act);
    mention->status_told = act->frame == FRAME_INVITE || tensed ||
                           act->verb->modality != MODALITY_NONE || mention->status == STATUS_DENIED;
    set_out_later(finder, act, mention);
    if (mention->status == STATUS_DENIED)
        return;
    if (mention->kind == KIND_VISIT && visitor_now(finder, act->index) != CLAUSE_NONE) {
        mention->status = STATUS_ONGOING;
        return;
    }
    if (act->verb->tense != TENSE_PAST && told_as_wished(finder, act->index)) {
        mention->status = STATUS_PROPOSED;
        mention->status_told = true;
        return;
    }
    const enum meeting_status state = state_status(finder, act);
    if (state != STATUS_UNKNOWN) {
        mention->status = state;
        mention->status_told = true;
        return;
    }
    if (act->first &&
        unread_tense(finder, clause_chunk(&finder->clause, act->index)->begin) != TENSE_FUT) {
        mention->status = STATUS_HELD;
        mention->status_told = true;
        return;
    }
    if (is_ahead(finder, act) || is_first_ahead(finder, act) || is_when_ahead(finder, act)) {
        mention->status = STATUS_SCHEDULED;
        mention->status_told = true;
    } else {
        status_by_governor(finder, act, mention);
    }
    status_by_retreat(finder, act->index, NULL, mention);
    const uint32_t end = clause_chunk(&finder->clause, act->index)->end;
    if (mention->status == STATUS_SCHEDULED && mention->label.sequence == SEQUENCE_NONE &&
        (document_is(finder->document, end - 1, CLASS(FURTHER)) ||
         finder_sense(finder, act->index) == SENSE_RESUME))
        mention->label.sequence = SEQUENCE_NEXT; /* "will meet again", "will reconvene" */
    if (mention->status == STATUS_SCHEDULED && is_open(finder)) {
        mention->status = STATUS_PROPOSED;
        mention->status_told = true;
    }
}
