#include "annotate/name/start.h"

/* Where a name ends before a word that could go on with it, and begins behind one that could. */

bool name_is_closed(const struct document *document, uint32_t token)
{
    return token > 1 && document_is(document, token + 1, CLASS(OF)) &&
           look_at(document, token, LEXICON_OFFICE) && name_is_capital(document, token - 1) &&
           name_is_capital(document, token - 2) && !name_taken_at(document, token - 2);
}

uint32_t name_behind_origin(const struct document *document, uint32_t token)
{
    if (token == 0 || !document_is(document, token - 1, CLASS(DETERMINER)) ||
        look_flag(document, token, TOKEN_TITLE) || name_is_given(document, token) ||
        name_taken_at(document, token))
        return token;
    const uint32_t given = token + 1 + look_flag(document, token + 1, TOKEN_HYPHEN);
    return name_is_capital(document, given) && look_at(document, given, LEXICON_GIVENNAME) &&
                   name_is_capital(document, given + 1)
               ? given
               : token;
}

/* "the president of the Gambia | Musa Bello": whether the title and the state whose it is end at
 * token. */
static bool is_behind_state_of(const struct document *document, uint32_t token)
{
    enum { WORDS_BACK = 4 };
    if (!look_ends(document, token, LEXICON_COUNTRY))
        return false;
    for (uint32_t t = token - 1; t > 1 && t + WORDS_BACK > token; t--) {
        const struct annotation *state = look_at(document, t, LEXICON_COUNTRY);
        uint32_t of = t - 1;
        of -= document_is(document, of, CLASS(DETERMINER)) &&
              !document_is(document, of, CLASS(OF)) && of > 0;
        if (state && state->end == token)
            return document_is(document, of, CLASS(OF)) && look_ends(document, of, LEXICON_OFFICE);
    }
    return false;
}

bool name_is_behind_office(const struct document *document, uint32_t token)
{
    return look_ends(document, token, LEXICON_OFFICE) ||
           (token > 1 && look_mark(document, token - 1, ',') &&
            look_ends(document, token - 1, LEXICON_OFFICE)) ||
           is_behind_state_of(document, token);
}

/* "salle | Jean-Moulin", "rue | Paul-Bert": whether a hyphen joins the two words of the name, right
 * behind a word that tells no people. */
static bool is_called_after(const struct document *document, uint32_t begin, uint32_t end)
{
    const struct annotation *given = look_at(document, begin, LEXICON_GIVENNAME);
    const uint32_t before = begin - 1;
    return end == begin + 2 && look_flag(document, begin + 1, TOKEN_HYPHEN) && given &&
           given->end == begin + 1 && look_flag(document, before, TOKEN_WORD) &&
           !look_flag(document, before, TOKEN_CAPITAL) &&
           !document_is(document, before, NAME_FUNCTION_WORDS) &&
           !look_at(document, before, LEXICON_OFFICE) &&
           !look_ends(document, begin, LEXICON_OFFICE) &&
           !look_ends(document, begin, LEXICON_HONORIFIC) &&
           !look_ends(document, begin, LEXICON_DEMONYM) &&
           !look_ends(document, begin, LEXICON_GROUPNOUN) &&
           !look_ends(document, begin, LEXICON_MEETVERB);
}

bool name_is_house(const struct document *document, uint32_t begin, uint32_t end)
{
    return begin > 0 &&
           (is_called_after(document, begin, end) ||
            (end > begin + 1 && document_is(document, begin - 1, CLASS(DETERMINER) | CLASS(AT)) &&
             document_is(document, end - 1, pack_optional(document->pack, OPTIONAL_HOUSE))));
}

uint32_t name_first(const struct document *document, uint32_t token)
{
    const uint64_t small = CLASS(PARTICLE);
    uint32_t first = token;
    while (first > 0 && document_is(document, first - 1, small) &&
           !look_flag(document, first - 1, TOKEN_CAPITAL))
        first--;
    if (first == token || first == 0 || look_flag(document, token, TOKEN_HYPHEN))
        return first < token ? token - 1 : token;
    const bool other = document_is(document, first, NAME_FUNCTION_WORDS);
    return look_ends(document, first, LEXICON_HONORIFIC) ||
                   (!other && look_ends(document, first, LEXICON_OFFICE))
               ? first
               : token;
}

/* The family's name at token with the word before it: "de Mostra". */
static uint32_t hash_of_pair(const struct document *document, uint32_t token)
{
    return look_token(document, token - 1)->hash * 31 + look_token(document, token)->hash;
}

void name_keep_family(const struct document *document, struct seen *seen, uint32_t token)
{
    seen_add(&seen->family, look_token(document, token)->hash);
    seen_add(&seen->family, hash_of_pair(document, token));
}

uint32_t name_family_first(const struct document *document, const struct seen *seen, uint32_t token)
{
    const bool small = token > 0 && document_is(document, token - 1, CLASS(PARTICLE));
    const bool opens = small && (look_flag(document, token - 1, TOKEN_SENTENCE) ||
                                 (token > 1 && look_mark(document, token - 2, ',')));
    return opens && seen_has(&seen->family, hash_of_pair(document, token))
               ? token - 1
               : name_first(document, token);
}

bool name_is_family_word(const struct document *document, uint32_t token)
{
    return document_is(document, token, CLASS(PARTICLE)) &&
           !document_is(document, token, NAME_FUNCTION_WORDS);
}
