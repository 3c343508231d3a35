/*
 * fuzz.h -- what a fuzzer is: one function that libFuzzer calls with bytes of its own, and
 * replay.c with the files of its corpus.  CMakeLists.txt says how to run it; what it finds
 * goes into the corpus.
 */
#ifndef FUZZ_FUZZ_H
#define FUZZ_FUZZ_H

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

/* As assert(), but in every build. */
#define FUZZ_CHECK(condition) ((condition) ? (void)0 : abort())

#endif
