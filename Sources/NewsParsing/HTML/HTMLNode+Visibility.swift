extension HTMLNode {
  /// Whether the element says itself that it is not to be seen or read out.
  ///
  /// What a style sheet elsewhere hides is not known here.
  var isHidden: Bool {
    let record = record
    guard record.kind == .element, record.dataStart < record.dataEnd else { return false }
    for place in Int(record.dataStart)..<Int(record.dataEnd) {
      let attribute = document.attributes[place]
      switch attribute.attribute {
      case .hidden:
        // `hidden="until-found"` is shown as soon as somebody looks for it.
        if document.string(attribute.nameEnd, attribute.valueEnd) != "until-found" { return true }
      case .ariaHidden:
        if document.string(attribute.nameEnd, attribute.valueEnd) == "true" { return true }
      case .style:
        if Self.hides(document.strings[Int(attribute.nameEnd)..<Int(attribute.valueEnd)]) { return true }
      default: break
      }
    }
    return false
  }

  /// Whether a `style` attribute says `display: none` or `visibility: hidden`.
  private static func hides(_ style: ArraySlice<UInt8>) -> Bool {
    guard style.count >= 12 else { return false }
    var squeezed: [UInt8] = []
    squeezed.reserveCapacity(min(style.count, 512))
    for byte in style.prefix(2048) where byte > 0x20 {
      squeezed.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
    }
    let text = String(decoding: squeezed, as: UTF8.self)
    return text.split(separator: ";").contains {
      $0 == "display:none" || $0 == "display:none!important" || $0 == "visibility:hidden"
        || $0 == "visibility:hidden!important"
    }
  }
}
