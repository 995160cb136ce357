#ifndef KHABAR_CSTEMMER_H
#define KHABAR_CSTEMMER_H

#include <stdint.h>

// What khabar uses of libstemmer. Its tables are a third of a megabyte that the loader writes through, a millisecond of each start, and a
// start stems no word: on Linux it is loaded with the first one.

/// Writes the stem of an English word of the letters a to z, by Porter's second stemmer, at most `capacity` bytes of it.
///
/// Returns its length in bytes (which may be larger than `capacity`: then `out` is not whole), or -1 when there is no memory. Any thread.
/// Ends the program with a sentence, as the system's loader would, when libstemmer is not there: words are not to be kept unstemmed.
int32_t khabar_english_stem(const char *word, int32_t byte_count, char *out, int32_t capacity);

#endif
