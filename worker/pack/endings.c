#include "base/grow.h"
#include "pack/build.h"

static int ending_add(struct builder *builder, struct ending_set *set, struct field *field)
{
    struct str tag = tag_cut(&field->text);
    struct ending ending = {.text = field->text};
    if (ending.text.len > 1 && ending.text.at[ending.text.len - 1] == '!') {
        ending.exact = true;
        ending.text.len--;
    }
    if (str_equal(ending.text, STR("-")))
        ending.text.len = 0;
    if (tag.len && tag_number(builder, tag, &ending.tag))
        return FAULT_MEMORY;
    for (size_t i = 0; i < set->count; i++)
        if (str_equal(set->at[i].text, ending.text) && set->at[i].tag == ending.tag)
            return locus_fault(field->locus, builder->fault, "the ending '%.*s' is doubled",
                               (int)field->text.len, field->text.at);
    if (!GROW(builder->scratch, set->at, set->count, set->room))
        return builder_memory(builder);
    set->at[set->count++] = ending;
    return 0;
}

static int set_read(struct builder *builder, struct row *row)
{
    struct field name, field;
    uint32_t number = 0;
    int fault = row_next(row, &name, builder->fault);
    if (fault)
        return fault;
    size_t known = vocabulary_count(builder->set_names);
    if (vocabulary_add(builder->set_names, name.text, &number))
        return builder_memory(builder);
    if (number <= known)
        return locus_fault(name.locus, builder->fault, "the set of endings '%.*s' is doubled",
                           (int)name.text.len, name.text.at);
    if (!GROW(builder->scratch, builder->sets, number, builder->set_room))
        return builder_memory(builder);
    struct ending_set *set = &builder->sets[number];
    while (!(fault = row_next(row, &field, builder->fault)) && field.text.len)
        if ((fault = ending_add(builder, set, &field)))
            break;
    if (!fault && set->count == 0)
        return locus_fault(name.locus, builder->fault, "a set of endings needs an ending");
    return fault;
}

int endings_load(struct builder *builder)
{
    builder->set_names = vocabulary_new(builder->scratch);
    if (!builder->set_names)
        return builder_memory(builder);
    for (unsigned folder = 0; folder < FOLDERS; folder++) {
        const char *path = builder_path(builder, folder, "endings.txt");
        if (!path)
            return builder_memory(builder);
        struct table table;
        int fault = table_read_optional(builder->lang_dir, path, builder->pack->arena, &table,
                                        builder->fault);
        struct row row;
        while (!fault && table_next(&table, &row))
            fault = set_read(builder, &row);
        if (fault)
            return fault;
    }
    return 0;
}
