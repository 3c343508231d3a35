#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

#include "service/http.h"

enum { ANSWER_S = 5 };

static int no_answer(const union address *address, const char *why, struct fault *ret_fault)
{
    char wording[ADDRESS_WORDING];
    address_write(address, wording);
    return fault_set(ret_fault, FAULT_BROKER, "%s: %s", wording, why);
}

static bool ask(int fd, const union address *address, const char *path)
{
    const struct timeval limit = {.tv_sec = ANSWER_S};
    char request[256];
    int len = snprintf(request, sizeof request,
                       "GET %s HTTP/1.0\r\nHost: localhost\r\nConnection: close\r\n\r\n", path);
    return setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit) == 0 &&
           setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit) == 0 &&
           connect(fd, &address->any, address_size(address)) == 0 &&
           send(fd, request, (size_t)len, MSG_NOSIGNAL) == len;
}

/* Reads until the server closes, or a line says that there is no more. */
static bool reply_read(int fd, FILE *file)
{
    char bytes[4096];
    ssize_t got;
    while ((got = recv(fd, bytes, sizeof bytes, 0)) > 0)
        fwrite(bytes, 1, (size_t)got, file);
    return got == 0;
}

/* "HTTP/1.1 200 OK", headers, an empty line, the body. */
static bool reply_split(const char *reply, unsigned *ret_status, const char **ret_body)
{
    const char *body = strstr(reply, "\r\n\r\n");
    unsigned long status =
        strncmp(reply, "HTTP/1.", 7) == 0 && strlen(reply) > 9 ? strtoul(reply + 9, NULL, 10) : 0;
    if (!body || status < 100 || status > 599)
        return false;
    *ret_body = body + 4;
    *ret_status = (unsigned)status;
    return true;
}

int http_ask(const union address *address, const char *path, FILE *out, unsigned *ret_status,
             struct fault *ret_fault)
{
    char *reply = NULL;
    size_t size = 0;
    const char *body = "";
    int fd = socket(address->any.sa_family, SOCK_STREAM | SOCK_CLOEXEC, 0);
    FILE *file = open_memstream(&reply, &size);
    int code = 0;
    if (fd < 0 || !file || !ask(fd, address, path) || !reply_read(fd, file))
        code = no_answer(address, strerror(errno), ret_fault);
    if (fd >= 0)
        close(fd);
    if (file)
        fclose(file);
    if (!code && !reply_split(reply, ret_status, &body))
        code = no_answer(address, "what answers there does not speak HTTP", ret_fault);
    if (!code)
        fputs(body, out);
    free(reply);
    return code;
}
