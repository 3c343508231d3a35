/*
 * find_act.h -- one verb of meeting with its slots, while find_verb.c reads it.
 */
#ifndef MEETING_FIND_ACT_H
#define MEETING_FIND_ACT_H

#include "annotate/lexis.h"
#include "meeting/find.h"

/* One meeting verb with what its clause tells of it. */
struct act {
    uint32_t index; /* of its chunk */
    const struct verb *verb;
    const struct lexeme *lexeme;
    enum frame frame;
    uint32_t subject, object, with, agent, between;
};

/* find_act.c: the status that the verb gives, and the words that tell it. */
void act_status(const struct finder *finder, const struct act *act, struct mention *mention);

/* Who takes part by the slots of the verb: subject, object, "with", "by", "between". */
void act_parties(const struct finder *finder, const struct act *act, struct mention *mention);

/* "called the minister": by telephone, unless it goes on "to resign", or a name is given. */
bool act_calls(const struct finder *finder, const struct act *act);

/* "A a invité B à Paris": a person, and a place right behind, no meeting or deed. */
bool act_bids(const struct finder *finder, const struct act *act);

/* "A rencontrera B avant de s'envoler", "before flying": behind words of time the one who acts, and
 * whether it is over, are those of the clause. */
bool act_is_timed(const struct finder *finder, const struct act *act);

#endif
