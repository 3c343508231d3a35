/* fuzz_charset.c -- text in any character set, and bytes of which nothing is said. */
#include "decoding.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static const char *const TYPES[] = {
        "",
        "text/plain",
        "text/plain; charset=utf-8",
        "text/plain; charset=utf-16",
        "text/plain; charset=utf-32",
        "text/plain; charset=windows-1252",
        "text/plain; charset=windows-1251",
        "text/plain; charset=iso-8859-15",
        "text/plain; charset=gb18030",
        "text/plain; charset=shift_jis",
        "text/plain; charset=iso-2022-jp",
        "text/plain; charset=big5",
        "text/plain; charset=utf-7",
    };
    check_decoding(bytes, size, TYPES, sizeof TYPES / sizeof *TYPES);
    return 0;
}
