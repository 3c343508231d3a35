#include "annotate/party/certain.h"

#include "annotate/look.h"

/* Whether the member is somebody with a name, or a state or body, told for certain. */
static bool is_certain(const struct party *party)
{
    return !party->weak && party->type != PARTY_GROUP && !party->plural &&
           party->name_end > party->name_begin;
}

/* "Le Kenya, le Mali, le Togo participent": whether the row opens a sentence and tells states. */
static bool is_row_of_states(const struct reader *reader, struct party *const *members,
                             unsigned count)
{
    for (unsigned i = 0; i < count; i++) {
        if (members[i]->type != PARTY_COUNTRY)
            return false;
    }
    return look_flag(reader->document, members[0]->begin, TOKEN_SENTENCE);
}

unsigned reader_certain(const struct reader *reader, struct party *const *members, unsigned count,
                        bool others)
{
    const unsigned least = others ? 2 : 3;
    while (count > least && members[count - 1]->type == PARTY_GROUP)
        count--; /* "A, B, C, des membres du cabinet et de hautes personnalités" */
    const uint32_t end = count ? members[count - 1]->end : 0;
    const bool titled = count && party_is_titles(members[0]);
    const bool acts = titled || (count > 2 && is_row_of_states(reader, members, count));
    if (count < least || (!acts && (reader_look(reader, end, ANNOTATION_VERB) ||
                                    reader_look(reader, end, LEXICON_AUX))))
        return 0;
    for (unsigned i = titled; i < count; i++) {
        if (!is_certain(members[i]))
            return 0;
    }
    return count;
}
