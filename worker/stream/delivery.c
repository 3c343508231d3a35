#include "stream/delivery.h"

#include <stdbool.h>

#include "stream/headers.h"
#include "stream/letter.h"
#include "stream/patience.h"
#include "stream/verdict.h"

static int put(const struct delivery *delivery, const struct slot *slot,
               const struct sink_record *record, struct fault *ret_fault)
{
    int code = sink_put(delivery->sink, record, ret_fault);
    /* One that was refused before goes alone, or its neighbours would be refused with it. */
    if (!code && slot->task.refusal >= REFUSAL_SUSPECT)
        code = sink_settle(delivery->sink, ret_fault);
    return code;
}

static int put_output(const struct delivery *delivery, struct slot *slot,
                      const struct output_record *output, struct fault *ret_fault)
{
    const rd_kafka_message_t *article = slot->task.message;
    struct sink_record record = {
        .target = output->target,
        .key = output->key,
        .value = output->value,
        .headers = output->target == TARGET_EVENTS
                       ? headers_of_event(article, output->key, output->content_type)
                       : headers_of_receipt(article, output->content_type),
        .ret_error = &slot->error,
    };
    if (!record.headers)
        return fault_set(ret_fault, FAULT_MEMORY, "no memory for headers");
    if (delivery->replay)
        headers_add_text(record.headers, "meetingd-replay", delivery->replay);
    return put(delivery, slot, &record, ret_fault);
}

static int put_letter(const struct delivery *delivery, struct slot *slot, struct fault *ret_fault)
{
    struct letter letter;
    int code = letter_write(slot->task.message, &slot->product->why, slot->task.refusal,
                            delivery->instance, &letter);
    if (code)
        return fault_set(ret_fault, code, "no memory for a dead letter");
    letter.record.ret_error = &slot->error;
    return put(delivery, slot, &letter.record, ret_fault);
}

/* What is switched off has a topic without a name. */
static bool wanted(const struct delivery *delivery, enum output_target target)
{
    return sink_topic(delivery->sink, target)[0] != '\0';
}

static int put_slot(const struct delivery *delivery, struct slot *slot, struct fault *ret_fault)
{
    const struct product *product = slot->product;
    int code = 0;
    if (product->fate == FATE_DEAD_LETTER && wanted(delivery, TARGET_DEAD_LETTERS))
        code = put_letter(delivery, slot, ret_fault);
    for (size_t i = 0; i < product->count && !code; i++)
        if (wanted(delivery, product->records[i].target))
            code = put_output(delivery, slot, &product->records[i], ret_fault);
    return code;
}

static int put_batch(const struct delivery *delivery, struct batch *batch, struct fault *ret_fault)
{
    int code = 0;
    for (size_t i = 0; i < batch->count && !code; i++) {
        struct slot *slot = &batch->slots[i];
        if (slot->product && slot_counts(batch, slot)) {
            if (slot->task.refusal >= REFUSAL_SUSPECT)
                code = sink_settle(delivery->sink, ret_fault);
            if (!code)
                code = put_slot(delivery, slot, ret_fault);
        }
    }
    return code ? code : sink_settle(delivery->sink, ret_fault);
}

static int commit(const struct delivery *delivery, const struct batch *batch,
                  struct fault *ret_fault)
{
    rd_kafka_topic_partition_list_t *offsets = batch_offsets(batch);
    intake_annotate(delivery->intake, offsets);
    int code = sink_commit(delivery->sink, offsets, intake_group(delivery->intake), ret_fault);
    if (!code)
        intake_store(delivery->intake, offsets);
    rd_kafka_topic_partition_list_destroy(offsets);
    return code;
}

static struct article_place place_of(const struct slot *slot)
{
    const rd_kafka_message_t *message = slot->task.message;
    return (struct article_place){rd_kafka_topic_name(message->rkt), message->partition,
                                  message->offset};
}

static int note_refusal(const struct delivery *delivery, const struct slot *slot,
                        const struct fault *why, struct fault *ret_fault)
{
    struct article_place place = place_of(slot);
    enum refusal tried = slot->task.refusal;
    if (tried == REFUSAL_SUSPECT && slot->product->fate == FATE_DEAD_LETTER)
        tried = REFUSAL_LETTER; /* what went alone was a dead letter already */
    /* One that was refused in company is only a suspect yet. */
    log_write(delivery->log, tried == REFUSAL_NONE ? LEVEL_DEBUG : LEVEL_WARNING,
              "the broker refused what came out of an article",
              LOG_FIELDS(log_text("topic", place.topic), log_int("partition", place.partition),
                         log_int("offset", place.offset), log_text("error", why->text)));
    int code = refusals_note(delivery->refusals, place, tried, why->text);
    return code ? fault_set(ret_fault, code, "%s/%d/%lld: even a bare dead letter is refused: %s",
                            place.topic, place.partition, (long long)place.offset, why->text)
                : 0;
}

/* Looks at what could not be delivered.  The worst of it counts: stop before read again. */
static int judge(const struct delivery *delivery, const struct batch *batch,
                 struct fault *ret_fault)
{
    int code = 0;
    for (size_t i = 0; i < batch->count && !code; i++) {
        const struct slot *slot = &batch->slots[i];
        struct fault why;
        int meaning = verdict_of_delivery(slot->error, "writing", &why);
        if (meaning == FAULT_REFUSED)
            code = note_refusal(delivery, slot, &why, ret_fault);
        else if (fault_remedy(meaning) == REMEDY_STOP)
            code = fault_set(ret_fault, meaning, "%s", why.text);
        else if (meaning)
            fault_set(ret_fault, meaning, "%s", why.text);
    }
    return code;
}

static struct str language_or_unknown(const char *language)
{
    return language[0] ? str_of(language) : STR("unknown");
}

static void count_record(struct counters *counters, const struct output_record *record)
{
    if (record->target == TARGET_RECEIPTS) {
        atomic_fetch_add(&counters->receipts, 1);
    } else if (!record->value.at) {
        atomic_fetch_add(&counters->retracted, 1);
    } else {
        atomic_fetch_add(&counters->events, 1);
        atomic_fetch_add(&counters->event_sorts[record->kind][record->status], 1);
    }
}

static void count_product(const struct delivery *delivery, const struct product *product)
{
    struct counters *counters = delivery->counters;
    atomic_fetch_add(&counters->fates[product->fate], 1);
    census_add(&counters->articles, language_or_unknown(product->language), product->fate);
    if (product->fate == FATE_DEAD_LETTER) {
        atomic_fetch_add(&counters->dead_letters, 1);
        atomic_fetch_add(&counters->dead_letter_reasons[product->why.code], 1);
    }
    for (size_t i = 0; i < product->count; i++)
        if (wanted(delivery, product->records[i].target))
            count_record(counters, &product->records[i]);
}

/* A replay's articles have been waiting since their first run: their age says nothing. */
static void count_delay(const struct delivery *delivery, const rd_kafka_message_t *message)
{
    rd_kafka_timestamp_type_t type;
    int64_t age_ms = clock_wall_ms() - rd_kafka_message_timestamp(message, &type);
    if (delivery->replay || type == RD_KAFKA_TIMESTAMP_NOT_AVAILABLE)
        return;
    histogram_observe(&delivery->counters->end_to_end, &SHAPE_DELAY,
                      age_ms > 0 ? (uint64_t)age_ms * 1000 : 0);
}

static size_t count_slots(const struct delivery *delivery, const struct batch *batch)
{
    struct counters *counters = delivery->counters;
    size_t articles = 0;
    for (size_t i = 0; i < batch->count; i++) {
        const struct slot *slot = &batch->slots[i];
        if (!slot_counts(batch, slot))
            continue;
        articles++;
        count_delay(delivery, slot->task.message);
        if (slot->product) {
            count_product(delivery, slot->product);
        } else {
            atomic_fetch_add(&counters->tombstones, 1);
            census_add(&counters->articles, language_or_unknown(""), RESULT_TOMBSTONE);
        }
    }
    return articles;
}

static void count(const struct delivery *delivery, const struct batch *batch, int64_t begun_ms)
{
    struct counters *counters = delivery->counters;
    size_t articles = count_slots(delivery, batch);
    uint64_t took_us = (uint64_t)(clock_monotonic_ms() - begun_ms) * 1000;
    atomic_fetch_add(&counters->articles_delivered, articles);
    atomic_fetch_add(&counters->batches, 1);
    atomic_fetch_add(&counters->deliver_microseconds, took_us);
    histogram_observe(&counters->delivery, &SHAPE_DELAY, took_us);
    if (articles) /* else it only moved the offsets behind a transaction's mark */
        histogram_observe(&counters->batch_articles, &SHAPE_SIZE, articles);
    atomic_store(&counters->last_commit_ms, clock_wall_ms());
    atomic_store(&counters->undelivered_ms, 0);
}

static void forget(const struct delivery *delivery, const struct batch *batch)
{
    for (size_t i = 0; i < batch->lane_count && refusals_count(delivery->refusals); i++) {
        const struct lane *lane = &batch->lanes[i];
        refusals_forget(delivery->refusals,
                        (struct article_place){lane->topic, lane->partition, lane->next});
    }
}

static int abort_batch(const struct delivery *delivery, const struct batch *batch,
                       struct fault *ret_fault)
{
    int code = judge(delivery, batch, ret_fault);
    atomic_fetch_add(&delivery->counters->aborts, 1);
    struct fault fault;
    int aborted = sink_abort(delivery->sink, &fault);
    if (!code && aborted)
        code = fault_set(ret_fault, aborted, "%s", fault.text);
    return code ? code : FAULT_ABORTED;
}

int delivery_run(const struct delivery *delivery, struct batch *batch, struct fault *ret_fault)
{
    int64_t begun_ms = clock_monotonic_ms();
    if (batch_lapsed(batch))
        return 0;
    /* The first of several tries counts. */
    if (!atomic_load(&delivery->counters->undelivered_ms))
        atomic_store(&delivery->counters->undelivered_ms, begun_ms);
    int code = sink_begin(delivery->sink, ret_fault);
    if (code)
        return code;
    code = put_batch(delivery, batch, ret_fault);
    if (!code)
        code = commit(delivery, batch, ret_fault);
    if (code == FAULT_ABORTED)
        return abort_batch(delivery, batch, ret_fault);
    if (code)
        return code;
    count(delivery, batch, begun_ms);
    forget(delivery, batch);
    return 0;
}
