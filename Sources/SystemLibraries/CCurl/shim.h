#ifndef KHABAR_CCURL_SHIM_H
#define KHABAR_CCURL_SHIM_H

#include <curl/curl.h>

// Swift imports no C function with variable arguments: one function for each kind of argument.
static inline CURLcode khabar_curl_set_long(CURL *transfer, CURLoption option, long value) {
  return curl_easy_setopt(transfer, option, value);
}

static inline CURLcode khabar_curl_set_offset(CURL *transfer, CURLoption option, curl_off_t value) {
  return curl_easy_setopt(transfer, option, value);
}

static inline CURLcode khabar_curl_set_text(CURL *transfer, CURLoption option, const char *value) {
  return curl_easy_setopt(transfer, option, value);
}

static inline CURLcode khabar_curl_set_pointer(CURL *transfer, CURLoption option, void *value) {
  return curl_easy_setopt(transfer, option, value);
}

typedef size_t (*khabar_curl_receive)(char *bytes, size_t size, size_t count, void *context);

static inline CURLcode khabar_curl_set_receive(CURL *transfer, CURLoption option, khabar_curl_receive receive) {
  return curl_easy_setopt(transfer, option, receive);
}

static inline CURLcode khabar_curl_get_long(CURL *transfer, CURLINFO info, long *value) {
  return curl_easy_getinfo(transfer, info, value);
}

static inline CURLcode khabar_curl_get_text(CURL *transfer, CURLINFO info, char **value) {
  return curl_easy_getinfo(transfer, info, value);
}

static inline CURLcode khabar_curl_get_pointer(CURL *transfer, CURLINFO info, void **value) {
  return curl_easy_getinfo(transfer, info, value);
}

static inline CURLMcode khabar_curl_multi_set_long(CURLM *transfers, CURLMoption option, long value) {
  return curl_multi_setopt(transfers, option, value);
}

#endif
