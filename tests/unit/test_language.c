/* Which pack reads a text, and that none reads a language without one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "pack/language.h"

static const struct {
    const char *language; /* "" none */
    const char *text;
} TEXTS[] = {
    {"fr", "Le ministre chinois a rencontré lundi à Pékin son homologue kazakh pour discuter de la "
           "coopération régionale."},
    {"fr", "Les présidents du Brésil et du Salvador se sont vus à Los Angeles, selon El Pais."},
    {"fr", "Macron reçoit Scholz à Paris lundi"},
    {"en",
     "The Chinese foreign minister met his Kazakh counterpart in Beijing on Monday to discuss "
     "regional cooperation."},
    {"en", "President Luiz Inacio Lula da Silva flew to Las Vegas and then to El Salvador."},
    {"", "El presidente de Colombia se reunió el lunes en Bogotá con su homólogo de Ecuador para "
         "tratar la seguridad en la frontera, según un comunicado de la cancillería."},
    {"",
     "El president de la Generalitat es va reunir dilluns a Barcelona amb el ministre per parlar "
     "de la llengua i dels pressupostos, segons un comunicat del govern."},
    {"", "Il presidente del Consiglio ha incontrato lunedì a Roma il cancelliere tedesco per "
         "discutere di energia e di difesa, secondo una nota di Palazzo Chigi."},
    {"", "O presidente do Brasil reuniu-se na segunda-feira em Brasília com o seu homólogo da "
         "Argentina para discutir o comércio e a energia, segundo um comunicado."},
    {"",
     "Președintele României s-a întâlnit luni la București cu omologul său din Moldova pentru a "
     "discuta despre securitatea regională și despre energie."},
    {"", "Der Bundeskanzler hat sich am Montag in Berlin mit dem französischen Präsidenten "
         "getroffen, um über die Lage in der Ukraine zu sprechen."},
    {"", "De minister-president heeft maandag in Den Haag gesproken met de Duitse bondskanselier "
         "over de energieprijzen. De twee leiders waren het eens over een plan."},
    {"", "Президент России встретился в понедельник в Москве с министром иностранных дел Китая."},
    {"", "12 345"},
    {"", ""},
};

static void a_text_is_read_by_the_pack_of_its_language(void **state)
{
    (void)state;
    struct pack *packs[2];
    struct arena *arena = arena_new(1 << 24);
    assert_int_equal(pack_load(TEST_LANG_DIR, "en", &packs[0], NULL), 0);
    assert_int_equal(pack_load(TEST_LANG_DIR, "fr", &packs[1], NULL), 0);
    for (size_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++) {
        const struct str texts[2] = {{NULL, 0}, str_of(TEXTS[i].text)};
        const struct pack *const loaded[2] = {packs[0], packs[1]};
        const struct pack *pack = language_detect(loaded, 2, arena, texts);
        struct str found = pack ? pack_language(pack) : STR("");
        if (!str_equal(found, str_of(TEXTS[i].language)))
            fail_msg("'%.*s' instead of '%s': %s", (int)found.len, found.at, TEXTS[i].language,
                     TEXTS[i].text);
        arena_reset(arena);
    }
    arena_free(arena);
    pack_free(packs[0]);
    pack_free(packs[1]);
}

static void folders_with_a_manifest_are_languages(void **state)
{
    (void)state;
    struct languages languages;
    struct fault fault = {0};
    assert_int_equal(languages_list(TEST_LANG_DIR, &languages, &fault), 0);
    assert_true(languages.count >= 2);
    assert_string_equal(languages.at[0], "en");
    assert_int_equal(languages_list("/nowhere", &languages, &fault), FAULT_FILE);
    assert_string_equal(fault.text,
                        "/nowhere: the language packs can't be read: No such file or directory");
    assert_int_equal(languages_list(TEST_LANG_DIR "/fr", &languages, &fault), FAULT_PACK);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_text_is_read_by_the_pack_of_its_language),
        cmocka_unit_test(folders_with_a_manifest_are_languages),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
