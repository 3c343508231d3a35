#include "text/fold.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utf16.h>

#include "base/utf8.h"

enum { VIRAMA = 9, DECOMPOSED = 32 };

/* Letters that Unicode does not take apart but readers do. */
static const struct {
    int32_t letter;
    const char *folded;
} LETTERS[] = {
    {0x00DF, "ss"}, {0x00E6, "ae"}, {0x00F8, "o"}, {0x0111, "d"},  {0x0131, "i"},
    {0x0142, "l"},  {0x0153, "oe"}, {0x00F0, "d"}, {0x00FE, "th"},
};

/* Marks that are one for a reader. */
static const struct {
    int32_t first, last;
    uint8_t flags;
    char folded;
} MARKS[] = {
    {'\'', '\'', CHAR_APOSTROPHE, '\''},
    {0x02BC, 0x02BC, CHAR_APOSTROPHE, '\''},
    {0x2018, 0x2019, CHAR_APOSTROPHE, '\''}, /* the left one by mistake: "secrétaire d‘État" */
    {0x00B4, 0x00B4, CHAR_APOSTROPHE, '\''},
    {'`', '`', CHAR_APOSTROPHE, '\''}, /* as some sites write it: "l`Union" */
    {0x201A, 0x201B, 0, '\''},
    {0x201C, 0x201F, 0, '"'},
    {'-', '-', CHAR_HYPHEN, '-'},
    {0x2010, 0x2013, CHAR_HYPHEN, '-'},
    {0x2212, 0x2212, CHAR_HYPHEN, '-'},
    {0x2014, 0x2015, 0, '-'}, /* parts clauses, joins no words */
    {'\n', '\r', CHAR_LINE, ' '},
    {0x0085, 0x0085, CHAR_LINE, ' '},
    {0x2028, 0x2029, CHAR_LINE, ' '},
    {0x200B, 0x200B, CHAR_SPACE, ' '},
};

static void fold_put(struct fold_char *folded, int32_t code_point)
{
    char bytes[4];
    size_t len = utf8_encode((uint32_t)code_point, bytes);
    if (folded->len + len > FOLD_LONGEST)
        return;
    memcpy(folded->text + folded->len, bytes, len);
    folded->len = (uint8_t)(folded->len + len);
}

static void fold_put_letter(struct fold_char *folded, int32_t letter)
{
    for (size_t i = 0; i < sizeof LETTERS / sizeof *LETTERS; i++) {
        if (LETTERS[i].letter != letter)
            continue;
        for (const char *c = LETTERS[i].folded; *c; c++)
            fold_put(folded, *c);
        return;
    }
    fold_put(folded, letter == 0x02BC ? '\'' : letter);
}

/* Accents go; signs that write a vowel or join consonants (Indic) stay. */
static bool is_accent(int32_t code_point)
{
    uint8_t class = u_getCombiningClass(code_point);
    return class > 0 && class != VIRAMA;
}

static void fold_letter(const void *decomposition, int32_t letter, struct fold_char *folded)
{
    UErrorCode status = U_ZERO_ERROR;
    UChar parts[DECOMPOSED];
    int32_t count = unorm2_getDecomposition(decomposition, letter, parts, DECOMPOSED, &status);
    if (U_FAILURE(status) || count < 0) {
        fold_put_letter(folded, u_foldCase(letter, U_FOLD_CASE_DEFAULT));
        return;
    }
    for (int32_t i = 0; i < count; i++) {
        int32_t part = parts[i];
        if (U16_IS_LEAD(parts[i]) && i + 1 < count) {
            part = (parts[i] << 10) + parts[i + 1] - (int32_t)U16_SURROGATE_OFFSET;
            i++;
        }
        if (!is_accent(part) && u_charType(part) != U_SPACE_SEPARATOR)
            fold_put_letter(folded, u_foldCase(part, U_FOLD_CASE_DEFAULT));
    }
}

static uint8_t char_flags(int32_t code_point)
{
    switch (u_charType(code_point)) {
    case U_UPPERCASE_LETTER:
    case U_TITLECASE_LETTER:
        return CHAR_LETTER | CHAR_UPPER;
    case U_LOWERCASE_LETTER:
    case U_MODIFIER_LETTER:
    case U_OTHER_LETTER:
        return CHAR_LETTER;
    case U_LETTER_NUMBER:
        return u_isupper(code_point) ? CHAR_LETTER | CHAR_UPPER : CHAR_LETTER;
    case U_DECIMAL_DIGIT_NUMBER:
        return CHAR_DIGIT;
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_COMBINING_SPACING_MARK:
    case U_FORMAT_CHAR:
        return CHAR_MARK;
    case U_SPACE_SEPARATOR:
    case U_CONTROL_CHAR:
        return CHAR_SPACE;
    default:
        return 0;
    }
}

static struct fold_char fold_make(const void *decomposition, int32_t code_point)
{
    struct fold_char folded = {0};
    for (size_t i = 0; i < sizeof MARKS / sizeof *MARKS; i++) {
        if (code_point < MARKS[i].first || code_point > MARKS[i].last)
            continue;
        folded.flags = MARKS[i].flags;
        fold_put(&folded, MARKS[i].folded);
        return folded;
    }
    folded.flags = char_flags(code_point);
    if (folded.flags & CHAR_LETTER)
        fold_letter(decomposition, code_point, &folded);
    else if (folded.flags & CHAR_DIGIT)
        fold_put(&folded, '0' + u_charDigitValue(code_point));
    else if (!(folded.flags & CHAR_MARK) ||
             (!is_accent(code_point) && u_charType(code_point) != U_FORMAT_CHAR))
        fold_put(&folded, code_point);
    return folded;
}

struct fold *fold_new(struct arena *arena)
{
    UErrorCode status = U_ZERO_ERROR;
    struct fold *fold = arena_alloc(arena, sizeof *fold);
    const UNormalizer2 *decomposition = unorm2_getNFKDInstance(&status);
    if (!fold || U_FAILURE(status))
        return NULL;
    fold->decomposition = decomposition;
    for (int32_t i = 0; i < FOLD_TABLE; i++)
        fold->at[i] = fold_make(decomposition, i);
    return fold;
}

struct fold_char fold_rare(const struct fold *fold, uint32_t code_point)
{
    return fold_make(fold->decomposition, (int32_t)code_point);
}

size_t fold_text(const struct fold *fold, struct str text, char *ret_folded, size_t size)
{
    size_t used = 0;
    for (size_t i = 0; i < text.len;) {
        for (; i < text.len && used < size && !(text.at[i] & 0x80); i++) {
            const struct fold_char *sign = &fold->at[(unsigned char)text.at[i]];
            ret_folded[used] = sign->text[0]; /* one of ASCII folds to one, or to nothing */
            used += sign->len;
        }
        if (i == text.len)
            break;
        size_t size_in;
        struct fold_char folded = fold_point(fold, utf8_decode(text.at + i, &size_in));
        if (used + folded.len > size)
            break;
        if (folded.len == 1)
            ret_folded[used] = folded.text[0];
        else
            memcpy(ret_folded + used, folded.text, folded.len);
        used += folded.len;
        i += size_in;
    }
    return used;
}

static bool is_apostrophe(int32_t code_point)
{
    for (size_t i = 0; i < sizeof MARKS / sizeof *MARKS; i++) {
        if (MARKS[i].flags == CHAR_APOSTROPHE && code_point >= MARKS[i].first &&
            code_point <= MARKS[i].last)
            return true;
    }
    return false;
}

static bool is_bare_capital(const struct fold *fold, uint32_t found, uint32_t wanted)
{
    if (found < 'A' || found > 'Z')
        return false;
    struct fold_char letter = fold_point(fold, wanted);
    return letter.len == 1 && letter.text[0] == (char)(found - 'A' + 'a');
}

/* Whether a sign that isn't the wanted one stands for it: in other case, as another apostrophe, as
 * a capital without its accent. */
static bool stands_for(const struct fold *fold, uint32_t found, uint32_t wanted)
{
    enum { LATIN_END = 0x100 }; /* of its letters only A to Z have a to z as small ones */
    if ((found ^ wanted) == ('a' ^ 'A') && (found | 0x20) >= 'a' && (found | 0x20) <= 'z')
        return true; /* the first letter of a sentence: nearly always */
    if (found >= 'a' && found <= 'z' && wanted < LATIN_END)
        return false; /* "a" for "à" */
    return u_tolower((int32_t)wanted) == u_tolower((int32_t)found) ||
           (is_apostrophe((int32_t)wanted) && is_apostrophe((int32_t)found)) ||
           is_bare_capital(fold, found, wanted);
}

/* The sign of the text at *at, over which that goes. */
static uint32_t next_point(struct str text, size_t *at)
{
    size_t size;
    const uint32_t code_point = utf8_decode(text.at + *at, &size);
    *at += size;
    return code_point;
}

bool fold_spelled(const struct fold *fold, struct str pattern, struct str text)
{
    size_t i = 0, j = 0;
    if (str_equal(pattern, text))
        return true; /* nearly always */
    while (i < pattern.len && j < text.len) {
        if (pattern.at[i] == text.at[j] && !(pattern.at[i] & 0x80)) {
            i++;
            j++;
            continue;
        }
        const uint32_t wanted = next_point(pattern, &i), found = next_point(text, &j);
        if (wanted != found && !stands_for(fold, found, wanted))
            return false;
    }
    return i == pattern.len && j == text.len;
}
