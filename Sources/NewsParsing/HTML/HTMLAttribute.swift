/// The attributes that are asked for often, told apart by number; all others are looked up by name.
enum HTMLAttribute: UInt8, CaseIterable, Sendable {
  case other
  /// Not an attribute: the name of an element that is not in ``HTMLTag``, kept beside its attributes.
  case elementName
  case id, `class`, role, style, hidden, title, lang, dir, name, content, property, type, rel, href, src, srcset, alt
  case width, height, start, value, reversed, colspan, rowspan, datetime, cite, charset, itemprop, itemscope, itemtype
  case itemid, media, target, border, summary, open
  case ariaHidden
  case ariaLabel, httpEquiv, dataSrc, dataSrcset, dataOriginal, dataLazySrc

  /// The name as pages write it, in lower case.
  var name: String { Self.nameByCase[self] ?? "" }

  private static let nameByCase: [HTMLAttribute: String] = Dictionary(
    uniqueKeysWithValues: allCases.map { attribute in
      let spelled = "\(attribute)"
      return (attribute, spelled.reduce(into: "") { $1.isUppercase ? $0 += "-" + $1.lowercased() : $0.append($1) })
    })

  /// By length of the name, so that a look-up compares with a handful.
  private static let byLength: [[(name: [UInt8], attribute: HTMLAttribute)]] = {
    var table = [[(name: [UInt8], attribute: HTMLAttribute)]](repeating: [], count: 16)
    for attribute in allCases where attribute != .other && attribute != .elementName {
      table[attribute.name.utf8.count].append((Array(attribute.name.utf8), attribute))
    }
    return table
  }()

  init(name: UnsafeBufferPointer<UInt8>) {
    self = .other
    guard name.count < Self.byLength.count else { return }
    for entry in Self.byLength[name.count] where entry.name[0] == name[0] && entry.name.elementsEqual(name) {
      self = entry.attribute
      return
    }
  }
}
