#include "service/metrics_replay.h"

#include "service/exposition.h"

void replay_show(FILE *file, const struct headway *headway)
{
    if (!headway)
        return;
    double seconds = atomic_load(&headway->seconds_left);
    gauge_show(file, "meetingd_replay_range_offsets", "Offsets of the range, of the whole group.",
               (double)atomic_load(&headway->total));
    gauge_show(file, "meetingd_replay_left_offsets",
               "Offsets of the range that the group has not read yet.",
               (double)atomic_load(&headway->left));
    gauge_show(file, "meetingd_replay_offsets_per_second",
               "How fast the group reads, over the last ten seconds.",
               atomic_load(&headway->offsets_per_second));
    gauge_show(file, "meetingd_replay_articles_per_second",
               "How fast this process is, over the same time.",
               atomic_load(&headway->articles_per_second));
    gauge_show(file, "meetingd_replay_bytes_per_second",
               "Bytes of articles that this process reads a second.",
               atomic_load(&headway->bytes_per_second));
    if (seconds >= 0)
        gauge_show(file, "meetingd_replay_left_seconds",
                   "Time until the range is read at the group's speed.", seconds);
}
