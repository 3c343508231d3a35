#include "meeting/status.h"

#include "annotate/look.h"

enum meeting_status status_of_meeting_verb(const struct verb *verb)
{
    static const enum meeting_status by_tense[TENSE_COUNT] = {
        [TENSE_PAST] = STATUS_HELD,     [TENSE_PRES] = STATUS_HELD,
        [TENSE_FUT] = STATUS_SCHEDULED, [TENSE_COND] = STATUS_SCHEDULED,
        [TENSE_INF] = STATUS_SCHEDULED, [TENSE_PP] = STATUS_HELD,
        [TENSE_GER] = STATUS_HELD,      [TENSE_PERF] = STATUS_HELD,
    };
    if (verb->negative && (verb->tense == TENSE_FUT || verb->tense == TENSE_COND))
        return STATUS_DENIED;
    if (verb->tense == TENSE_PRES && verb->word && verb->word->tag == TAG_GER)
        return STATUS_ONGOING; /* "are meeting" */
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

/* What a sense says whatever its tense, or UNKNOWN: then the tense decides. */
static enum meeting_status status_of_sense(enum sense sense)
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
    if (off && verb->modality == MODALITY_MAY && verb->tense == TENSE_PRES)
        return STATUS_SCHEDULED; /* "may be postponed" */
    if (fixed != STATUS_UNKNOWN)
        return verb->negative ? status_of_negated(sense) : fixed;
    struct verb said = *verb;
    if (sense == SENSE_CHAIR || sense == SENSE_MISS || sense == SENSE_BOYCOTT ||
        (sense == SENSE_ATTEND && verb->tense == TENSE_PAST))
        said.negative = false; /* "did not attend the session": it sat without them */
    const enum meeting_status told = status_of_meeting_verb(&said);
    if (said.negative && sense != SENSE_CLOSE) /* "la réunion n'aura pas lieu" */
        return told == STATUS_HELD || sense == SENSE_HOLD ? STATUS_CANCELLED : told;
    if (sense == SENSE_CONTINUE && told == STATUS_HELD && verb->tense == TENSE_PRES)
        return STATUS_ONGOING; /* "la visite se poursuit" */
    if (sense == SENSE_CLOSE && !verb->passive &&
        (verb->tense == TENSE_FUT || verb->modality == MODALITY_DUE))
        return STATUS_ONGOING;
    const bool now = verb->tense == TENSE_PRES && verb->modality == MODALITY_NONE;
    if (now && (sense == SENSE_HOLD || sense == SENSE_OPEN || sense == SENSE_ATTEND))
        return STATUS_ONGOING;
    return told;
}

enum meeting_status status_of_infinitive(const struct verb *governing, enum sense sense)
{
    const enum meeting_status fixed = status_of_sense(sense);
    if (fixed != STATUS_UNKNOWN)
        return fixed;
    if (governing->modality == MODALITY_WANT || governing->modality == MODALITY_MAY)
        return STATUS_PROPOSED;
    return governing->tense == TENSE_PAST && governing->modality == MODALITY_NONE
               ? STATUS_HELD
               : STATUS_SCHEDULED;
}
