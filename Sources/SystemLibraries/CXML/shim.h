#ifndef KHABAR_CXML_SHIM_H
#define KHABAR_CXML_SHIM_H

// libxml2's headers show ICU's, which are other ones than Foundation's private copy: a Swift file that meets both does not compile. What they
// add is at the end of a structure that only libxml2 makes.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

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
