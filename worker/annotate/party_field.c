#include "annotate/party_field.h"

#include "annotate/look.h"
#include "annotate/name.h"

/* ", Roads and Highways Minister": the office that capitalised words of no list stand before, or
 * NULL. */
const struct annotation *reader_field(const struct reader *reader, uint32_t token)
{
    enum { WORDS_MAX = 6 };
    const struct document *document = reader->document;
    const struct annotation *found = reader_look(reader, token, ANNOTATION_NAME);
    const struct name *name = found ? found->detail : NULL;
    if (name && (name->given || name->surname || name->figure))
        return NULL;
    for (uint32_t t = token; t < reader->end && t - token <= WORDS_MAX; t++) {
        const struct annotation *office =
            t > token ? reader_look(reader, t, ANNOTATION_ROLE) : NULL;
        if (office)
            return reader_closed(reader, office->end) && look_flag(document, t, TOKEN_CAPITAL)
                       ? office
                       : NULL;
        if (!look_flag(document, t, TOKEN_CAPITAL) &&
            !(t > token && reader_is(reader, t, CLASS(AND))))
            break;
    }
    return NULL;
}

/* The office with the words from begin on. */
struct role *reader_with_field(struct reader *reader, const struct annotation *office,
                               uint32_t begin)
{
    struct role *role =
        office->detail ? ARENA_ARRAY(reader->document->arena, struct role, 1) : NULL;
    if (!role) {
        reader->document->memory_out |= office->detail != NULL;
        return NULL;
    }
    *role = *(const struct role *)office->detail;
    role->begin = begin;
    return role;
}

/* ", Director General, NLA,": behind the body that a comma parts from the office that ends at
 * token, closed again; or token. */
uint32_t reader_behind_body(const struct reader *reader, uint32_t token)
{
    static const uint16_t bodies[] = {ANNOTATION_ORG, LEXICON_ORGANIZATION};
    const uint32_t begin = token + 1;
    const struct annotation *name = reader_look(reader, begin, ANNOTATION_NAME);
    uint32_t end = name && ((const struct name *)name->detail)->acronym ? name->end : token;
    for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++) {
        const struct annotation *body = reader_look(reader, begin, bodies[i]);
        end = body && body->end > end ? body->end : end;
    }
    return reader_comma(reader, token) && end > begin && reader_closed(reader, end) ? end : token;
}
