/*
 * title_compare.h -- which of two titles of one person says more, and whether they are one.
 */
#ifndef ANNOTATE_PARTY_TITLE_COMPARE_H
#define ANNOTATE_PARTY_TITLE_COMPARE_H

#include "annotate/document.h"
#include "annotate/party/party.h"

/*
 * Whether all words of the shorter of two titles stand in the longer: "le ministre", "le ministre
 * de l'Eau", but not "le ministre de la Santé".
 */
bool title_same(const struct document *document, const struct role *a, const struct role *b);

/* "the UN chief": whether office alone tells who heads the body, and who has the title does. */
bool title_heads(const struct document *document, const struct role *title,
                 const struct role *office);

/* "conseillers du président Paul Ngoma": whether the title tells by name whose it is. */
bool title_tells_whose(const struct document *document, const struct role *title);

/* "the prime minister" after "PM": whether a tells in words the office that b tells by initials. */
bool title_spells_out(const struct document *document, const struct party *a,
                      const struct party *b);

/* Whether a's titles say more than b's: the story's beat the headline's, which are cut short. */
bool titles_better(const struct document *document, const struct party *a, const struct party *b);

#endif
