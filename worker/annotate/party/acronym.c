#include "annotate/country.h"
#include "annotate/look.h"
#include "annotate/party/read.h"

/* The short name that stands behind a name: "l'Union africaine (UA)". */

uint32_t reader_behind_word(const struct reader *reader, uint32_t token)
{
    const bool open = token + 2 < reader->end && look_mark(reader->document, token, '(');
    if (!open)
        return token;
    const bool one = look_mark(reader->document, token + 2, ')');
    const uint32_t end = token + 2 + !one;
    const bool known = look_flag(reader->document, token + 1, TOKEN_CAPITAL);
    const bool more = reader_comma(reader, end + 1) &&
                      reader_look(reader, end + 2, ANNOTATION_NAME); /* "(opposition), X" */
    return look_mark(reader->document, end, ')') && ((one && known) || more) ? end + 1 : token;
}

/* "du Congo (RDC)": whether the state of that code is told right before token. */
static bool is_named_before(const struct reader *reader, uint32_t token, const char *code)
{
    enum { WORDS_MAX = 5 };
    for (uint32_t back = 1; back <= WORDS_MAX && back <= token; back++) {
        const struct annotation *state = look_at(reader->document, token - back, LEXICON_COUNTRY);
        const char *named =
            state && state->end == token ? country_of(reader->document, state) : NULL;
        if (named && strcmp(named, code) == 0)
            return true;
    }
    return false;
}

uint32_t reader_behind_acronym(const struct reader *reader, uint32_t token)
{
    const struct annotation *state = reader_look(reader, token + 1, LEXICON_COUNTRY);
    const char *code = state ? country_of(reader->document, state) : NULL;
    const bool other = state && !(code && (strcmp(code, reader->party.country) == 0 ||
                                           is_named_before(reader, token, code)));
    return other ? token : reader_behind_word(reader, token);
}

void reader_take_acronym(struct reader *reader)
{
    const struct document *document = reader->document;
    const uint32_t slash = reader->at;
    reader->at = reader_behind_acronym(reader, slash);
    if (reader->party.type == PARTY_ORGANIZATION && slash + 1 < reader->end &&
        look_mark(document, slash, '/') && look_flag(document, slash + 1, TOKEN_CAPITAL) &&
        look_flag(document, slash + 1, TOKEN_JOINED))
        reader->at = reader->party.name_end = slash + 2;
}
