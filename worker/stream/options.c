#include "stream/options.h"

struct stream_options options_default(void)
{
    return (struct stream_options){
        .instance = "",
        .input_topics = "articles",
        .group = "meetingd",
        .prefetch = 64 << 20,
        .event_topic = "meeting-events",
        .dead_letter_topic = "articles-dead-letters",
        .receipt_topic = "article-receipts",
        .guarantee = GUARANTEE_EXACTLY_ONCE,
        .batch_articles = 1000,
        .batch_bytes = 16 << 20,
        .batch_ms = 50,
        .drain_ms = 30 * 1000,
        .deadline_ms = 150 * 1000,
        .article_memory = 64 << 20,
    };
}

struct stream_options options_of_settings(const struct settings *settings)
{
    struct stream_options options = options_default();
    options.both = settings->kafka.both;
    options.consumer = settings->kafka.consumer;
    options.producer = settings->kafka.producer;
    options.instance = settings->kafka.instance;
    options.input_topics = settings->input.topic;
    options.static_member = settings->kafka.static_membership;
    options.group = settings->input.group;
    options.prefetch = (size_t)settings->input.prefetch;
    options.event_topic = settings->output.topic;
    options.dead_letter_topic = settings->output.dead_letter_topic;
    options.receipt_topic = settings->output.receipt_topic;
    options.guarantee = settings->delivery.guarantee;
    options.batch_articles = (size_t)settings->delivery.batch_articles;
    options.batch_bytes = (size_t)settings->delivery.batch_bytes;
    options.batch_ms = (unsigned)settings->delivery.batch_wait;
    options.deadline_ms = (unsigned)settings->delivery.deadline;
    options.drain_ms = (unsigned)settings->delivery.drain_timeout;
    options.threads = (size_t)settings->engine.threads;
    options.article_memory = (size_t)settings->engine.memory;
    return options;
}
