#include "stream/plan.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void plan_free(struct plan *plan)
{
    free(plan->parts);
    plan->parts = NULL;
    plan->count = 0;
}

int64_t plan_total(const struct plan *plan)
{
    int64_t total = 0;
    for (size_t i = 0; i < plan->count; i++)
        total += plan->parts[i].bounds.until - plan->parts[i].bounds.begin;
    return total;
}

int64_t plan_left(const struct plan *plan)
{
    int64_t left = 0;
    for (size_t i = 0; i < plan->count; i++)
        if (plan->parts[i].next < plan->parts[i].bounds.until)
            left += plan->parts[i].bounds.until - plan->parts[i].next;
    return left;
}

static rd_kafka_topic_partition_list_t *partition_list(const char *topic, int32_t count)
{
    rd_kafka_topic_partition_list_t *list = rd_kafka_topic_partition_list_new(count);
    for (int32_t partition = 0; partition < count; partition++)
        rd_kafka_topic_partition_list_add(list, topic, partition);
    return list;
}

static struct plan_part *part_add(struct plan *plan, int32_t partition)
{
    struct plan_part *part = &plan->parts[plan->count++];
    *part = (struct plan_part){.partition = partition};
    return part;
}

static int other_range(const struct plan *plan, struct fault *ret_fault)
{
    char wording[sizeof plan->wording];
    memcpy(wording, plan->wording, sizeof wording);
    for (char *at = wording; (at = strchr(at, '\n'));)
        *at = ',';
    return fault_set(ret_fault, FAULT_SETTING,
                     "the name was used for another replay (%s): choose another name, or give the "
                     "name alone to go on with that one",
                     wording);
}

/* What the group keeps: its own plan, nothing, or what is none of ours. */
static int recall(const struct plan_request *request, const rd_kafka_topic_partition_list_t *list,
                  struct plan *plan, struct fault *ret_fault)
{
    for (int i = 0; i < list->cnt; i++) {
        const rd_kafka_topic_partition_t *kept = &list->elems[i];
        struct bounds bounds;
        if (kept->offset < 0)
            continue;
        if (!bounds_read(kept->metadata, kept->metadata_size, &bounds, plan->wording))
            return fault_set(ret_fault, FAULT_SETTING,
                             "the name is taken: its group has offsets that are no replay's; "
                             "choose another name");
        struct plan_part *part = part_add(plan, kept->partition);
        part->bounds = bounds;
        part->next = kept->offset;
    }
    plan->kept = plan->count > 0;
    if (plan->kept && request->ranged && strcmp(plan->wording, request->wording) != 0)
        return other_range(plan, ret_fault);
    if (!plan->kept && !request->ranged)
        return fault_set(ret_fault, FAULT_SETTING,
                         "no replay of that name is known: say which range, with --from and --to "
                         "or with --offsets (a broker forgets it when the topic is deleted, and "
                         "offsets.retention.minutes after its last run)");
    return 0;
}

static int choose_parts(const struct plan_request *request, int32_t count, struct plan *plan,
                        struct fault *ret_fault)
{
    const struct spans *spans = &request->spans;
    for (size_t i = 0; i < spans->count; i++)
        if (spans->items[i].partition >= count)
            return fault_set(ret_fault, FAULT_SETTING,
                             "topic %s has no partition %d: they are 0 to %d", request->topic,
                             spans->items[i].partition, count - 1);
    for (int32_t partition = 0; partition < count; partition++)
        if (spans->count == 0 || spans_find(spans, partition))
            part_add(plan, partition);
    return 0;
}

static int64_t clamp(int64_t offset, const struct plan_part *part)
{
    return offset < part->low ? part->low : offset > part->high ? part->high : offset;
}

static void bound_by_offset(const struct span *span, struct plan_part *part)
{
    int64_t end = clamp(span->end, part);
    int64_t begin = clamp(span->begin, part);
    int64_t first_kept = part->low < span->end ? part->low : span->end;
    part->gone = span->begin < first_kept ? first_kept - span->begin : 0;
    part->lacking = span->end != SPAN_OPEN && span->end > part->high ? span->end - part->high : 0;
    part->bounds = (struct bounds){.begin = begin < end ? begin : end,
                                   .end = end,
                                   .until = end,
                                   .from_ms = INT64_MIN,
                                   .to_ms = INT64_MAX};
}

/* The offset at which a moment stands in each part's log. */
static int find_moment(struct observer *observer, const struct plan *plan, struct moment moment,
                       int64_t *ret_offsets, struct fault *ret_fault)
{
    rd_kafka_topic_partition_list_t *list = rd_kafka_topic_partition_list_new((int)plan->count);
    for (size_t i = 0; i < plan->count; i++)
        rd_kafka_topic_partition_list_add(list, plan->topic, plan->parts[i].partition);
    int code = 0;
    if (moment.kind == MOMENT_AT)
        code = observer_times(observer, list, moment.ms, ret_fault);
    for (size_t i = 0; i < plan->count && !code; i++) {
        const struct plan_part *part = &plan->parts[i];
        int64_t found = list->elems[i].offset;
        ret_offsets[i] = moment.kind == MOMENT_EARLIEST              ? part->low
                         : moment.kind == MOMENT_LATEST || found < 0 ? part->high
                                                                     : clamp(found, part);
    }
    rd_kafka_topic_partition_list_destroy(list);
    return code;
}

static int bound_by_time(struct observer *observer, const struct plan_request *request,
                         struct plan *plan, struct fault *ret_fault)
{
    int64_t *offsets = calloc(plan->count * 3, sizeof *offsets);
    if (!offsets)
        return fault_set(ret_fault, FAULT_MEMORY, "no memory for the partitions");
    int64_t *ends = offsets + plan->count, *untils = ends + plan->count;
    struct moment late = request->to;
    if (late.kind == MOMENT_AT)
        late.ms += request->late_ms;
    int code = find_moment(observer, plan, request->from, offsets, ret_fault);
    if (!code)
        code = find_moment(observer, plan, request->to, ends, ret_fault);
    if (!code)
        code = find_moment(observer, plan, late, untils, ret_fault);
    for (size_t i = 0; i < plan->count && !code; i++) {
        int64_t begin = offsets[i] < ends[i] ? offsets[i] : ends[i];
        plan->parts[i].bounds = (struct bounds){
            .begin = begin,
            .end = ends[i],
            .until = begin < untils[i] && request->late_ms > 0 ? untils[i] : ends[i],
            .from_ms = request->from.kind == MOMENT_AT ? request->from.ms : INT64_MIN,
            .to_ms = request->to.kind == MOMENT_AT ? request->to.ms : INT64_MAX,
        };
    }
    free(offsets);
    return code;
}

static int look_at_logs(struct observer *observer, struct plan *plan, struct fault *ret_fault)
{
    int code = 0;
    for (size_t i = 0; i < plan->count && !code; i++) {
        struct plan_part *part = &plan->parts[i];
        struct log_ends ends = {0};
        code = observer_log(observer, plan->topic, part->partition, &ends, ret_fault);
        part->low = ends.low;
        part->high = ends.high;
    }
    return code;
}

/* What has become of the log since the plan was made. */
static int check_kept(struct plan *plan, struct fault *ret_fault)
{
    for (size_t i = 0; i < plan->count; i++) {
        struct plan_part *part = &plan->parts[i];
        if (part->bounds.until > part->high)
            return fault_set(ret_fault, FAULT_SETTING,
                             "partition %d of %s ends at offset %lld, but this replay was to read "
                             "up to %lld: the topic was made anew; choose another name",
                             part->partition, plan->topic, (long long)part->high,
                             (long long)part->bounds.until);
        int64_t first_kept = part->low < part->bounds.until ? part->low : part->bounds.until;
        if (part->next < first_kept)
            part->gone = first_kept - part->next;
    }
    return 0;
}

static int resolve(struct observer *observer, const struct plan_request *request, int32_t count,
                   struct plan *plan, struct fault *ret_fault)
{
    int code = choose_parts(request, count, plan, ret_fault);
    if (!code)
        code = look_at_logs(observer, plan, ret_fault);
    if (!code && !request->by_offset)
        code = bound_by_time(observer, request, plan, ret_fault);
    for (size_t i = 0; i < plan->count && !code; i++) {
        struct plan_part *part = &plan->parts[i];
        if (request->by_offset)
            bound_by_offset(spans_find(&request->spans, part->partition), part);
        part->next = part->bounds.begin;
    }
    snprintf(plan->wording, sizeof plan->wording, "%s", request->wording);
    return code;
}

static int check_request(const struct plan_request *request, struct fault *ret_fault)
{
    if (request->ranged && !request->by_offset && request->from.kind == MOMENT_AT &&
        request->to.kind == MOMENT_AT && request->from.ms >= request->to.ms) {
        char from[MOMENT_SIZE], to[MOMENT_SIZE];
        moment_print(request->from.ms, from);
        moment_print(request->to.ms, to);
        return fault_set(ret_fault, FAULT_SETTING,
                         "--from %s is not before --to %s: a range goes from the one to before "
                         "the other",
                         from, to);
    }
    if (strlen(request->wording) > BOUNDS_WORDING)
        return fault_set(ret_fault, FAULT_SETTING,
                         "the range and the filters are longer than the %d bytes that can be kept "
                         "with the group's offsets",
                         BOUNDS_WORDING);
    return 0;
}

static int make(struct observer *observer, const struct plan_request *request, int32_t count,
                struct plan *plan, struct fault *ret_fault)
{
    rd_kafka_topic_partition_list_t *list = partition_list(request->topic, count);
    int code = observer_committed(observer, list, ret_fault);
    if (!code)
        code = recall(request, list, plan, ret_fault);
    rd_kafka_topic_partition_list_destroy(list);
    if (code)
        return code;
    if (!plan->kept)
        code = resolve(observer, request, count, plan, ret_fault);
    else if (!(code = look_at_logs(observer, plan, ret_fault)))
        code = check_kept(plan, ret_fault);
    plan->unplanned = count - (int32_t)plan->count;
    return code;
}

int plan_make(struct observer *observer, const struct plan_request *request, struct plan *ret_plan,
              struct fault *ret_fault)
{
    int32_t count;
    int code = check_request(request, ret_fault);
    if (!code)
        code = observer_partitions(observer, request->topic, &count, ret_fault);
    if (code)
        return code;
    struct plan plan = {.parts = calloc((size_t)count + 1, sizeof *plan.parts)};
    if (!plan.parts)
        return fault_set(ret_fault, FAULT_MEMORY, "no memory for the partitions");
    snprintf(plan.topic, sizeof plan.topic, "%s", request->topic);
    code = make(observer, request, count, &plan, ret_fault);
    if (code)
        plan_free(&plan);
    else
        *ret_plan = plan;
    return code;
}

int plan_keep(struct observer *observer, const struct plan *plan, struct fault *ret_fault)
{
    char text[BOUNDS_TEXT];
    rd_kafka_topic_partition_list_t *list = rd_kafka_topic_partition_list_new((int)plan->count);
    int code = 0;
    for (size_t i = 0; i < plan->count && !code; i++) {
        const struct plan_part *part = &plan->parts[i];
        rd_kafka_topic_partition_t *kept =
            rd_kafka_topic_partition_list_add(list, plan->topic, part->partition);
        kept->offset = part->next;
        bounds_write(&part->bounds, plan->wording, text);
        kept->metadata = strdup(text);
        kept->metadata_size = kept->metadata ? strlen(text) : 0;
        if (!kept->metadata)
            code = fault_set(ret_fault, FAULT_MEMORY, "no memory for the range");
    }
    if (!code)
        code = observer_commit(observer, list, ret_fault);
    rd_kafka_topic_partition_list_destroy(list);
    return code;
}

int plan_look(struct observer *observer, struct plan *plan, struct fault *ret_fault)
{
    rd_kafka_topic_partition_list_t *list = rd_kafka_topic_partition_list_new((int)plan->count);
    for (size_t i = 0; i < plan->count; i++)
        rd_kafka_topic_partition_list_add(list, plan->topic, plan->parts[i].partition);
    int code = observer_committed(observer, list, ret_fault);
    for (size_t i = 0; i < plan->count && !code; i++) {
        const rd_kafka_topic_partition_t *kept = &list->elems[i];
        if (kept->offset < 0)
            continue;
        plan->parts[i].next = kept->offset;
        bounds_read(kept->metadata, kept->metadata_size, &plan->parts[i].bounds, NULL);
    }
    rd_kafka_topic_partition_list_destroy(list);
    return code;
}
