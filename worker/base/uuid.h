/*
 * uuid.h -- a name for a thing, the same on every run: UUID version 5 (RFC 9562).
 */
#ifndef BASE_UUID_H
#define BASE_UUID_H

#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

struct uuid {
    uint8_t bytes[16];
};

/* The namespaces of RFC 9562, appendix; others are made from them by uuid_v5(). */
extern const struct uuid UUID_DNS;
extern const struct uuid UUID_URL;

/*
 * The UUID version 5 of parts in space.  The name that is hashed is the parts with one
 * zero byte between two of them, so one part alone is the RFC's own case.
 */
struct uuid uuid_v5(struct uuid space, const struct str *parts, size_t count);

/* Writes "6ba7b810-9dad-11d1-80b4-00c04fd430c8": 36 lower-case characters and a zero. */
void uuid_print(struct uuid uuid, char ret_text[37]);

#endif
