#include "stream/instance.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

enum { NUMBERS = 100 };

/* An abstract name begins with a zero byte and has no file; a long group is hashed into it. */
static socklen_t lock_address(const char *group, int number, struct sockaddr_un *ret_address)
{
    unsigned long long hash = 14695981039346656037ULL; /* FNV-1a */
    for (const char *at = group; *at; at++)
        hash = (hash ^ (unsigned char)*at) * 1099511628211ULL;
    *ret_address = (struct sockaddr_un){.sun_family = AF_UNIX};
    int len = snprintf(ret_address->sun_path + 1, sizeof ret_address->sun_path - 1,
                       "meetingd/%.40s/%016llx/%d", group, hash, number);
    return (socklen_t)(offsetof(struct sockaddr_un, sun_path) + 1 + (size_t)len);
}

/* Returns a socket that holds the number, or -1 when somebody else does. */
static int lock_take(const char *group, int number)
{
    struct sockaddr_un address;
    socklen_t size = lock_address(group, number, &address);
    int lock = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (lock >= 0 && bind(lock, (const struct sockaddr *)&address, size) != 0) {
        close(lock);
        lock = -1;
    }
    return lock;
}

int instance_take(const char *given, const char *group, struct instance *ret_instance,
                  struct fault *ret_fault)
{
    if (given[0]) {
        *ret_instance = (struct instance){.lock = -1};
        snprintf(ret_instance->name, sizeof ret_instance->name, "%s", given);
        return 0;
    }
    char host[100] = "host";
    gethostname(host, sizeof host - 1);
    for (int number = 0; number < NUMBERS; number++) {
        int lock = lock_take(group, number);
        if (lock < 0)
            continue;
        *ret_instance = (struct instance){.lock = lock};
        snprintf(ret_instance->name, sizeof ret_instance->name, "%s-%d", host, number);
        return 0;
    }
    return fault_set(ret_fault, FAULT_SETTING,
                     "no free number for a worker of group %s on %s after %d: "
                     "give each a name of its own with [kafka] instance",
                     group, host, NUMBERS);
}

void instance_release(struct instance *instance)
{
    if (instance->lock >= 0)
        close(instance->lock);
    instance->lock = -1;
}
