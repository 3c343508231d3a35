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

/* "des | Finances" where reading stands: the field that a list has, or NULL. */
static const struct annotation *listed_field(const struct reader *reader)
{
    return reader_look(reader, reader_skip(reader, reader->at + 1, READER_ARTICLES),
                       LEXICON_PORTFOLIO);
}

/* "de l'Industrie et des Mines": where the fields end of which field is the first. */
static uint32_t fields_end(const struct reader *reader, const struct annotation *field)
{
    uint32_t end = field->end;
    for (;;) {
        const uint32_t joint = end + reader_comma(reader, end);
        const uint32_t of = reader_skip(reader, joint, CLASS(AND));
        const uint32_t bare = reader_skip(reader, of, CLASS(OF) | READER_ARTICLES);
        const struct annotation *next =
            of > end ? reader_look(reader, bare, LEXICON_PORTFOLIO) : NULL;
        if (!next)
            return end;
        end = next->end;
    }
}

/* "de la Promotion des exportations Y": whether the full name stands right behind a field. */
static bool is_beside(const struct reader *reader, const struct annotation *name)
{
    const uint64_t small = CLASS(OF) | CLASS(AND) | READER_ARTICLES;
    return ((const struct name *)name->detail)->words > 1 &&
           !reader_is(reader, name->begin - 1, small);
}

/* "du Plan urbain, Y" where reading stands, of ministers: where a field ends that no list has, with
 * the name behind a comma or in a bracket; else where reading stands. */
static uint32_t unlisted_field(const struct reader *reader)
{
    enum { WORDS_MAX = 14 };
    const struct document *document = reader->document;
    const uint32_t first = reader_skip(reader, reader->at + 1, READER_ARTICLES);
    if ((!look_flag(document, first, TOKEN_CAPITAL) && !reader->office->plural) ||
        reader_look(reader, first, LEXICON_COUNTRY) || reader_look(reader, first, LEXICON_CITY))
        return reader->at;
    for (uint32_t t = first + 1; t - first <= WORDS_MAX && t < reader->end; t++) {
        const struct annotation *name = reader_name_behind(reader, t);
        if (name && (name->begin > t || is_beside(reader, name)))
            return reader_personal(name) && !reader_look(reader, name->begin, LEXICON_PORTFOLIO)
                       ? t
                       : reader->at;
        if (!look_flag(document, t, TOKEN_WORD) && !reader_comma(reader, t))
            break;
        if (reader_look(reader, t, ANNOTATION_VERB) || reader_look(reader, t, ANNOTATION_ROLE) ||
            reader_is(reader, t, CLASS(RELATIVE) | CLASS(PRONOUN)) ||
            (reader_comma(reader, t) && !reader_is(reader, t + 1, CLASS(OF) | CLASS(AND))))
            break;
    }
    return reader->at;
}

bool reader_portfolio(struct reader *reader)
{
    if (!is_of_minister(reader))
        return false;
    const struct annotation *field = listed_field(reader);
    uint32_t end = field ? fields_end(reader, field) : 0;
    const struct annotation *name =
        field ? reader_look(reader, end + reader_comma(reader, end), ANNOTATION_NAME) : NULL;
    if (!name || !reader_personal(name)) {
        end = unlisted_field(reader);
        name = end > reader->at ? reader_name_behind(reader, end) : NULL;
    }
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
