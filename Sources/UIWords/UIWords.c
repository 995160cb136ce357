#include "UIWords.h"

#include <string.h>

// #embed is C23; clang has it for older C too, and tells make of the file, so that an edit is built.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char hi_screen[] = {
#embed "Languages/hi.screen.yaml"
};
static const unsigned char mr_screen[] = {
#embed "Languages/mr.screen.yaml"
};
static const unsigned char en_screen[] = {
#embed "Languages/en.screen.yaml"
};
static const unsigned char hi_messages[] = {
#embed "Languages/hi.messages.yaml"
};
static const unsigned char mr_messages[] = {
#embed "Languages/mr.messages.yaml"
};
static const unsigned char en_messages[] = {
#embed "Languages/en.messages.yaml"
};

#define FILE_OF(name) {name, sizeof name}
static const struct {
  const char *language;
  struct {
    const unsigned char *bytes;
    size_t count;
  } files[2];
} languages[] = {
    {"hi", {FILE_OF(hi_screen), FILE_OF(hi_messages)}},
    {"mr", {FILE_OF(mr_screen), FILE_OF(mr_messages)}},
    {"en", {FILE_OF(en_screen), FILE_OF(en_messages)}},
};

const unsigned char *khabar_words_file(const char *language, khabar_words_kind kind, size_t *byte_count) {
  for (size_t i = 0; i < sizeof languages / sizeof *languages; i++) {
    if (strcmp(languages[i].language, language) != 0) continue;
    *byte_count = languages[i].files[kind].count;
    return languages[i].files[kind].bytes;
  }
  *byte_count = 0;
  return NULL;
}
