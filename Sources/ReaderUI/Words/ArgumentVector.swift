/// A command line as a program and its arguments, by the plain part of what shells do: no shell reads it.
///
/// Blanks part the arguments. Between `'` and `'` everything stands for itself; between `"` and `"` so does everything but `\"` and `\\`; elsewhere
/// `\` takes its meaning from the sign after it. `$`, `*`, `~`, `|`, `>`, `;` and all other signs stand for themselves.
public struct ArgumentVector: Hashable, Sendable {
  /// The program first; empty for a line of blanks.
  public private(set) var arguments: [String] = []

  /// - Returns: nil when a quotation mark is not closed, or nothing follows the last `\`.
  public init?(parsing line: String) {
    var word: String?
    var quote: Unicode.Scalar?
    var isEscaped = false
    for scalar in line.unicodeScalars {
      if isEscaped {
        // Inside of quotation marks other signs keep their backslash.
        if quote != nil, scalar != "\"", scalar != "\\" { Self.append("\\", to: &word) }
        Self.append(scalar, to: &word)
        isEscaped = false
      } else if scalar == "\\", quote != "'" {
        isEscaped = true
      } else if let open = quote {
        if scalar == open { quote = nil } else { Self.append(scalar, to: &word) }
      } else if scalar == "'" || scalar == "\"" {
        quote = scalar
        // "" is an argument too.
        word = word ?? ""
      } else if scalar.properties.isWhitespace {
        if let word { arguments.append(word) }
        word = nil
      } else {
        Self.append(scalar, to: &word)
      }
    }
    if quote != nil || isEscaped { return nil }
    if let word { arguments.append(word) }
  }

  private static func append(_ scalar: Unicode.Scalar, to word: inout String?) {
    word = word ?? ""
    word?.unicodeScalars.append(scalar)
  }
}
