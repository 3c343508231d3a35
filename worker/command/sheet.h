/*
 * sheet.h -- lines for people: labels, values, quotes, in the width of the terminal.
 *
 *     where    Almaty, KZ   “à Almaty, au Kazakhstan”
 *
 * Colours only on a terminal, and not when NO_COLOR is set.
 */
#ifndef COMMAND_SHEET_H
#define COMMAND_SHEET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "base/str.h"

enum ink { INK_PLAIN, INK_STRONG, INK_FAINT, INK_QUOTE, INK_GOOD, INK_WAIT, INK_BAD };

struct sheet {
    FILE *file;
    size_t width; /* columns */
    bool colours;
    size_t column; /* where the next word goes */
};

/* A sheet on standard output. */
struct sheet sheet_open(void);

/* Begins a row: the label at the margin, then the column of the values. */
void sheet_label(struct sheet *sheet, const char *label);

/* Writes the words of text, going on below in the column of the values where the width ends. */
void sheet_text(struct sheet *sheet, enum ink ink, struct str text);
void sheet_quote(struct sheet *sheet, struct str text); /* between quotation marks */

/* Ends the row; ends the row and draws a line over the width. */
void sheet_end(struct sheet *sheet);
void sheet_rule(struct sheet *sheet);

#endif
