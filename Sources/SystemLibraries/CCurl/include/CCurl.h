#ifndef KHABAR_CCURL_H
#define KHABAR_CCURL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// What khabar uses of libcurl, with types of our own. libcurl (and the thirty libraries it brings) is loaded when it is first needed and
// never at the start of the program: nothing here is linked against it.

/// Loads libcurl once, from any thread. False when it is not there or too old; then `khabar_curl_missing` says why.
bool khabar_curl_load(void);
/// What the loader said; empty when libcurl is there. Call it after `khabar_curl_load`.
const char *khabar_curl_missing(void);
/// As in `libcurl/7.88.1 OpenSSL/3.0.19 …`; empty when libcurl is not there.
const char *khabar_curl_version(void);

/// How a transfer ended.
typedef enum {
  KHABAR_CURL_DONE = 0,
  KHABAR_CURL_UNKNOWN_HOST,
  KHABAR_CURL_UNREACHABLE,
  KHABAR_CURL_INSECURE,
  KHABAR_CURL_TIMED_OUT,
  KHABAR_CURL_TOO_LARGE,
  KHABAR_CURL_CUT_OFF,
  /// The connection had been used by another transfer, which left bytes behind that are no answer, or had ended. A new one may do better.
  KHABAR_CURL_STALE,
  /// One of our functions refused to go on.
  KHABAR_CURL_REFUSED,
  KHABAR_CURL_FORBIDDEN,
  KHABAR_CURL_OTHER,
} khabar_curl_end;

/// Which addresses a transfer may connect to.
typedef enum {
  KHABAR_CURL_ANY_ADDRESS = 0,
  /// Only addresses of the public internet: see `khabar_address_is_public`.
  KHABAR_CURL_PUBLIC_ADDRESS,
} khabar_curl_reach;

/// What is called for a running transfer, on the thread that runs `khabar_curl_run`. False ends the transfer (`KHABAR_CURL_REFUSED`).
typedef struct {
  /// One line of a header, line end included; bytes are the server's.
  bool (*header)(void *context, const uint8_t *bytes, size_t count);
  /// Some of the body, decompressed.
  bool (*body)(void *context, const uint8_t *bytes, size_t count);
} khabar_curl_listener;

/// One request. Texts are copied.
typedef struct {
  const char *url;
  const char *user_agent;
  const char *accept;
  /// NULL where there is none.
  const char *if_none_match;
  const char *if_modified_since;
  const char *user;
  const char *password;
  /// A file of certificates that are trusted beside the system's; NULL for none.
  const char *certificate_file;
  /// NULL goes by the environment (`http_proxy`, `https_proxy`, `all_proxy`, `no_proxy`); empty is none.
  const char *proxy;
  /// What the name service is not asked for, `name:port:address`; NULL for nothing.
  const char *known_address;
  /// True when no connection that is open already will do.
  bool needs_new_connection;
  /// True where one connection may carry several transfers (HTTP/2 over TLS): then this one waits for it rather than open a second.
  bool shares_connection;
  khabar_curl_reach reach;
  int64_t byte_limit;
  long connect_milliseconds;
  long total_milliseconds;
  long stall_seconds;
  /// A connection that was idle for longer is not used again.
  long idle_seconds;
  long slowest_bytes_per_second;
  void *context;
} khabar_curl_request;

/// Many transfers, run by one thread.
typedef struct khabar_curl_transfers khabar_curl_transfers;
/// One transfer; it can be used again when it has ended.
typedef struct khabar_curl_transfer khabar_curl_transfer;

/// Opens a set of transfers that keeps at most `connection_count` connections open for reuse; NULL when there is no memory or no libcurl.
khabar_curl_transfers *khabar_curl_open(long connection_count, khabar_curl_listener listener);
/// All transfers must have ended or been stopped, and been closed.
void khabar_curl_close(khabar_curl_transfers *transfers);
/// Moves all transfers on, after waiting for something to happen for at most `milliseconds`. False when libcurl failed.
bool khabar_curl_run(khabar_curl_transfers *transfers, int milliseconds);
/// Ends the wait of `khabar_curl_run`, now or the next time. The only function here that another thread may call.
void khabar_curl_wake(khabar_curl_transfers *transfers);
/// The context of a transfer that has ended; NULL when there is none. Each is told once.
void *khabar_curl_next_ended(khabar_curl_transfers *transfers, khabar_curl_end *end);

/// NULL when there is no memory.
khabar_curl_transfer *khabar_curl_transfer_open(khabar_curl_transfers *transfers);
void khabar_curl_transfer_close(khabar_curl_transfer *transfer);
/// False when it could not be started.
bool khabar_curl_start(khabar_curl_transfer *transfer, const khabar_curl_request *request);
/// Takes a transfer out, ended or not. It may be started again afterwards.
void khabar_curl_stop(khabar_curl_transfer *transfer);
/// libcurl's words about the last failure; empty when it said nothing. Valid until the next start.
const char *khabar_curl_detail(const khabar_curl_transfer *transfer);
/// The IP address that the transfer's connection goes to (a proxy's, where there is one); empty when there is none. Valid until the next start.
const char *khabar_curl_peer(const khabar_curl_transfer *transfer);
/// True when an address that may not be connected to was met.
bool khabar_curl_met_private_address(const khabar_curl_transfer *transfer);

/// False for this computer, its networks, link-local and multicast addresses, and what else is not of the public internet (RFC 6890), IPv4
/// addresses within IPv6 ones included; false too for what is no IP address.
bool khabar_address_is_public(const char *ip);

#endif
