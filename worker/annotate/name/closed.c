#include "annotate/name/start.h"

/* Where a name ends before a word that could go on with it. */

bool name_is_closed(const struct document *document, uint32_t token)
{
    return token > 1 && document_is(document, token + 1, CLASS(OF)) &&
           look_at(document, token, LEXICON_OFFICE) && name_is_capital(document, token - 1) &&
           name_is_capital(document, token - 2) && !name_taken_at(document, token - 2);
}
