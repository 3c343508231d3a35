/*
 * label.h -- the name of an occasion, read off the noun phrase around its word.
 *
 *     "la 6e réunion des ministres des Affaires étrangères Chine-Asie centrale"
 *          name, edition 6, series, kind MINISTERIAL, definite
 */
#ifndef MEETING_LABEL_LABEL_H
#define MEETING_LABEL_LABEL_H

#include "meeting/mention/mention.h"

/* Reads the label of the meetnoun or series annotation noun in its sentence. */
struct label label_read(const struct document *document, const struct sentence *sentence,
                        const struct annotation *noun);

/* What the sitting of a body is, whose enum body is given: SESSION, of heads SUMMIT, of ministers
 * MINISTERIAL; OTHER: it sits not. */
enum meeting_kind sitting_of_body(uint8_t body);
enum meeting_kind sitting_of_party(const struct document *document, const struct party *party);
/* "la session du conseil des ministres des Transports", "the ECOWAS Council of Ministers": whether
 * the name is of ministers of many states; a cabinet names neither their field nor a body of
 * states. */
bool label_of_ministers(const struct document *document, struct span name);
/* A council, committee or parliament, whose talks are a sitting: not a union of states. */
bool party_is_organ(const struct document *document, const struct party *party);
/* "the army": forces hold no sitting. */
bool party_is_forces(const struct document *document, const struct party *party);

/* The name of a session by the body that sits: "comité de suivi de l'accord". */
struct span label_of_body(const struct document *document, const struct sentence *sentence,
                          const struct party *body);

#endif
