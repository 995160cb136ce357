/// The text of one element, with the markup in it, as it comes in.
struct TextCapture {
  /// How the element's text is to be read.
  enum Form {
    /// RSS: nobody says; text that is HTML where it looks like HTML.
    case unknown
    case plain, html
    /// Markup stands in the document as elements: text is text.
    case xhtml
    case base64(isHTML: Bool)
    /// Anything that is no text.
    case none
  }

  let field: FeedField
  var form: Form
  let base: String?
  /// The language that the element says of itself; nil when it says none.
  let ownLanguage: String?
  var utf8: [UInt8] = []
  /// How many elements are open inside.
  var depth = 0
  private(set) var hasMarkup = false
  /// The element that XHTML wraps its text in was left out.
  private var isInWrapper = false

  init(field: FeedField, form: Form, base: String?, ownLanguage: String?, buffer: [UInt8]) {
    self.field = field
    self.form = form
    self.base = base
    self.ownLanguage = ownLanguage
    utf8 = buffer
    utf8.removeAll(keepingCapacity: true)
  }

  private static let void: Set<String> = TolerantXMLReader.void.union(["link", "meta", "source", "track", "base"])

  mutating func start(_ element: XMLElement, _ vocabulary: FeedVocabulary) {
    depth += 1
    let name = element.name
    if case .xhtml = form, depth == 1, !hasMarkup, name == "div", utf8.allSatisfy({ $0 <= 0x20 }) {
      utf8.removeAll(keepingCapacity: true)
      isInWrapper = true
      hasMarkup = true
      return
    }
    hasMarkup = true
    if case .plain = form { becomeMarkup() }
    if case .unknown = form, depth == 1 { form = .html }
    guard vocabulary != .other || element.prefix.isEmpty else { return }
    utf8.append(UInt8(ascii: "<"))
    utf8.append(contentsOf: name.utf8)
    for attribute in element.attributes where attribute.prefix.isEmpty {
      utf8.append(UInt8(ascii: " "))
      utf8.append(contentsOf: attribute.name.utf8)
      utf8.append(contentsOf: "=\"".utf8)
      let value = Array(attribute.value.utf8)
      value.withUnsafeBufferPointer { Self.escape($0, isAttribute: true, into: &utf8) }
      utf8.append(UInt8(ascii: "\""))
    }
    utf8.append(UInt8(ascii: ">"))
  }

  mutating func end(_ name: String, _ vocabulary: FeedVocabulary, hasPrefix: Bool) {
    depth -= 1
    if isInWrapper, depth == 0 {
      isInWrapper = false
      return
    }
    guard vocabulary != .other || !hasPrefix, !Self.void.contains(name) else { return }
    utf8.append(contentsOf: "</".utf8)
    utf8.append(contentsOf: name.utf8)
    utf8.append(UInt8(ascii: ">"))
  }

  mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    switch form {
    case .xhtml: Self.escape(text, isAttribute: false, into: &utf8)
    case .html where depth > 0: Self.escape(text, isAttribute: false, into: &utf8)
    default: utf8.append(contentsOf: text)
    }
  }

  /// Markup in what was called plain text: the text before it becomes text in markup.
  private mutating func becomeMarkup() {
    let before = utf8
    utf8.removeAll(keepingCapacity: true)
    before.withUnsafeBufferPointer { Self.escape($0, isAttribute: false, into: &utf8) }
    form = .xhtml
  }

  private static func escape(_ text: UnsafeBufferPointer<UInt8>, isAttribute: Bool, into utf8: inout [UInt8]) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "&"): utf8.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): utf8.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): utf8.append(contentsOf: "&gt;".utf8)
      case UInt8(ascii: "\"") where isAttribute: utf8.append(contentsOf: "&quot;".utf8)
      default: utf8.append(byte)
      }
    }
  }

  /// The text and what it is; nil when there is none.
  func result() -> MarkedText? {
    var text: String
    let isHTML: Bool?
    switch form {
    case .none: return nil
    case .plain: (text, isHTML) = (FeedTexts.withoutC1(utf8), false)
    case .html, .xhtml: (text, isHTML) = (FeedTexts.withoutC1(utf8), true)
    case .unknown: (text, isHTML) = (FeedTexts.withoutC1(utf8), nil)
    case .base64(let html):
      guard let bytes = Base64.decoded(utf8), !FeedSniffer.isBinary(bytes) else { return nil }
      let decoded = TextDecoding.decode(bytes, charset: nil, as: html ? .html : .xml)
      (text, isHTML) = (decoded.text, html ? true : nil)
    }
    guard text.utf8.contains(where: { $0 > 0x20 }) else { return nil }
    if case .base64(isHTML: false) = form, FeedTexts.looksLikeHTML(text) {
      return MarkedText(text, kind: .html, baseURL: base)
    }
    return MarkedText(text, kind: isHTML ?? FeedTexts.looksLikeHTML(text) ? .html : .plain, baseURL: base)
  }

  /// The same on one line without markup.
  func line() -> String? {
    switch form {
    case .none: return nil
    case .plain: return FeedTexts.line(FeedTexts.withoutC1(utf8), isHTML: false)
    case .html, .xhtml: return FeedTexts.line(FeedTexts.withoutC1(utf8), isHTML: true)
    case .unknown: return FeedTexts.line(FeedTexts.withoutC1(utf8), isHTML: nil)
    case .base64: return result().flatMap { FeedTexts.line($0.text, isHTML: $0.kind == .html) }
    }
  }

  /// The text as it stands, without blanks around it.
  var trimmed: String? { FeedTexts.trimmed(String(decoding: utf8, as: UTF8.self)) }
}
