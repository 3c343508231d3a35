#include "stream/product.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int read_headers(const rd_kafka_headers_t *headers, struct arena *arena,
                        struct message *message)
{
    size_t count = rd_kafka_header_cnt(headers);
    struct message_header *list = ARENA_ARRAY(arena, struct message_header, count);
    if (!list)
        return FAULT_MEMORY;
    for (size_t i = 0; i < count; i++) {
        const char *name;
        const void *value;
        size_t len;
        if (rd_kafka_header_get_all(headers, i, &name, &value, &len) != 0)
            break;
        list[i].name = str_of(name);
        list[i].value = str_make(value, len);
        message->header_count = i + 1;
    }
    message->headers = list;
    return 0;
}

int message_read(const rd_kafka_message_t *raw, struct arena *arena, struct message *ret_message)
{
    rd_kafka_timestamp_type_t type;
    struct message message = {
        .topic = str_of(rd_kafka_topic_name(raw->rkt)),
        .partition = raw->partition,
        .offset = raw->offset,
        .timestamp_ms = rd_kafka_message_timestamp(raw, &type),
        .key = str_make(raw->key, raw->key_len),
        .value = str_make(raw->payload, raw->len),
    };
    rd_kafka_headers_t *headers;
    if (rd_kafka_message_headers(raw, &headers) == 0 && read_headers(headers, arena, &message) != 0)
        return FAULT_MEMORY;
    *ret_message = message;
    return 0;
}

static struct str take(char **at, struct str s)
{
    if (!s.at)
        return s;
    memcpy(*at, s.at, s.len);
    struct str copy = str_make(*at, s.len);
    *at += s.len;
    return copy;
}

static struct product *copy_out(const struct output *output, const struct fault *why)
{
    size_t size = sizeof(struct product) + output->count * sizeof(struct output_record);
    size_t texts = 0;
    for (size_t i = 0; i < output->count; i++) {
        const struct output_record *record = &output->records[i];
        texts += record->key.len + record->value.len + record->content_type.len;
    }
    struct product *product = malloc(size + texts);
    if (!product)
        return NULL;
    product->fate = output->fate;
    snprintf(product->language, sizeof product->language, "%.*s", (int)output->language.len,
             output->language.len ? output->language.at : "");
    product->why = *why;
    product->count = output->count;
    char *at = (char *)product + size;
    for (size_t i = 0; i < output->count; i++) {
        const struct output_record *record = &output->records[i];
        product->records[i] = *record;
        product->records[i].key = take(&at, record->key);
        product->records[i].value = take(&at, record->value);
        product->records[i].content_type = take(&at, record->content_type);
    }
    return product;
}

/* An arena that is full is the article's doing; memory that is out is the machine's. */
static int blame(int code, const struct arena *arena, struct fault *fault)
{
    if (code == FAULT_MEMORY && arena_capped(arena))
        return fault_set(fault, FAULT_TOO_COMPLEX,
                         "the article needs more memory than one may take ([engine] memory)");
    return code;
}

/* The receipt of an article that goes to the dead letters: it starts with an empty arena. */
static int refuse(const struct processor *processor, struct arena *arena, const struct task *task,
                  const struct fault *why, struct output *ret_output)
{
    struct message message;
    arena_reset(arena);
    int code = message_read(task->message, arena, &message);
    if (!code)
        code = processor->refuse(processor->self, arena, &message, why, ret_output);
    if (code == FAULT_MEMORY && arena_capped(arena)) {
        ret_output->count = 0; /* its headers alone fill the arena: the letter goes without one */
        code = 0;
    }
    ret_output->fate = FATE_DEAD_LETTER;
    return code;
}

static int work(const struct processor *processor, struct arena *arena, const struct task *task,
                struct output *ret_output, struct fault *ret_why)
{
    struct message message;
    int code = message_read(task->message, arena, &message);
    if (!code)
        code = processor->process(processor->self, arena, &message, ret_output, ret_why);
    code = blame(code, arena, ret_why);
    if (!code && task->refusal < REFUSAL_LETTER)
        return 0;
    if (!code)
        code = fault_set(ret_why, FAULT_REFUSED, "%s", task->reason);
    if (!ret_why->text[0])
        fault_set(ret_why, code, "%s", fault_text(code));
    ret_why->code = code;
    if (fault_remedy(code) != REMEDY_SKIP)
        return code;
    return refuse(processor, arena, task, ret_why, ret_output);
}

int product_make(const struct processor *processor, struct arena *arena, const struct task *task,
                 struct product **ret_product, struct fault *ret_fault)
{
    struct output output = {.count = 0};
    struct fault why = {.code = 0, .text = ""};
    arena_reset(arena);
    int code = work(processor, arena, task, &output, &why);
    if (code) {
        *ret_fault = why;
        return code;
    }
    struct product *product = copy_out(&output, &why);
    arena_reset(arena);
    if (!product)
        return fault_set(ret_fault, FAULT_MEMORY, "no memory for the events of an article");
    *ret_product = product;
    return 0;
}
