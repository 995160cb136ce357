import ReaderUI
import Screen

/// One key of the configuration: what it takes, what holds without it, and the words that explain it.
///
/// Reading, the commented default file, `config check`, `config show` and the README are made from ``table``.
nonisolated struct Setting: Sendable {
  var name: String
  /// What the key takes, as it is told to people: "hi, mr, en", "20 … 200".
  var values: String
  /// What holds while the key is not said, as it would be written; several lines for a map.
  var standard: String
  var about: Sentence
  /// Takes the value; false when the key does not take such a one. Problems inside of maps and lists it adds itself.
  var take: @Sendable (YAMLNode, inout Configuration) -> Bool
  /// What was said, as it would be written; nil for nothing.
  var shown: @Sendable (Configuration) -> String?

  static let named = Dictionary(table.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
}

nonisolated extension Setting {
  /// One of the values of `Value`.
  static func choice<Value: RawRepresentable & CaseIterable & Sendable>(
    _ name: String, _ path: any WritableKeyPath<Configuration, Value?> & Sendable, standard: Value, about: Sentence
  ) -> Setting where Value.RawValue == String {
    Setting(
      name: name, values: Value.allCases.map(\.rawValue).joined(separator: ", "), standard: standard.rawValue,
      about: about,
      take: { node, configuration in
        guard let value = node.text.flatMap(Value.init(rawValue:)) else { return false }
        configuration[keyPath: path] = value
        return true
      }, shown: { $0[keyPath: path]?.rawValue })
  }

  /// One of two words. YAML 1.1 has `on` and `off` for true and false; here they are words, and who writes those means these.
  static func choice(
    _ name: String, _ path: any WritableKeyPath<Configuration, Bool?> & Sendable, no: String, yes: String,
    standard: Bool, about: Sentence
  ) -> Setting {
    Setting(
      name: name, values: standard ? "\(yes), \(no)" : "\(no), \(yes)", standard: standard ? yes : no,
      about: about,
      take: { node, configuration in
        switch node.text {
        case yes, yes == "on" ? "true" : nil: configuration[keyPath: path] = true
        case no, no == "off" ? "false" : nil: configuration[keyPath: path] = false
        default: return false
        }
        return true
      }, shown: { $0[keyPath: path].map { $0 ? yes : no } })
  }

  /// A whole number, or a word that stands for `wordValue`.
  static func number(
    _ name: String, _ path: any WritableKeyPath<Configuration, Int?> & Sendable, _ range: ClosedRange<Int>,
    or word: (String, Int)? = nil, standard: Int, about: Sentence
  ) -> Setting {
    Setting(
      name: name, values: "\(range.lowerBound) … \(range.upperBound)" + (word.map { ", " + $0.0 } ?? ""),
      standard: String(standard), about: about,
      take: { node, configuration in
        if let word, node.text == word.0 {
          configuration[keyPath: path] = word.1
          return true
        }
        guard let number = node.text.flatMap({ Int($0) }), range.contains(number) else { return false }
        configuration[keyPath: path] = number
        return true
      },
      shown: { configuration in
        configuration[keyPath: path].map { number in word?.1 == number ? word?.0 ?? "" : String(number) }
      })
  }

  /// From how many columns on a shape of the page begins.
  static func shape(
    _ name: String, _ path: any WritableKeyPath<PageSettings, Int> & Sendable, standard: Int, about: Sentence
  ) -> Setting {
    Setting(
      name: name, values: "48 … 500, never", standard: String(standard), about: about,
      take: { node, configuration in
        let number = node.text == "never" ? Int.max : node.text.flatMap { Int($0) }
        guard let number, number == .max || (48...500).contains(number) else { return false }
        configuration.page[keyPath: path] = number
        return true
      },
      shown: { configuration in
        guard configuration.places[name] != nil else { return nil }
        let number = configuration.page[keyPath: path]
        return number == .max ? "never" : String(number)
      })
  }

  /// Rows or columns, a share, or a word.
  static func extent(
    _ name: String, _ path: any WritableKeyPath<PageSettings, Extent?> & Sendable, cells: ClosedRange<Int>,
    percent: ClosedRange<Int>, words others: [String: Extent?], about: Sentence
  ) -> Setting {
    let range = "\(cells.lowerBound) … \(cells.upperBound), \(percent.lowerBound)% … \(percent.upperBound)%"
    return Setting(
      name: name, values: (others.keys.sorted() + [range]).joined(separator: ", "), standard: "auto",
      about: about,
      take: { node, configuration in
        guard let text = node.text else { return false }
        if let value = others[text] {
          configuration.page[keyPath: path] = value
          return true
        }
        let isShare = text.hasSuffix("%")
        guard let number = Int(isShare ? text.dropLast() : text[...]), (isShare ? percent : cells).contains(number)
        else { return false }
        configuration.page[keyPath: path] = isShare ? .percent(number) : .cells(number)
        return true
      },
      shown: { configuration in
        guard configuration.places[name] != nil else { return nil }
        switch configuration.page[keyPath: path] {
        case nil: return "auto"
        case .cells(0): return "none"
        case .cells(let count): return String(count)
        case .percent(let share): return "\(share)%"
        }
      })
  }
}
