/*
 * scratch.h -- a file in TMPDIR that has no name: nothing is left of it when the process ends.
 */
#ifndef STREAM_SCRATCH_H
#define STREAM_SCRATCH_H

#include "base/fault.h"

/* Returns 0 and *ret_file, which the caller closes, or FAULT_FILE. */
int scratch_open(int *ret_file, struct fault *ret_fault);

/* FAULT_FILE for what errno says of such a file.  doing: "writing". */
int scratch_failed(const char *doing, struct fault *ret_fault);

#endif
