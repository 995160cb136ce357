#ifndef KHABAR_CCURL_LIBRARY_H
#define KHABAR_CCURL_LIBRARY_H

#define CURL_DISABLE_TYPECHECK
#define CURL_DISABLE_DEPRECATION
#include <curl/curl.h>

// Macros of <curl/curl.h> that hide the functions of the same name.
#undef curl_easy_setopt
#undef curl_easy_getinfo
#undef curl_multi_setopt

#define KHABAR_CURL_FUNCTIONS(each)                                                                                     \
  each(curl_global_init) each(curl_version) each(curl_slist_append) each(curl_slist_free_all) each(curl_easy_init)      \
  each(curl_easy_cleanup) each(curl_easy_reset) each(curl_easy_setopt) each(curl_easy_getinfo) each(curl_easy_strerror) \
  each(curl_multi_init) each(curl_multi_cleanup) each(curl_multi_setopt) each(curl_multi_add_handle)                    \
  each(curl_multi_remove_handle) each(curl_multi_perform) each(curl_multi_poll) each(curl_multi_wakeup)                 \
  each(curl_multi_info_read)

// libcurl's functions, with the types that its header gives them. Valid after `khabar_curl_load` was true.
struct khabar_curl_library {
#define KHABAR_CURL_MEMBER(name) __typeof__(&name) name;
  KHABAR_CURL_FUNCTIONS(KHABAR_CURL_MEMBER)
#undef KHABAR_CURL_MEMBER
};

extern struct khabar_curl_library khabar_curl;

#endif
