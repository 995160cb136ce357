#include "International.h"

#include <stddef.h>

#ifdef __linux__
#include <dlfcn.h>
#include <pthread.h>
#include <stdbool.h>

static struct khabar_international functions;
static bool is_loaded;
static pthread_once_t once = PTHREAD_ONCE_INIT;

// ICU's headers add the version to each name: a name is a string only when that is done.
#define KHABAR_STRING(name) #name
#define KHABAR_RESOLVE(name)                                                                                             \
  functions.name = (__typeof__(functions.name))dlsym(library, KHABAR_STRING(name));                                      \
  if (!functions.name) return;

static void load(void) {
  // Of the version of the first library, whose types it shares.
  void *library = dlopen("libicui18n.so." U_ICU_VERSION_SHORT, RTLD_LAZY | RTLD_LOCAL);
  if (!library) return;
  KHABAR_INTERNATIONAL_FUNCTIONS(KHABAR_RESOLVE)
  is_loaded = true;
}

const struct khabar_international *khabar_international(void) {
  pthread_once(&once, load);
  return is_loaded ? &functions : NULL;
}
#else
#define KHABAR_VALUE(name) name,
static const struct khabar_international functions = {KHABAR_INTERNATIONAL_FUNCTIONS(KHABAR_VALUE)};

const struct khabar_international *khabar_international(void) { return &functions; }
#endif
