internal import NewsModel

/// A value for one `?` of a statement.
enum SQLValue {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)
  /// A text as its UTF-8, which must be valid.
  case utf8(ArraySlice<UInt8>)
  case blob([UInt8])

  init(_ text: String?) {
    self = text.map(SQLValue.text) ?? .null
  }

  init(_ number: Int64?) {
    self = number.map(SQLValue.integer) ?? .null
  }

  init(_ number: Int) {
    self = .integer(Int64(number))
  }

  init(_ flag: Bool) {
    self = .integer(flag ? 1 : 0)
  }

  init(_ number: Double?) {
    self = number.map(SQLValue.real) ?? .null
  }
}

extension SQLValue {
  /// What two addresses of one story have in common; what is no address of the web is only equal to itself.
  init(addressKey url: String?) {
    self.init(url.map { WebAddress.storyKey($0) ?? $0 })
  }
}
