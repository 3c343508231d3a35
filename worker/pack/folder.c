#include "pack/folder.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

enum { PATH_ROOM = 4096 };

static const char SUFFIX[] = ".txt";

static int is_shown(const struct dirent *entry)
{
    return entry->d_name[0] != '.';
}

/* In the order of the bytes, whatever the locale. */
static int by_name(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

/* The bytes of the name before ".txt", or 0 when it is no name of a pack's file. */
static size_t name_len(const char *file)
{
    size_t len = strspn(file, "abcdefghijklmnopqrstuvwxyz0123456789-_");
    return strcmp(file + len, SUFFIX) == 0 ? len : 0;
}

static char *format_path(struct arena *arena, const char *folder, const char *file)
{
    size_t size = strlen(folder) + strlen(file) + 2;
    char *path = arena_alloc(arena, size);
    if (path)
        snprintf(path, size, "%s/%s", folder, file);
    return path;
}

static int folder_add(struct folder *folder, const char *in, const char *file, struct arena *arena)
{
    size_t len = name_len(file);
    const char *path = format_path(arena, in, file);
    char *name = arena_alloc(arena, len + 1);
    if (!path || !name)
        return FAULT_MEMORY;
    memcpy(name, file, len);
    folder->paths[folder->count] = path;
    folder->names[folder->count++] = name;
    return 0;
}

static int folder_fill(struct folder *folder, const char *in, struct arena *arena,
                       struct dirent **entries, size_t count)
{
    folder->paths = ARENA_ARRAY(arena, const char *, count + 1);
    folder->names = ARENA_ARRAY(arena, const char *, count + 1);
    if (!folder->paths || !folder->names)
        return FAULT_MEMORY;
    for (size_t i = 0; i < count; i++)
        if (folder_add(folder, in, entries[i]->d_name, arena))
            return FAULT_MEMORY;
    return 0;
}

static int check_names(const char *in, struct dirent **entries, int count, struct fault *ret_fault)
{
    for (int i = 0; i < count; i++)
        if (!name_len(entries[i]->d_name))
            return fault_set(ret_fault, FAULT_PACK,
                             "%s/%s: no file of a pack: name it in a-z 0-9 - _ and end it in .txt",
                             in, entries[i]->d_name);
    return 0;
}

int folder_list(const char *lang_dir, const char *folder, struct arena *arena,
                struct folder *ret_folder, struct fault *ret_fault)
{
    char whole[PATH_ROOM];
    snprintf(whole, sizeof whole, "%s/%s", lang_dir, folder);
    struct dirent **entries;
    int count = scandir(whole, &entries, is_shown, by_name);
    *ret_folder = (struct folder){NULL, NULL, 0};
    if (count < 0)
        return errno == ENOENT
                   ? 0
                   : fault_set(ret_fault, FAULT_FILE, "%s: %s", folder, strerror(errno));
    int fault = check_names(folder, entries, count, ret_fault);
    if (!fault)
        fault = folder_fill(ret_folder, folder, arena, entries, (size_t)count);
    for (int i = 0; i < count; i++)
        free(entries[i]);
    free(entries);
    return fault;
}
