#include "annotate/look.h"
#include "annotate/party_read.h"

/*
 * "Négociations russo-turques", "Sino-Russian talks": two states told in one word beside a word for
 * a meeting.  Beside others ("relations", "frontière") nobody in particular is meant.
 */

enum { WORDS_BETWEEN = 1 }; /* "le prochain sommet annuel franco-italien" */

static const struct annotation *demonym_at(const struct reader *reader, uint32_t token, bool prefix)
{
    if (token >= reader->end || !look_maybe(reader->document, token, LEXICON_DEMONYM))
        return NULL;
    for (const struct annotation *a = reader->document->first[token]; a; a = a->next) {
        if (a->kind == LEXICON_DEMONYM && a->end <= reader->end && (a->tag == TAG_PREFIX) == prefix)
            return a;
    }
    return NULL;
}

static bool is_beside_meeting(const struct reader *reader, uint32_t begin, uint32_t end)
{
    enum { NOUN_MAX = 4 };
    for (uint32_t back = 1; back <= NOUN_MAX + WORDS_BETWEEN && back <= begin; back++) {
        const struct annotation *noun = look_at(reader->document, begin - back, LEXICON_MEETNOUN);
        if (noun && noun->end <= begin && begin - noun->end <= WORDS_BETWEEN)
            return true;
    }
    for (uint32_t t = end; t <= end + WORDS_BETWEEN; t++) {
        if (reader_look(reader, t, LEXICON_MEETNOUN))
            return true;
    }
    return false;
}

static bool keep_state(struct reader *reader, const struct annotation *demonym,
                       struct party **ret_party)
{
    reader->party = (struct party){.begin = demonym->begin};
    reader_state(reader, demonym, false);
    reader->party.end = demonym->end;
    struct party *party = ARENA_ARRAY(reader->document->arena, struct party, 1);
    if (!party) {
        reader->document->memory_out = true;
        return false;
    }
    *party = reader->party;
    *ret_party = party;
    return party->country[0] || party->type == PARTY_ORGANIZATION;
}

unsigned reader_pair(struct reader *reader, struct party **members, uint32_t *ret_end)
{
    const struct annotation *first = demonym_at(reader, reader->at, true);
    const struct annotation *second = first ? demonym_at(reader, first->end, false) : NULL;
    if (!second || !look_flag(reader->document, second->begin, TOKEN_HYPHEN) ||
        !is_beside_meeting(reader, first->begin, second->end) ||
        !keep_state(reader, first, &members[0]) || !keep_state(reader, second, &members[1]))
        return 0;
    *ret_end = second->end;
    return 2;
}
