#include "annotate/look.h"
#include "meeting/inherit.h"
#include "meeting/label.h"
#include "meeting/resolve.h"

/*
 * "Negotiations resume on Friday. The two sides had met on Monday": bodies that negotiate in this
 * story do so whenever they meet; what is called talks or a meeting stays that.
 */

/* Whether only bodies and pairs of sides are told to meet; one that sits, as a council or the UN,
 * bargains with nobody. */
static bool is_of_bodies(const struct document *document, const struct occasion *occasion)
{
    bool body = false;
    for (unsigned i = 0; i < occasion->party_count; i++) {
        const struct party *party = occasion->parties[i].party;
        if ((party->type != PARTY_ORGANIZATION && party->type != PARTY_GROUP) ||
            party->rank != RANK_NONE || sitting_of_party(document, party) != KIND_OTHER)
            return false;
        body |= party->type == PARTY_ORGANIZATION || party_is_pair(document, party);
    }
    return body;
}

/* Whether the story has a word for negotiating. */
static bool has_negotiation(const struct document *document)
{
    static const uint16_t words[] = {LEXICON_MEETNOUN, LEXICON_MEETVERB};
    for (uint32_t t = 0; t < document->tokens.count; t++) {
        for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
            const struct annotation *word = look_at(document, t, words[i]);
            if (word && look_lexeme(document, word)->kind == KIND_NEGOTIATION)
                return true;
        }
    }
    return false;
}

void kinds_inherit(const struct story *story, struct occasion_list *occasions)
{
    for (uint32_t i = 0; i < occasions->count; i++) {
        struct occasion *talks = occasions->at[i];
        if (talks->kind == KIND_TALKS && is_of_bodies(story->document, talks) &&
            talks->mentions[0]->verb && has_negotiation(story->document))
            talks->kind = KIND_NEGOTIATION;
    }
}
