/* test_prose.c -- what text is freed of, and where its paragraphs end. */
#include "../support/decoding.h"

#include "article/prose.h"
#include "base/utf8.h"

static const struct {
    const char *text, *paragraphs, *line;
} CASES[] = {
    {"", "", ""},
    {"x", "x", "x"},
    {"  x \t y  ", "x y", "x y"},
    {"\n\nx\n\n\ny\n", "x\ny", "x y"},
    {"x\r\ny\rz", "x\ny\nz", "x y z"},
    {"x\vy\fz\xE2\x80\xA8t\xE2\x80\xA9u", "x\ny\nz\nt\nu", "x y z t u"},
    {"x \n \t \n y", "x\ny", "x y"},
    {"x\x01\x02y\x7Fz", "x y z", "x y z"},
    /* spaces that are not plain ones stay, except at the ends of a line */
    {"« 15\xC2\xA0h »", "« 15\xC2\xA0h »", "« 15\xC2\xA0h »"},
    {"\xC2\xA0x\xE2\x80\xAF\n\xE3\x80\x80y\xC2\xA0 ", "x\ny", "x\xE2\x80\xAF \xE3\x80\x80y"},
    {"x\n\xC2\xA0\ny", "x\ny", "x \xC2\xA0 y"},
    /* what nobody sees */
    {"co\xC2\xADop\xC3\xA9ra\xE2\x80\x8Btion\xEF\xBB\xBF", "coopération", "coopération"},
    {"\xE2\x80\x8Ex\xE2\x80\xAA\xE2\x81\xA0y", "xy", "xy"},
    {"\xD9\x86\xE2\x80\x8C\xD9\x87", "\xD9\x86\xE2\x80\x8C\xD9\x87",
     "\xD9\x86\xE2\x80\x8C\xD9\x87"},
    {"e\xC2\xAD\xCC\x81", "é", "é"},
    /* windows-1252 let through as it was */
    {"l\xC2\x92\xC3\xA9t\xC3\xA9 \xC2\x80 \xC2\x85 \xC2\x81", "l’été € … \xC2\x81",
     "l’été € … \xC2\x81"},
    /* composed */
    {"re\xCC\x81union", "réunion", "réunion"},
};

static void text_is_made_clean(void **state)
{
    struct decoding *decoding = *state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct str paragraphs, line;
        assert_int_equal(prose_paragraphs(decoding->arena, str_of(CASES[i].text), &paragraphs), 0);
        assert_int_equal(prose_line(decoding->arena, str_of(CASES[i].text), &line), 0);
        if (!str_equal(paragraphs, str_of(CASES[i].paragraphs)))
            fail_msg("case %zu: \"%.*s\"", i, (int)paragraphs.len, paragraphs.at);
        assert_str(line, CASES[i].line);
        /* once is enough */
        struct str again;
        assert_int_equal(prose_paragraphs(decoding->arena, paragraphs, &again), 0);
        assert_true(str_equal(again, paragraphs));
    }
}

#define LINE "Les ministres des Affaires étrangères se sont réunis samedi"

static const struct {
    const char *text, *paragraphs;
} WRAPPED[] = {
    /* empty lines between paragraphs, short lines: wrapped by hand */
    {LINE "\nà Almaty.\n\n" LINE "\nencore.", LINE " à Almaty.\n" LINE " encore."},
    {LINE "\r\nà Almaty.\r\n\r\nFin.", LINE " à Almaty.\nFin."},
    {LINE "\n  à Almaty.\n\nFin.", LINE " à Almaty.\nFin."},
    /* a short line ends a paragraph, and so does a list */
    {"ALMATY\n" LINE "\nhier.\n\nFin.", "ALMATY\n" LINE " hier.\nFin."},
    {LINE "\n- un\n- deux\n\nFin.", LINE "\n- un\n- deux\nFin."},
    /* an address longer than the lines are */
    {LINE "\nhttps://delta.example/2026/06/10/affaires-etrangeres/"
          "reunion-ministerielle-a-almaty\n\n" LINE "\nà Almaty.\n\n" LINE "\nencore.",
     LINE
     " https://delta.example/2026/06/10/affaires-etrangeres/reunion-ministerielle-a-almaty\n" LINE
     " à Almaty.\n" LINE " encore."},
    /* a line that ends though the next word had room: a list */
    {LINE " à Lyon pour une conférence\n10.00 " LINE "\n11.00 Fin.\n\nFin.",
     LINE " à Lyon pour une conférence\n10.00 " LINE "\n11.00 Fin.\nFin."},
    /* an agenda */
    {LINE "\n9 h : Oslo\n10 h : Rome\n\nFin.", LINE "\n9 h : Oslo\n10 h : Rome\nFin."},
    /* no empty lines, or a long line: one paragraph a line */
    {LINE "\nà Almaty.", LINE "\nà Almaty."},
    {LINE "\n" LINE " " LINE "\n\nFin.", LINE "\n" LINE " " LINE "\nFin."},
};

static void lines_wrapped_by_hand_are_joined(void **state)
{
    struct decoding *decoding = *state;
    for (size_t i = 0; i < sizeof WRAPPED / sizeof *WRAPPED; i++) {
        struct str paragraphs;
        assert_int_equal(prose_paragraphs(decoding->arena, str_of(WRAPPED[i].text), &paragraphs),
                         0);
        assert_str(paragraphs, WRAPPED[i].paragraphs);
    }
}

static void every_code_point_passes(void **state)
{
    struct decoding *decoding = *state;
    for (uint32_t code_point = 0; code_point <= 0x10FFFF; code_point++) {
        if (code_point >= 0xD800 && code_point <= 0xDFFF)
            continue;
        if (code_point % 4096 == 0)
            arena_reset(decoding->arena);
        char text[8] = "a";
        const size_t size = 1 + utf8_encode(code_point, text + 1);
        struct str paragraphs;
        assert_int_equal(prose_paragraphs(decoding->arena, str_make(text, size), &paragraphs), 0);
        assert_true(utf8_valid(paragraphs));
        assert_true(paragraphs.len > 0);
    }
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, decoding_setup, decoding_teardown)
    const struct CMUnitTest tests[] = {
        TEST(text_is_made_clean),
        TEST(lines_wrapped_by_hand_are_joined),
        TEST(every_code_point_passes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
