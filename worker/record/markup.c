#include "record/markup.h"

#include <sha2.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "base/embedded.h"
#include "base/utf8.h"

enum { LONGEST_FORMATTED = 512 };

static void base64_write(struct buffer *out, const uint8_t bytes[SHA256_DIGEST_LENGTH])
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (size_t i = 0; i < SHA256_DIGEST_LENGTH; i += 3) {
        uint32_t group = 0;
        for (size_t k = 0; k < 3; k++)
            group = group << 8 | (i + k < SHA256_DIGEST_LENGTH ? bytes[i + k] : 0u);
        for (size_t k = 0; k < 4; k++)
            buffer_byte(out, i * 8 + k * 6 < SHA256_DIGEST_LENGTH * 8
                                 ? digits[group >> (18 - 6 * k) & 63]
                                 : '=');
    }
}

void markup_style(struct buffer *out, const char *name)
{
    const struct embedded *file = embedded_find(EMBEDDED_PAGE, name);
    if (file)
        buffer_add(out, embedded_text(file));
}

void markup_head(struct buffer *out, const char *title, struct str style)
{
    uint8_t digest[SHA256_DIGEST_LENGTH];
    SHA2_CTX sum;
    SHA256Init(&sum);
    SHA256Update(&sum, (const uint8_t *)style.at, style.len);
    SHA256Final(digest, &sum);
    buffer_add(out, STR("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n"
                        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src "
                        "'none'; style-src 'sha256-"));
    base64_write(out, digest);
    buffer_add(out, STR("'; base-uri 'none'; form-action 'none'\">\n"
                        "<meta name=\"viewport\" content=\"width=device-width, "
                        "initial-scale=1\">\n"
                        "<meta name=\"color-scheme\" content=\"light dark\">\n"
                        "<meta name=\"referrer\" content=\"no-referrer\">\n<title>"));
    markup_text(out, str_of(title));
    buffer_add(out, STR("</title>\n<style>"));
    buffer_add(out, style);
    buffer_add(out, STR("</style></head>\n<body>"));
}

static const char *reference(uint32_t code_point)
{
    switch (code_point) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    default:
        return NULL;
    }
}

/* Code points, both included, that a page must not have or that make it read as it isn't. */
static const struct {
    uint32_t first, last;
} HIDDEN[] = {
    {0x00, 0x08},       {0x0b, 0x1f},     /* C0 controls but tab and newline */
    {0x7f, 0x9f},                         /* DEL and C1 */
    {0x202a, 0x202e},   {0x2066, 0x2069}, /* embeddings, overrides and isolates */
    {0x2028, 0x2029},   {0xfeff, 0xfeff}, /* separators, byte order mark */
    {0xfdd0, 0xfdef},   {0xfffe, 0xffff}, /* no characters */
    {0xe0000, 0xe007f},                   /* tags: invisible */
};

static bool hidden(uint32_t code_point)
{
    for (size_t i = 0; i < sizeof HIDDEN / sizeof *HIDDEN; i++)
        if (code_point >= HIDDEN[i].first && code_point <= HIDDEN[i].last)
            return true;
    return (code_point & 0xfffe) == 0xfffe;
}

void markup_raw(struct buffer *out, const char *markup)
{
    buffer_add(out, str_of(markup));
}

void markup_format(struct buffer *out, const char *format, ...)
{
    char text[LONGEST_FORMATTED];
    va_list arguments;
    va_start(arguments, format);
    int size = vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    if (size > 0 && (size_t)size < sizeof text)
        buffer_add(out, str_make(text, (size_t)size));
}

void markup_text(struct buffer *out, struct str text)
{
    size_t run = 0, at = 0;
    while (at < text.len) {
        size_t size = 0;
        uint32_t code_point = utf8_decode(text.at + at, &size);
        const char *instead = hidden(code_point) ? "\xef\xbf\xbd" : reference(code_point);
        if (instead) {
            buffer_add(out, str_make(text.at + run, at - run));
            buffer_add(out, str_of(instead));
            run = at + size;
        }
        at += size;
    }
    if (text.len > run)
        buffer_add(out, str_make(text.at + run, text.len - run));
}
