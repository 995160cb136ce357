nonisolated extension ManualPage {
  var files: String {
    let rows: [(String, Wording)] = [
      ("$XDG_DATA_HOME/khabar/khabar.db", Wording("भंडार (SQLite)", "भांडार (SQLite)", "the store, SQLite")),
      ("$XDG_CONFIG_HOME/khabar/config.yaml", Wording("सेटिंग", "सेटिंग", "settings")),
      (
        "$XDG_CONFIG_HOME/khabar/themes/*.yaml",
        Wording("आपके रंग-रूप (base16)", "आपल्या रंगसंगती (base16)", "your themes (base16)")
      ),
      (
        "$XDG_STATE_HOME/khabar/khabar.log",
        Wording(
          "पाठक खुला रहते जो मानक त्रुटि पर गया", "वाचक उघडा असताना जे मानक त्रुटीवर गेले",
          "what went to standard error while the reader was open")
      ),
    ]
    return ".Sh \(say("फ़ाइलें", "फाइली", "FILES"))\n"
      + list(rows.map { ".It Pa \($0.0)\n" + Self.line(sentence($0.1)) })
  }

  var environment: String {
    let rows: [(String, Wording)] = [
      (
        "XDG_DATA_HOME",
        Wording("न हो तो ~/.local/share", "नसल्यास ~/.local/share", "~/.local/share when it is not set")
      ),
      ("XDG_CONFIG_HOME", Wording("न हो तो ~/.config", "नसल्यास ~/.config", "~/.config when it is not set")),
      (
        "XDG_STATE_HOME",
        Wording("न हो तो ~/.local/state", "नसल्यास ~/.local/state", "~/.local/state when it is not set")
      ),
      ("NO_COLOR", Wording("हो तो रंग नहीं", "असल्यास रंग नाहीत", "no colours when it is set")),
      (
        "BROWSER",
        Wording("पन्ने खोलने का कार्यक्रम", "पाने उघडणारा कार्यक्रम", "the program that opens pages")
      ),
    ]
    return ".Sh \(say("परिवेश", "परिसर", "ENVIRONMENT"))\n"
      + list(rows.map { ".It Ev \($0.0)\n" + Self.line(sentence($0.1)) })
  }
}
