public import CellText

/// What a terminal answered when it was asked.
public struct TerminalMeasurement: Hashable, Sendable {
  /// How a private mode stands, as DECRPM reports it (xterm's ctlseqs; vt510 manual).
  public enum ModeSetting: Int, Hashable, Sendable {
    case unknown, set, reset, alwaysSet, alwaysReset

    public var isAvailable: Bool { self == .set || self == .reset || self == .alwaysSet }
  }

  /// Columns of the texts that were answered for; empty when the terminal does not report its cursor.
  public var samples: [WidthSample]
  /// Name and version by XTVERSION, as in `XTerm(379)`; nil when there was no answer.
  public var version: String?
  /// Mode 2026; nil when there was no answer.
  public var synchronizedOutput: ModeSetting?
  /// Mode 2027; nil when there was no answer.
  public var graphemeClusters: ModeSetting?
  /// What it said of pictures.
  public var graphics: GraphicsAnswers
  /// From the question to the last answer.
  public var milliseconds: Double
  /// False when time was up first; answers may still come.
  public var isComplete: Bool
  /// What the samples say; nil when they say nothing.
  public let fit: WidthFit?

  public init(
    samples: [WidthSample], version: String? = nil, synchronizedOutput: ModeSetting? = nil,
    graphemeClusters: ModeSetting? = nil, graphics: GraphicsAnswers = GraphicsAnswers(), milliseconds: Double = 0,
    isComplete: Bool = true
  ) {
    self.samples = samples
    self.version = version
    self.synchronizedOutput = synchronizedOutput
    self.graphemeClusters = graphemeClusters
    self.graphics = graphics
    self.milliseconds = milliseconds
    self.isComplete = isComplete
    fit = WidthFit(samples)
  }
}

/// What a terminal answered when it was asked how it draws pictures.
public struct GraphicsAnswers: Hashable, Sendable {
  /// It took kitty's query.
  public var hasKitty = false
  /// Attribute 4 of DA1.
  public var hasSixels = false
  /// Colours that a sixel picture may have (XTSMGRAPHICS); nil when there was no answer.
  public var sixelColors: Int?
  /// Pixels of a cell (XTWINOPS 16); nil when there was no answer.
  public var cell: PixelSize?

  public init(hasKitty: Bool = false, hasSixels: Bool = false, sixelColors: Int? = nil, cell: PixelSize? = nil) {
    (self.hasKitty, self.hasSixels, self.sixelColors, self.cell) = (hasKitty, hasSixels, sixelColors, cell)
  }
}
