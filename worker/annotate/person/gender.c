#include "annotate/person/gender.h"

#include "annotate/look.h"

/* What the column of a line says: M, F, or else for either. */
static enum gender gender_in_column(const struct document *document, const struct annotation *word,
                                    unsigned column)
{
    const struct str told = word ? pack_column(document->pack, word->value, column) : STR("");
    return str_equal(told, STR("M"))   ? GENDER_MALE
           : str_equal(told, STR("F")) ? GENDER_FEMALE
                                       : GENDER_UNKNOWN;
}

static enum gender gender_of_word(const struct document *document, const struct annotation *word)
{
    return gender_in_column(document, word, 0);
}

enum gender gender_of_pronoun(const struct document *document, uint32_t token)
{
    return gender_of_word(document, look_at(document, token, LEXICON_GENDER));
}

bool gender_is_nobody(const struct document *document, uint32_t token)
{
    const struct annotation *word = look_at(document, token, LEXICON_GENDER);
    return word && str_equal(pack_column(document->pack, word->value, 1), STR("NOBODY"));
}

/* By a word of address or the form of an office: "Mrs", "la présidente". */
static enum gender gender_of_title(const struct document *document, const struct party *party)
{
    for (uint32_t t = party->begin; t < party->end; t++) {
        const enum gender told = gender_of_word(document, look_at(document, t, LEXICON_HONORIFIC));
        if (told != GENDER_UNKNOWN)
            return told;
    }
    for (unsigned i = 0; i < party->role_count; i++) {
        const struct annotation *office = look_at(document, party->roles[i]->begin, LEXICON_OFFICE);
        if (office && office->tag == TAG_FEM)
            return GENDER_FEMALE;
    }
    return GENDER_UNKNOWN;
}

/* "la | ministre, Y": what the article before the office of somebody with a name tells. */
static enum gender gender_of_article(const struct document *document, const struct party *party)
{
    const bool named = party->role_count && party->name_end > party->name_begin;
    const uint32_t before = named ? party->roles[0]->begin : 0;
    const struct annotation *word =
        before > 0 ? look_at(document, before - 1, LEXICON_GENDER) : NULL;
    return gender_in_column(document, word, 1);
}

enum gender gender_of_party(const struct document *document, const struct party *party)
{
    if (party->type != PARTY_PERSON || party->plural)
        return GENDER_UNKNOWN;
    enum gender told = gender_of_title(document, party);
    if (told == GENDER_UNKNOWN && party->name_end >= party->name_begin + 2)
        told = gender_of_word(document, look_at(document, party->name_begin, LEXICON_GIVENNAME));
    return told != GENDER_UNKNOWN ? told : gender_of_article(document, party);
}
