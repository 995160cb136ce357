#include "CCurl.h"
#include "Library.h"
#include "PublicAddress.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct khabar_curl_transfers {
  CURLM *multi;
  khabar_curl_listener listener;
};

struct khabar_curl_transfer {
  khabar_curl_transfers *transfers;
  CURL *easy;
  struct curl_slist *headers;
  struct curl_slist *known_addresses;
  void *context;
  khabar_curl_reach reach;
  bool is_running;
  bool met_private;
  char detail[CURL_ERROR_SIZE];
};

khabar_curl_transfers *khabar_curl_open(long connection_count, khabar_curl_listener listener) {
  if (!khabar_curl_load()) return NULL;
  khabar_curl_transfers *transfers = calloc(1, sizeof *transfers);
  if (!transfers) return NULL;
  transfers->listener = listener;
  transfers->multi = khabar_curl.curl_multi_init();
  if (!transfers->multi) {
    free(transfers);
    return NULL;
  }
  khabar_curl.curl_multi_setopt(transfers->multi, CURLMOPT_PIPELINING, CURLPIPE_MULTIPLEX);
  khabar_curl.curl_multi_setopt(transfers->multi, CURLMOPT_MAXCONNECTS, connection_count);
  return transfers;
}

void khabar_curl_close(khabar_curl_transfers *transfers) {
  if (!transfers) return;
  khabar_curl.curl_multi_cleanup(transfers->multi);
  free(transfers);
}

bool khabar_curl_run(khabar_curl_transfers *transfers, int milliseconds) {
  int running = 0, ready = 0;
  if (khabar_curl.curl_multi_poll(transfers->multi, NULL, 0, milliseconds, &ready) != CURLM_OK) return false;
  return khabar_curl.curl_multi_perform(transfers->multi, &running) == CURLM_OK;
}

void khabar_curl_wake(khabar_curl_transfers *transfers) { khabar_curl.curl_multi_wakeup(transfers->multi); }

static khabar_curl_end end_of(CURLcode code) {
  switch (code) {
    case CURLE_OK: return KHABAR_CURL_DONE;
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY: return KHABAR_CURL_UNKNOWN_HOST;
    case CURLE_COULDNT_CONNECT:
    case CURLE_PROXY:
    case CURLE_INTERFACE_FAILED:
    case CURLE_SEND_ERROR: return KHABAR_CURL_UNREACHABLE;
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_ENGINE_NOTFOUND:
    case CURLE_SSL_ENGINE_SETFAILED:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CRL_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_PINNEDPUBKEYNOTMATCH:
    case CURLE_SSL_INVALIDCERTSTATUS:
    case CURLE_USE_SSL_FAILED: return KHABAR_CURL_INSECURE;
    case CURLE_OPERATION_TIMEDOUT: return KHABAR_CURL_TIMED_OUT;
    case CURLE_FILESIZE_EXCEEDED: return KHABAR_CURL_TOO_LARGE;
    case CURLE_PARTIAL_FILE:
    case CURLE_GOT_NOTHING:
    case CURLE_RECV_ERROR:
    case CURLE_BAD_CONTENT_ENCODING:
    case CURLE_HTTP2:
    case CURLE_HTTP2_STREAM:
    case CURLE_SSL_SHUTDOWN_FAILED: return KHABAR_CURL_CUT_OFF;
    case CURLE_WRITE_ERROR:
    case CURLE_ABORTED_BY_CALLBACK: return KHABAR_CURL_REFUSED;
    case CURLE_URL_MALFORMAT: return KHABAR_CURL_FORBIDDEN;
    default: return KHABAR_CURL_OTHER;
  }
}

// Only what is sent on a connection of its own is surely meant for this transfer (RFC 9112, 6.3), and a kept one may end at any time (9.5):
// libcurl tries five of those, then says that it could not send.
static bool is_stale(CURL *easy, CURLcode code) {
  long new_connections = 1;
  if (code != CURLE_UNSUPPORTED_PROTOCOL && code != CURLE_WEIRD_SERVER_REPLY && code != CURLE_SEND_ERROR) return false;
  return khabar_curl.curl_easy_getinfo(easy, CURLINFO_NUM_CONNECTS, &new_connections) == CURLE_OK && new_connections == 0;
}

void *khabar_curl_next_ended(khabar_curl_transfers *transfers, khabar_curl_end *end) {
  int left = 0;
  CURLMsg *message;
  while ((message = khabar_curl.curl_multi_info_read(transfers->multi, &left))) {
    if (message->msg != CURLMSG_DONE) continue;
    char *private = NULL;
    khabar_curl.curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &private);
    khabar_curl_transfer *transfer = (khabar_curl_transfer *)(void *)private;
    CURLcode code = message->data.result;
    *end = transfer->met_private && code != CURLE_OK ? KHABAR_CURL_FORBIDDEN : end_of(code);
    if (!transfer->met_private && is_stale(message->easy_handle, code)) *end = KHABAR_CURL_STALE;
    if (code != CURLE_OK && !transfer->detail[0])
      strncpy(transfer->detail, khabar_curl.curl_easy_strerror(code), sizeof transfer->detail - 1);
    return transfer->context;
  }
  return NULL;
}

khabar_curl_transfer *khabar_curl_transfer_open(khabar_curl_transfers *transfers) {
  khabar_curl_transfer *transfer = calloc(1, sizeof *transfer);
  if (!transfer) return NULL;
  transfer->transfers = transfers;
  transfer->easy = khabar_curl.curl_easy_init();
  if (!transfer->easy) {
    free(transfer);
    return NULL;
  }
  return transfer;
}

void khabar_curl_transfer_close(khabar_curl_transfer *transfer) {
  if (!transfer) return;
  khabar_curl_stop(transfer);
  khabar_curl.curl_easy_cleanup(transfer->easy);
  khabar_curl.curl_slist_free_all(transfer->headers);
  khabar_curl.curl_slist_free_all(transfer->known_addresses);
  free(transfer);
}

static size_t on_header(char *bytes, size_t size, size_t count, void *context) {
  khabar_curl_transfer *transfer = context;
  return transfer->transfers->listener.header(transfer->context, (const uint8_t *)bytes, size * count) ? size * count : 0;
}

static size_t on_body(char *bytes, size_t size, size_t count, void *context) {
  khabar_curl_transfer *transfer = context;
  size_t length = size * count;
  // 0 is success for no bytes; a refusal of none is no refusal.
  if (length == 0) return 0;
  return transfer->transfers->listener.body(transfer->context, (const uint8_t *)bytes, length) ? length : 0;
}

// Before a connection: the address is the one that is connected to, whatever the name server says a moment later.
static curl_socket_t on_open_socket(void *context, curlsocktype purpose, struct curl_sockaddr *address) {
  khabar_curl_transfer *transfer = context;
  if (purpose == CURLSOCKTYPE_IPCXN && transfer->reach == KHABAR_CURL_PUBLIC_ADDRESS &&
      !khabar_sockaddr_is_public(&address->addr)) {
    transfer->met_private = true;
    return CURL_SOCKET_BAD;
  }
#ifdef SOCK_CLOEXEC
  return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
#else
  int opened = socket(address->family, address->socktype, address->protocol);
  if (opened >= 0) fcntl(opened, F_SETFD, FD_CLOEXEC);
  return opened;
#endif
}

// Before a request: the connection may be one that another transfer, which was allowed more, had opened.
static int on_request(void *context, char *peer, char *own, int peer_port, int own_port) {
  (void)own, (void)peer_port, (void)own_port;
  khabar_curl_transfer *transfer = context;
  if (transfer->reach == KHABAR_CURL_PUBLIC_ADDRESS && !khabar_address_is_public(peer)) {
    transfer->met_private = true;
    return CURL_PREREQFUNC_ABORT;
  }
  return CURL_PREREQFUNC_OK;
}

static bool add_header(khabar_curl_transfer *transfer, const char *name, const char *value) {
  if (!value) return true;
  size_t count = strlen(name) + strlen(value) + 3;
  char *line = malloc(count);
  if (!line) return false;
  strcpy(line, name);
  strcat(line, ": ");
  strcat(line, value);
  struct curl_slist *longer = khabar_curl.curl_slist_append(transfer->headers, line);
  free(line);
  if (!longer) return false;
  transfer->headers = longer;
  return true;
}

bool khabar_curl_start(khabar_curl_transfer *transfer, const khabar_curl_request *request) {
  khabar_curl_stop(transfer);
  CURL *easy = transfer->easy;
  __typeof__(khabar_curl.curl_easy_setopt) set = khabar_curl.curl_easy_setopt;
  khabar_curl.curl_easy_reset(easy);
  khabar_curl.curl_slist_free_all(transfer->headers);
  khabar_curl.curl_slist_free_all(transfer->known_addresses);
  transfer->headers = transfer->known_addresses = NULL;
  transfer->context = request->context;
  transfer->reach = request->reach;
  transfer->met_private = false;
  transfer->detail[0] = 0;

  set(easy, CURLOPT_PRIVATE, (void *)transfer);
  set(easy, CURLOPT_ERRORBUFFER, transfer->detail);
  set(easy, CURLOPT_NOSIGNAL, 1L);
  // A name server that does not answer must not hold up the thread when its transfer is given up.
#if LIBCURL_VERSION_NUM >= 0x075700
  set(easy, CURLOPT_QUICK_EXIT, 1L);
#endif
  set(easy, CURLOPT_HEADERFUNCTION, on_header);
  set(easy, CURLOPT_HEADERDATA, (void *)transfer);
  set(easy, CURLOPT_WRITEFUNCTION, on_body);
  set(easy, CURLOPT_WRITEDATA, (void *)transfer);
  set(easy, CURLOPT_OPENSOCKETFUNCTION, on_open_socket);
  set(easy, CURLOPT_OPENSOCKETDATA, (void *)transfer);
  set(easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
  set(easy, CURLOPT_DISALLOW_USERNAME_IN_URL, 1L);
  set(easy, CURLOPT_PATH_AS_IS, 1L);
  set(easy, CURLOPT_TCP_KEEPALIVE, 1L);
  set(easy, CURLOPT_MAXAGE_CONN, request->idle_seconds);
  set(easy, CURLOPT_BUFFERSIZE, 65536L);
  set(easy, CURLOPT_ACCEPT_ENCODING, "");
  set(easy, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
  set(easy, CURLOPT_HTTP_VERSION, (long)(request->shares_connection ? CURL_HTTP_VERSION_2TLS : CURL_HTTP_VERSION_1_1));
  set(easy, CURLOPT_PIPEWAIT, request->shares_connection ? 1L : 0L);
  set(easy, CURLOPT_FRESH_CONNECT, request->needs_new_connection ? 1L : 0L);
  set(easy, CURLOPT_MAXFILESIZE_LARGE, (curl_off_t)request->byte_limit);
  set(easy, CURLOPT_CONNECTTIMEOUT_MS, request->connect_milliseconds);
  set(easy, CURLOPT_TIMEOUT_MS, request->total_milliseconds);
  set(easy, CURLOPT_LOW_SPEED_LIMIT, request->slowest_bytes_per_second);
  set(easy, CURLOPT_LOW_SPEED_TIME, request->stall_seconds);
  if (request->certificate_file) set(easy, CURLOPT_CAINFO, request->certificate_file);
  if (request->proxy) set(easy, CURLOPT_PROXY, request->proxy);
  if (request->known_address) {
    transfer->known_addresses = khabar_curl.curl_slist_append(NULL, request->known_address);
    set(easy, CURLOPT_RESOLVE, transfer->known_addresses);
  }
  if (request->user) set(easy, CURLOPT_USERNAME, request->user);
  if (request->password) set(easy, CURLOPT_PASSWORD, request->password);
  set(easy, CURLOPT_USERAGENT, request->user_agent);

  // Without these the transfer would not be held to what it may do. CURLOPT_PROTOCOLS is the one for the protocols that every libcurl has.
  bool is_set =
      set(easy, CURLOPT_PROTOCOLS, (long)(CURLPROTO_HTTP | CURLPROTO_HTTPS)) == CURLE_OK && set(easy, CURLOPT_PREREQFUNCTION, on_request) == CURLE_OK &&
      set(easy, CURLOPT_PREREQDATA, (void *)transfer) == CURLE_OK && set(easy, CURLOPT_URL, request->url) == CURLE_OK &&
      add_header(transfer, "Accept", request->accept) && add_header(transfer, "If-None-Match", request->if_none_match) &&
      add_header(transfer, "If-Modified-Since", request->if_modified_since) &&
      set(easy, CURLOPT_HTTPHEADER, transfer->headers) == CURLE_OK;
  transfer->is_running = is_set && khabar_curl.curl_multi_add_handle(transfer->transfers->multi, easy) == CURLM_OK;
  return transfer->is_running;
}

void khabar_curl_stop(khabar_curl_transfer *transfer) {
  if (!transfer->is_running) return;
  transfer->is_running = false;
  khabar_curl.curl_multi_remove_handle(transfer->transfers->multi, transfer->easy);
}

const char *khabar_curl_detail(const khabar_curl_transfer *transfer) { return transfer->detail; }

const char *khabar_curl_peer(const khabar_curl_transfer *transfer) {
  char *peer = NULL;
  khabar_curl.curl_easy_getinfo(transfer->easy, CURLINFO_PRIMARY_IP, &peer);
  return peer ? peer : "";
}

bool khabar_curl_met_private_address(const khabar_curl_transfer *transfer) { return transfer->met_private; }
