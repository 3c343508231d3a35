#include "command/replay_choice.h"

#include <stdio.h>
#include <string.h>

#define DEFAULT_LATE "1h"

struct choice choice_of_invocation(const struct invocation *invocation)
{
    return (struct choice){
#define X(field, option) .field = invocation_option(invocation, option),
        CHOICE_MAP(X)
#undef X
    };
}

bool choice_is_empty(const struct choice *choice)
{
#define X(field, option) &&!choice->field
    return true CHOICE_MAP(X);
#undef X
}

static int line_write(const char *option, const char *value, char *wording, struct fault *ret_fault)
{
    size_t used = strlen(wording);
    if (strchr(value, '\n'))
        return fault_set(ret_fault, FAULT_SETTING, "--%s must be one line", option);
    if (used + strlen(option) + strlen(value) + 3 > WORDING_SIZE)
        return fault_set(ret_fault, FAULT_SETTING, "--%s is too long", option);
    snprintf(wording + used, WORDING_SIZE - used, "%s%s %s", used ? "\n" : "", option, value);
    return 0;
}

int choice_write(const struct choice *choice, char ret_wording[WORDING_SIZE],
                 struct fault *ret_fault)
{
    const struct {
        const char *option, *value;
    } lines[] = {
#define X(field, option) {option, choice->field},
        CHOICE_MAP(X)
#undef X
    };
    int code = 0;
    ret_wording[0] = '\0';
    for (size_t i = 0; i < sizeof lines / sizeof *lines && !code; i++)
        if (lines[i].value)
            code = line_write(lines[i].option, lines[i].value, ret_wording, ret_fault);
    return code;
}

/* The value in a line "option value", or NULL. */
static const char *line_value(const char *line, const char *option)
{
    size_t len = strlen(option);
    return strncmp(line, option, len) == 0 && line[len] == ' ' ? line + len + 1 : NULL;
}

struct choice choice_read(char *wording)
{
    struct choice choice = {0};
    for (char *rest = NULL, *line = strtok_r(wording, "\n", &rest); line;
         line = strtok_r(NULL, "\n", &rest)) {
#define X(field, option)          \
    if (line_value(line, option)) \
        choice.field = line_value(line, option);
        CHOICE_MAP(X)
#undef X
    }
    return choice;
}

struct filter choice_filter(const struct choice *choice)
{
    return (struct filter){
        .ids = choice->ids, .sources = choice->sources, .languages = choice->languages};
}

static int read_times(const struct choice *choice, int64_t now_ms, struct plan_request *request,
                      struct fault *ret_fault)
{
    int code = moment_parse(choice->from, now_ms, &request->from, ret_fault);
    if (!code)
        code = moment_parse(choice->to, now_ms, &request->to, ret_fault);
    if (!code)
        code = duration_parse(choice->late ? choice->late : DEFAULT_LATE, &request->late_ms,
                              ret_fault);
    if (!code && choice->partitions)
        code = spans_of_partitions(choice->partitions, &request->spans, ret_fault);
    return code;
}

int choice_request(const struct choice *choice, int64_t now_ms, struct plan_request *ret_request,
                   struct fault *ret_fault)
{
    struct plan_request request = {.by_offset = choice->offsets != NULL};
    request.ranged = choice->offsets || choice->from || choice->to;
    int code = 0;
    if (choice->offsets && (choice->from || choice->to || choice->partitions || choice->late))
        return fault_set(ret_fault, FAULT_SETTING,
                         "--offsets tells the range by itself: leave --from, --to, --late and "
                         "--partitions out");
    if (!choice->offsets && !(choice->from && choice->to) && !choice_is_empty(choice))
        return fault_set(ret_fault, FAULT_SETTING,
                         "say the whole range: --from TIME --to TIME, or --offsets; or nothing "
                         "but the name, to go on with what was begun");
    if (choice->offsets)
        code = spans_of_offsets(choice->offsets, &request.spans, ret_fault);
    else if (request.ranged)
        code = read_times(choice, now_ms, &request, ret_fault);
    if (!code)
        *ret_request = request;
    else
        spans_free(&request.spans);
    return code;
}
