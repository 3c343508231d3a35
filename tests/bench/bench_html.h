/* bench_html.h -- what bench_html.c asks of an HTML parser; one program a library. */
#ifndef BENCH_BENCH_HTML_H
#define BENCH_BENCH_HTML_H

#include <stddef.h>

extern const char *const LIBRARY_NAME;

/* Parses a page of UTF-8; returns the bytes of text it saw outside of tags. */
size_t library_read(const char *page, size_t len);

#endif
