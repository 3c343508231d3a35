/*
 * bench_html.c -- which HTML parser reads articles: libxml2 or gumbo.
 *
 *     cmake --build build --target bench_html
 *
 * builds and runs it once a library: the speed on a page as news sites send it, then how long
 * hostile pages of 100 KB take (a crash is an answer too, so those come last).
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "bench_html.h"

enum { HOSTILE_SIZE = 100000 };

static double seconds_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* head, then `piece` until the page has `size` bytes. */
static char *page_make(const char *head, const char *piece, size_t size)
{
    char *page = malloc(size + strlen(head) + strlen(piece) + 1);
    size_t len = (size_t)sprintf(page, "%s", head);
    while (len < size)
        len += (size_t)sprintf(page + len, "%s", piece);
    return page;
}

static void speed_print(void)
{
    char *page = page_make("<!doctype html><html lang=fr><head><meta charset=utf-8><title>A</title>"
                           "<script>var a = 1 < 2;</script></head><body><article><h1>A</h1>",
                           "<div class=\"par x-1\"><p>Les ministres se sont réunis <a href=\"/a?b=1"
                           "&amp;c=2\">samedi à Almaty</a>, a déclaré le <b>porte-parole</b>.</p>"
                           "<figure><img src=\"a.jpg\" alt=\"Une photo\"></figure></div>\n",
                           40000);
    const size_t len = strlen(page);
    size_t rounds = 0, seen = 0;
    const double begin = seconds_now();
    double spent;
    do {
        seen = library_read(page, len);
        rounds++;
        spent = seconds_now() - begin;
    } while (spent < 1.0);
    printf("%-10s page of %zu bytes, %zu of text: %.0f MB/s\n", LIBRARY_NAME, len, seen,
           (double)(rounds * len) / spent / 1e6);
    free(page);
}

int main(void)
{
    static const struct {
        const char *what, *head, *piece;
    } HOSTILE[] = {
        {"plain text", "<p>", "x &lt; y "},
        {"one tag, many attributes", "<p ", "a b c "},
        {"one tag, numbered attributes", "<p ", "a%zu "},
        {"open <b>", "", "<b>"},
        {"open <div>", "", "<div>"},
        {"unclosed <a><p>", "", "<a><p>"},
        {"tables in tables", "", "<table><tr><td>"},
    };
    speed_print();
    fflush(stdout);
    for (size_t i = 0; i < sizeof HOSTILE / sizeof *HOSTILE; i++) {
        char *page = page_make(HOSTILE[i].head, HOSTILE[i].piece, HOSTILE_SIZE);
        if (strchr(HOSTILE[i].piece, '%')) {
            size_t len = strlen(HOSTILE[i].head);
            for (size_t k = 0; len < HOSTILE_SIZE - 10; k++)
                len += (size_t)sprintf(page + len, "a%zu ", k);
        }
        const double begin = seconds_now();
        library_read(page, strlen(page));
        printf("%-10s %-30s %7.3f s\n", LIBRARY_NAME, HOSTILE[i].what, seconds_now() - begin);
        fflush(stdout);
        free(page);
    }
    return 0;
}
