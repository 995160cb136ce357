/// Something that takes bytes from strangers, with what must hold whatever they are.
public struct FuzzTarget: Sendable {
  /// As a command line and the folders of findings name it.
  public let name: String
  /// Inputs to begin with.
  public let seeds: [[UInt8]]
  /// Pieces that mean something to the target; a mutator puts them anywhere.
  public let words: [String]
  /// Longest input worth trying, in bytes.
  public let longestCount: Int
  /// Takes an input; throws ``Broken`` when something does not hold. Whatever crashes, crashes.
  public let run: @Sendable (UnsafeRawBufferPointer) throws -> Void

  init(
    _ name: String, seeds: [String], words: [String] = [], longestCount: Int = 4_096,
    run: @escaping @Sendable (UnsafeRawBufferPointer) throws -> Void
  ) {
    self.init(name, bytes: seeds.map { Array($0.utf8) }, words: words, longestCount: longestCount, run: run)
  }

  init(
    _ name: String, bytes: [[UInt8]], words: [String] = [], longestCount: Int = 4_096,
    run: @escaping @Sendable (UnsafeRawBufferPointer) throws -> Void
  ) {
    self.name = name
    self.seeds = bytes
    self.words = words
    self.longestCount = longestCount
    self.run = run
  }

  /// `other` with more inputs to begin with.
  public init(_ other: FuzzTarget, adding seeds: [[UInt8]]) {
    self = FuzzTarget(
      other.name, bytes: other.seeds + seeds, words: other.words, longestCount: other.longestCount, run: other.run)
  }

  /// ``run`` with the bytes of an array.
  public func run(_ bytes: [UInt8]) throws {
    try bytes.withUnsafeBytes { try run($0) }
  }

  /// Every target there is.
  public static let all: [FuzzTarget] = parsing + languages + text + terminal

  public static func named(_ name: String) -> FuzzTarget? { all.first { $0.name == name } }
}

/// What did not hold.
public struct Broken: Error, CustomStringConvertible {
  public let description: String
}

/// Throws when `condition` does not hold.
func must(_ condition: Bool, _ what: @autoclosure () -> String) throws {
  if !condition { throw Broken(description: what()) }
}

/// Throws when a text holds a control character (C0, DEL, C1), which a terminal could obey.
func mustBePlain(_ texts: [String], _ what: String) throws {
  for text in texts {
    let isPlain = text.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }
    try must(isPlain, "\(what) holds a control character: \(text.debugDescription)")
  }
}
