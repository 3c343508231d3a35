/*
 * apposed.h -- the title of several that stands beside their names: "A et B, conseillers de
 * X".
 *
 * Used by party.c and list.c alone.
 */
#ifndef ANNOTATE_PARTY_APPOSED_H
#define ANNOTATE_PARTY_APPOSED_H

#include "annotate/party/reader.h"

/* Gives a party of a bare name the title that several share. */
void party_share_title(struct party *party, const struct party *title);

/* How many of the last members are persons told by their names alone. */
unsigned party_names_before(struct party *const *members, unsigned count);

/* "A et B, conseillers de X, C": whether the last member, which the reader has just read, is the
 * title of several before it, who take it: it is no member then. */
bool reader_apposed(const struct reader *reader, struct party **members, unsigned count);

#endif
