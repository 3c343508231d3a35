/*
 * clip.h -- what swallowed the name of the person behind it gives it back.
 *
 *     ORG or ROLE, NAME --clip_names--> the same, shorter: "Prime Minister of Kenya" Anna Berg
 *
 * Rules take capitals for part of a body's name or an office ("mayor of Wessex"); where a state,
 * a body or a field of government is already complete, the capitals behind it are a person's.
 */
#ifndef ANNOTATE_NAME_CLIP_H
#define ANNOTATE_NAME_CLIP_H

#include "annotate/document.h"

/* Shortens each annotation of kind (ANNOTATION_ORG or ANNOTATION_ROLE) that reaches into a name. */
void clip_names(struct document *document, uint16_t kind);

#endif
