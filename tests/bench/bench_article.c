/*
 * bench_article.c -- from bytes to struct article, by format: MB/s of input on one core.
 *
 *     cmake --build build --target bench_article && build/tests/bench/bench_article
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <bson/bson.h>

#include "article/decode.h"

enum { SIZE = 4000 };

static double seconds_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* head, sentence until there are SIZE bytes, tail: lends from static memory of its own. */
static struct str text_make(const char *head, const char *sentence, const char *tail)
{
    static char room[2 * SIZE];
    size_t len = (size_t)snprintf(room, sizeof room, "%s", head);
    while (len < SIZE)
        len += (size_t)snprintf(room + len, sizeof room - len, "%s", sentence);
    len += (size_t)snprintf(room + len, sizeof room - len, "%s", tail);
    return str_make(room, len);
}

static void speed_print(const char *what, struct str bytes, const char *content_type)
{
    const struct article_rules rules = {0};
    const struct article_input input = {.bytes = bytes, .content_type = str_of(content_type)};
    struct arena *arena = arena_new((size_t)16 << 20);
    struct article article;
    struct fault fault = {0};
    size_t rounds = 0;
    const double begin = seconds_now();
    double spent = 0;
    while (spent < 1.0) {
        for (size_t i = 0; i < 100; i++, rounds++) {
            arena_reset(arena);
            if (article_decode(&rules, arena, &input, &article, &fault)) {
                fprintf(stderr, "%s: %s\n", what, fault.text);
                exit(1);
            }
        }
        spent = seconds_now() - begin;
    }
    printf("%-24s %6zu bytes %7.0f MB/s %8.0f articles/s\n", what, bytes.len,
           (double)(rounds * bytes.len) / spent / 1e6, (double)rounds / spent);
    arena_free(arena);
}

#define SENTENCE                                                                             \
    "Les ministres des Affaires étrangères se sont réunis samedi à Almaty, a déclaré " \
    "le porte-parole du ministère. "
#define FIELDS                                                                                   \
    "{\"_id\": {\"$oid\": \"680e0c2f5b1e8a0012345678\"}, \"url\": \"https://example.org/a\", "   \
    "\"tags\": [\"diplomatie\", \"asie\"], \"stats\": {\"words\": 512, \"shares\": [1, 2, 3]}, " \
    "\"published_at\": \"2025-04-27T08:00:00+02:00\", \"language\": \"fr\", \"title\": "         \
    "\"Titre\", "

int main(void)
{
    speed_print("JSON", text_make(FIELDS "\"body\": \"", SENTENCE "\\n", "\"}"),
                "application/json");
    speed_print("JSON, \\u escapes",
                text_make(FIELDS "\"body\": \"",
                          "Des \\u00e9v\\u00e9nements \\\"cit\\u00e9s\\\".\\n", "\"}"),
                "application/json");
    speed_print("JSON, HTML in the body",
                text_make(FIELDS "\"body\": \"", "<p>" SENTENCE "</p>", "\"}"), "application/json");
    speed_print("text", text_make("", SENTENCE "\n", ""), "text/plain");
    speed_print("text, windows-1252", text_make("", "Les ministres r\xE9unis \xE0 Almaty.\n", ""),
                "text/plain; charset=windows-1252");
    speed_print("text, decomposed", text_make("", "Les ministres re\xCC\x81unis.\n", ""),
                "text/plain");
    speed_print("HTML",
                text_make("<html lang=fr><title>T</title><article><h1>T</h1>",
                          "<p class=\"a b\">" SENTENCE "</p>\n", "</article>"),
                "text/html");
    bson_t *document = BCON_NEW("_id", BCON_INT32(7), "title", "Titre", "body",
                                text_make("", SENTENCE "\n", "").at);
    speed_print("BSON", str_make((const char *)bson_get_data(document), document->len),
                "application/bson");
    bson_destroy(document);
    return 0;
}
