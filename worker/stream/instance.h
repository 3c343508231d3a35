/*
 * instance.h -- the name of this member when nobody gave it one.
 *
 * The host name and the lowest number that no other local worker of the group holds.
 * The lock is an abstract Unix socket: the kernel gives it back when its holder ends,
 * however it ends, so a restarted worker takes its own name and transactions over.
 */
#ifndef STREAM_INSTANCE_H
#define STREAM_INSTANCE_H

#include <stddef.h>

#include "base/fault.h"

struct instance {
    char name[128];
    int lock; /* a socket, held as long as the name is; -1: none */
};

/*
 * Takes given as the name, or the lowest free one of this host in group if given is "".
 * Returns 0, or FAULT_SETTING when a hundred numbers are taken.  End with instance_release().
 */
int instance_take(const char *given, const char *group, struct instance *ret_instance,
                  struct fault *ret_fault);
void instance_release(struct instance *instance);

#endif
