/*
 * country.h -- the state that a word for one, for its people or for a town of it means.
 */
#ifndef ANNOTATE_COUNTRY_H
#define ANNOTATE_COUNTRY_H

#include "annotate/document.h"

/* Whether the words can mean that country, one of several as they may. */
bool country_can_be(const struct document *document, const struct annotation *annotation,
                    const char *country);

/* The code of the country that an annotation names: country, demonym, institution, city,
 * region or organisation of a state; NULL when it names none, or several with equal right. */
const char *country_of(const struct document *document, const struct annotation *annotation);

/* The state in which the largest town called so lies, whatever it stands for; NULL of none. */
const char *country_of_town(const struct document *document, const struct annotation *city);

/* "l'Abkhazie": whether the words name what calls itself a state, whose officers serve none. */
bool country_is_self_styled(const struct document *document, const struct annotation *annotation);

/* "du côté malien", "côté français": the word for the people whose side the words at token tell, or
 * NULL. */
const struct annotation *country_side(const struct document *document, uint32_t token);

/* The European Union has a code among countries (ISO 3166's reserved EU) and is a body. */
bool country_is_union(const char *country);

#endif
