#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What the program was started with.
nonisolated enum ProcessEnvironment {
  /// Its environment variables, read once: each reading makes a dictionary of them all, and a start asks ten times.
  static let variables = ProcessInfo.processInfo.environment
}
