import Foundation
import IndicText
import TestSupport
import Testing
import UIWords

@testable import ReaderUI

/// The data files of khabar's own words, `Sources/UIWords/Languages`.
@Suite("Languages of khabar's own words", .inBackground)
struct LanguagesTests {
  @Test(
    "the screen's file of each language has every phrase and list, and nothing else", arguments: UILanguage.allCases)
  func whole(language: UILanguage) {
    let file = WordFile(language, KHABAR_WORDS_SCREEN)
    let names = Set(Phrase.allCases.map(\.rawValue) + WordList.allCases.map(\.rawValue))
    #expect(Set(file.entries.keys) == names)
    let counts: [WordList: Int] = [.gregorianMonths: 12, .sakaMonths: 12, .weekdays: 7, .partsOfDay: 5]
    for (list, count) in counts { #expect(ScreenWords.of(language).words(list).count == count, "\(list)") }
  }

  @Test("a phrase takes the same arguments in every language, in every plural form; none is empty")
  func sameArguments() {
    let files = UILanguage.allCases.map { WordFile($0, KHABAR_WORDS_SCREEN) }
    for phrase in Phrase.allCases {
      let texts = files.flatMap { Self.texts($0.entries[phrase.rawValue]) }
      #expect(texts.allSatisfy { !$0.isEmpty }, "\(phrase)")
      #expect(Set(texts.map(Self.placeholders)).count == 1, "\(phrase): \(texts)")
    }
  }

  @Test("plural forms are those that a language distinguishes, and a phrase of plural forms has one for every count")
  func plurals() {
    for language in UILanguage.allCases {
      for kind in [KHABAR_WORDS_SCREEN, KHABAR_WORDS_MESSAGES] {
        let file = WordFile(language, kind)
        let used = Set((0...200).map(file.rules.category(of:)))
        for (key, entry) in file.entries {
          guard case .plural(let forms) = entry else { continue }
          #expect(Set(forms.keys) == used, "\(language) \(key)")
        }
      }
    }
  }

  @Test(
    "counts choose their form by the rules of the language",
    arguments: [
      (UILanguage.hindi, 1, "1 घंटा"), (.hindi, 2, "2 घंटे"), (.marathi, 1, "1 मिनिट"), (.marathi, 5, "5 मिनिटे"),
      (.english, 1, "1 day"), (.english, 0, "0 days"), (.hindi, 0, "0 महीना"),
    ])
  func counts(language: UILanguage, count: Int, expected: String) {
    let phrase: Phrase =
      [.hours, .minutes, .days, .months].first {
        ScreenWords.of(language).text($0, count: count, [String(count)]) == expected
      } ?? .now
    #expect(phrase != .now, "\(expected)")
  }

  @Test("every message of the sources is there in Hindi and Marathi with the same arguments, and none that nobody says")
  func messages() throws {
    let said = try Self.messagesInSources()
    #expect(said.count > 300)
    for language in [UILanguage.hindi, .marathi] {
      let entries = WordFile(language, KHABAR_WORDS_MESSAGES).entries
      #expect(said.subtracting(entries.keys).isEmpty, "\(language): not translated")
      #expect(Set(entries.keys).subtracting(said).isEmpty, "\(language): not said any more")
      for (key, entry) in entries {
        let own = Set(Self.texts(entry).map(Self.placeholders))
        #expect(own.allSatisfy { $0.isSubset(of: Self.placeholders(key)) }, "\(language): \(key)")
      }
    }
  }

  @Test("an argument that looks like a placeholder stays as it is; a language without a translation says the English")
  func filling() {
    let name = "{1} {0}"
    #expect(WordFile.fill("“{0}” · {1}", [name, "क"]) == "“{1} {0}” · क")
    #expect(UILanguage.hindi.say("Nobody \(name) translated this \(3).") == "Nobody {1} {0} translated this 3.")
  }

  private static func texts(_ entry: WordFile.Entry?) -> [String] {
    switch entry {
    case .text(let text): [text]
    case .plural(let forms): Array(forms.values)
    case .list(let words): words
    case nil: []
    }
  }

  private static func placeholders(_ text: String) -> Set<String> {
    Set(text.matches(of: /\{\d+\}/).map { String($0.output) })
  }

  /// The English of every sentence that the sources say: literals after `say(`, `tell(`, `Wording(` and `about:`.
  private static func messagesInSources() throws -> Set<String> {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    var found: Set<String> = []
    for folder in ["ReaderApp", "StoryFormats"] {
      let files = FileManager.default.enumerator(
        at: root.appending(path: "Sources/\(folder)"), includingPropertiesForKeys: nil)
      while let file = files?.nextObject() as? URL {
        guard file.pathExtension == "swift" else { continue }
        found.formUnion(SourceSentences(try String(contentsOf: file, encoding: .utf8)).keys)
      }
    }
    return found
  }
}

/// The sentences in a Swift file, as their keys.
private struct SourceSentences {
  var keys: Set<String> = []

  init(_ source: String) {
    let call = /(?:\b(?:say|tell|Wording)\(|\babout:)\s*"/.wordBoundaryKind(.simple)
    let starts = source.matches(of: call)
    for start in starts {
      var rest = source[source.index(before: start.range.upperBound)...]
      if let key = Self.key(&rest) { keys.insert(key) }
    }
  }

  /// Reads the literal that `text` begins with; nil for one that does not end.
  private static func key(_ text: inout Substring) -> String? {
    let isLong = text.hasPrefix("\"\"\"")
    let end = isLong ? "\"\"\"" : "\""
    text = text.dropFirst(end.count)
    var lines = ""
    var count = 0
    while !text.hasPrefix(end) {
      guard let character = text.popFirst() else { return nil }
      guard character == "\\" else {
        lines.append(character)
        continue
      }
      guard let next = text.popFirst() else { return nil }
      switch next {
      case "(":
        guard skipInterpolation(&text) else { return nil }
        lines += "{\(count)}"
        count += 1
      case "n": lines += "\n"
      case "u":
        guard let close = text.firstIndex(of: "}"),
          let scalar = UInt32(text[text.index(after: text.startIndex)..<close], radix: 16).flatMap(Unicode.Scalar.init)
        else { return nil }
        lines.unicodeScalars.append(scalar)
        text = text[text.index(after: close)...]
      case "\n": lines += "\\\n"
      default: lines.append(next)
      }
    }
    return isLong ? unfolded(lines) : lines
  }

  /// A literal of several lines without its indent, its folded lines joined.
  private static func unfolded(_ text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let indent = lines.popLast()?.count ?? 0
    lines.removeFirst()
    return lines.map { String($0.dropFirst(indent)) }.joined(separator: "\n").replacing("\\\n", with: "")
  }

  private static func skipInterpolation(_ text: inout Substring) -> Bool {
    var depth = 1
    while let character = text.popFirst() {
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      if character == "\"" {
        text = ("\"" + text)[...]
        guard key(&text) != nil else { return false }
        text = text.dropFirst()
      }
      if depth == 0 { return true }
    }
    return false
  }
}
