#include "pack/form.h"

#include "base/nearest.h"
#include "pack/build.h"

enum { FORM_MAX = 512, SETS_MAX = 4, LANGUAGE_MIN = 2, LANGUAGE_MAX = 3 };

/* A form on its way: what is written out so far and what is still to be read. */
struct expansion {
    struct builder *builder;
    const struct form_taker *taker;
    struct form form;
    unsigned depth;
    char text[FORM_MAX];
};

static bool is_tag_byte(char byte)
{
    return (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9');
}

struct str tag_cut(struct str *text)
{
    size_t begin = text->len;
    while (begin > 0 && is_tag_byte(text->at[begin - 1]))
        begin--;
    if (begin < 1 || begin == text->len || text->at[begin - 1] != '/')
        return (struct str){NULL, 0};
    struct str tag = str_make(text->at + begin, text->len - begin);
    text->len = begin - 1;
    return tag;
}

int tag_number(struct builder *builder, struct str name, uint16_t *ret_tag)
{
    uint32_t number = 0;
    if (vocabulary_add(builder->pack->tags, name, &number))
        return builder_memory(builder);
    *ret_tag = (uint16_t)number;
    return 0;
}

/* Takes "fr:" off a form of lang/all; false when it is for another language. */
static bool is_ours(const struct builder *builder, struct field *field)
{
    size_t len = 0;
    while (len < field->text.len && field->text.at[len] >= 'a' && field->text.at[len] <= 'z')
        len++;
    if (len < LANGUAGE_MIN || len > LANGUAGE_MAX || len + 1 >= field->text.len ||
        field->text.at[len] != ':')
        return true;
    bool ours = str_equal(str_make(field->text.at, len), builder->pack->language);
    field->text = str_make(field->text.at + len + 1, field->text.len - len - 1);
    field->locus.column += (uint32_t)len + 1;
    return ours;
}

static const struct ending_set *set_find(struct builder *builder, struct str name,
                                         struct locus locus)
{
    uint32_t number = vocabulary_find(builder->set_names, name, vocabulary_hash(name));
    if (number)
        return &builder->sets[number];
    struct nearest nearest = nearest_to(name);
    for (uint32_t i = 1; i <= vocabulary_count(builder->set_names); i++)
        nearest_offer(&nearest, vocabulary_word(builder->set_names, i).at);
    locus_unknown(locus, builder->fault, "set of endings", &nearest);
    return NULL;
}

static int expand(struct expansion *expansion, size_t len, struct str rest);

static int expand_set(struct expansion *expansion, size_t len, struct str name, struct str rest)
{
    const struct ending_set *set = set_find(expansion->builder, name, expansion->form.locus);
    if (!set)
        return FAULT_PACK;
    if (++expansion->depth > SETS_MAX)
        return locus_fault(expansion->form.locus, expansion->builder->fault,
                           "a form has at most %d sets of endings", SETS_MAX);
    int fault = 0;
    for (size_t i = 0; i < set->count && !fault; i++) {
        const struct ending *ending = &set->at[i];
        if (len + ending->text.len >= FORM_MAX)
            return locus_fault(expansion->form.locus, expansion->builder->fault, "too long");
        const struct form form = expansion->form;
        if (ending->text.len)
            memcpy(expansion->text + len, ending->text.at, ending->text.len);
        if (!form.tag)
            expansion->form.tag = ending->tag;
        expansion->form.exact |= ending->exact;
        fault = expand(expansion, len + ending->text.len, rest);
        expansion->form = form;
    }
    expansion->depth--;
    return fault;
}

/* Copies rest behind the len bytes that are written out, up to a set of endings. */
static int expand(struct expansion *expansion, size_t len, struct str rest)
{
    size_t plain = 0;
    while (plain < rest.len && rest.at[plain] != '<')
        plain++;
    if (len + plain >= FORM_MAX)
        return locus_fault(expansion->form.locus, expansion->builder->fault, "too long");
    memcpy(expansion->text + len, rest.at, plain);
    if (plain == rest.len) {
        struct form form = expansion->form;
        form.text = str_make(expansion->text, len + plain);
        arena_reset(expansion->builder->moment);
        return expansion->taker->take(expansion->builder, expansion->taker->context, &form);
    }
    const char *open = rest.at + plain + 1;
    const char *close = memchr(open, '>', rest.len - plain - 1);
    if (!close)
        return locus_fault(expansion->form.locus, expansion->builder->fault,
                           "'<' is not closed by '>'");
    struct str after = str_make(close + 1, rest.len - (size_t)(close + 1 - rest.at));
    return expand_set(expansion, len + plain, str_make(open, (size_t)(close - open)), after);
}

int form_expand(struct builder *builder, const struct field *field, const struct form_taker *taker)
{
    struct field ours = *field;
    if (!is_ours(builder, &ours))
        return 0;
    struct expansion expansion = {.builder = builder, .taker = taker};
    expansion.form.locus = ours.locus;
    struct str tag = tag_cut(&ours.text);
    if (tag.len && tag_number(builder, tag, &expansion.form.tag))
        return FAULT_MEMORY;
    if (ours.text.len > 1 && ours.text.at[ours.text.len - 1] == '!') {
        expansion.form.exact = true;
        ours.text.len--;
    }
    if (str_empty(ours.text))
        return locus_fault(ours.locus, builder->fault, "nothing stands before the tag");
    return expand(&expansion, 0, ours.text);
}
