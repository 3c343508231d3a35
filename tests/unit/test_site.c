#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "annotate/person/site.h"

static bool is_official(const char *url, const char *country)
{
    char state[3];
    const bool official = site_state(str_of(url), state);
    assert_string_equal(state, country);
    return official;
}

static void a_government_writes_under_its_own_domain(void **state)
{
    (void)state;
    assert_true(is_official("https://www.rivers.gov/news/1", "US"));
    assert_true(is_official("http://mfa.gov.ke", "KE"));
    assert_true(is_official("https://www.lakes.go.jp:443/en?id=2", "JP"));
    assert_true(is_official("https://rivers.gov.uk/news", "GB"));
}

static void a_paper_tells_its_state(void **state)
{
    (void)state;
    assert_false(is_official("https://courier.co.ke/2026/3", "KE"));
    assert_false(is_official("https://courier.co.uk/2026/3", "GB"));
}

static void other_domains_tell_nothing(void **state)
{
    (void)state;
    assert_false(is_official("https://news.example/gov/1", ""));
    assert_false(is_official("https://courier.tv/1", ""));
    assert_false(is_official("courier", ""));
    assert_false(is_official("", ""));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_government_writes_under_its_own_domain),
        cmocka_unit_test(a_paper_tells_its_state),
        cmocka_unit_test(other_domains_tell_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
