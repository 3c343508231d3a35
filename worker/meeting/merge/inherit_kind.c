#include "annotate/look.h"
#include "meeting/label/label.h"
#include "meeting/merge/inherit.h"
#include "meeting/resolve/group.h"

/*
 * "Negotiations resume on Friday. The two sides had met on Monday": bodies that negotiate in this
 * story do so whenever they meet; what is called talks or a meeting stays that, unless it is the
 * next of a row: "the 5th ministerial meeting … the 6th meeting".
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

/* Of which edition the occasion is; 0 untold. */
static int32_t edition_of(const struct occasion *occasion)
{
    for (unsigned i = 0; i < occasion->mention_count; i++) {
        if (occasion->mentions[i]->label.edition > 0)
            return occasion->mentions[i]->label.edition;
    }
    return 0;
}

/* "The sixth meeting": what the fifth of the story was, if that is called something closer; "the
 * first round of talks", where the second is of peace talks. */
static void inherit_row(const struct occasion_list *occasions, uint32_t index)
{
    struct occasion *next = occasions->at[index];
    const int32_t edition = edition_of(next);
    for (uint32_t i = 0; i < occasions->count && edition > 0 && kind_is_generic(next->kind); i++) {
        const enum meeting_kind kind = occasions->at[i]->kind;
        const int32_t other = edition_of(occasions->at[i]);
        if (i < index && edition > 1 && other == edition - 1 && kind != KIND_VISIT &&
            kind != KIND_CALL)
            next->kind = kind;
        else if (other == edition + 1 && kind == KIND_NEGOTIATION)
            next->kind = kind;
    }
}

void kinds_inherit(const struct story *story, struct occasion_list *occasions)
{
    for (uint32_t i = 0; i < occasions->count; i++) {
        struct occasion *talks = occasions->at[i];
        if (talks->kind == KIND_TALKS && is_of_bodies(story->document, talks) &&
            talks->mentions[0]->verb && has_negotiation(story->document))
            talks->kind = KIND_NEGOTIATION;
        inherit_row(occasions, i);
    }
}
