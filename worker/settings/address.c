#include "settings/address.h"

#include <arpa/inet.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { HOST_SIZE = INET6_ADDRSTRLEN };

static bool port_read(const char *text, in_port_t *ret_port)
{
    size_t len = strspn(text, "0123456789");
    if (len == 0 || len > 5 || text[len])
        return false;
    long port = strtol(text, NULL, 10);
    *ret_port = htons((in_port_t)port);
    return port <= UINT16_MAX;
}

/* Splits "HOST:PORT" and "[HOST]:PORT"; a port alone has the loopback for its host. */
static bool host_read(const char *text, char host[HOST_SIZE], const char **ret_port)
{
    const char *colon = strrchr(text, ':');
    const char *port = colon ? colon + 1 : text;
    const char *from = colon ? text : "localhost";
    size_t len = colon ? (size_t)(colon - text) : strlen(from);
    bool bracketed = len > 2 && from[0] == '[' && from[len - 1] == ']';
    if (bracketed) {
        from++;
        len -= 2;
    }
    if (len == 0 || len >= HOST_SIZE || (!bracketed && memchr(from, ':', len)))
        return false;
    memcpy(host, from, len);
    host[len] = '\0';
    *ret_port = port;
    return true;
}

bool address_read(const char *text, union address *ret_address)
{
    union address address = {.any.sa_family = AF_UNSPEC};
    char host[HOST_SIZE];
    const char *digits;
    in_port_t port;
    if (!host_read(text, host, &digits) || !port_read(digits, &port))
        return false;
    if (strcmp(host, "localhost") == 0)
        strcpy(host, "127.0.0.1");
    if (inet_pton(AF_INET, host, &address.v4.sin_addr) == 1) {
        address.v4.sin_family = AF_INET;
        address.v4.sin_port = port;
    } else if (inet_pton(AF_INET6, host, &address.v6.sin6_addr) == 1) {
        address.v6.sin6_family = AF_INET6;
        address.v6.sin6_port = port;
    } else {
        return false;
    }
    *ret_address = address;
    return true;
}

void address_write(const union address *address, char ret_text[ADDRESS_WORDING])
{
    char host[HOST_SIZE] = "";
    bool v6 = address->any.sa_family == AF_INET6;
    const void *bytes =
        v6 ? (const void *)&address->v6.sin6_addr : (const void *)&address->v4.sin_addr;
    inet_ntop(address->any.sa_family, bytes, host, sizeof host);
    unsigned port = ntohs(v6 ? address->v6.sin6_port : address->v4.sin_port);
    snprintf(ret_text, ADDRESS_WORDING, v6 ? "[%s]:%u" : "%s:%u", host, port);
}

socklen_t address_size(const union address *address)
{
    return address->any.sa_family == AF_INET6 ? sizeof address->v6 : sizeof address->v4;
}

union address address_near(const union address *address)
{
    union address near = *address;
    if (near.any.sa_family == AF_INET6 && IN6_IS_ADDR_UNSPECIFIED(&near.v6.sin6_addr))
        near.v6.sin6_addr = in6addr_loopback;
    if (near.any.sa_family == AF_INET && near.v4.sin_addr.s_addr == htonl(INADDR_ANY))
        near.v4.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return near;
}
