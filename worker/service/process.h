/*
 * process.h -- what the process takes of the machine, under the names that all exporters use.
 */
#ifndef SERVICE_PROCESS_H
#define SERVICE_PROCESS_H

#include <stdint.h>
#include <stdio.h>

/* Reads /proc/self; what can't be read is left out.  started_ms: since 1970. */
void process_show(FILE *file, int64_t started_ms);

#endif
