#include "annotate/look.h"
#include "meeting/build/build.h"

enum { TOPIC_LEAST = 2 };

struct topics topics_told(const struct document *document)
{
    const uint64_t bit = KIND_BIT(LEXICON_TOPIC);
    const uint32_t end = (uint32_t)document->tokens.count;
    unsigned counts[TOPIC_COUNT] = {0};
    struct topics topics = {.count = 0};
    for (uint32_t t = look_next(document, 0, end, bit); t < end;
         t = look_next(document, t + 1, end, bit)) {
        const struct annotation *word = look_at(document, t, LEXICON_TOPIC);
        if (word)
            counts[look_lexeme(document, word)->topic]++;
    }
    while (topics.count < TOPICS_MOST) {
        unsigned best = 0;
        for (unsigned topic = 1; topic < TOPIC_COUNT; topic++) {
            if (counts[topic] > counts[best])
                best = topic;
        }
        if (counts[best] < TOPIC_LEAST)
            break;
        topics.at[topics.count++] = (enum topic)best;
        counts[best] = 0;
    }
    return topics;
}
