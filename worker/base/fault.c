#include "base/fault.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>

static const struct {
    enum fault_remedy remedy;
    const char *reason;
    const char *text;
} FAULTS[FAULT_COUNT] = {
#define X(code, remedy, reason, text) [FAULT_##code] = {REMEDY_##remedy, reason, text},
    FAULT_MAP(X)
#undef X
};

enum fault_remedy fault_remedy(int code)
{
    assert(code >= 0 && code < FAULT_COUNT);
    return FAULTS[code].remedy;
}

const char *fault_reason(int code)
{
    assert(code >= 0 && code < FAULT_COUNT);
    return FAULTS[code].reason;
}

const char *fault_text(int code)
{
    assert(code >= 0 && code < FAULT_COUNT);
    return FAULTS[code].text;
}

int fault_set(struct fault *ret_fault, int code, const char *format, ...)
{
    if (!ret_fault)
        return code;
    va_list arguments;
    va_start(arguments, format);
    ret_fault->code = code;
    vsnprintf(ret_fault->text, sizeof ret_fault->text, format, arguments);
    va_end(arguments);
    return code;
}
