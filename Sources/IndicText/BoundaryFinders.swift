internal import CICU
internal import Synchronization

/// Iterators of ICU's, each lent to one caller at a time: to open one takes longer than to break a paragraph.
enum BoundaryFinders {
  private struct Use: Hashable, Sendable {
    var kind: UInt32
    var locale: String
  }

  /// Open ones that nobody uses: at most ``limit``, whatever languages pages claim to be in.
  private static let idle = Mutex<[(use: Use, address: UInt)]>([])
  private static let limit = 16

  /// Lends an iterator for as long as `body` runs.
  ///
  /// - Returns: nil, without a call of `body`, when ICU has no rules for `locale`.
  static func lend<Result>(_ kind: khabar_break_kind, _ locale: String, _ body: (OpaquePointer) -> Result) -> Result? {
    let use = Use(kind: kind.rawValue, locale: locale)
    let address = idle.withLock { idle in
      idle.lastIndex { $0.use == use }.map { idle.remove(at: $0).address }
    }
    guard let pointer = address.flatMap(OpaquePointer.init(bitPattern:)) ?? khabar_break_open(kind, locale) else {
      return nil
    }
    defer { giveBack(pointer, use) }
    return body(pointer)
  }

  private static func giveBack(_ pointer: OpaquePointer, _ use: Use) {
    let address = UInt(bitPattern: pointer)
    let oldest = idle.withLock { idle -> UInt? in
      idle.append((use, address))
      return idle.count > limit ? idle.removeFirst().address : nil
    }
    if let oldest { khabar_break_close(OpaquePointer(bitPattern: oldest)) }
  }
}
