/* bench_json_yajl.c -- yajl behind bench_json.h. */
#include <string.h>

#include <yajl/yajl_parse.h>

#include "bench_json.h"

const char *const LIBRARY_NAME = "yajl";

struct yajl_state {
    struct outcome *outcome;
    bool wanted;
    int depth;
};

static int yajl_text(void *context, const unsigned char *at, size_t len)
{
    struct yajl_state *state = context;
    if (state->wanted)
        outcome_set(state->outcome, (const char *)at, len);
    return 1;
}

static int yajl_number_text(void *context, const char *at, size_t len)
{
    return yajl_text(context, (const unsigned char *)at, len);
}

static int yajl_key(void *context, const unsigned char *at, size_t len)
{
    struct yajl_state *state = context;
    state->wanted = len == 4 && memcmp(at, "body", 4) == 0;
    return 1;
}

static int yajl_down(void *context)
{
    return ++((struct yajl_state *)context)->depth <= 128;
}

static int yajl_up(void *context)
{
    ((struct yajl_state *)context)->depth--;
    return 1;
}

void library_read(const char *text, size_t len, struct outcome *outcome)
{
    static const yajl_callbacks CALLBACKS = {
        .yajl_number = yajl_number_text,
        .yajl_string = yajl_text,
        .yajl_map_key = yajl_key,
        .yajl_start_map = yajl_down,
        .yajl_end_map = yajl_up,
        .yajl_start_array = yajl_down,
        .yajl_end_array = yajl_up,
    };
    struct yajl_state state = {.outcome = outcome};
    yajl_handle parser = yajl_alloc(&CALLBACKS, NULL, &state);
    yajl_status status = yajl_parse(parser, (const unsigned char *)text, len);
    if (status == yajl_status_ok)
        status = yajl_complete_parse(parser);
    outcome->accepted = status == yajl_status_ok;
    yajl_free(parser);
}
