#include "settings/loader.h"

#include <stdio.h>
#include <string.h>

#include "settings/secret.h"

/* How a setting is spelt where the value was found, for messages. */
static void name_print(enum origin origin, const char *section, const char *key,
                       char ret_name[LONGEST_NAME])
{
    if (origin == ORIGIN_ARGUMENT)
        snprintf(ret_name, LONGEST_NAME, "--%s.%s", section, key);
    else
        snprintf(ret_name, LONGEST_NAME, "[%s] %s", section, key);
}

static void unknown_report(struct loader *loader, const struct found *found)
{
    char name[LONGEST_NAME], near[LONGEST_NAME];
    name_print(loader->origin, found->section, found->key, name);
    const struct setting *nearest = setting_nearest(found->section, found->key);
    const char *section = section_nearest(found->section);
    if (nearest) {
        name_print(loader->origin, nearest->section, nearest->key, near);
        problems_add(loader->problems, PROBLEM_ERROR, "%s: no setting %s (did you mean %s?)",
                     found->place, name, near);
    } else if (!section_known(found->section) && section) {
        name_print(loader->origin, section, found->key, near);
        problems_add(loader->problems, PROBLEM_ERROR, "%s: no setting %s (did you mean %s?)",
                     found->place, name, near);
    } else {
        problems_add(loader->problems, PROBLEM_ERROR,
                     "%s: no setting %s (`meetingd help settings` lists them)", found->place, name);
    }
}

void loader_take_setting(struct loader *loader, const struct setting *setting,
                         const struct found *found)
{
    struct fault fault = {0};
    if (setting_store(setting, found->value, loader->settings->strings, loader->settings, &fault) ==
        0)
        return;
    char name[LONGEST_NAME];
    name_print(loader->origin, found->section, found->key, name);
    problems_add(loader->problems, PROBLEM_ERROR, "%s: %s = %s: %s", found->place, name,
                 found->value, fault.text);
}

static const char *text_copy(struct loader *loader, const char *text)
{
    return arena_copy(loader->settings->strings, str_make(text, strlen(text) + 1)).at;
}

/* The same name again replaces the value; the place in the list stays. */
static struct property *property_slot(struct loader *loader, struct properties *list,
                                      const char *name)
{
    for (size_t i = 0; i < list->count; i++)
        if (strcmp(list->items[i].name, name) == 0)
            return (struct property *)&list->items[i];
    struct property *items =
        ARENA_ARRAY(loader->settings->strings, struct property, list->count + 1);
    if (!items)
        return NULL;
    if (list->count > 0)
        memcpy(items, list->items, list->count * sizeof *items);
    list->items = items;
    return &items[list->count++];
}

void loader_take_property(struct loader *loader, const struct passage *passage,
                          const struct found *found)
{
    struct fault fault = {0};
    bool secret = secret_is(found->key);
    const char *value = NULL;
    if (secret && loader->origin == ORIGIN_ARGUMENT && !secret_is_reference(found->value)) {
        problems_add(loader->problems, PROBLEM_ERROR,
                     "%s: --%s.%s: everyone on this machine can read it here; put it into a file "
                     "and write file:/path/to/it",
                     found->place, found->section, found->key);
        return;
    }
    if (!secret)
        value = text_copy(loader, found->value);
    else if (secret_read(found->value, loader->credentials_folder, loader->settings->strings,
                         &value, &fault) != 0) {
        problems_add(loader->problems, PROBLEM_ERROR, "%s: [%s] %s: %s", found->place,
                     found->section, found->key, fault.text);
        return;
    }
    struct properties *list = (struct properties *)((char *)loader->settings + passage->offset);
    struct property property = {text_copy(loader, found->key), value,
                                text_copy(loader, found->place), secret,
                                loader->origin == ORIGIN_ENVIRONMENT};
    struct property *slot = property_slot(loader, list, found->key);
    if (slot && property.name && property.value && property.place)
        *slot = property;
    else
        problems_add(loader->problems, PROBLEM_ERROR, "%s: out of memory", found->place);
}

void loader_take(struct loader *loader, const struct found *found)
{
    const struct setting *setting = setting_find(found->section, found->key);
    const struct passage *passage = passage_find(found->section);
    if (setting)
        loader_take_setting(loader, setting, found);
    else if (passage)
        loader_take_property(loader, passage, found);
    else
        unknown_report(loader, found);
}
