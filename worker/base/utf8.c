#include "base/utf8.h"

#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include "base/fault.h"

enum { WORD = sizeof(uint64_t) };

static const uint64_t HIGH_BITS = UINT64_C(0x8080808080808080);

/* Bytes of plain ASCII from `at`, in whole words and then one by one. */
static size_t ascii_run(struct str s, size_t at)
{
    const size_t begin = at;
    for (; s.len - at >= WORD; at += WORD) {
        uint64_t word;
        memcpy(&word, s.at + at, WORD);
        if (word & HIGH_BITS)
            break;
    }
    while (at < s.len && (unsigned char)s.at[at] < 0x80)
        at++;
    return at - begin;
}

/*
 * What may follow each lead byte: the size, and the range of the second byte, which is
 * where overlong forms (E0, F0), surrogates (ED) and what is above U+10FFFF (F4) show.
 */
static bool lead_rule(unsigned char lead, size_t *ret_size, unsigned char ret_second[2])
{
    static const struct {
        unsigned char first, last, size, low, high;
    } RULES[] = {
        {0xC2, 0xDF, 2, 0x80, 0xBF}, {0xE1, 0xEC, 3, 0x80, 0xBF}, {0xE0, 0xE0, 3, 0xA0, 0xBF},
        {0xED, 0xED, 3, 0x80, 0x9F}, {0xEE, 0xEF, 3, 0x80, 0xBF}, {0xF0, 0xF0, 4, 0x90, 0xBF},
        {0xF1, 0xF3, 4, 0x80, 0xBF}, {0xF4, 0xF4, 4, 0x80, 0x8F},
    };
    for (size_t i = 0; i < sizeof RULES / sizeof *RULES; i++) {
        if (lead < RULES[i].first || lead > RULES[i].last)
            continue;
        *ret_size = RULES[i].size;
        ret_second[0] = RULES[i].low;
        ret_second[1] = RULES[i].high;
        return true;
    }
    return false;
}

/* The size of the valid character of two or more bytes at `at`, or 0. */
static size_t multibyte_size(struct str s, size_t at)
{
    const unsigned char *byte = (const unsigned char *)s.at + at;
    if (byte[0] >= 0xC2 && byte[0] <= 0xDF && s.len - at > 1) /* most, in Europe */
        return (byte[1] & 0xC0u) == 0x80u ? 2 : 0;
    size_t size;
    unsigned char second[2];
    if (!lead_rule(byte[0], &size, second) || size > s.len - at)
        return 0;
    if (byte[1] < second[0] || byte[1] > second[1])
        return 0;
    for (size_t i = 2; i < size; i++)
        if ((byte[i] & 0xC0u) != 0x80u)
            return 0;
    return size;
}

size_t utf8_valid_prefix(struct str s)
{
    for (size_t at = 0;;) {
        at += ascii_run(s, at);
        if (at == s.len)
            return at;
        const size_t size = multibyte_size(s, at);
        if (!size)
            return at;
        at += size;
    }
}

bool utf8_valid(struct str s)
{
    return utf8_valid_prefix(s) == s.len;
}

size_t utf8_count(struct str s)
{
    size_t count = 0;
    for (size_t i = 0; i < s.len; i++)
        count += utf8_starts(s.at[i]);
    return count;
}

size_t utf8_encode(uint32_t code_point, char ret_bytes[4])
{
    if (code_point < 0x80) {
        ret_bytes[0] = (char)code_point;
        return 1;
    }
    const size_t size = code_point < 0x800 ? 2 : code_point < 0x10000 ? 3 : 4;
    static const unsigned char LEADS[] = {0, 0, 0xC0, 0xE0, 0xF0};
    for (size_t i = size; i-- > 1; code_point >>= 6)
        ret_bytes[i] = (char)(0x80u | (code_point & 0x3Fu));
    ret_bytes[0] = (char)(LEADS[size] | code_point);
    return size;
}

/*
 * Latin, IPA and spacing modifiers; most of Cyrillic; the dashes, quotation marks and
 * ellipsis of news text; the euro sign; CJK ideographs.  U+2000 and U+2001 are the two
 * spaces that do change.
 */
bool utf8_always_composed(uint32_t code_point)
{
    return code_point < 0x300 || (code_point >= 0x400 && code_point < 0x480) ||
           (code_point >= 0x2002 && code_point < 0x2040) || code_point == 0x20AC ||
           (code_point >= 0x4E00 && code_point < 0x9FFD);
}

/* Where ICU must begin to look: the character before the first that may change. */
static size_t composed_prefix(struct str s)
{
    for (size_t at = 0, before = 0;;) {
        const size_t run = ascii_run(s, at);
        if (run)
            before = at + run - 1;
        at += run;
        if (at == s.len)
            return at;
        size_t size;
        if (!utf8_always_composed(utf8_decode(s.at + at, &size)))
            return before;
        before = at;
        at += size;
    }
}

/* s in UTF-16, in arena; NULL when it does not fit. */
static UChar *utf16_of(struct arena *arena, struct str s, int32_t *ret_units)
{
    UChar *units = s.len < INT32_MAX ? ARENA_ARRAY(arena, UChar, s.len + 1) : NULL;
    UErrorCode error = U_ZERO_ERROR;
    if (units)
        u_strFromUTF8(units, (int32_t)s.len + 1, ret_units, s.at, (int32_t)s.len, &error);
    return U_SUCCESS(error) ? units : NULL;
}

/* Composes units; the first `done` of them are composed already. */
static UChar *units_compose(struct arena *arena, const UChar *units, int32_t count,
                            int32_t *ret_count)
{
    UErrorCode error = U_ZERO_ERROR;
    const UNormalizer2 *form = unorm2_getNFCInstance(&error);
    if (U_FAILURE(error))
        return NULL;
    const int32_t needed = unorm2_normalize(form, units, count, NULL, 0, &error);
    UChar *composed = ARENA_ARRAY(arena, UChar, (size_t)needed + 1);
    if (!composed)
        return NULL;
    error = U_ZERO_ERROR;
    *ret_count = unorm2_normalize(form, units, count, composed, needed + 1, &error);
    return U_SUCCESS(error) ? composed : NULL;
}

/* The composed tail behind its untouched head, in arena. */
static int head_and_tail(struct arena *arena, struct str head, const UChar *tail, int32_t count,
                         struct str *ret_s)
{
    const size_t room = head.len + (size_t)count * 3 + 1;
    char *at = room < INT32_MAX ? arena_alloc(arena, room) : NULL;
    if (!at)
        return FAULT_MEMORY;
    if (head.len)
        memcpy(at, head.at, head.len);
    int32_t size = 0;
    UErrorCode error = U_ZERO_ERROR;
    u_strToUTF8(at + head.len, (int32_t)(room - head.len), &size, tail, count, &error);
    if (U_FAILURE(error))
        return FAULT_MEMORY;
    *ret_s = str_make(at, head.len + (size_t)size);
    return 0;
}

int utf8_compose(struct arena *arena, struct str s, struct str *ret_s)
{
    const size_t prefix = composed_prefix(s);
    if (prefix == s.len) {
        *ret_s = s;
        return 0;
    }
    int32_t count;
    const UChar *units = utf16_of(arena, str_make(s.at + prefix, s.len - prefix), &count);
    UErrorCode error = U_ZERO_ERROR;
    const UNormalizer2 *form = unorm2_getNFCInstance(&error);
    if (!units || U_FAILURE(error))
        return FAULT_MEMORY;
    if (unorm2_quickCheck(form, units, count, &error) == UNORM_YES) {
        *ret_s = s;
        return 0;
    }
    const UChar *composed = units_compose(arena, units, count, &count);
    if (!composed)
        return FAULT_MEMORY;
    return head_and_tail(arena, str_make(s.at, prefix), composed, count, ret_s);
}
