#include "settings/change.h"

#include <stdio.h>
#include <string.h>

#include "settings/setting.h"

static bool is_text(const struct setting *setting)
{
    return setting->type != SETTING_CHOICE && setting->type != SETTING_NUMBER &&
           setting->type != SETTING_SIZE && setting->type != SETTING_DURATION;
}

static const void *field_of(const struct settings *settings, size_t offset)
{
    return (const char *)settings + offset;
}

static bool same(const struct setting *setting, const struct settings *before,
                 const struct settings *after)
{
    const void *was = field_of(before, setting->offset), *is = field_of(after, setting->offset);
    if (is_text(setting))
        return strcmp(*(const char *const *)was, *(const char *const *)is) == 0;
    size_t size = setting->type == SETTING_CHOICE ? sizeof(int) : sizeof(int64_t);
    return memcmp(was, is, size) == 0;
}

static const struct property *find(const struct properties *list, const char *name)
{
    for (size_t i = 0; i < list->count; i++)
        if (strcmp(list->items[i].name, name) == 0)
            return &list->items[i];
    return NULL;
}

static void tell(const struct change_listener *listener, const char *section, const char *key)
{
    char name[200];
    snprintf(name, sizeof name, "%s.%s", section, key);
    listener->hear(listener->context, name);
}

/* The new and the changed properties, and then those that are gone. */
static void passage_compare(const struct passage *passage, const struct settings *before,
                            const struct settings *after, const struct change_listener *listener)
{
    const struct properties *was = field_of(before, passage->offset);
    const struct properties *is = field_of(after, passage->offset);
    for (size_t i = 0; i < is->count; i++) {
        const struct property *old = find(was, is->items[i].name);
        if (!old || strcmp(old->value, is->items[i].value) != 0)
            tell(listener, passage->section, is->items[i].name);
    }
    for (size_t i = 0; i < was->count; i++)
        if (!find(is, was->items[i].name))
            tell(listener, passage->section, was->items[i].name);
}

void settings_await_restart(const struct settings *before, const struct settings *after,
                            const struct change_listener *listener)
{
    size_t count;
    const struct setting *table = setting_table(&count);
    for (size_t i = 0; i < count; i++)
        if (!table[i].reloadable && !same(&table[i], before, after))
            tell(listener, table[i].section, table[i].key);
    const struct passage *passages = passage_table(&count);
    for (size_t i = 0; i < count; i++)
        passage_compare(&passages[i], before, after, listener);
}
