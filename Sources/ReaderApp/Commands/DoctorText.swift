import ReaderUI
import Screen

/// The doctor's report for people: troubles first, then what was found.
nonisolated struct DoctorText {
  var report: DoctorReport
  var language: UILanguage

  var lines: [String] {
    let troubles = report.troubles.map { "✗ " + $0.sentence }
    let fine = say("✓ Nothing is wrong.")
    return (troubles.isEmpty ? [fine] : troubles) + report.advice.map { "• " + $0 } + [""] + facts + measured + missed
  }

  private var facts: [String] {
    let terminal = report.terminal
    let none = say("not told")
    var rows: [(String, String)] = [
      (
        say("terminal"),
        [terminal.version, terminal.program, terminal.term].compactMap { $0 }.joined(separator: " · ")
      ),
      (say("multiplexer"), terminal.multiplexer ?? "–"),
      (say("colours"), terminal.colors.map(String.init) ?? "–"),
      (
        say("links in the terminal (OSC 8)"),
        (terminal.showsHyperlinks ? say("yes") : say("no")) + " ← hyperlinks: "
          + terminal.hyperlinks
      ),
    ]
    if let widths = report.widths {
      rows += [
        (
          say("width model"),
          (widths.forced.map { "\($0) ← " } ?? "") + (widths.model ?? widths.rule ?? none)
        ),
        (say("time taken"), "\(widths.milliseconds) ms"),
        (
          say("modes 2026 · 2027"),
          "\(widths.synchronizedOutput ?? none) · \(widths.graphemeClusters ?? none)"
        ),
      ]
    }
    rows += [
      (say("pictures"), pictures),
      (say("pictures are drawn with"), pictureFormat),
      (say("locale"), report.locale.name ?? none),
      (say("store"), report.store.path + (report.store.stories.map { " · \($0)" } ?? "")),
      (
        "khabar",
        report.khabar + report.libraries.sorted { $0.key < $1.key }.map { " · \($0.key) \($0.value)" }.joined()
      ),
    ]
    return rows.map { "\($0): \($1)" }
  }

  /// "chafa 1.12.4 · Landlock 7 · seccomp · 1024 MiB · 5 s": who draws, and what keeps it in.
  private var pictures: String {
    guard let pictures = report.pictures, pictures.program != nil else { return "–" }
    let without = { (name: String) in say("no \(name)") }
    return [
      "chafa" + (pictures.version.map { " " + $0 } ?? ""),
      pictures.landlock > 0 ? "Landlock \(pictures.landlock)" : without("Landlock"),
      pictures.filtersCalls ? "seccomp" : without("seccomp"), "\(pictures.memoryLimit >> 20) MiB",
      "\(pictures.secondsLimit) s",
    ].joined(separator: " · ")
  }

  /// "sixel, 9 × 18 ← the terminal's attributes (DA1)": what draws, and who said so.
  private var pictureFormat: String {
    guard let pictures = report.pictures, let reason = PictureMethod.Reason(rawValue: pictures.reason) else {
      return "–"
    }
    let format = pictures.format == "kittyCells" ? "kitty (U+10EEEE)" : pictures.format
    let cell = pictures.cellWidth.flatMap { width in pictures.cellHeight.map { ", \(width) × \($0)" } } ?? ""
    let why =
      switch reason {
      case .setting: "picture-format"
      case .answered: say("the terminal answered kitty's question")
      case .attributes: say("the terminal's attributes (DA1) have sixels")
      case .name: say("the terminal's name")
      case .multiplexer: say("tmux or screen stands between")
      case .noColors: say("without colours")
      case .noAnswer: say("the terminal told of nothing more")
      case .noCellSize: say("nobody told how many pixels a cell has")
      }
    return "\(format)\(cell) ← \(why)"
  }

  /// One line for each probe: the text, what the terminal gave, and what the model says where it says otherwise.
  private var measured: [String] {
    guard let samples = report.widths?.samples, !samples.isEmpty else { return [] }
    let heading = say("Columns measured:")
    return ["", heading]
      + samples.map { "  \($0.columns)\($0.columns == $0.predicted ? " " : "≠\($0.predicted)")  \($0.text)" }
  }

  private var missed: [String] {
    guard let words = report.words else { return [] }
    let heading = say("\(words.count) words measured, \(words.misses.count) missed")
    return ["", heading] + words.misses.map { "  \($0.columns)≠\($0.predicted)  \($0.text)" }
  }

  private func say(_ sentence: Sentence) -> String { language.say(sentence) }
}
