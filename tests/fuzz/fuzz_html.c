/* fuzz_html.c -- articles in pages. */
#include "decoding.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static const char *const TYPES[] = {"text/html; charset=utf-8", "text/html"};
    check_decoding(bytes, size, TYPES, sizeof TYPES / sizeof *TYPES);
    return 0;
}
