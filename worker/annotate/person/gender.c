#include "annotate/person/gender.h"

#include "annotate/look.h"

/* What the first column of a line says: M, F, or X for either. */
static enum gender gender_of_word(const struct document *document, const struct annotation *word)
{
    const struct str told = word ? pack_column(document->pack, word->value, 0) : STR("");
    return str_equal(told, STR("M"))   ? GENDER_MALE
           : str_equal(told, STR("F")) ? GENDER_FEMALE
                                       : GENDER_UNKNOWN;
}

enum gender gender_of_pronoun(const struct document *document, uint32_t token)
{
    return gender_of_word(document, look_at(document, token, LEXICON_GENDER));
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

enum gender gender_of_party(const struct document *document, const struct party *party)
{
    if (party->type != PARTY_PERSON || party->plural)
        return GENDER_UNKNOWN;
    const enum gender told = gender_of_title(document, party);
    return told != GENDER_UNKNOWN || party->name_end < party->name_begin + 2
               ? told
               : gender_of_word(document, look_at(document, party->name_begin, LEXICON_GIVENNAME));
}
