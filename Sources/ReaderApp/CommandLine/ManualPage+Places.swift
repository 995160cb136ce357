import ReaderUI

nonisolated extension ManualPage {
  var files: String {
    let rows: [(String, Wording)] = [
      ("$XDG_DATA_HOME/khabar/khabar.db", Wording("the store, SQLite")),
      ("$XDG_CONFIG_HOME/khabar/config.yaml", Wording("settings")),
      (
        "$XDG_CONFIG_HOME/khabar/themes/*.yaml",
        Wording("your themes (base16)")
      ),
      (
        "$XDG_STATE_HOME/khabar/khabar.log",
        Wording("what went to standard error while the reader was open")
      ),
    ]
    return ".Sh \(say("FILES"))\n"
      + list(rows.map { ".It Pa \($0.0)\n" + Self.line(sentence($0.1)) })
  }

  var environment: String {
    let rows: [(String, Wording)] = [
      (
        "XDG_DATA_HOME",
        Wording("~/.local/share when it is not set")
      ),
      ("XDG_CONFIG_HOME", Wording("~/.config when it is not set")),
      (
        "XDG_STATE_HOME",
        Wording("~/.local/state when it is not set")
      ),
      ("NO_COLOR", Wording("no colours when it is set")),
      (
        "BROWSER",
        Wording("the program that opens pages")
      ),
    ]
    return ".Sh \(say("ENVIRONMENT"))\n"
      + list(rows.map { ".It Ev \($0.0)\n" + Self.line(sentence($0.1)) })
  }
}
