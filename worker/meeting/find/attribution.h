/*
 * attribution.h -- who says what a sentence tells, and when that was said.
 */
#ifndef MEETING_FIND_ATTRIBUTION_H
#define MEETING_FIND_ATTRIBUTION_H

#include "meeting/find/find.h"

/* ", her office said on Wednesday": a verb of saying behind a comma, whose day
 * is its own; ", the ministry in Oslo said": whether the comma at index begins that. */
bool is_attribution(const struct finder *finder, uint32_t from, uint32_t verb);
bool begins_attribution(const struct finder *finder, uint32_t index);
/* "a spokesman said A met B": whether somebody tells by the VERB chunk what stands behind it. */
bool verb_tells(const struct finder *finder, uint32_t index);
/* "On Monday she said A would meet B": whether the VERB chunk told then of what is to come. */
bool verb_told_of_ahead(const struct finder *finder, const struct mention *mention, uint32_t index);

/* "said on Monday talks with X would be held": the day of saying, before a noun that has a verb of
 * its own, or behind a comma. */
bool day_is_of_saying(const struct finder *finder, uint32_t date, uint32_t noun);

/* "told B about his talks with C": whether the verb tells somebody of what is the speaker's own. */
bool verb_informs(const struct finder *finder, uint32_t index);

/* "on Monday hailed the summit", "recalled in Oslo his talks with B": when and where it is spoken
 * of says nothing of it. */
bool noun_is_spoken_of(const struct finder *finder, uint32_t noun);

/* "« J'ai vu B », a dit A": who says the quotation in which the chunk at index stands, or
 * CLAUSE_NONE. */
uint32_t quote_speaker(const struct finder *finder, uint32_t index);
/* "“Met B today,” A said": whether the VERB chunk opens a quotation, without who did it. */
bool opens_quote(const struct finder *finder, uint32_t verb);

/* "« Ma visite est utile », a dit A": adds who says so, if "my" stands before the
 * noun; returns whether he is told. */
bool slot_self(const struct finder *finder, struct mention *mention, uint32_t noun);

#endif
