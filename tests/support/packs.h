/*
 * packs.h -- folders of language packs, written for one test and removed again.
 */
#ifndef SUPPORT_PACKS_H
#define SUPPORT_PACKS_H

#include <stddef.h>

struct pack_folder {
    char path[64];
};

/* A file of the folder: "xx/words/and.txt" and what stands in it. */
struct pack_file {
    const char *path;
    const char *text;
};

/* Makes a folder with a language "xx" that has only a pack.txt. */
void pack_folder_open(struct pack_folder *ret_folder);
void pack_folder_write(const struct pack_folder *folder, const char *path, const char *text,
                       size_t len);
void pack_folder_fill(const struct pack_folder *folder, const struct pack_file *files,
                      size_t count);
void pack_folder_remove(const struct pack_folder *folder);

#endif
