#include "annotate/look.h"
#include "meeting/build.h"

enum { TOPIC_LEAST = 2, TOPICS_MOST = 3 };

/* The topics whose words the document uses most, each at least twice. */
void build_topics(const struct story *story, struct meeting *meeting)
{
    const struct document *document = story->document;
    unsigned counts[TOPIC_COUNT] = {0};
    for (uint32_t t = 0; t < document->tokens.count; t++) {
        const struct annotation *word = look_at(document, t, LEXICON_TOPIC);
        if (word)
            counts[look_lexeme(document, word)->topic]++;
    }
    while (meeting->topic_count < TOPICS_MOST) {
        unsigned best = 0;
        for (unsigned topic = 1; topic < TOPIC_COUNT; topic++) {
            if (counts[topic] > counts[best])
                best = topic;
        }
        if (counts[best] < TOPIC_LEAST)
            return;
        meeting->topics[meeting->topic_count++] = (enum topic)best;
        counts[best] = 0;
    }
}
