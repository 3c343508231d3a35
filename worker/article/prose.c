#include "article/prose.h"

#include <stdint.h>

#include "base/fault.h"
#include "base/utf8.h"

enum { WRAPPED_LINE_MAX = 100, WRAPPED_LINE_MIN = 40 };

enum character { SEEN, NEWLINE, UNSEEN, WIDE_BLANK, MISREAD };

/* What is being written.  Spaces and line ends wait until something follows them. */
struct writer {
    char *at;
    size_t len;
    size_t line_begin;
    bool space;
    bool newline;
    bool one_line;
    bool wrapped; /* the lines of a paragraph are to be joined */
};

/* The characters of windows-1252 at 0x80 to 0x9F; its five holes stay as they are. */
static const uint16_t WINDOWS_1252[32] = {
    0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021, 0x2C6,  0x2030, 0x160,
    0x2039, 0x152,  0x8D,   0x17D,  0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0x9D,   0x17E,  0x178,
};

static enum character wide_kind(uint32_t c)
{
    static const struct {
        uint16_t first, last;
        enum character kind;
    } RANGES[] = {
        {0x80, 0x9F, MISREAD},        {0xA0, 0xA0, WIDE_BLANK},     {0xAD, 0xAD, UNSEEN},
        {0x1680, 0x1680, WIDE_BLANK}, {0x2000, 0x200A, WIDE_BLANK}, {0x200B, 0x200B, UNSEEN},
        {0x200E, 0x200F, UNSEEN},     {0x2028, 0x2029, NEWLINE},    {0x202A, 0x202E, UNSEEN},
        {0x202F, 0x202F, WIDE_BLANK}, {0x205F, 0x205F, WIDE_BLANK}, {0x2060, 0x2064, UNSEEN},
        {0x2066, 0x206F, UNSEEN},     {0x3000, 0x3000, WIDE_BLANK}, {0xFEFF, 0xFEFF, UNSEEN},
    };
    if ((c > 0xAD && c < 0x1680) || c > 0xFEFF)
        return SEEN;
    for (size_t i = 0; i < sizeof RANGES / sizeof *RANGES; i++)
        if (c <= RANGES[i].last)
            return c >= RANGES[i].first ? RANGES[i].kind : SEEN;
    return SEEN;
}

/*
 * The bytes of characters that are seen, in valid UTF-8: all but those of blanks and controls
 * and the lead bytes C2, E1, E2, E3 and EF, under which there are characters of other kinds.
 */
static bool is_plain(unsigned char byte)
{
    static const uint64_t PLAIN[4] = {0xFFFFFFFE00000000, 0x7FFFFFFFFFFFFFFF, 0xFFFFFFFFFFFFFFFF,
                                      0x001F7FF1FFFFFFF8};
    return PLAIN[byte >> 6] >> (byte & 63) & 1;
}

/* How much of text is to be copied as it is: what is seen, with single spaces in it. */
static size_t plain_run(struct str text)
{
    const unsigned char *byte = (const unsigned char *)text.at;
    for (size_t at = 0;; at++) {
        while (at < text.len && is_plain(byte[at]))
            at++;
        if (text.len - at < 2 || byte[at] != ' ' || !is_plain(byte[at + 1]) || at == 0)
            return at;
    }
}

/* Takes wide blanks off the end of the line that is being written. */
static void writer_trim(struct writer *writer)
{
    while (writer->len > writer->line_begin) {
        size_t begin = writer->len - 1, size;
        while (begin > writer->line_begin && !utf8_starts(writer->at[begin]))
            begin--;
        const uint32_t last = utf8_decode(writer->at + begin, &size);
        if (last != ' ' && (last < 0x80 || wide_kind(last) != WIDE_BLANK))
            return;
        writer->len = begin;
    }
}

/* Writes what waits before the next character that is seen. */
static void writer_settle(struct writer *writer)
{
    if (writer->newline) {
        writer_trim(writer);
        if (writer->len > 0)
            writer->at[writer->len++] = '\n';
        writer->line_begin = writer->len;
    } else if (writer->space && writer->len > writer->line_begin) {
        writer->at[writer->len++] = ' ';
    }
    writer->space = writer->newline = false;
}

/* True when a hand-wrapped paragraph goes on over this one line end. */
static bool writer_joins(const struct writer *writer, struct str rest)
{
    if (!writer->wrapped || writer->newline || writer->len - writer->line_begin < WRAPPED_LINE_MIN)
        return false;
    size_t at = rest.len > 1 && rest.at[0] == '\r' && rest.at[1] == '\n' ? 2 : 1;
    while (at < rest.len && (rest.at[at] == ' ' || rest.at[at] == '\t'))
        at++;
    static const char NEW_PARAGRAPH[] = "\r\n-*";
    return at < rest.len && !memchr(NEW_PARAGRAPH, rest.at[at], sizeof NEW_PARAGRAPH - 1);
}

static void writer_run(struct writer *writer, struct str run)
{
    writer_settle(writer);
    memcpy(writer->at + writer->len, run.at, run.len);
    writer->len += run.len;
}

/* A blank or a line end in ASCII; rest begins with it. */
static void writer_blank(struct writer *writer, struct str rest)
{
    const char c = *rest.at;
    const bool newline = c == '\n' || c == '\r' || c == '\v' || c == '\f';
    if (newline && !writer->one_line && !writer_joins(writer, rest))
        writer->newline = true;
    else
        writer->space = true;
}

/* A character beyond ASCII.  Returns its bytes. */
static size_t writer_wide(struct writer *writer, const char *at)
{
    size_t size;
    const uint32_t c = utf8_decode(at, &size);
    const enum character kind = wide_kind(c);
    if (kind == NEWLINE)
        *(writer->one_line ? &writer->space : &writer->newline) = true;
    if (kind == NEWLINE || kind == UNSEEN)
        return size;
    if (kind == WIDE_BLANK && (writer->newline || writer->len == writer->line_begin))
        return size;
    if (kind != MISREAD) {
        writer_run(writer, str_make(at, size));
        return size;
    }
    writer_settle(writer);
    writer->len += utf8_encode(WINDOWS_1252[c - 0x80], writer->at + writer->len);
    return size;
}

/* How long the line at the beginning of the text is, less the mark of its end. */
static size_t line_length(struct str text)
{
    const char *newline = memchr(text.at, '\n', text.len);
    const size_t length = newline ? (size_t)(newline - text.at) : text.len;
    return length > 0 && text.at[length - 1] == '\r' ? length - 1 : length;
}

/* How many characters the bytes are. */
static size_t characters(const char *begin, size_t len)
{
    size_t count = 0;
    for (size_t i = 0; i < len; i++)
        count += utf8_starts(begin[i]);
    return count;
}

/* The lines of a text that another follows, of two words or more. */
struct lines {
    size_t full;  /* the first word of the next line had no room */
    size_t roomy; /* it had: the line ends there because it is one, as in a list */
};

/* Counts the line at the beginning of the text, behind which rest stands. */
static void count_line(struct str line, struct str rest, size_t longest, struct lines *lines)
{
    const size_t next = line_length(rest);
    const char *blank = memchr(rest.at, ' ', next);
    const size_t word = blank ? (size_t)(blank - rest.at) : next;
    if (next == 0 || !memchr(line.at, ' ', line.len))
        return;
    if (characters(line.at, line.len) + 1 + characters(rest.at, word) > longest)
        lines->full++;
    else
        lines->roomy++;
}

/* The line at the beginning of the text, which then begins behind it. */
static struct str line_take(struct str *text)
{
    const struct str line = str_make(text->at, line_length(*text));
    const char *newline = memchr(text->at, '\n', text->len);
    const size_t whole = newline ? (size_t)(newline - text->at) + 1 : text->len;
    *text = str_make(text->at + whole, text->len - whole);
    return line;
}

/* True when people, not paragraphs, ended the lines: see prose_paragraphs(). */
static bool text_is_wrapped(struct str text)
{
    size_t longest = 0;
    bool empty_lines = false;
    struct lines lines = {0, 0};
    for (struct str rest = text; rest.len > 0;) {
        const struct str line = line_take(&rest);
        const size_t length = characters(line.at, line.len);
        if (line.len > WRAPPED_LINE_MAX)
            return false;
        if (memchr(line.at, ' ', line.len)) /* an address has no room to be broken in */
            longest = length > longest ? length : longest;
        empty_lines |= line.len == 0;
    }
    for (struct str rest = text; empty_lines && rest.len > 0;) {
        const struct str line = line_take(&rest);
        if (rest.len > 0)
            count_line(line, rest, longest, &lines);
    }
    return lines.full > lines.roomy;
}

static int prose_write(struct arena *arena, struct str text, bool one_line, struct str *ret_text)
{
    if (text.len == 0) {
        *ret_text = (struct str){0};
        return 0;
    }
    /* Only what was misread grows: from two bytes to three. */
    struct writer writer = {.at = arena_alloc(arena, text.len + text.len / 2 + 1),
                            .one_line = one_line,
                            .wrapped = !one_line && text_is_wrapped(text)};
    if (!writer.at)
        return FAULT_MEMORY;
    for (size_t at = 0, size; at < text.len; at += size) {
        const struct str rest = str_make(text.at + at, text.len - at);
        size = plain_run(rest);
        if (size > 0)
            writer_run(&writer, str_make(rest.at, size));
        else if ((unsigned char)*rest.at >= 0x80)
            size = writer_wide(&writer, rest.at);
        else {
            writer_blank(&writer, rest);
            size = 1;
        }
    }
    writer_trim(&writer);
    return utf8_compose(arena, str_make(writer.at, writer.len), ret_text);
}

int prose_paragraphs(struct arena *arena, struct str text, struct str *ret_text)
{
    return prose_write(arena, text, false, ret_text);
}

int prose_line(struct arena *arena, struct str text, struct str *ret_text)
{
    return prose_write(arena, text, true, ret_text);
}
