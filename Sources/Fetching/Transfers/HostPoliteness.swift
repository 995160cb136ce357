/// Who may start, so that no server is asked more than it likes: at most so many transfers at once, to one host fewer still, and none to a
/// host that asked to be left alone. Hosts take turns; within a host the order is the order of asking.
struct HostPoliteness: Sendable {
  /// A host that asks for a pause no longer than this is waited for; beyond, requests to it fail at once.
  static let longestPause = 5.0

  private struct Host {
    var waiting = WaitingLine()
    var runningCount = 0
    /// On the loop's clock, in seconds.
    var heldUntil = 0.0
    var isInLine = false
  }

  private let total: Int
  private let perHost: Int
  private var runningCount = 0
  private var hosts: [String: Host] = [:]
  /// Hosts that have somebody waiting and room for one more.
  private var line = HostLine()
  private var held: Set<String> = []

  init(total: Int, perHost: Int) {
    self.total = max(1, total)
    self.perHost = max(1, perHost)
  }

  var isFull: Bool { runningCount >= total }

  /// Puts a transfer in its host's line.
  mutating func wait(_ id: Int, for key: HostKey) {
    hosts[key.name, default: Host()].waiting.append(id)
    enterLine(key.name, limit: limit(key.name))
  }

  /// Who may start now; it counts as running from here. Nil when nobody may.
  mutating func next(now: Double) -> (id: Int, key: HostKey)? {
    for name in held where hosts[name]?.heldUntil ?? 0 <= now {
      held.remove(name)
      enterLine(name, limit: limit(name))
      forgetIfIdle(name)
    }
    while !isFull, let name = line.popFirst() {
      hosts[name]?.isInLine = false
      guard var host = hosts[name], host.heldUntil <= now, let id = host.waiting.popFirst() else { continue }
      host.runningCount += 1
      runningCount += 1
      hosts[name] = host
      enterLine(name, limit: limit(name))
      return (id, HostKey(name: name))
    }
    return nil
  }

  /// One that ran has ended.
  mutating func finished(_ key: HostKey) {
    runningCount -= 1
    hosts[key.name]?.runningCount -= 1
    enterLine(key.name, limit: limit(key.name))
    forgetIfIdle(key.name)
  }

  /// A host asked to be left alone.
  ///
  /// - Returns: those in its line, who are not to wait that long; they are out of it.
  mutating func hold(_ key: HostKey, seconds: Double, now: Double) -> [Int] {
    var host = hosts[key.name, default: Host()]
    host.heldUntil = max(host.heldUntil, now + seconds)
    held.insert(key.name)
    let turnedAway = host.heldUntil - now > Self.longestPause ? host.waiting.removeAll() : []
    hosts[key.name] = host
    return turnedAway
  }

  /// How long a host is still to be left alone, in seconds; nil when it did not ask for it or the time is over.
  func pause(_ key: HostKey, now: Double) -> Double? {
    guard let until = hosts[key.name]?.heldUntil, until > now else { return nil }
    return until - now
  }

  /// Seconds until a pause ends that somebody waits for; nil when nobody does.
  func nextTurn(now: Double) -> Double? {
    held.compactMap { name in
      hosts[name].flatMap { $0.waiting.isEmpty ? nil : max(0, $0.heldUntil - now) }
    }.min()
  }

  private mutating func forgetIfIdle(_ name: String) {
    if let host = hosts[name], host.runningCount == 0, host.waiting.isEmpty, !held.contains(name) { hosts[name] = nil }
  }

  private mutating func enterLine(_ name: String, limit: Int) {
    guard let host = hosts[name], !host.isInLine, !host.waiting.isEmpty, host.runningCount < limit, !held.contains(name)
    else { return }
    hosts[name]?.isInLine = true
    line.append(name)
  }

  private func limit(_ name: String) -> Int { name.hasPrefix(HostKey.ownMark) ? total : perHost }
}

/// Names a host in its line.
struct HostKey: Hashable {
  let name: String

  /// Begins the names of servers on this computer.
  fileprivate static let ownMark = "own "

  /// - Parameter isLoopback: a server on this computer is the reader's own; there each port is a server, and only the total is limited.
  init(host: String, authority: String, isLoopback: Bool) {
    name = isLoopback ? Self.ownMark + authority : host
  }

  fileprivate init(name: String) {
    self.name = name
  }
}

/// First in, first out, in constant time.
private struct Line<Element: Sendable>: Sendable {
  private var elements: [Element] = []
  private var first = 0

  var isEmpty: Bool { first == elements.count }

  mutating func append(_ element: Element) { elements.append(element) }

  mutating func popFirst() -> Element? {
    guard first < elements.count else { return nil }
    first += 1
    let element = elements[first - 1]
    if first == elements.count {
      removeAll()
    } else if first > 64, first * 2 > elements.count {
      elements.removeSubrange(..<first)
      first = 0
    }
    return element
  }

  @discardableResult mutating func removeAll() -> [Element] {
    defer {
      elements.removeAll(keepingCapacity: true)
      first = 0
    }
    return Array(elements[first...])
  }
}

private typealias WaitingLine = Line<Int>
private typealias HostLine = Line<String>
