/* What the journal is sent, read from a socket in its place. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <cmocka.h>

#include "telemetry/journal.h"
#include "telemetry/log.h"

struct place {
    char folder[32], path[64];
    int socket;
    struct journal *journal;
};

static int set_up(void **state)
{
    struct place *place = calloc(1, sizeof *place);
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    strcpy(place->folder, "/tmp/journal-XXXXXX");
    assert_non_null(mkdtemp(place->folder));
    snprintf(place->path, sizeof place->path, "%s/socket", place->folder);
    strcpy(address.sun_path, place->path);
    place->socket = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    assert_int_equal(bind(place->socket, (struct sockaddr *)&address, sizeof address), 0);
    place->journal = journal_open(place->path);
    assert_non_null(place->journal);
    *state = place;
    return 0;
}

static int tear_down(void **state)
{
    struct place *place = *state;
    journal_close(place->journal);
    close(place->socket);
    unlink(place->path);
    rmdir(place->folder);
    free(place);
    return 0;
}

/* Whether the next entry is exactly that. */
static void assert_entry(const struct place *place, const char *expected, size_t size)
{
    char bytes[1024];
    ssize_t length = recv(place->socket, bytes, sizeof bytes, MSG_DONTWAIT);
    assert_int_equal(length, size);
    assert_memory_equal(bytes, expected, size);
}

#define ASSERT_ENTRY(place, text) assert_entry(place, text, sizeof text - 1)

static void each_fact_is_a_field(void **state)
{
    const struct place *place = *state;
    assert_true(journal_send(place->journal, 4, "batch aborted",
                             LOG_FIELDS(log_int("articles", -5), log_text("dead_letters", "a b"))));
    ASSERT_ENTRY(place, "MESSAGE=batch aborted\nPRIORITY=4\nSYSLOG_IDENTIFIER=meetingd\n"
                        "MEETINGD_ARTICLES=-5\nMEETINGD_DEAD_LETTERS=a b\n");
}

/* A line of a value could be taken for a field of its own. */
static void more_than_a_line_has_its_length_before_it(void **state)
{
    const struct place *place = *state;
    assert_true(journal_send(place->journal, 6, "m", LOG_FIELDS(log_text("k", "a\nPRIORITY=0"))));
    ASSERT_ENTRY(place, "MESSAGE=m\nPRIORITY=6\nSYSLOG_IDENTIFIER=meetingd\n"
                        "MEETINGD_K\n\x0c\0\0\0\0\0\0\0a\nPRIORITY=0\n");
}

static void no_value_is_an_empty_one(void **state)
{
    const struct place *place = *state;
    assert_true(journal_send(place->journal, 6, "m", LOG_FIELDS(log_text("k-9", NULL))));
    ASSERT_ENTRY(place, "MESSAGE=m\nPRIORITY=6\nSYSLOG_IDENTIFIER=meetingd\nMEETINGD_K_9=\n");
}

/* People read the sentence with its facts; what the journal does not take goes to the file. */
static void a_log_goes_there_or_to_the_file(void **state)
{
    struct place *place = *state;
    char *bytes = NULL;
    size_t size = 0;
    struct log log = {.prefixed = true, .journal = place->journal};
    log.file = open_memstream(&bytes, &size);
    log_change(&log, LEVEL_INFO, LOG_TEXT);
    log_write(&log, LEVEL_ERROR, "refused", LOG_FIELDS(log_int("n", 1)));
    ASSERT_ENTRY(place, "MESSAGE=refused n=1\nPRIORITY=3\nSYSLOG_IDENTIFIER=meetingd\n"
                        "MEETINGD_N=1\n");
    unlink(place->path);
    log_write(&log, LEVEL_ERROR, "refused", LOG_FIELDS(log_int("n", 2)));
    log_change(&log, LEVEL_INFO, LOG_JSON);
    log_write(&log, LEVEL_DEBUG, "too fine", NULL);
    fclose(log.file);
    assert_string_equal(bytes, "<3>refused n=2\n");
    free(bytes);
}

static void nobody_listens(void **state)
{
    (void)state;
    assert_null(journal_open("/nowhere/socket"));
    journal_close(NULL);
}

/* The manager says which file it is that the journal reads: a redirected one is none. */
static void the_file_is_the_one_that_is_told(void **state)
{
    (void)state;
    struct stat status;
    char text[64];
    FILE *file = tmpfile();
    assert_int_equal(fstat(fileno(file), &status), 0);
    snprintf(text, sizeof text, "%ju:%ju", (uintmax_t)status.st_dev, (uintmax_t)status.st_ino);
    unsetenv("JOURNAL_STREAM");
    assert_false(journal_reads(file));
    setenv("JOURNAL_STREAM", text, 1);
    assert_true(journal_reads(file));
    setenv("JOURNAL_STREAM", "1:1", 1);
    assert_false(journal_reads(file));
    unsetenv("JOURNAL_STREAM");
    fclose(file);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(each_fact_is_a_field, set_up, tear_down),
        cmocka_unit_test_setup_teardown(more_than_a_line_has_its_length_before_it, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(no_value_is_an_empty_one, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_log_goes_there_or_to_the_file, set_up, tear_down),
        cmocka_unit_test(nobody_listens),
        cmocka_unit_test(the_file_is_the_one_that_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
