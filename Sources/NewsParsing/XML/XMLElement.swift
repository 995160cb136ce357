/// An element's beginning, as ``XMLReader`` and ``TolerantXMLReader`` tell it.
struct XMLElement {
  /// As written, without prefix.
  var name: String
  /// Empty when there is none.
  var prefix: String
  /// Nil when the element is in no namespace, or in one that nobody declared.
  var namespace: String?
  var attributes: [XMLAttribute]

  /// The value of an attribute without prefix; case does not matter.
  func attribute(_ name: String) -> String? {
    attributes.first { $0.prefix.isEmpty && ($0.name == name || $0.name.lowercased() == name) }?.value
  }

  /// `xml:base`, `xml:lang`, `rdf:about`.
  func attribute(_ prefix: String, _ name: String) -> String? {
    attributes.first { $0.prefix == prefix && $0.name == name }?.value
  }
}

struct XMLAttribute {
  var name: String
  var prefix: String
  var value: String
}

/// Takes what stands in a document, in its order. Each start has its end.
protocol XMLContentHandler: AnyObject {
  func start(_ element: XMLElement)
  func end()
  /// A piece of text, references resolved; one text may come in many pieces.
  func text(_ utf8: UnsafeBufferPointer<UInt8>)
  /// The document ends before the open elements do; their ends follow.
  func truncated()
}

/// How a document was not well formed.
public enum XMLRepair: String, Hashable, Sendable, CaseIterable {
  /// An ampersand that begins no reference was taken as itself.
  case bareAmpersand
  /// A `<` that begins no tag was taken as itself.
  case bareLessThan
  /// A name of HTML (`&nbsp;`) that the document does not declare.
  case htmlEntity
  /// A reference to something that nobody declared was left as it was written.
  case unknownEntity
  /// An entity that grows without measure, or stands in another file, was not expanded.
  case entityNotExpanded
  /// Characters that XML forbids were left out.
  case forbiddenCharacter
  /// An attribute came twice; the first counts.
  case duplicateAttribute
  /// An attribute had no quotation marks, or only one.
  case unquotedAttribute
  /// Past 256 attributes of one element, or past elements 512 deep, nothing was looked at.
  case limit
  /// Something stood before the document.
  case junkBeforeRoot
  /// Something stood after the document.
  case junkAfterRoot
  /// The document breaks off.
  case truncated
  /// An element had no end.
  case unclosedElement
  /// An end had no element.
  case strayEndTag
  /// A comment or CDATA section had no end.
  case unclosedSection
  /// A prefix was not declared; it was taken for what it usually stands for.
  case undeclaredPrefix
  /// Something else was wrong that changes nothing in what the document says.
  case other
  /// Names were in capitals, which XML does not take for the same.
  case upperCaseNames
}
