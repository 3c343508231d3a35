#include "record/link.h"

#include <stdbool.h>

#include "base/buffer.h"

static bool alphanumeric(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9');
}

static bool among(char byte, const char *bytes)
{
    return byte != '\0' && strchr(bytes, byte);
}

static bool hexadecimal(char byte)
{
    return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'f') ||
           (byte >= 'A' && byte <= 'F');
}

/* The bytes of "https://" at the beginning of url, or 0. */
static size_t scheme_length(struct str url)
{
    static const char *const schemes[] = {"http://", "https://"};
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++) {
        size_t at = 0;
        while (at < url.len && schemes[i][at] && (url.at[at] | 0x20) == (schemes[i][at] | 0x20))
            at++;
        if (!schemes[i][at])
            return at;
    }
    return 0;
}

/*
 * Where the host ends, or 0 when it is none: letters, digits, dots, hyphens, a port.  A user
 * ("https://bank.example@evil.example/") is there to deceive, so it makes no link.
 */
static size_t host_end(struct str url, size_t begin)
{
    size_t at = begin;
    while (at < url.len && !among(url.at[at], "/?#")) {
        bool beyond_ascii = (unsigned char)url.at[at] >= 0x80;
        if (!beyond_ascii && !alphanumeric(url.at[at]) && !among(url.at[at], ".-:"))
            return 0;
        at++;
    }
    return at > begin && url.at[begin] != ':' ? at : 0;
}

/* Whether the byte may stand as it is; a % only where two digits follow, a # only once. */
static bool stands(struct str url, size_t at, bool *fragment)
{
    char byte = url.at[at];
    if (byte == '%')
        return at + 2 < url.len && hexadecimal(url.at[at + 1]) && hexadecimal(url.at[at + 2]);
    if (byte == '#') {
        bool first = !*fragment;
        *fragment = true;
        return first;
    }
    return alphanumeric(byte) || among(byte, "-._~:/?@!$&'()*+,;=");
}

int link_of(struct str url, struct arena *arena, struct str *ret_link)
{
    static const char digits[] = "0123456789ABCDEF";
    size_t begin = scheme_length(url);
    struct buffer out = buffer_in(arena);
    bool fragment = false;
    if (begin == 0 || host_end(url, begin) == 0) {
        *ret_link = STR("");
        return 0;
    }
    for (size_t at = 0; at < url.len; at++) {
        unsigned char byte = (unsigned char)url.at[at];
        if (stands(url, at, &fragment))
            buffer_byte(&out, url.at[at]);
        else
            buffer_add(&out,
                       str_make((const char[]){'%', digits[byte >> 4], digits[byte & 15]}, 3));
    }
    return buffer_finish(&out, ret_link);
}
