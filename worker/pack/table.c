#include "pack/table.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>

#include "base/utf8.h"

enum { PATH_ROOM = 4096, FILE_MAX = 256 * 1024 * 1024 };

int locus_fault(struct locus locus, struct fault *ret_fault, const char *format, ...)
{
    if (!ret_fault)
        return FAULT_PACK;
    char reason[sizeof ret_fault->text];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(reason, sizeof reason, format, arguments);
    va_end(arguments);
    return fault_set(ret_fault, FAULT_PACK, "%s:%u:%u: %s", locus.path, locus.line, locus.column,
                     reason);
}

int locus_unknown(struct locus locus, struct fault *ret_fault, const char *what,
                  const struct nearest *nearest)
{
    int len = (int)nearest->word.len;
    if (!nearest->name)
        return locus_fault(locus, ret_fault, "no %s '%.*s'", what, len, nearest->word.at);
    return locus_fault(locus, ret_fault, "no %s '%.*s' (did you mean '%s'?)", what, len,
                       nearest->word.at, nearest->name);
}

/* The place of the byte at offset. */
static struct locus locus_at(const char *path, struct str bytes, size_t offset)
{
    struct locus locus = {path, 1, 1};
    size_t line_begin = 0;
    for (size_t i = 0; i < offset; i++) {
        if (bytes.at[i] != '\n')
            continue;
        locus.line++;
        line_begin = i + 1;
    }
    struct str before = str_make(bytes.at + line_begin, offset - line_begin);
    locus.column += (uint32_t)utf8_count(before);
    return locus;
}

static int check_text(const char *path, struct str bytes, struct fault *ret_fault)
{
    size_t valid = utf8_valid_prefix(bytes);
    if (valid < bytes.len)
        return locus_fault(locus_at(path, bytes, valid), ret_fault, "these bytes are not UTF-8");
    struct arena *moment = arena_new(bytes.len * 16 + 1024);
    struct str composed = {NULL, 0};
    int fault = moment ? utf8_compose(moment, bytes, &composed) : FAULT_MEMORY;
    if (!fault && composed.at != bytes.at) {
        size_t same = 0;
        while (same < bytes.len && same < composed.len && bytes.at[same] == composed.at[same])
            same++;
        fault = locus_fault(locus_at(path, bytes, same), ret_fault,
                            "a letter and its accent stand apart (not Unicode form C)");
    }
    arena_free(moment);
    return fault;
}

static int file_bytes(FILE *file, struct arena *arena, struct str *ret_bytes)
{
    if (fseek(file, 0, SEEK_END))
        return FAULT_FILE;
    long size = ftell(file);
    if (size < 0 || size > FILE_MAX || fseek(file, 0, SEEK_SET))
        return FAULT_FILE;
    char *at = arena_alloc(arena, (size_t)size + 1);
    if (!at)
        return FAULT_MEMORY;
    if (fread(at, 1, (size_t)size, file) != (size_t)size)
        return FAULT_FILE;
    *ret_bytes = str_make(at, (size_t)size);
    return 0;
}

static int table_open(FILE *file, const char *path, struct arena *arena, struct table *ret_table,
                      struct fault *ret_fault)
{
    if (!file)
        return fault_set(ret_fault, FAULT_FILE, "%s: %s", path, strerror(errno));
    struct str bytes = {NULL, 0};
    int fault = file_bytes(file, arena, &bytes);
    fclose(file);
    if (fault)
        return fault_set(ret_fault, fault, "%s: %s", path, fault_text(fault));
    fault = check_text(path, bytes, ret_fault);
    if (!fault)
        *ret_table = (struct table){path, bytes, 0};
    return fault;
}

static FILE *open_file(const char *lang_dir, const char *path)
{
    char whole[PATH_ROOM];
    int len = snprintf(whole, sizeof whole, "%s/%s", lang_dir, path);
    if (len < 0 || (size_t)len >= sizeof whole) {
        errno = ENAMETOOLONG;
        return NULL;
    }
    return fopen(whole, "rb");
}

int table_read(const char *lang_dir, const char *path, struct arena *arena, struct table *ret_table,
               struct fault *ret_fault)
{
    return table_open(open_file(lang_dir, path), path, arena, ret_table, ret_fault);
}

int table_read_optional(const char *lang_dir, const char *path, struct arena *arena,
                        struct table *ret_table, struct fault *ret_fault)
{
    FILE *file = open_file(lang_dir, path);
    if (file || errno != ENOENT)
        return table_open(file, path, arena, ret_table, ret_fault);
    *ret_table = (struct table){path, {NULL, 0}, 0};
    return 0;
}

/* "#" at the start, or "  # ": so "#PERSON" in a pattern is none. */
static size_t comment_begin(struct str line)
{
    size_t i = 0;
    while (i < line.len && is_blank(line.at[i]))
        i++;
    if (i < line.len && line.at[i] == '#')
        return 0;
    for (; i < line.len; i++)
        if (line.at[i] == '#' && i >= 2 && is_blank(line.at[i - 1]) && is_blank(line.at[i - 2]) &&
            (i + 1 == line.len || is_blank(line.at[i + 1])))
            return i;
    return line.len;
}

static struct str line_cut(struct table *table)
{
    struct str rest = table->rest;
    const char *end = memchr(rest.at, '\n', rest.len);
    size_t len = end ? (size_t)(end - rest.at) : rest.len;
    size_t used = end ? len + 1 : len;
    table->rest = str_make(rest.at + used, rest.len - used);
    table->line++;
    if (len && rest.at[len - 1] == '\r')
        len--;
    return str_make(rest.at, len);
}

static struct str trim_end(struct str text)
{
    while (text.len && is_blank(text.at[text.len - 1]))
        text.len--;
    return text;
}

static void row_trim_begin(struct row *row)
{
    while (row->text.len && is_blank(row->text.at[0])) {
        row->text = str_make(row->text.at + 1, row->text.len - 1);
        row->locus.column++;
    }
}

bool table_next(struct table *table, struct row *ret_row)
{
    while (table->rest.len) {
        struct str line = line_cut(table);
        line.len = comment_begin(line);
        struct row row = {trim_end(line), {table->path, table->line, 1}, false};
        row_trim_begin(&row);
        if (str_empty(row.text))
            continue;
        *ret_row = row;
        return true;
    }
    return false;
}

struct field row_cut(struct row *row, size_t count)
{
    struct field field = {trim_end(str_make(row->text.at, count)), row->locus};
    row->locus.column += (uint32_t)utf8_count(str_make(row->text.at, count));
    row->text = str_make(row->text.at + count, row->text.len - count);
    row_trim_begin(row);
    return field;
}

int row_next(struct row *row, struct field *ret_field, struct fault *ret_fault)
{
    if (row->ended) {
        *ret_field = (struct field){{NULL, 0}, row->locus};
        return 0;
    }
    const char *bar = memchr(row->text.at, '|', row->text.len);
    struct field field = row_cut(row, bar ? (size_t)(bar - row->text.at) : row->text.len);
    if (bar)
        row_cut(row, 1);
    row->ended = !bar;
    if (str_empty(field.text))
        return locus_fault(field.locus, ret_fault, "nothing stands between two '|'");
    *ret_field = field;
    return 0;
}

int32_t number_read(struct str text)
{
    int64_t number = 0;
    if (str_empty(text) || text.len > 9)
        return -1;
    for (size_t i = 0; i < text.len; i++) {
        if (text.at[i] < '0' || text.at[i] > '9')
            return -1;
        number = number * 10 + (text.at[i] - '0');
    }
    return (int32_t)number;
}
