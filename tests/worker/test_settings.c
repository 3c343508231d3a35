#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "settings/problem.h"
#include "settings/setting.h"
#include "settings/settings.h"

/* What one load gave; torn down after each test. */
struct loaded {
    char file[64];
    struct problems problems;
    struct settings *settings;
    int code;
};

static struct loaded *load(void **state, const char *text, char *const *environment,
                           const struct setting_argument *arguments, size_t argument_count)
{
    struct loaded *loaded = *state;
    int fd = mkstemp(strcpy(loaded->file, "/tmp/settings-XXXXXX"));
    assert_true(fd >= 0);
    assert_int_equal(write(fd, text, strlen(text)), strlen(text));
    close(fd);
    const struct settings_sources sources = {loaded->file, environment, "/nowhere", arguments,
                                             argument_count};
    loaded->code = settings_load(&sources, &loaded->problems, &loaded->settings);
    return loaded;
}

static struct loaded *load_file(void **state, const char *text)
{
    return load(state, text, NULL, NULL, 0);
}

/* The only problem, with FILE for the file's name. */
static void assert_problem(const struct loaded *loaded, const char *expected)
{
    assert_int_equal(loaded->problems.count, 1);
    const char *text = loaded->problems.items[0].text;
    size_t length = strlen(loaded->file);
    if (strncmp(text, loaded->file, length) == 0 && strncmp(expected, "FILE", 4) == 0) {
        text += length;
        expected += 4;
    }
    assert_string_equal(text, expected);
}

static int set_up(void **state)
{
    *state = calloc(1, sizeof(struct loaded));
    return *state ? 0 : -1;
}

static int tear_down(void **state)
{
    struct loaded *loaded = *state;
    unlink(loaded->file);
    problems_clear(&loaded->problems);
    settings_free(loaded->settings);
    free(loaded);
    return 0;
}

static void defaults_stand_without_any_source(void **state)
{
    const struct settings *settings = load_file(state, "")->settings;
    assert_non_null(settings);
    assert_string_equal(settings->input.topic, "articles");
    assert_int_equal(settings->delivery.guarantee, GUARANTEE_EXACTLY_ONCE);
    assert_int_equal(settings->delivery.batch_wait, 50);
    assert_int_equal(settings->article.max_bytes, 8 << 20);
    assert_int_equal(settings->kafka.both.count, 1);
    assert_string_equal(settings->kafka.both.items[0].name, "bootstrap.servers");
    assert_string_equal(settings->kafka.both.items[0].value, "localhost:9092");
}

static void file_gives_values_and_properties(void **state)
{
    const struct settings *settings =
        load_file(state, "\xef\xbb\xbf; comment\r\n[input]\r\n topic = news ; and = more # \r\n"
                         "[delivery]\nguarantee=at-least-once\nbatch_bytes = 64k\n"
                         "batch_wait = 2s\n"
                         "[kafka]\nbootstrap.servers = a:1,b:2\n"
                         "[kafka.consumer]\nsession.timeout.ms = 6000\n")
            ->settings;
    assert_non_null(settings);
    assert_string_equal(settings->input.topic, "news ; and = more #");
    assert_int_equal(settings->delivery.guarantee, GUARANTEE_AT_LEAST_ONCE);
    assert_int_equal(settings->delivery.batch_bytes, 65536);
    assert_int_equal(settings->delivery.batch_wait, 2000);
    assert_int_equal(settings->kafka.both.count, 1);
    assert_string_equal(settings->kafka.both.items[0].value, "a:1,b:2");
    assert_int_equal(settings->kafka.consumer.count, 1);
    assert_string_equal(settings->kafka.consumer.items[0].name, "session.timeout.ms");
}

static void a_long_line_stays_whole(void **state)
{
    char text[20000] = "[kafka]\nbootstrap.servers = ";
    for (int i = 0; i < 1000; i++)
        strcat(text, "broker-17:9092,");
    const struct settings *settings = load_file(state, text)->settings;
    assert_non_null(settings);
    assert_int_equal(strlen(settings->kafka.both.items[0].value), 15000);
}

static void environment_beats_file_and_arguments_beat_both(void **state)
{
    char *const environment[] = {"MEETINGD_INPUT_TOPIC=from-environment",
                                 "MEETINGD_INPUT_GROUP=from-environment",
                                 "MEETINGD_OUTPUT_RECEIPT_TOPIC=",
                                 "MEETINGD_KAFKA_BOOTSTRAP_SERVERS=e:9092",
                                 "MEETINGD_KAFKA_CONSUMER_SESSION_TIMEOUT_MS=7000",
                                 "HOME=/root",
                                 NULL};
    const struct setting_argument arguments[] = {{"input.topic", "from-arguments"},
                                                 {"kafka.producer.linger.ms", "7"}};
    const struct settings *settings =
        load(state, "[input]\ntopic = f\ngroup = f\nformat = bson\n", environment, arguments, 2)
            ->settings;
    assert_non_null(settings);
    assert_string_equal(settings->input.topic, "from-arguments");
    assert_string_equal(settings->input.group, "from-environment");
    assert_string_equal(settings->output.receipt_topic, "");
    assert_int_equal(settings->input.format, ARTICLE_BSON);
    assert_string_equal(settings->kafka.both.items[0].value, "e:9092");
    assert_true(settings->kafka.both.items[0].doubtful);
    assert_string_equal(settings->kafka.consumer.items[0].name, "session.timeout.ms");
    assert_string_equal(settings->kafka.producer.items[0].name, "linger.ms");
    assert_false(settings->kafka.producer.items[0].doubtful);
}

static void unknown_variables_are_only_warned_of(void **state)
{
    char *const environment[] = {"MEETINGD_INPUT_TOPCI=x", NULL};
    const struct loaded *loaded = load(state, "", environment, NULL, 0);
    assert_int_equal(loaded->code, 0);
    assert_int_equal(loaded->problems.errors, 0);
    assert_problem(loaded, "environment: MEETINGD_INPUT_TOPCI names no setting "
                           "(did you mean MEETINGD_INPUT_TOPIC?)");
}

/* Wrong files and their messages; FILE stands for the file's name. */
static const struct {
    const char *text, *message;
} WRONG[] = {
    {"[input]\ntopci = a\n", "FILE:2: no setting [input] topci (did you mean [input] topic?)"},
    {"[imput]\n", "FILE:1: no section [imput] (did you mean [input]?)"},
    {"[zoological]\n", "FILE:1: no section [zoological]"},
    {"[output]\ngroup = a\n", "FILE:2: no setting [output] group (did you mean [input] group?)"},
    {"[input]\nzoology = a\n",
     "FILE:2: no setting [input] zoology (`meetingd help settings` lists them)"},
    {"[delivery]\nguarantee = exactly_once\n",
     "FILE:2: [delivery] guarantee = exactly_once: one of exactly-once, at-least-once "
     "(did you mean exactly-once?)"},
    {"[delivery]\nbatch_wait = 5 minutes\n",
     "FILE:2: [delivery] batch_wait = 5 minutes: not a duration: write it as 500ms, 30s, 5m or "
     "1h"},
    {"[delivery]\nbatch_bytes = 1\n",
     "FILE:2: [delivery] batch_bytes = 1: out of range: 64k to 4G"},
    {"[delivery]\nbatch_bytes = 9999999999999G\n",
     "FILE:2: [delivery] batch_bytes = 9999999999999G: not a size: write it as 4096, 64k, 8M or "
     "1G"},
    {"[http]\nlisten = :80\n",
     "FILE:2: [http] listen = :80: not an address: write 9404 for that port of the loopback, "
     "0.0.0.0:9404 or [::]:9404 for every interface"},
    {"[engine]\nthreads = -1\n", "FILE:2: [engine] threads = -1: not a whole number"},
    {"[input]\n\ntopic\n", "FILE:3: not a setting: write it as key = value"},
    {"[input]\ntopic = a\n[http]\n[input]\ntopic = b\n",
     "FILE:5: [input] topic is set in line 2 already"},
    {"[kafka]\nlinger.ms = 1\nlinger.ms = 2\n",
     "FILE:3: [kafka] linger.ms is set in line 2 already"},
    {"topic = a\n", "FILE:1: topic stands before the first [section]"},
    {"[imput]\ntopic = a\n", "FILE:1: no section [imput] (did you mean [input]?)"},
    {"[input\n", "FILE:1: a section ends with ]"},
    {"[kafka]\nsasl.password = credential:kafka\n",
     "FILE:2: [kafka] sasl.password: can't read /nowhere/kafka: No such file or directory"},
};

static void wrong_files_are_explained(void **state)
{
    for (size_t i = 0; i < sizeof WRONG / sizeof *WRONG; i++) {
        const struct loaded *loaded = load_file(state, WRONG[i].text);
        assert_int_equal(loaded->code, FAULT_SETTING);
        assert_null(loaded->settings);
        assert_problem(loaded, WRONG[i].message);
        tear_down(state);
        set_up(state);
    }
}

static void wrong_arguments_are_explained(void **state)
{
    static const struct {
        struct setting_argument argument;
        const char *message;
    } wrong[] = {
        {{"input.topci", "x"},
         "command line: no setting --input.topci (did you mean --input.topic?)"},
        {{"input.topic", NULL}, "command line: --input.topic needs a value"},
        {{"topic", "x"}, "command line: no option --topic (settings are --section.key)"},
        {{"kafka.sasl.password", "hunter2"},
         "command line: --kafka.sasl.password: everyone on this machine can read it here; put it "
         "into a file and write file:/path/to/it"},
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        const struct loaded *loaded = load(state, "", NULL, &wrong[i].argument, 1);
        assert_int_equal(loaded->code, FAULT_SETTING);
        assert_problem(loaded, wrong[i].message);
        tear_down(state);
        set_up(state);
    }
}

static void every_mistake_is_told_at_once(void **state)
{
    const struct loaded *loaded = load_file(state, "[input]\na = 1\nb = 2\n[x]\n");
    assert_int_equal(loaded->problems.errors, 3);
}

static void a_missing_file_is_an_error_only_if_it_was_named(void **state)
{
    struct loaded *loaded = *state;
    const struct settings_sources sources = {.file = "/nowhere/meetingd.conf"};
    assert_int_equal(settings_load(&sources, &loaded->problems, &loaded->settings), FAULT_SETTING);
    assert_problem(loaded, "/nowhere/meetingd.conf: can't be read: No such file or directory");
}

static void a_secret_comes_from_its_file(void **state)
{
    char secret[] = "/tmp/secret-XXXXXX", text[200];
    int fd = mkstemp(secret);
    assert_int_equal(write(fd, "hunter2\n", 8), 8);
    close(fd);
    snprintf(text, sizeof text, "[kafka]\nsasl.password = file:%s\n", secret);
    const struct settings *settings = load_file(state, text)->settings;
    unlink(secret);
    assert_non_null(settings);
    assert_string_equal(settings->kafka.both.items[1].value, "hunter2");
    assert_true(settings->kafka.both.items[1].secret);
    assert_false(settings->kafka.both.items[0].secret);
}

static void every_row_is_documented(void **state)
{
    (void)state;
    size_t count;
    const struct setting *table = setting_table(&count);
    for (size_t i = 0; i < count; i++) {
        assert_ptr_equal(setting_find(table[i].section, table[i].key), &table[i]);
        assert_true(table[i].help[strlen(table[i].help) - 1] == '.');
    }
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(defaults_stand_without_any_source),
        TEST(file_gives_values_and_properties),
        TEST(a_long_line_stays_whole),
        TEST(environment_beats_file_and_arguments_beat_both),
        TEST(unknown_variables_are_only_warned_of),
        TEST(wrong_files_are_explained),
        TEST(wrong_arguments_are_explained),
        TEST(every_mistake_is_told_at_once),
        TEST(a_missing_file_is_an_error_only_if_it_was_named),
        TEST(a_secret_comes_from_its_file),
        TEST(every_row_is_documented),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
