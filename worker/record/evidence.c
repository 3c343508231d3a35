#include "record/evidence.h"

#include <stdio.h>

/* What stands before and after the index, if the field has one. */
static const struct {
    const char *field, *part;
} PATHS[EVIDENCE_FIELD_COUNT] = {
    [EVIDENCE_KIND] = {"kind", NULL},
    [EVIDENCE_STATUS] = {"status", NULL},
    [EVIDENCE_NAME] = {"name", NULL},
    [EVIDENCE_EDITION] = {"edition", NULL},
    [EVIDENCE_START] = {"start", NULL},
    [EVIDENCE_END] = {"end", NULL},
    [EVIDENCE_START_TIME] = {"start_time", NULL},
    [EVIDENCE_PREVIOUS_START] = {"previous_start", NULL},
    [EVIDENCE_PLACE] = {"place", NULL},
    [EVIDENCE_PARTICIPANT] = {"participants", ""},
    [EVIDENCE_PARTICIPANT_ROLE] = {"participants", ".role"},
    [EVIDENCE_OUTCOME] = {"outcomes", ""},
};

void evidence_path(const struct evidence *evidence, char ret_path[EVIDENCE_PATH_SIZE])
{
    const char *field = PATHS[evidence->field].field, *part = PATHS[evidence->field].part;
    if (part)
        snprintf(ret_path, EVIDENCE_PATH_SIZE, "%s[%u]%s", field, (unsigned)evidence->index, part);
    else
        snprintf(ret_path, EVIDENCE_PATH_SIZE, "%s", field);
}
