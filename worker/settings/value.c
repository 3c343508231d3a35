#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/nearest.h"
#include "settings/address.h"
#include "settings/setting.h"
#include "settings/settings.h"

struct unit {
    const char *name;
    int64_t factor;
};

/* The first unit is what a bare number counts; the largest that divides a value prints it. */
static const struct unit BYTES[] = {
    {"", 1}, {"k", 1 << 10}, {"M", 1 << 20}, {"G", 1 << 30}, {NULL, 0}};
static const struct unit TIMES[] = {
    {"ms", 1}, {"s", 1000}, {"m", 60000}, {"h", 3600000}, {NULL, 0}};
static const struct unit ONES[] = {{"", 1}, {NULL, 0}};

static const struct {
    const struct unit *units;
    const char *form;
} AMOUNTS[] = {
    [SETTING_NUMBER] = {ONES, "not a whole number"},
    [SETTING_SIZE] = {BYTES, "not a size: write it as 4096, 64k, 8M or 1G"},
    [SETTING_DURATION] = {TIMES, "not a duration: write it as 500ms, 30s, 5m or 1h"},
};

static void amount_print(int64_t amount, const struct unit *units, char *text, size_t size)
{
    const struct unit *best = units;
    for (const struct unit *unit = units; unit->name; unit++)
        if (amount != 0 && amount % unit->factor == 0)
            best = unit;
    snprintf(text, size, "%lld%s", (long long)(amount / best->factor), best->name);
}

static bool amount_parse(const char *text, const struct unit *units, int64_t *ret_amount)
{
    char *end;
    errno = 0;
    long long number = strtoll(text, &end, 10);
    if (end == text || errno != 0 || number < 0)
        return false;
    for (const struct unit *unit = units; unit->name; unit++) {
        if (strcmp(end, unit->name) != 0)
            continue;
        return !__builtin_mul_overflow(number, unit->factor, ret_amount);
    }
    return false;
}

static int amount_store(const struct setting *setting, const char *text, void *field,
                        struct fault *ret_fault)
{
    int64_t amount;
    if (!amount_parse(text, AMOUNTS[setting->type].units, &amount))
        return fault_set(ret_fault, FAULT_SETTING, "%s", AMOUNTS[setting->type].form);
    if (amount < setting->least || amount > setting->most) {
        char range[64];
        setting_range(setting, range, sizeof range);
        return fault_set(ret_fault, FAULT_SETTING, "out of range: %s", range);
    }
    memcpy(field, &amount, sizeof amount);
    return 0;
}

static int choice_store(const struct setting *setting, const char *text, void *field,
                        struct fault *ret_fault)
{
    struct nearest nearest = nearest_to(str_of(text));
    for (int i = 0; setting->choices[i]; i++) {
        if (strcmp(setting->choices[i], text) == 0) {
            memcpy(field, &i, sizeof i);
            return 0;
        }
        nearest_offer(&nearest, setting->choices[i]);
    }
    char range[200];
    setting_range(setting, range, sizeof range);
    if (nearest.name)
        return fault_set(ret_fault, FAULT_SETTING, "%s (did you mean %s?)", range, nearest.name);
    return fault_set(ret_fault, FAULT_SETTING, "%s", range);
}

static int address_check(const char *text, struct fault *ret_fault)
{
    union address address;
    if (!*text || address_read(text, &address))
        return 0;
    return fault_set(ret_fault, FAULT_SETTING,
                     "not an address: write 9404 for that port of the loopback, 0.0.0.0:9404 or "
                     "[::]:9404 for every interface");
}

static int text_store(const char *text, struct arena *arena, void *field, struct fault *ret_fault)
{
    const char *copy = arena_copy(arena, str_make(text, strlen(text) + 1)).at;
    if (!copy)
        return fault_set(ret_fault, FAULT_MEMORY, "out of memory");
    memcpy(field, &copy, sizeof copy);
    return 0;
}

int setting_store(const struct setting *setting, const char *text, struct arena *arena,
                  struct settings *settings, struct fault *ret_fault)
{
    void *field = (char *)settings + setting->offset;
    if (setting->type == SETTING_CHOICE)
        return choice_store(setting, text, field, ret_fault);
    if (setting->type == SETTING_LATER && *text)
        return fault_set(ret_fault, FAULT_SETTING, "not in this release: leave it empty");
    if (setting->type < sizeof AMOUNTS / sizeof *AMOUNTS && AMOUNTS[setting->type].units)
        return amount_store(setting, text, field, ret_fault);
    int code = setting->type == SETTING_ADDRESS ? address_check(text, ret_fault) : 0;
    return code ? code : text_store(text, arena, field, ret_fault);
}

void setting_range(const struct setting *setting, char *ret_text, size_t size)
{
    ret_text[0] = '\0';
    if (setting->type == SETTING_TEXT)
        return;
    if (setting->type == SETTING_LATER) {
        snprintf(ret_text, size, "in a later release");
        return;
    }
    if (setting->type == SETTING_ADDRESS) {
        snprintf(ret_text, size, "PORT, ADDRESS:PORT or [ADDRESS]:PORT");
        return;
    }
    if (setting->type != SETTING_CHOICE) {
        char least[32], most[32];
        amount_print(setting->least, AMOUNTS[setting->type].units, least, sizeof least);
        amount_print(setting->most, AMOUNTS[setting->type].units, most, sizeof most);
        snprintf(ret_text, size, "%s to %s", least, most);
        return;
    }
    size_t used = (size_t)snprintf(ret_text, size, "one of ");
    for (int i = 0; setting->choices[i] && used < size; i++)
        used += (size_t)snprintf(ret_text + used, size - used, "%s%s", i ? ", " : "",
                                 setting->choices[i]);
}
