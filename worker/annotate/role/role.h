/*
 * role.h -- offices with what they belong to: "vice-ministre kirghize de la Défense".
 *
 *     phrase rules --role_resolve--> ROLE annotations with a struct role
 *
 * The packs' rules say which words make a role and capture its parts (office, prefix, suffix,
 * portfolio, country, organization, plural); this stage works out rank and country.
 */
#ifndef ANNOTATE_ROLE_ROLE_H
#define ANNOTATE_ROLE_ROLE_H

#include "annotate/document.h"
#include "meeting/meeting.h"

enum { ROLE_COUNTRIES = 20 };

struct role {
    uint32_t begin, end;         /* tokens, as the record writes it: without determiner */
    uint32_t own_begin, own_end; /* "présidents … croate": the words of one of those who share it */
    enum rank rank;              /* of the office itself; NONE for a counterpart */
    bool plural;                 /* "les présidents" */
    bool unsettled;              /* "the Congolese minister": of one of several states */
    bool stateless;              /* of a faith: serves no state, wherever it is */
    bool vague;       /* "the diplomat", "the minister": somebody whose office is told elsewhere */
    bool leader;      /* "the Turkish leader": whoever heads the state, or a body */
    bool head;        /* "the UN chief": whoever heads the body */
    bool former;      /* "former president" */
    bool voice;       /* "spokesman": speaks for those who meet */
    bool seat;        /* "mayor", "trustee": is where the council or the board sits */
    bool counterpart; /* "son homologue": inherits the rank of whom it answers */
    uint8_t country_count; /* more than one only in "les ministres français et allemand" */
    char countries[ROLE_COUNTRIES][3];
    const char *presumed; /* the one state that has this office, unless one is told; or "" */
    struct str shared;    /* the codes of others that have one of that name */
    struct str unknown;   /* of those that have none */
    const struct annotation *organization; /* ORG, organization or NULL */
};

/* Sets the detail of each ROLE annotation.  Returns 0, FAULT_MEMORY or FAULT_TOO_COMPLEX. */
int role_resolve(struct document *document);

/*
 * Whether who has an office in the body, or in none, represents a state: not in a company or a
 * union.  `single`: nor in a body of several states.
 */
bool role_serves_state(const struct document *document, const struct annotation *organization,
                       bool single);

#endif
