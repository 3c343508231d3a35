#include "command/replay_bar.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>

enum { DEFAULT_COLUMNS = 80, LEAST_CELLS = 6, MOST_CELLS = 30, PERCENT_COLUMNS = 7 };

/* The first of these that is set says it, as setlocale() has it. */
static bool shows_utf8(void)
{
    static const char *const NAMES[] = {"LC_ALL", "LC_CTYPE", "LANG"};
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) {
        const char *value = getenv(NAMES[i]);
        if (value && *value)
            return strcasestr(value, "UTF-8") || strcasestr(value, "UTF8");
    }
    return false;
}

struct bar_style bar_style_of(int descriptor)
{
    struct winsize size = {0};
    bool known = ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
    return (struct bar_style){known ? size.ws_col : DEFAULT_COLUMNS, shows_utf8()};
}

/* "0:06", "1:02:03" */
static void duration_write(double seconds, char *ret_text, size_t size)
{
    int64_t whole = (int64_t)(seconds + 0.5);
    int hours = (int)(whole / 3600), minutes = (int)(whole / 60 % 60), rest = (int)(whole % 60);
    if (hours > 0)
        snprintf(ret_text, size, "%d:%02d:%02d", hours, minutes, rest);
    else
        snprintf(ret_text, size, "%d:%02d", minutes, rest);
}

/* Numbers keep their width, so that the bar keeps its own. */
static void facts_write(const struct headway *headway, const char *waiting, char *ret_text,
                        size_t size)
{
    int64_t left = atomic_load(&headway->left);
    int width = snprintf(NULL, 0, "%" PRId64, atomic_load(&headway->total));
    double seconds = atomic_load(&headway->seconds_left);
    if (waiting) {
        snprintf(ret_text, size, "lag %*" PRId64 "  %s", width, left, waiting);
        return;
    }
    size_t used =
        (size_t)snprintf(ret_text, size, "%5.0f articles/s  %4.1f MB/s  lag %*" PRId64 "  ",
                         atomic_load(&headway->articles_per_second),
                         atomic_load(&headway->bytes_per_second) / 1e6, width, left);
    if (seconds < 0 || used >= size)
        return;
    duration_write(seconds, ret_text + used, size - used);
    strncat(ret_text, " left", size - strlen(ret_text) - 1);
}

static void cells_write(double part, int cells, bool blocks, char *ret_text, size_t size)
{
    const char *const full = blocks ? "█" : "#", *const empty = blocks ? "░" : "-";
    int done = (int)(part * cells);
    size_t used = 0;
    *ret_text = '\0';
    for (int i = 0; i < cells && used < size; i++)
        used += (size_t)snprintf(ret_text + used, size - used, "%s", i < done ? full : empty);
}

void replay_bar_write(const struct headway *headway, const char *waiting,
                      const struct bar_style *style, char ret_text[REPLAY_BAR_SIZE])
{
    char facts[160], bar[MOST_CELLS * 4];
    int64_t total = atomic_load(&headway->total), left = atomic_load(&headway->left);
    double part = total > 0 ? 1.0 - (double)left / (double)total : 1.0;
    int percent = (int)(part * 100); /* 100 only when all is read */
    facts_write(headway, waiting, facts, sizeof facts);
    /* The last column stays free: a terminal would begin a new line behind it. */
    int cells = style->columns - PERCENT_COLUMNS - (int)strlen(facts) - 3;
    cells_write(part, cells > MOST_CELLS ? MOST_CELLS : cells, style->blocks, bar, sizeof bar);
    if (cells < LEAST_CELLS)
        snprintf(ret_text, REPLAY_BAR_SIZE, "%3d %%  %.*s", percent,
                 style->columns > PERCENT_COLUMNS + 1 ? style->columns - PERCENT_COLUMNS - 1 : 0,
                 facts);
    else
        snprintf(ret_text, REPLAY_BAR_SIZE, "%3d %%  %s  %s", percent, bar, facts);
}
