#include "stream/span.h"

#include <stdlib.h>
#include <string.h>

#define OFFSETS_FORM "write offsets as PARTITION:BEGIN-END,…, as 0:100-900,3:5-"
#define PARTITIONS_FORM "write partitions as 0,3,5-7"

enum { MOST_PARTITION = 1000000, LONGEST_NUMBER = 18 /* digits */ };

static bool take_number(const char **at, int64_t *ret_number)
{
    size_t digits = strspn(*at, "0123456789");
    if (digits == 0 || digits > LONGEST_NUMBER)
        return false;
    *ret_number = strtoll(*at, NULL, 10);
    *at += digits;
    return true;
}

static bool take_mark(const char **at, char mark)
{
    if (**at != mark)
        return false;
    (*at)++;
    return true;
}

static int add(struct spans *spans, struct span span, struct fault *ret_fault)
{
    if (spans_find(spans, span.partition))
        return fault_set(ret_fault, FAULT_SETTING, "partition %d is named twice", span.partition);
    if (spans->count == MOST_SPANS)
        return fault_set(ret_fault, FAULT_SETTING, "more than %d partitions", MOST_SPANS);
    if (!spans->items && !(spans->items = calloc(MOST_SPANS, sizeof *spans->items)))
        return fault_set(ret_fault, FAULT_MEMORY, "no memory for the partitions");
    size_t at = spans->count++;
    for (; at > 0 && spans->items[at - 1].partition > span.partition; at--)
        spans->items[at] = spans->items[at - 1];
    spans->items[at] = span;
    return 0;
}

static int take_offsets(const char **at, struct spans *spans, struct fault *ret_fault)
{
    const char *item = *at;
    int64_t partition;
    struct span span = {.end = SPAN_OPEN};
    if (!take_number(at, &partition) || partition > MOST_PARTITION || !take_mark(at, ':') ||
        !take_number(at, &span.begin) || !take_mark(at, '-') ||
        (**at && **at != ',' && !take_number(at, &span.end)) || (**at && **at != ','))
        return fault_set(ret_fault, FAULT_SETTING, "'%s': " OFFSETS_FORM, item);
    if (span.end < span.begin)
        return fault_set(ret_fault, FAULT_SETTING,
                         "'%s': it ends before it begins; an end is the first offset that no "
                         "longer belongs to it",
                         item);
    span.partition = (int32_t)partition;
    return add(spans, span, ret_fault);
}

static int take_partitions(const char **at, struct spans *spans, struct fault *ret_fault)
{
    const char *item = *at;
    int64_t first, last;
    if (!take_number(at, &first))
        return fault_set(ret_fault, FAULT_SETTING, "'%s': " PARTITIONS_FORM, item);
    last = first;
    if ((take_mark(at, '-') && !take_number(at, &last)) || (**at && **at != ',') || last < first ||
        last > MOST_PARTITION)
        return fault_set(ret_fault, FAULT_SETTING, "'%s': " PARTITIONS_FORM, item);
    int code = 0;
    for (; first <= last && !code; first++)
        code = add(spans, (struct span){(int32_t)first, 0, SPAN_OPEN}, ret_fault);
    return code;
}

static int parse(const char *text, int (*take)(const char **, struct spans *, struct fault *),
                 struct spans *ret_spans, struct fault *ret_fault)
{
    struct spans spans = {0};
    const char *at = text;
    int code;
    do {
        code = take(&at, &spans, ret_fault);
    } while (!code && take_mark(&at, ','));
    if (code)
        spans_free(&spans);
    else
        *ret_spans = spans;
    return code;
}

int spans_of_offsets(const char *text, struct spans *ret_spans, struct fault *ret_fault)
{
    return parse(text, take_offsets, ret_spans, ret_fault);
}

int spans_of_partitions(const char *text, struct spans *ret_spans, struct fault *ret_fault)
{
    return parse(text, take_partitions, ret_spans, ret_fault);
}

void spans_free(struct spans *spans)
{
    free(spans->items);
    *spans = (struct spans){0};
}

const struct span *spans_find(const struct spans *spans, int32_t partition)
{
    for (size_t i = 0; i < spans->count; i++)
        if (spans->items[i].partition == partition)
            return &spans->items[i];
    return NULL;
}
