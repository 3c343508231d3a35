#include "meeting/meeting.h"

/* One look-up function a list: NAMES(meeting_kind, KIND, MEETING_KIND_MAP). */
#define NAME_ROW(n) #n,
#define NAMES(noun, type, map)                              \
    const char *noun##_name(enum type value)                \
    {                                                       \
        static const char *const names[] = {map(NAME_ROW)}; \
        return names[value];                                \
    }

NAMES(meeting_kind, meeting_kind, MEETING_KIND_MAP)
NAMES(meeting_status, meeting_status, MEETING_STATUS_MAP)
NAMES(meeting_mode, meeting_mode, MEETING_MODE_MAP)
NAMES(date_basis, date_basis, DATE_BASIS_MAP)
NAMES(place_basis, place_basis, PLACE_BASIS_MAP)
NAMES(party_type, party_type, PARTY_TYPE_MAP)
NAMES(rank, rank, RANK_MAP)
NAMES(part, part, PART_MAP)
NAMES(topic, topic, TOPIC_MAP)
NAMES(outcome_type, outcome_type, OUTCOME_MAP)
NAMES(relation_type, relation_type, RELATION_MAP)

bool rank_is_head(enum rank rank)
{
    return rank == RANK_HEAD_OF_STATE || rank == RANK_HEAD_OF_GOVERNMENT;
}

bool rank_is_minister(enum rank rank)
{
    return rank == RANK_FOREIGN_MINISTER || rank == RANK_MINISTER ||
           rank == RANK_DEPUTY_HEAD_OF_GOVERNMENT;
}
