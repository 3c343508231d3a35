/*
 * utf8.h -- UTF-8: is it valid, which code points does it hold, is it composed.
 *
 * Bytes are checked once, where they enter (article/); everything after that may
 * take "valid UTF-8" as promised and decode without looking back.
 */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

/*
 * The bytes before the first mistake: s.len when all of s is valid.  Overlong forms,
 * surrogates, code points above U+10FFFF and a cut last character are mistakes.
 */
size_t utf8_valid_prefix(struct str s);
bool utf8_valid(struct str s);

/* Code points in s, which is valid. */
size_t utf8_count(struct str s);

/* Writes code_point, a Unicode scalar value, to ret_bytes.  Returns the bytes written, 1 to 4. */
size_t utf8_encode(uint32_t code_point, char ret_bytes[4]);

/*
 * Composes s, which is valid, to Unicode normalisation form C.  *ret_s is s itself when
 * it is composed already (nearly always: this costs no allocation), else lives in arena.
 * Returns 0 or FAULT_MEMORY.
 */
int utf8_compose(struct arena *arena, struct str s, struct str *ret_s);

/*
 * True for the code points that utf8_compose() passes over without asking ICU: they never
 * change in form C, whatever stands before them.
 */
bool utf8_always_composed(uint32_t code_point);

/* The bytes of the character that begins with lead, the first byte of a valid one: 1 to 4. */
static inline size_t utf8_size(char lead)
{
    const unsigned char byte = (unsigned char)lead;
    return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

/* The code point of the valid character at `at`; *ret_size is its bytes. */
static inline uint32_t utf8_decode(const char *at, size_t *ret_size)
{
    const unsigned char *byte = (const unsigned char *)at;
    *ret_size = utf8_size(*at);
    switch (*ret_size) {
    case 1:
        return byte[0];
    case 2:
        return (byte[0] & 0x1Fu) << 6 | (byte[1] & 0x3Fu);
    case 3:
        return (byte[0] & 0x0Fu) << 12 | (byte[1] & 0x3Fu) << 6 | (byte[2] & 0x3Fu);
    default:
        return (byte[0] & 0x07u) << 18 | (byte[1] & 0x3Fu) << 12 | (byte[2] & 0x3Fu) << 6 |
               (byte[3] & 0x3Fu);
    }
}

/* True at the first byte of a character (and not in the middle of one). */
static inline bool utf8_starts(char byte)
{
    return ((unsigned char)byte & 0xC0u) != 0x80u;
}

#endif
