#include "stream/extractor.h"

#include <stdbool.h>

#include "annotate/date/date.h"
#include "record/event.h"
#include "record/receipt.h"
#include "stream/exhibit.h"

#define CONTENT_TYPE STR("avro/binary")

enum { DAY_MS = 24 * 60 * 60 * 1000 };

/* What is known of an article so far: its receipt, and what the receipt points to. */
struct work {
    struct receipt receipt;
    struct article article;
    struct extraction extraction;
};

void extractor_set_up(const struct settings *settings, const struct engine *engine,
                      const struct schema_set *schemas, struct extractor *ret_extractor)
{
    *ret_extractor = (struct extractor){
        .engine = engine,
        .rules = {.format = settings->input.format,
                  .charset = settings->input.charset,
                  .fields = settings->fields,
                  .max_bytes = (size_t)settings->article.max_bytes,
                  .max_depth = (unsigned)settings->article.max_depth},
        .date_fallback = settings->article.date_fallback,
        .other_languages = settings->article.other_languages,
        .event_framing = schema_framing(schema_set_current(schemas, RECORD_EVENT)),
        .receipt_framing = schema_framing(schema_set_current(schemas, RECORD_RECEIPT)),
    };
}

static struct receipt receipt_begin(const struct message *message)
{
    return (struct receipt){.outcome = RECEIPT_NO_MEETING,
                            .topic = message->topic,
                            .partition = message->partition,
                            .offset = message->offset};
}

static int decode(const struct extractor *extractor, struct arena *arena,
                  const struct message *message, struct work *work, struct fault *ret_fault)
{
    const struct message_header *type = message_header_find(message, STR("content-type"));
    struct article stand_ins = {
        .published = {.told = message->timestamp_ms > 0,
                      .instant_ms = message->timestamp_ms,
                      .day = day_of_number((int32_t)(message->timestamp_ms / DAY_MS))},
    };
    struct article_input input = {
        .bytes = message->value,
        .content_type = type ? type->value : STR(""),
        .stand_ins = extractor->date_fallback == DATE_FALLBACK_TIMESTAMP ? &stand_ins : NULL,
    };
    int code = article_decode(&extractor->rules, arena, &input, &work->article, ret_fault);
    if (!code)
        work->receipt.article = &work->article;
    return code;
}

/* The language that it was read in, else the one that it says it is in. */
static struct str language_of(const struct work *work)
{
    struct str read = work->extraction.language;
    return read.len ? read : work->article.language;
}

static int encode_events(const struct extractor *extractor, struct arena *arena,
                         const struct work *work, struct output_record *records)
{
    struct event_context context = {&work->article, &work->extraction};
    int code = 0;
    for (size_t i = 0; i < work->extraction.meeting_count && !code; i++) {
        records[i].target = TARGET_EVENTS;
        records[i].key = str_of(work->extraction.meetings[i].event_id);
        records[i].content_type = CONTENT_TYPE;
        records[i].kind = work->extraction.meetings[i].kind;
        records[i].status = work->extraction.meetings[i].status;
        code = event_avro(&context, i, &extractor->event_framing, arena, &records[i].value);
    }
    return code;
}

static int encode_receipt(const struct extractor *extractor, struct arena *arena,
                          const struct receipt *receipt, struct output_record *record)
{
    record->target = TARGET_RECEIPTS;
    record->content_type = CONTENT_TYPE;
    int code = receipt_key(receipt, arena, &record->key);
    return code ? code : receipt_avro(receipt, &extractor->receipt_framing, arena, &record->value);
}

/* The events, if any, and behind them the receipt. */
static int encode(const struct extractor *extractor, struct arena *arena, struct work *work,
                  struct output *ret_output)
{
    static const enum fate FATES[RECEIPT_OUTCOME_COUNT] = {
        [RECEIPT_EVENTS] = FATE_EVENTS,
        [RECEIPT_NO_MEETING] = FATE_NO_MEETING,
        [RECEIPT_PASSED_OVER] = FATE_PASSED_OVER,
        [RECEIPT_DEAD_LETTER] = FATE_DEAD_LETTER,
    };
    size_t events = work->extraction.meeting_count;
    struct output_record *records = ARENA_ARRAY(arena, struct output_record, events + 1);
    if (!records)
        return FAULT_MEMORY;
    int code = encode_events(extractor, arena, work, records);
    if (!code)
        code = encode_receipt(extractor, arena, &work->receipt, &records[events]);
    if (code)
        return code;
    ret_output->fate = FATES[work->receipt.outcome];
    ret_output->records = records;
    ret_output->count = events + 1;
    ret_output->language = language_of(work);
    return 0;
}

static int extract(const struct extractor *extractor, struct arena *arena, struct work *work,
                   struct fault *ret_fault)
{
    int code =
        engine_extract(extractor->engine, arena, &work->article, &work->extraction, ret_fault);
    if (code == FAULT_LANGUAGE && extractor->other_languages == OTHER_LANGUAGES_SKIP) {
        work->receipt.outcome = RECEIPT_PASSED_OVER;
        work->receipt.reason = str_of(fault_reason(FAULT_LANGUAGE));
        work->extraction.meeting_count = 0;
        return 0;
    }
    if (code)
        return code;
    work->receipt.extraction = &work->extraction;
    if (work->extraction.meeting_count)
        work->receipt.outcome = RECEIPT_EVENTS;
    return 0;
}

/* Whether the article is left out.  One that can't be decoded can't be found by a filter. */
static bool unwanted(const struct extractor *extractor, int decoded, const struct work *work)
{
    if (filter_is_open(&extractor->filter) || fault_remedy(decoded) == REMEDY_STOP)
        return false;
    return decoded || !filter_wants(&extractor->filter, &work->article);
}

/* The same once its language is known. */
static bool in_unwanted_language(const struct extractor *extractor, const struct work *work)
{
    return !filter_wants_language(&extractor->filter, language_of(work));
}

static int process(void *self, struct arena *arena, const struct message *message,
                   struct output *ret_output, struct fault *ret_fault)
{
    const struct extractor *extractor = self;
    struct work work = {.receipt = receipt_begin(message)};
    int code = decode(extractor, arena, message, &work, ret_fault);
    if (unwanted(extractor, code, &work)) {
        *ret_output = (struct output){.fate = FATE_UNWANTED};
        return 0;
    }
    if (!code)
        code = extract(extractor, arena, &work, ret_fault);
    if (fault_remedy(code) != REMEDY_STOP && in_unwanted_language(extractor, &work)) {
        *ret_output = (struct output){.fate = FATE_UNWANTED};
        return 0;
    }
    if (!code)
        code = encode(extractor, arena, &work, ret_output);
    if (!code)
        exhibit_article(extractor->recent, arena, message,
                        &(struct event_context){&work.article, &work.extraction});
    return code;
}

/* Decodes once more, for the article's identity is the key of its receipt. */
static int refuse(void *self, struct arena *arena, const struct message *message,
                  const struct fault *why, struct output *ret_output)
{
    const struct extractor *extractor = self;
    struct work work = {.receipt = receipt_begin(message)};
    struct fault ignored;
    (void)decode(extractor, arena, message, &work, &ignored);
    work.receipt.outcome = RECEIPT_DEAD_LETTER;
    work.receipt.reason = str_of(fault_reason(why->code));
    exhibit_refusal(extractor->recent, message, why);
    return encode(extractor, arena, &work, ret_output);
}

struct processor extractor_processor(struct extractor *extractor)
{
    return (struct processor){.self = extractor, .process = process, .refuse = refuse};
}
