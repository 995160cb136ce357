#include "Library.h"

#include "CZip.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>

struct khabar_zip_library khabar_zip_functions;

static pthread_once_t once = PTHREAD_ONCE_INIT;
static bool is_loaded;
static char why_missing[256];

static void load(void) {
#ifdef __APPLE__
  static const char *const names[] = {"libzip.5.dylib", "/opt/homebrew/lib/libzip.5.dylib", "/usr/local/lib/libzip.5.dylib"};
#else
  // What is used of it is the same in both.
  static const char *const names[] = {"libzip.so.4", "libzip.so.5"};
#endif
  void *library = NULL;
  for (size_t index = 0; index < sizeof names / sizeof *names && !library; index++) {
    library = dlopen(names[index], RTLD_LAZY | RTLD_LOCAL);
    if (library || index > 0) continue;
    const char *message = dlerror();
    snprintf(why_missing, sizeof why_missing, "%s", message ? message : names[index]);
  }
  if (!library) return;
#define KHABAR_ZIP_RESOLVE(name)                                                                                         \
  khabar_zip_functions.name = (__typeof__(khabar_zip_functions.name))dlsym(library, #name);                              \
  if (!khabar_zip_functions.name) {                                                                                      \
    snprintf(why_missing, sizeof why_missing, "libzip is too old: it has no " #name);                                    \
    return;                                                                                                              \
  }
  KHABAR_ZIP_FUNCTIONS(KHABAR_ZIP_RESOLVE)
#undef KHABAR_ZIP_RESOLVE
  why_missing[0] = 0;
  is_loaded = true;
}

bool khabar_zip_load(void) {
  pthread_once(&once, load);
  return is_loaded;
}

const char *khabar_zip_missing(void) { return why_missing; }
