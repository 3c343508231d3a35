#include <stdio.h>
#include <string.h>

#include "base/nearest.h"
#include "settings/loader.h"

static const char PREFIX[] = "MEETINGD_";

static bool is_letter_or_digit(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9');
}

/* input.topic -> INPUT_TOPIC */
static void variable_print(const char *section, const char *key, char ret_name[LONGEST_NAME])
{
    snprintf(ret_name, LONGEST_NAME, "%s.%s", section, key);
    for (char *at = ret_name; *at; at++) {
        if (!is_letter_or_digit(*at))
            *at = '_';
        else if (*at >= 'a' && *at <= 'z')
            *at = (char)(*at - 'a' + 'A');
    }
}

/* KAFKA_CONSUMER_SESSION_TIMEOUT_MS -> session.timeout.ms of [kafka.consumer] */
static const struct passage *variable_passage(const char *variable, char ret_key[LONGEST_NAME])
{
    const struct passage *best = NULL;
    size_t count, best_length = 0;
    const struct passage *passages = passage_table(&count);
    for (size_t i = 0; i < count; i++) {
        char prefix[LONGEST_NAME];
        variable_print(passages[i].section, "", prefix);
        size_t length = strlen(prefix);
        if (length <= best_length || strncmp(variable, prefix, length) != 0)
            continue;
        best = &passages[i];
        best_length = length;
    }
    if (!best || !variable[best_length])
        return NULL;
    snprintf(ret_key, LONGEST_NAME, "%s", variable + best_length);
    for (char *at = ret_key; *at; at++) {
        if (*at == '_')
            *at = '.';
        else if (*at >= 'A' && *at <= 'Z')
            *at = (char)(*at - 'A' + 'a');
    }
    return best;
}

/* Kubernetes puts variables like MEETINGD_PORT_80_TCP here by itself: only a warning. */
static void variable_unknown(struct loader *loader, const char *variable)
{
    size_t count;
    const struct setting *table = setting_table(&count);
    char names[LONGEST_NAME], best[LONGEST_NAME] = "";
    struct nearest nearest = nearest_to(str_of(variable));
    for (size_t i = 0; i < count; i++) {
        variable_print(table[i].section, table[i].key, names);
        size_t before = nearest.edits;
        nearest_offer(&nearest, names);
        if (nearest.edits != before)
            memcpy(best, names, sizeof best);
    }
    if (*best)
        problems_add(loader->problems, PROBLEM_WARNING,
                     "environment: %s%s names no setting (did you mean %s%s?)", PREFIX, variable,
                     PREFIX, best);
    else
        problems_add(loader->problems, PROBLEM_WARNING, "environment: %s%s names no setting",
                     PREFIX, variable);
}

static void variable_take(struct loader *loader, const char *variable, const char *value)
{
    size_t count;
    const struct setting *table = setting_table(&count);
    char text[LONGEST_NAME];
    struct found found = {.value = value};
    snprintf(found.place, sizeof found.place, "environment: %s%.100s", PREFIX, variable);
    for (size_t i = 0; i < count; i++) {
        variable_print(table[i].section, table[i].key, text);
        if (strcmp(text, variable) != 0)
            continue;
        found.section = table[i].section;
        found.key = table[i].key;
        loader_take_setting(loader, &table[i], &found);
        return;
    }
    const struct passage *passage = variable_passage(variable, text);
    if (!passage) {
        variable_unknown(loader, variable);
        return;
    }
    found.section = passage->section;
    found.key = text;
    loader_take_property(loader, passage, &found);
}

void environment_take(struct loader *loader, char *const *environment)
{
    for (size_t i = 0; environment && environment[i]; i++) {
        const char *equals = strchr(environment[i], '=');
        size_t prefix = strlen(PREFIX);
        char variable[LONGEST_NAME];
        if (!equals || strncmp(environment[i], PREFIX, prefix) != 0)
            continue;
        size_t length = (size_t)(equals - environment[i]) - prefix;
        if (length >= sizeof variable)
            continue;
        memcpy(variable, environment[i] + prefix, length);
        variable[length] = '\0';
        variable_take(loader, variable, equals + 1);
    }
}
