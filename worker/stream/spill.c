#include "stream/spill.h"

#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "stream/scratch.h"

enum { BUCKET_BITS = 10, BUCKETS = 1 << BUCKET_BITS, BUFFER = 16 * 1024, ALIGNMENT = 8 };

#define NO_BLOCK INT64_C(-1)

/* In front of a record's key and bytes. */
struct head {
    uint64_t hash;
    int64_t rank, tie;
    uint32_t kind, key_len;
    uint64_t len; /* of the bytes */
};

/* In front of what is written at once.  The blocks of a bucket are chained from its last one. */
struct block {
    int64_t before; /* where the block before it stands, or NO_BLOCK */
    uint64_t len;
};

struct bucket {
    char *buffer; /* made when it is first used */
    size_t used;
    int64_t last;  /* block */
    uint64_t size; /* of what its blocks hold */
};

struct spill {
    int file;
    int64_t end;
    struct bucket buckets[BUCKETS];
};

/* FNV-1a, and a finish that spreads it over the upper bits as well. */
uint64_t spill_hash(struct str key)
{
    uint64_t hash = UINT64_C(14695981039346656037);
    for (size_t i = 0; i < key.len; i++)
        hash = (hash ^ (unsigned char)key.at[i]) * UINT64_C(1099511628211);
    hash = (hash ^ (hash >> 33)) * UINT64_C(0xff51afd7ed558ccd);
    hash = (hash ^ (hash >> 33)) * UINT64_C(0xc4ceb9fe1a85ec53);
    return hash ^ (hash >> 33);
}

int spill_new(struct spill **ret_spill, struct fault *ret_fault)
{
    struct spill *spill = calloc(1, sizeof *spill);
    if (!spill)
        return fault_set(ret_fault, FAULT_MEMORY, "no memory for a temporary file");
    int code = scratch_open(&spill->file, ret_fault);
    if (code) {
        free(spill);
        return code;
    }
    for (size_t i = 0; i < BUCKETS; i++)
        spill->buckets[i].last = NO_BLOCK;
    *ret_spill = spill;
    return 0;
}

void spill_free(struct spill *spill)
{
    if (!spill)
        return;
    for (size_t i = 0; i < BUCKETS; i++)
        free(spill->buckets[i].buffer);
    close(spill->file);
    free(spill);
}

uint64_t spill_size(const struct spill *spill)
{
    return (uint64_t)spill->end;
}

static int write_all(struct spill *spill, const void *bytes, size_t len, struct fault *ret_fault)
{
    const char *at = bytes;
    while (len > 0) {
        ssize_t written = pwrite(spill->file, at, len, spill->end);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return scratch_failed("writing", ret_fault);
        at += written;
        len -= (size_t)written;
        spill->end += written;
    }
    return 0;
}

static int read_all(const struct spill *spill, int64_t from, void *bytes, size_t len,
                    struct fault *ret_fault)
{
    char *at = bytes;
    while (len > 0) {
        ssize_t got = pread(spill->file, at, len, from);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return scratch_failed("reading", ret_fault);
        at += got;
        len -= (size_t)got;
        from += got;
    }
    return 0;
}

static int block_write(struct spill *spill, struct bucket *bucket, struct str bytes,
                       struct fault *ret_fault)
{
    const struct block block = {bucket->last, bytes.len};
    int64_t place = spill->end;
    int code = write_all(spill, &block, sizeof block, ret_fault);
    if (!code)
        code = write_all(spill, bytes.at, bytes.len, ret_fault);
    if (code)
        return code;
    bucket->last = place;
    bucket->size += bytes.len;
    return 0;
}

static int bucket_flush(struct spill *spill, struct bucket *bucket, struct fault *ret_fault)
{
    int code = 0;
    if (bucket->used)
        code = block_write(spill, bucket, str_make(bucket->buffer, bucket->used), ret_fault);
    if (!code)
        bucket->used = 0;
    return code;
}

static size_t aligned(size_t size)
{
    return (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
}

static size_t record_size(const struct head *head)
{
    return sizeof *head + aligned(head->key_len + head->len);
}

static void record_copy(const struct head *head, const struct spill_record *record, char *at)
{
    memset(at, 0, record_size(head));
    memcpy(at, head, sizeof *head);
    memcpy(at + sizeof *head, record->key.at, record->key.len);
    if (record->bytes.len)
        memcpy(at + sizeof *head + record->key.len, record->bytes.at, record->bytes.len);
}

/* One that is larger than a buffer becomes a block of its own. */
static int large_add(struct spill *spill, struct bucket *bucket, const struct head *head,
                     const struct spill_record *record, struct fault *ret_fault)
{
    char *at = malloc(record_size(head));
    if (!at)
        return fault_set(ret_fault, FAULT_MEMORY, "no memory for a large article");
    record_copy(head, record, at);
    int code = block_write(spill, bucket, str_make(at, record_size(head)), ret_fault);
    free(at);
    return code;
}

int spill_add(struct spill *spill, const struct spill_record *record, struct fault *ret_fault)
{
    const struct head head = {.hash = spill_hash(record->key),
                              .rank = record->rank,
                              .tie = record->tie,
                              .kind = record->kind,
                              .key_len = (uint32_t)record->key.len,
                              .len = record->bytes.len};
    struct bucket *bucket = &spill->buckets[head.hash >> (64 - BUCKET_BITS)];
    int code = 0;
    if (!bucket->buffer && !(bucket->buffer = malloc(BUFFER)))
        return fault_set(ret_fault, FAULT_MEMORY, "no memory for a temporary file");
    if (bucket->used + record_size(&head) > BUFFER)
        code = bucket_flush(spill, bucket, ret_fault);
    if (code)
        return code;
    if (record_size(&head) > BUFFER)
        return large_add(spill, bucket, &head, record, ret_fault);
    record_copy(&head, record, bucket->buffer + bucket->used);
    bucket->used += record_size(&head);
    return 0;
}

/* A bucket in memory: its bytes, and where each record begins. */
struct content {
    char *bytes;
    const struct head **heads;
    size_t count;
};

static void content_free(struct content *content)
{
    free(content->bytes);
    free(content->heads);
}

/* The blocks one behind the other.  Their order does not matter: the records are sorted. */
static int blocks_read(const struct spill *spill, const struct bucket *bucket, char *bytes,
                       struct fault *ret_fault)
{
    struct block block;
    for (int64_t place = bucket->last; place != NO_BLOCK; place = block.before) {
        int code = read_all(spill, place, &block, sizeof block, ret_fault);
        if (!code)
            code = read_all(spill, place + (int64_t)sizeof block, bytes, block.len, ret_fault);
        if (code)
            return code;
        bytes += block.len;
    }
    return 0;
}

static struct str key_of(const struct head *head)
{
    return str_make((const char *)(head + 1), head->key_len);
}

static int numbers_compare(int64_t one, int64_t other)
{
    return (one > other) - (one < other);
}

static int keys_compare(const struct head *one, const struct head *other)
{
    size_t len = one->key_len < other->key_len ? one->key_len : other->key_len;
    if (one->hash != other->hash)
        return one->hash < other->hash ? -1 : 1;
    int order = memcmp(key_of(one).at, key_of(other).at, len);
    return order ? order : numbers_compare(one->key_len, other->key_len);
}

static int heads_compare(const void *a, const void *b)
{
    const struct head *one = *(const struct head *const *)a;
    const struct head *other = *(const struct head *const *)b;
    int order = keys_compare(one, other);
    if (!order)
        order = numbers_compare(one->kind, other->kind);
    if (!order)
        order = numbers_compare(one->rank, other->rank);
    return order ? order : numbers_compare(one->tie, other->tie);
}

static int content_sort(struct content *content, size_t size, struct fault *ret_fault)
{
    const struct head *head;
    for (size_t at = 0; at < size; at += record_size(head)) {
        head = (const struct head *)(const void *)(content->bytes + at);
        content->count++;
    }
    content->heads = calloc(content->count + 1, sizeof *content->heads);
    if (!content->heads)
        return fault_set(ret_fault, FAULT_MEMORY, "no memory to sort what was put aside");
    size_t count = 0;
    for (size_t at = 0; at < size; at += record_size(head)) {
        head = (const struct head *)(const void *)(content->bytes + at);
        content->heads[count++] = head;
    }
    qsort(content->heads, content->count, sizeof *content->heads, heads_compare);
    return 0;
}

static int content_read(const struct spill *spill, const struct bucket *bucket,
                        struct content *content, struct fault *ret_fault)
{
    content->bytes = calloc(1, bucket->size + 1);
    if (!content->bytes)
        return fault_set(ret_fault, FAULT_MEMORY, "no memory for %llu bytes that were put aside",
                         (unsigned long long)bucket->size);
    int code = blocks_read(spill, bucket, content->bytes, ret_fault);
    return code ? code : content_sort(content, bucket->size, ret_fault);
}

static struct spill_record record_of(const struct head *head)
{
    struct str key = key_of(head);
    return (struct spill_record){.key = key,
                                 .bytes = str_make(key.at + key.len, head->len),
                                 .kind = head->kind,
                                 .rank = head->rank,
                                 .tie = head->tie};
}

/* Visits each run of records with the same key. */
static int content_visit(const struct content *content, const struct spill_visitor *visitor,
                         const atomic_bool *stop, struct fault *ret_fault)
{
    struct spill_record *records = calloc(content->count + 1, sizeof *records);
    if (!records)
        return fault_set(ret_fault, FAULT_MEMORY, "no memory for what was put aside");
    int code = 0;
    for (size_t at = 0, count; at < content->count && !code && !atomic_load(stop); at += count) {
        for (count = 0; at + count < content->count &&
                        keys_compare(content->heads[at], content->heads[at + count]) == 0;
             count++)
            records[count] = record_of(content->heads[at + count]);
        code = visitor->visit(visitor->self, records, count, ret_fault);
    }
    free(records);
    return code;
}

int spill_read(struct spill *spill, const struct spill_visitor *visitor, const atomic_bool *stop,
               struct fault *ret_fault)
{
    int code = 0;
    for (size_t i = 0; i < BUCKETS && !code && !atomic_load(stop); i++) {
        struct bucket *bucket = &spill->buckets[i];
        struct content content = {NULL, NULL, 0};
        code = bucket_flush(spill, bucket, ret_fault);
        free(bucket->buffer);
        bucket->buffer = NULL;
        if (!code && bucket->size)
            code = content_read(spill, bucket, &content, ret_fault);
        if (!code)
            code = content_visit(&content, visitor, stop, ret_fault);
        content_free(&content);
    }
    return code;
}
