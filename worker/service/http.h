/*
 * http.h -- answers GET and HEAD from a table of routes.
 *
 *     GET /healthz --http--> struct http_route { path, content type, write } --> reply
 *
 * One thread of its own, and bounds on all that a client can take: connections, the bytes of
 * a request, the time between two of them.  Nothing is ever read beyond the headers.
 */
#ifndef SERVICE_HTTP_H
#define SERVICE_HTTP_H

#include <stdio.h>

#include "base/fault.h"
#include "settings/address.h"
#include "telemetry/log.h"

struct http;

struct http_reply {
    FILE *body;      /* in memory: the route writes, the server sends and frees */
    unsigned status; /* 200; a route may say otherwise */
};

struct http_header {
    const char *name, *value;
};

struct http_route {
    const char *path; /* "/healthz", without a query; NULL ends a table */
    const char *content_type;
    void (*write)(const void *self, struct http_reply *reply); /* in the server's thread */
    const void *self;
    const struct http_header *headers; /* beyond those of every reply, {NULL} ends; or NULL */
};

/*
 * Listens at address, and logs where.  Lends routes and log until http_free().  Returns 0 and
 * *ret_http, or FAULT_SETTING (the address can't be had) or FAULT_MEMORY.
 */
int http_new(const union address *address, const struct http_route *routes, const struct log *log,
             struct http **ret_http, struct fault *ret_fault);

/* Ends what is being answered and listens no more.  NULL is fine. */
void http_free(struct http *http);

/*
 * The other side, for a health check: GETs path and writes the body to out.  Returns 0 and
 * *ret_status, or FAULT_BROKER when nobody answered in time.
 */
int http_ask(const union address *address, const char *path, FILE *out, unsigned *ret_status,
             struct fault *ret_fault);

#endif
