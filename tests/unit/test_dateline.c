/* The dateline and the reference day that it tells, in real packs; dates in context. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "annotate/date/date.h"
#include "annotate/date/tense.h"
#include "annotate/lexis.h"
#include "annotate/look.h"
#include "annotate/verb.h"

enum { ARENA = 64 << 20 };

struct language {
    struct pack *pack;
    struct lexis *lexis;
};

struct fixture {
    struct language fr, en;
    struct arena *arena;
    struct article article;
    struct document document;
};

static int language_load(const char *code, struct language *ret_language)
{
    struct fault fault = {0};
    int code_of_fault = pack_load(TEST_LANG_DIR, code, &ret_language->pack, &fault);
    if (!code_of_fault)
        code_of_fault = lexis_new(ret_language->pack, &ret_language->lexis, &fault);
    if (code_of_fault)
        print_error("%s\n", fault.text);
    return code_of_fault;
}

static int setup(void **state)
{
    static struct fixture fixture;
    *state = &fixture;
    fixture.arena = arena_new(ARENA);
    return fixture.arena && !language_load("fr", &fixture.fr) && !language_load("en", &fixture.en)
               ? 0
               : -1;
}

static int teardown(void **state)
{
    struct fixture *fixture = *state;
    lexis_free(fixture->fr.lexis);
    lexis_free(fixture->en.lexis);
    pack_free(fixture->fr.pack);
    pack_free(fixture->en.pack);
    arena_free(fixture->arena);
    return 0;
}

/* Published on Monday 28 April 2025. */
static void annotate(struct fixture *fixture, const struct language *language, const char *body)
{
    const struct document_limits limits = {10000, 100000, 1000000};
    struct document *document = &fixture->document;
    arena_reset(fixture->arena);
    fixture->article = (struct article){
        .body = str_of(body),
        .published = {.told = true, .day = {2025, 4, 28}},
    };
    assert_int_equal(
        document_open(&fixture->article, language->pack, fixture->arena, &limits, document), 0);
    document->lexis = language->lexis;
    assert_int_equal(lexicon_annotate(document), 0);
    assert_int_equal(match_stage(document, STAGE_NUMBER), 0);
    assert_int_equal(match_stage(document, STAGE_DATE), 0);
    assert_int_equal(date_resolve(document), 0);
}

struct expected {
    const char *body, *day, *city;
    enum date_basis basis;
    const char *after; /* what the story begins with, behind the dateline */
};

static void assert_dateline(struct fixture *fixture, const struct language *language,
                            const struct expected *expected)
{
    annotate(fixture, language, expected->body);
    const struct document *document = &fixture->document;
    const struct reference reference = date_reference(document);
    if (strcmp(day_iso(reference.day).text, expected->day) != 0)
        print_error("in: %s\n", expected->body);
    assert_string_equal(day_iso(reference.day).text, expected->day);
    assert_int_equal(reference.basis, expected->basis);
    char city[64] = "", after[64] = "";
    if (reference.city) {
        const struct str text = document_text(document, reference.city->begin, reference.city->end);
        snprintf(city, sizeof city, "%.*s", (int)text.len, text.at);
    }
    assert_string_equal(city, expected->city);
    if (reference.end > reference.begin && reference.end < document->tokens.count) {
        const struct str text = document_text(document, reference.end, reference.end + 1);
        snprintf(after, sizeof after, "%.*s", (int)text.len, text.at);
    }
    assert_string_equal(after, expected->after);
}

static void french_datelines(void **state)
{
    const struct expected all[] = {
        {"ALMATY, 27 avril (Xinhua) -- Le ministre a reçu samedi son homologue.", "2025-04-27",
         "ALMATY", DATE_BASIS_DATELINE, "Le"},
        {"PARIS (AFP) - Le président a reçu mardi le roi.", "2025-04-28", "PARIS",
         DATE_BASIS_PUBLICATION, "Le"},
        {"BICHKEK, 12 avril (Agence Tian) — Le vice-ministre a parlé.", "2025-04-12", "BICHKEK",
         DATE_BASIS_DATELINE, "Le"},
        {"Bruxelles, le 25 avril 2025 – La Commission a reçu le ministre.", "2025-04-25",
         "Bruxelles", DATE_BASIS_DATELINE, "La"},
        {"- Plus\nLe titre du jour\nDakar, 26 avr. (APS) - Le ministre a parlé.", "2025-04-26",
         "Dakar", DATE_BASIS_DATELINE, "Le"},
        {"5 avril 2025. - Des manifestants se sont réunis.", "2025-04-05", "", DATE_BASIS_DATELINE,
         "Des"},
        {"Genève /La délégation a reçu samedi le ministre.", "2025-04-28", "Genève",
         DATE_BASIS_PUBLICATION, "La"},
        {"Bakou, 16 avril, Agence Tian\nLe ministre a parlé.", "2025-04-16", "Bakou",
         DATE_BASIS_DATELINE, "Le"},
        {"Le ministre a reçu samedi 26 avril son homologue.", "2025-04-28", "",
         DATE_BASIS_PUBLICATION, ""},
        {"Pékin et Bruxelles ont tenu un dialogue - le premier du genre.", "2025-04-28", "",
         DATE_BASIS_PUBLICATION, ""},
    };
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        assert_dateline(fixture, &fixture->fr, &all[i]);
}

static void english_datelines(void **state)
{
    const struct expected all[] = {
        {"KYIV, Ukraine, April 27 — The president met the envoy on Friday.", "2025-04-27", "KYIV",
         DATE_BASIS_DATELINE, "The"},
        {"SEOUL, South Korea — The ministers met on Friday.", "2025-04-28", "SEOUL",
         DATE_BASIS_PUBLICATION, "The"},
        {"DALLAS (AP) - The company said on Friday.", "2025-04-28", "DALLAS",
         DATE_BASIS_PUBLICATION, "The"},
        {"LIMA, Apr. 26 (Andes Wire) -- Ministers met on Friday.", "2025-04-26", "LIMA",
         DATE_BASIS_DATELINE, "Ministers"},
        {"By Jane Smith\nBEIJING, April 27 (Reuters) - China said on Friday.", "2025-04-27",
         "BEIJING", DATE_BASIS_DATELINE, "China"},
        {"WASHINGTON, Sunday (Reuters) - The president met the envoy.", "2025-04-27", "WASHINGTON",
         DATE_BASIS_DATELINE, "The"},
        {"London, 3 May 2025 - The conference opens.", "2025-04-28", "London",
         DATE_BASIS_PUBLICATION, "The"},
        {"TALLINN, April 26, TIANWIRE. The minister spoke.", "2025-04-26", "TALLINN",
         DATE_BASIS_DATELINE, "The"},
        {"Manila (Tian) April 26, 2025 The minister spoke.", "2025-04-28", "",
         DATE_BASIS_PUBLICATION, ""},
        {"MANILA (Tian / Andes Wire - 26th April, 2025) The minister spoke.", "2025-04-26",
         "MANILA", DATE_BASIS_DATELINE, "The"},
        {"Friday, April 25, 2025\nKATHMANDU: The government met.", "2025-04-25", "KATHMANDU",
         DATE_BASIS_DATELINE, "KATHMANDU"},
        {"New York\n26 April 2025\nThe minister spoke.", "2025-04-26", "New York",
         DATE_BASIS_DATELINE, "The"},
        {"The president met the envoy on Friday - a first.", "2025-04-28", "",
         DATE_BASIS_PUBLICATION, ""},
    };
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        assert_dateline(fixture, &fixture->en, &all[i]);
}

/* The values of all dates of a text, one after the other. */
static void assert_dates(struct fixture *fixture, const struct language *language, const char *body,
                         enum date_direction direction, const char *expected)
{
    annotate(fixture, language, body);
    const struct document *document = &fixture->document;
    const struct reference reference = date_reference(document);
    char values[256] = "";
    uint32_t end = 0;
    for (uint32_t token = 0; token < document->tokens.count; token++) {
        const struct annotation *date = look_at(document, token, ANNOTATION_DATE);
        if (!date || token < end)
            continue;
        const struct date_result value = date_value(date->detail, &reference, direction);
        const size_t used = strlen(values);
        snprintf(values + used, sizeof values - used, "%s%s ", value.start.text, value.end.text);
        end = date->end;
    }
    assert_string_equal(values, expected);
}

static void days_told_from_another_day(void **state)
{
    struct fixture *fixture = *state;
    assert_dates(fixture, &fixture->fr, "Le 3 mars 2025 à Paris, puis le lendemain à Berlin.",
                 DIRECTION_PAST, "2025-03-03 2025-03-04 ");
    assert_dates(fixture, &fixture->fr, "Réunis vendredi, puis deux jours plus tard.",
                 DIRECTION_PAST, "2025-04-25 2025-04-27 ");
    assert_dates(fixture, &fixture->en, "On March 3, 2025 and again the following day.",
                 DIRECTION_PAST, "2025-03-03 2025-03-04 ");
    assert_dates(fixture, &fixture->fr, "Le lendemain, il a parlé.", DIRECTION_PAST, " ");
}

static void what_governs_a_date_turns_it(void **state)
{
    struct fixture *fixture = *state;
    assert_dates(fixture, &fixture->fr, "En visite depuis jeudi et jusqu'à mercredi.",
                 DIRECTION_NEAREST, "2025-04-24 2025-04-30 ");
    assert_dates(fixture, &fixture->fr, "En visite depuis le 5 mars.", DIRECTION_FUTURE,
                 "2025-03-05 ");
    assert_dates(fixture, &fixture->en, "Talks have gone on since Friday, until Thursday.",
                 DIRECTION_FUTURE, "2025-04-25 2025-05-01 ");
}

/* The values of all dates of a text, each by the tense of its verb. */
static void assert_dates_by_tense(struct fixture *fixture, const struct language *language,
                                  const char *body, const char *expected)
{
    annotate(fixture, language, body);
    struct document *document = &fixture->document;
    assert_int_equal(match_stage(document, STAGE_GROUP), 0);
    assert_int_equal(verb_resolve(document), 0);
    const struct reference reference = date_reference(document);
    char values[256] = "";
    for (uint32_t token = 0; token < document->tokens.count; token++) {
        const struct annotation *date = look_at(document, token, ANNOTATION_DATE);
        if (!date)
            continue;
        const struct date_result value =
            date_value(date->detail, &reference, date_tense(document, date));
        const size_t used = strlen(values);
        snprintf(values + used, sizeof values - used, "%s ", value.start.text);
    }
    assert_string_equal(values, expected);
}

static void a_weekday_follows_the_tense_of_its_verb(void **state)
{
    struct fixture *fixture = *state;
    assert_dates_by_tense(fixture, &fixture->fr,
                          "ALMATY, 27 avril (Xinhua) -- Les ministres se sont réunis samedi à "
                          "Almaty et se retrouveront jeudi à Tachkent.",
                          "2025-04-27 2025-04-26 2025-05-01 ");
    assert_dates_by_tense(fixture, &fixture->en,
                          "ALMATY, April 27 (Xinhua) -- The envoys met on Friday in Astana and "
                          "will meet again on Tuesday in Baku.",
                          "2025-04-27 2025-04-25 2025-04-29 ");
}

static void an_end_is_told_as_such(void **state)
{
    struct fixture *fixture = *state;
    annotate(fixture, &fixture->fr, "jusqu'au 5 mai");
    const struct annotation *date = NULL;
    for (uint32_t token = 0; token < fixture->document.tokens.count && !date; token++)
        date = look_at(&fixture->document, token, ANNOTATION_DATE);
    assert_non_null(date);
    assert_true(((const struct date *)date->detail)->until);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(french_datelines),
        cmocka_unit_test(english_datelines),
        cmocka_unit_test(days_told_from_another_day),
        cmocka_unit_test(what_governs_a_date_turns_it),
        cmocka_unit_test(a_weekday_follows_the_tense_of_its_verb),
        cmocka_unit_test(an_end_is_told_as_such),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
