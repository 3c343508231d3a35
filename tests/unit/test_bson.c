/* test_bson.c -- articles in BSON, good and damaged. */
#include "../support/decoding.h"

#include <bson/bson.h>

static struct str bytes_of(const bson_t *document)
{
    return str_make((const char *)bson_get_data(document), document->len);
}

static void picks_the_fields_of_a_database(void **state)
{
    bson_oid_t oid;
    bson_oid_init_from_string(&oid, "680e0c2f5b1e8a0012345678");
    bson_t *document =
        BCON_NEW("_id", BCON_OID(&oid), "title", "Réunion", "content", "{", "text", "[", "Un",
                 "deux", "]", "}", "published", BCON_DATE_TIME(1745740800123), "source", "{",
                 "name", "Agence", "}", "lang", "fr", "link", "https://example.org/", "tags", "[",
                 "{", "body", "no", "}", "]", "none", BCON_NULL, "yes", BCON_BOOL(true));
    const struct article *article = decoding_good(*state, bytes_of(document), "application/bson");
    assert_str(article->id, "680e0c2f5b1e8a0012345678");
    assert_str(article->title, "Réunion");
    assert_str(article->body, "Un\ndeux");
    assert_str(article->source, "Agence");
    assert_str(article->language, "fr");
    assert_str(article->url, "https://example.org/");
    assert_int_equal(article->published.instant_ms, 1745740800123);
    assert_int_equal(article->published.day.day, 27);
    decoding_good(*state, bytes_of(document), ""); /* and by its bytes alone */
    bson_destroy(document);
}

/* {"body": "x", "id": <value>}, as appended by the test. */
static void assert_id(void **state, bson_t *document, const char *wanted)
{
    bson_append_utf8(document, "body", -1, "x", -1);
    assert_str(decoding_good(*state, bytes_of(document), "application/bson")->id, wanted);
    bson_destroy(document);
}

static void ids_of_every_type_become_text(void **state)
{
    bson_t document = BSON_INITIALIZER;
    bson_append_int32(&document, "id", -1, -17);
    assert_id(state, &document, "-17");
    bson_init(&document);
    bson_append_int64(&document, "id", -1, INT64_MIN);
    assert_id(state, &document, "-9223372036854775808");
    bson_init(&document);
    bson_append_double(&document, "id", -1, 1234567.0);
    assert_id(state, &document, "1234567");
    bson_init(&document);
    bson_append_double(&document, "id", -1, 0.5);
    assert_id(state, &document, "0.5");
    bson_init(&document);
    bson_decimal128_t decimal;
    bson_decimal128_from_string("99999999999999999999", &decimal);
    bson_append_decimal128(&document, "id", -1, &decimal);
    assert_id(state, &document, "99999999999999999999");
    bson_init(&document);
    bson_append_symbol(&document, "id", -1, "sym", -1);
    assert_id(state, &document, "sym");
    bson_init(&document);
    static const uint8_t UUID[16] = {0x6b, 0xa7, 0xb8, 0x10, 0x9d, 0xad, 0x11, 0xd1,
                                     0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8};
    bson_append_binary(&document, "id", -1, BSON_SUBTYPE_UUID, UUID, sizeof UUID);
    assert_id(state, &document, "6ba7b810-9dad-11d1-80b4-00c04fd430c8");
}

static void dates_of_every_type(void **state)
{
    static const int64_t FAR[] = {INT64_MIN, INT64_MAX};
    bson_t *document = BCON_NEW("body", "x", "date", BCON_TIMESTAMP(1745740800, 1));
    const struct article *article = decoding_good(*state, bytes_of(document), "");
    assert_int_equal(article->published.instant_ms, 1745740800000);
    bson_destroy(document);
    document = BCON_NEW("body", "x", "date", BCON_INT64(1745740800));
    article = decoding_good(*state, bytes_of(document), "");
    assert_int_equal(article->published.instant_ms, 1745740800000);
    bson_destroy(document);
    for (size_t i = 0; i < 2; i++) {
        document = BCON_NEW("body", "x", "date", BCON_DATE_TIME(FAR[i]));
        assert_false(decoding_good(*state, bytes_of(document), "")->published.told);
        bson_destroy(document);
    }
}

/* A document of `depth` documents, each in the one before, written by hand. */
static char *nested(size_t depth, size_t *ret_len)
{
    const size_t len = depth * 8 - 3;
    char *bytes = test_malloc(len);
    for (size_t i = 0; i < depth; i++) {
        const uint32_t size = (uint32_t)(len - i * 8);
        char *at = bytes + i * 7;
        for (size_t k = 0; k < 4; k++)
            at[k] = (char)(size >> 8 * k);
        if (i + 1 < depth)
            memcpy(at + 4,
                   "\x03"
                   "a",
                   3);
    }
    memset(bytes + depth * 7 - 3, 0, depth);
    *ret_len = len;
    return bytes;
}

static void nesting_is_limited(void **state)
{
    struct decoding *decoding = *state;
    static const struct {
        unsigned max_depth;
        size_t depth;
        int code;
    } CASES[] = {
        {0, 64, FAULT_NO_TEXT},     {0, 65, FAULT_TOO_DEEP},        {4, 4, FAULT_NO_TEXT},
        {4, 5, FAULT_TOO_DEEP},     {512, 512, FAULT_NO_TEXT},      {512, 513, FAULT_TOO_DEEP},
        {0, 10000, FAULT_TOO_DEEP}, {512, 1000000, FAULT_TOO_DEEP},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        decoding->rules.max_depth = CASES[i].max_depth;
        size_t len;
        char *bytes = nested(CASES[i].depth, &len);
        assert_int_equal(decoding_run(decoding, str_make(bytes, len), "application/bson"),
                         CASES[i].code);
        test_free(bytes);
    }
    assert_non_null(strstr(decoding->fault.text, "nested deeper than 512"));
}

static void damage_is_a_fault_never_a_crash(void **state)
{
    struct decoding *decoding = *state;
    bson_t *document = BCON_NEW("_id", BCON_INT32(1), "title", "Titre", "body", "Le texte", "a",
                                "[", BCON_DOUBLE(1.5), "{", "b", BCON_UTF8("c"), "}", "]");
    const struct str whole = bytes_of(document);
    char *copy = test_malloc(whole.len);
    for (size_t len = 0; len < whole.len; len++) { /* cut anywhere */
        memcpy(copy, whole.at, len);
        assert_int_equal(decoding_run(decoding, str_make(copy, len), "application/bson"),
                         len ? FAULT_UNDECODABLE : FAULT_NO_TEXT);
    }
    for (size_t i = 0; i < whole.len; i++) { /* one byte wrong, anywhere */
        for (unsigned byte = 0; byte < 256; byte++) {
            memcpy(copy, whole.at, whole.len);
            copy[i] = (char)byte;
            decoding_run(decoding, str_make(copy, whole.len), "application/bson");
        }
    }
    test_free(copy);
    bson_destroy(document);
}

static void texts_have_to_be_utf8(void **state)
{
    struct decoding *decoding = *state;
    bson_t *document = BCON_NEW("z", "\xE9", "body", "t\xE9");
    assert_int_equal(decoding_run(decoding, bytes_of(document), ""), FAULT_CHARSET);
    assert_non_null(strstr(decoding->fault.text, "BSON, byte 24"));
    bson_destroy(document);
    document = BCON_NEW("z", "\xE9", "body", "x"); /* not a field: no harm */
    decoding_good(decoding, bytes_of(document), "");
    bson_destroy(document);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, decoding_setup, decoding_teardown)
    const struct CMUnitTest tests[] = {
        TEST(picks_the_fields_of_a_database),
        TEST(ids_of_every_type_become_text),
        TEST(dates_of_every_type),
        TEST(nesting_is_limited),
        TEST(damage_is_a_fault_never_a_crash),
        TEST(texts_have_to_be_utf8),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
