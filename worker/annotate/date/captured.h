/*
 * captured.h -- what a rule told about its annotation: captures and constants, as numbers.
 *
 *     day:number(1..31) offset:@dayword   make DATE unit=d
 */
#ifndef ANNOTATE_DATE_CAPTURED_H
#define ANNOTATE_DATE_CAPTURED_H

#include "annotate/document.h"

#define CAPTURED_NOTHING INT32_MIN

/* The whole number at the beginning of text, which may have a sign; CAPTURED_NOTHING if none. */
int32_t captured_number_in(struct str text);

/* A column of the lexicon line that was captured under name; "" when there is none. */
struct str captured_column(const struct document *document, const struct annotation *annotation,
                           enum capture_name name, unsigned column);

/*
 * The number captured under name: the first column of a lexicon line, or digits; else the
 * constant of the rule's make line; else CAPTURED_NOTHING.
 */
int32_t captured_number(const struct document *document, const struct annotation *annotation,
                        enum capture_name name);

/* The same, or `otherwise` when it is not told. */
int32_t captured_number_or(const struct document *document, const struct annotation *annotation,
                           enum capture_name name, int32_t otherwise);

/* Whether the make line of the annotation's rule says name=word. */
bool captured_word_is(const struct document *document, const struct annotation *annotation,
                      enum capture_name name, const char *word);

#endif
