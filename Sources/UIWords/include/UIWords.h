#ifndef KHABAR_UI_WORDS_H
#define KHABAR_UI_WORDS_H

#include <stddef.h>

// khabar's own words, as their data files have them (YAML, UTF-8), built into the program: a file that is missing or of another version
// would leave it without speech.

typedef enum {
  /// What the reader's screen says.
  KHABAR_WORDS_SCREEN = 0,
  /// What commands say, and help.
  KHABAR_WORDS_MESSAGES = 1,
} khabar_words_kind;

/// The file of `language` ("hi", "mr", "en") and its length in bytes; NULL for a language that has none. It lives as long as the program.
const unsigned char *khabar_words_file(const char *language, khabar_words_kind kind, size_t *byte_count);

#endif
