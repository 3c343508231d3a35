#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/uuid.h"

static void assert_uuid(struct uuid uuid, const char *expected)
{
    char text[37];
    uuid_print(uuid, text);
    assert_string_equal(text, expected);
}

/* RFC 9562, appendix A.4, and three that Python's uuid.uuid5() gives. */
static void test_one_part_is_the_rfc(void **state)
{
    (void)state;
    assert_uuid(uuid_v5(UUID_DNS, &STR("www.example.com"), 1),
                "2ed6657d-e927-568b-95e1-2665a8aea6a2");
    assert_uuid(uuid_v5(UUID_DNS, &STR("python.org"), 1), "886313e1-3b8a-5372-9b90-0c9aee199e5d");
    assert_uuid(uuid_v5(UUID_URL, &STR("http://python.org/"), 1),
                "4c565f0d-3f5a-5890-b41b-20cf47701c5e");
    assert_uuid(uuid_v5(UUID_DNS, &STR(""), 1), "4ebd0208-8328-5d69-8c44-ec50939c0967");
}

/* SHA-1 in several blocks: the name is longer than 64 bytes and ends on both sides of 55. */
static void test_long_names(void **state)
{
    (void)state;
    char name[200];
    memset(name, 'a', sizeof name);
    struct str forty = str_make(name, 40), thirty_nine = str_make(name, 39);
    struct str two_hundred = str_make(name, 200);
    assert_uuid(uuid_v5(UUID_DNS, &thirty_nine, 1), "5824f981-4282-59d4-9716-acb6d741350e");
    assert_uuid(uuid_v5(UUID_DNS, &forty, 1), "39f39c20-db47-5131-8879-62f8f67f9014");
    assert_uuid(uuid_v5(UUID_DNS, &two_hundred, 1), "fe30bfa6-ef90-59b3-b108-118411d0f0ab");
}

static void test_parts_are_kept_apart(void **state)
{
    (void)state;
    const struct str parts[] = {STR("afp"), STR("1234"), STR("")};
    assert_uuid(uuid_v5(UUID_URL, parts, 2), "a53f3e1d-efae-5a30-9f80-4a6f39332f10");
    assert_uuid(uuid_v5(UUID_URL, parts, 3), "10a0aa4f-6898-5068-b109-83afe436d2d7");
    const struct str shifted[] = {STR("afp1"), STR("234")};
    struct uuid one = uuid_v5(UUID_URL, parts, 2), other = uuid_v5(UUID_URL, shifted, 2);
    assert_memory_not_equal(one.bytes, other.bytes, sizeof one.bytes);
}

static void test_an_empty_part_may_have_no_bytes(void **state)
{
    (void)state;
    const struct str parts[] = {{NULL, 0}, STR("x")}, same[] = {STR(""), STR("x")};
    struct uuid one = uuid_v5(UUID_URL, parts, 2), other = uuid_v5(UUID_URL, same, 2);
    assert_memory_equal(one.bytes, other.bytes, sizeof one.bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_one_part_is_the_rfc),
        cmocka_unit_test(test_long_names),
        cmocka_unit_test(test_parts_are_kept_apart),
        cmocka_unit_test(test_an_empty_part_may_have_no_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
