/*
 * prose.h -- text as the engine reads it: clean, composed, in paragraphs or in one line.
 *
 * Whatever form it came in, text that has passed here
 *   - has runs of spaces, tabs and control characters as one space, none at the ends of a line;
 *     no-break and other wide or thin spaces stay as written, except at the ends of a line;
 *   - ends its lines with '\n' (for "\r\n", '\r', VT, FF, U+2028 and U+2029 too), and has no
 *     empty ones;
 *   - has none of the characters that nobody sees: soft hyphen, zero-width space, word joiner,
 *     byte order mark, marks of writing direction.  (The zero-width joiner and non-joiner stay:
 *     they spell words in Persian and Indic scripts.)
 *   - has the characters of windows-1252 where a careless conversion left its bytes as U+0080
 *     to U+009F, as browsers read them: U+0092 is ’;
 *   - is in Unicode normalisation form C.
 */
#ifndef ARTICLE_PROSE_H
#define ARTICLE_PROSE_H

#include "base/arena.h"
#include "base/str.h"

/*
 * One paragraph a line.  Text that was wrapped by hand (empty lines between its paragraphs, no line
 * over 100 bytes, and most lines so full that the next word had no room: a list is not) has the
 * lines of a paragraph joined by a space.
 * text is valid UTF-8.  *ret_text lives in arena.  Returns 0 or FAULT_MEMORY.
 */
int prose_paragraphs(struct arena *arena, struct str text, struct str *ret_text);

/* The same with all in one line. */
int prose_line(struct arena *arena, struct str text, struct str *ret_text);

#endif
