extension XMLRepair {
  /// One English sentence for people who look into what was understood.
  var words: String {
    switch self {
    case .bareAmpersand: "A bare ampersand was taken as itself."
    case .bareLessThan: "A bare \u{201C}<\u{201D} was taken as itself."
    case .htmlEntity: "Names of HTML characters were used that the document does not declare."
    case .unknownEntity: "A reference to something undeclared was left as it was written."
    case .entityNotExpanded: "An entity was not expanded: it grows without measure, or stands in another file."
    case .forbiddenCharacter: "Characters that XML forbids were left out."
    case .duplicateAttribute: "An attribute came twice; the first one counts."
    case .unquotedAttribute: "An attribute lacked quotation marks."
    case .limit: "Too many attributes, or elements too deep in each other, were left out."
    case .junkBeforeRoot: "Something stood before the document and was left out."
    case .junkAfterRoot: "Something stood after the document and was left out."
    case .truncated: "The document breaks off; what had come was kept."
    case .unclosedElement: "Elements without an end were ended."
    case .strayEndTag: "End tags without an element were left out."
    case .unclosedSection: "A comment or CDATA section without an end was ended."
    case .undeclaredPrefix: "An undeclared prefix was taken for what it usually stands for."
    case .other: "The document is not well-formed XML."
    case .upperCaseNames: "Names of elements were in capitals."
    }
  }
}
