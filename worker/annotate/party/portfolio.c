#include "annotate/party/portfolio.h"
#include "annotate/look.h"
#include "annotate/name/name.h"

/* "des" where reading stands, in a list of ministers: what follows can stand for the title. */
static bool is_of_minister(const struct reader *reader)
{
    const enum rank rank = reader->office->rank;
    const bool field = rank == RANK_MINISTER || rank == RANK_FOREIGN_MINISTER ||
                       reader->office->counterpart; /* "ses collègues de la Santé, X, et" */
    return field && reader_is(reader, reader->at, CLASS(OF));
}

/* "de la Promotion des exportations | Y": whether the full name stands right behind a field, not
 * "du Développement du | Sud Brelle". */
static bool is_beside(const struct reader *reader, const struct annotation *name)
{
    return ((const struct name *)name->detail)->words > 1 &&
           !reader_is(reader, name->begin - 1, CLASS(OF) | READER_ARTICLES);
}

/* "du Plan urbain, Y" where reading stands, of ministers: where the field ends, with the name
 * behind a comma or in a bracket; else where reading stands. */
static uint32_t field_end(const struct reader *reader)
{
    enum { WORDS_MAX = 14 };
    const struct document *document = reader->document;
    const uint32_t first = reader_skip(reader, reader->at + 1, READER_ARTICLES);
    if (reader_look(reader, first, LEXICON_COUNTRY) || reader_look(reader, first, LEXICON_CITY))
        return reader->at;
    for (uint32_t t = first + 1; t - first <= WORDS_MAX && t < reader->end; t++) {
        const struct annotation *name = reader_name_behind(reader, t);
        if (name && reader_personal(name) && (name->begin > t || is_beside(reader, name)))
            return t;
        const bool verb = reader_look(reader, t, ANNOTATION_VERB) && /* not "la Recherche" */
                          !look_flag(document, t, TOKEN_CAPITAL);
        if (verb || (reader_comma(reader, t) && !reader_is(reader, t + 1, CLASS(OF))))
            break;
    }
    return reader->at;
}

bool reader_portfolio(struct reader *reader)
{
    if (!is_of_minister(reader))
        return false;
    const uint32_t end = field_end(reader);
    const struct annotation *name = end > reader->at ? reader_name_behind(reader, end) : NULL;
    struct role *role = name ? ARENA_ARRAY(reader->document->arena, struct role, 1) : NULL;
    if (!role) {
        reader->document->memory_out |= name != NULL;
        return false;
    }
    *role = *reader->office;
    role->plural = false;
    role->end = reader_owner_in(reader, role);
    role->own_begin = reader->at;
    role->own_end = end;
    role->rank = RANK_MINISTER;
    reader->party = (struct party){.begin = reader->at, .elliptic = true};
    party_take_role(&reader->party, role);
    reader_name(reader, name);
    return true;
}
