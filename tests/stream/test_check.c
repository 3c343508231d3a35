#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "stream/check.h"
#include "stream/embedded.h"

/* A broker with the topics of the defaults, but for the one named. */
static struct embedded *broker_without(const char *missing)
{
    static const char *const topics[] = {"articles", "meeting-events", "articles-dead-letters",
                                         "article-receipts"};
    struct embedded *broker = NULL;
    struct fault fault = {0};
    assert_int_equal(embedded_new(&broker, &fault), 0);
    for (size_t i = 0; i < sizeof topics / sizeof *topics; i++)
        if (strcmp(topics[i], missing) != 0)
            assert_int_equal(embedded_topic(broker, topics[i], 1), 0);
    return broker;
}

/* What the check says of that broker; "" when all is well. */
static void assert_check(const char *servers, const struct property *more, size_t count,
                         const char *input_topics, const char *expected)
{
    struct property both[2] = {{"bootstrap.servers", servers, "test", false, false}};
    struct stream_options options = options_default();
    struct problems problems = {0};
    if (count > 0)
        both[1] = *more;
    options.both = (struct properties){both, 1 + count};
    options.input_topics = input_topics;
    broker_check(&options, &problems);
    assert_int_equal(problems.count, *expected ? 1 : 0);
    if (*expected)
        assert_non_null(strstr(problems.items[0].text, expected));
    problems_clear(&problems);
}

static void nothing_is_wrong_when_all_is_there(void **state)
{
    (void)state;
    struct embedded *broker = broker_without("");
    assert_check(embedded_bootstrap(broker), NULL, 0, "articles", "");
    assert_check(embedded_bootstrap(broker), NULL, 0, "articles,^nothing-yet-.*", "");
    embedded_free(broker);
}

static void a_missing_topic_is_named_with_the_command_that_makes_it(void **state)
{
    (void)state;
    struct embedded *broker = broker_without("meeting-events");
    assert_check(embedded_bootstrap(broker), NULL, 0, "articles",
                 "[output] topic = meeting-events: there is no such topic; make it: "
                 "kafka-topics.sh --bootstrap-server 127.0.0.1:");
    embedded_free(broker);
}

static void the_topic_of_receipts_is_made_compacted(void **state)
{
    (void)state;
    struct embedded *broker = broker_without("article-receipts");
    assert_check(embedded_bootstrap(broker), NULL, 0, "articles",
                 " --create --topic article-receipts --config cleanup.policy=compact");
    embedded_free(broker);
}

static void a_mistyped_topic_is_named_with_the_nearest(void **state)
{
    (void)state;
    struct embedded *broker = broker_without("");
    assert_check(embedded_bootstrap(broker), NULL, 0, "articles,artciles",
                 "[input] topic = artciles: there is no such topic (did you mean articles?)");
    embedded_free(broker);
}

static void a_wrong_property_is_named_with_its_place(void **state)
{
    (void)state;
    const struct property wrong = {"sesion.timeout.ms", "6000", "meetingd.conf:7", false, false};
    struct embedded *broker = broker_without("");
    assert_check(embedded_bootstrap(broker), &wrong, 1, "articles", "meetingd.conf:7: ");
    embedded_free(broker);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_wrong_when_all_is_there),
        cmocka_unit_test(a_missing_topic_is_named_with_the_command_that_makes_it),
        cmocka_unit_test(the_topic_of_receipts_is_made_compacted),
        cmocka_unit_test(a_mistyped_topic_is_named_with_the_nearest),
        cmocka_unit_test(a_wrong_property_is_named_with_its_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
