#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "settings/ini.h"
#include "settings/loader.h"

enum { STRINGS = 16 * 1024 * 1024 }; /* bytes: the most that all texts together take */

static void defaults_take(struct loader *loader)
{
    size_t count;
    const struct setting *table = setting_table(&count);
    for (size_t i = 0; i < count; i++) {
        struct found found = {table[i].section, table[i].key, table[i].fallback, "default"};
        loader_take_setting(loader, &table[i], &found);
    }
    struct found broker = {"kafka", "bootstrap.servers", "localhost:9092", "default"};
    loader_take(loader, &broker);
}

static void section_hear(struct loader *loader, const struct found *found)
{
    const char *nearest = section_nearest(found->section);
    if (section_known(found->section))
        return;
    if (nearest)
        problems_add(loader->problems, PROBLEM_ERROR, "%s: no section [%s] (did you mean [%s]?)",
                     found->place, found->section, nearest);
    else
        problems_add(loader->problems, PROBLEM_ERROR, "%s: no section [%s]", found->place,
                     found->section);
}

/* The line where the file has set the same before, or 0; remembers this one. */
static int line_before(struct loader *loader, const struct ini_line *line)
{
    char name[LONGEST_NAME];
    snprintf(name, sizeof name, "%s.%s", line->section, line->key);
    for (const struct heard *heard = loader->heard; heard; heard = heard->before)
        if (strcmp(heard->name, name) == 0)
            return heard->line;
    struct heard *heard = ARENA_ARRAY(loader->settings->strings, struct heard, 1);
    if (heard) {
        *heard = (struct heard){loader->heard, line->number, ""};
        memcpy(heard->name, name, sizeof name);
        loader->heard = heard;
    }
    return 0;
}

static void key_hear(struct loader *loader, const struct ini_line *line, const struct found *found)
{
    int before = line_before(loader, line);
    if (!*found->section)
        problems_add(loader->problems, PROBLEM_ERROR, "%s: %s stands before the first [section]",
                     found->place, found->key);
    else if (before != 0)
        problems_add(loader->problems, PROBLEM_ERROR, "%s: [%s] %s is set in line %d already",
                     found->place, found->section, found->key, before);
    else if (section_known(found->section)) /* else the section was the mistake */
        loader_take(loader, found);
}

static void line_hear(void *context, const struct ini_line *line)
{
    struct loader *loader = context;
    struct found found = {line->section, line->key, line->value, ""};
    snprintf(found.place, sizeof found.place, "%s:%d", loader->file, line->number);
    if (line->wrong)
        problems_add(loader->problems, PROBLEM_ERROR, "%s: %s", found.place, line->wrong);
    else if (line->key)
        key_hear(loader, line, &found);
    else
        section_hear(loader, &found);
}

static void file_take(struct loader *loader, const char *told)
{
    loader->file = told ? told : SETTINGS_FILE;
    FILE *file = fopen(loader->file, "re");
    if (!file && errno == ENOENT && !told)
        return;
    if (!file) {
        problems_add(loader->problems, PROBLEM_ERROR, "%s: can't be read: %s", loader->file,
                     strerror(errno));
        return;
    }
    const struct ini_listener listener = {line_hear, loader};
    if (ini_read(file, &listener) != 0)
        problems_add(loader->problems, PROBLEM_ERROR, "%s: can't be read", loader->file);
    fclose(file);
}

/* "kafka.consumer.session.timeout.ms" -> the longest known section, and the rest. */
static bool argument_split(const char *name, char section[LONGEST_NAME], const char **ret_key)
{
    if (strlen(name) >= LONGEST_NAME)
        return false;
    const char *split = NULL;
    for (const char *dot = strchr(name, '.'); dot; dot = strchr(dot + 1, '.')) {
        snprintf(section, LONGEST_NAME, "%.*s", (int)(dot - name), name);
        if (!split || section_known(section))
            split = dot;
    }
    if (!split || !split[1])
        return false;
    snprintf(section, LONGEST_NAME, "%.*s", (int)(split - name), name);
    *ret_key = split + 1;
    return true;
}

static void argument_take(struct loader *loader, const struct setting_argument *argument)
{
    char section[LONGEST_NAME];
    struct found found = {section, NULL, argument->value, "command line"};
    if (!argument_split(argument->name, section, &found.key))
        problems_add(loader->problems, PROBLEM_ERROR,
                     "command line: no option --%s (settings are --section.key)", argument->name);
    else if (!argument->value)
        problems_add(loader->problems, PROBLEM_ERROR, "command line: --%s needs a value",
                     argument->name);
    else
        loader_take(loader, &found);
}

static struct settings *settings_new(void)
{
    struct arena *strings = arena_new(STRINGS);
    if (!strings)
        return NULL;
    struct settings *settings = ARENA_ARRAY(strings, struct settings, 1);
    if (settings)
        settings->strings = strings;
    else
        arena_free(strings);
    return settings;
}

int settings_load(const struct settings_sources *sources, struct problems *problems,
                  struct settings **ret_settings)
{
    struct loader loader = {.settings = settings_new(),
                            .problems = problems,
                            .credentials_folder = sources->credentials_folder,
                            .origin = ORIGIN_DEFAULT};
    if (!loader.settings)
        return FAULT_MEMORY;
    size_t errors = problems->errors;
    defaults_take(&loader);
    loader.origin = ORIGIN_FILE;
    file_take(&loader, sources->file);
    loader.origin = ORIGIN_ENVIRONMENT;
    environment_take(&loader, sources->environment);
    loader.origin = ORIGIN_ARGUMENT;
    for (size_t i = 0; i < sources->argument_count; i++)
        argument_take(&loader, &sources->arguments[i]);
    if (problems->errors > errors) {
        settings_free(loader.settings);
        return FAULT_SETTING;
    }
    *ret_settings = loader.settings;
    return 0;
}

void settings_free(struct settings *settings)
{
    if (settings)
        arena_free(settings->strings); /* the settings themselves live there too */
}

struct engine_limits settings_limits(const struct settings *settings)
{
    return (struct engine_limits){
        .max_tokens = (size_t)settings->engine.max_tokens,
        .max_annotations = (size_t)settings->engine.max_annotations,
        .max_meetings = (size_t)settings->engine.max_meetings,
        .max_steps = (size_t)settings->engine.max_steps,
        .min_confidence = (unsigned)settings->engine.min_confidence,
    };
}

struct article_rules settings_rules(const struct settings *settings)
{
    return (struct article_rules){
        .format = settings->input.format,
        .charset = settings->input.charset,
        .fields = settings->fields,
        .max_bytes = (size_t)settings->article.max_bytes,
        .max_depth = (unsigned)settings->article.max_depth,
    };
}
