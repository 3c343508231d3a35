#include "stream/refusals.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/fault.h"

/* Few and short-lived, so a plain list; empty almost always. */
struct entry {
    char topic[250];
    int32_t partition;
    int64_t offset;
    enum refusal refusal;
    char reason[200];
};

struct refusals {
    struct entry *entries;
    size_t count;
    size_t room;
    uint64_t notes;
};

struct refusals *refusals_new(void)
{
    return calloc(1, sizeof(struct refusals));
}

void refusals_free(struct refusals *refusals)
{
    if (!refusals)
        return;
    free(refusals->entries);
    free(refusals);
}

static struct entry *find(const struct refusals *refusals, struct article_place place)
{
    for (size_t i = 0; i < refusals->count; i++) {
        struct entry *entry = &refusals->entries[i];
        if (entry->offset == place.offset && entry->partition == place.partition &&
            strcmp(entry->topic, place.topic) == 0)
            return entry;
    }
    return NULL;
}

static struct entry *add(struct refusals *refusals)
{
    if (refusals->count == refusals->room) {
        size_t room = refusals->room ? refusals->room * 2 : 16;
        struct entry *entries = realloc(refusals->entries, room * sizeof *entries);
        if (!entries)
            return NULL;
        refusals->entries = entries;
        refusals->room = room;
    }
    struct entry *entry = &refusals->entries[refusals->count++];
    *entry = (struct entry){.refusal = REFUSAL_NONE};
    return entry;
}

int refusals_note(struct refusals *refusals, struct article_place place, enum refusal tried,
                  const char *reason)
{
    if (tried == REFUSAL_BARE)
        return FAULT_FATAL;
    struct entry *entry = find(refusals, place);
    if (!entry) {
        entry = add(refusals);
        if (!entry)
            return FAULT_MEMORY;
        snprintf(entry->topic, sizeof entry->topic, "%s", place.topic);
        entry->partition = place.partition;
        entry->offset = place.offset;
    }
    /* The dead letter tells why the events were refused, not why its own first form was. */
    if (tried < REFUSAL_LETTER)
        snprintf(entry->reason, sizeof entry->reason, "%s", reason);
    entry->refusal = tried + 1;
    refusals->notes++;
    return 0;
}

enum refusal refusals_find(const struct refusals *refusals, struct article_place place,
                           const char **ret_reason)
{
    const struct entry *entry = find(refusals, place);
    if (!entry)
        return REFUSAL_NONE;
    *ret_reason = entry->reason;
    return entry->refusal;
}

void refusals_forget(struct refusals *refusals, struct article_place place)
{
    size_t kept = 0;
    for (size_t i = 0; i < refusals->count; i++) {
        const struct entry *entry = &refusals->entries[i];
        bool past = entry->partition == place.partition && entry->offset < place.offset &&
                    strcmp(entry->topic, place.topic) == 0;
        if (!past)
            refusals->entries[kept++] = *entry;
    }
    refusals->count = kept;
}

size_t refusals_count(const struct refusals *refusals)
{
    return refusals->count;
}

uint64_t refusals_notes(const struct refusals *refusals)
{
    return refusals->notes;
}
