#include "pack/build.h"

/* A line "key | value | value …" of pack.txt or tokens.txt; take is called for each value. */
struct key {
    const char *name;
    int (*take)(struct builder *builder, const struct field *value);
};

static int take_language(struct builder *builder, const struct field *value)
{
    if (str_equal(value->text, builder->pack->language))
        return 0;
    return locus_fault(value->locus, builder->fault,
                       "the language is '%.*s' but its folder is named '%.*s'",
                       (int)value->text.len, value->text.at, (int)builder->pack->language.len,
                       builder->pack->language.at);
}

static int take_name(struct builder *builder, const struct field *value)
{
    builder->pack->name = value->text;
    return 0;
}

static int take_version(struct builder *builder, const struct field *value)
{
    builder->pack->version = value->text;
    return 0;
}

static int take_home(struct builder *builder, const struct field *value)
{
    if (value->text.len != 2)
        return locus_fault(value->locus, builder->fault,
                           "'%.*s' is no code of a state (ISO 3166-1 alpha-2)",
                           (int)value->text.len, value->text.at);
    builder->pack->home = value->text;
    return 0;
}

static int vocabulary_take(struct builder *builder, struct vocabulary *vocabulary, struct str text,
                           struct locus locus)
{
    uint32_t number = 0;
    size_t known = vocabulary_count(vocabulary);
    if (vocabulary_add(vocabulary, text, &number))
        return builder_memory(builder);
    if (number <= known)
        return locus_fault(locus, builder->fault, "'%.*s' is doubled", (int)text.len, text.at);
    return 0;
}

static int take_ambiguous(struct builder *builder, const struct field *value)
{
    return vocabulary_take(builder, builder->ambiguous, value->text, value->locus);
}

static int take_folded(struct builder *builder, struct vocabulary *vocabulary,
                       const struct field *value)
{
    char folded[64];
    size_t len = fold_text(builder->pack->fold, value->text, folded, sizeof folded);
    if (memchr(folded, ' ', len) || memchr(folded, '-', len))
        return locus_fault(value->locus, builder->fault,
                           "'%.*s' is more than one word: words are parted at blanks and hyphens",
                           (int)value->text.len, value->text.at);
    return vocabulary_take(builder, vocabulary, str_make(folded, len), value->locus);
}

static int take_elision(struct builder *builder, const struct field *value)
{
    return take_folded(builder, builder->pack->elisions, value);
}

static int take_clitic(struct builder *builder, const struct field *value)
{
    return take_folded(builder, builder->pack->clitics, value);
}

static int take_kept(struct builder *builder, const struct field *value)
{
    return take_folded(builder, builder->pack->kept, value);
}

static int take_abbreviation(struct builder *builder, const struct field *value)
{
    if (value->text.at[value->text.len - 1] != '.')
        return locus_fault(value->locus, builder->fault, "an abbreviation ends in a full stop");
    return take_folded(builder, builder->pack->abbreviations, value);
}

static int take_thousands(struct builder *builder, const struct field *value)
{
    if (str_equal(value->text, STR("blank")))
        builder->pack->tokens.thousands_blank = true;
    else if (str_equal(value->text, STR(".")) || str_equal(value->text, STR(",")))
        builder->pack->tokens.thousands = value->text.at[0];
    else
        return locus_fault(value->locus, builder->fault,
                           "thousands are parted by '.', ',' or the word 'blank'");
    return 0;
}

static const struct key PACK_KEYS[] = {
    {"language", take_language},   {"name", take_name}, {"version", take_version},
    {"ambiguous", take_ambiguous}, {"home", take_home}, {NULL, NULL},
};

static const struct key TOKEN_KEYS[] = {
    {"elision", take_elision},           {"clitic", take_clitic},       {"keep", take_kept},
    {"abbreviation", take_abbreviation}, {"thousands", take_thousands}, {NULL, NULL},
};

static const struct key *key_find(struct builder *builder, const struct key *keys,
                                  const struct field *name)
{
    struct nearest nearest = nearest_to(name->text);
    for (; keys->name; keys++) {
        if (str_equal(str_of(keys->name), name->text))
            return keys;
        nearest_offer(&nearest, keys->name);
    }
    locus_unknown(name->locus, builder->fault, "setting", &nearest);
    return NULL;
}

static int row_take(struct builder *builder, const struct key *keys, struct row *row)
{
    struct field name, value;
    int fault = row_next(row, &name, builder->fault);
    if (fault)
        return fault;
    const struct key *key = key_find(builder, keys, &name);
    if (!key)
        return FAULT_PACK;
    size_t count = 0;
    for (; !(fault = row_next(row, &value, builder->fault)) && value.text.len; count++)
        if ((fault = key->take(builder, &value)))
            return fault;
    if (!fault && count == 0)
        return locus_fault(name.locus, builder->fault, "'%s' has no value", key->name);
    return fault;
}

static int table_take(struct builder *builder, const struct key *keys, struct table *table)
{
    struct row row;
    int fault = 0;
    while (!fault && table_next(table, &row))
        fault = row_take(builder, keys, &row);
    return fault;
}

int manifest_load(struct builder *builder)
{
    const char *path = builder_path(builder, 1, "pack.txt");
    if (!path)
        return builder_memory(builder);
    struct table table;
    int fault = table_read(builder->lang_dir, path, builder->pack->arena, &table, builder->fault);
    if (!fault)
        fault = table_take(builder, PACK_KEYS, &table);
    if (!fault && str_empty(builder->pack->version))
        return locus_fault((struct locus){path, 1, 1}, builder->fault, "no 'version' is told");
    return fault;
}

int tokens_load(struct builder *builder)
{
    for (unsigned folder = 0; folder < FOLDERS; folder++) {
        const char *path = builder_path(builder, folder, "tokens.txt");
        if (!path)
            return builder_memory(builder);
        struct table table;
        int fault = table_read_optional(builder->lang_dir, path, builder->pack->arena, &table,
                                        builder->fault);
        if (!fault)
            fault = table_take(builder, TOKEN_KEYS, &table);
        if (fault)
            return fault;
    }
    return 0;
}
