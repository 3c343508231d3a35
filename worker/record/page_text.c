#include <stdarg.h>
#include <stdio.h>

#include "base/utf8.h"
#include "record/page_view.h"

enum { LONGEST_FORMATTED = 512 };

void page_raw(struct page_view *view, const char *markup)
{
    buffer_add(&view->out, str_of(markup));
}

void page_format(struct page_view *view, const char *format, ...)
{
    char text[LONGEST_FORMATTED];
    va_list arguments;
    va_start(arguments, format);
    int size = vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    if (size > 0 && (size_t)size < sizeof text)
        buffer_add(&view->out, str_make(text, (size_t)size));
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

void page_text(struct page_view *view, struct str text)
{
    size_t run = 0, at = 0;
    while (at < text.len) {
        size_t size = 0;
        uint32_t code_point = utf8_decode(text.at + at, &size);
        const char *instead = hidden(code_point) ? "\xef\xbf\xbd" : reference(code_point);
        if (instead) {
            buffer_add(&view->out, str_make(text.at + run, at - run));
            buffer_add(&view->out, str_of(instead));
            run = at + size;
        }
        at += size;
    }
    if (text.len > run)
        buffer_add(&view->out, str_make(text.at + run, text.len - run));
}
