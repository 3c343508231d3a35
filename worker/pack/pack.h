/*
 * pack.h -- a language pack: everything the engine knows about one language.
 *
 *     lang/all, lang/fr  --pack_load-->  struct pack  --lexicon, match, stages-->  annotations
 *
 * Built once from text files, checked, and never changed again; shared between threads.  No C
 * file outside pack/ knows how the files look, and none names a language.  The form of the
 * files: lang/README.md.
 */
#ifndef PACK_PACK_H
#define PACK_PACK_H

#include <stddef.h>
#include <stdint.h>

#include "base/fault.h"
#include "base/str.h"
#include "pack/names.h"
#include "text/token.h"

struct pack;
struct rule;       /* rule.h: for the matcher */
struct rule_index; /* rule.h */
struct trie;       /* trie.h: for the lexicon pass */
struct example;    /* pack/example.h */

/*
 * Loads language (a folder of lang_dir) together with lang_dir/all.
 * Returns 0 and *ret_pack, which the caller frees with pack_free(), or FAULT_PACK / FAULT_FILE /
 * FAULT_MEMORY and the first mistake: "fr/rules/date.txt:3:27: no lexicon 'moth' (did you mean
 * 'month'?)".  Runs no examples: annotate/example/example.h does.
 */
int pack_load(const char *lang_dir, const char *language, struct pack **ret_pack,
              struct fault *ret_fault);
void pack_free(struct pack *pack);

/* All below lends for the life of the pack. */

struct str pack_language(const struct pack *pack); /* "fr" */
struct str pack_version(const struct pack *pack);  /* "1" */
struct str pack_home(const struct pack *pack);     /* "FR": whose towns are meant first; "" none */
const struct token_table *pack_tokens(const struct pack *pack);
const struct trie *pack_trie(const struct pack *pack);

/* The name of a kind: a lexicon's, or a kind's that a rule makes. */
struct str pack_kind_name(const struct pack *pack, uint16_t kind);
size_t pack_kind_count(const struct pack *pack); /* kinds are 1..count-1 */

/* The bit of a word class (words/NAME.txt), 0 when the pack has none.  At most 64 classes. */
uint64_t pack_class(const struct pack *pack, const char *name);
/* The bit of a class that few packs have, or 0: asked for each word. */
uint64_t pack_optional(const struct pack *pack, enum optional_class class);
/* Whether adjectives stand before the noun alone, "a major forum": the pack has a file of them. */
bool pack_adjectives_first(const struct pack *pack);

/* The classes of a token that is written so: capitals and accents may count. */
uint64_t pack_token_classes(const struct pack *pack, const struct token *token, struct str written);

/* Whether a word that no file names ends, as it is written, in a word of one of the classes. */
bool pack_word_ends(const struct pack *pack, struct str written, uint64_t classes);

/* Values: what stands first in the lexicons' lines, once for each lexicon, numbered 1..count-1 over
 * all lexicons. */
size_t pack_value_count(const struct pack *pack);
struct str pack_value(const struct pack *pack, uint32_t value); /* the whole field */
struct str pack_column(const struct pack *pack, uint32_t value, unsigned column); /* from 0 */
int32_t pack_value_number(const struct pack *pack, uint32_t value); /* column 0 as number, or -1 */
uint32_t pack_value_key(const struct pack *pack, uint32_t value);   /* equal for equal column 0 */
uint16_t pack_value_kind(const struct pack *pack, uint32_t value);  /* its lexicon */
/* Where the packs' files have a value first, or a rule: "fr/lexicon/verb.txt:12". */
enum { PLACE_MAX = 128 };
void pack_value_place(const struct pack *pack, uint32_t value, char ret_place[PLACE_MAX]);
void pack_rule_place(const struct pack *pack, uint16_t rule, char ret_place[PLACE_MAX]);

const struct rule_index *pack_rules(const struct pack *pack, enum stage stage);
const struct rule *pack_rule(const struct pack *pack, uint16_t rule);
size_t pack_rule_count(const struct pack *pack); /* rules are 1..count-1 */
size_t pack_choices(const struct pack *pack);    /* steps with a choice, in the rule with most */
struct str pack_rule_name(const struct pack *pack, uint16_t rule); /* "date/day-month-year" */
/* A constant of the rule's make line: a number, or the name of its WORD, by capture name. */
int32_t pack_rule_number(const struct pack *pack, uint16_t rule, enum capture_name name,
                         int32_t otherwise);
struct str pack_rule_word(const struct pack *pack, uint16_t rule, enum capture_name name);
const struct example *pack_examples(const struct pack *pack, size_t *ret_count);

#endif
