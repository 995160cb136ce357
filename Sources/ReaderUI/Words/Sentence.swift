/// A sentence of khabar's with its arguments apart: its English text, `{0}` and `{1}` for the arguments, is the key of its translations.
///
///     let sentence: Sentence = "The article store \(path) cannot be opened (\(reason))."
public struct Sentence: ExpressibleByStringInterpolation, Hashable, Sendable {
  public let key: String
  public let arguments: [String]
  /// The first argument that is a number, by which the plural form is chosen.
  public let count: Int?

  public init(stringLiteral value: String) {
    (key, arguments, count) = (value, [], nil)
  }

  public init(stringInterpolation parts: StringInterpolation) {
    (key, arguments, count) = (parts.key, parts.arguments, parts.count)
  }

  public struct StringInterpolation: StringInterpolationProtocol {
    var key = ""
    var arguments: [String] = []
    var count: Int?

    public init(literalCapacity: Int, interpolationCount: Int) {
      key.reserveCapacity(literalCapacity + 3 * interpolationCount)
    }

    public mutating func appendLiteral(_ literal: String) { key += literal }

    public mutating func appendInterpolation(_ value: some Any) {
      count = count ?? value as? Int
      append("\(value)")
    }

    /// A count as it is shown, with the number that its plural goes by.
    public mutating func appendInterpolation(_ shown: String, count number: Int) {
      count = count ?? number
      append(shown)
    }

    private mutating func append(_ text: String) {
      key += "{\(arguments.count)}"
      arguments.append(text)
    }
  }
}

extension UILanguage {
  /// The sentence in this language; in English where its file has no translation.
  public func say(_ sentence: Sentence) -> String {
    WordFile.messages(in: self).text(sentence.key, count: sentence.count, sentence.arguments)
      ?? WordFile.fill(sentence.key, sentence.arguments)
  }
}
