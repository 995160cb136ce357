import CCurl
import NewsModel

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The transfer thread: takes requests in, lets libcurl move them, answers. Everything in it is this thread's alone.
final class TransferLoop {
  private let mailbox: TransferMailbox
  private let settings: TransferSettings
  private let usesProxy: Bool
  private var politeness: HostPoliteness
  /// libcurl failed as a whole; a new thread may have more luck.
  private var isBroken = false
  private var transfers: OpaquePointer?
  /// All that are not answered yet, waiting or running, by ticket.
  private var open: [Int: Transfer] = [:]
  /// libcurl's own handles, kept for the next transfer.
  private var spareHandles: [OpaquePointer] = []
  private var lastBusy = Clock.seconds

  init(mailbox: TransferMailbox) {
    self.mailbox = mailbox
    settings = mailbox.settings
    usesProxy = mailbox.settings.usesProxy
    politeness = mailbox.politeness
  }

  func run() {
    Self.blockSignals()
    let listener = khabar_curl_listener(header: receiveHeader, body: receiveBody)
    transfers = khabar_curl_open(settings.maximumTransfers, listener)
    if let transfers { mailbox.begin(transfers) } else { isBroken = true }
    while true {
      let isClosed = work()
      let isIdle = Clock.seconds - lastBusy >= settings.idleSeconds
      if open.isEmpty, isClosed || isBroken || isIdle, mailbox.end(keeping: politeness) { break }
    }
    spareHandles.forEach(khabar_curl_transfer_close)
    khabar_curl_close(transfers)
  }

  /// Signals to the program are other threads' business, and writing to a connection that the server closed is no reason to end the
  /// program (libcurl leaves SIGPIPE to us). What a fault of this thread raises stays.
  private static func blockSignals() {
    var signals = sigset_t()
    sigfillset(&signals)
    for fault in [SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGABRT] { sigdelset(&signals, fault) }
    pthread_sigmask(SIG_SETMASK, &signals, nil)
  }

  /// One turn. True when nobody will ask any more.
  private func work() -> Bool {
    let mail = mailbox.take()
    for transfer in mail.arrivals { accept(transfer) }
    for ticket in mail.cancelled {
      if let transfer = open[ticket.id] { give(transfer, .failure(.cancelled(transfer))) }
    }
    guard let transfers, !isBroken else {
      giveUp("curl_multi_init")
      return mail.isClosed
    }
    startWaiting()
    let now = Clock.seconds
    if !open.isEmpty { lastBusy = now }
    if mail.isClosed, open.isEmpty { return true }
    let patience = min(politeness.nextTurn(now: now) ?? 60, open.isEmpty ? settings.idleSeconds : 60)
    guard khabar_curl_run(transfers, Int32(patience * 1000) + 1) else {
      isBroken = true
      giveUp("curl_multi_perform")
      return mail.isClosed
    }
    var end = KHABAR_CURL_DONE
    while let context = khabar_curl_next_ended(transfers, &end) {
      finishHop(Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue(), end)
    }
    return mail.isClosed && open.isEmpty
  }
}

// MARK: - A transfer's way

extension TransferLoop {
  private func giveUp(_ what: String) {
    for transfer in Array(open.values) { give(transfer, .failure(transfer.error(.other, detail: what))) }
  }

  private func accept(_ transfer: Transfer) {
    // The cancellation may have come before the request.
    if transfer.ticket.isCancelled { return transfer.resume(.failure(.cancelled(transfer))) }
    open[transfer.ticket.id] = transfer
    enterLine(transfer)
  }

  /// Before the first hop and before every other one: another host is another line.
  private func enterLine(_ transfer: Transfer) {
    if transfer.isPublicOnly, NetworkReach.isOwnByName(transfer.trail.current) {
      return give(transfer, .failure(transfer.error(.forbiddenAddress)))
    }
    let now = Clock.seconds
    if let pause = politeness.pause(transfer.key, now: now), pause > HostPoliteness.longestPause {
      return give(transfer, .failure(transfer.error(.askedToWait(seconds: Int(pause.rounded(.up))))))
    }
    politeness.wait(transfer.ticket.id, for: transfer.key)
  }

  private func startWaiting() {
    let now = Clock.seconds
    while let (id, key) = politeness.next(now: now) {
      // Those that were cancelled while they waited are still in the line.
      guard let transfer = open[id] else {
        politeness.finished(key)
        continue
      }
      start(transfer, now: now)
    }
  }

  private func start(_ transfer: Transfer, now: Double) {
    guard let handle = spareHandles.popLast() ?? khabar_curl_transfer_open(transfers) else {
      politeness.finished(transfer.key)
      return give(transfer, .failure(transfer.error(.other, detail: "curl_easy_init")))
    }
    transfer.handle = handle
    transfer.beginHop(now: now)
    let hop = HopRequest(transfer: transfer, settings: settings, usesProxy: usesProxy)
    if !hop.start(handle) { give(transfer, .failure(transfer.error(.other, detail: "curl_easy_setopt"))) }
  }

  private func finishHop(_ transfer: Transfer, _ end: khabar_curl_end) {
    transfer.spentSeconds += Clock.seconds - transfer.hopStart
    let outcome = HopOutcome(transfer: transfer, end: end)
    switch outcome {
    case .failed(let error): give(transfer, .failure(error))
    case .answered(let response):
      if response.status == 429 || response.status == 503 { hold(transfer.key, response) }
      give(transfer, .success(response))
    case .stale:
      release(transfer)
      transfer.needsNewConnection = true
      enterLine(transfer)
    case .redirected(let location):
      transfer.isPublicOnly = transfer.isPublicOnly || isPublic(transfer)
      release(transfer)
      do throws(FetchError) {
        let limit = transfer.request.limits.redirectCount
        try transfer.trail.follow(status: transfer.head.status, location: location, limit: limit)
        enterLine(transfer)
      } catch {
        give(transfer, .failure(error))
      }
    }
  }

  /// Whether the document that came is one of the public internet: by the address it came from, behind a proxy by its host's name.
  private func isPublic(_ transfer: Transfer) -> Bool {
    guard !usesProxy, let handle = transfer.handle else { return !NetworkReach.isOwnByName(transfer.trail.current) }
    return settings.isPublicAddress(String(cString: khabar_curl_peer(handle)))
  }

  /// A host that wants a pause gets it from everybody; without a time of its own, a minute.
  private func hold(_ key: HostKey, _ response: HTTPResponse) {
    guard let seconds = response.retryAfterSeconds ?? (response.status == 429 ? 60 : nil) else { return }
    for id in politeness.hold(key, seconds: Double(seconds), now: Clock.seconds) {
      guard let transfer = open[id] else { continue }
      give(transfer, .failure(transfer.error(.askedToWait(seconds: seconds))))
    }
  }

  /// Answers the asking task and forgets the transfer.
  private func give(_ transfer: Transfer, _ result: Result<HTTPResponse, FetchError>) {
    release(transfer)
    open[transfer.ticket.id] = nil
    lastBusy = Clock.seconds
    transfer.resume(result)
  }

  /// Takes the transfer out of libcurl's hands and gives its host's place free.
  private func release(_ transfer: Transfer) {
    guard let handle = transfer.handle else { return }
    transfer.handle = nil
    khabar_curl_stop(handle)
    spareHandles.append(handle)
    politeness.finished(transfer.key)
  }
}

// MARK: - Called by libcurl

private func receiveHeader(_ context: UnsafeMutableRawPointer?, _ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Bool {
  guard let context else { return false }
  return Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
    .receive(headerLine: UnsafeBufferPointer(start: bytes, count: count))
}

private func receiveBody(_ context: UnsafeMutableRawPointer?, _ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Bool {
  guard let context else { return false }
  return Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
    .receive(body: UnsafeBufferPointer(start: bytes, count: count))
}

/// Seconds on a clock that is never set.
enum Clock {
  static var seconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Seconds since 1970.
  static var wallSeconds: Int64 { Int64(time(nil)) }
}
