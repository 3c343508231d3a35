/* The words of the packs: what a phrase of a language means, through loader and lexicon pass. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "annotate/document.h"
#include "annotate/lexis.h"

enum { ARENA_CAP = 1 << 24 };

static const struct document_limits LIMITS = {1000, 100000, 1000000};

/* The first phrase of the lexicon in text: what it covers, its value, its tag (0: any). */
struct word_case {
    const char *text;
    uint16_t lexicon;
    const char *covers, *value;
    uint16_t tag;
};

static const struct word_case FRENCH[] = {
    {"le vice-Premier ministre", LEXICON_OFFICE, "vice-Premier ministre",
     "DEPUTY_HEAD_OF_GOVERNMENT;STATE", 0},
    {"les cheffes de la diplomatie", LEXICON_OFFICE, "cheffes de la diplomatie",
     "FOREIGN_MINISTER;ANY", TAG_PLUR},
    {"Mme Lou, Directrice Générale adjointe", LEXICON_OFFICE, "Directrice Générale adjointe",
     "EXECUTIVE;BODY", 0},
    {"des ministres de la Santé", LEXICON_OFFICE, "ministres de la Santé", "MINISTER;STATE",
     TAG_PLUR},
    {"la Défense nationale", LEXICON_PORTFOLIO, "Défense nationale", "DEFENCE", 0},
    {"elle le rencontre", LEXICON_MEETVERB, "rencontre", "TALKS;OBJECT;-", TAG_PRES},
    {"elle l'a rencontré", LEXICON_MEETVERB, "rencontré", "TALKS;OBJECT;-", TAG_PP},
    {"ils se sont entretenus", LEXICON_MEETVERB, "entretenus", "TALKS;WITH;-;REFLEXIVE", TAG_PP},
    {"le roi reçoit ses hôtes", LEXICON_MEETVERB, "reçoit", "TALKS;HOST;-", TAG_PRES},
    {"deux tables rondes", LEXICON_MEETNOUN, "tables rondes", "CONFERENCE;-;STRONG", TAG_PLUR},
    {"une visite d'État", LEXICON_MEETNOUN, "visite d'État", "VISIT;-;STRONG", TAG_SING},
    {"un entretien téléphonique", LEXICON_MEETNOUN, "entretien téléphonique", "CALL;PHONE;STRONG",
     TAG_SING},
    {"il a parlé", LEXICON_AUX, "a", "HAVE", TAG_PRES},
    {"elle va de Lyon à Nice", LEXICON_AUX, "va", "GO", TAG_PRES},
    {"le sommet a eu lieu", LEXICON_EVENTVERB, "eu lieu", "HOLD", TAG_PP},
    {"la réunion a été repoussée", LEXICON_EVENTVERB, "repoussée", "POSTPONE", TAG_PP},
    {"des conférences de presse", LEXICON_FALSEFRIEND, "conférences de presse", "PRESS", 0},
    {"en marge du sommet", LEXICON_SIDELINE, "en marge du", "SIDELINE", 0},
    {"Sous la présidence de Lou", LEXICON_HOST, "Sous la présidence de", "CHAIR", 0},
    {"À lire aussi : la suite", LEXICON_BOILERPLATE, "À lire aussi", "START;LISTING", 0},
};

static const struct word_case ENGLISH[] = {
    {"the deputy prime ministers", LEXICON_OFFICE, "deputy prime ministers",
     "DEPUTY_HEAD_OF_GOVERNMENT;STATE", TAG_PLUR},
    {"Secretary of State Lou", LEXICON_OFFICE, "Secretary of State", "FOREIGN_MINISTER;STATE;US",
     0},
    {"two chairwomen", LEXICON_OFFICE, "chairwomen", "OFFICIAL;BODY", TAG_PLUR},
    {"the national security advisor", LEXICON_OFFICE, "national security advisor", "OFFICIAL;ANY",
     0},
    {"the heads of state", LEXICON_GROUPNOUN, "heads of state", "HEAD_OF_STATE", TAG_PLUR},
    {"they met", LEXICON_MEETVERB, "met", "TALKS;OBJECT;-", TAG_PAST},
    {"she spoke by phone", LEXICON_MEETVERB, "spoke by phone", "CALL;WITH;PHONE", TAG_PAST},
    {"she is travelling to Bonn", LEXICON_MEETVERB, "travelling to", "VISIT;VISIT;-;-;OFFICIAL",
     TAG_GER},
    {"third-round peace talks", LEXICON_MEETNOUN, "peace talks", "NEGOTIATION;-;STRONG", TAG_PLUR},
    {"a working lunch", LEXICON_MEETNOUN, "working lunch", "TALKS;-;STRONG", TAG_SING},
    {"it was called off", LEXICON_EVENTVERB, "called off", "CANCEL", TAG_PAST},
    {"they'll meet", LEXICON_AUX, "'ll", "WILL", 0},
    {"they won't meet", LEXICON_AUX, "wo", "WILL", 0},
    {"she is due to speak", LEXICON_AUX, "is due to", "DUE", TAG_PRES},
    {"to meet growing demand", LEXICON_FALSEFRIEND, "meet growing demand", "ABSTRACT", 0},
    {"on the sidelines of it", LEXICON_SIDELINE, "on the sidelines of", "SIDELINE", 0},
    {"failed to reach an agreement", LEXICON_OUTCOME, "failed to reach an agreement",
     "NO_AGREEMENT", 0},
};

static void open_text(const struct pack *pack, struct arena *arena, const char *text,
                      struct document *ret_document)
{
    struct article *article = ARENA_ARRAY(arena, struct article, 1);
    assert_non_null(article);
    article->body = str_of(text);
    assert_int_equal(document_open(article, pack, arena, &LIMITS, ret_document), 0);
    assert_int_equal(lexicon_annotate(ret_document), 0);
}

static const struct annotation *first_of(const struct document *document, uint16_t kind)
{
    for (uint32_t t = 0; t < document->tokens.count; t++) {
        const struct annotation *found = document_at(document, t, kind);
        if (found)
            return found;
    }
    return NULL;
}

static void check_str(struct str got, const char *expected, const char *text)
{
    if (!str_equal(got, str_of(expected)))
        fail_msg("%s: '%.*s' instead of '%s'", text, (int)got.len, got.at, expected);
}

static void check_word(const struct pack *pack, const struct word_case *word)
{
    struct arena *arena = arena_new(ARENA_CAP);
    struct document document;
    open_text(pack, arena, word->text, &document);
    const struct annotation *found = first_of(&document, word->lexicon);
    if (!found)
        fail_msg("%s: nothing of the lexicon is found", word->text);
    check_str(document_text(&document, found->begin, found->end), word->covers, word->text);
    check_str(pack_value(pack, found->value), word->value, word->text);
    if (word->tag)
        assert_int_equal(found->tag, word->tag);
    /* Behind the last token nothing is written. */
    const uint32_t end = (uint32_t)document.tokens.count;
    assert_int_equal(document_text(&document, end, end + 1).len, 0);
    assert_true(str_equal(document_text(&document, found->begin, end + 1),
                          document_text(&document, found->begin, end)));
    arena_free(arena);
}

static void check_language(const char *language, const struct word_case *words, size_t count)
{
    struct fault fault = {0};
    struct pack *pack = NULL;
    struct lexis *lexis = NULL;
    if (pack_load(TEST_LANG_DIR, language, &pack, &fault) || lexis_new(pack, &lexis, &fault))
        fail_msg("%s", fault.text);
    for (size_t i = 0; i < count; i++)
        check_word(pack, &words[i]);
    lexis_free(lexis);
    pack_free(pack);
}

static void french_words_mean_what_they_say(void **state)
{
    (void)state;
    check_language("fr", FRENCH, sizeof FRENCH / sizeof *FRENCH);
}

static void english_words_mean_what_they_say(void **state)
{
    (void)state;
    check_language("en", ENGLISH, sizeof ENGLISH / sizeof *ENGLISH);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(french_words_mean_what_they_say),
        cmocka_unit_test(english_words_mean_what_they_say),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
