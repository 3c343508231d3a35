#include "text/vocabulary.h"

#include "base/fault.h"
#include "base/grow.h"

/* A zero ends each word, and eight bytes may be read wherever it has one. */
enum { FIRST_SLOTS = 64, READ_PAST = 8, INSIDE = 24 };

/* Short words stand in the table itself: one look into memory finds them. */
struct slot {
    uint32_t hash;
    uint32_t number;     /* 0: free */
    char inside[INSIDE]; /* the word and a zero, if it is short enough; else begins with a zero */
};

/* Open addressing, at most half full, so that a word that is not there costs one look. */
struct vocabulary {
    struct arena *arena;
    struct slot *slots;
    uint32_t mask;
    uint32_t count;
    struct str *words; /* [count] */
    size_t word_room;
};

struct vocabulary *vocabulary_new(struct arena *arena)
{
    struct vocabulary *vocabulary = arena_alloc(arena, sizeof *vocabulary);
    struct slot *slots = ARENA_ARRAY(arena, struct slot, FIRST_SLOTS);
    if (!vocabulary || !slots)
        return NULL;
    vocabulary->arena = arena;
    vocabulary->slots = slots;
    vocabulary->mask = FIRST_SLOTS - 1;
    return vocabulary;
}

static uint64_t read8(const char *at)
{
    uint64_t bytes;
    memcpy(&bytes, at, sizeof bytes);
    return bytes;
}

static uint64_t read4(const char *at)
{
    uint32_t bytes;
    memcpy(&bytes, at, sizeof bytes);
    return bytes;
}

static uint64_t mix(uint64_t hash, uint64_t bytes)
{
    hash = (hash ^ bytes) * UINT64_C(0x9E3779B97F4A7C15);
    return hash ^ hash >> 32;
}

/* Most words are shorter than 16 bytes: two reads that may overlap instead of a loop. */
uint32_t vocabulary_hash(struct str word)
{
    const char *at = word.at;
    size_t len = word.len;
    uint64_t hash = len;
    if (len >= 8) {
        for (size_t i = 0; i + 8 < len; i += 8)
            hash = mix(hash, read8(at + i));
        hash = mix(hash, read8(at + len - 8));
    } else if (len >= 4) {
        hash = mix(hash, read4(at) << 32 | read4(at + len - 4));
    } else if (len > 0) {
        hash =
            mix(hash, (uint64_t)(unsigned char)at[0] << 16 |
                          (uint64_t)(unsigned char)at[len / 2] << 8 | (unsigned char)at[len - 1]);
    }
    hash = mix(hash, len);
    return (uint32_t)hash;
}

static void slot_put(struct slot *slots, uint32_t mask, struct slot slot)
{
    uint32_t i = slot.hash & mask;
    while (slots[i].number)
        i = (i + 1) & mask;
    slots[i] = slot;
}

/* Of the word that was added last. */
static struct slot slot_of(uint32_t hash, const struct vocabulary *vocabulary)
{
    struct slot slot = {.hash = hash, .number = vocabulary->count};
    struct str word = vocabulary->words[vocabulary->count - 1];
    if (word.len + READ_PAST <= INSIDE)
        memcpy(slot.inside, word.at, word.len);
    return slot;
}

static int vocabulary_widen(struct vocabulary *vocabulary)
{
    if ((vocabulary->count + 1) * 2 <= vocabulary->mask)
        return 0;
    uint32_t count = (vocabulary->mask + 1) * 2;
    struct slot *slots = ARENA_ARRAY(vocabulary->arena, struct slot, count);
    if (!slots)
        return FAULT_MEMORY;
    for (uint32_t i = 0; i <= vocabulary->mask; i++)
        if (vocabulary->slots[i].number)
            slot_put(slots, count - 1, vocabulary->slots[i]);
    vocabulary->slots = slots;
    vocabulary->mask = count - 1;
    return 0;
}

int vocabulary_add(struct vocabulary *vocabulary, struct str word, uint32_t *ret_number)
{
    uint32_t hash = vocabulary_hash(word);
    uint32_t known = vocabulary_find(vocabulary, word, hash);
    if (known) {
        *ret_number = known;
        return 0;
    }
    if (vocabulary_widen(vocabulary) ||
        !GROW(vocabulary->arena, vocabulary->words, vocabulary->count, vocabulary->word_room))
        return FAULT_MEMORY;
    char *copy = arena_alloc(vocabulary->arena, word.len + READ_PAST);
    if (!copy)
        return FAULT_MEMORY;
    if (word.len)
        memcpy(copy, word.at, word.len);
    vocabulary->words[vocabulary->count++] = str_make(copy, word.len);
    slot_put(vocabulary->slots, vocabulary->mask, slot_of(hash, vocabulary));
    *ret_number = vocabulary->count;
    return 0;
}

/* Whether both begin alike.  Reads that may overlap instead of a loop, as for the hash; none goes
 * more than READ_PAST behind the first zero of known, where they differ: word has none. */
static bool begin_alike(const char *known, const char *word, size_t len)
{
    if (len >= 8) {
        for (size_t i = 0; i + 8 < len; i += 8)
            if (read8(known + i) != read8(word + i))
                return false;
        return read8(known + len - 8) == read8(word + len - 8);
    }
    if (len >= 4)
        return read4(known) == read4(word) && read4(known + len - 4) == read4(word + len - 4);
    return len == 0 || ((known[0] ^ word[0]) | (known[len / 2] ^ word[len / 2]) |
                        (known[len - 1] ^ word[len - 1])) == 0;
}

static bool is_word(const char *known, struct str word)
{
    return begin_alike(known, word.at, word.len) && known[word.len] == '\0';
}

static const char *known_word(const struct vocabulary *vocabulary, const struct slot *slot)
{
    return slot->inside[0] ? slot->inside : vocabulary->words[slot->number - 1].at;
}

uint32_t vocabulary_find(const struct vocabulary *vocabulary, struct str word, uint32_t hash)
{
    const struct slot *slots = vocabulary->slots;
    for (uint32_t i = hash & vocabulary->mask; slots[i].number; i = (i + 1) & vocabulary->mask)
        if (slots[i].hash == hash && is_word(known_word(vocabulary, &slots[i]), word))
            return slots[i].number;
    return 0;
}

void vocabulary_prefetch(const struct vocabulary *vocabulary, uint32_t hash)
{
    __builtin_prefetch(&vocabulary->slots[hash & vocabulary->mask]);
}

size_t vocabulary_count(const struct vocabulary *vocabulary)
{
    return vocabulary->count;
}

struct str vocabulary_word(const struct vocabulary *vocabulary, uint32_t number)
{
    return vocabulary->words[number - 1];
}
