/* test_charset.c -- what bytes are, and in which character set. */
#include "../support/decoding.h"

#define BYTES(literal)                 \
    {                                  \
        (literal), sizeof(literal) - 1 \
    }

static const struct {
    struct str bytes;
    const char *content_type, *setting, *body;
} GOOD[] = {
    /* UTF-8 */
    {BYTES("\xC3\xA9t\xC3\xA9"), "text/plain", NULL, "été"},
    {BYTES("\xEF\xBB\xBF\xC3\xA9t\xC3\xA9"), "text/plain", NULL, "été"},
    {BYTES("\xC3\xA9t\xC3\xA9"), "text/plain; charset=UTF-8", NULL, "été"},
    {BYTES("\xC3\xA9t\xC3\xA9"), "text/plain; charset=us-ascii", NULL, "été"},
    {BYTES("\xEF\xBB\xBF\xC3\xA9t\xC3\xA9"), "text/plain; charset=latin1", NULL, "été"},
    /* UTF-16, by its mark, its name, its zeros */
    {BYTES("\xFF\xFE\xE9\0t\0\xE9\0"), "text/plain", NULL, "été"},
    {BYTES("\xFE\xFF\0\xE9\0t\0\xE9"), "", NULL, "été"},
    {BYTES("\xE9\0t\0\xE9\0"), "text/plain; charset=utf-16le", NULL, "été"},
    {BYTES("\0\xE9\0t\0\xE9"), "text/plain; charset=\"UTF-16BE\"", NULL, "été"},
    {BYTES("\0\xE9\0t\0\xE9"), "text/plain; charset=utf-16", NULL, "été"},
    {BYTES("\xE9\0t\0\xE9\0"), "text/plain; charset=utf-16", NULL, "été"},
    {BYTES("\x2D\x4E\xFD\x56"), "text/plain; charset=utf-16", NULL, "中国"},
    {BYTES("\xE9\0t\0\xE9\0"), "", NULL, "été"},
    {BYTES("\0\xE9\0t\0\xE9"), "", NULL, "été"},
    {BYTES("\xFF\xFE{\0\"\0b\0o\0d\0y\0\"\0:\0\"\0\xE9\0\"\0}\0"), "", NULL, "é"},
    {BYTES("{\0\"\0b\0o\0d\0y\0\"\0:\0\"\0\xE9\0\"\0}\0"), "", NULL, "é"},
    {BYTES("\0{\0\"\0b\0o\0d\0y\0\"\0:\0\"\0\xE9\0\"\0}"), "application/json", NULL, "é"},
    {BYTES("<\0p\0>\0\xE9\0"), "", NULL, "é"},
    {BYTES("\xFF\xFE\x3E\xD8\x1D\xDD"), "", NULL, "🤝"},
    /* windows-125x and ISO-8859-x, declared */
    {BYTES("\xE9t\xE9 \x80 \x92"), "text/plain; charset=windows-1252", NULL, "été € ’"},
    {BYTES("\xE9t\xE9 \x80 \x92"), "text/plain; charset=ISO-8859-1", NULL, "été € ’"},
    {BYTES("\xE9t\xE9 \x80"), "text/plain;CHARSET = Latin1", NULL, "été €"},
    {BYTES("\xA4 \xBD"), "text/plain; charset=iso-8859-15", NULL, "€ œ"},
    {BYTES("\xB3\xF3"
           "d\xBC"),
     "text/plain; charset=iso-8859-2", NULL, "łódź"},
    {BYTES("\xB3\xF3"
           "d\x9F"),
     "text/plain; charset=windows-1250", NULL, "łódź"},
    {BYTES("\xCC\xEE\xF1\xEA\xE2\xE0"), "text/plain; charset=windows-1251", NULL, "Москва"},
    {BYTES("\xED\xCF\xD3\xCB\xD7\xC1"), "text/plain; charset=koi8-r", NULL, "Москва"},
    {BYTES("\xC1\xE8\xDE\xED\xE1"), "text/plain; charset=windows-1253", NULL, "Αθήνα"},
    {BYTES("\xDDstanbul"), "text/plain; charset=iso-8859-9", NULL, "İstanbul"},
    {BYTES("\xE5\xD5\xD1"), "text/plain; charset=iso-8859-6", NULL, "مصر"},
    {BYTES("\xE3\xD5\xD1"), "text/plain; charset=windows-1256", NULL, "مصر"},
    {BYTES("\xBC\xDE\xE1\xDA\xD2\xD0"), "text/plain; charset=iso-8859-5", NULL, "Москва"},
    {BYTES("\xD6\xD0\xB9\xFA"), "text/plain; charset=gb2312", NULL, "中国"},
    {BYTES("\x93\xFA\x96\x7B"), "text/plain; charset=Shift_JIS", NULL, "日本"},
    {BYTES("\xBC\xAD\xBF\xEF"), "text/plain; charset=euc-kr", NULL, "서울"},
    {BYTES("\xA4\xA4\xB0\xEA"), "text/plain; charset=big5", NULL, "中國"},
    {BYTES("{\"body\": \"\xE9\"}"), "application/json; charset=iso-8859-1", NULL, "é"},
    /* nothing declared */
    {BYTES("L'\xE9t\xE9 \xE0 Gen\xE8ve"), "text/plain", NULL, "L'été à Genève"},
    {BYTES("L\x92\xE9t\xE9"), "", NULL, "L’été"},
    {BYTES("\xCC\xEE\xF1\xEA\xE2\xE0"), "text/plain", "windows-1251", "Москва"},
    {BYTES("\xCC\xEE\xF1\xEA\xE2\xE0"), "text/plain; charset=cp1251", "latin1", "Москва"},
    {BYTES("\xC3\xA9t\xC3\xA9"), "text/plain", "", "été"},
    /* pages */
    {BYTES("<meta charset=iso-8859-2><p>\xB3\xF3"
           "d\xBC"),
     "text/html", NULL, "łódź"},
    {BYTES("<META http-equiv=Content-Type content='text/html; charset=windows-1251'>\xCC\xEE"), "",
     NULL, "Мо"},
    {BYTES("<?xml version='1.0' encoding='ISO-8859-1'?><p>\xE9</p>"), "", NULL, "é"},
    {BYTES("<meta charset=utf-16><p>\xC3\xA9"), "text/html", NULL, "é"},
    {BYTES("<meta charset=utf-8><p>\xE9"), "text/html; charset=latin1", NULL, "é"},
    {BYTES("<p>\xE9t\xE9"), "text/html", NULL, "été"},
};

static void reads_every_set(void **state)
{
    struct decoding *decoding = *state;
    for (size_t i = 0; i < sizeof GOOD / sizeof *GOOD; i++) {
        decoding->rules.charset = GOOD[i].setting;
        const int code = decoding_run(decoding, GOOD[i].bytes, GOOD[i].content_type);
        if (code || !str_equal(decoding->article.body, str_of(GOOD[i].body)))
            fail_msg("case %zu: %s, got \"%.*s\", wanted \"%s\"", i, decoding->fault.text,
                     (int)decoding->article.body.len, decoding->article.body.at, GOOD[i].body);
    }
}

static const struct {
    struct str bytes;
    const char *content_type, *text;
} FAULTS[] = {
    {BYTES("x\xE9"), "text/plain; charset=utf-8", "not valid UTF-8 at byte 1"},
    {BYTES("x"), "text/plain; charset=martian", "'martian' is not known"},
    {BYTES("x"), "text/plain; charset=../../etc", "not the name of a character set"},
    {BYTES("x"), "text/plain; charset=utf-8,swaplfnl", "not the name of a character set"},
    {BYTES("\xFF\xFE\x3E\xD8x\0"), "text/plain", "not valid utf-16le"},
    {BYTES("\xFF\xFEx\0y"), "text/plain", "not valid utf-16le"},
    {BYTES("\x93"), "text/plain; charset=shift_jis", "not valid windows-31j"},
    /* damaged UTF-8 is not another set */
    {BYTES("\xC3\xA9t\xC3\xA9 \xC3\xA0 Gen\xC3\xA8ve, caf\xE9"), "text/plain",
     "not valid UTF-8 at byte 21"},
    {BYTES("{\"body\": \"caf\xE9\"}"), "", "not valid UTF-8 at byte 13"},
};

static void what_is_not_in_its_set_is_a_fault(void **state)
{
    struct decoding *decoding = *state;
    for (size_t i = 0; i < sizeof FAULTS / sizeof *FAULTS; i++) {
        const int code = decoding_run(decoding, FAULTS[i].bytes, FAULTS[i].content_type);
        if (code != FAULT_CHARSET || !strstr(decoding->fault.text, FAULTS[i].text))
            fail_msg("case %zu: %d, %s", i, code, decoding->fault.text);
    }
}

/* ---- what the bytes are ---- */

static const struct {
    enum article_format setting;
    const char *content_type;
    struct str bytes;
    int code;
    const char *text; /* the body, or in the message */
} SNIFFED[] = {
    {ARTICLE_AUTO, "", BYTES("{\"body\": \"x\"}"), 0, "x"},
    {ARTICLE_AUTO, "", BYTES("\n\t {\"body\": \"x\"}"), 0, "x"},
    {ARTICLE_AUTO, "", BYTES("{not json"), FAULT_UNDECODABLE, "JSON"},
    {ARTICLE_AUTO, "", BYTES("[ {\"body\": \"x\"}]"), FAULT_UNDECODABLE, "JSON"},
    {ARTICLE_AUTO, "", BYTES("[]"), FAULT_UNDECODABLE, "JSON"},
    {ARTICLE_AUTO, "", BYTES("[Almaty] Les ministres"), 0, "[Almaty] Les ministres"},
    {ARTICLE_AUTO, "", BYTES("<p>x"), 0, "x"},
    {ARTICLE_AUTO, "", BYTES("  <!doctype html><p>x"), 0, "x"},
    {ARTICLE_AUTO, "", BYTES("<?xml version='1.0'?><p>x</p>"), 0, "x"},
    {ARTICLE_AUTO, "", BYTES("< 3 ministres"), 0, "< 3 ministres"},
    {ARTICLE_AUTO, "", BYTES("x <b>y</b>"), 0, "x <b>y</b>"},
    {ARTICLE_AUTO, "",
     BYTES("\x11\0\0\0\x02"
           "body\0\x02\0\0\0x\0"),
     FAULT_UNDECODABLE, "zero"},
    {ARTICLE_AUTO, "",
     BYTES("\x11\0\0\0\x02"
           "body\0\x02\0\0\0x\0\0"),
     0, "x"},
    {ARTICLE_AUTO, "", BYTES("\0\0\0\0\x07\x02x"), FAULT_UNDECODABLE, "Avro"},
    {ARTICLE_AUTO, "",
     BYTES("\xC3\x01"
           "12345678\x02x"),
     FAULT_UNDECODABLE, "Avro"},
    {ARTICLE_AUTO, "", BYTES("Obj\x01\x02"), FAULT_UNDECODABLE, "Avro"},
    {ARTICLE_AUTO, "", BYTES("\x1F\x8B\x08\0\0\0\0\0"), FAULT_UNDECODABLE, "zero bytes"},
    /* the header counts before the setting, the setting before the bytes */
    {ARTICLE_AUTO, "text/plain", BYTES("{\"body\": \"x\"}"), 0, "{\"body\": \"x\"}"},
    {ARTICLE_JSON, "text/plain", BYTES("{\"body\": \"x\"}"), 0, "{\"body\": \"x\"}"},
    {ARTICLE_TEXT, "", BYTES("{\"body\": \"x\"}"), 0, "{\"body\": \"x\"}"},
    {ARTICLE_TEXT, "application/json", BYTES("{\"body\": \"x\"}"), 0, "x"},
    {ARTICLE_TEXT, "Application/JSON;charset=utf-8", BYTES("{\"body\": \"x\"}"), 0, "x"},
    {ARTICLE_TEXT, "application/octet-stream", BYTES("{}"), 0, "{}"},
    {ARTICLE_AUTO, "application/octet-stream", BYTES("{\"body\": \"x\"}"), 0, "x"},
    {ARTICLE_AUTO, "text/html", BYTES("x <b>y</b>"), 0, "x y"},
    {ARTICLE_HTML, "", BYTES("x <b>y</b>"), 0, "x y"},
    {ARTICLE_JSON, "", BYTES("x"), FAULT_UNDECODABLE, "JSON"},
    {ARTICLE_BSON, "", BYTES("x"), FAULT_UNDECODABLE, "BSON"},
    {ARTICLE_AUTO, "avro/binary", BYTES("{\"body\": \"x\"}"), FAULT_UNDECODABLE, "Avro"},
};

static void the_order_of_looking_is_fixed(void **state)
{
    struct decoding *decoding = *state;
    for (size_t i = 0; i < sizeof SNIFFED / sizeof *SNIFFED; i++) {
        decoding->rules.format = SNIFFED[i].setting;
        const int code = decoding_run(decoding, SNIFFED[i].bytes, SNIFFED[i].content_type);
        const bool right = code ? strstr(decoding->fault.text, SNIFFED[i].text) != NULL
                                : str_equal(decoding->article.body, str_of(SNIFFED[i].text));
        if (code != SNIFFED[i].code || !right)
            fail_msg("case %zu: %d, %s, \"%.*s\"", i, code, decoding->fault.text,
                     (int)decoding->article.body.len, decoding->article.body.at);
    }
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, decoding_setup, decoding_teardown)
    const struct CMUnitTest tests[] = {
        TEST(reads_every_set),
        TEST(what_is_not_in_its_set_is_a_fault),
        TEST(the_order_of_looking_is_fixed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
