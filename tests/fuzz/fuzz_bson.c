/* fuzz_bson.c -- articles in BSON. */
#include "decoding.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static const char *const TYPES[] = {"application/bson"};
    check_decoding(bytes, size, TYPES, sizeof TYPES / sizeof *TYPES);
    return 0;
}
