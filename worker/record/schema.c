#include "record/schema.h"

#include <assert.h>
#include <stdlib.h>

#include <avro.h>

#include "base/embedded.h"
#include "record/canonical.h"

enum { SCHEMA_CAP = 8 * 1024 * 1024 };

struct schema {
    struct arena *arena; /* holds the texts, and this */
    avro_schema_t avro;
    struct str name;
    struct str text;
    struct str canonical;
    uint64_t fingerprint;
};

struct schema_set {
    struct schema **schemas; /* in the order of EMBEDDED_SCHEMAS */
    size_t count;
    const struct schema *current[RECORD_TYPE_COUNT];
};

void schema_free(struct schema *schema)
{
    if (!schema)
        return;
    avro_schema_decref(schema->avro);
    arena_free(schema->arena);
}

static int schema_describe(struct schema *schema, struct str text)
{
    schema->text = arena_copy(schema->arena, text);
    if (!schema->text.at)
        return FAULT_MEMORY;
    int fault = canonical_full_name(schema->avro, schema->arena, &schema->name);
    if (!fault)
        fault = canonical_form(schema->avro, schema->arena, &schema->canonical);
    if (!fault)
        schema->fingerprint = canonical_fingerprint(schema->canonical);
    return fault;
}

/* Takes avro over, also when it fails. */
static int schema_new(avro_schema_t avro, struct str text, struct schema **ret_schema)
{
    struct arena *arena = arena_new(SCHEMA_CAP);
    struct schema *schema = arena ? arena_alloc(arena, sizeof *schema) : NULL;
    if (!schema) {
        avro_schema_decref(avro);
        arena_free(arena);
        return FAULT_MEMORY;
    }
    *schema = (struct schema){.arena = arena, .avro = avro};
    int fault = schema_describe(schema, text);
    if (fault) {
        schema_free(schema);
        return fault;
    }
    *ret_schema = schema;
    return 0;
}

int schema_parse(struct str text, struct schema **ret_schema, struct fault *ret_fault)
{
    avro_schema_t avro;
    if (avro_schema_from_json_length(text.at ? text.at : "", text.len, &avro)) {
        fault_set(ret_fault, FAULT_UNDECODABLE, "not an Avro schema: %s", avro_strerror());
        return FAULT_UNDECODABLE;
    }
    int fault = schema_new(avro, text, ret_schema);
    if (fault)
        fault_set(ret_fault, fault, "no memory for an Avro schema");
    return fault;
}

void schema_set_free(struct schema_set *set)
{
    if (!set)
        return;
    for (size_t i = 0; i < set->count; i++)
        schema_free(set->schemas[i]);
    free(set->schemas);
    free(set);
}

/* Takes schema over.  The first of a name is the current one: released/ comes after. */
static void schema_set_add(struct schema_set *set, struct schema *schema)
{
    static const struct str names[RECORD_TYPE_COUNT] = {
        [RECORD_EVENT] = {"meetingd.MeetingEvent", 21},
        [RECORD_RECEIPT] = {"meetingd.ArticleReceipt", 23},
    };
    set->schemas[set->count++] = schema;
    for (size_t type = 0; type < RECORD_TYPE_COUNT; type++)
        if (!set->current[type] && str_equal(schema->name, names[type]))
            set->current[type] = schema;
}

static int schema_set_fill(struct schema_set *set, struct fault *ret_fault)
{
    for (const struct embedded *embedded = EMBEDDED_SCHEMAS; embedded->name; embedded++) {
        struct schema *schema = NULL;
        struct fault reason = {0};
        int fault = schema_parse(embedded_text(embedded), &schema, &reason);
        if (fault)
            return fault_set(ret_fault, fault == FAULT_MEMORY ? fault : FAULT_FILE,
                             "the schema %s in this program: %s", embedded->name, reason.text);
        schema_set_add(set, schema);
    }
    return 0;
}

int schema_set_load(struct schema_set **ret_set, struct fault *ret_fault)
{
    struct schema_set *set = calloc(1, sizeof *set);
    if (set) /* one more: calloc() of nothing may be NULL */
        set->schemas = calloc(embedded_count(EMBEDDED_SCHEMAS) + 1, sizeof(struct schema *));
    if (!set || !set->schemas) {
        schema_set_free(set);
        return fault_set(ret_fault, FAULT_MEMORY, "no memory for the Avro schemas");
    }
    int fault = schema_set_fill(set, ret_fault);
    if (fault) {
        schema_set_free(set);
        return fault;
    }
    *ret_set = set;
    return 0;
}

int schema_set_learn(struct schema_set *set, struct str text, struct fault *ret_fault)
{
    struct schema *schema;
    int fault = schema_parse(text, &schema, ret_fault);
    if (fault)
        return fault;
    struct schema **schemas = realloc(set->schemas, (set->count + 1) * sizeof *schemas);
    if (!schemas) {
        schema_free(schema);
        return fault_set(ret_fault, FAULT_MEMORY, "no memory for an Avro schema");
    }
    set->schemas = schemas;
    schema_set_add(set, schema);
    return 0;
}

const struct schema *schema_set_current(const struct schema_set *set, enum record_type type)
{
    assert(type < RECORD_TYPE_COUNT && set->current[type]);
    return set->current[type];
}

const struct schema *schema_set_find(const struct schema_set *set, uint64_t fingerprint)
{
    for (size_t i = 0; i < set->count; i++)
        if (set->schemas[i]->fingerprint == fingerprint)
            return set->schemas[i];
    return NULL;
}

struct str schema_name(const struct schema *schema)
{
    return schema->name;
}

struct str schema_text(const struct schema *schema)
{
    return schema->text;
}

struct str schema_canonical(const struct schema *schema)
{
    return schema->canonical;
}

uint64_t schema_fingerprint(const struct schema *schema)
{
    return schema->fingerprint;
}

struct avro_obj_t *schema_avro(const struct schema *schema)
{
    return schema->avro;
}

struct framing schema_framing(const struct schema *schema)
{
    return framing_single_object(schema->fingerprint);
}
