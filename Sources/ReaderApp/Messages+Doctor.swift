import ReaderUI

/// What `khabar doctor` says.
extension Messages {
  func localeIsNotUTF8(_ name: String?) -> String {
    let name = name ?? "–"
    return say(
      "The locale is not UTF-8 (\(name)), so the terminal may garble Devanagari. For example: export LC_ALL=C.UTF-8")
  }

  var symbolsAreWide: String {
    say("The terminal gives lines and symbols two columns; set its “ambiguous width” to narrow.")
  }

  func forcedModelIsWrong(_ forced: String, _ measured: String?) -> String {
    let measured = measured ?? "–"
    return say(
      "The width model “\(forced)” was asked for, but this terminal follows “\(measured)”. Use --width-model auto.")
  }

  var noTerminalToMeasure: String {
    say("There is no terminal here, so nothing was measured.")
  }

  var terminalDoesNotAnswer: String {
    say(
      "The terminal does not tell where its cursor is, so the width model is a guess. If texts look cut, change it with --width-model."
    )
  }

  func wordsNotMeasured(_ count: Int) -> String {
    say("\(count) words were not measured: they may be wider than this screen, or no answer came.")
  }

  /// Advice for terminals that place each character by itself; nil where nothing is known or nothing is to be said.
  func shapingAdvice(version: String?, environment: [String: String]) -> String? {
    let term = environment["TERM"] ?? ""
    if term == "linux" {
      return say("The Linux console has no Devanagari font; read in a graphical terminal, or by SSH from one.")
    }
    let names = ["XTerm", "alacritty", "rxvt", "st-"]
    guard names.contains(where: { term.hasPrefix($0) || version?.hasPrefix($0) ?? false }) else { return nil }
    return say(
      """
      This terminal sets vowel signs and conjuncts apart; terminals that join them: kitty, konsole, foot. In the reader, K shows \
      everything in Latin letters.
      """)
  }
}
