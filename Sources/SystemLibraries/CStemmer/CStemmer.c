#include "CStemmer.h"

#include <libstemmer.h>
#include <string.h>

#ifdef __linux__
#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

static struct {
  __typeof__(&sb_stemmer_new) new;
  __typeof__(&sb_stemmer_stem) stem;
  __typeof__(&sb_stemmer_length) length;
  __typeof__(&sb_stemmer_delete) delete;
} stemmer;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
  // Debian's name, and that of others.
  static const char *const names[] = {"libstemmer.so.0d", "libstemmer.so.0", "libstemmer.so"};
  void *library = NULL;
  for (size_t index = 0; index < sizeof names / sizeof *names && !library; index++)
    library = dlopen(names[index], RTLD_LAZY | RTLD_LOCAL);
  if (library) {
    stemmer.new = (__typeof__(stemmer.new))dlsym(library, "sb_stemmer_new");
    stemmer.stem = (__typeof__(stemmer.stem))dlsym(library, "sb_stemmer_stem");
    stemmer.length = (__typeof__(stemmer.length))dlsym(library, "sb_stemmer_length");
    stemmer.delete = (__typeof__(stemmer.delete))dlsym(library, "sb_stemmer_delete");
  }
  if (stemmer.new && stemmer.stem && stemmer.length && stemmer.delete) return;
  const char *reason = dlerror();
  fprintf(stderr, "khabar: libstemmer cannot be loaded (%s). Debian's package is libstemmer0d.\n", reason ? reason : names[0]);
  exit(127);
}
#else
static const struct {
  __typeof__(&sb_stemmer_new) new;
  __typeof__(&sb_stemmer_stem) stem;
  __typeof__(&sb_stemmer_length) length;
  __typeof__(&sb_stemmer_delete) delete;
} stemmer = {sb_stemmer_new, sb_stemmer_stem, sb_stemmer_length, sb_stemmer_delete};
#endif

int32_t khabar_english_stem(const char *word, int32_t byte_count, char *out, int32_t capacity) {
#ifdef __linux__
  pthread_once(&once, load);
#endif
  // One serves one caller at a time; a new one costs less than a lock would.
  struct sb_stemmer *opened = stemmer.new("english", NULL);
  if (!opened) return -1;
  const sb_symbol *stem = stemmer.stem(opened, (const sb_symbol *)word, byte_count);
  int32_t count = stem ? stemmer.length(opened) : -1;
  if (stem) memcpy(out, stem, (size_t)(count < capacity ? count : capacity));
  stemmer.delete(opened);
  return count;
}
