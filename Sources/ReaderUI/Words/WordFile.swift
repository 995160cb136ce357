internal import IndicText
internal import Screen
internal import UIWords

/// The words of one language, as its data file has them: `Sources/UIWords/Languages`.
///
/// An entry is a text, a list of texts, or a text for each plural category (`one`, `other` …). `{0}` and `{1}` stand for arguments.
struct WordFile: Sendable {
  enum Entry: Hashable, Sendable {
    case text(String)
    case list([String])
    case plural([PluralRules.Category: String])
  }

  private(set) var entries: [String: Entry] = [:]
  let rules: PluralRules

  /// The words of the screen by their names, or of messages by their English text; empty for a file that cannot be read, and then each
  /// is said by its key.
  init(_ language: UILanguage, _ kind: khabar_words_kind) {
    rules = PluralRules(language: language.rawValue)
    var count = 0
    guard let bytes = khabar_words_file(language.rawValue, kind, &count) else { return }
    let text = String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
    guard let node = try? YAMLNode.parse(text) else { return }
    for entry in node.entries ?? [] { entries[entry.key] = Entry(entry.value) }
    // Sentences are too long for keys of YAML, so a message is a map with its English beside its translation
    // (in the English file: beside its plural forms).
    for item in node.items ?? [] {
      guard let key = item["en"]?.text, let value = item["plural"] ?? item[language.rawValue] else { continue }
      entries[key] = Entry(value)
    }
  }

  /// The entry's text with its arguments in place, in the form that goes with `count`; nil when there is none of that key.
  func text(_ key: String, count: Int? = nil, _ arguments: [String]) -> String? {
    switch entries[key] {
    case .text(let text): Self.fill(text, arguments)
    case .plural(let forms):
      (forms[count.map(rules.category(of:)) ?? .other] ?? forms[.other]).map { Self.fill($0, arguments) }
    case .list, nil: nil
    }
  }

  /// `text` with arguments for `{0}`, `{1}` …
  static func fill(_ text: String, _ arguments: [String]) -> String {
    guard !arguments.isEmpty else { return text }
    // One pass, so that an argument which holds "{1}" stays as it is.
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      result += rest[..<open]
      rest = rest[rest.index(after: open)...]
      guard let close = rest.firstIndex(of: "}"), let number = Int(rest[..<close]), number < arguments.count else {
        result += "{"
        continue
      }
      result += arguments[number]
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}

extension WordFile.Entry {
  fileprivate init?(_ node: YAMLNode) {
    if let text = node.text {
      self = .text(text)
    } else if let items = node.items {
      self = .list(items.compactMap(\.text))
    } else if let entries = node.entries {
      let forms = entries.compactMap { entry in
        PluralRules.Category(rawValue: entry.key).flatMap { category in entry.value.text.map { (category, $0) } }
      }
      self = .plural(Dictionary(forms, uniquingKeysWith: { _, last in last }))
    } else {
      return nil
    }
  }
}

/// Each file is read once, when it is first asked: the screen's at start, the messages' where a command or help speaks.
extension WordFile {
  private static let hindiMessages = WordFile(.hindi, KHABAR_WORDS_MESSAGES)
  private static let marathiMessages = WordFile(.marathi, KHABAR_WORDS_MESSAGES)
  private static let englishMessages = WordFile(.english, KHABAR_WORDS_MESSAGES)

  static func messages(in language: UILanguage) -> WordFile {
    switch language {
    case .hindi: hindiMessages
    case .marathi: marathiMessages
    case .english: englishMessages
    }
  }
}
