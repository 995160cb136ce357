#include "PublicAddress.h"

#include "CCurl.h"

#include <arpa/inet.h>
#include <string.h>

// RFC 6890 and the registries that it founded, as of 2026. 192.88.99.0/24 (6to4 relays) went out of use with RFC 7526.
static bool is_public_ipv4(const unsigned char *a) {
  if (a[0] == 0 || a[0] == 10 || a[0] == 127 || a[0] >= 224) return false;
  if (a[0] == 100 && (a[1] & 0xC0) == 64) return false;
  if (a[0] == 169 && a[1] == 254) return false;
  if (a[0] == 172 && (a[1] & 0xF0) == 16) return false;
  if (a[0] == 192 && a[1] == 168) return false;
  if (a[0] == 192 && a[1] == 0 && (a[2] == 0 || a[2] == 2)) return false;
  if (a[0] == 192 && a[1] == 88 && a[2] == 99) return false;
  if (a[0] == 198 && (a[1] & 0xFE) == 18) return false;
  if (a[0] == 198 && a[1] == 51 && a[2] == 100) return false;
  if (a[0] == 203 && a[1] == 0 && a[2] == 113) return false;
  return true;
}

static bool is_public_ipv6(const unsigned char *a) {
  static const unsigned char mapped[12] = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};
  static const unsigned char translated[12] = {0, 0x64, 0xFF, 0x9B};
  if (memcmp(a, mapped, 12) == 0 || memcmp(a, translated, 12) == 0) return is_public_ipv4(a + 12);
  // 6to4 carries an IPv4 address too.
  if (a[0] == 0x20 && a[1] == 0x02) return is_public_ipv4(a + 2);
  // Global unicast is 2000::/3. Within it: Teredo, benchmarking, ORCHID and others under 2001::/23, and what is for documentation.
  if ((a[0] & 0xE0) != 0x20) return false;
  if (a[0] == 0x20 && a[1] == 0x01 && a[2] < 2) return false;
  if (a[0] == 0x20 && a[1] == 0x01 && a[2] == 0x0D && a[3] == 0xB8) return false;
  if (a[0] == 0x3F && a[1] == 0xFF && a[2] < 0x10) return false;
  return true;
}

bool khabar_sockaddr_is_public(const struct sockaddr *address) {
  if (address->sa_family == AF_INET)
    return is_public_ipv4((const unsigned char *)&((const struct sockaddr_in *)(const void *)address)->sin_addr);
  if (address->sa_family == AF_INET6)
    return is_public_ipv6((const unsigned char *)&((const struct sockaddr_in6 *)(const void *)address)->sin6_addr);
  return false;
}

bool khabar_address_is_public(const char *ip) {
  unsigned char bytes[16];
  if (inet_pton(AF_INET, ip, bytes) == 1) return is_public_ipv4(bytes);
  if (inet_pton(AF_INET6, ip, bytes) == 1) return is_public_ipv6(bytes);
  return false;
}
