/* bench_json_jansson.c -- jansson behind bench_json.h. */
#include <stdio.h>

#include <jansson.h>

#include "bench_json.h"

const char *const LIBRARY_NAME = "jansson";

void library_read(const char *text, size_t len, struct outcome *outcome)
{
    json_error_t error;
    json_t *root = json_loadb(text, len, JSON_ALLOW_NUL, &error);
    outcome->accepted = root != NULL;
    json_t *body = json_object_get(root, "body");
    if (json_is_string(body))
        outcome_set(outcome, json_string_value(body), json_string_length(body));
    char number[64];
    if (json_is_integer(body))
        outcome_set(outcome, number,
                    (size_t)snprintf(number, sizeof number, "%lld", json_integer_value(body)));
    if (json_is_real(body))
        outcome_set(outcome, number,
                    (size_t)snprintf(number, sizeof number, "%.17g", json_real_value(body)));
    json_decref(root);
}
