/// Names of feeds and folders as lists of every kind may give them.
enum ListedName {
  /// Nobody reads longer ones, and lists come from strangers.
  private static let scalarLimit = 1_000

  /// `name`, cut between grapheme clusters and with an ellipsis at its end when it is longer than any name.
  static func shortened(_ name: String) -> String {
    guard name.utf8.count > scalarLimit, name.unicodeScalars.count > scalarLimit else { return name }
    var scalarCount = 1
    let kept = name.prefix { character in
      scalarCount += character.unicodeScalars.count
      return scalarCount <= scalarLimit
    }
    return kept + "…"
  }
}
