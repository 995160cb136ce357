/// A Devanagari word as the sounds that Latin letters are compared with.
struct DevanagariSounds {
  /// One sound; its raw value is the Devanagari letter without U+0900, or one of the values below U+0905 that no letter of a key has.
  struct Sound: Hashable {
    var letter: UInt8
    /// The vowel that no sign writes.
    var isInherent = false
    var isLast = false
    /// The first of two equal consonants of a conjunct: half of दिल्ली is written as one l.
    var isDoubled = false
    /// A consonant that a virama joins to the next.
    var isJoined = false
  }

  /// The ंव at the end of गांव, which people write in the order that they hear it: gaon.
  static let nasalV: UInt8 = 0x00
  /// ज्ञ.
  static let gya: UInt8 = 0x01
  static let anusvara: UInt8 = 0x02
  /// आ with इ or ई: the i of time.
  static let ai: UInt8 = 0x03
  /// आ with उ or ऊ: the ou of house.
  static let au: UInt8 = 0x04
  static let schwa: UInt8 = 0x05

  private(set) var sounds: [Sound] = []

  init(_ word: String) {
    sounds.reserveCapacity(word.utf8.count / 2)
    for scalar in word.unicodeScalars.prefix(64) where DevanagariFolding.contains(scalar.value) { take(scalar.value) }
    guard !sounds.isEmpty else { return }
    if sounds.count > 3, sounds[sounds.count - 1].isInherent, sounds[sounds.count - 2].letter == 0x35,
      sounds[sounds.count - 3].letter == Self.anusvara
    {
      sounds.removeLast(3)
      sounds.append(Sound(letter: Self.nasalV))
    }
    sounds[sounds.count - 1].isLast = true
    for index in sounds.indices.dropLast() where sounds[index].isJoined {
      let letter = DevanagariSkeleton.letter(0x0900 | UInt32(sounds[index].letter))
      sounds[index].isDoubled = letter == DevanagariSkeleton.letter(0x0900 | UInt32(sounds[index + 1].letter))
    }
  }

  private mutating func take(_ value: UInt32) {
    let letter = UInt8(value & 0x7F)
    switch value {
    case _ where Self.isConsonant(value):
      if value == 0x091E, let last = sounds.last, last.isJoined, last.letter == 0x1C {
        sounds[sounds.count - 1] = Sound(letter: Self.gya)
      } else {
        sounds.append(Sound(letter: letter))
      }
      sounds.append(Sound(letter: Self.schwa, isInherent: true))
    case 0x094D:
      guard let last = sounds.last, last.isInherent else { return }
      sounds.removeLast()
      sounds[sounds.count - 1].isJoined = true
    case 0x093E...0x094C:
      if sounds.last?.isInherent == true { sounds.removeLast() }
      appendVowel(value == 0x0945 ? 0x72 : value == 0x0944 ? 0x60 : letter - 0x38)
    case 0x0902: sounds.append(Sound(letter: Self.anusvara))
    default: if Self.isVowelLetter(value) { appendVowel(letter) }
    }
  }

  private mutating func appendVowel(_ letter: UInt8) {
    if let last = sounds.last, last.letter == 0x06 {
      if letter == 0x07 || letter == 0x08 {
        sounds[sounds.count - 1].letter = Self.ai
        return
      }
      if letter == 0x09 || letter == 0x0A {
        sounds[sounds.count - 1].letter = Self.au
        return
      }
    }
    sounds.append(Sound(letter: letter))
  }

  static func isConsonant(_ value: UInt32) -> Bool { (0x0915...0x0939).contains(value) }
  static func isVowelLetter(_ value: UInt32) -> Bool {
    (0x0904...0x0914).contains(value) || (0x0972...0x0977).contains(value) || value == 0x0960
  }
}
