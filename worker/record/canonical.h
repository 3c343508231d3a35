/*
 * canonical.h -- which schema is it: Parsing Canonical Form and its fingerprint.
 *
 * From the Avro specification; avro-c has neither.  Private to record/.
 */
#ifndef RECORD_CANONICAL_H
#define RECORD_CANONICAL_H

#include <stdint.h>

#include <avro.h>

#include "base/arena.h"
#include "base/str.h"

/*
 * The schema with all that does not change how bytes are read left out: documentation,
 * defaults, aliases, logical types, white space.  Lives in arena.
 * Returns 0, or FAULT_MEMORY when the arena is full.
 */
int canonical_form(avro_schema_t schema, struct arena *arena, struct str *ret_text);

/* "meetingd.MeetingEvent", or "string" for a type without a name.  Returns as above. */
int canonical_full_name(avro_schema_t schema, struct arena *arena, struct str *ret_name);

/* CRC-64-AVRO. */
uint64_t canonical_fingerprint(struct str text);

#endif
