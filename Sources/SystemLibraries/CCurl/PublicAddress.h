#ifndef KHABAR_CCURL_PUBLIC_ADDRESS_H
#define KHABAR_CCURL_PUBLIC_ADDRESS_H

#include <stdbool.h>
#include <netinet/in.h>
#include <sys/socket.h>

bool khabar_sockaddr_is_public(const struct sockaddr *address);

#endif
