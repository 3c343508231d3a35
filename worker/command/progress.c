#include "command/progress.h"

#include <stdio.h>
#include <time.h>
#include <unistd.h>

enum { PATIENCE = 1000, INTERVAL = 200 }; /* milliseconds */

static int64_t now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

struct progress progress_begin(void)
{
    int64_t began = now();
    return (struct progress){
        .shown = isatty(STDERR_FILENO), .began = began, .next = began + PATIENCE};
}

void progress_draw(struct progress *progress)
{
    if (!progress->shown)
        return;
    int64_t time = now();
    if (time < progress->next)
        return;
    progress->next = time + INTERVAL;
    progress->drawn = true;
    double seconds = (double)(time - progress->began) / 1000;
    fprintf(stderr, "\r\033[K%llu articles, %llu meetings", (unsigned long long)progress->articles,
            (unsigned long long)progress->meetings);
    if (progress->failures > 0)
        fprintf(stderr, ", %llu failures", (unsigned long long)progress->failures);
    fprintf(stderr, ", %.1f MB/s", (double)progress->bytes / 1e6 / seconds);
    fflush(stderr);
}

void progress_wipe(struct progress *progress)
{
    if (progress->drawn)
        fputs("\r\033[K", stderr);
    progress->drawn = false;
}
