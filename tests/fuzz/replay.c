/*
 * replay -- runs a fuzzer's target over its corpus once, without libFuzzer.
 *
 *     replay_record corpus/record
 *
 * So that what fuzzing found is checked by every ordinary test run, under its sanitizers.
 */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerInitialize(int *argc, char ***argv) __attribute__((weak));
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The bytes stand at the end of their memory, so that a sanitizer sees one read too far. */
static int file_replay(const char *path)
{
    FILE *file = fopen(path, "re");
    if (!file || fseek(file, 0, SEEK_END) != 0)
        return -1;
    size_t size = (size_t)ftell(file);
    uint8_t *bytes = malloc(size ? size : 1);
    rewind(file);
    int failed = !bytes || fread(bytes, 1, size, file) != size;
    fclose(file);
    if (!failed)
        LLVMFuzzerTestOneInput(bytes, size);
    free(bytes);
    return failed ? -1 : 0;
}

static int folder_replay(const char *folder, size_t *ret_count)
{
    DIR *entries = opendir(folder);
    if (!entries)
        return -1;
    int failed = 0;
    for (const struct dirent *entry; !failed && (entry = readdir(entries));) {
        char path[4096];
        if (entry->d_name[0] == '.')
            continue;
        snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        failed = file_replay(path);
        if (failed)
            perror(path);
        ++*ret_count;
    }
    closedir(entries);
    return failed;
}

int main(int argc, char *argv[])
{
    size_t count = 0;
    if (LLVMFuzzerInitialize)
        LLVMFuzzerInitialize(&argc, &argv);
    for (int i = 1; i < argc; i++) {
        if (folder_replay(argv[i], &count) != 0) {
            fprintf(stderr, "%s can't be read\n", argv[i]);
            return EXIT_FAILURE;
        }
    }
    printf("%zu inputs replayed\n", count);
    return count > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
