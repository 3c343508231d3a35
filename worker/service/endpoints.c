#include "service/endpoints.h"

#include <stdlib.h>
#include <string.h>

#include "service/metrics.h"
#include "service/probes.h"

#define JSON_TYPE "application/json"

/* All that is answered; `self` is filled in when a worker is there to tell of. */
static const struct http_route ROUTES[] = {
    {"/healthz", JSON_TYPE, probe_alive, NULL, NULL},
    {"/readyz", JSON_TYPE, probe_ready, NULL, NULL},
    {"/metrics", METRICS_TYPE, metrics_write, NULL, NULL},
    {NULL, NULL, NULL, NULL, NULL},
};

enum { COUNT = sizeof ROUTES / sizeof *ROUTES };

struct endpoints {
    struct http *http;
    struct http_route routes[COUNT];
};

int endpoints_new(const char *listen, const struct vitals *vitals, const struct log *log,
                  struct endpoints **ret_endpoints, struct fault *ret_fault)
{
    union address address;
    if (!listen[0]) {
        *ret_endpoints = NULL;
        return 0;
    }
    if (!address_read(listen, &address))
        return fault_set(ret_fault, FAULT_SETTING, "[http] listen = %s: not an address", listen);
    struct endpoints *endpoints = calloc(1, sizeof *endpoints);
    if (!endpoints)
        return fault_set(ret_fault, FAULT_MEMORY, "no memory for the HTTP server");
    memcpy(endpoints->routes, ROUTES, sizeof ROUTES);
    for (size_t i = 0; i < COUNT; i++)
        endpoints->routes[i].self = vitals;
    int code = http_new(&address, endpoints->routes, log, &endpoints->http, ret_fault);
    if (code)
        endpoints_free(endpoints);
    else
        *ret_endpoints = endpoints;
    return code;
}

void endpoints_free(struct endpoints *endpoints)
{
    if (!endpoints)
        return;
    http_free(endpoints->http);
    free(endpoints);
}
