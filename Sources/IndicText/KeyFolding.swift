/// The machine behind ``SearchKey``: takes scalars one by one and keeps the key as far as it is known.
///
/// Each rule looks only at the end of the key and the next scalar, so a finished key passes through unchanged.
struct KeyFolding {
  /// Scalars of the key.
  private(set) var scalars: ContiguousArray<UInt32> = []
  /// Beside each scalar of the key, the `origin` it was fed with; empty when not asked for.
  private(set) var origins: ContiguousArray<Int> = []
  private let tracksOrigins: Bool
  /// A separator was seen; it becomes a space when another word begins.
  private var isSpacePending = false
  private var lastKind = Kind.separator

  init(tracksOrigins: Bool) {
    self.tracksOrigins = tracksOrigins
  }

  mutating func reserve(_ scalarCount: Int) {
    scalars.reserveCapacity(scalarCount)
  }

  /// Folds all of `text`; `origin` is kept beside each scalar that comes of it.
  mutating func feed(_ text: String, origin: Int) {
    var isPlain = true
    for scalar in text.unicodeScalars where !Self.needsNoNormalizing(scalar.value) {
      isPlain = false
      break
    }
    if isPlain {
      for scalar in text.unicodeScalars { feed(scalar.value, origin: origin) }
    } else {
      for scalar in CaseFolding.decomposed(text).unicodeScalars { feed(scalar.value, origin: origin) }
    }
  }

  /// Folds all of a valid UTF-8 text, without origins.
  mutating func feed(_ utf8: UnsafeBufferPointer<UInt8>) {
    var position = 0
    while true {
      if !tracksOrigins { feedPlain(utf8, &position) }
      guard position < utf8.count else { return }
      let (value, utf8Count) = Self.decode(utf8, at: position)
      guard Self.needsNoNormalizing(value) else {
        // Normalizing looks at neighbours: the whole word goes through it.
        removeAll()
        feed(String(decoding: utf8, as: UTF8.self), origin: 0)
        return
      }
      feed(value, origin: 0)
      position += utf8Count
    }
  }

  /// Begins another key, with the storage of this one.
  mutating func removeAll() {
    scalars.removeAll(keepingCapacity: true)
    origins.removeAll(keepingCapacity: true)
    isSpacePending = false
    lastKind = .separator
  }

  static func decode(_ utf8: UnsafeBufferPointer<UInt8>, at offset: Int) -> (value: UInt32, utf8Count: Int) {
    let first = UInt32(utf8[offset])
    if first < 0x80 { return (first, 1) }
    let second = UInt32(utf8[offset + 1]) & 0x3F
    if first < 0xE0 { return ((first & 0x1F) << 6 | second, 2) }
    let third = UInt32(utf8[offset + 2]) & 0x3F
    if first < 0xF0 { return ((first & 0x0F) << 12 | second << 6 | third, 3) }
    return ((first & 0x07) << 18 | second << 12 | third << 6 | UInt32(utf8[offset + 3]) & 0x3F, 4)
  }

  var key: String {
    // The scalars come from a valid string, so their bytes are valid UTF-8.
    String(unsafeUninitializedCapacity: scalars.count * 4) { bytes in
      var count = 0
      for value in scalars {
        if value < 0x80 {
          bytes[count] = UInt8(value)
          count += 1
        } else if value < 0x800 {
          bytes[count] = UInt8(0xC0 | value >> 6)
          bytes[count + 1] = UInt8(0x80 | value & 0x3F)
          count += 2
        } else if value < 0x1_0000 {
          bytes[count] = UInt8(0xE0 | value >> 12)
          bytes[count + 1] = UInt8(0x80 | value >> 6 & 0x3F)
          bytes[count + 2] = UInt8(0x80 | value & 0x3F)
          count += 3
        } else {
          bytes[count] = UInt8(0xF0 | value >> 18)
          bytes[count + 1] = UInt8(0x80 | value >> 12 & 0x3F)
          bytes[count + 2] = UInt8(0x80 | value >> 6 & 0x3F)
          bytes[count + 3] = UInt8(0x80 | value & 0x3F)
          count += 4
        }
      }
      return count
    }
  }
}

extension KeyFolding {
  fileprivate enum Kind {
    case word
    case symbol
    case separator
    /// Leaves no trace in the key.
    case dropped
  }

  /// ASCII, Devanagari and general punctuation are folded right here; all else goes through ICU first.
  private static func needsNoNormalizing(_ value: UInt32) -> Bool {
    value < 0x80 || (0x0900...0x097F).contains(value) || value == 0xA0
      || (0x2010...0x2027).contains(value) || (0x200B...0x200D).contains(value)
  }

  /// Folds what stands from `position` on as long as it is Devanagari that no rule changes: nine tenths of a Hindi text. The rest is left to
  /// ``feed(_:origin:)``, which would do the same with this.
  private mutating func feedPlain(_ utf8: UnsafeBufferPointer<UInt8>, _ position: inout Int) {
    while position + 2 < utf8.count, utf8[position] == 0xE0, utf8[position + 1] & 0xFE == 0xA4 {
      let value = UInt32(utf8[position + 1] & 0x3F) << 6 | UInt32(utf8[position + 2] & 0x3F)
      switch DevanagariFolding.part(value) {
      case .letter:
        if lastKind == .symbol { return }
        // A nasal with a virama may become an anusvara before it.
        if lastKind == .word, scalars.last == DevanagariFolding.virama { return }
        if isSpacePending {
          scalars.append(0x20)
          isSpacePending = false
        }
        lastKind = .word
      case .vowelSign:
        guard lastKind == .word, let last = scalars.last, DevanagariFolding.part(last) == .letter,
          DevanagariFolding.joined(last, value) == nil, DevanagariFolding.vowelForGlide(last, value) == nil
        else { return }
      case .mark: if lastKind != .word { return }
      case .other: return
      }
      scalars.append(value)
      position += 3
    }
  }

  private mutating func feed(_ value: UInt32, origin: Int) {
    var folded = value
    switch kind(of: &folded) {
    case .dropped: return
    case .separator:
      isSpacePending = !scalars.isEmpty
      lastKind = .separator
    case .word: appendWord(folded, origin: origin)
    case .symbol:
      if lastKind == .word { isSpacePending = true }
      append(folded, origin: origin, kind: .symbol)
    }
  }

  private mutating func appendWord(_ value: UInt32, origin: Int) {
    if lastKind == .symbol { isSpacePending = true }
    if !isSpacePending, let last = scalars.last {
      if let joined = DevanagariFolding.joined(last, value) {
        replaceLast(1, with: joined, origin: origin)
        return
      }
      if let vowel = DevanagariFolding.vowelForGlide(last, value), scalars.count >= 2 {
        let before = scalars[scalars.count - 2]
        // At the beginning of a word (ये) or in a conjunct (न्ये) the glide is heard; elsewhere गये is गए.
        if before != 0x20, before != DevanagariFolding.virama {
          replaceLast(1, with: vowel, origin: origin)
          return
        }
      }
      if last == IndicBlock.virama(like: value), scalars.count >= 2,
        IndicBlock.isNasal(scalars[scalars.count - 2], before: value)
      {
        let nasalOrigin = tracksOrigins ? origins[origins.count - 2] : origin
        replaceLast(2, with: IndicBlock.anusvara(like: value), origin: nasalOrigin)
      }
    }
    append(value, origin: origin, kind: .word)
  }

  private mutating func append(_ value: UInt32, origin: Int, kind: Kind) {
    if isSpacePending {
      scalars.append(0x20)
      if tracksOrigins { origins.append(origin) }
      isSpacePending = false
    }
    scalars.append(value)
    if tracksOrigins { origins.append(origin) }
    lastKind = kind
  }

  private mutating func replaceLast(_ scalarCount: Int, with value: UInt32, origin: Int) {
    scalars.removeLast(scalarCount)
    scalars.append(value)
    if tracksOrigins {
      let first = origins[origins.count - scalarCount]
      origins.removeLast(scalarCount)
      origins.append(scalarCount == 1 ? first : origin)
    }
  }

  /// Says what `value` is to a key, and changes it to the scalar that stands for it.
  private func kind(of value: inout UInt32) -> Kind {
    if value < 0x80 {
      switch value {
      case 0x30...0x39, 0x61...0x7A: return .word
      case 0x41...0x5A:
        value += 0x20
        return .word
      default: return .separator
      }
    }
    if IndicBlock.contains(value) {
      if let digit = IndicBlock.digit(value) {
        value = 0x30 + digit
        return .word
      }
      if IndicBlock.isDropped(value) { return .dropped }
      if value == 0x0964 || value == 0x0965 || value == 0x0970 { return .separator }
      value = IndicBlock.base(value)
      return (0x0900...0x097F).contains(value) ? .word : generalKind(of: &value)
    }
    return generalKind(of: &value)
  }

  private func generalKind(of value: inout UInt32) -> Kind {
    if (0x0300...0x036F).contains(value) || (0x200B...0x200F).contains(value) { return .dropped }
    guard let scalar = Unicode.Scalar(value) else { return .separator }
    if let plain = Self.plainLetters[value] {
      value = plain
      return .word
    }
    switch scalar.properties.generalCategory {
    case .decimalNumber:
      if let number = scalar.properties.numericValue, (0...9).contains(number) {
        value = 0x30 + UInt32(number)
      }
      return .word
    case .nonspacingMark:
      // Accents of Latin, Greek and Cyrillic, variation selectors, keycap rings.
      let isAccent =
        (0x1AB0...0x1AFF).contains(value) || (0x1DC0...0x1DFF).contains(value)
        || (0x20D0...0x20FF).contains(value) || (0xFE00...0xFE2F).contains(value)
      return isAccent ? .dropped : .word
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .spacingMark, .letterNumber, .otherNumber, .privateUse:
      return .word
    case .enclosingMark: return .dropped
    case .otherSymbol: return .symbol
    case .modifierSymbol:
      // Skin tones belong to the pictograph before them.
      return (0x1F3FB...0x1F3FF).contains(value) ? .dropped : .separator
    case .format: return .dropped
    default: return .separator
    }
  }

  /// Latin letters whose stroke is not a mark of its own.
  private static let plainLetters: [UInt32: UInt32] = [
    0x00F8: 0x6F, 0x0142: 0x6C, 0x0111: 0x64, 0x00F0: 0x64, 0x0131: 0x69, 0x0127: 0x68, 0x0167: 0x74,
  ]
}
