import Dispatch

/// Gathers what happens and hands it on in batches: three keys of one read cost one frame.
///
/// The first event schedules one drain; events that come meanwhile join it.
final class EventQueue<Event> {
  private var pending: [Event] = []
  private var isScheduled = false
  private let drain: ([Event]) -> Void

  /// - Parameter drain: gets all that is pending, in order; what it posts itself comes in the next batch.
  init(drain: @escaping ([Event]) -> Void) {
    self.drain = drain
  }

  var isEmpty: Bool { pending.isEmpty }

  func post(_ event: Event) {
    pending.append(event)
    guard !isScheduled else { return }
    isScheduled = true
    DispatchQueue.main.async { MainActor.assumeIsolated { self.drainNow() } }
  }

  private func drainNow() {
    isScheduled = false
    let batch = pending
    pending = []
    if !batch.isEmpty { drain(batch) }
  }
}
