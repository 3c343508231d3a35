#include "command/input.h"

#include <errno.h>
#include <fts.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* How the bytes of a file fall into articles. */
enum shape { SHAPE_WHOLE, SHAPE_LINES, SHAPE_DOCUMENTS };

struct ending {
    const char *text;
    enum article_format format;
    enum shape shape;
};

static const struct ending ENDINGS[] = {
    {".json", ARTICLE_JSON, SHAPE_WHOLE},  {".ndjson", ARTICLE_JSON, SHAPE_LINES},
    {".jsonl", ARTICLE_JSON, SHAPE_LINES}, {".bson", ARTICLE_BSON, SHAPE_DOCUMENTS},
    {".txt", ARTICLE_TEXT, SHAPE_WHOLE},   {".html", ARTICLE_HTML, SHAPE_WHOLE},
    {".htm", ARTICLE_HTML, SHAPE_WHOLE},
};

static const struct ending *ending_find(const char *name)
{
    size_t length = strlen(name);
    for (size_t i = 0; i < sizeof ENDINGS / sizeof *ENDINGS; i++) {
        size_t end = strlen(ENDINGS[i].text);
        if (length > end && strcasecmp(name + length - end, ENDINGS[i].text) == 0)
            return &ENDINGS[i];
    }
    return NULL;
}

/* Reads one line after the other, so that a pipe's articles come out as they come in. */
static void lines_read(FILE *file, struct input_item *item, const struct input_listener *listener)
{
    char *line = NULL;
    size_t room = 0;
    ssize_t length;
    while ((length = getline(&line, &room, file)) >= 0) {
        item->number++;
        size_t end = (size_t)length;
        while (end > 0 && strchr("\r\n\t ", line[end - 1]))
            end--;
        item->bytes = str_make(line, end);
        if (end > 0)
            listener->article(listener->context, item);
    }
    free(line);
    if (ferror(file))
        listener->failure(listener->context, item->path, item->number, strerror(errno));
}

static void documents_read(struct str bytes, struct input_item *item,
                           const struct input_listener *listener)
{
    while (article_next(item->format, &bytes, &item->bytes)) {
        item->number++;
        listener->article(listener->context, item);
    }
}

/* All bytes of file; the caller frees them.  Returns 0 or an errno. */
static int file_slurp(FILE *file, char **ret_bytes, size_t *ret_length)
{
    struct stat status;
    size_t length = 0;
    size_t room = fstat(fileno(file), &status) == 0 ? (size_t)status.st_size + 1 : 1;
    char *bytes = malloc(room);
    while (bytes) {
        length += fread(bytes + length, 1, room - length, file);
        if (length < room)
            break;
        room = room * 2 + BUFSIZ;
        char *more = realloc(bytes, room);
        if (!more)
            free(bytes);
        bytes = more;
    }
    if (!bytes)
        return ENOMEM;
    if (ferror(file)) {
        free(bytes);
        return errno ? errno : EIO;
    }
    *ret_bytes = bytes;
    *ret_length = length;
    return 0;
}

static void whole_read(FILE *file, enum shape shape, struct input_item *item,
                       const struct input_listener *listener)
{
    char *bytes = NULL;
    size_t length = 0;
    int error = file_slurp(file, &bytes, &length);
    if (error != 0) {
        listener->failure(listener->context, item->path, 0, strerror(error));
        return;
    }
    if (shape == SHAPE_DOCUMENTS) {
        documents_read(str_make(bytes, length), item, listener);
    } else {
        item->bytes = str_make(bytes, length);
        listener->article(listener->context, item);
    }
    free(bytes);
}

static void file_read(const char *path, const struct input_listener *listener)
{
    static const struct ending unknown = {"", ARTICLE_AUTO, SHAPE_WHOLE};
    const char *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;
    const struct ending *ending = ending_find(name);
    if (!ending)
        ending = &unknown;
    FILE *file = fopen(path, "re");
    if (!file) {
        listener->failure(listener->context, path, 0, strerror(errno));
        return;
    }
    struct input_item item = {.format = ending->format, .path = path};
    if (ending->shape == SHAPE_WHOLE)
        item.name = str_make(name, strlen(name) - strlen(ending->text));
    if (ending->shape == SHAPE_LINES)
        lines_read(file, &item, listener);
    else
        whole_read(file, ending->shape, &item, listener);
    fclose(file);
}

static int entries_compare(const FTSENT **a, const FTSENT **b)
{
    return strcmp((*a)->fts_name, (*b)->fts_name);
}

static void entry_read(const FTSENT *entry, const struct input_listener *listener)
{
    bool hidden = entry->fts_name[0] == '.' && entry->fts_level > 0;
    switch (entry->fts_info) {
    case FTS_F:
        if (entry->fts_level == 0 || (ending_find(entry->fts_name) && !hidden))
            file_read(entry->fts_accpath, listener);
        break;
    case FTS_DEFAULT: /* a pipe or device: only when it is named itself */
        if (entry->fts_level == 0)
            file_read(entry->fts_accpath, listener);
        break;
    case FTS_DNR:
    case FTS_ERR:
    case FTS_NS:
    case FTS_SLNONE:
        listener->failure(listener->context, entry->fts_path, 0, strerror(entry->fts_errno));
        break;
    case FTS_DC:
        listener->failure(listener->context, entry->fts_path, 0, "the folder contains itself");
        break;
    default:
        break;
    }
}

void input_read(const char *operand, const struct input_listener *listener)
{
    if (strcmp(operand, "-") == 0) {
        struct input_item item = {.format = ARTICLE_JSON, .path = "-"};
        lines_read(stdin, &item, listener);
        return;
    }
    char *const paths[] = {(char *)operand, NULL};
    FTS *walk = fts_open(paths, FTS_LOGICAL | FTS_NOCHDIR, entries_compare);
    if (!walk) {
        listener->failure(listener->context, operand, 0, strerror(errno));
        return;
    }
    for (FTSENT *entry; (entry = fts_read(walk));) {
        if (entry->fts_info == FTS_D && entry->fts_level > 0 && entry->fts_name[0] == '.')
            fts_set(walk, entry, FTS_SKIP);
        else
            entry_read(entry, listener);
    }
    fts_close(walk);
}
