/*
 * site.h -- which state an article's own address tells: "https://www.mfa.gov.ke/…".
 */
#ifndef ANNOTATE_PERSON_SITE_H
#define ANNOTATE_PERSON_SITE_H

#include <stdbool.h>

#include "base/str.h"

/* Writes the code of the state under whose domain the address stands, "" if none; returns whether
 * it is the site of a government. */
bool site_state(struct str url, char ret_country[3]);

#endif
