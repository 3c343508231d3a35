/* What a built pack answers. */
#include "pack/inside.h"

#include <stdio.h>

struct str pack_language(const struct pack *pack)
{
    return pack->language;
}

struct str pack_version(const struct pack *pack)
{
    return pack->version;
}

struct str pack_home(const struct pack *pack)
{
    return pack->home;
}

const struct token_table *pack_tokens(const struct pack *pack)
{
    return &pack->tokens;
}

const struct trie *pack_trie(const struct pack *pack)
{
    return &pack->trie;
}

static uint32_t number_of(const struct vocabulary *vocabulary, struct str name)
{
    return vocabulary_find(vocabulary, name, vocabulary_hash(name));
}

struct str pack_kind_name(const struct pack *pack, uint16_t kind)
{
    return vocabulary_word(pack->kinds, kind);
}

size_t pack_kind_count(const struct pack *pack)
{
    return vocabulary_count(pack->kinds) + 1;
}

uint64_t pack_class(const struct pack *pack, const char *name)
{
    uint32_t number = number_of(pack->classes, str_of(name));
    return number ? UINT64_C(1) << (number - 1) : 0;
}

uint64_t pack_optional(const struct pack *pack, enum optional_class class)
{
    return pack->optional[class];
}

bool pack_adjectives_first(const struct pack *pack)
{
    return pack_optional(pack, OPTIONAL_EPITHET) != 0;
}

uint64_t pack_token_classes(const struct pack *pack, const struct token *token, struct str written)
{
    const struct word *word = &pack->words[token->word];
    uint64_t classes = word->classes;
    for (uint32_t i = word->variants; i; i = pack->variants[i].next) {
        const struct variant *variant = &pack->variants[i];
        if ((!variant->capital || token->flags & TOKEN_CAPITAL) &&
            (!variant->spelling.len || fold_spelled(pack->fold, variant->spelling, written)))
            classes |= variant->classes;
    }
    return classes;
}

bool pack_word_ends(const struct pack *pack, struct str written, uint64_t classes)
{
    enum { SHORTEST = 3, LONGEST = 5 };
    for (size_t length = SHORTEST; length <= LONGEST && length < written.len; length++) {
        const struct str ending = {written.at + written.len - length, length};
        if (pack->words[number_of(pack->vocabulary, ending)].classes & classes)
            return true;
    }
    return false;
}

size_t pack_value_count(const struct pack *pack)
{
    return pack->value_count;
}

struct str pack_value(const struct pack *pack, uint32_t value)
{
    return pack->values[value].text;
}

struct str pack_column(const struct pack *pack, uint32_t value, unsigned column)
{
    const struct value *at = &pack->values[value];
    struct str rest = at->text;
    if (column == 0 && at->first < UINT8_MAX)
        return str_make(rest.at, at->first); /* nearly always */
    for (;; column--) {
        const char *end = rest.len ? memchr(rest.at, ';', rest.len) : NULL;
        size_t len = end ? (size_t)(end - rest.at) : rest.len;
        if (column == 0)
            return str_make(rest.at, len);
        if (!end)
            return (struct str){NULL, 0};
        rest = str_make(end + 1, rest.len - len - 1);
    }
}

int32_t pack_value_number(const struct pack *pack, uint32_t value)
{
    return pack->values[value].number;
}

uint32_t pack_value_key(const struct pack *pack, uint32_t value)
{
    return pack->values[value].key;
}

uint16_t pack_value_kind(const struct pack *pack, uint32_t value)
{
    return pack->values[value].kind;
}

void pack_value_place(const struct pack *pack, uint32_t value, char ret_place[PLACE_MAX])
{
    const struct value *at = &pack->values[value];
    const struct str folder = at->shared ? STR(SHARED_FOLDER) : pack->language;
    const struct str kind = pack_kind_name(pack, at->kind);
    snprintf(ret_place, PLACE_MAX, "%.*s/lexicon/%.*s.txt:%u", (int)folder.len, folder.at,
             (int)kind.len, kind.at, at->line);
}

const struct rule_index *pack_rules(const struct pack *pack, enum stage stage)
{
    return &pack->stages[stage];
}

const struct rule *pack_rule(const struct pack *pack, uint16_t rule)
{
    return &pack->rules[rule];
}

size_t pack_rule_count(const struct pack *pack)
{
    return pack->rule_count;
}

size_t pack_choices(const struct pack *pack)
{
    return pack->choices;
}

void pack_rule_place(const struct pack *pack, uint16_t rule, char ret_place[PLACE_MAX])
{
    const struct locus *locus = &pack->rules[rule].locus;
    snprintf(ret_place, PLACE_MAX, "%s:%u", locus->path, locus->line);
}

struct str pack_rule_name(const struct pack *pack, uint16_t rule)
{
    return pack->rules[rule].name;
}

static const struct constant *constant_of(const struct rule *rule, enum capture_name name)
{
    for (size_t i = 0; i < rule->constant_count; i++)
        if (rule->constants[i].name == name)
            return &rule->constants[i];
    return NULL;
}

int32_t pack_rule_number(const struct pack *pack, uint16_t rule, enum capture_name name,
                         int32_t otherwise)
{
    const struct constant *constant = constant_of(&pack->rules[rule], name);
    return constant && str_empty(constant->word) ? constant->number : otherwise;
}

struct str pack_rule_word(const struct pack *pack, uint16_t rule, enum capture_name name)
{
    const struct constant *constant = constant_of(&pack->rules[rule], name);
    return constant ? constant->word : (struct str){NULL, 0};
}

const struct example *pack_examples(const struct pack *pack, size_t *ret_count)
{
    *ret_count = pack->example_count;
    return pack->examples;
}
