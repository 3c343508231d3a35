#include <string.h>

#include "base/nearest.h"
#include "settings/setting.h"
#include "settings/settings.h"

#define FIELD(path) offsetof(struct settings, path)
#define TEXT(section, key, path, fallback, help)                                   \
    {                                                                              \
        section, key, SETTING_TEXT, FIELD(path), fallback, 0, 0, NULL, false, help \
    }
#define LATER(section, key, path, help)                                       \
    {                                                                         \
        section, key, SETTING_LATER, FIELD(path), "", 0, 0, NULL, false, help \
    }
#define ADDRESS(section, key, path, help)                                       \
    {                                                                           \
        section, key, SETTING_ADDRESS, FIELD(path), "", 0, 0, NULL, false, help \
    }
#define AMOUNT(type, section, key, path, fallback, least, most, help)                       \
    {                                                                                       \
        section, key, SETTING_##type, FIELD(path), fallback, least, most, NULL, false, help \
    }
#define CHOICE(section, key, path, fallback, choices, help)                             \
    {                                                                                   \
        section, key, SETTING_CHOICE, FIELD(path), fallback, 0, 0, choices, false, help \
    }

/* The same for what a reload takes over: what log, engine and extractor are made from. */
#define LIVE_TEXT(section, key, path, fallback, help)                             \
    {                                                                             \
        section, key, SETTING_TEXT, FIELD(path), fallback, 0, 0, NULL, true, help \
    }
#define LIVE_AMOUNT(type, section, key, path, fallback, least, most, help)                 \
    {                                                                                      \
        section, key, SETTING_##type, FIELD(path), fallback, least, most, NULL, true, help \
    }
#define LIVE_CHOICE(section, key, path, fallback, choices, help)                       \
    {                                                                                  \
        section, key, SETTING_CHOICE, FIELD(path), fallback, 0, 0, choices, true, help \
    }

#define KB INT64_C(1024)
#define MB (1024 * KB)
#define GB (1024 * MB)
#define SECOND INT64_C(1000) /* durations are in milliseconds */
#define MINUTE (60 * SECOND)

/* Each list stands in the order of its enum in settings.h (levels and formats: log.h). */
static const char *const FORMATS[] = {"auto", "json", "bson", "text", "html", NULL};
static const char *const DATE_FALLBACKS[] = {"none", "timestamp", NULL};
static const char *const OTHER_LANGUAGES[] = {"skip", "dead-letter", NULL};
static const char *const GUARANTEES[] = {"exactly-once", "at-least-once", NULL};
static const char *const ANSWERS[] = {"no", "yes", NULL};
static const char *const LEVELS[] = {"error", "warning", "info", "debug", NULL};
static const char *const LOG_FORMATS[] = {"text", "json", NULL};

static const struct setting TABLE[] = {
    TEXT("kafka", "instance", kafka.instance, "",
         "The name of this member, from which its transactional id comes. Empty: the host name and "
         "the lowest number that no other worker of the group holds on this host."),
    CHOICE("kafka", "static_membership", kafka.static_membership, "no", ANSWERS,
           "yes: a member that comes back within session.timeout.ms gets its partitions back "
           "without a rebalance; its instance must then be named."),

    TEXT("input", "topic", input.topic, "articles",
         "The topic of the raw articles; several with commas between them, a pattern after ^."),
    TEXT("input", "group", input.group, "meetingd",
         "The consumer group. Workers of one group share the partitions."),
    LIVE_CHOICE("input", "format", input.format, "auto", FORMATS,
                "What a message without a content-type header is. auto looks at its bytes."),
    LIVE_TEXT("input", "charset", input.charset, "",
              "The character set of a message that names none, as IANA calls it. Empty: UTF-8, or "
              "windows-1252 where the bytes are not UTF-8."),
    AMOUNT(SIZE, "input", "prefetch", input.prefetch, "64M", MB, GB,
           "Bytes of articles fetched ahead. Less than a second's worth makes the consumer slow."),

    LIVE_TEXT("fields", "id", fields.id, "id|_id|guid|uri",
              "Where an article's id stands: a dotted path, alternatives with |."),
    LIVE_TEXT("fields", "title", fields.title, "title|headline", "Where its title stands."),
    LIVE_TEXT("fields", "body", fields.body, "body|text|content|content.text|description",
              "Where its text stands."),
    LIVE_TEXT("fields", "published", fields.published,
              "published_at|published|pubDate|date|date_published",
              "Where the time of its publication stands."),
    LIVE_TEXT("fields", "language", fields.language, "language|lang", "Where its language stands."),
    LIVE_TEXT("fields", "source", fields.source, "source|site|publisher",
              "Where the site or agency that published it stands."),
    LIVE_TEXT("fields", "url", fields.url, "url|link", "Where its address stands."),

    LIVE_CHOICE("article", "date_fallback", article.date_fallback, "none", DATE_FALLBACKS,
                "What stands in for a missing date of publication: nothing, or Kafka's timestamp."),
    LIVE_CHOICE("article", "other_languages", article.other_languages, "skip", OTHER_LANGUAGES,
                "What becomes of an article in a language that has no pack."),
    LIVE_AMOUNT(SIZE, "article", "max_bytes", article.max_bytes, "8M", KB, GB,
                "A longer message goes to the dead letters."),
    LIVE_AMOUNT(NUMBER, "article", "max_depth", article.max_depth, "64", 4, 512,
                "A message nested deeper goes to the dead letters."),

    LIVE_TEXT("engine", "lang_dir", engine.lang_dir, "",
              "The folder of the language packs. Empty: the one that came with the program."),
    AMOUNT(NUMBER, "engine", "threads", engine.threads, "0", 0, 256,
           "Threads that extract. 0: one a core."),
    AMOUNT(SIZE, "engine", "memory", engine.memory, "64M", 4 * MB, 16 * GB,
           "What one article may take, for each thread. One that needs more goes to the dead "
           "letters."),
    LIVE_AMOUNT(NUMBER, "engine", "max_tokens", engine.max_tokens, "200000", 100, 10000000,
                "Words and marks in an article. One with more goes to the dead letters, here and "
                "below."),
    LIVE_AMOUNT(NUMBER, "engine", "max_annotations", engine.max_annotations, "1000000", 1000,
                50000000, "Things recognised in an article."),
    LIVE_AMOUNT(NUMBER, "engine", "max_meetings", engine.max_meetings, "256", 1, 10000,
                "Meetings in an article."),
    LIVE_AMOUNT(NUMBER, "engine", "max_steps", engine.max_steps, "50000000", 10000, 1000000000000,
                "Steps of the rule matcher in an article."),
    LIVE_AMOUNT(NUMBER, "engine", "min_confidence", engine.min_confidence, "0", 0, 100,
                "Meetings less sure than so many hundredths are left out: 90 keeps those whose "
                "confidence is 0.9 and more."),

    TEXT("output", "topic", output.topic, "meeting-events", "The topic of the meeting events."),
    TEXT("output", "dead_letter_topic", output.dead_letter_topic, "articles-dead-letters",
         "The topic of the messages that can't be read, unchanged, with the reason in headers."),
    TEXT("output", "receipt_topic", output.receipt_topic, "article-receipts",
         "The compacted topic that gets one receipt for each article. Empty: no receipts."),
    LATER("output", "registry", output.registry,
          "The URL of the schema registry. Empty: events are in Avro single-object encoding."),

    CHOICE("delivery", "guarantee", delivery.guarantee, "exactly-once", GUARANTEES,
           "exactly-once works in Kafka transactions; at-least-once may repeat events after a "
           "crash, and needs no transactions."),
    AMOUNT(NUMBER, "delivery", "batch_articles", delivery.batch_articles, "1000", 1, 100000,
           "The most articles in one transaction."),
    AMOUNT(SIZE, "delivery", "batch_bytes", delivery.batch_bytes, "16M", 64 * KB, 4 * GB,
           "The most bytes of articles in one transaction."),
    AMOUNT(DURATION, "delivery", "batch_wait", delivery.batch_wait, "50ms", 1, MINUTE,
           "The longest that an article waits for others before its transaction is committed."),
    AMOUNT(DURATION, "delivery", "deadline", delivery.deadline, "150s", 10 * SECOND, 60 * MINUTE,
           "A batch that isn't delivered by then ends the process, so that the service manager "
           "starts it afresh. Must be over transaction.timeout.ms."),
    AMOUNT(DURATION, "delivery", "drain_timeout", delivery.drain_timeout, "30s", SECOND,
           60 * MINUTE, "The longest that a stop may take to finish the work in hand."),

    ADDRESS(
        "http", "listen", http.listen,
        "Where status page, probes and metrics are answered over HTTP: 9404 is that port of the "
        "loopback, 0.0.0.0:9404 or [::]:9404 every interface. Empty: nowhere."),

    LIVE_CHOICE("log", "level", log.level, "info", LEVELS, "The least grave line that is written."),
    LIVE_CHOICE("log", "format", log.format, "text", LOG_FORMATS,
                "text: a sentence and key=value pairs; json: an object a line."),
};

static const struct passage PASSAGES[] = {
    {"kafka", FIELD(kafka.both),
     "Any property of librdkafka, for consumer and producer; bootstrap.servers is the one that "
     "you need."},
    {"kafka.consumer", FIELD(kafka.consumer), "Any property of librdkafka, for the consumer."},
    {"kafka.producer", FIELD(kafka.producer), "Any property of librdkafka, for the producer."},
};

enum { ROWS = sizeof TABLE / sizeof *TABLE, PASSAGE_ROWS = sizeof PASSAGES / sizeof *PASSAGES };

const struct setting *setting_table(size_t *ret_count)
{
    *ret_count = ROWS;
    return TABLE;
}

const struct passage *passage_table(size_t *ret_count)
{
    *ret_count = PASSAGE_ROWS;
    return PASSAGES;
}

const struct setting *setting_find(const char *section, const char *key)
{
    for (size_t i = 0; i < ROWS; i++)
        if (strcmp(TABLE[i].section, section) == 0 && strcmp(TABLE[i].key, key) == 0)
            return &TABLE[i];
    return NULL;
}

const struct passage *passage_find(const char *section)
{
    for (size_t i = 0; i < PASSAGE_ROWS; i++)
        if (strcmp(PASSAGES[i].section, section) == 0)
            return &PASSAGES[i];
    return NULL;
}

bool section_known(const char *section)
{
    for (size_t i = 0; i < ROWS; i++)
        if (strcmp(TABLE[i].section, section) == 0)
            return true;
    return passage_find(section) != NULL;
}

const char *section_nearest(const char *section)
{
    struct nearest nearest = nearest_to(str_of(section));
    for (size_t i = 0; i < ROWS; i++)
        nearest_offer(&nearest, TABLE[i].section);
    for (size_t i = 0; i < PASSAGE_ROWS; i++)
        nearest_offer(&nearest, PASSAGES[i].section);
    return nearest.name;
}

const struct setting *setting_nearest(const char *section, const char *key)
{
    struct nearest nearest = nearest_to(str_of(key));
    const struct setting *found = NULL;
    for (size_t i = 0; i < ROWS; i++) {
        if (strcmp(TABLE[i].section, section) != 0)
            continue;
        const char *before = nearest.name;
        nearest_offer(&nearest, TABLE[i].key);
        if (nearest.name != before)
            found = &TABLE[i];
    }
    /* Often the key is right and only stands in the wrong section. */
    for (size_t i = 0; i < ROWS && !found; i++)
        if (strcmp(TABLE[i].key, key) == 0)
            found = &TABLE[i];
    return found;
}
