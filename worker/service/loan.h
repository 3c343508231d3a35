/*
 * loan.h -- the engine in force, lent to those who show it, while a reload may replace it.
 */
#ifndef SERVICE_LOAN_H
#define SERVICE_LOAN_H

struct engine; /* meeting/engine.h */
struct loan;

/* Lends engine.  Returns 0 and *ret_loan, freed with loan_free(), or FAULT_MEMORY. */
int loan_new(const struct engine *engine, struct loan **ret_loan);
void loan_free(struct loan *loan);

/* The engine, lent until loan_end(); several threads may have it at a time. */
const struct engine *loan_begin(struct loan *loan);
void loan_end(struct loan *loan);

/* Lends another one from now on: nobody has the one before any more when this returns. */
void loan_replace(struct loan *loan, const struct engine *engine);

#endif
