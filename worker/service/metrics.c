#include "service/metrics.h"

#include "meeting/engine.h"
#include "pack/pack.h"
#include "service/exposition.h"
#include "service/loan.h"
#include "service/metrics_kafka.h"
#include "service/metrics_replay.h"
#include "service/probes.h"
#include "service/process.h"
#include "service/vitals.h"
#include "stream/library.h"
#include "stream/patience.h"

/* What is one number in struct counters, and is shown as it stands there. */
static const struct plain {
    struct family family;
    size_t offset;
} PLAIN[] = {
#define PLAIN_COUNTER(name, field, help)                                               \
    {                                                                                  \
        {"meetingd_" name "_total", "counter", help}, offsetof(struct counters, field) \
    }
#define PLAIN_GAUGE(name, field, help)                                      \
    {                                                                       \
        {"meetingd_" name, "gauge", help}, offsetof(struct counters, field) \
    }
    PLAIN_COUNTER("articles_consumed", articles_consumed,
                  "Articles read, those read again after an abort as well."),
    PLAIN_COUNTER("consumed_bytes", bytes_consumed, "Bytes of their keys and values."),
    PLAIN_COUNTER("articles_outside", articles_outside,
                  "Articles that a replay stepped over because they are outside its range."),
    PLAIN_COUNTER("articles_revoked", articles_revoked,
                  "Articles dropped unfinished because their partition went to another worker."),
    PLAIN_COUNTER("receipts", receipts, "Receipts committed."),
    PLAIN_COUNTER("retractions", retracted,
                  "Events that a replay took back: tombstones committed."),
    PLAIN_COUNTER("rewinds", rewinds, "Times the input was read again from the last commit."),
    PLAIN_COUNTER("rebalances", rebalances,
                  "Times the group gave partitions to this worker or took them."),
    PLAIN_COUNTER("turns", turns, "Signs of life: turns of the loop, and tries within one."),
    PLAIN_GAUGE("partitions_assigned", partitions_assigned,
                "Partitions that the group has given to this worker."),
};

enum { PLAIN_COUNT = sizeof PLAIN / sizeof *PLAIN };

static void plain_show(FILE *file, const struct counters *counters)
{
    for (size_t i = 0; i < PLAIN_COUNT; i++) {
        const _Atomic uint64_t *value = (const void *)((const char *)counters + PLAIN[i].offset);
        family_show(file, &PLAIN[i].family);
        sample_show(file, &PLAIN[i].family, NULL, (double)atomic_load(value));
    }
}

/* Every fate has a name, in the order of enum fate and behind it. */
static const char *const RESULTS[] = {
    [FATE_EVENTS] = "events",           [FATE_NO_MEETING] = "no-meeting",
    [FATE_PASSED_OVER] = "passed-over", [FATE_DEAD_LETTER] = "dead-letter",
    [FATE_UNWANTED] = "filtered-out",   [RESULT_TOMBSTONE] = "tombstone",
};

static void articles_show(FILE *file, const struct counters *counters)
{
    static const struct family FAMILY = {
        "meetingd_articles_total", "counter",
        "Articles whose offsets were committed, by what became of them and their language."};
    family_show(file, &FAMILY);
    const struct census *census = &counters->articles;
    for (size_t i = 0; i < atomic_load(&census->count); i++)
        for (size_t result = 0; result < sizeof RESULTS / sizeof *RESULTS; result++)
            sample_show(file, &FAMILY,
                        LABELS({"result", RESULTS[result]}, {"language", census->rows[i].name}),
                        (double)atomic_load(&census->rows[i].counts[result]));
}

/* All kinds and statuses that are ever written, for a series should not begin with its first. */
static void events_show(FILE *file, const struct counters *counters)
{
    static const struct family FAMILY = {"meetingd_events_total", "counter",
                                         "Events committed, by kind and status."};
    family_show(file, &FAMILY);
    for (int kind = KIND_OTHER + 1; kind < KIND_COUNT; kind++)
        for (int status = STATUS_UNKNOWN + 1; status < STATUS_COUNT; status++)
            sample_show(file, &FAMILY,
                        LABELS({"kind", meeting_kind_name((enum meeting_kind)kind)},
                               {"status", meeting_status_name((enum meeting_status)status)}),
                        (double)atomic_load(&counters->event_sorts[kind][status]));
}

static void dead_letters_show(FILE *file, const struct counters *counters)
{
    static const struct family FAMILY = {"meetingd_dead_letters_total", "counter",
                                         "Dead letters committed, by reason."};
    family_show(file, &FAMILY);
    for (int code = 0; code < FAULT_COUNT; code++)
        if (fault_remedy(code) == REMEDY_SKIP)
            sample_show(file, &FAMILY, LABELS({"reason", fault_reason(code)}),
                        (double)atomic_load(&counters->dead_letter_reasons[code]));
}

static void transactions_show(FILE *file, const struct counters *counters)
{
    static const struct family FAMILY = {
        "meetingd_transactions_total", "counter",
        "Batches by result; each is a transaction when the guarantee is exactly-once."};
    family_show(file, &FAMILY);
    sample_show(file, &FAMILY, LABELS({"result", "committed"}),
                (double)atomic_load(&counters->batches));
    sample_show(file, &FAMILY, LABELS({"result", "aborted"}),
                (double)atomic_load(&counters->aborts));
}

static void histograms_show(FILE *file, const struct counters *counters)
{
/* NOLINTBEGIN(bugprone-macro-parentheses): a field and literals */
#define X(name, field, shape, help)                                                               \
    histogram_show(file, &(struct family){"meetingd_" name, "histogram", help}, &counters->field, \
                   &shape);
    COUNTER_HISTOGRAMS(X)
#undef X
    /* NOLINTEND(bugprone-macro-parentheses) */
}

static void state_show(FILE *file, const struct vitals *vitals)
{
    const struct counters *counters = vitals->counters;
    int64_t undelivered_ms = atomic_load(&counters->undelivered_ms);
    gauge_show(file, "meetingd_ready", "1 when it reads and its work can be committed, else 0.",
               probe_work(vitals).well);
    gauge_show(file, "meetingd_last_commit_timestamp_seconds",
               "When a batch was committed last, in seconds since 1970; 0: not yet.",
               (double)atomic_load(&counters->last_commit_ms) / 1e3);
    gauge_show(file, "meetingd_undelivered_seconds",
               "For how long it has been trying to commit the batch in hand.",
               undelivered_ms ? (double)(clock_monotonic_ms() - undelivered_ms) / 1e3 : 0);
}

static void identity_show(FILE *file, const struct vitals *vitals)
{
    static const struct family BUILD = {"meetingd_build_info", "gauge",
                                        "The versions of the program and of its client for Kafka."};
    static const struct family MEMBER = {
        "meetingd_member_info", "gauge",
        "Who this is to Kafka; two of one name take each other's place."};
    static const struct family PACK = {"meetingd_pack_info", "gauge",
                                       "The language packs and their versions."};
    family_show(file, &BUILD);
    sample_show(file, &BUILD,
                LABELS({"version", MEETINGD_VERSION}, {"librdkafka", library_version()}), 1);
    family_show(file, &MEMBER);
    sample_show(file, &MEMBER, LABELS({"group", vitals->group}, {"member", vitals->instance}), 1);
    family_show(file, &PACK);
    const struct engine *engine = loan_begin(vitals->engine);
    const struct pack *pack;
    for (size_t i = 0; (pack = engine_pack(engine, i)); i++) {
        struct str name = pack_language(pack), number = pack_version(pack);
        char language[16], version[32];
        snprintf(language, sizeof language, "%.*s", (int)name.len, name.at);
        snprintf(version, sizeof version, "%.*s", (int)number.len, number.at);
        sample_show(file, &PACK, LABELS({"language", language}, {"version", version}), 1);
    }
    loan_end(vitals->engine);
}

void metrics_write(const void *self, struct http_reply *reply)
{
    const struct vitals *vitals = self;
    FILE *file = reply->body;
    identity_show(file, vitals);
    state_show(file, vitals);
    articles_show(file, vitals->counters);
    events_show(file, vitals->counters);
    dead_letters_show(file, vitals->counters);
    transactions_show(file, vitals->counters);
    plain_show(file, vitals->counters);
    histograms_show(file, vitals->counters);
    lags_show(file, vitals->lags);
    clients_show(file, vitals);
    replay_show(file, vitals->headway);
    process_show(file, vitals->started_ms);
}
