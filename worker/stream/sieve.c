#include "stream/sieve.h"

#include <stddef.h>
#include <stdlib.h>

enum { BITS_LOG2 = 28, PROBES = 4 };

struct sieve {
    uint64_t words[(size_t)1 << (BITS_LOG2 - 6)];
};

struct sieve *sieve_new(void)
{
    return calloc(1, sizeof(struct sieve)); /* what is not touched takes no memory */
}

void sieve_free(struct sieve *sieve)
{
    free(sieve);
}

/* The number of a bit: each probe goes on from the one before by the hash's other half. */
static size_t bit_of(uint64_t hash, unsigned probe)
{
    uint64_t step = (hash >> 32) | 1;
    return (size_t)((hash + probe * step) & (((uint64_t)1 << BITS_LOG2) - 1));
}

void sieve_add(struct sieve *sieve, uint64_t hash)
{
    for (unsigned probe = 0; probe < PROBES; probe++) {
        size_t bit = bit_of(hash, probe);
        sieve->words[bit / 64] |= UINT64_C(1) << (bit % 64);
    }
}

bool sieve_has(const struct sieve *sieve, uint64_t hash)
{
    bool all = true;
    for (unsigned probe = 0; probe < PROBES && all; probe++) {
        size_t bit = bit_of(hash, probe);
        all = sieve->words[bit / 64] >> (bit % 64) & 1;
    }
    return all;
}
