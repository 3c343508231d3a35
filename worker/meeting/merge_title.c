#include <string.h>

#include "annotate/look.h"
#include "meeting/compare.h"

/* The headline tells in a few words what the first sentences tell at length: it may leave out a
 * name, say "leader" for a minister, and call the meeting something else. */

bool mention_in_title(const struct story *story, const struct mention *mention)
{
    return story->document->sentences.at[mention->sentence].flags & SENTENCE_TITLE;
}

bool title_only(const struct story *story, const struct occasion *occasion)
{
    return mention_in_title(story, occasion->mentions[occasion->mention_count - 1]);
}

/* Whether the headline and perhaps the first sentence tell it, and nobody in particular who came.
 */
static bool is_open(const struct story *story, const struct mention *mention,
                    const struct occasion *occasion)
{
    enum { FIRST_SENTENCES = 3 };
    return title_only(story, occasion) ||
           (mention_in_title(story, occasion->mentions[0]) &&
            mention->sentence <= FIRST_SENTENCES &&
            compare_identified(occasion->parties, occasion->party_count) == 0);
}

bool title_retold(const struct story *story, const struct mention *mention,
                  const struct occasion *occasion)
{
    enum { LEAD_SENTENCES = 5 };
    const uint8_t sequence = mention->label.sequence;
    const bool other = kind_is_gathering(occasion->kind) && mention->bilateral;
    return is_open(story, mention, occasion) && !mention_in_title(story, mention) && !other &&
           mention->sentence <= LEAD_SENTENCES && sequence != SEQUENCE_NEXT &&
           sequence != SEQUENCE_PREVIOUS && sequence != SEQUENCE_LAST;
}

/* "Estonian leader" may be whoever of that state the story names. */
static bool may_be(const struct story *story, const struct party *told, const struct party *party)
{
    const bool vague = told->name_end == told->name_begin || told->type == PARTY_COUNTRY;
    return actor_same(story, told, party) ||
           (vague && told->country[0] && strcmp(told->country, party->country) == 0);
}

bool title_parties_fit(const struct story *story, const struct mention *mention,
                       const struct occasion *occasion)
{
    unsigned unknown = 0, known = 0;
    for (unsigned t = 0; t < occasion->party_count; t++) {
        bool fits = occasion->parties[t].party->type == PARTY_GROUP;
        for (unsigned i = 0; i < mention->party_count && !fits; i++) {
            fits = may_be(story, occasion->parties[t].party, mention->parties[i].party);
            known += fits;
        }
        unknown += !fits;
    }
    return known > 0 && unknown == 0;
}
