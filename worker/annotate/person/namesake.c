#include "annotate/person/namesake.h"

#include "annotate/look.h"

enum {
    POINTS_OFFICE = 32,    /* "le ministre Kabo": has that office */
    POINTS_IN_OFFICE = 16, /* whoever is in office goes before his wife */
    POINTS_OWN = 8,        /* told as nobody else's relative or adviser */
    POINTS_SERVING = 4,    /* in office, and not before */
    POINTS_OFTEN = 2,      /* told by the full name more than once */
    POINTS_ACTS = 1        /* no one by whom something is done */
};

bool namesake_is_anothers(const struct document *document, const struct party *party)
{
    return document_is(document, party->begin, CLASS(POSSESSIVE));
}

static bool is_former(const struct person *person)
{
    return person->titled && person->titled->role_count && person->titled->roles[0]->former;
}

/* "was appointed by President A". */
static bool is_agent(const struct document *document, const struct party *party)
{
    return party->begin > 0 && document_is(document, party->begin - 1, CLASS(BY));
}

int namesake_points(const struct document *document, const struct person *person,
                    const struct party *party)
{
    if (!gender_agrees(gender_of_party(document, person->name), gender_of_party(document, party)))
        return 0;
    const bool office = party->rank != RANK_NONE && person->ranks >> party->rank & 1;
    return 1 + (office ? POINTS_OFFICE : 0) + (person->rank != RANK_NONE ? POINTS_IN_OFFICE : 0) +
           (person->anothers ? 0 : POINTS_OWN) + (is_former(person) ? 0 : POINTS_SERVING) +
           (person->often ? POINTS_OFTEN : 0) +
           (is_agent(document, person->name) ? 0 : POINTS_ACTS);
}
