/*
 * Avro binary, written by hand: an event takes 1.2 µs, where avro-c's values take 6.0 µs
 * to be filled and written (tests/bench/bench_record.c), and the bytes are the same
 * (tests/unit/test_event.c).
 */
#include "record/writer.h"

/* Zigzag, then seven bits a byte, the lowest first. */
static void avro_long(struct writer *writer, int64_t value)
{
    uint64_t rest = ((uint64_t)value << 1) ^ (value < 0 ? UINT64_MAX : 0);
    char *at = buffer_reserve(&writer->out, 10);
    if (!at)
        return;
    size_t size = 0;
    while (rest > 0x7f) {
        at[size++] = (char)(rest | 0x80);
        rest >>= 7;
    }
    at[size++] = (char)rest;
    buffer_took(&writer->out, size);
}

static void avro_little_endian(struct writer *writer, uint64_t bits, size_t size)
{
    char bytes[8];
    for (size_t i = 0; i < size; i++)
        bytes[i] = (char)(bits >> (8 * i));
    buffer_add(&writer->out, str_make(bytes, size));
}

static void avro_key(struct writer *writer, struct str name)
{
    (void)writer; /* the schema has the names */
    (void)name;
}

static void avro_option(struct writer *writer, bool told)
{
    avro_long(writer, told); /* the branch of ["null", type] */
}

static void avro_text(struct writer *writer, struct str text)
{
    avro_long(writer, (int64_t)text.len);
    buffer_add(&writer->out, text);
}

static void avro_real32(struct writer *writer, float value)
{
    uint32_t bits;
    memcpy(&bits, &value, sizeof bits);
    avro_little_endian(writer, bits, sizeof bits);
}

static void avro_real64(struct writer *writer, double value)
{
    uint64_t bits;
    memcpy(&bits, &value, sizeof bits);
    avro_little_endian(writer, bits, sizeof bits);
}

static void avro_symbol(struct writer *writer, int index, const char *name)
{
    (void)name;
    avro_long(writer, index);
}

static void avro_record(struct writer *writer)
{
    (void)writer; /* a record is its fields */
}

/* One block with all items, if there are any, and the empty block that ends an array. */
static void avro_array_begin(struct writer *writer, size_t count)
{
    if (count > 0)
        avro_long(writer, (int64_t)count);
}

static void avro_array_end(struct writer *writer)
{
    avro_long(writer, 0);
}

const struct writer_form WRITER_AVRO = {
    .key = avro_key,
    .option = avro_option,
    .text = avro_text,
    .integer = avro_long,
    .real32 = avro_real32,
    .real64 = avro_real64,
    .symbol = avro_symbol,
    .record_begin = avro_record,
    .record_end = avro_record,
    .array_begin = avro_array_begin,
    .array_end = avro_array_end,
};
