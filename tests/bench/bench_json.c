/*
 * bench_json.c -- which JSON library reads articles: jansson, json-c or yajl.
 *
 *     cmake --build build --target bench_json
 *
 * builds and runs it once a library: how fast article-sized JSON is read (everything parsed,
 * the body copied out), then what becomes of inputs that news feeds do send.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "bench_json.h"

void outcome_set(struct outcome *outcome, const char *at, size_t len)
{
    if (len >= VALUE_ROOM)
        len = VALUE_ROOM - 1;
    memcpy(outcome->value, at, len);
    outcome->value[len] = '\0';
    outcome->value_len = len;
}

/* ---- speed ---- */

static double seconds_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* An article as crawlers write it, its body about `size` bytes. */
static char *article_make(size_t size, size_t *ret_len)
{
    static const char SENTENCE[] =
        "Les ministres des Affaires \\u00e9trang\\u00e8res se sont réunis samedi à Almaty, a "
        "déclaré le porte-parole : \\\"une étape importante\\\" vers le sommet.\\n";
    char *text = malloc(size + 2048);
    size_t len = (size_t)sprintf(
        text, "{\"_id\": {\"$oid\": \"680e0c2f5b1e8a0012345678\"}, \"url\": "
              "\"https://example.org/2025/04/27/a.html\", \"tags\": [\"diplomatie\", \"asie\", "
              "\"chine\"], \"stats\": {\"words\": 512, \"score\": 0.8312, \"shares\": [1, 2, 3]},"
              " \"title\": \"Réunion à Almaty\", \"published_at\": \"2025-04-27T08:00:00+02:00\","
              " \"language\": \"fr\", \"body\": \"");
    while (len < size) {
        memcpy(text + len, SENTENCE, sizeof SENTENCE - 1);
        len += sizeof SENTENCE - 1;
    }
    len += (size_t)sprintf(text + len, "\", \"related\": [{\"id\": 17}, {\"id\": 18}]}");
    *ret_len = len;
    return text;
}

static void speed_print(size_t size, struct outcome *outcome)
{
    size_t len, rounds = 0;
    char *text = article_make(size, &len);
    const double begin = seconds_now();
    double spent;
    do {
        for (size_t k = 0; k < 1 + 200000 / len; k++, rounds++)
            library_read(text, len, outcome);
        spent = seconds_now() - begin;
    } while (spent < 1.0);
    printf("%-24s%8zu bytes %6.0f MB/s\n", LIBRARY_NAME, len, (double)(rounds * len) / spent / 1e6);
    free(text);
}

/* ---- correctness ---- */

#define CASE(what, text)                 \
    {                                    \
        (what), (text), sizeof(text) - 1 \
    }

static const struct {
    const char *what, *text;
    size_t len;
} CASES[] = {
    CASE("big integer", "{\"body\": 99999999999999999999}"),
    CASE("2^53 + 1", "{\"body\": 9007199254740993}"),
    CASE("1e400", "{\"body\": 1e400}"),
    CASE("long fraction", "{\"body\": 0.1000000000000000055511151231257827}"),
    CASE("big number elsewhere", "{\"n\": 1e999, \"m\": 12345678901234567890123, \"body\": \"x\"}"),
    CASE("$-keys", "{\"q\": {\"$type\": \"article\", \"$regex\": 5}, \"body\": \"x\"}"),
    CASE("same key twice", "{\"body\": \"first\", \"body\": \"second\"}"),
    CASE("NUL in a string", "{\"body\": \"a\\u0000b\"}"),
    CASE("NUL in a key", "{\"a\\u0000b\": 1, \"body\": \"x\"}"),
    CASE("NUL in a nested key", "{\"z\": {\"body\\u0000\": 1}, \"body\": \"x\"}"),
    CASE("surrogate pair", "{\"body\": \"\\ud83e\\udd1d\"}"),
    CASE("lone surrogate", "{\"body\": \"a\\ud83eb\"}"),
    CASE("bad: UTF-8", "{\"body\": \"\xE9t\xE9\"}"),
    CASE("bad: overlong UTF-8", "{\"body\": \"\xC0\xAF\"}"),
    CASE("bad: garbage after", "{\"body\": \"x\"} y"),
    CASE("bad: two documents", "{\"body\": \"x\"}{\"body\": \"y\"}"),
    CASE("bad: cut", "{\"body\": 7"),
    CASE("bad: raw newline", "{\"body\": \"a\nb\"}"),
    CASE("bad: trailing comma", "{\"body\": \"x\",}"),
    CASE("bad: leading zero", "{\"body\": 007}"),
    CASE("bad: NaN", "{\"body\": NaN}"),
    CASE("bad: comment", "{/* c */\"body\": \"x\"}"),
    CASE("bad: single quotes", "{'body': 'x'}"),
    CASE("bad: empty", ""),
};

/* Shows up to 22 bytes of the body; a NUL as "\0". */
static void outcome_print(const char *what, const struct outcome *outcome)
{
    printf("%-24s", what);
    if (!outcome->accepted)
        printf("-- refused");
    for (size_t i = 0; outcome->accepted && i < outcome->value_len && i < 22; i++)
        printf(outcome->value[i] ? "%c" : "\\0", outcome->value[i]);
    printf("\n");
}

static void depth_print(struct outcome *outcome)
{
    enum { DEPTH = 100000 };
    char *text = malloc((size_t)2 * DEPTH);
    memset(text, '[', DEPTH);
    memset(text + DEPTH, ']', DEPTH);
    library_read(text, (size_t)2 * DEPTH, outcome);
    outcome_print("bad: depth 100000", outcome);
    free(text);
}

int main(void)
{
    struct outcome *outcome = malloc(sizeof *outcome);
    if (!outcome)
        return 1;
    static const size_t SIZES[] = {1500, 4000, 20000, 1000000};
    for (size_t i = 0; i < sizeof SIZES / sizeof *SIZES; i++)
        speed_print(SIZES[i], outcome);
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        outcome->value_len = 0;
        library_read(CASES[i].text, CASES[i].len, outcome);
        outcome_print(CASES[i].what, outcome);
    }
    depth_print(outcome);
    free(outcome);
    return 0;
}
