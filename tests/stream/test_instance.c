/* Names of workers that were given none: the lowest number that nobody here holds. */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "stream/instance.h"

/* A group of this process's own, so that tests may run side by side. */
static void group_name(char *ret_group, size_t size)
{
    snprintf(ret_group, size, "test-instance-%d", (int)getpid());
}

static void assert_ends(const char *name, const char *end)
{
    assert_true(strlen(name) > strlen(end));
    assert_string_equal(name + strlen(name) - strlen(end), end);
}

static void test_given(void **state)
{
    (void)state;
    struct instance one, two;
    assert_int_equal(instance_take("press-room", "g", &one, NULL), 0);
    assert_int_equal(instance_take("press-room", "g", &two, NULL), 0);
    assert_string_equal(one.name, "press-room");
    assert_int_equal(two.lock, -1);
    instance_release(&one);
    instance_release(&two);
}

static void test_lowest_free(void **state)
{
    (void)state;
    char group[64];
    group_name(group, sizeof group);
    struct instance zero, one, two, again, other;
    assert_int_equal(instance_take("", group, &zero, NULL), 0);
    assert_int_equal(instance_take("", group, &one, NULL), 0);
    assert_int_equal(instance_take("", group, &two, NULL), 0);
    assert_ends(zero.name, "-0");
    assert_ends(one.name, "-1");
    assert_ends(two.name, "-2");
    instance_release(&one);
    assert_int_equal(instance_take("", group, &again, NULL), 0);
    assert_string_equal(again.name, one.name);
    strcat(group, "-other");
    assert_int_equal(instance_take("", group, &other, NULL), 0);
    assert_string_equal(other.name, zero.name);
    instance_release(&zero);
    instance_release(&two);
    instance_release(&again);
    instance_release(&other);
}

/* However its holder ends, the name is free again. */
static void test_holder_killed(void **state)
{
    (void)state;
    char group[64];
    group_name(group, sizeof group);
    int ready[2];
    assert_int_equal(pipe(ready), 0);
    pid_t child = fork();
    if (child == 0) {
        struct instance held;
        if (instance_take("", group, &held, NULL) == 0)
            (void)!write(ready[1], "x", 1);
        for (;;)
            pause();
    }
    char byte;
    assert_int_equal(read(ready[0], &byte, 1), 1);
    struct instance mine;
    assert_int_equal(instance_take("", group, &mine, NULL), 0);
    assert_ends(mine.name, "-1");
    instance_release(&mine);
    kill(child, SIGKILL);
    assert_int_equal(waitpid(child, NULL, 0), child);
    assert_int_equal(instance_take("", group, &mine, NULL), 0);
    assert_ends(mine.name, "-0");
    instance_release(&mine);
    close(ready[0]);
    close(ready[1]);
}

/* Names too long for the lock's address differ all the same. */
static void test_long_groups(void **state)
{
    (void)state;
    char long_one[250], long_two[250];
    memset(long_one, 'g', sizeof long_one);
    snprintf(long_one + 200, 50, "%d-one", (int)getpid());
    memcpy(long_two, long_one, sizeof long_two);
    snprintf(long_two + 200, 50, "%d-two", (int)getpid());
    struct instance one, two;
    assert_int_equal(instance_take("", long_one, &one, NULL), 0);
    assert_int_equal(instance_take("", long_two, &two, NULL), 0);
    assert_ends(one.name, "-0");
    assert_ends(two.name, "-0");
    instance_release(&one);
    instance_release(&two);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_given),
        cmocka_unit_test(test_lowest_free),
        cmocka_unit_test(test_holder_killed),
        cmocka_unit_test(test_long_groups),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
