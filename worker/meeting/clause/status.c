#include "meeting/clause/status.h"

#include "annotate/look.h"

bool sense_is_of_people(enum sense sense)
{
    return sense == SENSE_AGREE || sense == SENSE_PROPOSE || sense == SENSE_REFUSE ||
           sense == SENSE_PREPARE || sense == SENSE_ANNOUNCE || sense == SENSE_CONFIRM;
}

bool status_is_unfinished(const struct verb *verb)
{
    return verb->tense == TENSE_PAST && verb->modality == MODALITY_NONE && !verb->negative &&
           verb->word && (verb->word->tag == TAG_GER || verb->word->tag == TAG_IMPF);
}

bool status_is_under_way(const struct verb *verb)
{
    return status_is_unfinished(verb) && verb->word->tag == TAG_GER;
}

bool status_is_now(const struct verb *verb)
{
    return verb->tense == TENSE_PRES && verb->modality == MODALITY_NONE && !verb->negative &&
           !verb->passive; /* "est prévu", "is expected" */
}

enum meeting_status status_of_meeting_verb(const struct verb *verb)
{
    static const enum meeting_status by_tense[TENSE_COUNT] = {
        [TENSE_PAST] = STATUS_HELD,     [TENSE_PRES] = STATUS_HELD,
        [TENSE_FUT] = STATUS_SCHEDULED, [TENSE_COND] = STATUS_SCHEDULED,
        [TENSE_INF] = STATUS_SCHEDULED, [TENSE_PP] = STATUS_HELD,
        [TENSE_GER] = STATUS_HELD,      [TENSE_PERF] = STATUS_HELD,
    };
    if (verb->negative &&
        (verb->tense == TENSE_FUT || verb->tense == TENSE_COND || verb->modality != MODALITY_NONE))
        return STATUS_DENIED; /* "will not meet", "cannot meet", "ne souhaite pas rencontrer" */
    if (verb->negative && verb->tense == TENSE_PERF)
        return STATUS_DENIED; /* "affirme n'avoir jamais rencontré" */
    if ((verb->tense == TENSE_PRES || verb->tense == TENSE_PAST) && verb->word &&
        verb->word->tag == TAG_GER && verb->modality == MODALITY_NONE)
        return STATUS_ONGOING; /* "are meeting", "were meeting" */
    if (verb->unmet && !verb->negative)
        return STATUS_CANCELLED;
    switch (verb->modality) {
    case MODALITY_DUE:
        return STATUS_SCHEDULED;
    case MODALITY_WANT:
    case MODALITY_MAY:
        return STATUS_PROPOSED;
    default:
        return by_tense[verb->tense];
    }
}

enum meeting_status status_of_sense(enum sense sense)
{
    static const enum meeting_status by_sense[SENSE_COUNT] = {
        [SENSE_PLAN] = STATUS_SCHEDULED,     [SENSE_PREPARE] = STATUS_SCHEDULED,
        [SENSE_EXPECT] = STATUS_SCHEDULED,   [SENSE_AGREE] = STATUS_SCHEDULED,
        [SENSE_PROPOSE] = STATUS_PROPOSED,   [SENSE_CANCEL] = STATUS_CANCELLED,
        [SENSE_POSTPONE] = STATUS_POSTPONED, [SENSE_MOVE] = STATUS_SCHEDULED,
        [SENSE_DENY] = STATUS_DENIED,        [SENSE_REFUSE] = STATUS_DENIED,
        [SENSE_CONFIRM] = STATUS_SCHEDULED,  [SENSE_ANNOUNCE] = STATUS_SCHEDULED,
    };
    return by_sense[sense];
}

/* The same where the verb is negated: "n'est pas exclue", "has not been put off". */
static enum meeting_status status_of_negated(enum sense sense)
{
    static const enum meeting_status by_sense[SENSE_COUNT] = {
        [SENSE_PLAN] = STATUS_DENIED,        [SENSE_AGREE] = STATUS_DENIED,
        [SENSE_PROPOSE] = STATUS_DENIED,     [SENSE_REFUSE] = STATUS_PROPOSED,
        [SENSE_CANCEL] = STATUS_SCHEDULED,   [SENSE_POSTPONE] = STATUS_SCHEDULED,
        [SENSE_MOVE] = STATUS_SCHEDULED,     [SENSE_CONFIRM] = STATUS_SCHEDULED,
        [SENSE_ANNOUNCE] = STATUS_SCHEDULED, [SENSE_EXPECT] = STATUS_SCHEDULED,
    };
    return by_sense[sense];
}

enum meeting_status status_of_event_verb(const struct verb *verb, enum sense sense)
{
    const enum meeting_status fixed = status_of_sense(sense);
    const bool off = fixed == STATUS_CANCELLED || fixed == STATUS_POSTPONED;
    const bool may = verb->modality == MODALITY_MAY && verb->tense == TENSE_PRES;
    if (off && (may || (verb->modality == MODALITY_WANT && verb->passive)))
        return STATUS_SCHEDULED; /* "may be postponed", "pourrait être reporté" */
    if (sense == SENSE_PLAN && verb->modality == MODALITY_MAY && !verb->negative && !verb->passive)
        return STATUS_PROPOSED; /* "is trying to arrange a meeting", "could organise" */
    if (fixed != STATUS_UNKNOWN)
        return verb->negative ? status_of_negated(sense) : fixed;
    if (verb->negative && verb->modality == MODALITY_MAY &&
        (sense == SENSE_ATTEND || sense == SENSE_CHAIR))
        return STATUS_HELD; /* "could not attend": it sat without them */
    struct verb said = *verb;
    said.unmet &= sense != SENSE_ATTEND && sense != SENSE_CHAIR; /* it sat without them */
    if (sense == SENSE_CHAIR || sense == SENSE_MISS || sense == SENSE_BOYCOTT ||
        sense == SENSE_CLOSE || /* "le sommet ne débouchera pas sur un accord" */
        (sense == SENSE_ATTEND && verb->tense == TENSE_PAST))
        said.negative = false; /* "did not attend it": it sat without them */
    const enum meeting_status told = status_of_meeting_verb(&said);
    if (said.negative) /* "la réunion n'aura pas lieu" */
        return told == STATUS_HELD || sense == SENSE_HOLD ? STATUS_CANCELLED : told;
    if (sense == SENSE_CONTINUE && told == STATUS_HELD &&
        (verb->tense == TENSE_PRES || (verb->passive && !verb->bygone)))
        return STATUS_ONGOING; /* "la visite se poursuit", "les pourparlers ont été prolongés" */
    if (sense == SENSE_CLOSE && !verb->passive &&
        (verb->tense == TENSE_FUT || verb->modality == MODALITY_DUE))
        return STATUS_ONGOING;
    const bool now = verb->tense == TENSE_PRES && verb->modality == MODALITY_NONE;
    if (now && (sense == SENSE_HOLD || sense == SENSE_OPEN || sense == SENSE_ATTEND))
        return STATUS_ONGOING;
    return told;
}

/*
 * What a verb or noun makes of a meeting that it governs through an infinitive: "to hold", "to call
 * off", "to end" it.  UNKNOWN: of one that is called off, what that says by itself.
 */
static const struct governed {
    enum meeting_status holds, calls_off, ends;
} GOVERNED[SENSE_COUNT] = {
    [SENSE_AGREE] = {STATUS_SCHEDULED, STATUS_UNKNOWN, STATUS_HELD},
    [SENSE_CONFIRM] = {STATUS_SCHEDULED, STATUS_UNKNOWN, STATUS_HELD},
    [SENSE_ANNOUNCE] = {STATUS_SCHEDULED, STATUS_UNKNOWN, STATUS_HELD},
    [SENSE_PLAN] = {STATUS_SCHEDULED, STATUS_SCHEDULED, STATUS_ONGOING},
    [SENSE_PREPARE] = {STATUS_SCHEDULED, STATUS_SCHEDULED, STATUS_ONGOING},
    [SENSE_EXPECT] = {STATUS_SCHEDULED, STATUS_SCHEDULED, STATUS_ONGOING},
    [SENSE_MOVE] = {STATUS_SCHEDULED, STATUS_SCHEDULED, STATUS_ONGOING},
    [SENSE_PROPOSE] = {STATUS_PROPOSED, STATUS_SCHEDULED, STATUS_ONGOING},
    [SENSE_DENY] = {STATUS_DENIED, STATUS_SCHEDULED, STATUS_ONGOING},
    [SENSE_REFUSE] = {STATUS_DENIED, STATUS_SCHEDULED, STATUS_ONGOING},
    [SENSE_CANCEL] = {STATUS_CANCELLED, STATUS_SCHEDULED, STATUS_ONGOING},
    [SENSE_POSTPONE] = {STATUS_POSTPONED, STATUS_SCHEDULED, STATUS_ONGOING},
};

enum meeting_status status_of_governed(enum sense sense, bool negative, enum sense inner)
{
    const struct governed *governed = &GOVERNED[sense];
    switch (inner) {
    case SENSE_CANCEL:
    case SENSE_POSTPONE:
        return negative                                ? STATUS_SCHEDULED
               : governed->calls_off != STATUS_UNKNOWN ? governed->calls_off
                                                       : status_of_sense(inner);
    case SENSE_CLOSE:
    case SENSE_SUSPEND:
        return governed->ends;
    default:
        return negative && governed->holds != STATUS_UNKNOWN ? status_of_negated(sense)
                                                             : governed->holds;
    }
}
