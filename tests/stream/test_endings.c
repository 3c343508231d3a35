/* The two ways to end that nobody wishes for, each in a process of its own. */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <sysexits.h>
#include <unistd.h>

#include <cmocka.h>

#include "service/signals.h"
#include "stream/deadline.h"

static int status_of(void (*run)(void))
{
    pid_t child = fork();
    if (child == 0) {
        setrlimit(RLIMIT_CORE, &(struct rlimit){0, 0});
        signal(SIGABRT, SIG_DFL);
        run();
        _exit(0);
    }
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    return status;
}

static void await_stop(const struct signals *signals)
{
    while (!atomic_load(signals_stop(signals)))
        usleep(1000);
}

static void signalled_once(void)
{
    struct signals *signals;
    if (signals_new(&signals) != 0)
        _exit(9);
    kill(getpid(), SIGTERM);
    await_stop(signals);
    signals_free(signals);
}

static void signalled_twice(void)
{
    struct signals *signals;
    if (signals_new(&signals) != 0)
        _exit(9);
    kill(getpid(), SIGINT);
    await_stop(signals);
    kill(getpid(), SIGTERM);
    for (;;)
        pause();
}

static void never_signalled(void)
{
    struct signals *signals;
    if (signals_new(&signals) != 0)
        _exit(9);
    bool stop = atomic_load(signals_stop(signals));
    signals_free(signals);
    _exit(stop ? 8 : 0);
}

static void stuck(void)
{
    struct deadline *deadline;
    if (deadline_new(NULL, &deadline) != 0)
        _exit(9);
    deadline_set(deadline, 1, "waiting for nothing");
    for (;;)
        pause();
}

static void stuck_at_the_end(void)
{
    static atomic_bool stop = true;
    struct deadline *deadline;
    if (deadline_new(NULL, &deadline) != 0)
        _exit(9);
    deadline_heed(deadline, &stop, 0);
    deadline_set(deadline, 60000, "waiting for a broker");
    for (;;)
        pause();
}

static void in_time(void)
{
    struct deadline *deadline;
    if (deadline_new(NULL, &deadline) != 0)
        _exit(9);
    deadline_set(deadline, 1, "being quick");
    deadline_met(deadline);
    deadline_set(deadline, 60000, "taking its time");
    deadline_free(deadline);
}

static void test_signals(void **state)
{
    (void)state;
    assert_int_equal(status_of(never_signalled), 0);
    assert_int_equal(status_of(signalled_once), 0);
    int status = status_of(signalled_twice);
    assert_true(WIFSIGNALED(status));
    assert_int_equal(WTERMSIG(status), SIGTERM);
}

static void test_deadline(void **state)
{
    (void)state;
    assert_int_equal(status_of(in_time), 0);
    int status = status_of(stuck);
    assert_true(WIFSIGNALED(status));
    assert_int_equal(WTERMSIG(status), SIGABRT);
    status = status_of(stuck_at_the_end);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), EX_UNAVAILABLE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_signals),
        cmocka_unit_test(test_deadline),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
