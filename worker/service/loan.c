#include "service/loan.h"

#include <pthread.h>
#include <stdlib.h>

#include "base/fault.h"

struct loan {
    pthread_rwlock_t lock;
    const struct engine *engine;
};

int loan_new(const struct engine *engine, struct loan **ret_loan)
{
    struct loan *loan = calloc(1, sizeof *loan);
    if (!loan)
        return FAULT_MEMORY;
    pthread_rwlock_init(&loan->lock, NULL);
    loan->engine = engine;
    *ret_loan = loan;
    return 0;
}

void loan_free(struct loan *loan)
{
    if (!loan)
        return;
    pthread_rwlock_destroy(&loan->lock);
    free(loan);
}

const struct engine *loan_begin(struct loan *loan)
{
    pthread_rwlock_rdlock(&loan->lock);
    return loan->engine;
}

void loan_end(struct loan *loan)
{
    pthread_rwlock_unlock(&loan->lock);
}

void loan_replace(struct loan *loan, const struct engine *engine)
{
    pthread_rwlock_wrlock(&loan->lock);
    loan->engine = engine;
    pthread_rwlock_unlock(&loan->lock);
}
