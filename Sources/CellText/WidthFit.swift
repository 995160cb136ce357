/// The width model that explains best what a terminal was measured to do.
public struct WidthFit: Hashable, Sendable {
  /// A measured text that the model does not explain.
  public struct Miss: Hashable, Sendable {
    public var text: String
    public var measuredColumns: Int
    public var predictedColumns: Int
  }

  public var model: WidthModel
  /// Texts of more than one cluster that the rule gets wrong; single clusters became exceptions of the model.
  public var misses: [Miss]
  /// The kinds of text that were measured and have no miss.
  public var certain: CertainText

  /// - Parameter samples: columns of ``WidthProbeText/all``, or of some of them.
  /// - Returns: nil when the letter क was not measured, or does not take one column: then nothing can be told.
  public init?(_ samples: [WidthSample]) {
    var columns: [String: Int] = [:]
    for sample in samples { columns[sample.text] = sample.columns }
    guard columns["क"] == 1 else { return nil }
    let measured = WidthProbeText.all.compactMap { probe in columns[probe.text].map { (probe: probe, columns: $0) } }
    var best = WidthModel.spacingMarks
    var fewest = Int.max
    for candidate in Self.candidates {
      let weight = measured.reduce(0) { weight, sample in
        let isRight = candidate.columns(of: sample.probe.text) == sample.columns
        return weight + (isRight ? 0 : sample.probe.kind == .devanagari ? 100 : 1)
      }
      if weight < fewest { (best, fewest) = (candidate, weight) }
      if weight == 0 { break }
    }
    model = best
    misses = []
    var missed: Set<WidthProbeText.Kind> = []
    for (probe, columns) in measured {
      let predicted = best.columns(of: probe.text)
      guard predicted != columns else { continue }
      missed.insert(probe.kind)
      if probe.text.count == 1 {
        model.exceptions[probe.text] = columns
      } else if probe.kind == .symbols, columns == 2 * predicted {
        for symbol in probe.text { model.exceptions[String(symbol)] = 2 }
      } else {
        misses.append(Miss(text: probe.text, measuredColumns: columns, predictedColumns: predicted))
      }
    }
    let known = Set(measured.map(\.probe.kind)).subtracting(missed)
    certain = CertainText(Self.certainties.filter { known.contains($0.kind) }.map(\.text))
  }

  private static let certainties: [(kind: WidthProbeText.Kind, text: CertainText)] = [
    (.devanagari, .devanagari), (.otherIndic, .otherIndic), (.latin, .latin), (.symbols, .symbols),
  ]

  /// Every combination of parameters, those of known terminals first: where several explain all, the first is taken.
  private static let candidates: [WidthModel] = {
    var models = WidthModel.named.map(\.model)
    var emoji: [EmojiWidths] = []
    for joining in EmojiWidths.Joining.allCases {
      for bits in 0..<4 {
        emoji.append(
          EmojiWidths(joinedByZWJ: joining, modifiersJoin: bits & 1 != 0, selectorWidens: bits & 2 != 0))
      }
    }
    for rule in rules { models += emoji.map { WidthModel(rule: rule, emoji: $0) } }
    return models
  }()

  private static let rules: [WidthModel.Rule] = {
    let sums = (0..<16).map { bits in
      WidthModel.Rule.scalarSum(
        spacingMark: 1 - (bits & 1), nonspacingMark: bits >> 1 & 1, joiner: bits >> 2 & 1,
        marksStack: bits >> 3 & 1 == 0)
    }
    let clusters = (0..<8).map { bits in
      WidthModel.Rule.cluster(max: 2 - (bits & 1), conjunctsJoined: bits & 2 == 0, spacingMark: bits >> 2 & 1)
    }
    return sums + clusters
  }()
}
