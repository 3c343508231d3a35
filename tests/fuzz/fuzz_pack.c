/*
 * fuzz_pack.c -- any bytes as a file of a pack: a word list, a lexicon, endings, tokens, rules.
 *
 * The first byte says which file.  The pack is refused with a message that names the file, or it
 * is loaded; a rule that is loaded runs within its proved cost on any text.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "annotate/document.h"
#include "pack/rule.h"

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const struct document_limits LIMITS = {2000, 100000, 100000000};

static const char *const FILES[] = {
    "xx/rules/fuzz.txt", "xx/words/fuzz.txt", "xx/lexicon/fuzz.txt",
    "xx/endings.txt",    "xx/tokens.txt",     "xx/pack.txt",
};

enum { FILE_COUNT = sizeof FILES / sizeof *FILES };

static char folder[64];
static struct arena *arena;

static void require(bool holds)
{
    if (!holds)
        abort();
}

static void path_of(const char *name, char ret_path[128])
{
    snprintf(ret_path, 128, "%s/%s", folder, name);
}

static void write_file(const char *name, const void *bytes, size_t size)
{
    char path[128];
    path_of(name, path);
    FILE *file = fopen(path, "we");
    require(file && fwrite(bytes, 1, size, file) == size);
    require(fclose(file) == 0);
}

static void remove_all(void)
{
    static const char *const MADE[] = {"xx/rules", "xx/words", "xx/lexicon", "xx", ""};
    char path[128];
    for (size_t i = 0; i < FILE_COUNT; i++) {
        path_of(FILES[i], path);
        unlink(path);
    }
    for (size_t i = 0; i < sizeof MADE / sizeof *MADE; i++) {
        path_of(MADE[i], path);
        rmdir(path);
    }
}

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    static const char *const MADE[] = {"xx", "xx/rules", "xx/words", "xx/lexicon"};
    (void)argc;
    (void)argv;
    arena = arena_new(64 << 20);
    snprintf(folder, sizeof folder, "/tmp/fuzz_pack.XXXXXX");
    require(arena && mkdtemp(folder));
    for (size_t i = 0; i < sizeof MADE / sizeof *MADE; i++) {
        char path[128];
        path_of(MADE[i], path);
        require(mkdir(path, 0700) == 0);
    }
    atexit(remove_all);
    return 0;
}

/* What no input overwrote: a small pack that the input's rules may ask for. */
static void write_rest(size_t but)
{
    static const char *const TEXTS[FILE_COUNT] = {
        "",
        "and | et\n",
        "1 | may | long<N>/PLUR | in May\n2 | june\n",
        "N | - | s/PLUR\n",
        "elision | l'\nclitic | 's\nkeep | o'clock\nabbreviation | M.\n",
        "language | xx\nversion | 1\n"};
    for (size_t i = 0; i < FILE_COUNT; i++)
        if (i != but)
            write_file(FILES[i], TEXTS[i], strlen(TEXTS[i]));
}

static void run_rules(const struct pack *pack)
{
    static const char TEXT[] =
        "In May, june et may, long 5 of l'May M. June longs: 31 and 3, 5 may "
        "may may may may may may may. And june; june, et june's o'clock";
    const struct article article = {.body = STR(TEXT)};
    struct document document;
    uint64_t most = 0;
    arena_reset(arena);
    for (size_t i = 1; i < pack_rule_count(pack); i++)
        most += pack_rule(pack, (uint16_t)i)->cost;
    require(document_open(&article, pack, arena, &LIMITS, &document) == 0);
    require(lexicon_annotate(&document) == 0);
    for (unsigned stage = 0; stage < STAGE_COUNT; stage++)
        require(match_stage(&document, (enum stage)stage) == 0);
    require(document.steps <= most * document.tokens.count);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct pack *pack = NULL;
    struct fault fault = {0};
    if (size == 0)
        return 0;
    size_t which = data[0] % FILE_COUNT;
    write_rest(which);
    write_file(FILES[which], data + 1, size - 1);
    int code = pack_load(folder, "xx", &pack, &fault);
    require(code == 0 || code == FAULT_PACK);
    require(code == 0 || strncmp(fault.text, "xx/", 3) == 0);
    if (code == 0)
        run_rules(pack);
    pack_free(pack);
    return 0;
}
