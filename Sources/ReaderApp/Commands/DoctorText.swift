import ReaderUI

/// The doctor's report for people: troubles first, then what was found.
nonisolated struct DoctorText {
  var report: DoctorReport
  var language: UILanguage

  var lines: [String] {
    let troubles = report.troubles.map { "✗ " + $0.sentence }
    let fine = say(
      "✓ सब ठीक है।", "✓ सर्व ठीक आहे.", "✓ Nothing is wrong.")
    return (troubles.isEmpty ? [fine] : troubles) + report.advice.map { "• " + $0 } + [""] + facts + measured + missed
  }

  private var facts: [String] {
    let terminal = report.terminal
    let none = say("नहीं बताया", "सांगितले नाही", "not told")
    var rows: [(String, String)] = [
      (
        say("टर्मिनल", "टर्मिनल", "terminal"),
        [terminal.version, terminal.program, terminal.term].compactMap { $0 }.joined(separator: " · ")
      ),
      (say("मल्टीप्लेक्सर", "मल्टिप्लेक्सर", "multiplexer"), terminal.multiplexer ?? "–"),
      (say("रंग", "रंग", "colours"), terminal.colors.map(String.init) ?? "–"),
      (
        say("टर्मिनल में लिंक (OSC 8)", "टर्मिनलमध्ये दुवे (OSC 8)", "links in the terminal (OSC 8)"),
        (terminal.showsHyperlinks ? say("हाँ", "होय", "yes") : say("नहीं", "नाही", "no")) + " ← hyperlinks: "
          + terminal.hyperlinks
      ),
    ]
    if let widths = report.widths {
      rows += [
        (
          say("चौड़ाई का नमूना", "रुंदीचा नमुना", "width model"),
          (widths.forced.map { "\($0) ← " } ?? "") + (widths.model ?? widths.rule ?? none)
        ),
        (say("नापने का समय", "मोजण्याचा वेळ", "time taken"), "\(widths.milliseconds) ms"),
        (
          say("मोड 2026 · 2027", "मोड 2026 · 2027", "modes 2026 · 2027"),
          "\(widths.synchronizedOutput ?? none) · \(widths.graphemeClusters ?? none)"
        ),
      ]
    }
    rows += [
      (say("चित्र", "छायाचित्रे", "pictures"), pictures),
      (say("लोकेल", "लोकेल", "locale"), report.locale.name ?? none),
      (say("भंडार", "भांडार", "store"), report.store.path + (report.store.stories.map { " · \($0)" } ?? "")),
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
    let without = { (name: String) in say("\(name) नहीं", "\(name) नाही", "no \(name)") }
    return [
      "chafa" + (pictures.version.map { " " + $0 } ?? ""),
      pictures.landlock > 0 ? "Landlock \(pictures.landlock)" : without("Landlock"),
      pictures.filtersCalls ? "seccomp" : without("seccomp"), "\(pictures.memoryLimit >> 20) MiB",
      "\(pictures.secondsLimit) s",
    ].joined(separator: " · ")
  }

  /// One line for each probe: the text, what the terminal gave, and what the model says where it says otherwise.
  private var measured: [String] {
    guard let samples = report.widths?.samples, !samples.isEmpty else { return [] }
    let heading = say("नापे गए स्तंभ:", "मोजलेले स्तंभ:", "Columns measured:")
    return ["", heading]
      + samples.map { "  \($0.columns)\($0.columns == $0.predicted ? " " : "≠\($0.predicted)")  \($0.text)" }
  }

  private var missed: [String] {
    guard let words = report.words else { return [] }
    let heading = say(
      "\(words.count) शब्द नापे, \(words.misses.count) में अनुमान चूका",
      "\(words.count) शब्द मोजले, \(words.misses.count) मध्ये अंदाज चुकला",
      "\(words.count) words measured, \(words.misses.count) missed")
    return ["", heading] + words.misses.map { "  \($0.columns)≠\($0.predicted)  \($0.text)" }
  }

  private func say(_ hindi: String, _ marathi: String, _ english: String) -> String {
    language.choose(hindi, marathi, english)
  }
}
