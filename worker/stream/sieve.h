/*
 * sieve.h -- remembers which keys were seen, in 32 MB however many they are (a Bloom filter).
 *
 * What was added is always found.  Of other keys a few are found as well: with ten million added
 * one in three thousand.
 */
#ifndef STREAM_SIEVE_H
#define STREAM_SIEVE_H

#include <stdbool.h>
#include <stdint.h>

struct sieve;

/* Returns NULL when there is no memory.  The caller frees with sieve_free(). */
struct sieve *sieve_new(void);
void sieve_free(struct sieve *sieve);

/* hash is spread over all its bits, as spill_hash() gives it. */
void sieve_add(struct sieve *sieve, uint64_t hash);
bool sieve_has(const struct sieve *sieve, uint64_t hash);

#endif
