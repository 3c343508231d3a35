/* fuzz_json.c -- articles in JSON, in UTF-8 and not. */
#include "decoding.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static const char *const TYPES[] = {"application/json", "application/json; charset=utf-16",
                                        "application/json; charset=latin1"};
    check_decoding(bytes, size, TYPES, sizeof TYPES / sizeof *TYPES);
    return 0;
}
