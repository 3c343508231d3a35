#include "stream/retraction.h"

#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "stream/scratch.h"
#include "stream/spill.h"

/* In the index, by hash: where an entry of that key stands. */
struct pointer {
    uint64_t hash;
    uint64_t place;
};

/* An entry: this, the key, the id. */
struct entry {
    uint32_t key_len, id_len;
};

/* A file that is written, then mapped. */
struct store {
    FILE *file;
    uint64_t size;
    const char *bytes; /* mapped; NULL: it is empty, or still being written */
};

struct retraction {
    struct store index, entries;
    uint64_t count;
    struct processor inner;
};

static int store_open(struct store *store, struct fault *ret_fault)
{
    int file;
    int code = scratch_open(&file, ret_fault);
    if (code)
        return code;
    store->file = fdopen(file, "w+b");
    if (store->file)
        return 0;
    close(file);
    return fault_set(ret_fault, FAULT_MEMORY, "no memory for a temporary file");
}

static void store_close(struct store *store)
{
    if (store->bytes)
        munmap((void *)(uintptr_t)store->bytes, store->size);
    if (store->file)
        fclose(store->file);
}

static int store_add(struct store *store, const void *bytes, size_t len, struct fault *ret_fault)
{
    if (fwrite(bytes, 1, len, store->file) != len)
        return scratch_failed("writing", ret_fault);
    store->size += len;
    return 0;
}

static int store_map(struct store *store, struct fault *ret_fault)
{
    if (fflush(store->file) != 0)
        return scratch_failed("writing", ret_fault);
    if (store->size == 0)
        return 0;
    void *bytes = mmap(NULL, store->size, PROT_READ, MAP_SHARED, fileno(store->file), 0);
    if (bytes == MAP_FAILED)
        return scratch_failed("mapping", ret_fault);
    store->bytes = bytes;
    return 0;
}

int retraction_new(struct retraction **ret_retraction, struct fault *ret_fault)
{
    struct retraction *retraction = calloc(1, sizeof *retraction);
    if (!retraction)
        return fault_set(ret_fault, FAULT_MEMORY, "no memory for what is retracted");
    int code = store_open(&retraction->index, ret_fault);
    if (!code)
        code = store_open(&retraction->entries, ret_fault);
    if (code)
        retraction_free(retraction);
    else
        *ret_retraction = retraction;
    return code;
}

void retraction_free(struct retraction *retraction)
{
    if (!retraction)
        return;
    store_close(&retraction->index);
    store_close(&retraction->entries);
    free(retraction);
}

int retraction_add(struct retraction *retraction, struct str key, struct str id,
                   struct fault *ret_fault)
{
    const struct pointer pointer = {spill_hash(key), retraction->entries.size};
    const struct entry entry = {(uint32_t)key.len, (uint32_t)id.len};
    int code = store_add(&retraction->index, &pointer, sizeof pointer, ret_fault);
    if (!code)
        code = store_add(&retraction->entries, &entry, sizeof entry, ret_fault);
    if (!code)
        code = store_add(&retraction->entries, key.at, key.len, ret_fault);
    if (!code)
        code = store_add(&retraction->entries, id.at, id.len, ret_fault);
    retraction->count += !code;
    return code;
}

uint64_t retraction_count(const struct retraction *retraction)
{
    return retraction->count;
}

/* The first of the index with that hash, or one behind it. */
static const struct pointer *pointer_find(const struct retraction *retraction, uint64_t hash)
{
    const struct pointer *first = (const void *)retraction->index.bytes;
    size_t low = 0, high = retraction->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (first[middle].hash < hash)
            low = middle + 1;
        else
            high = middle;
    }
    return first + low;
}

/* The id of an entry, if it is of the article with that key; else an empty one. */
static struct str entry_id(const struct retraction *retraction, uint64_t place, struct str key)
{
    struct entry entry;
    const char *at = retraction->entries.bytes + place;
    memcpy(&entry, at, sizeof entry);
    struct str own = str_make(at + sizeof entry, entry.key_len);
    return str_equal(own, key) ? str_make(own.at + own.len, entry.id_len) : STR("");
}

static bool writes(const struct output *output, struct str id)
{
    for (size_t i = 0; i < output->count; i++)
        if (output->records[i].target == TARGET_EVENTS && str_equal(output->records[i].key, id))
            return true;
    return false;
}

static const struct output_record *receipt_of(const struct output *output)
{
    for (size_t i = 0; i < output->count; i++)
        if (output->records[i].target == TARGET_RECEIPTS)
            return &output->records[i];
    return NULL;
}

/* Puts the article's tombstones before its records: the receipt stays the last of them. */
static int retract(const struct retraction *retraction, struct arena *arena, struct output *output)
{
    const struct output_record *receipt = receipt_of(output);
    if (!receipt || retraction->count == 0)
        return 0;
    uint64_t hash = spill_hash(receipt->key);
    const struct pointer *first = pointer_find(retraction, hash), *at = first;
    const struct pointer *end =
        (const struct pointer *)(const void *)retraction->index.bytes + retraction->count;
    while (at < end && at->hash == hash)
        at++;
    size_t most = (size_t)(at - first), count = 0;
    if (most == 0)
        return 0;
    struct output_record *records = ARENA_ARRAY(arena, struct output_record, most + output->count);
    if (!records)
        return FAULT_MEMORY;
    for (at = first; at < first + most; at++) {
        struct str id = entry_id(retraction, at->place, receipt->key);
        if (!str_empty(id) && !writes(output, id))
            records[count++] = (struct output_record){.target = TARGET_EVENTS, .key = id};
    }
    memcpy(records + count, output->records, output->count * sizeof *records);
    output->records = records;
    output->count += count;
    return 0;
}

static int process(void *self, struct arena *arena, const struct message *message,
                   struct output *ret_output, struct fault *ret_fault)
{
    const struct retraction *retraction = self;
    const struct processor *inner = &retraction->inner;
    int code = inner->process(inner->self, arena, message, ret_output, ret_fault);
    return code ? code : retract(retraction, arena, ret_output);
}

static int refuse(void *self, struct arena *arena, const struct message *message,
                  const struct fault *why, struct output *ret_output)
{
    const struct retraction *retraction = self;
    const struct processor *inner = &retraction->inner;
    int code = inner->refuse(inner->self, arena, message, why, ret_output);
    return code ? code : retract(retraction, arena, ret_output);
}

int retraction_processor(struct retraction *retraction, const struct processor *inner,
                         struct processor *ret_processor, struct fault *ret_fault)
{
    int code = store_map(&retraction->index, ret_fault);
    if (!code)
        code = store_map(&retraction->entries, ret_fault);
    if (code)
        return code;
    retraction->inner = *inner;
    *ret_processor = (struct processor){.self = retraction, .process = process, .refuse = refuse};
    return 0;
}
