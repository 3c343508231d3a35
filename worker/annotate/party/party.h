/*
 * party.h -- who: a person with all that stands around the name, a state, a body, a group.
 *
 *     NAME, ROLE, country … --party_annotate--> PARTY annotations (struct party_list)
 *
 * One PARTY annotation covers a whole enumeration ("A, ministre de X, B, son homologue, et C");
 * its detail lists the members.  Language does not show here: titles come as ROLE annotations,
 * joints as commas and the word class `and`.
 */
#ifndef ANNOTATE_PARTY_PARTY_H
#define ANNOTATE_PARTY_PARTY_H

#include "annotate/document.h"
#include "annotate/role/role.h"
#include "meeting/meeting.h"

enum { PARTY_ROLES = 6, PARTY_MEMBERS = 64 };

struct party {
    enum party_type type;
    uint32_t begin, end;           /* tokens: all that belongs to it */
    uint32_t name_begin, name_end; /* tokens; equal: told by office alone */
    const struct role *roles[PARTY_ROLES];
    uint8_t role_count;
    enum rank rank;                        /* the highest of its roles */
    char country[3];                       /* told here; "" unknown */
    const char *presumed;                  /* of an office that one state has; NULL: none */
    bool stateless;                        /* of a faith */
    const struct annotation *organization; /* body of the office, or the body itself */
    const struct annotation *figure;       /* who it is by name, if known from world news */
    const struct annotation *state;        /* of each of "les dirigeants serbe et grec", or NULL */
    bool honorific;                        /* "M. Wang" */
    bool counterpart;                      /* "son homologue" */
    bool plural;     /* several people: "les présidents", "les deux dirigeants" */
    bool metonym;    /* a capital or palace that may stand for its state */
    bool weak;       /* a capitalised word or two: a person only if used as one */
    bool delegation; /* a delegation of that state or body */
    bool guest;      /* "son hôte", without a name: the other of two told before */
    bool companion;  /* "son épouse X", "sa délégation": comes along with who is told before */
    bool partisan;   /* "le président X (PTS)": of a party, whatever he presides */
    bool elliptic;   /* "et des Finances, Y": the word for the office stands before another */
    uint16_t person; /* number in the document's register of persons, 0 none: person/person.c */
};

struct party_list {
    struct party **at;
    uint16_t count;
};

/* Adds the PARTY annotations.  Returns 0, FAULT_MEMORY or FAULT_TOO_COMPLEX. */
int party_annotate(struct document *document);

/* "des envoyés du Tchad": nobody in particular stands for the state. */
void party_stand_for(struct party *party, const struct annotation *state);

/* "spokesman X": who speaks for those who meet. */
static inline bool party_speaks(const struct party *party)
{
    return party->role_count && party->roles[0]->voice;
}

/* Whether the party is people told by one office: "les coprésidents du comité". */
static inline bool party_is_titles(const struct party *party)
{
    return party->type == PARTY_PERSON && party->role_count && party->roles[0]->plural &&
           party->name_begin == party->name_end;
}

/* The members of a PARTY annotation. */
static inline const struct party_list *party_members(const struct annotation *annotation)
{
    return annotation->detail;
}

/* Who is told last in a PARTY annotation: "A et sa délégation". */
static inline const struct party *party_last(const struct annotation *annotation)
{
    const struct party_list *list = party_members(annotation);
    return list->at[list->count - 1];
}

/* "Mayor A", "Trustee B": who is where the council or the board sits. */
static inline bool party_has_seat(const struct party *party)
{
    bool seat = false;
    for (unsigned i = 0; i < party->role_count; i++)
        seat |= party->roles[i]->seat;
    return seat;
}

/* The members of the list that begins at token, or NULL. */
const struct party_list *party_list_at(const struct document *document, uint32_t token);

/* "the government": a state or body told by a common noun. */
bool party_common(const struct document *document, const struct party *party);

/* Whether two whom a hyphen joins stand at token, or people: "Kenya-Ghana", "Macron-Merkel". */
bool party_hyphened(const struct document *document, uint32_t token);
bool party_people_hyphened(const struct document *document, uint32_t token);

#endif
