#include "stream/pace.h"

enum { ARTICLE = 1000 };

struct pace pace_of(unsigned rate)
{
    return (struct pace){.rate = rate};
}

bool pace_allows(struct pace *pace, int64_t now_ms)
{
    if (pace->rate == 0)
        return true;
    int64_t most = (int64_t)pace->rate * ARTICLE;
    if (pace->asked_ms)
        pace->units += (now_ms - pace->asked_ms) * pace->rate;
    if (pace->units > most)
        pace->units = most;
    pace->asked_ms = now_ms;
    return pace->units >= ARTICLE;
}

void pace_spend(struct pace *pace)
{
    if (pace->rate)
        pace->units -= ARTICLE;
}
