/// How many columns a terminal gives to text.
///
/// Terminals disagree about Devanagari: the same word takes 3, 4, 5 or 6 columns. Which model holds is measured or chosen once;
/// layout, truncation and drawing must all be given the same one.
public struct WidthModel: Hashable, Sendable {
  public enum Rule: Hashable, Sendable {
    /// Columns of a cluster are the sum over its scalars, marks counting as given (0 or 1 each).
    ///
    /// Of the non-spacing marks only those of the Indic scripts (U+0900 to U+0DFF) ever count: a combining accent or a
    /// variation selector takes no column anywhere. Without `marksStack` a spacing mark counts only directly after its letter,
    /// not after another mark (konsole): का is two columns wide, ड़ा one.
    case scalarSum(spacingMark: Int, nonspacingMark: Int, joiner: Int, marksStack: Bool = true)
    /// A cluster is as wide as the sum of its letters, and of its spacing marks where they count (0 or 1 each), but at most `max`,
    /// and never narrower than its widest scalar. Without `conjunctsJoined` each consonant of a conjunct starts a cluster of
    /// its own (UAX #29 before rule GB9c).
    case cluster(max: Int, conjunctsJoined: Bool, spacingMark: Int = 0)
  }

  public var rule: Rule
  public var emoji: EmojiWidths
  /// Measured columns of single clusters that do not follow the rule, by the very scalars that were measured.
  public var exceptions: [String: Int] {
    didSet { exceptionTable = ClusterTable(exceptions) }
  }
  private var exceptionTable: ClusterTable

  /// - Parameter emoji: nil is what goes with the rule: scalar by scalar, or joined.
  public init(rule: Rule, emoji: EmojiWidths? = nil, exceptions: [String: Int] = [:]) {
    self.rule = rule
    if case .cluster = rule { self.emoji = emoji ?? .joined } else { self.emoji = emoji ?? .apart }
    self.exceptions = exceptions
    exceptionTable = ClusterTable(exceptions)
  }

  /// Columns that one cluster takes; 0 for one that shows nothing.
  public func columns(of cluster: Character) -> Int {
    columns(of: String(cluster))
  }

  /// Columns that `text` takes, all its clusters together.
  ///
  /// - Complexity: linear in the bytes of `text`.
  public func columns(of text: some StringProtocol) -> Int {
    if isSumOfScalars,
      let sum = text.utf8.withContiguousStorageIfAvailable({ scalarSum($0, 0..<$0.count) })
    {
      return sum
    }
    return ClusterScanner.scanning(String(text)) { columns($0, 0..<$0.utf8.count) }
  }
}

extension WidthModel {
  /// Columns of the clusters in a stretch of UTF-8 that begins and ends at cluster boundaries.
  @inline(__always)
  func columns(_ scanner: ClusterScanner, _ range: Range<Int>) -> Int {
    if isSumOfScalars { return scalarSum(scanner.utf8, range) }
    var total = 0
    var position = range.lowerBound
    while position < range.upperBound {
      let end = scanner.clusterEnd(from: position)
      total += clusterColumns(scanner, position..<end)
      position = end
    }
    return total
  }

  /// Columns of one cluster.
  @inline(__always)
  func clusterColumns(_ scanner: ClusterScanner, _ range: Range<Int>) -> Int {
    if let measured = exceptionTable.columns(scanner.utf8, range) { return measured }
    if range.count == 1, scanner.utf8[range.lowerBound] >= 0x20, scanner.utf8[range.lowerBound] < 0x7F { return 1 }
    switch rule {
    case .scalarSum:
      return scalarSum(scanner.utf8, range)
    case .cluster:
      return cappedSum(scanner.utf8, range)
    }
  }

  /// Whether clusters need not be told apart to know the columns of a text.
  private var isSumOfScalars: Bool {
    guard case .scalarSum = rule else { return false }
    return exceptionTable.isEmpty && emoji.joinedByZWJ == .nothing
  }

  private func scalarSum(_ utf8: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    guard case .scalarSum(let spacingMark, let nonspacingMark, let joiner, let marksStack) = rule else { return 0 }
    var total = 0
    var previous = ScalarClass.hidden
    var position = range.lowerBound
    while position < range.upperBound {
      let scalar = decodeScalar(utf8, at: position)
      position += scalar.utf8Count
      let kind = ScalarClass(scalar.value)
      switch kind {
      case .narrow: total += 1
      case .wide:
        let joins = emoji.modifiersJoin && previous == .wide && (0x1F3FB...0x1F3FF).contains(scalar.value)
        total += joins ? 0 : 2
      case .spacingMark: total += marksStack || !previous.isMark ? spacingMark : 0
      case .indicNonspacingMark: total += nonspacingMark
      case .joiner:
        total += joiner
        if scalar.value == 0x200D, emoji.joinedByZWJ != .nothing { skipJoined(utf8, &position, range.upperBound) }
      case .zero:
        if scalar.value == 0xFE0F, previous == .narrow, emoji.selectorWidens { total += 1 }
      // Terminals that give a column to joiners give one to ZWSP too; everything else here never reaches a cell.
      case .hidden: total += scalar.value == 0x200B ? joiner : 0
      }
      previous = kind
    }
    return total
  }

  /// Passes over the scalar that a ZWJ joins to what is before it.
  private func skipJoined(_ utf8: UnsafeBufferPointer<UInt8>, _ position: inout Int, _ end: Int) {
    guard position < end else { return }
    let next = decodeScalar(utf8, at: position)
    let isPicture = ScalarClass(next.value) == .wide || (0x2190...0x2BFF).contains(next.value)
    if isPicture || emoji.joinedByZWJ == .everything { position += next.utf8Count }
  }

  private func cappedSum(_ utf8: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    guard case .cluster(let maximum, let conjunctsJoined, let spacingMark) = rule else { return 0 }
    var total = 0
    var part = 0
    var widest = 0
    var previous = ScalarClass.narrow
    var position = range.lowerBound
    while position < range.upperBound {
      let scalar = decodeScalar(utf8, at: position)
      let kind = ScalarClass(scalar.value)
      switch kind {
      case .narrow:
        let isIndicLetter = (0x0900...0x0DFF).contains(scalar.value)
        if !conjunctsJoined, isIndicLetter, position > range.lowerBound, previous.isMarkOrJoiner {
          total += max(widest, min(part, maximum))
          part = 0
        }
        part += 1
        widest = max(widest, 1)
      case .wide:
        part += 2
        widest = 2
      case .spacingMark:
        part += spacingMark
      case .zero:
        // VS16 asks for the emoji form, which is two columns wide.
        if scalar.value == 0xFE0F, part == 1, emoji.selectorWidens {
          part = 2
          widest = 2
        }
      case .indicNonspacingMark, .joiner, .hidden:
        break
      }
      // Two of them make a flag.
      if (0x1F1E6...0x1F1FF).contains(scalar.value), part == 2 { widest = 2 }
      previous = kind
      position += scalar.utf8Count
    }
    return total + max(widest, min(part, maximum))
  }
}
