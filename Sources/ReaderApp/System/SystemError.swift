#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Why the system refused, in its own words.
nonisolated struct SystemError: Error, Hashable, CustomStringConvertible {
  /// As `errno` has it.
  var code: Int32

  /// Of the call that failed just now.
  static var last: SystemError { SystemError(code: errno) }

  var description: String { String(cString: strerror(code)) }
}

nonisolated extension CocoaError {
  /// What the system said to Foundation, where it was the system that refused; else Foundation's own name for the trouble.
  var reason: String {
    guard let refusal = underlying as? POSIXError else { return String(describing: code) }
    return SystemError(code: refusal.code.rawValue).description
  }
}
