/*
 * replay_bar.h -- one line for a terminal that says how far a replay is.
 *
 *     34 %  ███████░░░░░░░░░░░░░    711 articles/s   0.2 MB/s  lag 4221  0:06 left
 */
#ifndef COMMAND_REPLAY_BAR_H
#define COMMAND_REPLAY_BAR_H

#include <stdbool.h>

#include "stream/headway.h"

enum { REPLAY_BAR_SIZE = 512 };

struct bar_style {
    int columns; /* of the terminal; the line stays within them */
    bool blocks; /* the terminal shows UTF-8 */
};

/* The style of the terminal behind a descriptor. */
struct bar_style bar_style_of(int descriptor);

/* waiting: for what, while nothing is done yet; or NULL. */
void replay_bar_write(const struct headway *headway, const char *waiting,
                      const struct bar_style *style, char ret_text[REPLAY_BAR_SIZE]);

#endif
