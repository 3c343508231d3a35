/*
 * person.h -- the people of one article, each once: "Wang Yi", "M. Wang" and "le ministre
 * chinois" are one person.
 *
 *     PARTY annotations --person_link--> register; each party's `person` is set
 */
#ifndef ANNOTATE_PERSON_PERSON_H
#define ANNOTATE_PERSON_PERSON_H

#include "annotate/document.h"
#include "annotate/party/party.h"
#include "annotate/person/gender.h"

struct person {
    const struct party *name;        /* the mention with the fullest name */
    const struct party *titled;      /* the mention whose titles say most; may be NULL */
    enum rank rank;                  /* the highest told anywhere */
    enum gender gender;              /* told anywhere */
    uint32_t ranks;                  /* all that were told: bit 1 << rank */
    const struct annotation *figure; /* who it is by name, if known from world news */
    uint16_t peer;                   /* whose counterpart he was first told to be; 0: nobody's */
    char country[3];                 /* told anywhere, or known; "" unknown */
    char abroad[3];                  /* told to visit: serves another; "" nowhere */
    bool serves;                     /* told with an office of a state */
    bool follows;                    /* comes along with somebody told by a pronoun */
    bool anothers;                   /* told first as another's: "son frère X" */
    bool often;                      /* by the full name more than once */
    bool stateless;                  /* known for an office that serves no state */
};

enum { PEOPLE_MAX = 512 };

struct people {
    struct person *at; /* at[0] is nobody; of PEOPLE_MAX */
    uint16_t count;
    char home[3]; /* the article's own state, "" unknown */
};

/* The state of who was told: of the person, or of the office alone; "" unknown. */
static inline const char *people_state(const struct people *people, const struct party *party)
{
    return party->person ? people->at[party->person].country : party->country;
}

/*
 * Registers every named person of the document, links later mentions by family name, by honorific
 * and by office, and clears `weak` where a capitalised word turns out to name somebody known.
 * Returns 0 and *ret_people in the document's arena, FAULT_MEMORY or FAULT_TOO_COMPLEX.
 */
int person_link(struct document *document, struct people *ret_people);

#endif
