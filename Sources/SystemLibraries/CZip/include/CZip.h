#ifndef KHABAR_CZIP_H
#define KHABAR_CZIP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// What khabar uses of libzip, with types of our own. libzip (which brings OpenSSL and bzip2) is loaded when the first archive is written and
// never at the start of the program: nothing here is linked against it.

/// Loads libzip once, from any thread. False when it is not there or too old; then `khabar_zip_missing` says why.
bool khabar_zip_load(void);
/// What the loader said; empty when libzip is there. Call it after `khabar_zip_load`.
const char *khabar_zip_missing(void);

/// An archive that is being made, in memory.
typedef struct khabar_zip khabar_zip;

/// An empty archive; NULL without libzip or memory.
khabar_zip *khabar_zip_new(void);

/// Adds a file after those that are there. Bytes are copied. Its date is 1980-01-01, the first that ZIP knows, so that the same files make
/// the same archive.
///
/// `name` is ASCII, with `/` between folders. False when libzip refuses, as it does a name that is there already.
bool khabar_zip_add(khabar_zip *archive, const char *name, const void *bytes, size_t count, bool is_compressed);

/// Ends the archive and frees it. Its bytes are the caller's to `free`; false, and nothing to free, when it cannot be made.
bool khabar_zip_finish(khabar_zip *archive, uint8_t **bytes, size_t *count);

/// Frees an archive that is not wanted.
void khabar_zip_discard(khabar_zip *archive);

#endif
