#include "support/articles.h"

#include <glob.h>
#include <stdio.h>
#include <string.h>

#include "article/decode.h"

enum { LONGEST = 32 * 1024 }; /* bytes of an article's file */

static int article_load(const char *path, struct arena *arena, struct article *ret_article)
{
    static const struct article_rules rules = {.format = ARTICLE_JSON};
    char *bytes = arena_alloc(arena, LONGEST);
    FILE *file = fopen(path, "re");
    if (!file || !bytes)
        return FAULT_FILE;
    size_t length = fread(bytes, 1, LONGEST, file);
    fclose(file);
    if (length == LONGEST)
        return FAULT_TOO_COMPLEX;
    const struct article_input input = {.bytes = str_make(bytes, length)};
    struct fault fault = {0};
    int code = article_decode(&rules, arena, &input, ret_article, &fault);
    if (code != 0)
        fprintf(stderr, "%s: %s\n", path, fault.text);
    return code;
}

int articles_load(const char *folder, struct arena *arena, struct articles *ret_articles)
{
    char pattern[1024];
    glob_t paths;
    struct articles articles = {0};
    snprintf(pattern, sizeof pattern, "%s/*/[0-9]*.json", folder);
    if (glob(pattern, 0, NULL, &paths) != 0)
        return FAULT_FILE;
    articles.at = ARENA_ARRAY(arena, struct article, paths.gl_pathc);
    int code = articles.at ? 0 : FAULT_MEMORY;
    for (size_t i = 0; i < paths.gl_pathc && code == 0; i++) {
        if (strstr(paths.gl_pathv[i], ".gold.json"))
            continue;
        struct article *article = &articles.at[articles.count++];
        code = article_load(paths.gl_pathv[i], arena, article);
        articles.bytes += article->title.len + article->body.len;
    }
    globfree(&paths);
    if (code == 0)
        *ret_articles = articles;
    return code;
}
