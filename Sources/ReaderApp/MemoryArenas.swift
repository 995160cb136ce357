import CMalloc
import Foundation

/// The parts of memory that threads take theirs from.
nonisolated enum MemoryArenas {
  /// Makes as many as there are processors. glibc would make eight times as many, and what is freed in one is not there for the threads of the others:
  /// a refresh took a tenth more memory for it, and no less time. Called before the first thread begins; elsewhere it does nothing.
  static func limit() {
    khabar_limit_arenas(Int32(clamping: max(2, ProcessInfo.processInfo.activeProcessorCount)))
  }
}
