#include "base/arena.h"

#include <stdalign.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>

enum { FIRST_BLOCK = 64 * 1024, HUGE_PAGE = 2 * 1024 * 1024 };

/* What is lent is whole units, so that in a table of items of 32 bytes none lies in two lines. */
enum { UNIT = 32 };

/* Blocks double in size, so an article touches few of them and a warm arena keeps them all. */
struct block {
    struct block *next;
    size_t size; /* bytes after the header */
    alignas(UNIT) char bytes[];
};

struct arena {
    char *at;    /* what is lent next, of the current block */
    size_t room; /* bytes from there on: what the block has and the cap allows */
    struct block *first;
    struct block *current;
    size_t cap;
    size_t before; /* lent since the last reset, of blocks before the current one */
    bool capped;   /* the cap has refused memory since the last reset */
};

struct arena *arena_new(size_t cap)
{
    struct arena *arena = calloc(1, sizeof *arena);
    if (arena)
        arena->cap = cap;
    return arena;
}

void arena_free(struct arena *arena)
{
    if (!arena)
        return;
    for (struct block *block = arena->first, *next; block; block = next) {
        next = block->next;
        free(block);
    }
    free(arena);
}

/*
 * Large blocks lie in huge pages, where the machine has them: a pack is read from end to end for
 * every article, and a look into it then costs no walk through the page tables (bench_engine: a
 * sixth of the time).
 */
static void *block_memory(size_t *size)
{
    const size_t unit = *size < HUGE_PAGE ? UNIT : HUGE_PAGE;
    if (*size > SIZE_MAX - unit)
        return NULL;
    *size = (*size + unit - 1) / unit * unit;
    void *at = aligned_alloc(unit, *size);
    if (at && unit == HUGE_PAGE)
        (void)madvise(at, *size, MADV_HUGEPAGE); /* a wish: without it all works, only slower */
    return at;
}

static struct block *block_new(struct arena *arena, size_t at_least)
{
    size_t size = arena->current ? arena->current->size * 2 : FIRST_BLOCK;
    if (size < at_least)
        size = at_least;
    size += sizeof(struct block);
    struct block *block = block_memory(&size);
    if (!block)
        return NULL;
    block->next = NULL;
    block->size = size - sizeof *block;
    return block;
}

/* Lends from the block's beginning on. */
static void block_begin(struct arena *arena, struct block *block)
{
    arena->before = arena_used(arena);
    const size_t most = arena->cap - arena->before;
    arena->current = block;
    arena->at = block->bytes;
    arena->room = (block->size < most ? block->size : most) / UNIT * UNIT;
}

/* Goes on in the next kept block that has room, or in a new one behind the last.  False: there is
 * none, or the cap forbids it.  Never inline: arena_take() would save registers for it each time.
 */
static __attribute__((noinline)) bool arena_widen(struct arena *arena, size_t size)
{
    if (size > arena->cap - arena_used(arena)) {
        arena->capped = true;
        return false;
    }
    struct block *last = arena->current, *block = last ? last->next : arena->first;
    while (block && block->size < size) {
        last = block;
        block = block->next;
    }
    if (!block) {
        block = block_new(arena, size);
        if (!block)
            return false;
        if (last)
            last->next = block;
        else
            arena->first = block;
    }
    block_begin(arena, block);
    return true;
}

/* Asked for some hundred times for each article: what is usual is done at once. */
void *arena_take(struct arena *arena, size_t size)
{
    if (size > SIZE_MAX - UNIT)
        return NULL;
    size = (size + UNIT - 1) / UNIT * UNIT;
    if ((size > arena->room || !arena->at) && !arena_widen(arena, size))
        return NULL;
    void *at = arena->at;
    arena->at += size;
    arena->room -= size;
    return at;
}

void *arena_alloc(struct arena *arena, size_t size)
{
    void *at = arena_take(arena, size);
    return at ? memset(at, 0, size) : NULL;
}

struct str arena_copy(struct arena *arena, struct str s)
{
    char *at = arena_alloc(arena, s.len ? s.len : 1);
    if (!at)
        return (struct str){NULL, 0};
    if (s.len)
        memcpy(at, s.at, s.len);
    return str_make(at, s.len);
}

void arena_reset(struct arena *arena)
{
    arena->current = NULL;
    arena->at = NULL;
    arena->room = arena->before = 0;
    arena->capped = false;
    if (arena->first)
        block_begin(arena, arena->first);
}

bool arena_capped(const struct arena *arena)
{
    return arena->capped;
}

size_t arena_used(const struct arena *arena)
{
    return arena->before + (arena->current ? (size_t)(arena->at - arena->current->bytes) : 0);
}
