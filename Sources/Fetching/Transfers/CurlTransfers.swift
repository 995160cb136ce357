import CCurl
import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The network, on a thread of its own that libcurl and every transfer belong to. Requests cross over as values, answers as resumed tasks.
///
/// The thread begins with the first request and ends, with all connections, when nothing was asked for a while.
final class CurlTransfers: Sendable {
  private let mailbox: TransferMailbox

  init(settings: TransferSettings) {
    mailbox = TransferMailbox(settings: settings)
  }

  deinit { mailbox.close() }

  /// Fetches one document, after its host's turn came.
  func fetch(_ request: HTTPRequest) async throws(FetchError) -> HTTPResponse {
    guard khabar_curl_load() else {
      let why = String(cString: khabar_curl_missing())
      throw FetchError(kind: .libraryMissing, url: FetchError.shownURL(request.url), detail: why)
    }
    let trail = try RedirectTrail(url: request.url)
    let ticket = mailbox.newTicket()
    let result = await withTaskCancellationHandler {
      await withCheckedContinuation { answer in
        mailbox.post(Transfer(ticket: ticket, request: request, trail: trail, answer: answer))
      }
    } onCancel: {
      ticket.cancel()
      mailbox.cancel(ticket)
    }
    return try result.get()
  }
}

/// What crosses between asking tasks and the transfer thread. All threads.
final class TransferMailbox: Sendable {
  struct Mail: Sendable {
    var arrivals: [Transfer] = []
    var cancelled: [TransferTicket] = []
    var isClosed = false
  }

  private struct State {
    var mail = Mail()
    var lastID = 0
    /// The running thread's transfers, to be woken; nil while there is no thread.
    var running: Wakeable?
    var hasThread = false
    /// What hosts asked for outlives the thread.
    var politeness: HostPoliteness
  }

  /// `khabar_curl_wake` is libcurl's one function for other threads.
  struct Wakeable: @unchecked Sendable {
    let transfers: OpaquePointer
  }

  let settings: TransferSettings
  private let state: Mutex<State>

  init(settings: TransferSettings) {
    self.settings = settings
    let politeness = HostPoliteness(total: settings.maximumTransfers, perHost: settings.perHost)
    state = Mutex(State(politeness: politeness))
  }

  /// For the thread: as the one before it left it.
  var politeness: HostPoliteness { state.withLock { $0.politeness } }

  func newTicket() -> TransferTicket {
    state.withLock { state in
      state.lastID += 1
      return TransferTicket(id: state.lastID)
    }
  }

  func post(_ transfer: Transfer) {
    let mustStart = state.withLock { state in
      state.mail.arrivals.append(transfer)
      if let running = state.running { khabar_curl_wake(running.transfers) }
      defer { state.hasThread = true }
      return !state.hasThread
    }
    if mustStart { startThread() }
  }

  func cancel(_ ticket: TransferTicket) {
    state.withLock { state in
      guard state.hasThread else { return }
      state.mail.cancelled.append(ticket)
      if let running = state.running { khabar_curl_wake(running.transfers) }
    }
  }

  /// Nobody will ask any more.
  func close() {
    state.withLock { state in
      state.mail.isClosed = true
      if let running = state.running { khabar_curl_wake(running.transfers) }
    }
  }

  /// For the thread: what came since the last time.
  func take() -> Mail {
    state.withLock { state in
      defer {
        state.mail.arrivals = []
        state.mail.cancelled = []
      }
      return state.mail
    }
  }

  /// For the thread: from here on it is woken.
  func begin(_ transfers: OpaquePointer) {
    let running = Wakeable(transfers: transfers)
    state.withLock { $0.running = running }
  }

  /// For the thread: it wants to end. False when something came in the meantime; after true nothing wakes it any more.
  ///
  /// - Parameter politeness: nobody in it waits or runs.
  func end(keeping politeness: HostPoliteness) -> Bool {
    state.withLock { state in
      guard state.mail.arrivals.isEmpty else { return false }
      state.politeness = politeness
      state.mail.cancelled = []
      state.running = nil
      state.hasThread = false
      return true
    }
  }

  private func startThread() {
    let context = Unmanaged.passRetained(self).toOpaque()
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    let failure = pthread_create(&thread, nil, transferThread, context)
    guard failure == 0 else {
      Unmanaged<TransferMailbox>.fromOpaque(context).release()
      let stranded = state.withLock { state in
        state.hasThread = false
        defer { state.mail.arrivals = [] }
        return state.mail.arrivals
      }
      for transfer in stranded { transfer.fail(.other, detail: String(cString: strerror(failure))) }
      return
    }
    #if canImport(Darwin)
      if let thread { pthread_detach(thread) }
    #else
      pthread_detach(thread)
    #endif
  }
}

#if canImport(Darwin)
  private func transferThread(_ context: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    runLoop(context)
    return nil
  }
#else
  private func transferThread(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let context { runLoop(context) }
    return nil
  }
#endif

private func runLoop(_ context: UnsafeMutableRawPointer) {
  let mailbox = Unmanaged<TransferMailbox>.fromOpaque(context).takeRetainedValue()
  TransferLoop(mailbox: mailbox).run()
}
