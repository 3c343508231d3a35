#include "article/html_guard.h"

/*
 * Tags that begin inside each other's quotation marks are read again and again; this many
 * bytes for each of the page are enough for any that was not written to waste time.
 */
enum { MOST_WORK = 16 };

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

/* Behind the value that begins at `at`: a quoted one, or one up to a space or '>'. */
static const char *value_end(const char *at, const char *end)
{
    if (at < end && (*at == '"' || *at == '\'')) {
        const char *quote = memchr(at + 1, *at, (size_t)(end - at - 1));
        return quote ? quote + 1 : end;
    }
    while (at < end && !is_space(*at) && *at != '>')
        at++;
    return at;
}

/* The attributes of the tag whose name begins at `at`; *ret_end is where it ends. */
static size_t tag_attributes(const char *at, const char *end, const char **ret_end)
{
    size_t count = 0;
    while (at < end && *at != '>' && count <= MOST_ATTRIBUTES) {
        const bool is_value = *at == '=';
        at++;
        if (is_value) {
            while (at < end && is_space(*at))
                at++;
            at = value_end(at, end);
            count++;
        } else if (at < end && !is_space(*at) && *at != '>' && *at != '=') {
            const char before = at[-1];
            count += is_space(before) || before == '/' || before == '"' || before == '\'';
        }
    }
    *ret_end = at;
    return count;
}

bool html_guard(struct str text, size_t *ret_offset)
{
    if (text.len == 0)
        return true;
    const char *end = text.at + text.len;
    size_t work = 0;
    for (const char *at = text.at; (at = memchr(at, '<', (size_t)(end - at))); at++) {
        if (end - at < 2 || !is_letter(at[1]))
            continue;
        const char *tag_end;
        const size_t count = tag_attributes(at + 1, end, &tag_end);
        work += (size_t)(tag_end - at);
        if (count > MOST_ATTRIBUTES || work / MOST_WORK > text.len) {
            *ret_offset = (size_t)(at - text.at);
            return false;
        }
    }
    return true;
}
