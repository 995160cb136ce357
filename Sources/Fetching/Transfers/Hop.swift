import CCurl
import NewsModel

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// One request of a transfer as libcurl gets it.
struct HopRequest {
  let transfer: Transfer
  let settings: TransferSettings
  let usesProxy: Bool

  /// False when libcurl did not take it.
  func start(_ handle: OpaquePointer) -> Bool {
    var address = transfer.trail.current
    let credentials = address.userInfo.map(Self.credentials)
    address.userInfo = nil
    let limits = transfer.request.limits
    let url = CText(address.text)
    let agent = CText(settings.userAgent)
    let accept = CText(Self.safe(transfer.request.accept) ?? "*/*")
    let ifNoneMatch = CText(transfer.request.validators.etag.flatMap(Self.safe))
    let ifModifiedSince = CText(transfer.request.validators.lastModified.flatMap(Self.safe))
    let user = CText(credentials?.user)
    let password = CText(credentials?.password)
    let certificateFile = CText(settings.certificateFile)
    let proxy = CText(settings.proxy)
    let port = address.port ?? (address.scheme == "https" ? 443 : 80)
    let knownAddress = CText(settings.knownAddress(address.host).map { "\(address.host):\(port):\($0)" })
    var request = khabar_curl_request()
    request.url = url.pointer
    request.user_agent = agent.pointer
    request.accept = accept.pointer
    request.if_none_match = ifNoneMatch.pointer
    request.if_modified_since = ifModifiedSince.pointer
    request.user = user.pointer
    request.password = password.pointer
    request.certificate_file = certificateFile.pointer
    request.proxy = proxy.pointer
    request.known_address = knownAddress.pointer
    request.needs_new_connection = transfer.needsNewConnection
    request.shares_connection = address.scheme == "https"
    // Behind a proxy the connection is the proxy's; what the host's name tells was looked at before.
    request.reach = transfer.isPublicOnly && !usesProxy ? KHABAR_CURL_PUBLIC_ADDRESS : KHABAR_CURL_ANY_ADDRESS
    request.byte_limit = Int64(max(1, limits.byteCount))
    request.connect_milliseconds = Self.milliseconds(limits.connectSeconds)
    request.total_milliseconds = Self.milliseconds(limits.seconds - transfer.spentSeconds)
    request.stall_seconds = max(1, min(limits.stallSeconds, 86_400))
    request.slowest_bytes_per_second = max(0, min(limits.slowestBytesPerSecond, 1 << 30))
    request.idle_seconds = max(1, Int(settings.idleSeconds))
    request.context = Unmanaged.passUnretained(transfer).toOpaque()
    let texts = [
      url, agent, accept, ifNoneMatch, ifModifiedSince, user, password, certificateFile, proxy, knownAddress,
    ]
    return withExtendedLifetime(texts) { khabar_curl_start(handle, &request) }
  }

  /// 0 would mean no limit to libcurl.
  private static func milliseconds(_ seconds: Double) -> Int {
    seconds.isNaN ? 1 : Int(max(1, min(seconds * 1000, 86_400_000)))
  }

  /// A value that may stand in a header; nil when it would end the line and begin another.
  private static func safe(_ value: String) -> String? {
    value.isEmpty || value.utf8.contains { $0 < 0x20 || $0 == 0x7F } ? nil : value
  }

  private static func credentials(_ userInfo: String) -> (user: String, password: String) {
    let colon = userInfo.firstIndex(of: ":") ?? userInfo.endIndex
    return (WebAddress.decoded(userInfo[..<colon]), WebAddress.decoded(userInfo[colon...].dropFirst()))
  }
}

/// A text for C, as long as this lives; NULL for nil.
private final class CText {
  let pointer: UnsafePointer<CChar>?

  init(_ text: String?) {
    pointer = text.flatMap { UnsafePointer(strdup($0)) }
  }

  deinit { free(UnsafeMutableRawPointer(mutating: pointer)) }
}

/// What one request of a transfer came to.
enum HopOutcome {
  case answered(HTTPResponse)
  case redirected(to: String)
  /// The connection was used before and gave another answer's bytes, or none; the request is to be sent again, on a new one.
  case stale
  case failed(FetchError)

  init(transfer: Transfer, end: khabar_curl_end) {
    let isRead = end == KHABAR_CURL_DONE || transfer.refusal == .redirectBody
    if isRead, !transfer.head.isOver {
      // libcurl takes a connection that ends within the header for an answer without a body.
      self = .failed(transfer.error(.cutOff, detail: "the header is not whole"))
    } else if isRead, let location = transfer.redirect {
      self = .redirected(to: location)
    } else if end == KHABAR_CURL_STALE, !transfer.needsNewConnection {
      self = .stale
    } else if isRead {
      self = .answered(transfer.response(now: Clock.wallSeconds))
    } else {
      self = .failed(transfer.error(Self.kind(transfer, end), detail: transfer.detail))
    }
  }

  private static func kind(_ transfer: Transfer, _ end: khabar_curl_end) -> FetchError.Kind {
    switch end {
    case KHABAR_CURL_UNKNOWN_HOST: .unknownHost
    case KHABAR_CURL_UNREACHABLE: .unreachable
    case KHABAR_CURL_INSECURE: .insecure
    case KHABAR_CURL_TIMED_OUT: .timedOut
    case KHABAR_CURL_TOO_LARGE: .tooLarge(limit: transfer.request.limits.byteCount)
    case KHABAR_CURL_CUT_OFF: .cutOff
    case KHABAR_CURL_FORBIDDEN: .forbiddenAddress
    case KHABAR_CURL_REFUSED:
      switch transfer.refusal {
      case .bodyTooLarge: .tooLarge(limit: transfer.request.limits.byteCount)
      case .headerTooLarge: .tooLarge(limit: ResponseHead.utf8Limit)
      // libcurl says the same of a body that it cannot decompress.
      case .redirectBody, nil: .cutOff
      }
    default: .other
    }
  }
}

extension Transfer {
  /// libcurl's words about the hop, as text.
  fileprivate var detail: String {
    guard let handle else { return "" }
    let words = String(cString: khabar_curl_detail(handle))
    return String(String.UnicodeScalarView(words.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }))
  }

  func error(_ kind: FetchError.Kind, detail: String = "") -> FetchError {
    FetchError(kind: kind, url: FetchError.shownURL(trail.current.text), detail: detail)
  }
}

extension FetchError {
  static func cancelled(_ transfer: Transfer) -> FetchError { transfer.error(.cancelled) }
}
