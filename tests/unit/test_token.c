/* Words, numbers and sentences, cut with the splits of a small language of our own. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "base/fault.h"
#include "text/fold.h"
#include "text/sentence.h"
#include "text/token.h"
#include "text/vocabulary.h"

struct fixture {
    struct arena *arena, *moment;
    struct token_table table;
};

static struct vocabulary *words_of(struct arena *arena, const char *const *words)
{
    struct vocabulary *vocabulary = vocabulary_new(arena);
    uint32_t number;
    for (; *words; words++)
        assert_int_equal(vocabulary_add(vocabulary, str_of(*words), &number), 0);
    return vocabulary;
}

static int set_up(void **state)
{
    static const char *const ELISIONS[] = {"l'", "d'", "qu'", NULL};
    static const char *const CLITICS[] = {"'s", "n't", NULL};
    static const char *const KEPT[] = {"aujourd'hui", "o'clock", NULL};
    static const char *const ABBREVIATIONS[] = {"m.", "dr.", NULL};
    static const char *const WORDS[] = {"ministre", "etat", "2020", NULL};
    static struct fixture fixture;
    fixture.arena = arena_new(1 << 24);
    fixture.moment = arena_new(1 << 24);
    fixture.table = (struct token_table){
        .fold = fold_new(fixture.arena),
        .vocabulary = words_of(fixture.arena, WORDS),
        .elisions = words_of(fixture.arena, ELISIONS),
        .clitics = words_of(fixture.arena, CLITICS),
        .kept = words_of(fixture.arena, KEPT),
        .abbreviations = words_of(fixture.arena, ABBREVIATIONS),
        .thousands = '.',
        .thousands_blank = true,
    };
    *state = &fixture;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *fixture = *state;
    arena_free(fixture->arena);
    arena_free(fixture->moment);
    return 0;
}

static struct token_list cut(struct fixture *fixture, const struct str texts[2])
{
    struct token_list tokens = {NULL, 0};
    arena_reset(fixture->moment);
    assert_int_equal(token_cut(&fixture->table, fixture->moment, texts, 1000, &tokens), 0);
    return tokens;
}

/* The tokens of a body, parted by "|"; "-" before one that a hyphen joins. */
static void assert_cut(struct fixture *fixture, const char *body, const char *expected)
{
    const struct str texts[2] = {{NULL, 0}, str_of(body)};
    struct token_list tokens = cut(fixture, texts);
    char found[512] = "";
    size_t len = 0;
    for (size_t i = 0; i < tokens.count; i++) {
        struct str text = token_text(&tokens.at[i], texts);
        len +=
            (size_t)snprintf(found + len, sizeof found - len, "%s%s%.*s", i ? "|" : "",
                             tokens.at[i].flags & TOKEN_HYPHEN ? "-" : "", (int)text.len, text.at);
    }
    assert_string_equal(found, expected);
}

static void words_are_cut_at_blanks_and_marks(void **state)
{
    assert_cut(*state, "Le ministre, hier, a dit : « Oui ! »",
               "Le|ministre|,|hier|,|a|dit|:|«|Oui|!|»");
    assert_cut(*state, "", "");
    assert_cut(*state, " \t\n ", "");
}

static void apostrophes_split_elisions_and_clitics(void **state)
{
    assert_cut(*state, "l'Union, d’Asie qu'il", "l'|Union|,|d’|Asie|qu'|il");
    assert_cut(*state, "aujourd'hui d'aujourd’hui", "aujourd'hui|d'|aujourd’hui");
    assert_cut(*state, "China's plan, don't, leaders' at 5 o'clock",
               "China|'s|plan|,|do|n't|,|leaders|'|at|5|o'clock");
    assert_cut(*state, "O'Brien, Xi'an, U.S.'s", "O'Brien|,|Xi'an|,|U.S.|'s");
    assert_cut(*state, "de l'« Initiative »", "de|l'|«|Initiative|»");
}

static void hyphens_join_and_dashes_part(void **state)
{
    assert_cut(*state, "vice-Premier 2019–2020", "vice|-Premier|2019|-2020");
    assert_cut(*state, "- Plus -- fin - ici", "-|Plus|-|-|fin|-|ici");
    assert_cut(*state, "talks—the first", "talks|—|the|first");
}

static void letters_and_digits_part_behind_a_number(void **state)
{
    assert_cut(*state, "15h30, 6e, G7 et COP21", "15|h|30|,|6|e|,|G7|et|COP21");
    assert_cut(*state, "2025-04-26", "2025|-04|-26");
}

static void stops_belong_to_abbreviations_and_initials(void **state)
{
    assert_cut(*state, "M. Li, J. Biden et U.S.A. Fin.", "M.|Li|,|J.|Biden|et|U.S.A.|Fin|.");
    assert_cut(*state, "J.-D. et p.m", "J.|-D.|et|p.m");
}

static void numbers_have_values(void **state)
{
    static const struct {
        const char *text;
        size_t tokens;
        int32_t number;
    } CASES[] = {
        {"6", 1, 6},
        {"007", 1, 7},
        {"10 000", 1, 10000},
        {"10\u00A0000", 1, 10000},
        {"10\u202F000\u202F000", 1, 10000000},
        {"1.250", 1, 1250},
        {"2,5", 1, -1},
        {"2.5", 1, -1},
        {"2020 100", 2, 2020},
        {"26.04.2025", 5, 26},
        {"1,2,3", 5, 1},
        {"999999999", 1, 999999999},
        {"1234567890", 1, -1},
        {"1 250,75", 1, -1},
        {"10 00", 2, 10},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        const struct str texts[2] = {{NULL, 0}, str_of(CASES[i].text)};
        struct token_list tokens = cut(*state, texts);
        assert_int_equal(tokens.count, CASES[i].tokens);
        assert_int_equal(tokens.at[0].number, CASES[i].number);
        assert_true(tokens.at[0].flags & TOKEN_NUMBER);
    }
}

static void words_are_found_whatever_their_case_and_accents(void **state)
{
    const struct str texts[2] = {STR("MINISTRE État"),
                                 STR("ministré U.S.A U.s.a.\u00A02\u202F020 2020")};
    struct token_list tokens = cut(*state, texts);
    assert_int_equal(tokens.count, 7);
    assert_int_equal(tokens.at[0].word, 1);
    assert_int_equal(tokens.at[1].word, 2);
    assert_int_equal(tokens.at[2].word, 1);
    assert_int_equal(tokens.at[3].word, 0);
    assert_int_equal(tokens.at[3].hash, tokens.at[4].hash);
    assert_int_equal(tokens.at[5].word, 3);
    assert_int_equal(tokens.at[5].hash, tokens.at[6].hash);
}

static void flags_tell_case_and_place(void **state)
{
    const struct str texts[2] = {STR("Titre"), STR("ONU É x\nJ. la")};
    struct token_list tokens = cut(*state, texts);
    static const unsigned FLAGS[] = {
        TOKEN_WORD | TOKEN_CAPITAL | TOKEN_LINE | TOKEN_TITLE,
        TOKEN_WORD | TOKEN_CAPITAL | TOKEN_UPPER | TOKEN_LINE,
        TOKEN_WORD | TOKEN_CAPITAL,
        TOKEN_WORD,
        TOKEN_WORD | TOKEN_CAPITAL | TOKEN_INITIAL | TOKEN_LINE,
        TOKEN_WORD,
    };
    assert_int_equal(tokens.count, sizeof FLAGS / sizeof *FLAGS);
    for (size_t i = 0; i < tokens.count; i++)
        assert_int_equal(tokens.at[i].flags, FLAGS[i]);
}

static void offsets_count_code_points(void **state)
{
    const struct str texts[2] = {STR("é"), STR("« été » 𝒳 fin")};
    struct token_list tokens = cut(*state, texts);
    static const uint32_t POINTS[] = {0, 0, 2, 6, 8, 10};
    static const uint16_t LENGTHS[] = {1, 1, 3, 1, 1, 3};
    assert_int_equal(tokens.count, 6);
    for (size_t i = 0; i < tokens.count; i++) {
        assert_int_equal(tokens.at[i].point, POINTS[i]);
        assert_int_equal(tokens.at[i].points, LENGTHS[i]);
    }
}

static void too_many_tokens_are_a_fault(void **state)
{
    struct fixture *fixture = *state;
    const struct str texts[2] = {STR("un deux"), STR("trois")};
    struct token_list tokens = {NULL, 7};
    arena_reset(fixture->moment);
    assert_int_equal(token_cut(&fixture->table, fixture->moment, texts, 2, &tokens),
                     FAULT_TOO_COMPLEX);
    assert_int_equal(tokens.count, 7);
    assert_int_equal(token_cut(&fixture->table, fixture->moment, texts, 3, &tokens), 0);
    assert_int_equal(tokens.count, 3);
}

static void folding_knows_its_letters(void **state)
{
    const struct fixture *fixture = *state;
    static const char *const PAIRS[][2] = {
        {"ÉTÉ", "ete"},   {"Straße", "strasse"},    {"Œuvre", "oeuvre"}, {"Łódź", "lodz"},
        {"ÆØĐ", "aeod"},  {"İstanbul", "istanbul"}, {"ﬁn", "fin"},       {"l’", "l'"},
        {"“x”", "\"x\""}, {"Алматы́", "алматы"},     {"１２", "12"},      {"co\u00ADop", "coop"},
    };
    for (size_t i = 0; i < sizeof PAIRS / sizeof *PAIRS; i++) {
        char folded[32];
        size_t len = fold_text(fixture->table.fold, str_of(PAIRS[i][0]), folded, sizeof folded);
        assert_int_equal(len, strlen(PAIRS[i][1]));
        assert_memory_equal(folded, PAIRS[i][1], len);
    }
}

static void accents_count_where_spelling_is_asked(void **state)
{
    const struct fold *fold = ((const struct fixture *)*state)->table.fold;
    assert_true(fold_spelled(fold, STR("été"), STR("Été")));
    assert_true(fold_spelled(fold, STR("été"), STR("ETE")));
    assert_true(fold_spelled(fold, STR("État"), STR("Etat")));
    assert_true(fold_spelled(fold, STR("à"), STR("A")));
    assert_false(fold_spelled(fold, STR("à"), STR("a")));
    assert_false(fold_spelled(fold, STR("a"), STR("À")));
    assert_false(fold_spelled(fold, STR("été"), STR("étés")));
}

/* The sentences of title and body, each as the number of its first token. */
static void assert_sentences(struct fixture *fixture, const struct str texts[2],
                             const char *expected)
{
    struct token_list tokens = cut(fixture, texts);
    struct sentence_list sentences = {NULL, 0};
    assert_int_equal(sentence_cut(texts, &tokens, fixture->moment, &sentences), 0);
    char found[512] = "";
    size_t len = 0;
    uint32_t end = 0;
    for (size_t i = 0; i < sentences.count; i++) {
        const struct sentence *sentence = &sentences.at[i];
        assert_int_equal(sentence->begin, end);
        assert_true(tokens.at[sentence->begin].flags & TOKEN_SENTENCE);
        end = sentence->end;
        struct str first = token_text(&tokens.at[sentence->begin], texts);
        len += (size_t)snprintf(found + len, sizeof found - len, "%s%u:%.*s%s%s", i ? " " : "",
                                sentence->line, (int)first.len, first.at,
                                sentence->flags & SENTENCE_LINE ? "/" : "",
                                sentence->flags & SENTENCE_TITLE ? "T" : "");
    }
    assert_int_equal(end, tokens.count);
    assert_string_equal(found, expected);
}

static void sentences_end_at_marks_and_lines(void **state)
{
    const struct str plain[2] = {STR("Un. Deux"), STR("Trois. Quatre ! Cinq\nSix")};
    assert_sentences(*state, plain, "0:Un/T 1:Trois/ 1:Quatre 1:Cinq 2:Six/");
    const struct str quoted[2] = {
        {NULL, 0}, STR("Il dit : « Oui. » Elle part. « Non ! » dit-il. \"Fin.\" Puis")};
    assert_sentences(*state, quoted, "1:Il/ 1:Elle 1:« 1:\" 1:Puis");
    const struct str dots[2] = {{NULL, 0}, STR("Fin... Puis www.example.org vient… Bien")};
    assert_sentences(*state, dots, "1:Fin/ 1:Puis 1:Bien");
}

static void sentences_end_where_a_blank_was_lost(void **state)
{
    const struct str lost[2] = {
        {NULL, 0},
        STR("Ils partent.Le train part de Lima.L'autre reste. Puis www.Exemple.Org ici")};
    assert_sentences(*state, lost, "1:Ils/ 1:Le 1:L' 1:Puis");
    const struct str kept[2] = {{NULL, 0}, STR("Le U.S.A et exemple.Org/Abc et St.Louis")};
    assert_sentences(*state, kept, "1:Le/");
}

static void sentences_go_on_over_abbreviations(void **state)
{
    const struct str texts[2] = {{NULL, 0}, STR("Selon M. Li et J. Biden. Puis Dr.\nFin")};
    assert_sentences(*state, texts, "1:Selon/ 1:Puis 2:Fin/");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_cut_at_blanks_and_marks),
        cmocka_unit_test(apostrophes_split_elisions_and_clitics),
        cmocka_unit_test(hyphens_join_and_dashes_part),
        cmocka_unit_test(letters_and_digits_part_behind_a_number),
        cmocka_unit_test(stops_belong_to_abbreviations_and_initials),
        cmocka_unit_test(numbers_have_values),
        cmocka_unit_test(words_are_found_whatever_their_case_and_accents),
        cmocka_unit_test(flags_tell_case_and_place),
        cmocka_unit_test(offsets_count_code_points),
        cmocka_unit_test(too_many_tokens_are_a_fault),
        cmocka_unit_test(folding_knows_its_letters),
        cmocka_unit_test(accents_count_where_spelling_is_asked),
        cmocka_unit_test(sentences_end_at_marks_and_lines),
        cmocka_unit_test(sentences_end_where_a_blank_was_lost),
        cmocka_unit_test(sentences_go_on_over_abbreviations),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
