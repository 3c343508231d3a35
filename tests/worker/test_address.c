#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "settings/address.h"

static const struct {
    const char *text, *means, *near; /* NULL: not an address */
} CASES[] = {
    {"9404", "127.0.0.1:9404", "127.0.0.1:9404"},
    {"0", "127.0.0.1:0", "127.0.0.1:0"},
    {"localhost:9404", "127.0.0.1:9404", "127.0.0.1:9404"},
    {"0.0.0.0:9404", "0.0.0.0:9404", "127.0.0.1:9404"},
    {"[::]:9404", "[::]:9404", "[::1]:9404"},
    {"[::1]:65535", "[::1]:65535", "[::1]:65535"},
    {"192.0.2.7:80", "192.0.2.7:80", "192.0.2.7:80"},
    {"", NULL, NULL},
    {":9404", NULL, NULL}, /* in some programs the loopback, in others every interface */
    {"65536", NULL, NULL},
    {"99999999999", NULL, NULL},
    {"+80", NULL, NULL},
    {" 80", NULL, NULL},
    {"80 ", NULL, NULL},
    {"localhost", NULL, NULL},
    {"::1:80", NULL, NULL},
    {"[::1]", NULL, NULL},
    {"[]:80", NULL, NULL},
    {"news.example:80", NULL, NULL},
    {"127.0.0.1:", NULL, NULL},
    {"1:2:3:4:5:6:7:8:9:10:11:12:13:14:15:16:17:18:19:20:21:22:80", NULL, NULL},
};

static void addresses_are_read(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        union address address, near;
        char wording[ADDRESS_WORDING];
        if (address_read(CASES[i].text, &address) != (CASES[i].means != NULL))
            fail_msg("'%s'", CASES[i].text);
        if (!CASES[i].means)
            continue;
        address_write(&address, wording);
        assert_string_equal(wording, CASES[i].means);
        near = address_near(&address);
        address_write(&near, wording);
        assert_string_equal(wording, CASES[i].near);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(addresses_are_read)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
