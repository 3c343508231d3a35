#include "command/tally.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { EXAMPLE_MEMORY = 64 << 20, FOLD_MEMORY = 4 << 20 };

#define OTHER_FIELDS "other fields"

const char *change_name(enum change change)
{
    static const char *const names[] = {
        [CHANGE_ADDED] = "added",     [CHANGE_REMOVED] = "removed",
        [CHANGE_CHANGED] = "changed", [CHANGE_UNCHANGED] = "unchanged",
        [CHANGE_PENDING] = "pending",
    };
    return names[change];
}

int tally_new(struct tally **ret_tally)
{
    struct tally *tally = calloc(1, sizeof *tally);
    if (!tally)
        return FAULT_MEMORY;
    tally->arena = arena_new(EXAMPLE_MEMORY);
    tally->own = arena_new(FOLD_MEMORY);
    tally->fold = tally->own ? fold_new(tally->own) : NULL;
    if (!tally->arena || !tally->fold) {
        tally_free(tally);
        return FAULT_MEMORY;
    }
    *ret_tally = tally;
    return 0;
}

void tally_free(struct tally *tally)
{
    if (!tally)
        return;
    arena_free(tally->arena);
    arena_free(tally->own);
    free(tally);
}

static struct tally_field *field_find(struct tally *tally, const struct difference *difference)
{
    struct str name = difference->field;
    for (size_t i = 0; i < tally->field_count; i++)
        if (str_equal(str_of(tally->fields[i].name), name))
            return &tally->fields[i];
    if (tally->field_count == MOST_FIELDS)
        return &tally->fields[MOST_FIELDS - 1];
    struct tally_field *field = &tally->fields[tally->field_count++];
    if (tally->field_count == MOST_FIELDS || name.len >= sizeof field->name)
        name = STR(OTHER_FIELDS);
    memcpy(field->name, name.at, name.len);
    field->aside = difference->aside;
    return field;
}

/* Counts each field once an event; returns whether one of them has too few examples yet. */
static bool count_fields(struct tally *tally, const struct differences *differences)
{
    bool wanted = false;
    for (size_t i = 0; i < differences->count; i++) {
        const struct difference *difference = &differences->items[i];
        bool again = false;
        for (size_t j = 0; j < i && !again; j++)
            again = str_equal(differences->items[j].field, difference->field);
        if (again)
            continue;
        struct tally_field *field = field_find(tally, difference);
        field->events++;
        if (differences->telling && !field->aside && field->examples < FIELD_EXAMPLES) {
            field->examples++;
            wanted = true;
        }
    }
    return wanted;
}

static bool wants_example(struct tally *tally, const struct event_change *change)
{
    if (change->change == CHANGE_UNCHANGED || change->change == CHANGE_PENDING)
        return false;
    return change->change == CHANGE_CHANGED ||
           tally->change_examples[change->change] < CHANGE_EXAMPLES;
}

/* One for which there is no room is no example; it has been counted all the same. */
static void keep_example(struct tally *tally, const struct event_change *change)
{
    struct tally_example example = {.change = change->change};
    if (tally->example_count == MOST_EXAMPLES)
        return;
    if (change->before && !(example.before = datum_copy(change->before, tally->arena)))
        return;
    if (change->after && !(example.after = datum_copy(change->after, tally->arena)))
        return;
    if (change->change == CHANGE_CHANGED &&
        differences_find(tally->fold, example.before, example.after, tally->arena,
                         &example.differences) != 0)
        return;
    tally->examples[tally->example_count++] = example;
    tally->change_examples[change->change]++;
}

/* One article on its way through the tally. */
struct count {
    struct tally *tally;
    const struct survey_article *article;
    const struct change_visitor *visitor;
    struct arena *arena;
    bool touched;
};

static bool has_id(const struct event_list *list, struct str id)
{
    for (size_t i = 0; i < list->count; i++)
        if (str_equal(datum_text(list->items[i], "event_id"), id))
            return true;
    return false;
}

static bool is_retractable(const struct survey_article *article, const struct datum *before)
{
    struct str id = datum_text(before, "event_id");
    return !has_id(&article->after, id) && !has_id(&article->passing, id);
}

static bool differs_in(const struct differences *differences, struct str field)
{
    for (size_t i = 0; i < differences->count; i++)
        if (str_equal(differences->items[i].field, field))
            return true;
    return false;
}

static int count_change(struct count *count, struct event_change *change, struct fault *ret_fault)
{
    struct tally *tally = count->tally;
    bool wanted = wants_example(tally, change);
    change->article = count->article;
    change->retractable = change->before && is_retractable(count->article, change->before);
    tally->events[change->change]++;
    tally->retractable += change->retractable;
    if (change->differences) {
        wanted &= count_fields(tally, change->differences);
        tally->wavering += change->change == CHANGE_UNCHANGED &&
                           differs_in(change->differences, STR("confidence"));
    }
    if (wanted)
        keep_example(tally, change);
    count->touched |= change->change != CHANGE_UNCHANGED;
    return count->visitor->visit
               ? count->visitor->visit(count->visitor->self, change, count->arena, ret_fault)
               : 0;
}

static int count_pair(struct count *count, const struct datum *before, const struct datum *after,
                      struct fault *ret_fault)
{
    struct differences differences;
    struct event_change change = {.before = before, .after = after, .differences = &differences};
    int code = differences_find(count->tally->fold, before, after, count->arena, &differences);
    if (code)
        return code;
    change.change = differences.telling ? CHANGE_CHANGED : CHANGE_UNCHANGED;
    return count_change(count, &change, ret_fault);
}

static int count_after(struct count *count, const struct datum *after, struct fault *ret_fault)
{
    struct event_change change = {.change = count->article->receipt ? CHANGE_ADDED : CHANGE_PENDING,
                                  .after = after};
    return count_change(count, &change, ret_fault);
}

static int count_events(struct count *count, const size_t *mates, bool *taken,
                        struct fault *ret_fault)
{
    const struct survey_article *article = count->article;
    int code = 0;
    for (size_t i = 0; i < article->before.count && !code; i++) {
        struct event_change removed = {.change = CHANGE_REMOVED,
                                       .before = article->before.items[i]};
        if (mates[i] == NO_MATE) {
            code = count_change(count, &removed, ret_fault);
            continue;
        }
        taken[mates[i]] = true;
        code =
            count_pair(count, article->before.items[i], article->after.items[mates[i]], ret_fault);
    }
    for (size_t j = 0; j < article->after.count && !code; j++)
        if (!taken[j])
            code = count_after(count, article->after.items[j], ret_fault);
    return code;
}

static enum receipt_outcome outcome_of(const struct datum *receipt)
{
    struct str outcome = datum_text(receipt, "outcome");
    for (int i = 0; i < RECEIPT_OUTCOME_COUNT; i++)
        if (str_equal(outcome, str_of(receipt_outcome_name((enum receipt_outcome)i))))
            return (enum receipt_outcome)i;
    return RECEIPT_PASSED_OVER; /* as the schema says of outcomes that are not known */
}

static void count_version(struct tally *tally, struct str name)
{
    struct tally_version *version = NULL;
    if (str_empty(name))
        return;
    for (size_t i = 0; i < tally->version_count && !version; i++)
        if (str_equal(str_of(tally->versions[i].name), name))
            version = &tally->versions[i];
    if (!version && tally->version_count < MOST_VERSIONS) {
        version = &tally->versions[tally->version_count++];
        snprintf(version->name, sizeof version->name, "%.*s", (int)name.len, name.at);
    }
    if (version)
        version->articles++;
}

static void count_article(struct count *count)
{
    struct tally *tally = count->tally;
    const struct survey_article *article = count->article;
    tally->articles++;
    tally->missing += article->missing;
    if (!article->receipt) {
        tally->pending++;
        return;
    }
    enum receipt_outcome from = outcome_of(article->receipt), to = outcome_of(article->outcome);
    tally->outcomes[from][to]++;
    tally->touched += count->touched || from != to;
    count_version(tally, datum_text(article->receipt, "extractor"));
}

int tally_article(struct tally *tally, const struct survey_article *article,
                  const struct change_visitor *visitor, struct arena *arena,
                  struct fault *ret_fault)
{
    struct count count = {.tally = tally, .article = article, .visitor = visitor, .arena = arena};
    bool *taken = ARENA_ARRAY(arena, bool, article->after.count + 1);
    size_t *mates;
    int code = taken ? pairing_find(tally->fold, &article->before, &article->after, arena, &mates)
                     : FAULT_MEMORY;
    if (!code)
        code = count_events(&count, mates, taken, ret_fault);
    if (!code)
        count_article(&count);
    return code;
}

/* The proofs move with what they prove, so they come after all that; then what stands aside. */
static int place_of(const struct tally_field *field)
{
    return field->aside ? 2 : strcmp(field->name, "evidence") == 0;
}

static int fields_compare(const void *a, const void *b)
{
    const struct tally_field *one = a, *other = b;
    if (place_of(one) != place_of(other))
        return place_of(one) - place_of(other);
    if (one->events != other->events)
        return one->events > other->events ? -1 : 1;
    return strcmp(one->name, other->name);
}

void tally_sort(struct tally *tally)
{
    qsort(tally->fields, tally->field_count, sizeof *tally->fields, fields_compare);
}
