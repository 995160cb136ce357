#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import CellText
import NewsModel
import ReaderUI
import Screen

/// The reader's own settings, from `config.yaml`. What is nil was not said. ``Setting/table`` says what each key takes.
nonisolated struct Configuration: Hashable, Sendable {
  var language: UILanguage?
  var theme: String?
  var view: ScriptStyle?
  var digits: DigitStyle?
  var calendar: CalendarStyle?
  var dateStyle: DateStyle?
  /// Nil leaves it to what is known about the terminal.
  var bidi: BidiOrder?
  var hyperlinks: HyperlinkUse?
  var measureColumns: Int?
  var widthModel: String?
  var browser: [String]?
  /// The program that reads aloud, and its arguments.
  var speaker: [String]?
  /// Minutes; 0 is never.
  var refreshMinutes: Int?
  /// Days; 0 is forever.
  var keepReadDays: Int?
  var isMouseOn: Bool?
  var frames: FrameStyle?
  var arrangement: PageArrangement?
  /// Whether the cursor is drawn also where nothing is typed.
  var showsCursor: Bool?
  var page = PageSettings()
  var pictures: PicturePolicy?
  var pictureFormat: PictureFormat?
  var list = ListFormat()
  var keys: [OwnBinding] = []
  var openRules: [OpenRule] = []
  /// What is wrong with the file, in the order of its lines; what a problem is about was passed over.
  var problems: [ConfigurationProblem] = []
  /// Where the value of each key that was said stands.
  var places: [String: YAMLPlace] = [:]
  var hooks: [Hook] = []
  /// The programs that are named, and where.
  var programs: [NamedProgram] = []

  struct NamedProgram: Hashable, Sendable {
    var name: String
    var place: YAMLPlace
  }

  enum Failure: Error, Hashable {
    case unreadable(path: String)
  }

  /// Reads `path`. A missing file says nothing, unless it was asked for by name; what is wrong inside of it is no failure.
  static func read(_ path: String, isRequired: Bool) throws -> Configuration {
    guard let data = FileManager.default.contents(atPath: path) else {
      if isRequired { throw Failure.unreadable(path: path) }
      var configuration = Configuration()
      if FileManager.default.fileExists(atPath: path) { configuration.problems = [.unreadable] }
      return configuration
    }
    return Configuration(yaml: String(decoding: data, as: UTF8.self))
  }

  init() {}

  init(yaml: String) {
    let (entries, node, error) = YAMLNode.parseEntries(yaml)
    for entry in entries { take(entry, among: entries) }
    if let error {
      // An empty document is an empty map, and so is one of comments only.
      if error.reason != .empty { problems.append(ConfigurationProblem(error)) }
    } else if let node, node.entries == nil {
      problems.append(ConfigurationProblem(.error, node.place, .notAMap))
    }
    problems += KeyConflicts(self).problems
    problems.sort { ($0.place.line, $0.place.column) < ($1.place.line, $1.place.column) }
  }

  private mutating func take(_ entry: YAMLNode.Entry, among entries: [YAMLNode.Entry]) {
    if let first = entries.first(where: { $0.key == entry.key }), first.place != entry.place {
      problems.append(ConfigurationProblem(.warning, entry.place, .repeated(entry.key, firstLine: first.line)))
    }
    guard let setting = Setting.named[entry.key] else {
      let near = Spelling.nearest(to: entry.key, among: Setting.table.map(\.name))
      problems.append(ConfigurationProblem(.warning, entry.place, .unknownKey(entry.key, suggestion: near)))
      return
    }
    // "theme:" with nothing after it says nothing.
    if let text = entry.value.text, ["", "~", "null"].contains(text) {
      problems.append(ConfigurationProblem(.warning, entry.place, .noValue(entry.key, expected: setting.values)))
      return
    }
    if setting.take(entry.value, &self) {
      places[entry.key] = entry.value.place
      return
    }
    let choices = setting.values.split(separator: ",").map { $0.drop { $0 == " " } }.map(String.init)
    let near = entry.value.text.flatMap { Spelling.nearest(to: $0, among: choices) }
    problems.append(
      ConfigurationProblem(
        .error, entry.value.place, .badValue(key: entry.key, expected: setting.values, suggestion: near)))
  }

  /// What is to be told to somebody who only wants to read: notes are for those who ask.
  var faults: [ConfigurationProblem] { problems.filter { $0.severity != .note } }

  /// Whether both say the same, wherever in the file.
  func saysTheSame(as other: Configuration) -> Bool {
    var (one, two) = (self, other)
    (one.places, one.programs, one.problems) = ([:], [], [])
    (two.places, two.programs, two.problems) = ([:], [], [])
    return one == two
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

  var keyMap: KeyMap { KeyMap(bindings: KeyMap.standard.bindings, own: keys) }
}
