import CellText
import Screen

/// Asks a terminal how wide it makes text: one write of few clusters, a cursor report after each.
///
/// What is written cannot be seen: it is concealed, on a blank screen, and erased before anything else is drawn. Pure; the bytes go to
/// the terminal and its replies come back by way of the ``KeyDecoder``. See <doc:AskingTheTerminal>.
nonisolated struct WidthProbe: Sendable {
  /// How long a first frame waits for the answers.
  static let limitMilliseconds = 200

  private static let synchronizedOutput = 2026
  private static let graphemeClusters = 2027

  private let texts: [WidthProbeText]
  private let row: Int
  private let asksWidths: Bool
  private var answers: [Int] = []
  private var modes: [Int: TerminalMeasurement.ModeSetting] = [:]
  private var version: String?
  private var graphics = GraphicsAnswers()
  private var hasAttributes = false

  /// - Parameter screen: texts that might not fit its width are not asked for.
  /// - Parameter asksWidths: false asks for everything else.
  init(screen: Size, asksWidths: Bool = true) {
    self.asksWidths = asksWidths
    // Never row 1, see `TerminalReply`.
    row = min(2, screen.rows)
    texts = row == 2 && asksWidths ? WidthProbeText.all.filter { $0.mostColumns < screen.columns } : []
  }

  /// - Parameter terminal: terminfo's name. The Linux console does not know XTVERSION's form and would take it for another control.
  func request(terminal: String?) -> [UInt8] {
    var text = "\u{1B}[?\(Self.synchronizedOutput)$p\u{1B}[?\(Self.graphemeClusters)$p"
    if terminal != "linux" { text += "\u{1B}[>q" }
    // Clusters as cells are what our frames are made of; who has no such mode passes over it.
    if asksWidths { text += "\u{1B}[?\(Self.graphemeClusters)h" }
    text += "\u{1B}[0;8m"
    // A picture of one pixel, which is only asked about; the pixels of a cell; the colours of sixels. Where the first is not known for a string
    // its letters are hidden with the rest.
    if terminal != "linux" {
      text += "\u{1B}[\(row);1H\u{1B}_Gi=\(TerminalReply.kittyQuestion),s=1,v=1,a=q,t=d,f=24;AAAA\u{1B}\\"
      text += "\u{1B}[16t\u{1B}[?1;1;0S"
    }
    for probe in texts { text += "\u{1B}[\(row);1H\u{1B}[2K\(probe.text)\u{1B}[6n" }
    text += "\u{1B}[0m\u{1B}[\(row);1H\u{1B}[2K\u{1B}[c"
    return Array(text.utf8)
  }

  mutating func take(_ reply: TerminalReply) {
    switch reply {
    case .cursor(let row, let column):
      if row == self.row, answers.count < texts.count { answers.append(column - 1) }
    case .mode(let mode, let setting): modes[mode] = setting
    case .version(let name): version = name
    case .kittyGraphics: graphics.hasKitty = true
    case .cell(let size): graphics.cell = size
    case .sixelColors(let count): graphics.sixelColors = count
    case .attributes(let hasSixels): (graphics.hasSixels, hasAttributes) = (hasSixels, true)
    }
  }

  /// All that the terminal will ever say has been said.
  var isComplete: Bool { hasAttributes }

  func measurement(milliseconds: Double) -> TerminalMeasurement {
    // Reports come in the order of the questions; with one missing nobody knows which.
    let samples =
      answers.count == texts.count ? zip(texts, answers).map { WidthSample(text: $0.text, columns: $1) } : []
    return TerminalMeasurement(
      samples: samples, version: version, synchronizedOutput: modes[Self.synchronizedOutput],
      graphemeClusters: modes[Self.graphemeClusters], graphics: graphics, milliseconds: milliseconds,
      isComplete: isComplete)
  }
}
