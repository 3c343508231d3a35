/*
 * card.h -- a meeting event as a person reads it: what, who, where, when, and the proof.
 */
#ifndef COMMAND_CARD_H
#define COMMAND_CARD_H

#include "command/sheet.h"

struct datum;

/* Events are meetingd.MeetingEvents read back from their Avro bytes. */
void card_article_print(struct sheet *sheet, const struct datum *event); /* what it is from */
void card_print(struct sheet *sheet, const struct datum *event);

#endif
