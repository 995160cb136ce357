#include "Library.h"

#include "CCurl.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>

struct khabar_curl_library khabar_curl;

static pthread_once_t once = PTHREAD_ONCE_INIT;
static bool is_loaded;
static char why_missing[256];

static void load(void) {
#ifdef __APPLE__
  static const char *const names[] = {"libcurl.4.dylib", "/usr/lib/libcurl.4.dylib"};
#else
  // Debian's build against GnuTLS has the same interface.
  static const char *const names[] = {"libcurl.so.4", "libcurl-gnutls.so.4"};
#endif
  void *library = NULL;
  for (size_t index = 0; index < sizeof names / sizeof *names && !library; index++) {
    library = dlopen(names[index], RTLD_LAZY | RTLD_LOCAL);
    if (library || index > 0) continue;
    const char *message = dlerror();
    snprintf(why_missing, sizeof why_missing, "%s", message ? message : names[index]);
  }
  if (!library) return;
#define KHABAR_CURL_RESOLVE(name)                                                                                        \
  khabar_curl.name = (__typeof__(khabar_curl.name))dlsym(library, #name);                                                \
  if (!khabar_curl.name) {                                                                                               \
    snprintf(why_missing, sizeof why_missing, "libcurl is too old: it has no " #name);                                   \
    return;                                                                                                              \
  }
  KHABAR_CURL_FUNCTIONS(KHABAR_CURL_RESOLVE)
#undef KHABAR_CURL_RESOLVE
  if (khabar_curl.curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) {
    snprintf(why_missing, sizeof why_missing, "curl_global_init failed");
    return;
  }
  why_missing[0] = 0;
  is_loaded = true;
}

bool khabar_curl_load(void) {
  pthread_once(&once, load);
  return is_loaded;
}

const char *khabar_curl_missing(void) { return why_missing; }

const char *khabar_curl_version(void) { return khabar_curl_load() ? khabar_curl.curl_version() : ""; }
