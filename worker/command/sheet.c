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

/*
 * The bytes of a character that could steer the terminal or turn the order of what stands around
 * it, else 0: C0, DEL and C1 controls, and Unicode's controls of direction.
 */
static size_t control_size(const unsigned char *at, size_t left)
{
    if (at[0] < 0x20 || at[0] == 0x7f)
        return 1;
    if (at[0] == 0xc2 && left > 1 && at[1] < 0xa0)
        return 2;
    bool turns = at[0] == 0xe2 && left > 2 &&
                 ((at[1] == 0x80 && at[2] >= 0xaa && at[2] <= 0xae) ||
                  (at[1] == 0x81 && at[2] >= 0xa6 && at[2] <= 0xa9));
    return turns ? 3 : 0;
}

/* The text comes from anybody. */
static void word_write(FILE *file, struct str word)
{
    for (size_t i = 0, size; i < word.len; i += size ? size : 1) {
        size = control_size((const unsigned char *)word.at + i, word.len - i);
        putc(size ? ' ' : word.at[i], file);
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
