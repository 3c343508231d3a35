/*
 * avro_c.h -- the same record by way of avro-c, to hold our own bytes against.
 */
#ifndef SUPPORT_AVRO_C_H
#define SUPPORT_AVRO_C_H

#include "base/arena.h"
#include "base/str.h"
#include "record/schema.h"

/*
 * Reads json into an avro-c value of schema, field by field by their names, and returns
 * what avro-c writes for it: lives in arena.  Fails the cmocka test that calls it when a
 * field is missing, too much, or of another type.
 */
struct str avro_c_encode(struct arena *arena, const struct schema *schema, struct str json);

#endif
