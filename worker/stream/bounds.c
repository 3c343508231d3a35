#include "stream/bounds.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MARK "meetingd-replay/1 "

bool bounds_hold(const struct bounds *bounds, int64_t timestamp_ms)
{
    return timestamp_ms >= bounds->from_ms && timestamp_ms < bounds->to_ms;
}

void bounds_write(const struct bounds *bounds, const char *wording, char ret_text[BOUNDS_TEXT])
{
    snprintf(ret_text, BOUNDS_TEXT,
             MARK "%" PRId64 " %" PRId64 " %" PRId64 " %" PRId64 " %" PRId64 " %s", bounds->begin,
             bounds->end, bounds->until, bounds->from_ms, bounds->to_ms, wording);
}

bool bounds_read(const char *text, size_t len, struct bounds *ret_bounds,
                 char ret_wording[BOUNDS_WORDING + 1])
{
    enum { NUMBERS = 5 };
    char copy[BOUNDS_TEXT];
    int64_t numbers[NUMBERS];
    if (!text || len < strlen(MARK) || len >= sizeof copy || memcmp(text, MARK, strlen(MARK)) != 0)
        return false;
    memcpy(copy, text, len);
    copy[len] = '\0';
    char *at = copy + strlen(MARK);
    for (int i = 0; i < NUMBERS; i++) {
        char *end;
        numbers[i] = strtoll(at, &end, 10);
        if (end == at || *end != ' ')
            return false;
        at = end + 1;
    }
    *ret_bounds = (struct bounds){numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]};
    if (ret_wording)
        snprintf(ret_wording, BOUNDS_WORDING + 1, "%s", at);
    return true;
}
