/*
 * portfolio.h -- ministers told one by one behind one title: "les ministres de l'Eau, X, du
 * Plan urbain, Y, et de la Culture (Mme Z)".
 *
 * Used by state.c, which reads what else can stand for a title in a list.
 */
#ifndef ANNOTATE_PARTY_PORTFOLIO_H
#define ANNOTATE_PARTY_PORTFOLIO_H

#include "annotate/party/read.h"

/* "et des Finances, Y" behind "les ministres kényans de l'Eau, X": reads who has the field that
 * begins where reading stands, or nothing. */
bool reader_portfolio(struct reader *reader);

/* state.c: where the title tells whose it is: "présidents | du Sénat"; else where it ends. */
uint32_t reader_owner_in(const struct reader *reader, const struct role *role);
/* The name at token, behind a comma, or in a bracket: "du Mali (M. Y)"; or NULL. */
const struct annotation *reader_name_behind(const struct reader *reader, uint32_t token);

#endif
