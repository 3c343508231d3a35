#include "service/http.h"

#include <errno.h>
#include <microhttpd.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { CONNECTIONS = 64, CONNECTION_BYTES = 16 * 1024, TIMEOUT_S = 10, BACKLOG = 64 };

struct http {
    struct MHD_Daemon *daemon;
    const struct http_route *routes;
    const struct log *log;
};

/* Whatever is shown, a page of another origin may neither read, frame nor misread it. */
static const struct http_header EVERY_REPLY[] = {
    {"Cache-Control", "no-store"},
    {"X-Content-Type-Options", "nosniff"},
    {"Referrer-Policy", "no-referrer"},
    {NULL, NULL},
};

static void write_not_found(const void *self, struct http_reply *reply)
{
    reply->status = MHD_HTTP_NOT_FOUND;
    fputs("There is nothing here; there is:\n", reply->body);
    for (const struct http_route *route = self; route->path; route++)
        fprintf(reply->body, "    %s\n", route->path);
}

static void write_not_allowed(const void *self, struct http_reply *reply)
{
    (void)self;
    reply->status = MHD_HTTP_METHOD_NOT_ALLOWED;
    fputs("Nothing can be done here; GET and HEAD show what there is.\n", reply->body);
}

static const struct http_header ALLOWED[] = {{"Allow", "GET, HEAD"}, {NULL, NULL}};

static bool reads(const char *method)
{
    return strcmp(method, MHD_HTTP_METHOD_GET) == 0 || strcmp(method, MHD_HTTP_METHOD_HEAD) == 0;
}

static struct http_route route_find(const struct http *http, const char *path, const char *method)
{
    static const char PLAIN[] = "text/plain; charset=utf-8";
    if (!reads(method))
        return (struct http_route){path, PLAIN, write_not_allowed, NULL, ALLOWED};
    for (const struct http_route *route = http->routes; route->path; route++)
        if (strcmp(route->path, path) == 0)
            return *route;
    return (struct http_route){path, PLAIN, write_not_found, http->routes, NULL};
}

static void headers_add(struct MHD_Response *response, const struct http_header *header)
{
    for (; header && header->name; header++)
        MHD_add_response_header(response, header->name, header->value);
}

/* Has the route write its body.  Returns NULL when there is no memory for it. */
static struct MHD_Response *response_make(const struct http_route *route, unsigned *ret_status)
{
    char *bytes = NULL;
    size_t size = 0;
    struct http_reply reply = {open_memstream(&bytes, &size), MHD_HTTP_OK};
    if (!reply.body)
        return NULL;
    route->write(route->self, &reply);
    bool whole = !ferror(reply.body);
    if (fclose(reply.body) != 0 || !whole) {
        free(bytes);
        return NULL;
    }
    struct MHD_Response *response =
        MHD_create_response_from_buffer(size, bytes, MHD_RESPMEM_MUST_FREE);
    if (!response) {
        free(bytes);
        return NULL;
    }
    MHD_add_response_header(response, MHD_HTTP_HEADER_CONTENT_TYPE, route->content_type);
    headers_add(response, EVERY_REPLY);
    headers_add(response, route->headers);
    *ret_status = reply.status;
    return response;
}

static enum MHD_Result reply(const struct http *http, struct MHD_Connection *connection,
                             const char *path, const char *method)
{
    const struct http_route route = route_find(http, path, method);
    unsigned status;
    struct MHD_Response *response = response_make(&route, &status);
    if (!response)
        return MHD_NO; /* closes the connection */
    enum MHD_Result result = MHD_queue_response(connection, status, response);
    MHD_destroy_response(response);
    return result;
}

/*
 * Called when the headers are in, and once more when the body is.  An answer to the first call
 * closes the connection: right for those who send a body, which is never read.
 */
/* NOLINTNEXTLINE(readability-function-size): the parameters are the library's */
static enum MHD_Result answer(void *self, struct MHD_Connection *connection, const char *path,
                              const char *method, const char *version, const char *upload,
                              size_t *upload_size, void **request)
{
    static char headers_seen;
    (void)version, (void)upload;
    if (reads(method) && !*request) {
        *request = &headers_seen;
        return MHD_YES;
    }
    return *upload_size ? MHD_NO : reply(self, connection, path, method);
}

__attribute__((format(printf, 2, 0))) static void log_library(void *self, const char *format,
                                                              va_list arguments)
{
    const struct http *http = self;
    char text[256];
    vsnprintf(text, sizeof text, format, arguments);
    text[strcspn(text, "\n")] = '\0';
    log_write(http->log, LEVEL_DEBUG, text, NULL);
}

static int listen_at(const union address *address, int *ret_socket, struct fault *ret_fault)
{
    char wording[ADDRESS_WORDING];
    address_write(address, wording);
    int fd = socket(address->any.sa_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    /* A restart need not wait until the last connections are forgotten. */
    if (fd >= 0)
        setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &(int){1}, sizeof(int));
    if (fd < 0 || bind(fd, &address->any, address_size(address)) != 0 || listen(fd, BACKLOG) != 0) {
        int code = fault_set(ret_fault, FAULT_SETTING,
                             "[http] listen = %s: %s: name another address or port, or leave it "
                             "empty",
                             wording, strerror(errno));
        if (fd >= 0)
            close(fd);
        return code;
    }
    *ret_socket = fd;
    return 0;
}

static void log_place(const struct http *http, int fd)
{
    union address bound = {.any.sa_family = AF_UNSPEC};
    socklen_t size = sizeof bound;
    char wording[ADDRESS_WORDING];
    if (getsockname(fd, &bound.any, &size) != 0)
        return;
    address_write(&bound, wording);
    log_write(http->log, LEVEL_INFO, "listening for HTTP",
              LOG_FIELDS(log_text("address", wording)));
}

int http_new(const union address *address, const struct http_route *routes, const struct log *log,
             struct http **ret_http, struct fault *ret_fault)
{
    int fd = -1;
    int code = listen_at(address, &fd, ret_fault);
    if (code)
        return code;
    struct http *http = calloc(1, sizeof *http);
    if (http) {
        http->routes = routes;
        http->log = log;
        http->daemon = MHD_start_daemon(
            MHD_USE_AUTO | MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_ERROR_LOG, 0, NULL, NULL,
            answer, http, MHD_OPTION_EXTERNAL_LOGGER, log_library, http, MHD_OPTION_LISTEN_SOCKET,
            fd, MHD_OPTION_CONNECTION_LIMIT, (unsigned)CONNECTIONS,
            MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)CONNECTION_BYTES,
            MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)TIMEOUT_S, MHD_OPTION_END);
    }
    if (!http || !http->daemon) {
        free(http);
        close(fd);
        return fault_set(ret_fault, FAULT_MEMORY, "no memory for the HTTP server");
    }
    log_place(http, fd);
    *ret_http = http;
    return 0;
}

void http_free(struct http *http)
{
    if (!http)
        return;
    MHD_stop_daemon(http->daemon); /* closes the socket */
    free(http);
}
