/*
 * vocabulary.h -- words and their numbers.
 *
 * Folded words in the order in which they were added, numbered from 1; 0 is "not here".
 * Built while a pack is loaded, then only read.
 */
#ifndef TEXT_VOCABULARY_H
#define TEXT_VOCABULARY_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

struct vocabulary;

/* Returns NULL when there is no memory.  Lives in arena. */
struct vocabulary *vocabulary_new(struct arena *arena);

/* Copies word unless it is there.  Returns 0 and its number, or FAULT_MEMORY. */
int vocabulary_add(struct vocabulary *vocabulary, struct str word, uint32_t *ret_number);

/* The same word has the same hash in every vocabulary. */
uint32_t vocabulary_hash(struct str word);

/* hash is vocabulary_hash(word): a token's word is looked up more than once. */
uint32_t vocabulary_find(const struct vocabulary *vocabulary, struct str word, uint32_t hash);

/* Asks for the memory that vocabulary_find() of this hash reads, to be there a hundred steps on. */
void vocabulary_prefetch(const struct vocabulary *vocabulary, uint32_t hash);

size_t vocabulary_count(const struct vocabulary *vocabulary); /* numbers are 1..count */

/* Lends; a zero follows the word. */
struct str vocabulary_word(const struct vocabulary *vocabulary, uint32_t number);

#endif
