/*
 * table.h -- the line form that every file of a pack has.
 *
 *     file --table_read--> table --table_next--> row --row_next--> field
 *
 * UTF-8 in form C.  "#" begins a comment at the start of a line, or after two blanks when a
 * blank follows.  Fields are parted by "|"; rules read their rows whole.
 */
#ifndef PACK_TABLE_H
#define PACK_TABLE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/fault.h"
#include "base/nearest.h"
#include "base/str.h"

/* A place in a pack, for messages. */
struct locus {
    const char *path; /* relative to the folder of the packs: "fr/rules/date.txt" */
    uint32_t line;    /* from 1 */
    uint32_t column;  /* from 1, in code points */
};

struct table {
    const char *path;
    struct str rest; /* not read yet */
    uint32_t line;   /* read so far */
};

/* A piece of a line with its place. */
struct field {
    struct str text;
    struct locus locus;
};

/* A line without its comment and the blanks around it, or what is left of it. */
struct row {
    struct str text;
    struct locus locus; /* of the first byte of text */
    bool ended;         /* its last field was read */
};

/* Fills *ret_fault with "path:line:column: ..." and returns FAULT_PACK. */
int locus_fault(struct locus locus, struct fault *ret_fault, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* "no lexicon 'moth' (did you mean 'month'?)", with the same returns. */
int locus_unknown(struct locus locus, struct fault *ret_fault, const char *what,
                  const struct nearest *nearest);

/*
 * Reads lang_dir/path into arena; path is lent.  Returns 0, FAULT_FILE, FAULT_MEMORY, or
 * FAULT_PACK when it is not UTF-8 in form C.
 */
int table_read(const char *lang_dir, const char *path, struct arena *arena, struct table *ret_table,
               struct fault *ret_fault);

/* As table_read(); a file that is not there is an empty table. */
int table_read_optional(const char *lang_dir, const char *path, struct arena *arena,
                        struct table *ret_table, struct fault *ret_fault);

/* The next line that says something; false at the end. */
bool table_next(struct table *table, struct row *ret_row);

/*
 * Cuts the next field off row.  Returns 0 and the field, whose text is empty at the end of the
 * row; FAULT_PACK when there is nothing between two "|".
 */
int row_next(struct row *row, struct field *ret_field, struct fault *ret_fault);

/* Cuts count bytes and the blanks after them off the row's begin. */
struct field row_cut(struct row *row, size_t count);

/* The whole number that text is, at most nine digits; else -1. */
int32_t number_read(struct str text);

static inline bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t';
}

#endif
