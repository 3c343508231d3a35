/*
 * titled.h -- what something is called or about, in quotation marks: "intitulé « Demain l'eau »",
 * or also called, in brackets: "le Forum de l'eau (African Water Forum)".
 */
#ifndef MEETING_CLAUSE_TITLED_H
#define MEETING_CLAUSE_TITLED_H

#include "annotate/look.h"

/* Whether token is a quotation mark. */
bool titled_mark(const struct document *document, uint32_t token);

/* Just behind the quotation mark that ends what the one at token begins, before end and with no
 * other mark between; or token. */
uint32_t titled_quoted(const struct document *document, uint32_t token, uint32_t end);

/* "a forum on “Ports of Africa”": whether a preposition at token announces it. */
bool titled_about(const struct document *document, uint32_t token);

/* Whether something may be told so at token: cheap. */
static inline bool titled_may_begin(const struct document *document, uint32_t token)
{
    return look_maybe(document, token, LEXICON_TITLED) || look_mark(document, token, '(') ||
           document_is(document, token, CLASS(ABOUT));
}

/* Just behind what is told so at token, the words that announce it included, and before end; or
 * token. */
uint32_t titled_end(const struct document *document, uint32_t token, uint32_t end);

/* Whether the words at token announce a name, and no theme. */
bool titled_names(const struct document *document, uint32_t token);

#endif
