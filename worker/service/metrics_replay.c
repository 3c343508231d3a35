#include "service/metrics_replay.h"

static void gauge_write(FILE *file, const char *name, const char *help, double value)
{
    fprintf(file, "# HELP meetingd_replay_%s %s\n# TYPE meetingd_replay_%s gauge\n", name, help,
            name);
    fprintf(file, "meetingd_replay_%s %.15g\n", name, value);
}

void metrics_replay_write(const struct headway *headway, FILE *file)
{
    if (!headway)
        return;
    double seconds = atomic_load(&headway->seconds_left);
    gauge_write(file, "range_offsets", "offsets of the range, of the whole group",
                (double)atomic_load(&headway->total));
    gauge_write(file, "left_offsets", "offsets of the range that the group has not read yet",
                (double)atomic_load(&headway->left));
    gauge_write(file, "offsets_per_second", "how fast the group reads, over the last ten seconds",
                atomic_load(&headway->offsets_per_second));
    gauge_write(file, "articles_per_second", "how fast this process is, over the same time",
                atomic_load(&headway->articles_per_second));
    gauge_write(file, "bytes_per_second", "bytes of articles that this process reads a second",
                atomic_load(&headway->bytes_per_second));
    if (seconds >= 0)
        gauge_write(file, "left_seconds", "time until the range is read at the group's speed",
                    seconds);
}
