import CCurl
import NewsModel
import Synchronization

/// Names one request on its way to the transfer thread and back; any thread may cancel it.
final class TransferTicket: Sendable {
  let id: Int
  private let cancelled = Atomic<Bool>(false)

  init(id: Int) {
    self.id = id
  }

  var isCancelled: Bool { cancelled.load(ordering: .acquiring) }

  func cancel() { cancelled.store(true, ordering: .releasing) }
}

/// One request until it is answered: all its hops. Made by the asking task, then touched by the transfer thread only.
final class Transfer: @unchecked Sendable {
  /// Why our own functions ended the transfer.
  enum Refusal { case bodyTooLarge, headerTooLarge, redirectBody }

  let ticket: TransferTicket
  let request: HTTPRequest
  private let answer: CheckedContinuation<Result<HTTPResponse, FetchError>, Never>
  var trail: RedirectTrail
  /// Whether the next hop may go to the public internet only.
  var isPublicOnly: Bool
  private(set) var head = ResponseHead()
  private(set) var refusal: Refusal?
  private var body: [UInt8] = []
  private var bodyCount = 0
  /// Seconds that earlier hops took, and when this one began on the loop's clock.
  var spentSeconds = 0.0
  var hopStart = 0.0
  var handle: OpaquePointer?
  /// Whether a connection that was open already had something to say that was no answer.
  var needsNewConnection = false
  var key: HostKey {
    HostKey(host: trail.current.host, authority: trail.current.authority, isLoopback: trail.current.isLoopback)
  }

  /// Of a page that only says where to look instead, this much is read to keep the connection.
  private static let redirectBodyLimit = 64 << 10

  init(
    ticket: TransferTicket, request: HTTPRequest, trail: RedirectTrail,
    answer: CheckedContinuation<Result<HTTPResponse, FetchError>, Never>
  ) {
    self.ticket = ticket
    self.request = request
    self.trail = trail
    self.answer = answer
    isPublicOnly = NetworkReach.isPublicOnly(trail.current, namedBy: request.namedBy)
  }

  func beginHop(now: Double) {
    hopStart = now
    head = ResponseHead()
    refusal = nil
    body = []
    bodyCount = 0
  }

  /// Where the answer sends the request; nil when it is the answer.
  var redirect: String? { RedirectTrail.isRedirect(head.status) ? head.location : nil }

  func receive(headerLine bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if head.read(bytes) { return true }
    refusal = .headerTooLarge
    return false
  }

  func receive(body bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bodyCount += bytes.count
    if redirect != nil {
      if bodyCount > Self.redirectBodyLimit { refusal = .redirectBody }
    } else if bodyCount > request.limits.byteCount {
      refusal = .bodyTooLarge
      body = []
    } else {
      if body.isEmpty, let count = head.plainBodyCount, count > 0 { body.reserveCapacity(min(count, 4 << 20)) }
      body.append(contentsOf: bytes)
    }
    return refusal == nil
  }

  func response(now: Int64) -> HTTPResponse {
    HTTPResponse(
      status: head.status, body: body, finalURL: trail.finalURL, permanentURL: trail.permanentURL,
      contentType: head.contentType, validators: head.validators,
      retryAfterSeconds: head.retryAfterSeconds(now: now), freshSeconds: head.freshSeconds)
  }

  /// Answers the asking task; once.
  func resume(_ result: Result<HTTPResponse, FetchError>) { answer.resume(returning: result) }

  func fail(_ kind: FetchError.Kind, detail: String = "") {
    resume(.failure(FetchError(kind: kind, url: FetchError.shownURL(trail.current.text), detail: detail)))
  }
}

/// Who may send a request where: what a document of the public internet names is asked on the public internet only.
enum NetworkReach {
  /// - Parameter namedBy: the address of the document that named `address`; nil when the reader did.
  static func isPublicOnly(_ address: WebAddress, namedBy: String?) -> Bool {
    guard let namedBy else { return false }
    guard let document = WebAddress(namedBy) else { return true }
    return document.host != address.host && !isOwnByName(document)
  }

  /// Whether a name alone tells that the host is this computer or one of its network.
  static func isOwnByName(_ address: WebAddress) -> Bool {
    if address.isLoopback { return true }
    let host = address.host.hasPrefix("[") ? String(address.host.dropFirst().dropLast()) : address.host
    if host.utf8.contains(UInt8(ascii: ":"))
      || host.utf8.allSatisfy({ $0 == UInt8(ascii: ".") || ($0 >= 0x30 && $0 <= 0x39) })
    {
      return !khabar_address_is_public(host)
    }
    // Names that the public name service never answers: RFC 6762, RFC 8375, and a name without a dot.
    return !host.contains(".") || [".local", ".internal", ".home.arpa", ".lan"].contains { host.hasSuffix($0) }
  }
}
