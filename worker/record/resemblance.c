#include "record/resemblance.h"

#include "base/utf8.h"

enum { MOST_WORDS = 24, WORDS_TEXT = 512, SHORT = 3 /* letters */ };

/* The folded words of a text, as many as there is room for. */
struct words {
    struct str items[MOST_WORDS];
    size_t count;
    char text[WORDS_TEXT];
};

/* A word on its way. */
struct word {
    size_t begin, end;
    bool plain; /* nothing but small letters without accents */
};

/* Short words in small letters say nothing of their own: "of", "des", "and". */
static void word_end(struct words *words, const struct word *word)
{
    size_t len = word->end - word->begin;
    if (len > 0 && !(word->plain && len <= SHORT) && words->count < MOST_WORDS)
        words->items[words->count++] = str_make(words->text + word->begin, len);
}

static void words_read(const struct fold *fold, struct str text, struct words *ret_words)
{
    struct word word = {0, 0, true};
    ret_words->count = 0;
    for (size_t at = 0, size; at < text.len && word.end + FOLD_LONGEST <= WORDS_TEXT; at += size) {
        struct fold_char letter = fold_point(fold, utf8_decode(text.at + at, &size));
        if (letter.flags & CHAR_MARK)
            continue;
        if (!(letter.flags & (CHAR_LETTER | CHAR_DIGIT))) {
            word_end(ret_words, &word);
            word = (struct word){word.end, word.end, true};
            continue;
        }
        word.plain &= !(letter.flags & (CHAR_UPPER | CHAR_DIGIT)) && (letter.text[0] & 0x80) == 0;
        memcpy(ret_words->text + word.end, letter.text, letter.len);
        word.end += letter.len;
    }
    word_end(ret_words, &word);
}

/* How many words of one stand in other, each taken once. */
static size_t words_shared(const struct words *one, const struct words *other)
{
    bool taken[MOST_WORDS] = {false};
    size_t shared = 0;
    for (size_t i = 0; i < one->count; i++)
        for (size_t j = 0; j < other->count; j++)
            if (!taken[j] && str_equal(one->items[i], other->items[j])) {
                taken[j] = true;
                shared++;
                break;
            }
    return shared;
}

/* From 0, no word in common, to 1, all. */
static double words_agree(const struct fold *fold, struct str one, struct str other)
{
    struct words a, b;
    words_read(fold, one, &a);
    words_read(fold, other, &b);
    if (a.count == 0 || b.count == 0)
        return 0;
    return 2.0 * (double)words_shared(&a, &b) / (double)(a.count + b.count);
}

static bool text_same(const struct datum *one, const struct datum *other, const char *path)
{
    return str_equal(datum_text(one, path), datum_text(other, path));
}

/* Neither contradicts the other: one of them may not say. */
static bool text_fits(const struct datum *one, const struct datum *other, const char *path)
{
    return str_empty(datum_text(one, path)) || str_empty(datum_text(other, path)) ||
           text_same(one, other, path);
}

static bool same_person(const struct fold *fold, const struct datum *one, const struct datum *other)
{
    struct words a, b;
    words_read(fold, datum_text(one, "name"), &a);
    words_read(fold, datum_text(other, "name"), &b);
    if (a.count == 0 && b.count == 0) /* told by office alone */
        return words_agree(fold, datum_text(one, "role"), datum_text(other, "role")) >= 0.5 &&
               text_fits(one, other, "country");
    size_t shared = words_shared(&a, &b);
    size_t shorter = a.count < b.count ? a.count : b.count;
    size_t longer = a.count < b.count ? b.count : a.count;
    return shared >= 1 && (shared == shorter || 2 * shared >= longer);
}

bool same_participant(const struct fold *fold, const struct datum *one, const struct datum *other)
{
    struct str type = datum_text(one, "type");
    if (!text_same(one, other, "type"))
        return false;
    if (str_equal(type, STR("PERSON")))
        return same_person(fold, one, other);
    if (str_equal(type, STR("COUNTRY")) && !str_empty(datum_text(one, "country")) &&
        !str_empty(datum_text(other, "country")))
        return text_same(one, other, "country");
    return words_agree(fold, datum_text(one, "name"), datum_text(other, "name")) >= 0.5;
}

enum { MOST_PARTICIPANTS = 64 };

/* Those that are anybody: a group is told by too many words in too many ways. */
static size_t participants_of(const struct datum *event,
                              const struct datum *ret_items[MOST_PARTICIPANTS])
{
    const struct datum *all = datum_get(event, "participants");
    size_t count = 0;
    if (!all || all->type != DATUM_ARRAY)
        return 0;
    for (size_t i = 0; i < all->count && count < MOST_PARTICIPANTS; i++)
        if (!str_equal(datum_text(&all->items[i], "type"), STR("GROUP")))
            ret_items[count++] = &all->items[i];
    return count;
}

static double participants_agree(const struct fold *fold, const struct datum *before,
                                 const struct datum *after)
{
    const struct datum *a[MOST_PARTICIPANTS], *b[MOST_PARTICIPANTS];
    bool taken[MOST_PARTICIPANTS] = {false};
    size_t a_count = participants_of(before, a), b_count = participants_of(after, b), shared = 0;
    for (size_t i = 0; i < a_count; i++)
        for (size_t j = 0; j < b_count; j++)
            if (!taken[j] && same_participant(fold, a[i], b[j])) {
                taken[j] = true;
                shared++;
                break;
            }
    return a_count && b_count ? 2.0 * (double)shared / (double)(a_count + b_count) : 0;
}

/* Days of different precision agree when one begins with the other: 2025-04 and 2025-04-26. */
static bool days_agree(struct str one, struct str other)
{
    struct str shorter = one.len < other.len ? one : other;
    struct str longer = one.len < other.len ? other : one;
    return memcmp(shorter.at, longer.at, shorter.len) == 0 &&
           (shorter.len == longer.len || longer.at[shorter.len] == '-');
}

static double when_agrees(const struct datum *before, const struct datum *after)
{
    struct str one = datum_text(before, "start"), other = datum_text(after, "start");
    if (str_empty(one) || str_empty(other))
        return 0;
    return days_agree(one, other) ? 0.75 : -0.5;
}

static double city_agrees(const struct fold *fold, const struct datum *before,
                          const struct datum *after)
{
    struct str one = datum_text(before, "place.city"), other = datum_text(after, "place.city");
    if (str_empty(one) || str_empty(other))
        return 0;
    return words_agree(fold, one, other) >= 1 ? 0.75 : -0.25;
}

/* An event that tells no more than a country is known by it alone. */
static bool is_bare(const struct datum *event)
{
    const struct datum *items[MOST_PARTICIPANTS];
    return participants_of(event, items) == 0 && str_empty(datum_text(event, "start")) &&
           str_empty(datum_text(event, "place.city")) && str_empty(datum_text(event, "name"));
}

static double country_agrees(const struct datum *before, const struct datum *after)
{
    struct str one = datum_text(before, "place.country"),
               other = datum_text(after, "place.country");
    bool bare = is_bare(before);
    if (!str_empty(one) && !str_empty(other))
        return !str_equal(one, other) ? -0.5 : bare ? 0.5 : 0.25;
    return bare && str_empty(one) && text_same(before, after, "kind") ? 0.5 : 0;
}

static double evidence_of(const struct fold *fold, const struct datum *before,
                          const struct datum *after)
{
    double names = words_agree(fold, datum_text(before, "name"), datum_text(after, "name"));
    return 2.0 * participants_agree(fold, before, after) + 1.5 * names +
           when_agrees(before, after) + city_agrees(fold, before, after) +
           country_agrees(before, after);
}

enum family { FAMILY_MEETING, FAMILY_CALL, FAMILY_VISIT };

static enum family family_of(const struct datum *event)
{
    struct str kind = datum_text(event, "kind");
    return str_equal(kind, STR("CALL"))    ? FAMILY_CALL
           : str_equal(kind, STR("VISIT")) ? FAMILY_VISIT
                                           : FAMILY_MEETING;
}

double resemblance_of_events(const struct fold *fold, const struct datum *before,
                             const struct datum *after)
{
    enum family one = family_of(before), other = family_of(after);
    if (one != other && (one == FAMILY_VISIT || other == FAMILY_VISIT))
        return 0; /* a visit is not the talks held on it */
    double evidence = evidence_of(fold, before, after);
    if (evidence < 0.4)
        return 0;
    return evidence + (one == other ? 0.5 : 0) + (text_same(before, after, "kind") ? 0.25 : 0) +
           (text_same(before, after, "status") ? 0.15 : 0);
}
