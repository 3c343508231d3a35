/*
 * embedded.h -- files that are put into the program at build time, by embed.cmake.
 */
#ifndef BASE_EMBEDDED_H
#define BASE_EMBEDDED_H

#include <stddef.h>

#include "base/str.h"

struct embedded {
    const char *name; /* of the file: "meeting_event.avsc"; NULL ends a list */
    const unsigned char *text;
    size_t len;
};

static inline struct str embedded_text(const struct embedded *file)
{
    return str_make((const char *)file->text, file->len);
}

static inline size_t embedded_count(const struct embedded *list)
{
    size_t count = 0;
    while (list[count].name)
        count++;
    return count;
}

/* The schemas of schemas/: the current ones first, then those of the releases before. */
extern const struct embedded EMBEDDED_SCHEMAS[];

/* What `extract --output html` and the status page look like: record/page/. */
extern const struct embedded EMBEDDED_PAGE[];

/* The status page: service/page/. */
extern const struct embedded EMBEDDED_STATUS[];

/* The file of this name in a list, or NULL: lends for ever. */
static inline const struct embedded *embedded_find(const struct embedded *list, const char *name)
{
    while (list->name && strcmp(list->name, name) != 0)
        list++;
    return list->name ? list : NULL;
}

#endif
