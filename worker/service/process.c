#include "service/process.h"

#include <dirent.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

#include "service/exposition.h"

static double seconds_of(struct timeval time)
{
    return (double)time.tv_sec + (double)time.tv_usec / 1e6;
}

static void processor_show(FILE *file)
{
    static const struct family FAMILY = {"process_cpu_seconds_total", "counter",
                                         "Time that the processors spent on it."};
    struct rusage usage;
    if (getrusage(RUSAGE_SELF, &usage) != 0)
        return;
    family_show(file, &FAMILY);
    sample_show(file, &FAMILY, NULL, seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime));
}

/* "SIZE RESIDENT ...", in pages. */
static void memory_show(FILE *file)
{
    char text[128];
    FILE *pages = fopen("/proc/self/statm", "re");
    if (!pages)
        return;
    char *read = fgets(text, sizeof text, pages);
    fclose(pages);
    if (!read)
        return;
    char *rest;
    double page = (double)sysconf(_SC_PAGESIZE);
    double size = (double)strtoull(text, &rest, 10);
    double resident = (double)strtoull(rest, NULL, 10);
    gauge_show(file, "process_virtual_memory_bytes", "Addresses in use.", size * page);
    gauge_show(file, "process_resident_memory_bytes", "Memory in use.", resident * page);
}

static void files_show(FILE *file)
{
    struct rlimit limit;
    unsigned count = 0;
    DIR *folder = opendir("/proc/self/fd");
    if (!folder)
        return;
    while (readdir(folder))
        count++;
    closedir(folder);
    /* Neither "." and ".." nor the folder itself. */
    gauge_show(file, "process_open_fds", "Open files and sockets.", count > 3 ? count - 3 : 0);
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0)
        gauge_show(file, "process_max_fds", "As many files and sockets may be open.",
                   (double)limit.rlim_cur);
}

void process_show(FILE *file, int64_t started_ms)
{
    processor_show(file);
    memory_show(file);
    files_show(file);
    gauge_show(file, "process_start_time_seconds", "When it was started, in seconds since 1970.",
               (double)started_ms / 1e3);
}
