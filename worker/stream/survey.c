#include "stream/survey.h"

#include <stdlib.h>
#include <string.h>

#include "stream/gathering.h"

enum { ARENAS = 4 /* memories of an article: events before and after, read back and compared */ };

/* The second half: what was put aside, article by article. */
struct review {
    const struct survey *survey;
    struct survey_counts *counts;
    struct arena *arena;
};

/* Reads a value back.  *ret_datum is NULL when it can't be read. */
static int value_read(const struct review *review, struct str bytes, const struct datum **ret_datum)
{
    struct fault why;
    int code = datum_decode_framed(review->survey->schemas, bytes, review->arena, ret_datum, &why);
    if (!code || code == FAULT_MEMORY)
        return code;
    gathering_miss(review->counts, &why);
    *ret_datum = NULL;
    return 0;
}

/* The records of one kind: they stand together. */
static const struct spill_record *kind_find(const struct spill_record *records, size_t count,
                                            enum gathered kind, size_t *ret_count)
{
    size_t first = 0, end;
    while (first < count && records[first].kind != (uint32_t)kind)
        first++;
    for (end = first; end < count && records[end].kind == (uint32_t)kind;)
        end++;
    *ret_count = end - first;
    return records + first;
}

static int list_add(const struct review *review, struct event_list *list, size_t *room,
                    const struct datum *event)
{
    if (list->count == *room) {
        size_t larger = *room ? *room * 2 : 8;
        const struct datum **items =
            arena_alloc(review->arena, larger * sizeof(const struct datum *));
        if (!items)
            return FAULT_MEMORY;
        if (list->count)
            memcpy(items, list->items, list->count * sizeof *items);
        list->items = items;
        *room = larger;
    }
    ((const struct datum **)(uintptr_t)list->items)[list->count++] = event;
    return 0;
}

/* What was extracted from one article: its receipt, and its events behind those in the list. */
static int article_read(const struct review *review, const struct spill_record *record,
                        const struct datum **ret_receipt, struct event_list *list)
{
    struct str rest = record->bytes, value;
    size_t room = 0;
    int code = 0;
    for (bool first = true; !code && gathered_next(&rest, &value); first = false) {
        const struct datum *datum;
        code = value_read(review, value, &datum);
        if (!code && first)
            *ret_receipt = datum;
        else if (!code && datum)
            code = list_add(review, list, &room, datum);
    }
    return code;
}

static int passing_read(const struct review *review, const struct spill_record *records,
                        size_t count, struct survey_article *article)
{
    size_t room = 0;
    int code = 0;
    for (size_t i = 0; i < count && !code; i++) {
        struct event_list list = {NULL, 0};
        const struct datum *receipt;
        code = article_read(review, &records[i], &receipt, &list);
        for (size_t j = 0; j < list.count && !code; j++)
            code = list_add(review, &article->passing, &room, list.items[j]);
    }
    return code;
}

/* The events of the topic, each as it was written last. */
static int written_read(const struct review *review, const struct spill_record *records,
                        size_t count, struct event_list *ret_list)
{
    size_t room = 0;
    int code = 0;
    for (size_t i = count; i-- > 0 && !code;) {
        const struct datum *event;
        code = value_read(review, records[i].bytes, &event);
        if (!code && event)
            code = list_add(review, ret_list, &room, event);
    }
    return code;
}

static const struct datum *event_named(const struct event_list *list, struct str id)
{
    for (size_t i = 0; i < list->count; i++)
        if (str_equal(datum_text(list->items[i], "event_id"), id))
            return list->items[i];
    return NULL;
}

/* Of what was written, what the receipt lists, in its order. */
static int current_pick(const struct review *review, const struct event_list *written,
                        struct survey_article *article)
{
    const struct datum *ids = datum_get(article->receipt, "event_ids");
    size_t room = 0;
    int code = 0;
    for (size_t i = 0; ids && i < ids->count && !code; i++) {
        const struct datum *event = event_named(written, ids->items[i].text);
        if (event)
            code = list_add(review, &article->before, &room, event);
        else
            article->missing++;
    }
    return code;
}

static int before_read(const struct review *review, const struct spill_record *records,
                       size_t count, struct survey_article *article)
{
    size_t receipts, events;
    const struct spill_record *receipt = kind_find(records, count, GATHERED_RECEIPT, &receipts);
    const struct spill_record *event = kind_find(records, count, GATHERED_EVENT, &events);
    struct event_list written = {NULL, 0};
    if (receipts == 0 || receipt[receipts - 1].bytes.len == 0)
        return 0; /* nobody has processed it, or its receipt was deleted */
    int code = value_read(review, receipt[receipts - 1].bytes, &article->receipt);
    if (!code && article->receipt)
        code = written_read(review, event, events, &written);
    if (!code && article->receipt)
        code = current_pick(review, &written, article);
    return code;
}

static int all_read(const struct review *review, const struct spill_record *records, size_t count,
                    struct survey_article *article)
{
    size_t versions;
    const struct spill_record *version = kind_find(records, count, GATHERED_ARTICLE, &versions);
    int code = article_read(review, &version[versions - 1], &article->outcome, &article->after);
    if (!code)
        code = passing_read(review, version, versions - 1, article);
    return code ? code : before_read(review, records, count, article);
}

static int key_visit(void *self, const struct spill_record *records, size_t count,
                     struct fault *ret_fault)
{
    const struct review *review = self;
    struct survey_article article = {.key = records[0].key};
    size_t versions;
    kind_find(records, count, GATHERED_ARTICLE, &versions);
    if (versions == 0)
        return 0; /* not one of the range: the sieve lets a few through */
    arena_reset(review->arena);
    review->counts->articles++;
    int code = all_read(review, records, count, &article);
    if (!code && article.outcome)
        code = review->survey->visit(review->survey->self, &article, review->arena, ret_fault);
    if (code == FAULT_MEMORY && arena_capped(review->arena)) {
        review->counts->oversized++;
        code = 0;
    }
    return code;
}

static int review_run(struct gathering *gathering, struct fault *ret_fault)
{
    const struct survey *survey = gathering->survey;
    struct review review = {survey, gathering->counts,
                            arena_new(survey->options->article_memory * ARENAS)};
    const struct spill_visitor visitor = {&review, key_visit};
    if (!review.arena)
        return fault_set(ret_fault, FAULT_MEMORY, "no memory to compare events");
    int code = spill_read(gathering->spill, &visitor, survey->stop, ret_fault);
    arena_free(review.arena);
    return code;
}

/* Better known before a long range is read than after it. */
static int topic_check(const struct survey *survey, const char *topic, const char *setting,
                       struct fault *ret_fault)
{
    int32_t partitions;
    int code = observer_partitions(survey->observer, topic, &partitions, ret_fault);
    if (code == FAULT_SETTING)
        fault_set(ret_fault, code, "there is no topic %s to compare with: [output] %s names it",
                  topic, setting);
    return code;
}

static int gather(struct gathering *gathering, struct fault *ret_fault)
{
    const struct survey *survey = gathering->survey;
    int code = topic_check(survey, survey->options->receipt_topic, "receipt_topic", ret_fault);
    if (!code)
        code = topic_check(survey, survey->options->event_topic, "topic", ret_fault);
    if (!code)
        code = gather_articles(gathering, ret_fault);
    if (!code)
        code = gather_receipts(gathering, ret_fault);
    return code ? code : gather_events(gathering, ret_fault);
}

int survey_run(const struct survey *survey, struct survey_counts *ret_counts,
               struct fault *ret_fault)
{
    struct survey_counts counts = {0};
    struct gathering gathering = {.survey = survey, .counts = &counts};
    int code = spill_new(&gathering.spill, ret_fault);
    gathering.sieve = sieve_new();
    gathering.arena = arena_new(survey->options->article_memory);
    if (!code && (!gathering.sieve || !gathering.arena))
        code = fault_set(ret_fault, FAULT_MEMORY, "no memory for a survey");
    if (!code)
        code = gather(&gathering, ret_fault);
    if (!code)
        code = review_run(&gathering, ret_fault);
    if (!code)
        counts.spilled = spill_size(gathering.spill);
    arena_free(gathering.arena);
    sieve_free(gathering.sieve);
    spill_free(gathering.spill);
    if (!code)
        *ret_counts = counts;
    return code;
}
