import CellText
import Foundation
import NewsModel
import ReaderUI
import Screen

/// The reader's own settings, from `config.yaml`. What is nil was not said.
///
///     ui-language: hi          # hi, mr, en
///     theme: khabar            # a name, or the path of a file
///     view: devanagari         # devanagari, roman
///     digits: ascii            # ascii, devanagari
///     calendar: gregorian      # gregorian, saka
///     bidi: auto               # who orders Urdu: auto, khabar, terminal
///     measure: 70              # columns of a line of text, at most
///     width-model: auto        # auto, or a name
///     refresh: 60              # minutes between two refreshes while the reader is open, or never
///     keep-read: 120           # days that read stories are kept, or forever
///     speaker: [espeak-ng, -s, "150"]
///     browser: [firefox, --new-tab, "%s"]
nonisolated struct Configuration: Hashable, Sendable {
  var language: UILanguage?
  var theme: String?
  var view: ScriptStyle?
  var digits: DigitStyle?
  var calendar: CalendarStyle?
  /// Nil leaves it to what is known about the terminal.
  var bidi: BidiOrder?
  var measureColumns: Int?
  var widthModel: String?
  var browser: [String]?
  /// The program that reads aloud, and its arguments.
  var speaker: [String]?
  /// Minutes; 0 is never.
  var refreshMinutes: Int?
  /// Days; 0 is forever.
  var keepReadDays: Int?
  /// Lines that were passed over.
  var warnings: [Warning] = []

  struct Warning: Hashable, Sendable {
    enum Reason: Hashable, Sendable {
      case unknownKey(String)
      /// With what the key takes.
      case badValue(key: String, expected: String)
    }
    var line: Int
    var reason: Reason
  }

  enum Failure: Error, Hashable {
    case unreadable(path: String)
    /// Not YAML, or not a map of keys.
    case malformed(path: String, line: Int)
  }

  /// Reads `path`. A missing file says nothing, unless it was asked for by name.
  static func read(_ path: String, isRequired: Bool) throws -> Configuration {
    guard let data = FileManager.default.contents(atPath: path) else {
      if isRequired || FileManager.default.fileExists(atPath: path) { throw Failure.unreadable(path: path) }
      return Configuration()
    }
    return try Configuration(yaml: String(decoding: data, as: UTF8.self), path: path)
  }

  init() {}

  init(yaml: String, path: String) throws(Failure) {
    let isComment = { (line: Substring) in
      line.allSatisfy(\.isWhitespace) || line.drop(while: \.isWhitespace).first == "#"
    }
    // An empty document is an empty map, and so is one of comments only.
    if yaml.split(whereSeparator: \.isNewline).allSatisfy(isComment) { return }
    let node: YAMLNode
    do { node = try YAMLNode.parse(yaml) } catch { throw .malformed(path: path, line: error.line) }
    guard let entries = node.entries else { throw .malformed(path: path, line: node.line) }
    for entry in entries { take(entry) }
  }

  private mutating func take(_ entry: YAMLNode.Entry) {
    let text = entry.value.text
    func choice<Value: RawRepresentable & CaseIterable>(_ value: inout Value?, _ type: Value.Type) -> String?
    where Value.RawValue == String {
      value = text.flatMap(Value.init(rawValue:))
      return value == nil ? type.allCases.map(\.rawValue).joined(separator: ", ") : nil
    }
    let expected: String?
    switch entry.key {
    case "ui-language": expected = choice(&language, UILanguage.self)
    case "view": expected = choice(&view, ScriptStyle.self)
    case "digits": expected = choice(&digits, DigitStyle.self)
    case "bidi":
      bidi = text.flatMap(BidiOrder.init(rawValue:))
      expected = bidi == nil && text != "auto" ? "auto, khabar, terminal" : nil
    case "calendar": expected = choice(&calendar, CalendarStyle.self)
    case "theme":
      theme = text
      expected = text == nil ? "NAME" : nil
    case "width-model":
      widthModel = text
      expected = text == nil ? "auto, NAME" : nil
    case "measure":
      measureColumns = text.flatMap(Int.init).flatMap { (20...200).contains($0) ? $0 : nil }
      expected = measureColumns == nil ? "20 … 200" : nil
    case "refresh":
      refreshMinutes = text == "never" ? 0 : text.flatMap(Int.init).flatMap { (5...10_080).contains($0) ? $0 : nil }
      expected = refreshMinutes == nil ? "5 … 10080, never" : nil
    case "keep-read":
      keepReadDays = text == "forever" ? 0 : text.flatMap(Int.init).flatMap { (1...36_500).contains($0) ? $0 : nil }
      expected = keepReadDays == nil ? "1 … 36500, forever" : nil
    case "browser":
      browser = entry.value.items?.compactMap(\.text) ?? text.map { [$0] }
      expected = browser == nil ? "[program, argument, …]" : nil
    case "speaker":
      speaker = entry.value.items?.compactMap(\.text) ?? text.map { [$0] }
      expected = speaker?.isEmpty ?? true ? "[program, argument, …]" : nil
    default:
      warnings.append(Warning(line: entry.line, reason: .unknownKey(entry.key)))
      return
    }
    if let expected {
      warnings.append(Warning(line: entry.line, reason: .badValue(key: entry.key, expected: expected)))
    }
  }
}

nonisolated extension Configuration {
  /// The rule that old read stories go by.
  var retention: RetentionRule {
    var rule = RetentionRule()
    if let keepReadDays { rule.readStoryDays = keepReadDays == 0 ? nil : keepReadDays }
    return rule
  }

  /// Minutes between two refreshes while the reader is open; nil is never.
  var refreshInterval: Int? {
    refreshMinutes == 0 ? nil : refreshMinutes ?? 60
  }
}
