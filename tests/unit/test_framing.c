#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "record/framing.h"

static struct str framed_bytes(const struct framing *framing, const char *body, char *room)
{
    memcpy(room, framing->bytes, framing->len);
    memcpy(room + framing->len, body, strlen(body));
    return str_make(room, framing->len + strlen(body));
}

static void test_single_object(void **state)
{
    (void)state;
    char room[32];
    struct framing framing = framing_single_object(0xfedcba9876543210);
    assert_int_equal(framing.len, 10);
    assert_memory_equal(framing.bytes, "\xc3\x01\x10\x32\x54\x76\x98\xba\xdc\xfe", 10);
    struct framed framed = framing_read(framed_bytes(&framing, "body", room));
    assert_int_equal(framed.kind, FRAMING_SINGLE_OBJECT);
    assert_true(framed.fingerprint == 0xfedcba9876543210);
    assert_true(str_equal(framed.body, STR("body")));
}

static void test_confluent(void **state)
{
    (void)state;
    char room[32];
    struct framing framing = framing_confluent(0xfe010203);
    assert_int_equal(framing.len, 5);
    assert_memory_equal(framing.bytes, "\0\xfe\x01\x02\x03", 5);
    struct framed framed = framing_read(framed_bytes(&framing, "", room));
    assert_int_equal(framed.kind, FRAMING_CONFLUENT);
    assert_int_equal(framed.schema_id, 0xfe010203);
    assert_int_equal(framed.body.len, 0);
}

static void test_what_has_no_framing_is_all_body(void **state)
{
    (void)state;
    const struct str bodies[] = {
        {NULL, 0},
        STR("\xc3"),
        STR("\xc3\x01\0\0\0\0\0\0\0"),
        STR("\xc3\x02\0\0\0\0\0\0\0\0\0"),
        STR("\0\0\0\1"),
        STR("{\"body\": 7}"),
    };
    for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++) {
        struct framed framed = framing_read(bodies[i]);
        assert_int_equal(framed.kind, FRAMING_UNKNOWN);
        assert_ptr_equal(framed.body.at, bodies[i].at);
        assert_int_equal(framed.body.len, bodies[i].len);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_single_object),
        cmocka_unit_test(test_confluent),
        cmocka_unit_test(test_what_has_no_framing_is_all_body),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
