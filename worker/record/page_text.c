#include <stdarg.h>
#include <stdio.h>

#include "record/markup.h"
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

void page_text(struct page_view *view, struct str text)
{
    markup_text(&view->out, text);
}
