#include "pack/language.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum {
    SAMPLE_BYTES = 2000,   /* of title and body, looked at for the language */
    SAMPLE_TOKENS = 4000,  /* of them, more than they can have */
    LEAST_PER_MILLE = 150, /* of the words are function words in running text */
    FOREIGN_WEIGHT = 3,    /* what a word that only others have counts, against one of ours */
};

static bool has_manifest(const char *lang_dir, const char *name)
{
    char path[4096];
    struct stat status;
    const int length = snprintf(path, sizeof path, "%s/%s/pack.txt", lang_dir, name);
    return length > 0 && (size_t)length < sizeof path && stat(path, &status) == 0;
}

static int name_compare(const void *a, const void *b)
{
    return strcmp(a, b);
}

int languages_list(const char *lang_dir, struct languages *ret_languages, struct fault *ret_fault)
{
    DIR *folder = opendir(lang_dir);
    if (!folder)
        return fault_set(ret_fault, FAULT_FILE, "%s: the language packs can't be read: %s",
                         lang_dir, strerror(errno));
    struct languages languages = {.count = 0};
    for (const struct dirent *entry; (entry = readdir(folder)) != NULL;) {
        if (entry->d_name[0] == '_' || entry->d_name[0] == '.' ||
            strlen(entry->d_name) >= LANGUAGE_NAME_MAX || languages.count == LANGUAGES_MAX ||
            !has_manifest(lang_dir, entry->d_name))
            continue;
        memcpy(languages.at[languages.count++], entry->d_name, strlen(entry->d_name) + 1);
    }
    closedir(folder);
    if (languages.count == 0)
        return fault_set(ret_fault, FAULT_PACK,
                         "%s: no language pack there (a folder with a pack.txt)", lang_dir);
    qsort(languages.at, languages.count, sizeof languages.at[0], name_compare);
    *ret_languages = languages;
    return 0;
}

/* At most bytes of s, not cutting a character in two. */
static struct str head(struct str s, size_t bytes)
{
    size_t len = s.len < bytes ? s.len : bytes;
    while (len < s.len && len > 0 && ((unsigned char)s.at[len] & 0xC0) == 0x80)
        len--;
    return str_make(s.at, len);
}

/*
 * Function words per thousand words of the texts, less those that only other languages have: close
 * ones share a third of theirs.  0 when the texts can't be cut.
 */
static int share(const struct pack *pack, struct arena *arena, const struct str texts[2])
{
    struct token_list tokens;
    int words = 0, function = 0;
    if (token_cut(pack_tokens(pack), arena, texts, SAMPLE_TOKENS, &tokens))
        return 0;
    for (size_t i = 0; i < tokens.count; i++) {
        const struct token *token = &tokens.at[i];
        if (!(token->flags & TOKEN_WORD))
            continue;
        words++;
        const uint64_t classes = pack_token_classes(pack, token, token_text(token, texts));
        function += (classes & CLASS(STOPWORD)) != 0;
        if (classes & CLASS(FOREIGN) && !(token->flags & TOKEN_CAPITAL)) /* "Los Angeles" */
            function -= FOREIGN_WEIGHT;
    }
    return words ? function * 1000 / words : 0;
}

const struct pack *language_detect(const struct pack *const *packs, size_t count,
                                   struct arena *arena, const struct str texts[2])
{
    const struct str sample[2] = {head(texts[0], SAMPLE_BYTES / 4), head(texts[1], SAMPLE_BYTES)};
    const struct pack *best = NULL;
    int most = LEAST_PER_MILLE;
    for (size_t i = 0; i < count; i++) {
        const int points = share(packs[i], arena, sample);
        if (points > most) {
            most = points;
            best = packs[i];
        }
    }
    return best;
}
