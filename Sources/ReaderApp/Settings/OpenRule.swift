#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import ReaderUI

/// What opens an address: a program and its arguments, never a shell.
nonisolated struct OpenRule: Hashable, Sendable {
  var kind: LinkKind?
  /// What is no address of the web: only a rule opens it, and only one that names the scheme.
  var scheme: Scheme?
  /// A host and all under it, or a pattern with `*` and `?`.
  var host: String?
  /// A pattern for what follows the host, from its `/` on and without the query; `*` also stands for slashes.
  var path: String?
  /// `%u` stands for the address, which is appended when it is missing.
  var run: [String] = []

  enum Scheme: String, CaseIterable {
    case mail = "mailto"
    case magnet

    /// The scheme of an address (RFC 3986); nil for the web's and all others.
    init?(of address: String) {
      self.init(rawValue: address.prefix { $0 != ":" }.lowercased())
      // An argument of a program: no blank and no control in it, and more than the scheme.
      guard address.utf8.count > rawValue.utf8.count + 1, address.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else {
        return nil
      }
    }
  }

  /// A kind, `mailto:`, `magnet:`, `host`, `host/path` or `/path`; nil when it is none.
  init?(when text: String) {
    if let scheme = Scheme.allCases.first(where: { $0.rawValue + ":" == text }) {
      self.scheme = scheme
      return
    }
    if let kind = LinkKind(rawValue: text) {
      self.kind = kind
      return
    }
    let isAllowed = { (character: Character) in !character.isWhitespace && !"\"'<>\\".contains(character) }
    guard !text.isEmpty, !text.contains("://"), text.allSatisfy(isAllowed) else { return nil }
    let slash = text.firstIndex(of: "/") ?? text.endIndex
    // `file:` is a scheme, and none that is opened.
    guard !text[..<slash].contains(":") else { return nil }
    if slash != text.startIndex { host = text[..<slash].lowercased() }
    if slash != text.endIndex { path = String(text[slash...]) }
  }

  init() {}

  func matches(_ address: String, _ kind: LinkKind) -> Bool {
    guard Scheme(of: address) == scheme else { return false }
    if scheme != nil { return true }
    guard let parts = URLComponents(string: address), let host = parts.host?.lowercased() else { return false }
    let path = parts.path.isEmpty ? "/" : parts.path
    if let wanted = self.kind, wanted != Self.kind(of: path, kind) { return false }
    if let wanted = self.host, !Self.isMatch(wanted, host), !host.hasSuffix("." + wanted) { return false }
    if let wanted = self.path, !Self.isMatch(wanted, path) { return false }
    return true
  }

  /// What the story says of the link, else what its name ends in.
  private static func kind(of path: String, _ said: LinkKind) -> LinkKind {
    guard said == .link else { return said }
    let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
    if ["jpg", "jpeg", "png", "gif", "webp", "avif", "svg"].contains(ending) { return .picture }
    if ["mp4", "m4v", "webm", "mkv", "mov", "m3u8", "ogv"].contains(ending) { return .video }
    return .link
  }

  /// Whether `text` is what `pattern` says: `*` is anything, `?` one character. Linear in their product at worst.
  static func isMatch(_ pattern: String, _ text: String) -> Bool {
    let (pattern, text) = (Array(pattern), Array(text))
    var (p, t) = (0, 0)
    var star: (pattern: Int, text: Int)?
    while t < text.count {
      if p < pattern.count, pattern[p] == "*" {
        star = (p, t)
        p += 1
      } else if p < pattern.count, pattern[p] == "?" || pattern[p] == text[t] {
        (p, t) = (p + 1, t + 1)
      } else if let last = star {
        // The star takes one more.
        star = (last.pattern, last.text + 1)
        (p, t) = (last.pattern + 1, last.text + 1)
      } else {
        return false
      }
    }
    return pattern[p...].allSatisfy { $0 == "*" }
  }
}
