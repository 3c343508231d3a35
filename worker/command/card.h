/*
 * card.h -- a meeting event as a person reads it: what, who, where, when, and the proof.
 */
#ifndef COMMAND_CARD_H
#define COMMAND_CARD_H

#include "command/sheet.h"

struct datum;

/* Prints the event, a meetingd.MeetingEvent read back from its Avro bytes. */
void card_print(struct sheet *sheet, const struct datum *event);

#endif
