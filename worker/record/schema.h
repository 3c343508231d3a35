/*
 * schema.h -- the Avro schemas that this program writes and can read.
 *
 *     schemas/(all).avsc --at build time--> schema_set_load() --> struct schema
 *
 * The set holds the current schemas and those of every release before, so that old
 * events can be read by the fingerprint they carry.  Immutable, shared by all threads.
 */
#ifndef RECORD_SCHEMA_H
#define RECORD_SCHEMA_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/fault.h"
#include "base/str.h"
#include "record/framing.h"

struct schema;
struct schema_set;
struct avro_obj_t; /* what avro-c's avro_schema_t points to */

/* The records that this program writes. */
enum record_type { RECORD_EVENT, RECORD_RECEIPT, RECORD_TYPE_COUNT };

/*
 * Parses every schema that the program carries.  Returns 0 and *ret_set, which the
 * caller frees with schema_set_free(), or FAULT_MEMORY, or FAULT_FILE when a schema is
 * not Avro (the build is then broken).
 */
int schema_set_load(struct schema_set **ret_set, struct fault *ret_fault);
void schema_set_free(struct schema_set *set);

/*
 * Adds a schema from elsewhere, that records may have been written with: one of a release that is
 * newer than this program.  Before the set is shared.  Returns as schema_parse(), or FAULT_MEMORY.
 */
int schema_set_learn(struct schema_set *set, struct str text, struct fault *ret_fault);

/* The schema that event_avro() or receipt_avro() writes: lent by the set. */
const struct schema *schema_set_current(const struct schema_set *set, enum record_type type);

/* The schema with this fingerprint, of any release, or NULL: lent by the set. */
const struct schema *schema_set_find(const struct schema_set *set, uint64_t fingerprint);

/*
 * Parses a schema from elsewhere, as a registry's.  Returns 0 and *ret_schema, which the
 * caller frees with schema_free(); FAULT_UNDECODABLE when the text is not an Avro schema.
 */
int schema_parse(struct str text, struct schema **ret_schema, struct fault *ret_fault);
void schema_free(struct schema *schema);

/* What a schema is: lent by the schema. */
struct str schema_name(const struct schema *schema);      /* "meetingd.MeetingEvent" */
struct str schema_text(const struct schema *schema);      /* as written: what gets registered */
struct str schema_canonical(const struct schema *schema); /* Parsing Canonical Form */
uint64_t schema_fingerprint(const struct schema *schema); /* CRC-64-AVRO of that form */

/* The schema as avro-c parsed it, for avro-c's own functions. */
struct avro_obj_t *schema_avro(const struct schema *schema);

/* Single-object framing with this schema's fingerprint. */
struct framing schema_framing(const struct schema *schema);

#endif
