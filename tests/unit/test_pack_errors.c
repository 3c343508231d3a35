/*
 * Wrong packs and their exact messages: tests/pack_errors/NAME.txt, each
 *
 *     == xx/words/and.txt
 *     what stands in that file
 *     == message
 *     xx/words/and.txt:1:1: what pack_load() says
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <glob.h>

#include "pack/pack.h"
#include "support/packs.h"

static char *file_read(const char *path)
{
    FILE *file = fopen(path, "re");
    char *text = calloc(1, 1 << 16);
    assert_non_null(file);
    assert_non_null(text);
    assert_true(fread(text, 1, (1 << 16) - 1, file) > 0);
    fclose(file);
    return text;
}

/* Writes the files that text holds; returns the message at its end. */
static const char *folder_fill(const struct pack_folder *folder, char *text)
{
    static const char MARK[] = "== ";
    char *section = text;
    assert_memory_equal(text, MARK, strlen(MARK));
    for (;;) {
        char *name = section + strlen(MARK), *line = strchr(name, '\n');
        *line = '\0';
        char *body = line + 1, *next = strstr(line + 1, "\n== ");
        if (strcmp(name, "message") == 0)
            return body;
        assert_non_null(next);
        pack_folder_write(folder, name, body, (size_t)(next + 1 - body));
        section = next + 1;
    }
}

static bool is_told(const char *path)
{
    struct pack_folder folder;
    struct pack *pack = NULL;
    struct fault fault = {0};
    char *text = file_read(path), found[sizeof fault.text + 2];
    pack_folder_open(&folder);
    const char *message = folder_fill(&folder, text);
    int code = pack_load(folder.path, "xx", &pack, &fault);
    snprintf(found, sizeof found, "%s\n", code ? fault.text : "nothing is wrong");
    bool told = strcmp(found, message) == 0;
    if (!told)
        print_error("%s\nexpected %sfound    %s", path, message, found);
    assert_true(code == 0 || code == FAULT_PACK || code == FAULT_FILE);
    if (code == 0)
        pack_free(pack);
    pack_folder_remove(&folder);
    free(text);
    return told;
}

static void every_mistake_has_its_message(void **state)
{
    (void)state;
    glob_t found;
    size_t wrong = 0;
    assert_int_equal(glob(TEST_SOURCE_DIR "/tests/pack_errors/*.txt", 0, NULL, &found), 0);
    for (size_t i = 0; i < found.gl_pathc; i++)
        wrong += !is_told(found.gl_pathv[i]);
    globfree(&found);
    assert_int_equal(wrong, 0);
}

static void a_folder_that_is_not_there_is_named(void **state)
{
    (void)state;
    struct pack *pack = NULL;
    struct fault fault = {0};
    assert_int_equal(pack_load("/nowhere", "xx", &pack, &fault), FAULT_FILE);
    assert_string_equal(fault.text, "xx/pack.txt: No such file or directory");
    assert_null(pack);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_mistake_has_its_message),
        cmocka_unit_test(a_folder_that_is_not_there_is_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
