#include "annotate/look.h"
#include "meeting/mention/occasion.h"
#include "meeting/resolve/resolve.h"

bool resolve_two(const struct story *story, struct mention *mention)
{
    const struct document *document = story->document;
    const struct party *pair[2];
    unsigned count = 0;
    for (uint32_t t = document->sentences.at[mention->sentence].begin; t < mention->trigger.begin;
         t++) {
        const struct annotation *annotation = look_at(document, t, ANNOTATION_PARTY);
        const struct party *party = annotation ? party_members(annotation)->at[0] : NULL;
        if (!party || party->type != PARTY_PERSON || party->weak || party_speaks(party))
            continue;
        if (count == 2 || party_members(annotation)->count > 1)
            return false;
        pair[count++] = party;
    }
    if (count < 2 || (pair[0]->person && pair[0]->person == pair[1]->person))
        return false;
    mention_take_party(mention, pair[0], PART_ATTENDEE);
    mention_take_party(mention, pair[1], PART_ATTENDEE);
    return true;
}
