public import CellText

/// A theme read from a file, with what was odd about it.
public struct ParsedTheme: Hashable, Sendable {
  public var theme: Theme
  /// What the scheme calls itself, for people: "Gruvbox Dark". ``Theme/name`` is the one to choose it by.
  public var title: String?
  public var author: String?
  /// In the order of the file; empty when all was understood.
  public var warnings: [ThemeWarning]

  public init(theme: Theme, title: String?, author: String?, warnings: [ThemeWarning]) {
    self.theme = theme
    self.title = title
    self.author = author
    self.warnings = warnings
  }
}

/// Something in a theme file that was left aside.
public struct ThemeWarning: Hashable, Sendable {
  public enum Reason: Hashable, Sendable {
    case unknownRole(String)
    /// What a role's map may not say.
    case unknownProperty(String, role: StyleRole)
    /// Neither base00 to base0F nor `#rrggbb`.
    case badColor(String, role: StyleRole)
    /// Neither true nor false.
    case badSwitch(String, property: String, role: StyleRole)
    /// A role that stands for something else than a map.
    case notAMap(role: String)
  }

  public var reason: Reason
  public var file: String
  /// From 1.
  public var line: Int

  public init(reason: Reason, file: String, line: Int) {
    self.reason = reason
    self.file = file
    self.line = line
  }
}

/// Why a file is no theme.
public struct ThemeError: Error, Hashable, Sendable {
  public enum Reason: Hashable, Sendable {
    /// Not YAML; the parser's words.
    case syntax(String)
    /// Not a map at the top, or one with keys that are no text.
    case notAMap
    case tooLarge, tooDeep, aliases, empty
    /// Entries of the palette that are not there: "base0A".
    case missingColors([String])
    /// An entry of the palette that is no colour.
    case badColor(entry: String, value: String)
    /// Another scheme system than base16.
    case unknownSystem(String)
  }

  public var reason: Reason
  public var file: String
  /// From 1.
  public var line: Int

  public init(reason: Reason, file: String, line: Int) {
    self.reason = reason
    self.file = file
    self.line = line
  }
}

/// Reads base16 schemes: the tinted-theming form (`system`, `name`, `palette`) and the older flat one (`scheme`, `base00` … at the top).
///
/// An optional map `roles` sets single roles: `headline.unread: { fg: base0A, bg: "#203040", bold: true }`, with `fg bg bold dim italic
/// underline reverse`.
public enum ThemeParser {
  /// - Parameter file: the file's name, for warnings and errors and as the theme's name when it has none.
  /// - Throws: ``ThemeError`` when there is no whole palette.
  public static func parse(_ text: String, file: String) throws(ThemeError) -> ParsedTheme {
    let root = try document(text, file: file)
    guard root.entries != nil else { throw ThemeError(reason: .notAMap, file: file, line: root.line) }
    if let system = root["system"]?.text, system != "base16", system != "base24" {
      throw ThemeError(reason: .unknownSystem(system), file: file, line: root["system"]?.line ?? 1)
    }
    let palette = try palette(root["palette"] ?? root, file: file)
    var warnings: [ThemeWarning] = []
    let overrides = overrides(root["roles"], file: file, warnings: &warnings)
    let theme = Theme(
      name: root["slug"]?.text ?? fileStem(file), palette: palette, isDark: isDark(root), overrides: overrides)
    let title = (root["name"] ?? root["scheme"])?.text
    return ParsedTheme(theme: theme, title: title, author: root["author"]?.text, warnings: warnings)
  }
}

extension ThemeParser {
  private static func document(_ text: String, file: String) throws(ThemeError) -> YAMLNode {
    do throws(YAMLError) {
      return try YAMLNode.parse(text)
    } catch {
      let reason: ThemeError.Reason =
        switch error.reason {
        case .syntax(let problem): .syntax(problem)
        case .tooLarge: .tooLarge
        case .tooDeep: .tooDeep
        case .alias: .aliases
        case .keyNotText: .notAMap
        case .empty: .empty
        }
      throw ThemeError(reason: reason, file: file, line: error.line)
    }
  }

  /// `base0A` for 10.
  private static func entryName(_ index: Int) -> String {
    "base0" + String(index, radix: 16, uppercase: true)
  }

  private static func palette(_ node: YAMLNode, file: String) throws(ThemeError) -> [Color] {
    var colors: [Color] = []
    var missing: [String] = []
    for index in 0..<16 {
      let name = entryName(index)
      guard let value = node[name] ?? node[name.lowercased()] else {
        missing.append(name)
        continue
      }
      guard let color = Color(hexadecimal: value.text ?? "", base16Index: index) else {
        throw ThemeError(reason: .badColor(entry: name, value: value.text ?? ""), file: file, line: value.line)
      }
      colors.append(color)
    }
    guard missing.isEmpty else { throw ThemeError(reason: .missingColors(missing), file: file, line: node.line) }
    return colors
  }

  private static func isDark(_ root: YAMLNode) -> Bool? {
    switch root["variant"]?.text {
    case "dark": true
    case "light": false
    default: nil
    }
  }

  private static func fileStem(_ file: String) -> String {
    let last = file.split(separator: "/").last ?? ""
    let dot = last.lastIndex(of: ".") ?? last.endIndex
    return String(last[..<dot])
  }

  private static func overrides(
    _ node: YAMLNode?, file: String, warnings: inout [ThemeWarning]
  ) -> [StyleRole: RoleStyle] {
    var overrides: [StyleRole: RoleStyle] = [:]
    for entry in node?.entries ?? [] {
      guard let role = StyleRole(rawValue: entry.key) else {
        warnings.append(ThemeWarning(reason: .unknownRole(entry.key), file: file, line: entry.line))
        continue
      }
      guard let properties = entry.value.entries else {
        warnings.append(ThemeWarning(reason: .notAMap(role: entry.key), file: file, line: entry.line))
        continue
      }
      var style = RoleStyle()
      for property in properties {
        if let reason = style.set(property.key, property.value.text ?? "", role: role) {
          warnings.append(ThemeWarning(reason: reason, file: file, line: property.line))
        }
      }
      overrides[role] = style
    }
    return overrides
  }
}

extension RoleStyle {
  private static let switches: [String: Style.Attributes] = [
    "bold": .bold, "dim": .dim, "italic": .italic, "underline": .underline, "reverse": .reverse,
  ]

  /// Takes one property of a role's map; answers why it could not.
  fileprivate mutating func set(_ property: String, _ value: String, role: StyleRole) -> ThemeWarning.Reason? {
    if let attribute = Self.switches[property] {
      guard value == "true" || value == "false" else {
        return .badSwitch(value, property: property, role: role)
      }
      settled.insert(attribute)
      if value == "true" { attributes.insert(attribute) } else { attributes.remove(attribute) }
      return nil
    }
    guard property == "fg" || property == "bg" else { return .unknownProperty(property, role: role) }
    guard let tint = Tint(value) else { return .badColor(value, role: role) }
    if property == "fg" { foreground = tint } else { background = tint }
    return nil
  }
}

extension RoleStyle.Tint {
  /// `base0A`, `#rrggbb` or `rrggbb`.
  fileprivate init?(_ text: String) {
    if text.utf8.count == 6, text.lowercased().hasPrefix("base0"), let last = text.last?.hexDigitValue {
      self = .base(last)
    } else if let color = Color(hexadecimal: text) {
      self = .fixed(color)
    } else {
      return nil
    }
  }
}
