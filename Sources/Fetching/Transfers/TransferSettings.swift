import CCurl

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// How the client presents itself and what it allows itself.
struct TransferSettings: Sendable {
  var userAgent: String
  var maximumTransfers = 32
  var perHost = 2
  /// Without a request for this long the thread and its connections end.
  var idleSeconds = 30.0
  /// A file of certificates that are trusted beside the system's.
  var certificateFile: String?
  /// Nil goes by the environment; empty is none.
  var proxy: String?

  // What tests put in place of the name service and of the internet.

  /// The address of a host by its name; nil asks the name service.
  var knownAddress: @Sendable (_ host: String) -> String? = { _ in nil }
  var isPublicAddress: @Sendable (_ address: String) -> Bool = { khabar_address_is_public($0) }

  /// Whether requests go through a proxy, as libcurl will decide; a host that `no_proxy` names counts as if they did.
  var usesProxy: Bool {
    if let proxy { return !proxy.isEmpty }
    let names = ["http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"]
    return names.contains { (name: String) in getenv(name).map { $0.pointee != 0 } ?? false }
  }
}
