#include "annotate/look.h"
#include "annotate/party/read.h"

/*
 * Two titles that "and" joins before one name, and that two people have: "The Vice President and
 * President X", "The Secretary General and Prime Minister Y discussed".
 */

/* Whether one state can have nobody who holds both offices. */
static bool are_heads(enum rank rank, enum rank next)
{
    return (rank == RANK_HEAD_OF_STATE || next == RANK_HEAD_OF_STATE) && rank != RANK_NONE &&
           rank <= RANK_DEPUTY_HEAD_OF_GOVERNMENT && next != RANK_NONE &&
           next <= RANK_DEPUTY_HEAD_OF_GOVERNMENT;
}

/* Whether the title has the words from begin to end as its first or its last. */
static bool has_words(const struct document *document, const struct annotation *title,
                      uint32_t begin, uint32_t end)
{
    const uint32_t count = end - begin;
    if (title->end - title->begin < count)
        return false;
    bool first = true, last = true;
    for (uint32_t i = 0; i < count; i++) {
        const uint32_t hash = look_token(document, begin + i)->hash;
        first &= look_token(document, title->begin + i)->hash == hash;
        last &= look_token(document, title->end - count + i)->hash == hash;
    }
    return first || last;
}

/* Whether the office from begin to end was told before as that of somebody with another name than
 * the one that ends at name_end. */
static bool is_told_of_other(const struct document *document, uint32_t begin, uint32_t end,
                             uint32_t name_end)
{
    enum { TOKENS_BACK = 600 };
    const uint32_t family = look_token(document, name_end - 1)->hash;
    const uint32_t first = begin > TOKENS_BACK ? begin - TOKENS_BACK : 0;
    for (uint32_t t = begin; t-- > first;) {
        const struct annotation *title = look_at(document, t, ANNOTATION_ROLE);
        const struct annotation *name =
            title ? look_at(document, title->end, ANNOTATION_NAME) : NULL;
        if (name && has_words(document, title, begin, end))
            return look_token(document, name->end - 1)->hash != family;
    }
    return false;
}

bool party_begins_peer(const struct reader *reader, uint32_t token, const struct annotation *next)
{
    const struct document *document = reader->document;
    const struct party *party = &reader->party;
    const bool article = reader_is(reader, party->begin, READER_ARTICLES);
    const bool told = article || look_at(document, party->begin, LEXICON_COUNTRY);
    if (!party->role_count || !reader_is(reader, token, CLASS(AND)) || !told)
        return false; /* "China's president and" */
    const struct role *role = party->roles[party->role_count - 1];
    if (are_heads(role->rank, ((const struct role *)next->detail)->rank))
        return true;
    const struct annotation *name = reader_look(reader, next->end, ANNOTATION_NAME);
    const bool opens = look_flag(document, party->begin, TOKEN_SENTENCE) ||
                       look_mark(document, party->begin - 1, ',');
    return article && name && opens && is_told_of_other(document, role->begin, token, name->end);
}
