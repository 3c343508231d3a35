#include "command/replay_speed.h"

static const struct speed_sample *newest(const struct speed *speed)
{
    return &speed->samples[(speed->next + SPEED_SAMPLES - 1) % SPEED_SAMPLES];
}

/* The oldest that is within the span; the newest itself when there is no other. */
static const struct speed_sample *oldest(const struct speed *speed)
{
    const struct speed_sample *end = newest(speed);
    for (size_t age = speed->count; age > 1; age--) {
        const struct speed_sample *sample =
            &speed->samples[(speed->next + SPEED_SAMPLES - age) % SPEED_SAMPLES];
        if (end->ms - sample->ms <= SPEED_SPAN_MS)
            return sample;
    }
    return end;
}

void speed_note(struct speed *speed, const struct speed_sample *sample)
{
    if (speed->count == 1 && newest(speed)->left == sample->left &&
        newest(speed)->articles == sample->articles)
        speed->count = speed->next = 0;
    speed->samples[speed->next] = *sample;
    speed->next = (speed->next + 1) % SPEED_SAMPLES;
    speed->count += speed->count < SPEED_SAMPLES;
}

struct rates speed_now(const struct speed *speed)
{
    struct rates rates = {.seconds_left = -1};
    if (speed->count > 0 && newest(speed)->left == 0)
        rates.seconds_left = 0;
    if (speed->count < 2)
        return rates;
    const struct speed_sample *begin = oldest(speed), *end = newest(speed);
    double seconds = (double)(end->ms - begin->ms) / 1000;
    if (seconds <= 0)
        return rates;
    rates.offsets = (double)(begin->left - end->left) / seconds;
    rates.articles = (double)(end->articles - begin->articles) / seconds;
    rates.bytes = (double)(end->bytes - begin->bytes) / seconds;
    if (rates.offsets > 0)
        rates.seconds_left = (double)end->left / rates.offsets;
    return rates;
}
