#include "support/packs.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include <errno.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

void pack_folder_open(struct pack_folder *ret_folder)
{
    static const char MANIFEST[] = "language | xx\nversion | 1\n";
    snprintf(ret_folder->path, sizeof ret_folder->path, "/tmp/packs.XXXXXX");
    assert_non_null(mkdtemp(ret_folder->path));
    pack_folder_write(ret_folder, "xx/pack.txt", MANIFEST, strlen(MANIFEST));
}

/* Makes the folders above the last part of path. */
static void folders_make(char *path)
{
    for (char *slash = strchr(path + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        assert_true(mkdir(path, 0700) == 0 || errno == EEXIST);
        *slash = '/';
    }
}

void pack_folder_write(const struct pack_folder *folder, const char *path, const char *text,
                       size_t len)
{
    char whole[256];
    snprintf(whole, sizeof whole, "%s/%s", folder->path, path);
    folders_make(whole);
    FILE *file = fopen(whole, "we");
    assert_non_null(file);
    assert_int_equal(fwrite(text, 1, len, file), len);
    assert_int_equal(fclose(file), 0);
}

void pack_folder_fill(const struct pack_folder *folder, const struct pack_file *files, size_t count)
{
    for (size_t i = 0; i < count; i++)
        pack_folder_write(folder, files[i].path, files[i].text, strlen(files[i].text));
}

static int entry_remove(const char *path, const struct stat *status, int type, struct FTW *walk)
{
    (void)status;
    (void)type;
    (void)walk;
    return remove(path);
}

void pack_folder_remove(const struct pack_folder *folder)
{
    nftw(folder->path, entry_remove, 8, FTW_DEPTH | FTW_PHYS);
}
