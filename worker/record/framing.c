#include "record/framing.h"

#include <stddef.h>

enum { SINGLE_OBJECT_SIZE = 10, CONFLUENT_SIZE = 5 };

struct framing framing_single_object(uint64_t fingerprint)
{
    struct framing framing = {.len = SINGLE_OBJECT_SIZE, .bytes = {0xc3, 0x01}};
    for (size_t i = 0; i < 8; i++)
        framing.bytes[2 + i] = (uint8_t)(fingerprint >> (8 * i));
    return framing;
}

struct framing framing_confluent(uint32_t schema_id)
{
    struct framing framing = {.len = CONFLUENT_SIZE, .bytes = {0x00}};
    for (size_t i = 0; i < 4; i++)
        framing.bytes[1 + i] = (uint8_t)(schema_id >> (24 - 8 * i));
    return framing;
}

struct framed framing_read(struct str bytes)
{
    const unsigned char *at = (const unsigned char *)bytes.at;
    struct framed framed = {.kind = FRAMING_UNKNOWN, .body = bytes};
    if (bytes.len >= SINGLE_OBJECT_SIZE && at[0] == 0xc3 && at[1] == 0x01) {
        framed.kind = FRAMING_SINGLE_OBJECT;
        for (size_t i = 0; i < 8; i++)
            framed.fingerprint |= (uint64_t)at[2 + i] << (8 * i);
        framed.body = str_make(bytes.at + SINGLE_OBJECT_SIZE, bytes.len - SINGLE_OBJECT_SIZE);
    } else if (bytes.len >= CONFLUENT_SIZE && at[0] == 0x00) {
        framed.kind = FRAMING_CONFLUENT;
        for (size_t i = 0; i < 4; i++)
            framed.schema_id = framed.schema_id << 8 | at[1 + i];
        framed.body = str_make(bytes.at + CONFLUENT_SIZE, bytes.len - CONFLUENT_SIZE);
    }
    return framed;
}
