/* The server over real sockets, and what it tells of a worker that the test itself plays. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "meeting/engine.h"
#include "service/endpoints.h"
#include "service/loan.h"
#include "service/sampler.h"
#include "stream/patience.h"

enum { REPLY_SIZE = 64 * 1024 };

struct bench {
    struct counters counters;
    struct lags *lags;
    struct statistics *consumer, *producer;
    struct loan *loan;
    struct log log;
    atomic_bool stop;
    struct vitals vitals;
    struct endpoints *endpoints;
    union address address;
    char reply[REPLY_SIZE];
};

/* Port 0 is told in the log, as a script of an operator would read it. */
static void read_address(struct bench *bench, char *line)
{
    line[strcspn(line, "\n")] = '\0';
    const char *place = strstr(line, "listening for HTTP address=");
    assert_non_null(place);
    assert_true(address_read(strrchr(place, '=') + 1, &bench->address));
}

/* The packs are read once for all tests: each begins with them as its state. */
static int load_engine(void **state)
{
    struct engine_limits limits = engine_limits_default();
    struct engine *engine;
    struct fault fault;
    if (engine_load(TEST_LANG_DIR, &limits, &engine, &fault) != 0)
        fail_msg("%s", fault.text);
    *state = engine;
    return 0;
}

static int unload_engine(void **state)
{
    engine_free(*state);
    return 0;
}

static int set_up(void **state)
{
    struct bench *bench = calloc(1, sizeof *bench);
    char *line = NULL;
    size_t size = 0;
    struct fault fault;
    assert_non_null(bench);
    bench->log = (struct log){.level = LEVEL_INFO, .file = open_memstream(&line, &size)};
    assert_int_equal(lags_new(&bench->lags), 0);
    assert_int_equal(statistics_new(&bench->consumer), 0);
    assert_int_equal(statistics_new(&bench->producer), 0);
    assert_int_equal(loan_new(*state, &bench->loan), 0);
    bench->vitals = (struct vitals){.counters = &bench->counters,
                                    .lags = bench->lags,
                                    .stop = &bench->stop,
                                    .deadline_ms = 60000,
                                    .consumer = bench->consumer,
                                    .producer = bench->producer,
                                    .engine = bench->loan,
                                    .group = "the \"group\"",
                                    .instance = "host-0"};
    bench->counters.life_ms = clock_monotonic_ms();
    bench->counters.subscribed = 1;
    bench->counters.joined = 1;
    bench->counters.partitions_assigned = 3;
    assert_int_equal(endpoints_new("0", &bench->vitals, &bench->log, &bench->endpoints, &fault), 0);
    bench->log.level = LEVEL_ERROR; /* of which there are none */
    fclose(bench->log.file);
    read_address(bench, line);
    free(line);
    *state = bench;
    return 0;
}

static int tear_down(void **state)
{
    struct bench *bench = *state;
    endpoints_free(bench->endpoints);
    lags_free(bench->lags);
    statistics_free(bench->consumer);
    statistics_free(bench->producer);
    loan_free(bench->loan);
    free(bench);
    return 0;
}

/* A connection of its own; the server ends it after the reply, or the test would hang. */
static const char *request(struct bench *bench, const char *text)
{
    int fd = socket(bench->address.any.sa_family, SOCK_STREAM, 0);
    size_t got = 0;
    ssize_t more;
    assert_int_equal(connect(fd, &bench->address.any, address_size(&bench->address)), 0);
    assert_int_equal(send(fd, text, strlen(text), MSG_NOSIGNAL), strlen(text));
    while ((more = recv(fd, bench->reply + got, sizeof bench->reply - 1 - got, 0)) > 0)
        got += (size_t)more;
    close(fd);
    bench->reply[got] = '\0';
    return bench->reply;
}

static const char *get(struct bench *bench, const char *path)
{
    char text[256];
    snprintf(text, sizeof text, "GET %s HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", path);
    return request(bench, text);
}

static const char *body_of(const char *reply)
{
    const char *end = strstr(reply, "\r\n\r\n");
    assert_non_null(end);
    return end + 4;
}

static void assert_status(const char *reply, int status)
{
    char wanted[32];
    snprintf(wanted, sizeof wanted, "HTTP/1.1 %d ", status);
    if (strncmp(reply, wanted, strlen(wanted)) != 0)
        fail_msg("not %d but: %s", status, reply);
}

static void assert_has(const char *reply, const char *text)
{
    if (!strstr(reply, text))
        fail_msg("no '%s' in: %s", text, reply);
}

static void a_worker_at_work_is_alive_and_ready(void **state)
{
    const char *reply = get(*state, "/healthz");
    assert_status(reply, 200);
    assert_has(reply, "Content-Type: application/json\r\n");
    assert_has(reply, "Cache-Control: no-store\r\n");
    assert_has(reply, "X-Content-Type-Options: nosniff\r\n");
    assert_has(body_of(reply), "{\"alive\": true, \"reason\": \"a sign of life 0.");
    reply = get(*state, "/readyz?verbose");
    assert_status(reply, 200);
    assert_string_equal(body_of(reply),
                        "{\"ready\": true, \"reason\": \"reading 3 partitions\"}\n");
}

static void one_without_a_sign_of_life_is_neither(void **state)
{
    struct bench *bench = *state;
    bench->counters.life_ms = clock_monotonic_ms() - 61000;
    bench->counters.doing = "committing";
    const char *reply = get(bench, "/healthz");
    assert_status(reply, 503);
    assert_string_equal(body_of(reply),
                        "{\"alive\": false, \"reason\": \"no sign of life for 61 s, "
                        "the last one while committing\"}\n");
    assert_status(get(bench, "/readyz"), 503);
}

static void assert_unready(struct bench *bench, const char *reason)
{
    const char *reply = get(bench, "/readyz");
    assert_status(reply, 503);
    assert_has(body_of(reply), "{\"ready\": false, ");
    assert_has(body_of(reply), reason);
    assert_status(get(bench, "/healthz"), 200);
}

static void what_keeps_it_from_work_is_told(void **state)
{
    struct bench *bench = *state;
    bench->counters.undelivered_ms = clock_monotonic_ms() - 31000;
    assert_unready(bench, "nothing could be committed for 31 s");
    bench->counters.undelivered_ms = clock_monotonic_ms();
    assert_status(get(bench, "/readyz"), 200);
    bench->counters.joined = 0;
    assert_unready(bench, "waiting for the group to assign partitions");
    bench->counters.subscribed = 0;
    bench->counters.doing = "looking for a topic";
    assert_unready(bench, "waiting for Kafka: looking for a topic");
    bench->stop = true;
    assert_unready(bench, "stopping");
}

static void more_workers_than_partitions_are_ready(void **state)
{
    struct bench *bench = *state;
    bench->counters.partitions_assigned = 0;
    assert_status(get(bench, "/readyz"), 200);
}

static void heads_and_errors(void **state)
{
    struct bench *bench = *state;
    size_t len = strlen(body_of(get(bench, "/readyz")));
    char length[64];
    snprintf(length, sizeof length, "Content-Length: %zu\r\n", len);
    const char *reply =
        request(bench, "HEAD /readyz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    assert_status(reply, 200);
    assert_has(reply, length);
    assert_string_equal(body_of(reply), "");
    reply = get(bench, "/etc/passwd");
    assert_status(reply, 404);
    assert_has(body_of(reply), "\n    /healthz\n");
    assert_status(get(bench, "/healthz/../healthz"), 404);
    reply = request(bench, "DELETE /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    assert_status(reply, 405);
    assert_has(reply, "Allow: GET, HEAD\r\n");
}

/* Two requests on one connection: whoever looks every few seconds need not connect anew. */
static void connections_stay_open(void **state)
{
    const char *reply = request(*state, "GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n"
                                        "GET /x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    assert_status(reply, 200);
    assert_has(body_of(reply), "HTTP/1.1 404 ");
}

/* A body is never waited for: this one does not come. */
static void a_body_is_not_read(void **state)
{
    const char *reply = request(*state, "POST /healthz HTTP/1.1\r\nHost: a\r\n"
                                        "Content-Length: 1000000\r\n\r\nx");
    assert_status(reply, 405);
    reply = request(*state, "GET /healthz HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nx");
    assert_string_equal(reply, "");
}

/* More than the server keeps; those beyond wait until others are gone. */
static void who_says_nothing_takes_nothing_away(void **state)
{
    struct bench *bench = *state;
    enum { MANY = 80 };
    int silent[MANY];
    for (int i = 0; i < MANY; i++) {
        silent[i] = socket(bench->address.any.sa_family, SOCK_STREAM, 0);
        assert_int_equal(connect(silent[i], &bench->address.any, address_size(&bench->address)), 0);
    }
    for (int i = 0; i < MANY / 2; i++)
        close(silent[i]);
    assert_status(get(bench, "/healthz"), 200);
    for (int i = MANY / 2; i < MANY; i++)
        close(silent[i]);
    assert_status(get(bench, "/healthz"), 200);
}

static void what_is_no_request_is_refused(void **state)
{
    char long_one[32 * 1024];
    memset(long_one, 'a', sizeof long_one);
    memcpy(long_one, "GET /", 5);
    strcpy(long_one + sizeof long_one - 5, " \r\n\r");
    assert_int_not_equal(strncmp(request(*state, long_one), "HTTP/1.1 200", 12), 0);
    assert_int_not_equal(strncmp(request(*state, "\x16\x03\x01\r\n\r\n"), "HTTP/1.1 200", 12), 0);
    assert_status(get(*state, "/healthz"), 200);
}

static void a_health_check_asks(void **state)
{
    struct bench *bench = *state;
    char *body = NULL;
    size_t size = 0;
    unsigned status = 0;
    FILE *out = open_memstream(&body, &size);
    assert_int_equal(http_ask(&bench->address, "/readyz", out, &status, NULL), 0);
    fclose(out);
    assert_int_equal(status, 200);
    assert_string_equal(body, "{\"ready\": true, \"reason\": \"reading 3 partitions\"}\n");
    free(body);
    endpoints_free(bench->endpoints);
    bench->endpoints = NULL;
    struct fault fault;
    assert_int_equal(http_ask(&bench->address, "/readyz", stdout, &status, &fault), FAULT_BROKER);
    assert_has(fault.text, ": Connection refused");
}

static void an_address_in_use_is_told(void **state)
{
    struct bench *bench = *state;
    struct endpoints *endpoints;
    struct fault fault;
    char wording[ADDRESS_WORDING];
    address_write(&bench->address, wording);
    assert_int_equal(endpoints_new(wording, &bench->vitals, NULL, &endpoints, &fault),
                     FAULT_SETTING);
    assert_has(fault.text, wording);
    assert_has(fault.text, "Address already in use");
    assert_int_equal(endpoints_new("", &bench->vitals, NULL, &endpoints, &fault), 0);
    assert_null(endpoints);
}

static void figures_are_metrics(void **state)
{
    struct bench *bench = *state;
    static const char JSON[] = "{\"tx\": 5, \"brokers\": {\"b:1/1\": {\"state\": \"UP\", "
                               "\"rtt\": {\"avg\": 1500}}}}";
    bench->counters.articles_consumed = 7;
    bench->counters.event_sorts[KIND_VISIT][STATUS_HELD] = 2;
    bench->counters.dead_letter_reasons[FAULT_TOO_BIG] = 3;
    census_add(&bench->counters.articles, STR("xy"), FATE_EVENTS);
    histogram_observe(&bench->counters.extraction, &SHAPE_WORK, 2000);
    statistics_take(bench->producer, JSON, sizeof JSON - 1);
    const char *reply = get(bench, "/metrics");
    assert_status(reply, 200);
    assert_has(reply, "Content-Type: text/plain; version=0.0.4; charset=utf-8\r\n");
    static const char *const LINES[] = {
        "meetingd_articles_consumed_total 7",
        "meetingd_events_total{kind=\"VISIT\",status=\"HELD\"} 2",
        "meetingd_events_total{kind=\"CALL\",status=\"HELD\"} 0",
        "meetingd_dead_letters_total{reason=\"too-big\"} 3",
        "meetingd_articles_total{result=\"events\",language=\"xy\"} 1",
        "meetingd_articles_total{result=\"tombstone\",language=\"xy\"} 0",
        "meetingd_extraction_seconds_bucket{le=\"0.001\"} 0",
        "meetingd_extraction_seconds_bucket{le=\"0.0025\"} 1",
        "meetingd_extraction_seconds_bucket{le=\"+Inf\"} 1",
        "meetingd_extraction_seconds_sum 0.002",
        "meetingd_extraction_seconds_count 1",
        "meetingd_ready 1",
        "meetingd_member_info{group=\"the \\\"group\\\"\",member=\"host-0\"} 1",
        "meetingd_kafka_requests_total{client=\"producer\"} 5",
        "meetingd_kafka_requests_total{client=\"consumer\"} 0",
        "meetingd_kafka_broker_up{client=\"producer\",broker=\"b:1/1\"} 1",
        "meetingd_kafka_broker_round_trip_seconds{client=\"producer\",broker=\"b:1/1\"} 0.0015",
    };
    for (size_t i = 0; i < sizeof LINES / sizeof *LINES; i++) {
        char line[256];
        snprintf(line, sizeof line, "\n%s\n", LINES[i]);
        assert_has(body_of(reply), line);
    }
}

static void the_page_has_a_strict_policy(void **state)
{
    static const char *const paths[] = {"/",         "/status.css",  "/article.css", "/status.js",
                                        "/icon.svg", "/status.json", "/recent"};
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        const char *reply = get(*state, paths[i]);
        assert_status(reply, 200);
        assert_has(reply, "Content-Security-Policy: default-src 'none'; script-src 'self'; ");
        assert_has(reply, "frame-ancestors 'none'");
        assert_true(strlen(body_of(reply)) > 40);
    }
    const char *page = body_of(get(*state, "/"));
    assert_has(page, "<script src=\"/status.js\" defer></script>");
    assert_null(strstr(page, "<style"));
}

static void nobody_knows_more_than_the_vitals(void **state)
{
    const char *reply = get(*state, "/status.json");
    assert_has(reply, "Content-Type: application/json\r\n");
    assert_has(body_of(reply),
               "{\"instance\":\"host-0\",\"topic\":\"\",\"group\":\"the \\\"group\\\"\",");
    assert_has(body_of(reply), "\"partitions\":3,\"ready\":1,\"reason\":\"reading 3 partitions\"");
    assert_has(body_of(reply), "\"samples\":[],\"letters\":[]}");
}

static void samples_and_dead_letters_are_told(void **state)
{
    struct bench *bench = *state;
    struct letter_note note = {.topic = "articles",
                               .partition = 2,
                               .offset = 7,
                               .reason = "undecodable",
                               .text = "a \"quote\" \xc3"};
    assert_int_equal(history_new(&bench->vitals.history), 0);
    assert_int_equal(recent_new(&bench->vitals.recent), 0);
    bench->counters.events = 5;
    histogram_observe(&bench->counters.end_to_end, &SHAPE_DELAY, 9);
    const struct sample sample = sample_take(&bench->vitals);
    history_add(bench->vitals.history, &sample);
    recent_refuse(bench->vitals.recent, &note);
    recent_keep(bench->vitals.recent, STR("<article>one</article>"));
    const char *body = body_of(get(bench, "/status.json"));
    assert_has(body, "\"columns\":[\"at_ms\",\"articles\",\"events\",");
    assert_has(body, ",0,5,0,0,0,1,9,0]],\"letters\":[{\"topic\":\"articles\",\"partition\":2,"
                     "\"offset\":7,\"at_ms\":0,\"reason\":\"undecodable\","
                     "\"text\":\"a \\\"quote\\\" \"}]}");
    assert_has(body_of(get(bench, "/recent")), "</title>\n<article>one</article>");
    history_free(bench->vitals.history);
    recent_free(bench->vitals.recent);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_worker_at_work_is_alive_and_ready),
        TEST(one_without_a_sign_of_life_is_neither),
        TEST(what_keeps_it_from_work_is_told),
        TEST(more_workers_than_partitions_are_ready),
        TEST(heads_and_errors),
        TEST(connections_stay_open),
        TEST(a_body_is_not_read),
        TEST(who_says_nothing_takes_nothing_away),
        TEST(what_is_no_request_is_refused),
        TEST(a_health_check_asks),
        TEST(an_address_in_use_is_told),
        TEST(figures_are_metrics),
        TEST(the_page_has_a_strict_policy),
        TEST(nobody_knows_more_than_the_vitals),
        TEST(samples_and_dead_letters_are_told),
    };
    return cmocka_run_group_tests(tests, load_engine, unload_engine);
}
