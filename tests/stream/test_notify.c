/* What the service manager is told, read from the socket that it would listen on. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

#include <cmocka.h>

#include "rig.h"
#include "service/notify.h"

enum { TEXT_SIZE = 1024, MESSAGES = 40 };

/* A manager with a socket in the abstract, and a worker that the test itself plays. */
struct manager {
    int socket;
    struct counters counters;
    struct lags *lags;
    atomic_bool stop;
    struct notify *notify;
};

static void listen_at(struct manager *manager, const char *watchdog_us)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    char name[64];
    snprintf(name, sizeof name, "@meetingd-test-notify-%ld", (long)getpid());
    size_t len = strlen(name);
    memcpy(address.sun_path, name, len);
    address.sun_path[0] = '\0';
    manager->socket = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    socklen_t size = (socklen_t)(offsetof(struct sockaddr_un, sun_path) + len);
    assert_int_equal(bind(manager->socket, (struct sockaddr *)&address, size), 0);
    struct timeval minute = {.tv_sec = 60};
    setsockopt(manager->socket, SOL_SOCKET, SO_RCVTIMEO, &minute, sizeof minute);
    setenv("NOTIFY_SOCKET", name, 1);
    unsetenv("WATCHDOG_PID");
    unsetenv("WATCHDOG_USEC");
    if (watchdog_us)
        setenv("WATCHDOG_USEC", watchdog_us, 1);
}

static struct manager *manager_new(const char *watchdog_us)
{
    struct manager *manager = calloc(1, sizeof *manager);
    assert_non_null(manager);
    listen_at(manager, watchdog_us);
    assert_int_equal(lags_new(&manager->lags), 0);
    return manager;
}

static void begin(struct manager *manager)
{
    const struct vitals vitals = {
        .counters = &manager->counters, .lags = manager->lags, .stop = &manager->stop};
    assert_int_equal(notify_new(&vitals, &manager->notify), 0);
    assert_non_null(manager->notify);
}

static void manager_free(struct manager *manager)
{
    notify_free(manager->notify);
    lags_free(manager->lags);
    close(manager->socket);
    free(manager);
}

static const char *hear(const struct manager *manager, char text[TEXT_SIZE])
{
    ssize_t len = recv(manager->socket, text, TEXT_SIZE - 1, 0);
    assert_in_range(len, 1, TEXT_SIZE - 1);
    text[len] = '\0';
    return text;
}

/* Reads on until what is told has the words in it. */
static void hear_of(const struct manager *manager, const char *words, char text[TEXT_SIZE])
{
    for (int i = 0; i < 1000; i++)
        if (strstr(hear(manager, text), words))
            return;
    fail_msg("never told: %s", words);
}

static void test_nobody_listens(void **state)
{
    (void)state;
    struct counters counters = {0};
    atomic_bool stop = false;
    struct notify *notify = NULL;
    const struct vitals vitals = {.counters = &counters, .stop = &stop};
    unsetenv("NOTIFY_SOCKET");
    assert_int_equal(notify_new(&vitals, &notify), 0);
    assert_null(notify);
    setenv("NOTIFY_SOCKET", "neither path nor name", 1);
    assert_int_equal(notify_new(&vitals, &notify), 0);
    assert_null(notify);
}

static void test_waits_and_says_for_what(void **state)
{
    (void)state;
    char text[TEXT_SIZE];
    struct manager *manager = manager_new("30000");
    manager->counters.doing = "looking for a topic";
    begin(manager);
    for (int i = 0; i < MESSAGES; i++)
        assert_string_equal(hear(manager, text), "EXTEND_TIMEOUT_USEC=30000000\n"
                                                 "STATUS=waiting for Kafka: looking for a topic");
    manager->counters.partitions_assigned = 3;
    manager->counters.articles_delivered = 7;
    manager->counters.subscribed = 1;
    hear_of(manager, "READY=1\nSTATUS=", text);
    hear_of(manager, "STATUS=0.0 articles/s, 0 behind in 3 partitions, 7 delivered", text);
    assert_null(strstr(text, "READY"));
    manager_free(manager);
}

static void test_watchdog_needs_signs_of_life(void **state)
{
    (void)state;
    char text[TEXT_SIZE];
    struct manager *manager = manager_new("30000");
    manager->counters.subscribed = 1;
    begin(manager);
    for (int i = 0; i < MESSAGES; i++)
        assert_null(strstr(hear(manager, text), "WATCHDOG"));
    manager->counters.turns++;
    hear_of(manager, "WATCHDOG=1", text);
    for (int i = 0; i < MESSAGES; i++)
        assert_null(strstr(hear(manager, text), "WATCHDOG"));
    manager->counters.extract_microseconds += 5;
    hear_of(manager, "WATCHDOG=1", text);
    manager_free(manager);
}

static void test_the_watchdog_of_another(void **state)
{
    (void)state;
    char text[TEXT_SIZE];
    struct manager *manager = manager_new("30000");
    setenv("WATCHDOG_PID", "1", 1);
    begin(manager);
    for (int i = 0; i < 2; i++) {
        manager->counters.turns++;
        assert_null(strstr(hear(manager, text), "WATCHDOG"));
    }
    unsetenv("WATCHDOG_PID");
    manager_free(manager);
}

static void test_stops(void **state)
{
    (void)state;
    char text[TEXT_SIZE];
    struct manager *manager = manager_new("30000");
    manager->counters.subscribed = 1;
    begin(manager);
    hear_of(manager, "READY=1", text);
    manager->stop = true;
    hear_of(manager, "STOPPING=1", text);
    manager->counters.turns++;
    hear_of(manager, "EXTEND_TIMEOUT_USEC=", text);
    manager_free(manager);
}

/* A stop that is over before the next look is told all the same. */
static void test_stops_at_once(void **state)
{
    (void)state;
    char text[TEXT_SIZE];
    struct manager *manager = manager_new(NULL);
    begin(manager);
    hear_of(manager, "STATUS=waiting", text);
    manager->stop = true;
    notify_free(manager->notify);
    manager->notify = NULL;
    assert_string_equal(hear(manager, text), "STOPPING=1\nSTATUS=finishing what was begun");
    manager_free(manager);
}

/* The real loop: it gets ready, shows life while it is idle, and delivers. */
static void test_of_a_stream(void **state)
{
    (void)state;
    char text[TEXT_SIZE];
    struct manager *manager = manager_new("300000");
    struct rig *rig = rig_new();
    rig_put(rig, "one");
    rig_start(rig);
    const struct vitals vitals = {.counters = stream_counters(rig->stream),
                                  .lags = stream_lags(rig->stream),
                                  .stop = &rig->stop};
    assert_int_equal(notify_new(&vitals, &manager->notify), 0);
    hear_of(manager, "READY=1", text);
    hear_of(manager, "0 behind in 1 partitions, 1 delivered", text);
    for (int i = 0; i < 3; i++)
        hear_of(manager, "WATCHDOG=1", text);
    assert_int_equal(rig_stop(rig), 0);
    hear_of(manager, "STOPPING=1", text);
    notify_free(manager->notify);
    manager->notify = NULL;
    rig_free(rig);
    manager_free(manager);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nobody_listens),
        cmocka_unit_test(test_waits_and_says_for_what),
        cmocka_unit_test(test_watchdog_needs_signs_of_life),
        cmocka_unit_test(test_the_watchdog_of_another),
        cmocka_unit_test(test_stops),
        cmocka_unit_test(test_stops_at_once),
        cmocka_unit_test(test_of_a_stream),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
