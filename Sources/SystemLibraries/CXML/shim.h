#ifndef KHABAR_CXML_SHIM_H
#define KHABAR_CXML_SHIM_H

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <stddef.h>
#include <string.h>

// Swift's own search goes byte by byte. Returns `count` when `byte` is not there.
static inline size_t khabar_find_byte(const unsigned char *bytes, size_t count, unsigned char byte) {
  const void *found = count ? memchr(bytes, byte, count) : NULL;
  return found ? (size_t)((const unsigned char *)found - bytes) : count;
}

#endif
