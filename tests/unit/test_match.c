/* Rules at work on packs of the test's own: what matches, what is kept, what wins. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "annotate/document.h"
#include "annotate/example/example.h"
#include "support/packs.h"

static const struct document_limits LIMITS = {1000, 10000, 100000};

static const struct pack_file WORDS[] = {
    {"xx/pack.txt", "language | xx\nversion | 1\nambiguous | place\n"},
    {"xx/tokens.txt", "elision | l' | d'\nclitic | 's\nabbreviation | Dr.\nthousands | ,\n"},
    {"xx/endings.txt", "N | - | s/PLUR\nV | e/PRES | é/PP | er/INF\n"},
    {"xx/words/and.txt", "and | et\n"},
    {"xx/words/of.txt", "of | de | d'\n"},
    {"xx/words/at.txt", "at | à\n"},
    {"xx/words/title.txt", "Lord\n"},
    {"xx/lexicon/month.txt", "4 | april | apr\n5 | may\n"},
    {"xx/lexicon/place.txt", "GE;Georgia | Georgia\nUS;Georgia | Georgia\n"
                             "LB;Tripoli | Tripoli | Tripoli in Lebanon\nLY;Tripoli | Tripoli\n"},
    {"xx/lexicon/office.txt", "HEAD | president<N> | vice president\nMINISTER | minister<N>\n"},
    {"xx/lexicon/verb.txt", "MEET | rencontr<V>\nHAVE | a/PRES\n"},
};

/* Loads a pack of WORDS and, when it is told, a file of rules. */
static struct pack *pack_of(const char *rules)
{
    struct pack_folder folder;
    struct pack *pack = NULL;
    struct fault fault = {0};
    pack_folder_open(&folder);
    pack_folder_fill(&folder, WORDS, sizeof WORDS / sizeof *WORDS);
    if (rules)
        pack_folder_fill(&folder, &(struct pack_file){"xx/rules/test.txt", rules}, 1);
    int code = pack_load(folder.path, "xx", &pack, &fault);
    pack_folder_remove(&folder);
    if (code)
        fail_msg("%s", fault.text);
    return pack;
}

struct fixture {
    struct arena *arena;
    struct pack *words; /* without rules */
};

static int set_up(void **state)
{
    static struct fixture fixture;
    fixture.arena = arena_new(1 << 24);
    fixture.words = pack_of(NULL);
    *state = &fixture;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *fixture = *state;
    arena_free(fixture->arena);
    pack_free(fixture->words);
    return 0;
}

static struct document annotate(struct fixture *fixture, const struct pack *pack, const char *text)
{
    struct article *article;
    struct document document;
    arena_reset(fixture->arena);
    article = ARENA_ARRAY(fixture->arena, struct article, 1);
    article->body = str_of(text);
    assert_int_equal(document_open(article, pack, fixture->arena, &LIMITS, &document), 0);
    assert_int_equal(lexicon_annotate(&document), 0);
    for (unsigned stage = 0; stage < STAGE_COUNT; stage++)
        assert_int_equal(match_stage(&document, (enum stage)stage), 0);
    return document;
}

static void append(char *line, size_t size, struct str text, const char *after)
{
    size_t len = strlen(line);
    snprintf(line + len, size - len, "%.*s%s", (int)text.len, text.at, after);
}

/* "lexicon:value.tag " for each phrase, in the order of the text, longest first. */
static void assert_phrases(struct fixture *fixture, const char *text, const char *expected)
{
    struct document document = annotate(fixture, fixture->words, text);
    char found[512] = "";
    for (size_t i = 0; i < document.tokens.count; i++)
        for (const struct annotation *a = document.first[i]; a; a = a->next) {
            append(found, sizeof found, document_text(&document, a->begin, a->end), "=");
            append(found, sizeof found, pack_column(document.pack, a->value, 0),
                   a->tag == TAG_PLUR   ? ".PLUR "
                   : a->tag == TAG_PP   ? ".PP "
                   : a->tag == TAG_PRES ? ".PRES "
                                        : " ");
        }
    assert_string_equal(found, expected);
}

static void phrases_are_found(void **state)
{
    assert_phrases(*state, "In April and MAY", "April=4 MAY=5 ");
    assert_phrases(*state, "two presidents", "presidents=HEAD.PLUR ");
    assert_phrases(*state, "the vice-president spoke", "vice-president=HEAD president=HEAD ");
    assert_phrases(*state, "nothing here", "");
}

static void a_capital_in_the_data_asks_for_one_in_the_text(void **state)
{
    assert_phrases(*state, "georgia", "");
    assert_phrases(*state, "GEORGIA", "GEORGIA=GE GEORGIA=US ");
}

static void readings_live_side_by_side_and_the_longest_hides_the_rest(void **state)
{
    assert_phrases(*state, "Tripoli", "Tripoli=LB Tripoli=LY ");
    assert_phrases(*state, "Tripoli in Lebanon", "Tripoli in Lebanon=LB ");
    assert_phrases(*state, "Tripoli. In Lebanon", "Tripoli=LB Tripoli=LY ");
}

static void accents_count_where_the_pack_knows_several(void **state)
{
    assert_phrases(*state, "il a", "a=HAVE.PRES ");
    assert_phrases(*state, "il à", "");
    assert_phrases(*state, "A demain", "A=HAVE.PRES ");
    assert_phrases(*state, "rencontre", "rencontre=MEET.PRES ");
    assert_phrases(*state, "rencontré", "rencontré=MEET.PP ");
    assert_phrases(*state, "RENCONTRE", "RENCONTRE=MEET.PRES RENCONTRE=MEET.PP ");
}

static void classes_ask_for_capitals_and_accents(void **state)
{
    struct fixture *fixture = *state;
    uint64_t title = pack_class(fixture->words, "title");
    struct document document = annotate(fixture, fixture->words, "Lord lord à a À A et");
    assert_true(document_is(&document, 0, title));
    assert_false(document_is(&document, 1, title));
    assert_true(document_is(&document, 2, CLASS(AT)));
    assert_false(document_is(&document, 3, CLASS(AT)));
    assert_true(document_is(&document, 4, CLASS(AT)));
    assert_true(document_is(&document, 5, CLASS(AT)));
    assert_true(document_is(&document, 6, CLASS(AND)));
}

static const char *capture_text(enum capture_name name)
{
    static const char *const NAMES[] = {
#define X(n, text) text,
        CAPTURE_MAP(X)
#undef X
    };
    return NAMES[name];
}

/* What rules made: "KIND[covered] name=captured", "*" when an annotation was captured. */
static void assert_made(struct fixture *fixture, const struct pack *pack, const char *text,
                        const char *expected)
{
    struct document document = annotate(fixture, pack, text);
    char found[512] = "";
    for (size_t i = 0; i < document.tokens.count; i++)
        for (const struct annotation *a = document.first[i]; a; a = a->next) {
            if (!a->rule)
                continue;
            append(found, sizeof found, STR(""), found[0] ? " " : "");
            append(found, sizeof found, pack_kind_name(pack, a->kind), "[");
            append(found, sizeof found, document_text(&document, a->begin, a->end), "]");
            for (uint16_t j = 0; j < a->capture_count; j++) {
                const struct capture *capture = &a->captures[j];
                append(found, sizeof found, STR(" "), capture_text(capture->name));
                append(found, sizeof found, STR("="), capture->annotation ? "*" : "");
                append(found, sizeof found, document_text(&document, capture->begin, capture->end),
                       "");
            }
        }
    assert_string_equal(found, expected);
}

struct match_case {
    const char *match, *text, *made;
};

static const struct match_case CASES[] = {
    /* words and marks */
    {"april", "In APRIL", "DATE[APRIL]"},
    {"Georgia", "georgia", ""},
    {"l'Etat", "l’État", "DATE[l’État]"},
    {"vice-roi", "un vice roi", "DATE[vice roi]"},
    {"à!", "a À à", "DATE[À] DATE[à]"},
    {"may \",\" april", "may, april", "DATE[may, april]"},
    {"\"april may\"", "april may", "DATE[april may]"},
    /* lexicons, classes, values, tags */
    {"@month", "apr", "DATE[apr]"},
    {"@month=5", "april may", "DATE[may]"},
    {"@office.PLUR", "president ministers", "DATE[ministers]"},
    {"@office=HEAD.PLUR", "presidents ministers", "DATE[presidents]"},
    {"@place=LY", "Tripoli", "DATE[Tripoli]"},
    {"@of @month", "of may, d'april", "DATE[of may] DATE[d'april]"},
    /* numbers, capitals, unknown words */
    {"number(1..31)", "0 1 31 32 2.5", "DATE[1] DATE[31]"},
    {"number(7)", "7 8", "DATE[7]"},
    {"number", "1,000 2.5", "DATE[1,000] DATE[2.5]"},
    {"april capital", "april Fool, april fool", "DATE[april Fool]"},
    {"april unknown", "april may, april zyx", "DATE[april zyx]"},
    /* optional parts and alternatives */
    {"day:number? month:@month", "3 may", "DATE[3 may] day=3 month=*may"},
    {"day:number? month:@month", "may", "DATE[may] month=*may"},
    {"( day:number | may ) @month", "4 april, may april", "DATE[4 april] day=4 DATE[may april]"},
    {"@month? april number", "april 5", "DATE[april 5]"},
    /* gaps */
    {"april ~2 may", "april x y may", "DATE[april x y may]"},
    {"april ~2 may", "april x y z may", ""},
    {"april ~2 may", "april. X may", ""},
    {"april ~5 may", "april may may", "DATE[april may]"},
    /* lists */
    {"list(who:@month) number", "april, may and april 5",
     "DATE[april, may and april 5] who=*april who=*may who=*april"},
    {"list(@month)", "april; may, et april", "DATE[april; may, et april]"},
    {"list(@month)", "april may", "DATE[april] DATE[may]"},
    {"list(@month) and number", "april, may and 5", "DATE[april, may and 5]"},
    {"who:list(@month)", "april and x", "DATE[april] who=*april"},
    /* captures */
    {"who:( number @month )", "5 may", "DATE[5 may] who=5 may"},
    {"who:( number month:@month )", "5 may", "DATE[5 may] month=*may who=5 may"},
    /* context */
    {"[ of ] @month", "of may, may", "DATE[may]"},
    {"@month [ \",\" number ]", "may, 5", "DATE[may]"},
    {"[ of ]? @month [ number ]", "of may 5", "DATE[may]"},
    /* never over the end of a sentence */
    {"april may", "april. May", ""},
    {"april may", "april\nmay", ""},
};

static void patterns_match_what_they_say(void **state)
{
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        char rules[256];
        snprintf(rules, sizeof rules, "stage date\nrule one\n match %s\n make DATE\n ok x\n no y\n",
                 CASES[i].match);
        struct pack *pack = pack_of(rules);
        assert_made(*state, pack, CASES[i].text, CASES[i].made);
        pack_free(pack);
    }
}

static void of_rules_at_one_word_the_longest_wins_then_more_captures(void **state)
{
    struct pack *pack = pack_of("stage date\n"
                                "rule short\n match month:@month\n make DATE\n ok x\n no y\n"
                                "rule long\n match @month number\n make TIME\n ok x\n no y\n"
                                "rule told\n match @month day:number\n make DATE\n ok x\n no y\n");
    assert_made(*state, pack, "may 5", "DATE[may 5] day=5");
    assert_made(*state, pack, "may x", "DATE[may] month=*may");
    pack_free(pack);
}

static void what_begins_inside_an_earlier_match_of_its_kind_is_left_out(void **state)
{
    struct pack *pack = pack_of("stage date\n"
                                "rule whole\n match number @month\n make DATE\n ok x\n no y\n"
                                "rule part\n match @month number?\n make DATE\n ok x\n no y\n"
                                "rule other\n match @month\n make TIME\n ok x\n no y\n");
    assert_made(*state, pack, "3 may 5", "DATE[3 may]");
    pack_free(pack);
}

static void a_rule_sees_what_earlier_stages_made(void **state)
{
    struct pack_folder folder;
    struct pack *pack = NULL;
    struct fault fault = {0};
    const struct pack_file files[] = {
        {"xx/rules/a.txt", "stage phrase\nrule two\n match who:#DATE @and #DATE\n make MEETING\n"
                           " ok x\n no y\n"},
        {"xx/rules/b.txt", "stage date\nrule one\n match @month number\n make DATE type=DAY\n"
                           " ok x\n no y\n"},
        {"xx/rules/c.txt", "stage date\nrule same\n match #DATE\n make DATE number=-3\n ok x\n"
                           " no y\n"},
    };
    pack_folder_open(&folder);
    pack_folder_fill(&folder, WORDS, sizeof WORDS / sizeof *WORDS);
    pack_folder_fill(&folder, files, sizeof files / sizeof *files);
    assert_int_equal(pack_load(folder.path, "xx", &pack, &fault), 0);
    pack_folder_remove(&folder);
    assert_made(*state, pack, "may 5 and april 6",
                "MEETING[may 5 and april 6] who=*may 5 DATE[may 5] DATE[april 6]");
    assert_true(str_equal(pack_rule_word(pack, 2, CAPTURE_TYPE), STR("DAY")));
    assert_int_equal(pack_rule_number(pack, 3, CAPTURE_NUMBER, 0), -3);
    assert_int_equal(pack_rule_number(pack, 2, CAPTURE_NUMBER, 8), 8);
    assert_true(str_equal(pack_rule_name(pack, 2), STR("b/one")));
    pack_free(pack);
}

static void two_rules_with_one_claim_are_noticed(void **state)
{
    struct pack *pack = pack_of("stage date\n"
                                "rule one\n match @month\n make DATE\n ok x\n no y\n"
                                "rule same\n match april\n make DATE\n ok x\n no y\n"
                                "rule other\n match may\n make DATE type=DAY\n ok x\n no y\n");
    struct document document = annotate(*state, pack, "april");
    assert_int_equal(document.tied[0], 0);
    document = annotate(*state, pack, "may");
    assert_int_equal(document.tied[0] + document.tied[1], 4);
    pack_free(pack);
}

static void too_many_steps_are_a_fault(void **state)
{
    struct fixture *fixture = *state;
    struct pack *pack = pack_of("stage date\nrule one\n match @month ~9 number\n make DATE\n ok x\n"
                                " no y\n");
    struct article article = {.body = STR("may x x x x x x x x 5")};
    struct document document;
    struct document_limits limits = LIMITS;
    limits.max_steps = 5;
    arena_reset(fixture->arena);
    assert_int_equal(document_open(&article, pack, fixture->arena, &limits, &document), 0);
    assert_int_equal(lexicon_annotate(&document), 0);
    assert_int_equal(match_stage(&document, STAGE_DATE), FAULT_TOO_COMPLEX);
    assert_int_equal(document_fault(&document), FAULT_TOO_COMPLEX);
    pack_free(pack);
}

static void too_many_annotations_are_a_fault(void **state)
{
    struct fixture *fixture = *state;
    struct article article = {.body = STR("may may may")};
    struct document document;
    struct document_limits limits = LIMITS;
    limits.max_annotations = 2;
    arena_reset(fixture->arena);
    assert_int_equal(document_open(&article, fixture->words, fixture->arena, &limits, &document),
                     0);
    assert_int_equal(lexicon_annotate(&document), FAULT_TOO_COMPLEX);
    assert_int_equal(document.annotation_count, 2);
}

/* A reader of examples that knows no stage but the lexicons and the dates. */
static int read_example(void *context, const struct article *article,
                        const struct document **ret_document)
{
    struct fixture *fixture = context;
    static struct document document;
    static struct article kept;
    kept = *article;
    arena_reset(fixture->arena);
    assert_int_equal(document_open(&kept, fixture->words, fixture->arena, &LIMITS, &document), 0);
    assert_int_equal(lexicon_annotate(&document), 0);
    assert_int_equal(match_stage(&document, STAGE_NAME), 0);
    *ret_document = &document;
    return 0;
}

static void examples_tell_what_went_wrong(void **state)
{
    struct fixture fixture = *(struct fixture *)*state;
    static const char *const MESSAGES[] = {
        "",
        "xx/rules/test.txt:6:6: the rule 'test/one' makes 'may' here, expected: 'april'",
        "xx/rules/test.txt:7:6: the rule 'test/one' finds nothing here; 'test/two' makes 'may 5'",
        "xx/rules/test.txt:8:6: the rule 'test/one' finds nothing here",
        "xx/rules/test.txt:9:6: the rule 'test/one' must find nothing here",
        "",
        "xx/rules/test.txt:11:8: the rule 'test/one' can do this now: write 'ok' instead of 'todo'",
        "",
    };
    fixture.words = pack_of("stage name\n"
                            "rule one\n"
                            "  match @month\n"
                            "  make NAME\n"
                            "  ok may -> may\n"
                            "  ok may -> april\n"
                            "  ok may 5\n"
                            "  ok june\n"
                            "  no in may\n"
                            "  no in may -> april\n"
                            "  todo may\n"
                            "  todo june on 2025-04-27\n"
                            "rule two\n  match @month number\n  make NAME\n  ok may 5\n  no may\n");
    size_t count;
    const struct example *examples = pack_examples(fixture.words, &count);
    assert_int_equal(count, 10);
    assert_int_equal(examples[7].on.year, 2025);
    assert_true(str_equal(examples[7].text, STR("june")));
    for (size_t i = 0; i < sizeof MESSAGES / sizeof *MESSAGES; i++) {
        struct fault fault = {0};
        const struct example_reader reader = {read_example, &fixture};
        int code = example_run(fixture.words, &examples[i], &reader, NULL, &fault);
        assert_string_equal(fault.text, MESSAGES[i]);
        assert_int_equal(code, MESSAGES[i][0] ? FAULT_PACK : 0);
    }
    pack_free(fixture.words);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(phrases_are_found),
        cmocka_unit_test(a_capital_in_the_data_asks_for_one_in_the_text),
        cmocka_unit_test(readings_live_side_by_side_and_the_longest_hides_the_rest),
        cmocka_unit_test(accents_count_where_the_pack_knows_several),
        cmocka_unit_test(classes_ask_for_capitals_and_accents),
        cmocka_unit_test(patterns_match_what_they_say),
        cmocka_unit_test(of_rules_at_one_word_the_longest_wins_then_more_captures),
        cmocka_unit_test(what_begins_inside_an_earlier_match_of_its_kind_is_left_out),
        cmocka_unit_test(a_rule_sees_what_earlier_stages_made),
        cmocka_unit_test(two_rules_with_one_claim_are_noticed),
        cmocka_unit_test(too_many_steps_are_a_fault),
        cmocka_unit_test(too_many_annotations_are_a_fault),
        cmocka_unit_test(examples_tell_what_went_wrong),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
