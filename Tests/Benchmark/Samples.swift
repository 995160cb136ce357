#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Repeated measurements of one thing, in milliseconds.
struct Samples {
  private var milliseconds: [Double] = []

  /// Runs `work` and takes its time; the first run warms up and is not counted.
  mutating func take(runs: Int, _ work: () async throws -> Void) async rethrows {
    for run in 0...runs {
      let taken = try await ContinuousClock().measure { try await work() }
      if run > 0 { add(taken) }
    }
  }

  /// As ``take(runs:_:)``, in the time that this thread had a core for: what others do on the machine counts less.
  mutating func takeCoreTime(runs: Int, _ work: () -> Void) {
    for run in 0...runs {
      let start = Self.coreSeconds
      work()
      if run > 0 { add(.seconds(Self.coreSeconds - start)) }
    }
  }

  private static var coreSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  mutating func add(_ duration: Duration) { milliseconds.append(duration / .milliseconds(1)) }

  var median: Double {
    let sorted = milliseconds.sorted()
    return sorted.isEmpty ? 0 : (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
  }

  /// "12.3 ms (median of 11; 12.0 to 14.1)".
  var described: String {
    "\(Self.rounded(median)) ms (median of \(milliseconds.count); \(Self.rounded(milliseconds.min() ?? 0)) to "
      + "\(Self.rounded(milliseconds.max() ?? 0)))"
  }

  /// With one digit after the point.
  static func rounded(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
