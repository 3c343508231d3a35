#include "record/reader.h"

#include "base/utf8.h"

int reader_wrong(struct reader *reader, const char *reason)
{
    fault_set(reader->fault, FAULT_UNDECODABLE, "not an Avro record: %s", reason);
    return FAULT_UNDECODABLE; /* so that the compiler sees it is not 0 */
}

int reader_full(struct reader *reader)
{
    return fault_set(reader->fault, FAULT_MEMORY, "no memory to decode an Avro record");
}

static size_t reader_left(const struct reader *reader)
{
    return (size_t)(reader->end - reader->at);
}

int read_long(struct reader *reader, int64_t *ret_value)
{
    uint64_t zigzag = 0;
    for (int shift = 0; shift < 70; shift += 7) {
        if (reader->at == reader->end)
            return reader_wrong(reader, "it ends in a number");
        unsigned char byte = (unsigned char)*reader->at++;
        if (shift == 63 && byte > 1)
            break;
        zigzag |= (uint64_t)(byte & 0x7f) << shift;
        if (byte < 0x80) {
            *ret_value = (int64_t)(zigzag >> 1) ^ -(int64_t)(zigzag & 1);
            return 0;
        }
    }
    return reader_wrong(reader, "a number has more than 64 bits");
}

int read_int(struct reader *reader, int64_t *ret_value)
{
    int64_t value;
    int fault = read_long(reader, &value);
    if (fault)
        return fault;
    if (value < INT32_MIN || value > INT32_MAX)
        return reader_wrong(reader, "an int has more than 32 bits");
    *ret_value = value;
    return 0;
}

int read_index(struct reader *reader, size_t count, int *ret_index)
{
    int64_t index;
    int fault = read_long(reader, &index);
    if (fault)
        return fault;
    if (index < 0 || (uint64_t)index >= count)
        return reader_wrong(reader, "a branch or symbol is not in the schema");
    *ret_index = (int)index;
    return 0;
}

int read_raw(struct reader *reader, int64_t size, struct str *ret_bytes)
{
    if (size < 0 || (uint64_t)size > reader_left(reader))
        return reader_wrong(reader, "it ends in a value");
    *ret_bytes = str_make(reader->at, (size_t)size);
    reader->at += size;
    return 0;
}

int read_bytes(struct reader *reader, struct str *ret_bytes)
{
    int64_t size;
    int fault = read_long(reader, &size);
    return fault ? fault : read_raw(reader, size, ret_bytes);
}

int read_text(struct reader *reader, struct str *ret_text)
{
    struct str text;
    int fault = read_bytes(reader, &text);
    if (fault)
        return fault;
    if (!utf8_valid(text))
        return reader_wrong(reader, "a string is not UTF-8");
    *ret_text = text;
    return 0;
}

static int read_little_endian(struct reader *reader, size_t size, uint64_t *ret_bits)
{
    struct str raw;
    int fault = read_raw(reader, (int64_t)size, &raw);
    if (fault)
        return fault;
    uint64_t bits = 0;
    for (size_t i = 0; i < size; i++)
        bits |= (uint64_t)(unsigned char)raw.at[i] << (8 * i);
    *ret_bits = bits;
    return 0;
}

int read_float(struct reader *reader, double *ret_value)
{
    uint64_t bits;
    int fault = read_little_endian(reader, sizeof(float), &bits);
    if (fault)
        return fault;
    uint32_t low = (uint32_t)bits;
    float value;
    memcpy(&value, &low, sizeof value);
    *ret_value = (double)value;
    return 0;
}

int read_double(struct reader *reader, double *ret_value)
{
    uint64_t bits;
    int fault = read_little_endian(reader, sizeof(double), &bits);
    if (!fault)
        memcpy(ret_value, &bits, sizeof bits);
    return fault;
}

int read_boolean(struct reader *reader, int64_t *ret_value)
{
    struct str raw;
    int fault = read_raw(reader, 1, &raw);
    if (fault)
        return fault;
    unsigned char byte = (unsigned char)raw.at[0];
    if (byte > 1)
        return reader_wrong(reader, "a boolean is neither 0 nor 1");
    *ret_value = byte;
    return 0;
}

int read_block(struct reader *reader, size_t *ret_count)
{
    int64_t count, size;
    int fault = read_long(reader, &count);
    if (!fault && count < 0) /* its size in bytes follows, for those who skip it */
        fault = read_long(reader, &size);
    if (fault)
        return fault;
    uint64_t told = count < 0 ? -(uint64_t)count : (uint64_t)count;
    /* Items that take no bytes at all are legal Avro, and a short way to fill the memory. */
    if (told > reader_left(reader))
        return reader_wrong(reader, "an array has more items than bytes");
    *ret_count = (size_t)told;
    return 0;
}
