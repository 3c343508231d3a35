/*
 * address.h -- where a server listens, as the operator writes it.
 *
 *     "9404" | "127.0.0.1:9404" | "[::1]:9404" | "localhost:9404" --address_read--> union address
 *
 * A port alone is on the loopback: what is to be seen from elsewhere must be named.  Names
 * are not looked up.
 */
#ifndef SETTINGS_ADDRESS_H
#define SETTINGS_ADDRESS_H

#include <netinet/in.h>
#include <stdbool.h>
#include <stddef.h>
#include <sys/socket.h>

union address {
    struct sockaddr any;
    struct sockaddr_in v4;
    struct sockaddr_in6 v6;
};

enum { ADDRESS_WORDING = 64 };

/* Whether text is an address; port 0 means one that is free. */
bool address_read(const char *text, union address *ret_address);

/* "127.0.0.1:9404", "[::1]:9404". */
void address_write(const union address *address, char ret_text[ADDRESS_WORDING]);

socklen_t address_size(const union address *address);

/* From where this host itself reaches what listens there: the loopback instead of everywhere. */
union address address_near(const union address *address);

#endif
