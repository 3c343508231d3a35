#include "service/endpoints.h"

#include <stdlib.h>
#include <string.h>

#include "service/metrics.h"
#include "service/probes.h"
#include "service/status.h"

#define JSON_TYPE "application/json"
#define PAGE_TYPE "text/html; charset=utf-8"
#define STYLE_TYPE "text/css; charset=utf-8"
#define SCRIPT_TYPE "text/javascript; charset=utf-8"

/* All that is answered; a `self` that is NULL becomes the vitals of the worker. */
static const struct http_route ROUTES[] = {
    {"/", PAGE_TYPE, status_file, "index.html", STATUS_HEADERS},
    {"/status.css", STYLE_TYPE, status_file, "status.css", STATUS_HEADERS},
    {"/article.css", STYLE_TYPE, status_style, NULL, STATUS_HEADERS},
    {"/status.js", SCRIPT_TYPE, status_file, "status.js", STATUS_HEADERS},
    {"/icon.svg", "image/svg+xml", status_file, "icon.svg", STATUS_HEADERS},
    {"/status.json", JSON_TYPE, status_figures, NULL, STATUS_HEADERS},
    {"/recent", PAGE_TYPE, status_recent, NULL, STATUS_HEADERS},
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
        if (!endpoints->routes[i].self)
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
