#include "base/buffer.h"

#include <assert.h>
#include <stdint.h>

#include "base/fault.h"

enum { FIRST_ROOM = 1024 };

struct buffer buffer_in(struct arena *arena)
{
    return (struct buffer){.arena = arena};
}

/* An arena takes nothing back, so room doubles: what is left behind is less than what stays. */
static bool buffer_grow(struct buffer *buffer, size_t size)
{
    if (buffer->full || size > SIZE_MAX / 2 - buffer->len) {
        buffer->full = true;
        return false;
    }
    size_t room = buffer->room ? buffer->room * 2 : FIRST_ROOM;
    if (room < buffer->len + size)
        room = buffer->len + size;
    char *at = arena_alloc(buffer->arena, room);
    if (!at) {
        buffer->full = true;
        return false;
    }
    if (buffer->len)
        memcpy(at, buffer->at, buffer->len);
    buffer->at = at;
    buffer->room = room;
    return true;
}

char *buffer_reserve(struct buffer *buffer, size_t size)
{
    if (size > buffer->room - buffer->len && !buffer_grow(buffer, size))
        return NULL;
    return buffer->at + buffer->len;
}

void buffer_took(struct buffer *buffer, size_t size)
{
    assert(size <= buffer->room - buffer->len);
    buffer->len += size;
}

void buffer_byte(struct buffer *buffer, char byte)
{
    char *at = buffer_reserve(buffer, 1);
    if (!at)
        return;
    *at = byte;
    buffer->len++;
}

void buffer_add(struct buffer *buffer, struct str s)
{
    if (s.len == 0)
        return;
    char *at = buffer_reserve(buffer, s.len);
    if (!at)
        return;
    memcpy(at, s.at, s.len);
    buffer->len += s.len;
}

int buffer_finish(const struct buffer *buffer, struct str *ret_bytes)
{
    if (buffer->full)
        return FAULT_MEMORY;
    *ret_bytes = str_make(buffer->at, buffer->len);
    return 0;
}
