/* bench_json_jsonc.c -- json-c behind bench_json.h. */
#include <string.h>

#include <json-c/json.h>

#include "bench_json.h"

const char *const LIBRARY_NAME = "json-c";

void library_read(const char *text, size_t len, struct outcome *outcome)
{
    struct json_tokener *tokener = json_tokener_new_ex(128);
    json_tokener_set_flags(tokener, JSON_TOKENER_STRICT | JSON_TOKENER_VALIDATE_UTF8);
    struct json_object *root = json_tokener_parse_ex(tokener, text, (int)len);
    if (json_tokener_get_error(tokener) == json_tokener_continue)
        root = json_tokener_parse_ex(tokener, "", 1);
    outcome->accepted = json_tokener_get_error(tokener) == json_tokener_success;
    struct json_object *body = NULL;
    if (outcome->accepted && json_object_is_type(root, json_type_object) &&
        json_object_object_get_ex(root, "body", &body)) {
        if (json_object_is_type(body, json_type_string))
            outcome_set(outcome, json_object_get_string(body),
                        (size_t)json_object_get_string_len(body));
        else if (body)
            outcome_set(outcome, json_object_to_json_string(body),
                        strlen(json_object_to_json_string(body)));
    }
    json_object_put(root);
    json_tokener_free(tokener);
}
