/*
 * secret.h -- values that are never printed and never stand in `ps`.
 *
 * A secret is best written as where to find it: "file:/etc/meetingd/password", or
 * "credential:NAME" for what the service manager keeps.
 */
#ifndef SETTINGS_SECRET_H
#define SETTINGS_SECRET_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/fault.h"

/* Whether librdkafka's property of that name holds a secret. */
bool secret_is(const char *name);

/* Whether value says where the secret is, instead of being it. */
bool secret_is_reference(const char *value);

/*
 * Reads the secret that value refers to, without the newline at its end; a value that is
 * no reference is the secret.  Copies into arena.  Returns 0, FAULT_MEMORY, or
 * FAULT_SETTING when it can't be read: *ret_fault then names the file, not its content.
 */
int secret_read(const char *value, const char *credentials_folder, struct arena *arena,
                const char **ret_secret, struct fault *ret_fault);

#endif
