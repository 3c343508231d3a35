/*
 * sitting.h -- verbs that tell the sitting of a body: "le Parlement s'est réuni".
 */
#ifndef MEETING_FIND_SITTING_H
#define MEETING_FIND_SITTING_H

#include "meeting/find/act.h"

/* sitting.c: whether the mention can be one, and if it is the sitting of a body, its kind and
 * name; the same of a hearing, which only a body that sits holds; whether it is a sitting whose
 * kind nothing has told yet. */
bool act_session(const struct finder *finder, const struct act *act, struct mention *mention);
bool act_hearing(const struct finder *finder, struct mention *mention);
/* "a réuni la commission": takes the body that somebody convenes as what is held. */
void act_convened(const struct finder *finder, struct mention *mention);
/* "when it meets": the body that sits, where the subject is a pronoun for it; else the subject. */
uint32_t act_sitter_meant(const struct finder *finder, const struct act *act);
bool act_is_own_sitting(const struct act *act, const struct mention *mention);
/* "la 12e commission mixte": takes the ordinal right before the body into its name. */
void sitting_number(const struct document *document, struct label *label);

/* sitting_again.c: "La commission sera relancée. Elle se réunira jeudi": whether a body told right
 * before sits; gives its sitting the name. */
bool act_sits_again(const struct finder *finder, const struct act *act);
bool act_name_again(const struct finder *finder, struct mention *mention);

#endif
