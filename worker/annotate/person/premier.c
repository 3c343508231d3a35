#include "annotate/person/premier.h"

#include <stddef.h>
#include <string.h>

/* States whose president heads the government alone, by their codes. */
static const char *const PRESIDENTIAL[] = {
    "AO", "AR", "BO", "BR", "BW", "CH", "CL", "CO", "CR", "CY", "DO", "EC", "FM", "GH",
    "GM", "GT", "HN", "ID", "KM", "LR", "MH", "MV", "MW", "MX", "NG", "NI", "PA", "PH",
    "PW", "PY", "SC", "SL", "SR", "SS", "SV", "TM", "US", "UY", "VE", "ZA", "ZM"};

bool premier_exclude(struct home *home, const char *country)
{
    const size_t count = sizeof PRESIDENTIAL / sizeof *PRESIDENTIAL;
    size_t at = 0;
    while (at < count && strcmp(PRESIDENTIAL[at], country) != 0)
        at++;
    for (size_t i = 0; at < count && i < count; i++)
        home_exclude(home, PRESIDENTIAL[i]);
    return at < count;
}
