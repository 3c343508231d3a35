/*
 * label.h -- the name of an occasion, read off the noun phrase around its word.
 *
 *     "la 6e réunion des ministres des Affaires étrangères Chine-Asie centrale"
 *          name, edition 6, series, kind MINISTERIAL, definite
 */
#ifndef MEETING_LABEL_H
#define MEETING_LABEL_H

#include "meeting/mention.h"

/* Reads the label of the meetnoun or series annotation noun in its sentence. */
struct label label_read(const struct document *document, const struct sentence *sentence,
                        const struct annotation *noun);

/* Where the name that begins at token ends: "comité" in "le comité de suivi de l'accord tiendra".
 */
uint32_t label_end(const struct document *document, const struct sentence *sentence,
                   uint32_t token);

#endif
