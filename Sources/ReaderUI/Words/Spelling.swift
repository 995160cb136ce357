/// Finds what a misspelled word was meant to be: the name of a command, a setting, an action.
public enum Spelling {
  /// The one of `known` that takes the fewest typing errors to become `word`, whatever the letters' case; nil when none is near.
  ///
  /// An error is a letter too many, too few, another one, or two that changed places (optimal string alignment). Up to a third of the letters may
  /// be wrong, one at least and three at most, and never all of them.
  public static func nearest(to word: String, among known: [String]) -> String? {
    let allowed = min(3, max(1, word.count / 3))
    return known.map { ($0, distance(Array(word.lowercased()), Array($0.lowercased()))) }
      .filter { $0.1 <= allowed && $0.1 < $0.0.count }
      .min { $0.1 < $1.1 }?.0
  }

  private static func distance(_ a: [Character], _ b: [Character]) -> Int {
    var before: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var least = min(row[j] + 1, last[j + 1] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { least = min(least, before[j - 1] + 1) }
        row.append(least)
      }
      (before, last) = (last, row)
    }
    return last[b.count]
  }
}
