/* What "@name" and "#KIND" in a pattern stand for. */
#include "pack/build.h"
#include "pack/pattern.h"

/* "@office=AMBASSADOR.PLUR", taken apart. */
struct reference {
    struct field name, value, tag;
};

static struct field field_part(struct field whole, size_t begin, size_t end)
{
    struct field part = {str_make(whole.text.at + begin, end - begin), whole.locus};
    part.locus.column += (uint32_t)begin;
    return part;
}

static size_t find_byte(struct str text, size_t from, char byte)
{
    const char *at = from < text.len ? memchr(text.at + from, byte, text.len - from) : NULL;
    return at ? (size_t)(at - text.at) : text.len;
}

static struct reference reference_of(struct field field)
{
    size_t len = field.text.len;
    size_t dot = find_byte(field.text, 0, '.');
    size_t equals = find_byte(field.text, 0, '=');
    if (equals > dot)
        equals = dot;
    struct reference reference = {.name = field_part(field, 1, equals)};
    if (equals < dot)
        reference.value = field_part(field, equals + 1, dot);
    if (dot < len)
        reference.tag = field_part(field, dot + 1, len);
    return reference;
}

/* Lexicons have small names, kinds that rules and stages make have capitals. */
static bool is_kind_name(struct str name)
{
    return name.len && name.at[0] >= 'A' && name.at[0] <= 'Z';
}

static void offer_names(const struct vocabulary *names, bool kinds, struct nearest *nearest)
{
    for (uint32_t i = 1; i <= vocabulary_count(names); i++)
        if (is_kind_name(vocabulary_word(names, i)) == kinds)
            nearest_offer(nearest, vocabulary_word(names, i).at);
}

static int unknown_name(struct builder *builder, const struct field *name, bool kind)
{
    struct nearest nearest = nearest_to(name->text);
    offer_names(builder->pack->kinds, kind, &nearest);
    if (!kind)
        offer_names(builder->pack->classes, false, &nearest);
    return locus_unknown(name->locus, builder->fault, kind ? "kind" : "lexicon", &nearest);
}

static int resolve_tag(struct builder *builder, const struct field *tag, uint16_t *ret_tag)
{
    const struct vocabulary *tags = builder->pack->tags;
    uint32_t number = vocabulary_find(tags, tag->text, vocabulary_hash(tag->text));
    if (!number) {
        struct nearest nearest = nearest_to(tag->text);
        offer_names(tags, true, &nearest);
        return locus_unknown(tag->locus, builder->fault, "tag", &nearest);
    }
    *ret_tag = (uint16_t)number;
    return 0;
}

static int unknown_value(struct builder *builder, const struct field *value, uint16_t kind)
{
    const struct pack *pack = builder->pack;
    struct nearest nearest = nearest_to(value->text);
    for (size_t i = 1; i < pack->value_count; i++) {
        if (pack->values[i].kind == kind)
            nearest_offer(&nearest, vocabulary_word(pack->keys, pack->values[i].key).at);
    }
    return locus_unknown(value->locus, builder->fault, "such value", &nearest);
}

static int resolve_value(struct builder *builder, const struct field *value, uint16_t kind,
                         uint32_t *ret_key)
{
    const struct pack *pack = builder->pack;
    uint32_t key = vocabulary_find(pack->keys, value->text, vocabulary_hash(value->text));
    for (size_t i = 1; key && i < pack->value_count; i++) {
        if (pack->values[i].kind == kind && pack->values[i].key == key) {
            *ret_key = key;
            return 0;
        }
    }
    return unknown_value(builder, value, kind);
}

static int resolve_kind(struct builder *builder, const struct reference *reference, uint16_t kind,
                        struct step *step)
{
    step->code = STEP_KIND;
    step->of.kind.kind = kind;
    int fault = 0;
    if (reference->value.text.at)
        fault = resolve_value(builder, &reference->value, kind, &step->of.kind.key);
    if (!fault && reference->tag.text.at)
        fault = resolve_tag(builder, &reference->tag, &step->of.kind.tag);
    return fault;
}

int reference_resolve(struct builder *builder, struct field field, struct step *step)
{
    const struct pack *pack = builder->pack;
    struct reference reference = reference_of(field);
    struct str name = reference.name.text;
    bool kind = field.text.at[0] == '#';
    uint32_t hash = vocabulary_hash(name);
    uint32_t class = kind ? 0 : vocabulary_find(pack->classes, name, hash);
    uint32_t number = vocabulary_find(pack->kinds, name, hash);
    if (class && (reference.value.text.at || reference.tag.text.at))
        return locus_fault(field.locus, builder->fault,
                           "'%.*s' is a word class: its words have no values and tags",
                           (int)name.len, name.at);
    if (class) {
        step->code = STEP_CLASS;
        step->of.classes = UINT64_C(1) << (class - 1);
        return 0;
    }
    if (!number || is_kind_name(name) != kind)
        return unknown_name(builder, &reference.name, kind);
    return resolve_kind(builder, &reference, (uint16_t)number, step);
}
