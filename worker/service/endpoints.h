/*
 * endpoints.h -- what a worker answers over HTTP: the table of it all stands in endpoints.c.
 *
 *     [http] listen, struct vitals --endpoints_new--> http, with /healthz /readyz /metrics
 */
#ifndef SERVICE_ENDPOINTS_H
#define SERVICE_ENDPOINTS_H

#include "service/http.h"
#include "service/vitals.h"

struct endpoints;

/*
 * Begins to answer at listen, as the setting says it.  Returns 0 and *ret_endpoints, NULL when
 * listen is empty; else as http_new().  Lends vitals and log until endpoints_free().
 */
int endpoints_new(const char *listen, const struct vitals *vitals, const struct log *log,
                  struct endpoints **ret_endpoints, struct fault *ret_fault);

/* Answers no more.  NULL is fine. */
void endpoints_free(struct endpoints *endpoints);

#endif
