/*
 * evidence.h -- what an evidence proves, as the record names it.
 */
#ifndef RECORD_EVIDENCE_H
#define RECORD_EVIDENCE_H

#include "meeting/meeting.h"

enum { EVIDENCE_PATH_SIZE = 40 };

/* Writes the path of the field: "start", "participants[2].role". */
void evidence_path(const struct evidence *evidence, char ret_path[EVIDENCE_PATH_SIZE]);

#endif
