#include "annotate/example/example.h"

#include <stdio.h>

#include "annotate/date/date.h"
#include "pack/rule.h"

enum { VALUE_ROOM = 64 };

/* What the example's rule, or another one of the same kind, made of its text. */
struct outcome_seen {
    const struct annotation *own, *other;
    bool expected; /* an annotation of the rule has the expected value */
};

/* What an example tells of annotation: a DATE's or TIME's value, else the text it covers. */
static struct str example_value(const struct document *document,
                                const struct annotation *annotation, char *room, size_t size)
{
    const struct reference reference = date_reference(document);
    if (annotation->kind != ANNOTATION_DATE && annotation->kind != ANNOTATION_TIME &&
        annotation->kind != ANNOTATION_DURATION)
        return document_text(document, annotation->begin, annotation->end);
    if (!annotation->detail || !date_render(annotation, &reference, room, size))
        return STR("");
    return str_of(room);
}

static void annotation_see(const struct document *document, const struct example *example,
                           const struct annotation *annotation, struct outcome_seen *seen)
{
    char room[VALUE_ROOM];
    uint16_t kind = pack_rule(document->pack, example->rule)->kind;
    if (annotation->rule && annotation->rule != example->rule && annotation->kind == kind)
        seen->other = annotation;
    if (annotation->rule != example->rule)
        return;
    struct str value = example_value(document, annotation, room, sizeof room);
    if (!seen->expected)
        seen->own = annotation;
    if (str_equal(value, example->expected))
        seen->expected = true;
}

static void coverage_count(const struct coverage *coverage, const struct annotation *annotation)
{
    if (annotation->rule)
        coverage->rules[annotation->rule]++;
    if (annotation->value)
        coverage->values[annotation->value]++;
}

static struct outcome_seen document_see(const struct document *document,
                                        const struct example *example,
                                        const struct coverage *coverage)
{
    struct outcome_seen seen = {NULL, NULL, false};
    for (size_t i = 0; i < document->tokens.count; i++)
        for (const struct annotation *annotation = document->first[i]; annotation;
             annotation = annotation->next) {
            annotation_see(document, example, annotation, &seen);
            if (coverage)
                coverage_count(coverage, annotation);
        }
    return seen;
}

/* "makes 'X' here" or "finds nothing here", and who else does. */
static int example_fault(const struct document *document, const struct example *example,
                         const struct outcome_seen *seen, struct fault *ret_fault)
{
    char room[VALUE_ROOM], own[160] = "finds nothing here", other[160] = "";
    struct str value;
    if (seen->own) {
        value = example_value(document, seen->own, room, sizeof room);
        snprintf(own, sizeof own, "makes '%.*s' here", (int)value.len, value.at);
    } else if (seen->other) {
        value = example_value(document, seen->other, room, sizeof room);
        struct str name = pack_rule_name(document->pack, seen->other->rule);
        snprintf(other, sizeof other, "; '%.*s' makes '%.*s'", (int)name.len, name.at,
                 (int)value.len, value.at);
    }
    struct str rule = pack_rule_name(document->pack, example->rule);
    return locus_fault(example->locus, ret_fault, "the rule '%.*s' %s%s%s%.*s%s", (int)rule.len,
                       rule.at, own, other, example->expected.len ? ", expected: '" : "",
                       (int)example->expected.len, example->expected.at,
                       example->expected.len ? "'" : "");
}

static int example_judge(const struct document *document, const struct example *example,
                         const struct outcome_seen *seen, struct fault *ret_fault)
{
    bool found = example->expected.len ? seen->expected : seen->own != NULL;
    struct str rule = pack_rule_name(document->pack, example->rule);
    switch (example->sort) {
    case EXAMPLE_OK:
        return found ? 0 : example_fault(document, example, seen, ret_fault);
    case EXAMPLE_NO:
        if (!found)
            return 0;
        return locus_fault(example->locus, ret_fault, "the rule '%.*s' must find nothing here",
                           (int)rule.len, rule.at);
    default:
        if (!found)
            return 0;
        return locus_fault(example->locus, ret_fault,
                           "the rule '%.*s' can do this now: write 'ok' instead of 'todo'",
                           (int)rule.len, rule.at);
    }
}

static int tie_fault(const struct document *document, const struct example *example,
                     struct fault *ret_fault)
{
    struct str first = pack_rule_name(document->pack, document->tied[0]);
    struct str second = pack_rule_name(document->pack, document->tied[1]);
    return locus_fault(example->locus, ret_fault,
                       "the rules '%.*s' and '%.*s' claim the same words with different values",
                       (int)first.len, first.at, (int)second.len, second.at);
}

int example_run(const struct pack *pack, const struct example *example,
                const struct example_reader *reader, const struct coverage *coverage,
                struct fault *ret_fault)
{
    const struct article article = {
        .id = STR("example"),
        .language = pack_language(pack),
        .body = example->text,
        .published = {.told = example->on.year != 0, .day = example->on},
    };
    const struct document *document = NULL;
    int fault = reader->read(reader->context, &article, &document);
    if (fault)
        return fault;
    struct outcome_seen seen = document_see(document, example, coverage);
    if (document->tied[0] == example->rule || document->tied[1] == example->rule)
        return tie_fault(document, example, ret_fault);
    return example_judge(document, example, &seen, ret_fault);
}
