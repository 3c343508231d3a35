#include "annotate/spelling.h"

enum { WORD_MAX = 40, LEAST_LETTERS = 4, TYPO_LETTERS = 7 };

/* Letters that the press writes for one sound; the longest row that fits is taken. */
static const struct {
    const char *written;
    const char *sound;
} SOUNDS[] = {
    {"tch", "c"}, {"sch", "c"}, {"tsh", "c"}, {"dzh", "j"}, {"shch", "c"}, {"ch", "c"},
    {"sh", "c"},  {"cz", "c"},  {"dj", "j"},  {"zh", "j"},  {"dz", "z"},   {"kh", "h"},
    {"gh", "g"},  {"ph", "f"},  {"th", "t"},  {"dh", "d"},  {"ck", "k"},   {"ou", "u"},
    {"oo", "u"},  {"ee", "i"},  {"iy", "i"},  {"ij", "i"},  {"ii", "i"},   {"yi", "i"},
    {"ei", "e"},  {"ye", "e"},  {"ie", "e"},  {"ya", "ia"}, {"yu", "iu"},  {"q", "k"},
    {"c", "k"},   {"w", "v"},   {"y", "i"},   {"x", "ks"},  {"ff", "v"},
};

struct sounds {
    char at[WORD_MAX * 2];
    size_t len;
};

/* Letters that can begin the same sound; names that begin otherwise are never compared. */
static const char FIRST_SOUND[26] = {'a', 'b', 'k', 'j', 'i', 'f', 'k', 'k', 'i',
                                     'j', 'k', 'l', 'm', 'n', 'u', 'f', 'k', 'r',
                                     'k', 'k', 'u', 'v', 'v', 'k', 'i', 'j'};

static bool starts(struct str word, size_t at, const char *written, size_t *ret_len)
{
    size_t len = 0;
    while (written[len] && at + len < word.len && word.at[at + len] == written[len])
        len++;
    *ret_len = len;
    return !written[len];
}

static size_t longest_row(struct str word, size_t at, const char **ret_sound)
{
    size_t longest = 0, len = 0;
    for (size_t i = 0; i < sizeof SOUNDS / sizeof *SOUNDS; i++) {
        if (SOUNDS[i].written[0] == word.at[at] && starts(word, at, SOUNDS[i].written, &len) &&
            len > longest) {
            longest = len;
            *ret_sound = SOUNDS[i].sound;
        }
    }
    return longest;
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

bool spelling_possible(char a, char b)
{
    a |= 0x20;
    b |= 0x20;
    if (a < 'a' || a > 'z' || b < 'a' || b > 'z')
        return true;
    return FIRST_SOUND[a - 'a'] == FIRST_SOUND[b - 'a'];
}

bool spelling_same(struct str a, struct str b)
{
    if (a.len < LEAST_LETTERS || b.len < LEAST_LETTERS)
        return false;
    const struct sounds sounds_a = sounds_of(a), sounds_b = sounds_of(b);
    if (sounds_a.len == sounds_b.len && memcmp(sounds_a.at, sounds_b.at, sounds_a.len) == 0)
        return true;
    return sounds_a.len >= TYPO_LETTERS && sounds_b.len >= TYPO_LETTERS &&
           one_apart(&sounds_a, &sounds_b);
}
