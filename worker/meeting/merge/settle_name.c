#include "annotate/look.h"
#include "meeting/mention/occasion.h"

/* What an occasion of several mentions is called. */

static uint32_t name_length(const struct mention *mention)
{
    return mention->label.name.end - mention->label.name.begin;
}

/* The fullest name; one with its ordinal beats one without, the story beats the headline. */
static void find_name(const struct story *story, struct occasion *occasion)
{
    occasion->named = NULL;
    for (unsigned i = 0; i < occasion->mention_count; i++) {
        const struct mention *mention = occasion->mentions[i];
        const bool bare = mention->kind == KIND_CALL && !mention->label.proper &&
                          mention->label.edition <= 0; /* "an hour-long call on trade" */
        if (name_length(mention) == 0 || mention->label.seated || mention->label.slight || bare)
            continue;
        const struct mention *best = occasion->named;
        if (best && mention->apposed &&
            !look_flag(story->document, mention->label.name.begin, TOKEN_CAPITAL))
            continue; /* "the Lake Dialogue, an annual forum for leaders" */
        const bool longer =
            best && (name_length(mention) > name_length(best) ||
                     (name_length(mention) == name_length(best) && mention_in_title(story, best)));
        const bool owned = best && mention->label.owned && !best->label.owned;
        const enum meeting_kind first = occasion->mentions[0]->kind;
        if (mention->kind == KIND_SESSION && mention->label.edition <= 0 && first != KIND_SESSION &&
            !kind_is_generic(first))
            continue; /* "the closed plenary session" of the summit */
        const bool fuller =
            (longer || owned) && (mention->apposed || /* "la COP14, la Conférence sur le climat" */
                                  (mention->label.owned >= best->label.owned &&
                                   (mention->label.edition > 0) == (best->label.edition > 0) &&
                                   mention->label.proper >= best->label.proper));
        const bool numbered = best && mention->label.edition > 0 && best->label.edition <= 0;
        if (!best || fuller || numbered)
            occasion->named = mention;
    }
}

/* "the informal summit", "le prochain sommet": what it is called where it has no name. */
static void find_words(struct occasion *occasion)
{
    occasion->described = NULL;
    for (unsigned i = 0; !occasion->named && i < occasion->mention_count; i++) {
        const struct mention *mention = occasion->mentions[i], *best = occasion->described;
        const uint32_t length = mention->label.words.end - mention->label.words.begin;
        if (mention->label.kind == occasion->kind && length > 0 &&
            (!best || length > best->label.words.end - best->label.words.begin))
            occasion->described = mention;
    }
}

void occasion_name(const struct story *story, struct occasion *occasion)
{
    find_name(story, occasion);
    find_words(occasion);
}
