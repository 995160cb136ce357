import Foundation
import Synchronization

/// A web server on this computer for tests: real HTTP/1.1 over TCP on a port of its own, with answers made by closures, and with every misbehaviour
/// that a test asks for. It stops when nobody holds it any more.
///
///     let server = try LocalHTTPServer()
///     server.route("/feed.xml") { request in .init(body: "<rss/>", headers: [("ETag", "\"1\"")]) }
///     … server.url("/feed.xml") … server.hits("/feed.xml")
public final class LocalHTTPServer: Sendable {
  public typealias Answer = @Sendable (LocalHTTPRequest) -> LocalHTTPResponse

  /// What was seen and is to be done; guarded by a lock, for every connection has a thread.
  private struct State {
    var routes: [String: Answer] = [:]
    var requests: [String: [LocalHTTPRequest]] = [:]
    var connections: Set<Int32> = []
    var connectionCount = 0
    var lastOpening: ContinuousClock.Instant?
    var lastClosing: ContinuousClock.Instant?
    var runningCount = 0
    var maximumRunningCount = 0
    var isStopped = false
  }

  public let port: Int
  private let host: String
  private let shared: Shared

  private final class Shared: Sendable {
    let listener: Int32
    let state = Mutex(State())

    init(listener: Int32) {
      self.listener = listener
    }
  }

  /// Listens on a port that the system chooses.
  ///
  /// - Parameter host: an address of this computer; all of 127.0.0.0/8 is, on Linux.
  /// - Throws: `POSIXError` when it cannot, as for `::1` where there is no IPv6.
  public init(host: String = "127.0.0.1") throws {
    signal(SIGPIPE, SIG_IGN)
    self.host = host.contains(":") ? "[\(host)]" : host
    let family = host.contains(":") ? AF_INET6 : AF_INET
    let listener = socket(family, Self.stream, 0)
    guard listener >= 0 else { throw POSIXError(.EMFILE) }
    let bound: Int?
    if family == AF_INET6 {
      var address = sockaddr_in6()
      address.sin6_family = sa_family_t(family)
      inet_pton(family, host, &address.sin6_addr)
      bound = Self.listen(listener, at: address)
    } else {
      var address = sockaddr_in()
      address.sin_family = sa_family_t(family)
      inet_pton(family, host, &address.sin_addr)
      bound = Self.listen(listener, at: address)
    }
    guard let bound else {
      close(listener)
      throw POSIXError(.EADDRNOTAVAIL)
    }
    port = bound
    let shared = Shared(listener: listener)
    self.shared = shared
    Thread.detachNewThread { Self.acceptAll(shared) }
  }

  deinit { stop() }

  /// Answers requests for `path` (the query is not looked at); "*" answers what no other route does. Without one the answer is 404.
  public func route(_ path: String, _ answer: @escaping Answer) {
    shared.state.withLock { $0.routes[path] = answer }
  }

  public func url(_ path: String) -> String { "http://\(host):\(port)\(path)" }

  /// How often `path` was asked for.
  public func hits(_ path: String) -> Int { requests(path).count }

  /// The requests for `path`, in the order in which they came.
  public func requests(_ path: String) -> [LocalHTTPRequest] { shared.state.withLock { $0.requests[path] ?? [] } }

  /// All requests.
  public var hits: Int { shared.state.withLock { $0.requests.values.reduce(0) { $0 + $1.count } } }

  /// Connections that were ever accepted.
  public var connectionCount: Int { shared.state.withLock { $0.connectionCount } }

  /// The most requests that were being answered at the same time.
  public var maximumRunningCount: Int { shared.state.withLock { $0.maximumRunningCount } }

  /// Connections that are open now.
  public var openConnectionCount: Int { shared.state.withLock { $0.connections.count } }

  /// When the last connection was accepted and when one was closed last, by the server's own threads: however long a busy machine lets a test
  /// wait for its turn, these are when it happened.
  public var lastOpening: ContinuousClock.Instant? { shared.state.withLock { $0.lastOpening } }
  public var lastClosing: ContinuousClock.Instant? { shared.state.withLock { $0.lastClosing } }

  /// Closes all connections and the port.
  public func stop() {
    // Within the lock, here and where they are closed: the number of a closed socket is soon another's.
    shared.state.withLock { state in
      guard !state.isStopped else { return }
      state.isStopped = true
      for connection in state.connections { shutdown(connection, Self.both) }
      shutdown(shared.listener, Self.both)
    }
  }
}

// MARK: - Connections

extension LocalHTTPServer {
  #if canImport(Glibc)
    private static let stream = Int32(SOCK_STREAM.rawValue)
    private static let both = Int32(SHUT_RDWR)
  #else
    private static let stream = SOCK_STREAM
    private static let both = SHUT_RDWR
  #endif

  /// The port that was given; nil when there is none.
  private static func listen<Address>(_ listener: Int32, at address: Address) -> Int? {
    var address = address
    var length = socklen_t(MemoryLayout<Address>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, length) == 0 && Foundation.listen(listener, 512) == 0
          && getsockname(listener, $0, &length) == 0
      }
    }
    guard isBound else { return nil }
    // The port stands at the same place in both families.
    return withUnsafeBytes(of: address) { Int(UInt16(bigEndian: $0.load(fromByteOffset: 2, as: UInt16.self))) }
  }

  private static func acceptAll(_ shared: Shared) {
    while true {
      let connection = accept(shared.listener, nil, nil)
      if connection < 0, errno == EINTR || errno == ECONNABORTED { continue }
      let isStopped = shared.state.withLock { state in
        if connection >= 0, !state.isStopped {
          state.connections.insert(connection)
          state.connectionCount += 1
          state.lastOpening = .now
        }
        return state.isStopped
      }
      guard connection >= 0, !isStopped else {
        if connection >= 0 { close(connection) }
        shared.state.withLock { state in
          state.isStopped = true
          close(shared.listener)
        }
        return
      }
      Thread.detachNewThread {
        serve(connection, shared)
        shared.state.withLock { state in
          state.connections.remove(connection)
          state.lastClosing = .now
          // A program that another test started meanwhile may have it too, and then closing alone ends nothing.
          shutdown(connection, both)
          close(connection)
        }
      }
    }
  }

  private static func serve(_ connection: Int32, _ shared: Shared) {
    var yes: Int32 = 1
    setsockopt(connection, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<Int32>.size))
    var buffer: [UInt8] = []
    while let request = LocalHTTPRequest.read(connection, &buffer) {
      let answer: Answer? = shared.state.withLock { state in
        state.requests[request.path, default: []].append(request)
        state.runningCount += 1
        state.maximumRunningCount = max(state.maximumRunningCount, state.runningCount)
        return state.routes[request.path] ?? state.routes["*"]
      }
      let response = answer?(request) ?? LocalHTTPResponse(status: 404, body: "no such page")
      let isWritten = response.write(to: connection, for: request) { shared.state.withLock { $0.isStopped } }
      shared.state.withLock { $0.runningCount -= 1 }
      if !isWritten || response.closesConnection || request.headers["connection"] == "close" { return }
    }
  }
}

/// A request that a `LocalHTTPServer` got.
public struct LocalHTTPRequest: Sendable {
  public var method: String
  /// As it stands in the request's first line: path and query.
  public var target: String
  /// Names in lower case; of two that are the same the last.
  public var headers: [String: String]
  /// When it was read.
  public let arrival = ContinuousClock().now

  /// The target without its query.
  public var path: String { String(target.prefix { $0 != "?" }) }

  /// Nil when the connection ended, or what came is no request.
  static func read(_ connection: Int32, _ buffer: inout [UInt8]) -> LocalHTTPRequest? {
    let end = Array("\r\n\r\n".utf8)
    var bytes = [UInt8](repeating: 0, count: 16_384)
    while true {
      if let range = buffer.firstRange(of: end) {
        let head = String(decoding: buffer[..<range.lowerBound], as: UTF8.self)
        buffer.removeSubrange(..<range.upperBound)
        return LocalHTTPRequest(head: head)
      }
      guard buffer.count < 1 << 20 else { return nil }
      let count = recv(connection, &bytes, bytes.count, 0)
      guard count > 0 else { return nil }
      buffer += bytes[..<count]
      // A method is letters; TLS, for one, begins otherwise.
      guard (0x41...0x5A).contains(buffer[0]) else { return nil }
    }
  }

  private init?(head: String) {
    let lines = head.components(separatedBy: "\r\n")
    let words = lines[0].split(separator: " ")
    guard words.count == 3 else { return nil }
    method = String(words[0])
    target = String(words[1])
    headers = [:]
    for line in lines.dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      headers[parts[0].lowercased()] = parts[1].trimmingCharacters(in: .whitespaces)
    }
  }
}
