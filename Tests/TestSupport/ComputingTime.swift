import Foundation

/// The time that `work` computes on the thread it is called on.
///
/// What a wall clock says of a computation is also what other tests were given of the machine meanwhile; this is its own part alone. Time it
/// waits, and what other threads do for it, is not counted.
public func computingTime(_ work: () throws -> Void) rethrows -> Duration {
  let start = threadTime()
  try work()
  return threadTime() - start
}

private func threadTime() -> Duration {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return .seconds(Int64(time.tv_sec)) + .nanoseconds(Int64(time.tv_nsec))
}
