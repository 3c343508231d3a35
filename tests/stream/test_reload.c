/* SIGHUP: what the manager is told, what changes between two batches, and what stays. */
#include <setjmp.h>
#include <signal.h>
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
#include "service/reload.h"

enum { TEXT_SIZE = 1024 };

/* A manager with a socket in the abstract, and a renewal that the test decides about. */
struct scene {
    int socket;
    struct counters counters;
    struct lags *lags;
    atomic_bool stop;
    atomic_int renewals;
    const char *refusal; /* NULL: taken over */
    struct renewal renewal;
    struct notify *notify;
    struct reload *reload;
};

static bool renew(void *self, char *ret_why, size_t size)
{
    struct scene *scene = self;
    if (scene->refusal)
        snprintf(ret_why, size, "%s", scene->refusal);
    atomic_fetch_add(&scene->renewals, 1);
    return !scene->refusal;
}

static void listen_at(struct scene *scene)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    char name[64];
    snprintf(name, sizeof name, "@meetingd-test-reload-%ld", (long)getpid());
    memcpy(address.sun_path, name, strlen(name));
    address.sun_path[0] = '\0';
    scene->socket = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    socklen_t size = (socklen_t)(offsetof(struct sockaddr_un, sun_path) + strlen(name));
    assert_int_equal(bind(scene->socket, (struct sockaddr *)&address, size), 0);
    struct timeval minute = {.tv_sec = 60};
    setsockopt(scene->socket, SOL_SOCKET, SO_RCVTIMEO, &minute, sizeof minute);
    setenv("NOTIFY_SOCKET", name, 1);
}

static int set_up(void **state)
{
    struct scene *scene = calloc(1, sizeof *scene);
    assert_non_null(scene);
    scene->renewal = (struct renewal){scene, renew};
    listen_at(scene);
    assert_int_equal(lags_new(&scene->lags), 0);
    *state = scene;
    return 0;
}

static void begin(struct scene *scene)
{
    const struct vitals vitals = {
        .counters = &scene->counters, .lags = scene->lags, .stop = &scene->stop};
    assert_int_equal(notify_new(&vitals, &scene->notify), 0);
    assert_int_equal(reload_new(&scene->renewal, scene->notify, &scene->stop, &scene->reload), 0);
}

static int tear_down(void **state)
{
    struct scene *scene = *state;
    reload_free(scene->reload);
    notify_free(scene->notify);
    lags_free(scene->lags);
    close(scene->socket);
    unsetenv("NOTIFY_SOCKET");
    free(scene);
    return 0;
}

/* Reads on until what is told has the words in it. */
static void hear_of(const struct scene *scene, const char *words, char text[TEXT_SIZE])
{
    for (int i = 0; i < 1000; i++) {
        ssize_t len = recv(scene->socket, text, TEXT_SIZE - 1, 0);
        assert_in_range(len, 1, TEXT_SIZE - 1);
        text[len] = '\0';
        if (strstr(text, words))
            return;
    }
    fail_msg("never told: %s", words);
}

static void hang_up(void)
{
    assert_int_equal(kill(getpid(), SIGHUP), 0);
}

static void test_a_reload_is_told(void **state)
{
    struct scene *scene = *state;
    char text[TEXT_SIZE];
    scene->counters.subscribed = 1;
    begin(scene);
    hear_of(scene, "READY=1", text);
    for (int i = 1; i <= 2; i++) {
        hang_up();
        hear_of(scene, "RELOADING=1\nMONOTONIC_USEC=", text);
        assert_true(strtoll(strstr(text, "USEC=") + 5, NULL, 10) > 0);
        hear_of(scene, "READY=1\nSTATUS=0.0 articles/s", text);
        assert_int_equal(scene->renewals, i);
    }
    assert_null(strstr(text, "refused"));
}

static void test_a_refusal_stands_until_it_is_mended(void **state)
{
    struct scene *scene = *state;
    char text[TEXT_SIZE];
    scene->counters.subscribed = 1;
    scene->refusal = "meetingd.conf:3: no section [inptu]";
    begin(scene);
    hear_of(scene, "READY=1", text);
    hang_up();
    hear_of(scene, "READY=1", text);
    assert_non_null(strstr(text, "; reload refused: meetingd.conf:3: no section [inptu]"));
    hear_of(scene, "STATUS=", text);
    assert_non_null(strstr(text, "reload refused"));
    scene->refusal = NULL;
    hang_up();
    hear_of(scene, "READY=1", text);
    assert_null(strstr(text, "refused"));
}

/* A READY after a reload would say that the start is over, which it is not. */
static void test_before_the_start_is_over_no_ready_is_told(void **state)
{
    struct scene *scene = *state;
    char text[TEXT_SIZE];
    scene->refusal = "wrong";
    begin(scene);
    hear_of(scene, "STATUS=waiting", text);
    hang_up();
    for (bool refused = false; !refused;) {
        hear_of(scene, "STATUS=", text);
        assert_null(strstr(text, "READY"));
        assert_null(strstr(text, "RELOADING"));
        refused = strstr(text, "; reload refused: wrong") != NULL;
    }
    scene->counters.subscribed = 1;
    hear_of(scene, "READY=1", text);
}

static void test_a_signal_from_before_is_served(void **state)
{
    struct scene *scene = *state;
    char text[TEXT_SIZE];
    scene->counters.subscribed = 1;
    hang_up();
    begin(scene);
    hear_of(scene, "READY=1", text);
    while (atomic_load(&scene->renewals) == 0)
        hear_of(scene, "STATUS=", text);
}

static void test_a_stop_is_not_put_off(void **state)
{
    struct scene *scene = *state;
    scene->stop = true;
    begin(scene);
    hang_up();
    reload_free(scene->reload);
    scene->reload = NULL;
    assert_int_equal(scene->renewals, 0);
}

static void test_without_a_manager(void **state)
{
    struct scene *scene = *state;
    assert_int_equal(reload_new(&scene->renewal, NULL, &scene->stop, &scene->reload), 0);
    hang_up();
    while (atomic_load(&scene->renewals) == 0)
        usleep(1000);
}

/* A processor that has no meeting in any article. */
static int process_none(void *self, struct arena *arena, const struct message *message,
                        struct output *ret_output, struct fault *ret_fault)
{
    (void)self;
    (void)arena;
    (void)message;
    (void)ret_fault;
    *ret_output = (struct output){.fate = FATE_NO_MEETING};
    return 0;
}

/* Each batch is worked on by one processor, and the one before is free when the change is made. */
static void test_the_stream_goes_on_with_another_processor(void **state)
{
    (void)state;
    static const struct processor none = {.process = process_none};
    struct rig *rig = rig_new();
    rig_put(rig, "one");
    rig_start(rig);
    const struct counters *counters = stream_counters(rig->stream);
    rig_await(&counters->articles_delivered, 1);
    assert_int_equal(counters->fates[FATE_EVENTS], 1);
    stream_refit(rig->stream, &none);
    for (int i = 0; i < 20; i++)
        rig_put(rig, "two");
    rig_await(&counters->articles_delivered, 21);
    assert_int_equal(counters->fates[FATE_EVENTS], 1);
    assert_int_equal(counters->fates[FATE_NO_MEETING], 20);
    assert_int_equal(rig_stop(rig), 0);
    rig_free(rig);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_a_reload_is_told, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_a_refusal_stands_until_it_is_mended, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(test_before_the_start_is_over_no_ready_is_told, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(test_a_signal_from_before_is_served, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_a_stop_is_not_put_off, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_without_a_manager, set_up, tear_down),
        cmocka_unit_test(test_the_stream_goes_on_with_another_processor),
    };
    reload_expect();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
