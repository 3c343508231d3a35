/*
 * stretch.h -- an office takes the fields that no list knows, up to the name of who holds it.
 *
 *     ROLE … , NAME --stretch_roles--> "ministre des Affaires étrangères et de l'Inclusion", X
 *
 * Offices are named as governments please; what stands between a known one and the name behind a
 * comma, joined to it by "of" and "and", belongs to it.
 */
#ifndef ANNOTATE_ROLE_STRETCH_H
#define ANNOTATE_ROLE_STRETCH_H

#include "annotate/document.h"

/* Lengthens each ROLE that such words join to a name. */
void stretch_roles(struct document *document);

/* stretch_lead.c, used by stretch.c alone.  "NCP chief X": an office goes on to the left over a
 * name that no list has, if somebody's own name stands behind it. */
void stretch_lead(struct document *document, const struct sentence *sentence);
/* "(chambre haute)": where a short bracket at token ends, or token. */
uint32_t stretch_bracket_end(const struct document *document, uint32_t token, uint32_t end);
/* stretch_field.c, used by stretch.c alone.  Whether a field with capitals begins at token; where
 * the next of several begins behind a comma, or token; where the field ends that the office's last
 * word begins, or the office. */
bool stretch_is_field(const struct document *document, uint32_t token);
uint32_t stretch_next_field(const struct document *document, uint32_t token);
uint32_t stretch_field_end(const struct document *document, const struct annotation *office);
/* Where a given name begins behind a field that no list has, or the end of the office. */
uint32_t stretch_to_given(struct document *document, const struct annotation *office, uint32_t end);

/* Whether the word at token ends any office: somebody else, what he does, or on which day. */
bool stretch_is_other(const struct document *document, uint32_t token);
/* stretch_apposed.c, used by stretch.c alone.  Whether the office that begins at token stands
 * behind its holder's name; where it ends then, behind few words that a mark closes, or token;
 * where a second office ends that "and" at token joins, or token. */
bool stretch_is_apposed(const struct document *document, uint32_t token);
uint32_t stretch_closed_end(const struct document *document, uint32_t office, uint32_t token,
                            uint32_t end);
uint32_t stretch_second_office(const struct document *document, uint32_t token);

#endif
