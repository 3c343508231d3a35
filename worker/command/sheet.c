#include "command/sheet.h"

#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/utf8.h"

enum { MARGIN = 2, VALUES = 12, NARROWEST = 40, WIDEST = 110, USUAL = 80 }; /* columns */

static const char *const INKS[] = {
    [INK_PLAIN] = "",           [INK_STRONG] = "\033[1m", [INK_FAINT] = "\033[2m",
    [INK_QUOTE] = "\033[3;36m", [INK_GOOD] = "\033[32m",  [INK_WAIT] = "\033[33m",
    [INK_BAD] = "\033[31m",
};

static size_t terminal_width(void)
{
    struct winsize size;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
        return USUAL;
    return size.ws_col < NARROWEST ? NARROWEST : size.ws_col > WIDEST ? WIDEST : size.ws_col;
}

struct sheet sheet_open(void)
{
    const char *refusal = getenv("NO_COLOR");
    bool colours = isatty(STDOUT_FILENO) && (!refusal || !*refusal);
    return (struct sheet){stdout, terminal_width(), colours, 0};
}

static void ink_set(const struct sheet *sheet, enum ink ink)
{
    if (sheet->colours && ink != INK_PLAIN)
        fputs(INKS[ink], sheet->file);
}

static void ink_unset(const struct sheet *sheet, enum ink ink)
{
    if (sheet->colours && ink != INK_PLAIN)
        fputs("\033[0m", sheet->file);
}

void sheet_label(struct sheet *sheet, const char *label)
{
    fprintf(sheet->file, "%*s", MARGIN, "");
    ink_set(sheet, INK_FAINT);
    fputs(label, sheet->file);
    ink_unset(sheet, INK_FAINT);
    fprintf(sheet->file, "%*s", VALUES - MARGIN - (int)strlen(label), "");
    sheet->column = VALUES;
}

/* The text comes from anybody: a control character could steer the terminal. */
static void word_write(FILE *file, struct str word)
{
    for (size_t i = 0; i < word.len; i++) {
        unsigned char byte = (unsigned char)word.at[i];
        putc(byte < 0x20 || byte == 0x7f ? ' ' : byte, file);
    }
}

static void word_put(struct sheet *sheet, struct str word)
{
    size_t columns = utf8_count(word);
    if (sheet->column > VALUES && sheet->column + 1 + columns > sheet->width) {
        fprintf(sheet->file, "\n%*s", VALUES, "");
        sheet->column = VALUES;
    }
    if (sheet->column > VALUES) {
        putc(' ', sheet->file);
        sheet->column++;
    }
    word_write(sheet->file, word);
    sheet->column += columns;
}

/* before and after stick to the first and the last word. */
static void words_put(struct sheet *sheet, struct str text, const char *before, const char *after)
{
    char word[512];
    size_t start = 0;
    while (start < text.len) {
        const char *blank = memchr(text.at + start, ' ', text.len - start);
        size_t end = blank ? (size_t)(blank - text.at) : text.len;
        int length = snprintf(word, sizeof word, "%s%.*s%s", start == 0 ? before : "",
                              (int)(end - start), text.at + start, end == text.len ? after : "");
        size_t cut = (size_t)length < sizeof word ? (size_t)length : sizeof word - 1;
        word_put(sheet, str_make(word, utf8_valid_prefix(str_make(word, cut))));
        start = end + 1;
    }
}

void sheet_text(struct sheet *sheet, enum ink ink, struct str text)
{
    ink_set(sheet, ink);
    words_put(sheet, text, "", "");
    ink_unset(sheet, ink);
}

void sheet_quote(struct sheet *sheet, struct str text)
{
    ink_set(sheet, INK_QUOTE);
    words_put(sheet, text, "\xe2\x80\x9c", "\xe2\x80\x9d");
    ink_unset(sheet, INK_QUOTE);
}

void sheet_end(struct sheet *sheet)
{
    putc('\n', sheet->file);
    sheet->column = 0;
}

void sheet_rule(struct sheet *sheet)
{
    ink_set(sheet, INK_FAINT);
    for (size_t i = 0; i < sheet->width; i++)
        fputs("\xe2\x94\x80", sheet->file);
    ink_unset(sheet, INK_FAINT);
    sheet_end(sheet);
}
