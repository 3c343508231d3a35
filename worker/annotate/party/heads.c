#include "annotate/party/heads.h"

#include <string.h>

#include "annotate/look.h"
#include "annotate/party/read.h"

/* "the government, led by A, and the rebels, who were represented by B and C, met". */

/* Behind "led by", ", who were represented by" at token, or token. */
static uint32_t behind_leading(const struct reader *reader, uint32_t token)
{
    const uint32_t mark = token + reader_comma(reader, token);
    uint32_t t = mark > token ? reader_skip(reader, mark, CLASS(RELATIVE)) : token;
    const struct annotation *aux = t > mark ? reader_look(reader, t, LEXICON_AUX) : NULL;
    t = aux ? aux->end : t;
    const struct annotation *leads = reader_look(reader, t, LEXICON_HOST);
    return leads && look_lexeme(reader->document, leads)->part == PART_CHAIR ? leads->end : token;
}

/* Whether another side stands behind "and" at token. */
static bool other_side(const struct reader *reader, uint32_t token)
{
    struct reader ahead = *reader;
    const uint32_t joint = token + reader_comma(reader, token);
    ahead.at = reader_skip(reader, joint, CLASS(AND));
    if (ahead.at == joint)
        return false;
    ahead.party = (struct party){0};
    return reader_party(&ahead) && ahead.party.type != PARTY_PERSON;
}

/* Where the next of the people begins who stand for a side, behind count of them; or token: "A, B
 * and C", but not "A, and the rebels". */
static uint32_t next_head(const struct reader *reader, uint32_t token, unsigned count,
                          bool *ret_last)
{
    const bool comma = reader_comma(reader, token);
    const uint32_t joint = token + comma, behind = reader_skip(reader, joint, CLASS(AND));
    *ret_last = behind > joint;
    return comma && *ret_last && count < 2 ? token : behind;
}

/* Reads the people from reader->at on into heads. */
static unsigned read_heads(struct reader *reader, struct party *heads, unsigned most)
{
    unsigned count = 0;
    uint32_t end = reader->at;
    for (bool last = false; count < most;) {
        const struct annotation *town = reader_look(reader, reader->at, LEXICON_CITY);
        if (town && reader_look(reader, town->end, ANNOTATION_ROLE))
            reader->at = town->end; /* "Lima Mayor X" */
        reader->party = (struct party){0};
        if (!reader_party(reader) || reader->party.type != PARTY_PERSON)
            break;
        end = reader->at;
        heads[count] = reader->party;
        heads[count++].end = end;
        const uint32_t next = last ? end : next_head(reader, end, count, &last);
        if (next == end)
            break;
        reader->at = next;
    }
    reader->at = end;
    return count;
}

bool reader_heads(struct reader *reader, struct party **members, unsigned *count, bool headed)
{
    enum { HEADS_MAX = 8 };
    struct party heads[HEADS_MAX];
    const struct party *side = members[*count - 1];
    const struct reader before = *reader;
    const uint32_t begin = behind_leading(reader, reader->at);
    if (side->type == PARTY_PERSON || begin == reader->at)
        return headed;
    reader->at = begin;
    const unsigned read = read_heads(reader, heads, HEADS_MAX);
    const bool listed = headed || (read && other_side(reader, reader->at));
    struct party *kept = listed && read && *count + read <= PARTY_MEMBERS
                             ? ARENA_ARRAY(reader->document->arena, struct party, read)
                             : NULL;
    if (!kept) {
        *reader = before;
        return headed;
    }
    for (unsigned i = 0; i < read; i++) {
        kept[i] = heads[i];
        if (!kept[i].country[0] && !kept[i].organization) {
            memcpy(kept[i].country, side->country, sizeof kept[i].country);
            kept[i].organization = side->type == PARTY_ORGANIZATION ? side->organization : NULL;
        }
        members[(*count)++] = &kept[i];
    }
    return true;
}
