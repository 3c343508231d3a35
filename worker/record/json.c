/*
 * JSON, one line a record.  No library: jansson and json-c build a tree first and then
 * take three times as long to write it as this takes for all (tests/bench/bench_record.c);
 * and they leave U+2028 and the C1 controls bare, which line readers and terminals trip over.
 */
#include <math.h>
#include <stdio.h>

#include "record/writer.h"

/* A comma before every value but the first of its record or array; a key's value has none. */
static void json_part(struct writer *writer)
{
    if (writer->follows)
        buffer_byte(&writer->out, ',');
    writer->follows = true;
}

/*
 * The size of the character at text if it must not stand bare, else 0: the quote, the
 * backslash, controls (C0, DEL, C1) and the line separators U+2028 and U+2029.
 */
static size_t special_size(const unsigned char *text, size_t left)
{
    if (text[0] < 0x20 || text[0] == '"' || text[0] == '\\' || text[0] == 0x7f)
        return 1;
    if (text[0] == 0xc2 && left > 1 && text[1] < 0xa0)
        return 2;
    if (text[0] == 0xe2 && left > 2 && text[1] == 0x80 && (text[2] & 0xfe) == 0xa8)
        return 3;
    return 0;
}

static unsigned special_code(const unsigned char *text, size_t size)
{
    return size == 3 ? 0x2000u | (text[2] & 0x3fu) : text[size - 1];
}

static void json_escape(struct buffer *out, unsigned code)
{
    static const char digits[] = "0123456789abcdef";
    static const char letters[128] = {['"'] = '"',  ['\\'] = '\\', ['\b'] = 'b', ['\f'] = 'f',
                                      ['\n'] = 'n', ['\r'] = 'r',  ['\t'] = 't'};
    if (code < sizeof letters && letters[code]) {
        buffer_add(out, str_make((const char[]){'\\', letters[code]}, 2));
        return;
    }
    const char escape[] = {'\\',
                           'u',
                           digits[code >> 12 & 15],
                           digits[code >> 8 & 15],
                           digits[code >> 4 & 15],
                           digits[code & 15]};
    buffer_add(out, str_make(escape, sizeof escape));
}

/* Most texts have no special character: runs without one are copied whole. */
static void json_quoted(struct buffer *out, struct str text)
{
    const unsigned char *bytes = (const unsigned char *)text.at;
    size_t run = 0, at = 0;
    buffer_byte(out, '"');
    while (at < text.len) {
        size_t size = special_size(bytes + at, text.len - at);
        if (size == 0) {
            at++;
            continue;
        }
        buffer_add(out, str_make(text.at + run, at - run));
        json_escape(out, special_code(bytes + at, size));
        at += size;
        run = at;
    }
    if (text.len > run)
        buffer_add(out, str_make(text.at + run, text.len - run));
    buffer_byte(out, '"');
}

static void json_key(struct writer *writer, struct str name)
{
    json_part(writer);
    json_quoted(&writer->out, name);
    buffer_byte(&writer->out, ':');
    writer->follows = false;
}

void writer_json_word(struct writer *writer, const char *word)
{
    json_part(writer);
    buffer_add(&writer->out, str_of(word));
}

static void json_option(struct writer *writer, bool told)
{
    if (!told)
        writer_json_word(writer, "null");
}

static void json_text(struct writer *writer, struct str text)
{
    json_part(writer);
    json_quoted(&writer->out, text);
}

/* At least width digits of value. */
static void json_digits(struct buffer *out, uint64_t value, int width)
{
    char digits[20];
    size_t first = sizeof digits;
    while (value > 0 || width > 0) {
        digits[--first] = (char)('0' + value % 10);
        value /= 10;
        width--;
    }
    buffer_add(out, str_make(digits + first, sizeof digits - first));
}

static void json_integer(struct writer *writer, int64_t value)
{
    json_part(writer);
    if (value < 0)
        buffer_byte(&writer->out, '-');
    json_digits(&writer->out, value < 0 ? -(uint64_t)value : (uint64_t)value, 1);
}

enum { MILLION = 1000000 };

/* Writes millionths as a decimal fraction with no zeros at its end but one: 0.85, 43.0. */
static void json_millionths(struct buffer *out, int64_t millionths)
{
    if (millionths < 0)
        buffer_byte(out, '-');
    uint64_t size = millionths < 0 ? -(uint64_t)millionths : (uint64_t)millionths;
    uint64_t fraction = size % MILLION;
    int width = 6;
    while (width > 1 && fraction % 10 == 0) {
        fraction /= 10;
        width--;
    }
    json_digits(out, size / MILLION, 1);
    buffer_byte(out, '.');
    json_digits(out, fraction, width);
}

/*
 * The fewest digits that read back as value, up to six after the point; that is all that
 * coordinates and confidences have.  Others get all digits that value's type can tell apart.
 */
static void json_real(struct writer *writer, double value, bool is_float)
{
    if (!isfinite(value)) {
        writer_json_word(writer, "null"); /* JSON has no such number */
        return;
    }
    json_part(writer);
    if (fabs(value) < 1e9) {
        int64_t millionths = llround(value * MILLION);
        double back = (double)millionths / MILLION;
        if (is_float ? (float)back == (float)value : back == value) {
            json_millionths(&writer->out, millionths);
            return;
        }
    }
    char text[32];
    int size = snprintf(text, sizeof text, "%.*g", is_float ? 9 : 17, value);
    buffer_add(&writer->out, str_make(text, (size_t)size));
}

static void json_real32(struct writer *writer, float value)
{
    json_real(writer, (double)value, true);
}

static void json_real64(struct writer *writer, double value)
{
    json_real(writer, value, false);
}

static void json_symbol(struct writer *writer, int index, const char *name)
{
    (void)index;
    json_text(writer, str_of(name));
}

static void json_open(struct writer *writer, char bracket)
{
    json_part(writer);
    buffer_byte(&writer->out, bracket);
    writer->follows = false;
}

static void json_close(struct writer *writer, char bracket)
{
    buffer_byte(&writer->out, bracket);
    writer->follows = true;
}

static void json_record_begin(struct writer *writer)
{
    json_open(writer, '{');
}

static void json_record_end(struct writer *writer)
{
    json_close(writer, '}');
}

static void json_array_begin(struct writer *writer, size_t count)
{
    (void)count;
    json_open(writer, '[');
}

static void json_array_end(struct writer *writer)
{
    json_close(writer, ']');
}

const struct writer_form WRITER_JSON = {
    .key = json_key,
    .option = json_option,
    .text = json_text,
    .integer = json_integer,
    .real32 = json_real32,
    .real64 = json_real64,
    .symbol = json_symbol,
    .record_begin = json_record_begin,
    .record_end = json_record_end,
    .array_begin = json_array_begin,
    .array_end = json_array_end,
};
