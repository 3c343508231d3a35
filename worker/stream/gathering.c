#include "stream/gathering.h"

#include <stdlib.h>

#include "record/receipt.h"
#include "stream/batch.h"
#include "stream/pool.h"
#include "stream/scan.h"

void gathering_miss(struct survey_counts *counts, const struct fault *why)
{
    if (counts->unread++ == 0)
        counts->why = *why;
}

/* The articles on their way through the pool. */
struct passage {
    struct gathering *gathering;
    struct pool *pool;
    struct batch *batch;
    int64_t done, all; /* offsets */
};

/* A topic that is read to the end that it has now. */
struct tract {
    struct gathering *gathering;
    enum gathered kind;
    enum survey_phase phase;
    int64_t done, all;  /* offsets */
    int64_t *latest_ms; /* by partition: the latest timestamp so far */
};

static void length_put(char bytes[4], size_t len)
{
    for (size_t i = 0; i < 4; i++)
        bytes[i] = (char)(len >> (8 * i) & 0xff);
}

bool gathered_next(struct str *rest, struct str *ret_value)
{
    size_t len = 0;
    if (rest->len < 4)
        return false;
    for (size_t i = 0; i < 4; i++)
        len |= (size_t)(unsigned char)rest->at[i] << (8 * i);
    *ret_value = str_make(rest->at + 4, len);
    *rest = str_make(rest->at + 4 + len, rest->len - 4 - len);
    return true;
}

static const struct output_record *receipt_of(const struct product *product)
{
    for (size_t i = 0; i < product->count; i++)
        if (product->records[i].target == TARGET_RECEIPTS)
            return &product->records[i];
    return NULL;
}

static char *values_put(char *at, const struct product *product, enum output_target target)
{
    for (size_t i = 0; i < product->count; i++) {
        const struct output_record *record = &product->records[i];
        if (record->target != target)
            continue;
        length_put(at, record->value.len);
        memcpy(at + 4, record->value.at, record->value.len);
        at += 4 + record->value.len;
    }
    return at;
}

/* A tie of timestamps is broken by where the articles stand, so that it is the same every time. */
static int64_t place_of(const rd_kafka_message_t *message)
{
    return ((int64_t)message->partition << 44) + message->offset;
}

static int put_article(struct gathering *gathering, const struct slot *slot,
                       struct fault *ret_fault)
{
    const struct product *product = slot->product;
    const struct output_record *receipt = product ? receipt_of(product) : NULL;
    rd_kafka_timestamp_type_t type;
    size_t size = 0;
    if (!receipt)
        return 0;
    for (size_t i = 0; i < product->count; i++)
        size += 4 + product->records[i].value.len;
    char *bytes = malloc(size + 1);
    if (!bytes)
        return fault_set(ret_fault, FAULT_MEMORY, "no memory for the events of an article");
    values_put(values_put(bytes, product, TARGET_RECEIPTS), product, TARGET_EVENTS);
    const struct spill_record record = {
        .key = receipt->key,
        .bytes = str_make(bytes, size),
        .kind = GATHERED_ARTICLE,
        .rank = rd_kafka_message_timestamp(slot->task.message, &type),
        .tie = place_of(slot->task.message),
    };
    sieve_add(gathering->sieve, spill_hash(record.key));
    int code = spill_add(gathering->spill, &record, ret_fault);
    gathering->articles++;
    free(bytes);
    return code;
}

static int work_through(struct passage *passage, struct fault *ret_fault)
{
    const struct survey *survey = passage->gathering->survey;
    struct batch *batch = passage->batch;
    pool_start(passage->pool, batch);
    int code = pool_wait(passage->pool, ret_fault);
    for (size_t i = 0; i < batch->count && !code; i++)
        code = put_article(passage->gathering, &batch->slots[i], ret_fault);
    atomic_fetch_add(&survey->counters->articles_delivered, batch->count);
    batch_clear(batch);
    survey->progress(survey->self, SURVEY_ARTICLES, passage->done, passage->all);
    return code;
}

static const struct plan_part *part_of(const struct plan *plan, int32_t partition)
{
    for (size_t i = 0; i < plan->count; i++)
        if (plan->parts[i].partition == partition)
            return &plan->parts[i];
    return NULL;
}

static int article_take(void *self, rd_kafka_message_t *message, struct fault *ret_fault)
{
    struct passage *passage = self;
    const struct survey *survey = passage->gathering->survey;
    const struct plan_part *part = part_of(survey->plan, message->partition);
    rd_kafka_timestamp_type_t type;
    passage->done++;
    if (!message->payload ||
        !bounds_hold(&part->bounds, rd_kafka_message_timestamp(message, &type))) {
        rd_kafka_message_destroy(message);
        return 0;
    }
    atomic_fetch_add(&survey->counters->bytes_consumed, message->len + message->key_len);
    if (!batch_add(passage->batch, message)) {
        rd_kafka_message_destroy(message);
        return fault_set(ret_fault, FAULT_MEMORY, "no memory for an article");
    }
    return batch_full(passage->batch) ? work_through(passage, ret_fault) : 0;
}

static int articles_end(void *self, int code, struct fault *ret_fault)
{
    struct passage *passage = self;
    if (!code && !atomic_load(passage->gathering->survey->stop))
        code = work_through(passage, ret_fault);
    batch_clear(passage->batch);
    return code;
}

/* What is left of the plan, as spans. */
static int plan_spans(const struct plan *plan, struct spans *ret_spans)
{
    struct spans spans = {calloc(plan->count + 1, sizeof *spans.items), 0};
    if (!spans.items)
        return FAULT_MEMORY;
    for (size_t i = 0; i < plan->count; i++) {
        const struct plan_part *part = &plan->parts[i];
        int64_t begin = part->next > part->low ? part->next : part->low;
        if (begin < part->bounds.until)
            spans.items[spans.count++] = (struct span){part->partition, begin, part->bounds.until};
    }
    *ret_spans = spans;
    return 0;
}

static int64_t spans_total(const struct spans *spans)
{
    int64_t total = 0;
    for (size_t i = 0; i < spans->count; i++)
        total += spans->items[i].end - spans->items[i].begin;
    return total;
}

static int scan_articles(struct passage *passage, const struct spans *spans,
                         struct fault *ret_fault)
{
    const struct survey *survey = passage->gathering->survey;
    const struct scan scan = {.options = survey->options,
                              .topic = survey->plan->topic,
                              .spans = spans,
                              .stop = survey->stop,
                              .self = passage,
                              .take = article_take,
                              .end = articles_end};
    passage->all = spans_total(spans);
    survey->progress(survey->self, SURVEY_ARTICLES, 0, passage->all);
    return scan_run(&scan, ret_fault);
}

int gather_articles(struct gathering *gathering, struct fault *ret_fault)
{
    const struct survey *survey = gathering->survey;
    const struct stream_options *options = survey->options;
    struct passage passage = {.gathering = gathering};
    struct spans spans = {0};
    int code = plan_spans(survey->plan, &spans);
    if (!code)
        code = batch_new(options->batch_articles, options->batch_bytes, &passage.batch);
    if (!code)
        code = pool_new(options, survey->processor, survey->counters, &passage.pool);
    if (code)
        fault_set(ret_fault, code, "no memory for a batch of articles");
    else
        code = scan_articles(&passage, &spans, ret_fault);
    pool_free(passage.pool);
    batch_free(passage.batch);
    spans_free(&spans);
    return code;
}

/* The identity of the article that an event was found in: the key of that article's receipt. */
static int key_of_event(const struct datum *event, struct arena *arena, struct str *ret_key)
{
    const struct article article = {.source = datum_text(event, "article.source"),
                                    .id = datum_text(event, "article.id")};
    return receipt_key(&(struct receipt){.article = &article}, arena, ret_key);
}

static int key_of_value(const struct tract *tract, const rd_kafka_message_t *message,
                        struct str *ret_key, struct fault *ret_why)
{
    struct gathering *gathering = tract->gathering;
    const struct datum *event;
    if (tract->kind == GATHERED_RECEIPT) {
        *ret_key = str_make(message->key, message->key_len);
        return 0;
    }
    arena_reset(gathering->arena);
    int code =
        datum_decode_framed(gathering->survey->schemas, str_make(message->payload, message->len),
                            gathering->arena, &event, ret_why);
    return code ? code : key_of_event(event, gathering->arena, ret_key);
}

/* Within a partition the later one counts, between partitions the one with the later time. */
static int64_t rank_of(const struct tract *tract, const rd_kafka_message_t *message)
{
    rd_kafka_timestamp_type_t type;
    int64_t *latest_ms = &tract->latest_ms[message->partition];
    int64_t ms = rd_kafka_message_timestamp(message, &type);
    if (ms > *latest_ms)
        *latest_ms = ms;
    return *latest_ms;
}

static int value_visit(void *self, const rd_kafka_message_t *message, struct fault *ret_fault)
{
    struct tract *tract = self;
    struct gathering *gathering = tract->gathering;
    const struct survey *survey = gathering->survey;
    struct spill_record record = {.kind = tract->kind,
                                  .bytes = str_make(message->payload, message->len),
                                  .rank = rank_of(tract, message),
                                  .tie = message->offset};
    struct fault why;
    if (++tract->done % 1024 == 0)
        survey->progress(survey->self, tract->phase, tract->done, tract->all);
    if (!message->payload && tract->kind == GATHERED_EVENT)
        return 0; /* retracted: the receipt that came with it does not list it either */
    if (key_of_value(tract, message, &record.key, &why) != 0) {
        gathering_miss(gathering->counts, &why);
        return 0;
    }
    return sieve_has(gathering->sieve, spill_hash(record.key))
               ? spill_add(gathering->spill, &record, ret_fault)
               : 0;
}

static int tract_scan(struct tract *tract, const char *topic, const struct spans *spans,
                      struct fault *ret_fault)
{
    const struct survey *survey = tract->gathering->survey;
    const struct scan scan = {.options = survey->options,
                              .topic = topic,
                              .spans = spans,
                              .stop = survey->stop,
                              .self = tract,
                              .visit = value_visit};
    tract->all = spans_total(spans);
    tract->latest_ms = calloc(spans->count + 1, sizeof *tract->latest_ms);
    if (!tract->latest_ms)
        return fault_set(ret_fault, FAULT_MEMORY, "no memory for the partitions");
    survey->progress(survey->self, tract->phase, 0, tract->all);
    int code = scan_run(&scan, ret_fault);
    free(tract->latest_ms);
    return code;
}

/* Nothing is read for a range without articles. */
static int tract_read(struct tract *tract, const char *topic, struct fault *ret_fault)
{
    const struct survey *survey = tract->gathering->survey;
    struct spans spans;
    if (tract->gathering->articles == 0 || atomic_load(survey->stop))
        return 0;
    int code = observer_spans(survey->observer, topic, &spans, ret_fault);
    if (code)
        return code;
    code = tract_scan(tract, topic, &spans, ret_fault);
    spans_free(&spans);
    return code;
}

int gather_receipts(struct gathering *gathering, struct fault *ret_fault)
{
    struct tract tract = {
        .gathering = gathering, .kind = GATHERED_RECEIPT, .phase = SURVEY_RECEIPTS};
    return tract_read(&tract, gathering->survey->options->receipt_topic, ret_fault);
}

/* After the receipts: an event is written with or before the receipt that lists it. */
int gather_events(struct gathering *gathering, struct fault *ret_fault)
{
    struct tract tract = {.gathering = gathering, .kind = GATHERED_EVENT, .phase = SURVEY_EVENTS};
    return tract_read(&tract, gathering->survey->options->event_topic, ret_fault);
}
