#include "base/uuid.h"

#include <sha1.h>
#include <string.h>

const struct uuid UUID_DNS = {{0x6b, 0xa7, 0xb8, 0x10, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0x00,
                               0xc0, 0x4f, 0xd4, 0x30, 0xc8}};
const struct uuid UUID_URL = {{0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0x00,
                               0xc0, 0x4f, 0xd4, 0x30, 0xc8}};

struct uuid uuid_v5(struct uuid space, const struct str *parts, size_t count)
{
    static const uint8_t between = 0;
    SHA1_CTX sha1;
    SHA1Init(&sha1);
    SHA1Update(&sha1, space.bytes, sizeof space.bytes);
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            SHA1Update(&sha1, &between, 1);
        if (parts[i].len)
            SHA1Update(&sha1, (const uint8_t *)parts[i].at, parts[i].len);
    }
    uint8_t digest[SHA1_DIGEST_LENGTH];
    SHA1Final(digest, &sha1);
    struct uuid uuid;
    memcpy(uuid.bytes, digest, sizeof uuid.bytes);
    uuid.bytes[6] = (uint8_t)((uuid.bytes[6] & 0x0f) | 0x50); /* version 5 */
    uuid.bytes[8] = (uint8_t)((uuid.bytes[8] & 0x3f) | 0x80); /* variant of RFC 9562 */
    return uuid;
}

void uuid_print(struct uuid uuid, char ret_text[37])
{
    static const char digits[] = "0123456789abcdef";
    char *at = ret_text;
    for (size_t i = 0; i < sizeof uuid.bytes; i++) {
        if (i == 4 || i == 6 || i == 8 || i == 10)
            *at++ = '-';
        *at++ = digits[uuid.bytes[i] >> 4];
        *at++ = digits[uuid.bytes[i] & 15];
    }
    *at = '\0';
}
