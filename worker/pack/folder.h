/*
 * folder.h -- which text files a folder of a pack has.
 */
#ifndef PACK_FOLDER_H
#define PACK_FOLDER_H

#include <stddef.h>

#include "base/arena.h"
#include "base/fault.h"

struct folder {
    const char **paths; /* "fr/words/and.txt": sorted, so that nothing depends on the disk */
    const char **names; /* "and" */
    size_t count;
};

/*
 * Lists the .txt files of lang_dir/folder, in arena.  A folder that is not there is empty;
 * a file of another kind or a name with other letters than a-z 0-9 - _ is FAULT_PACK.
 */
int folder_list(const char *lang_dir, const char *folder, struct arena *arena,
                struct folder *ret_folder, struct fault *ret_fault);

#endif
