#include "article/format.h"

#include <stdint.h>
#include <strings.h>

#include "article/charset.h"

static const struct {
    const char *type;
    enum article_format format;
    bool is_avro;
} TYPES[] = {
    {"application/json", ARTICLE_JSON, false},
    {"application/ld+json", ARTICLE_JSON, false},
    {"application/feed+json", ARTICLE_JSON, false},
    {"application/x-ndjson", ARTICLE_JSON, false},
    {"text/json", ARTICLE_JSON, false},
    {"application/bson", ARTICLE_BSON, false},
    {"application/x-bson", ARTICLE_BSON, false},
    {"text/plain", ARTICLE_TEXT, false},
    {"text/html", ARTICLE_HTML, false},
    {"application/xhtml+xml", ARTICLE_HTML, false},
    {"avro/binary", ARTICLE_AUTO, true},
    {"application/avro", ARTICLE_AUTO, true},
    {"application/vnd.apache.avro", ARTICLE_AUTO, true},
    {"application/vnd.apache.avro+binary", ARTICLE_AUTO, true},
    {"application/vnd.confluent.avro", ARTICLE_AUTO, true},
};

static struct str trimmed(struct str s)
{
    while (s.len && (s.at[0] == ' ' || s.at[0] == '\t'))
        s = str_make(s.at + 1, s.len - 1);
    while (s.len && (s.at[s.len - 1] == ' ' || s.at[s.len - 1] == '\t'))
        s.len--;
    return s;
}

static bool same_word(struct str s, const char *word)
{
    return s.len == strlen(word) && strncasecmp(s.at, word, s.len) == 0;
}

/* Takes what stands before the next ';' off *rest. */
static struct str part_take(struct str *rest)
{
    const char *end = rest->len ? memchr(rest->at, ';', rest->len) : NULL;
    const struct str part = end ? str_make(rest->at, (size_t)(end - rest->at)) : *rest;
    *rest = end ? str_make(end + 1, rest->len - part.len - 1) : (struct str){0};
    return trimmed(part);
}

struct content_type content_type_parse(struct str header)
{
    struct content_type told = {.format = ARTICLE_AUTO};
    const struct str type = part_take(&header);
    for (size_t i = 0; i < sizeof TYPES / sizeof *TYPES; i++) {
        if (!same_word(type, TYPES[i].type))
            continue;
        told.format = TYPES[i].format;
        told.is_avro = TYPES[i].is_avro;
    }
    while (header.len) {
        const struct str parameter = part_take(&header);
        const char *equals = parameter.len ? memchr(parameter.at, '=', parameter.len) : NULL;
        if (!equals)
            continue;
        const size_t len = (size_t)(equals - parameter.at);
        struct str value = trimmed(str_make(equals + 1, parameter.len - len - 1));
        if (value.len > 1 && value.at[0] == '"' && value.at[value.len - 1] == '"')
            value = str_make(value.at + 1, value.len - 2);
        if (same_word(trimmed(str_make(parameter.at, len)), "charset"))
            told.charset = value;
    }
    return told;
}

uint32_t format_bson_length(struct str bytes)
{
    uint32_t length = 0;
    for (size_t i = 4; i-- > 0;)
        length = length << 8 | (unsigned char)bytes.at[i];
    return length;
}

static bool looks_like_bson(struct str bytes)
{
    return bytes.len >= 5 && format_bson_length(bytes) == bytes.len &&
           bytes.at[bytes.len - 1] == '\0';
}

static bool looks_like_avro(struct str bytes)
{
    return (bytes.len > 5 && bytes.at[0] == '\0') ||
           (bytes.len > 10 && memcmp(bytes.at, "\xC3\x01", 2) == 0) ||
           (bytes.len > 4 && memcmp(bytes.at, "Obj\x01", 4) == 0);
}

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* The next character at or after *at that is not one of the zeros of UTF-16; 0: none. */
static char next_character(struct str text, size_t *at)
{
    while (*at < text.len && !text.at[*at])
        ++*at;
    return *at < text.len ? text.at[(*at)++] : '\0';
}

static char next_seen(struct str text, size_t *at)
{
    char c;
    do
        c = next_character(text, at);
    while (is_space(c));
    return c;
}

/* What the first characters of a text say. */
static enum article_format text_format(struct str text)
{
    size_t at = charset_mark_size(text);
    const char first = next_seen(text, &at);
    if (first == '{')
        return ARTICLE_JSON;
    if (first == '[') {
        const char second = next_seen(text, &at);
        return second == '{' || second == ']' ? ARTICLE_JSON : ARTICLE_TEXT;
    }
    const char second = next_character(text, &at);
    const bool letter = (second >= 'a' && second <= 'z') || (second >= 'A' && second <= 'Z');
    if (first == '<' && (letter || second == '!' || second == '?' || second == '/'))
        return ARTICLE_HTML;
    return ARTICLE_TEXT;
}

enum article_format format_sniff(struct str bytes, bool *ret_is_avro)
{
    *ret_is_avro = false;
    if (!charset_mark_size(bytes)) {
        if (looks_like_bson(bytes))
            return ARTICLE_BSON;
        *ret_is_avro = charset_utf16_order(bytes) == UTF16_NOT && looks_like_avro(bytes);
        if (*ret_is_avro)
            return ARTICLE_AUTO;
    }
    return text_format(bytes);
}
