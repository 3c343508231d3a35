#include "annotate/name/spelling.h"

enum { WORD_MAX = 40, LEAST_LETTERS = 4, TYPO_LETTERS = 7 };

struct row {
    const char *written; /* NULL: no more of its letter */
    const char *sound;
};

enum { LETTERS = 26, ROWS_MAX = 8 };

/* Letters that the press writes for one sound, by the first of them, the longest first. */
static const struct row SOUNDS[LETTERS][ROWS_MAX] = {
    ['c' - 'a'] = {{"ch", "c"}, {"ck", "k"}, {"cz", "c"}, {"c", "k"}},
    ['d' - 'a'] = {{"dzh", "j"}, {"dh", "d"}, {"dj", "j"}, {"dz", "z"}},
    ['e' - 'a'] = {{"ee", "i"}, {"ei", "e"}, {"ey", "e"}},
    ['f' - 'a'] = {{"ff", "v"}},
    ['g' - 'a'] = {{"gue", "ge"}, {"gui", "gi"}, {"gh", "g"}},
    ['i' - 'a'] = {{"ie", "e"}, {"ii", "i"}, {"ij", "i"}, {"iy", "i"}},
    ['k' - 'a'] = {{"kh", "h"}},
    ['o' - 'a'] = {{"oo", "u"}, {"ou", "u"}},
    ['p' - 'a'] = {{"ph", "f"}},
    ['q' - 'a'] = {{"q", "k"}},
    ['s' - 'a'] = {{"shch", "c"}, {"sch", "c"}, {"sh", "c"}},
    ['t' - 'a'] = {{"tch", "c"}, {"tsh", "c"}, {"th", "t"}},
    ['w' - 'a'] = {{"w", "v"}},
    ['x' - 'a'] = {{"x", "ks"}},
    ['y' - 'a'] = {{"ya", "ia"}, {"ye", "e"}, {"yi", "i"}, {"yu", "iu"}, {"y", "i"}},
    ['z' - 'a'] = {{"zh", "j"}},
};

struct sounds {
    char at[WORD_MAX * 2];
    size_t len;
};

/* Letters that can begin the same sound; names that begin otherwise are never compared. */
static const char FIRST_SOUND[26] = {'a', 'b', 'k', 'j', 'i', 'f', 'k', 'k', 'i',
                                     'j', 'k', 'l', 'm', 'n', 'u', 'f', 'k', 'r',
                                     'k', 'k', 'u', 'v', 'v', 'k', 'i', 'j'};

/* The sounds that a word can end in which ends in the letter; one name ends in one sound. */
static const char *const LAST_SOUNDS[LETTERS] = {
    "a", "b",  "k", "d", "ei", "fv", "g", "hcdfgjt", "ie", "ji", "k", "l",  "m",
    "n", "ou", "p", "k", "r",  "s",  "t", "u",       "v",  "v",  "s", "ie", "zc"};

/* How many letters at that place of the word are written there, 0: others are. */
static size_t letters_written(struct str word, size_t at, const char *written)
{
    size_t len = 0;
    while (written[len] && at + len < word.len && word.at[at + len] == written[len])
        len++;
    return written[len] ? 0 : len;
}

/* The longest row that fits, and how many letters it takes; 0: none does. */
static size_t longest_row(struct str word, size_t at, const char **ret_sound)
{
    const char letter = word.at[at];
    if (letter < 'a' || letter > 'z')
        return 0;
    for (const struct row *row = SOUNDS[letter - 'a']; row->written; row++) {
        const size_t len = letters_written(word, at, row->written);
        if (len) {
            *ret_sound = row->sound;
            return len;
        }
    }
    return 0;
}

static void sounds_add(struct sounds *sounds, char letter)
{
    if (sounds->len < sizeof sounds->at && letter != '-' && letter != '\'' &&
        (sounds->len == 0 || sounds->at[sounds->len - 1] != letter))
        sounds->at[sounds->len++] = letter;
}

static struct sounds sounds_of(struct str word)
{
    struct sounds sounds = {.len = 0};
    for (size_t at = 0; at < word.len && at < WORD_MAX;) {
        const char *sound = NULL;
        const size_t length = longest_row(word, at, &sound);
        if (!length)
            sounds_add(&sounds, word.at[at]);
        for (; length && *sound; sound++)
            sounds_add(&sounds, *sound);
        at += length ? length : 1;
    }
    return sounds;
}

/* Whether one letter more, less or other makes b of a; not the last: "Karimova" is a woman. */
static bool one_apart(const struct sounds *a, const struct sounds *b)
{
    size_t head = 0, tail = 0;
    const size_t shorter = a->len < b->len ? a->len : b->len;
    const size_t longer = a->len < b->len ? b->len : a->len;
    while (head < shorter && a->at[head] == b->at[head])
        head++;
    while (tail < shorter - head && a->at[a->len - 1 - tail] == b->at[b->len - 1 - tail])
        tail++;
    return head > 0 && tail > 0 && longer - head - tail <= 1;
}

/* Where the small letter of a byte stands in the tables; LETTERS: it is none of theirs. */
static size_t letter_of(char byte)
{
    const char small = byte | 0x20;
    return small >= 'a' && small <= 'z' ? (size_t)(small - 'a') : LETTERS;
}

/* "Muhammad" beside "Mohammed". */
static void round_vowels(struct sounds *sounds)
{
    for (size_t i = 0; i < sounds->len; i++)
        sounds->at[i] = sounds->at[i] == 'o' ? 'u' : sounds->at[i];
}

bool spelling_possible(struct str a, struct str b)
{
    const size_t first_a = letter_of(a.at[0]), first_b = letter_of(b.at[0]);
    if (first_a < LETTERS && first_b < LETTERS && FIRST_SOUND[first_a] != FIRST_SOUND[first_b])
        return false;
    const size_t last_a = letter_of(a.at[a.len - 1]), last_b = letter_of(b.at[b.len - 1]);
    if (last_a == last_b || last_a == LETTERS || last_b == LETTERS || a.len > WORD_MAX ||
        b.len > WORD_MAX)
        return true;
    return strpbrk(LAST_SOUNDS[last_a], LAST_SOUNDS[last_b]) != NULL;
}

bool spelling_same(struct str a, struct str b)
{
    if (a.len < LEAST_LETTERS || b.len < LEAST_LETTERS)
        return false;
    struct sounds sounds_a = sounds_of(a), sounds_b = sounds_of(b);
    if (sounds_a.len == sounds_b.len && memcmp(sounds_a.at, sounds_b.at, sounds_a.len) == 0)
        return true;
    if (sounds_a.len < TYPO_LETTERS || sounds_b.len < TYPO_LETTERS)
        return false;
    round_vowels(&sounds_a);
    round_vowels(&sounds_b);
    return one_apart(&sounds_a, &sounds_b);
}
