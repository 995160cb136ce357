/// The skeleton of a Devanagari word: one letter for each class of consonants that Latin spellings confuse.
enum DevanagariSkeleton {
  static func walk(_ word: String, isQuery: Bool, _ paths: inout SkeletonPaths) {
    let scalars = word.unicodeScalars.prefix(64).map(\.value)
    var last: UInt8 = 0
    var isStart = true
    for (index, value) in scalars.enumerated() {
      guard DevanagariFolding.contains(value) else { continue }
      let isJoined = index > 0 && scalars[index - 1] == DevanagariFolding.virama
      var letter = Self.letter(value)
      if letter == 0 {
        if isStart, DevanagariSounds.isVowelLetter(value) {
          paths.append(UInt8(ascii: "a"))
          isStart = false
        }
        if isQuery, value == 0x0902, index + 1 < scalars.count { paths.branch([([], 0), ([UInt8(ascii: "n")], 2)]) }
        continue
      }
      // ज्ञ is gy, dny or jn in Latin letters: what they share is one letter.
      if value == 0x091E, isJoined, index > 1, scalars[index - 2] == 0x091C { continue }
      if value == 0x091C, index + 2 < scalars.count, scalars[index + 1] == DevanagariFolding.virama,
        scalars[index + 2] == 0x091E
      {
        letter = UInt8(ascii: "g")
      }
      if isStart {
        if value == 0x092E { letter = UInt8(ascii: "m") }
      } else if value == 0x0939 || value == 0x092F {
        continue
      }
      if isJoined, letter == last { continue }
      let beginsWord = isStart
      isStart = false
      last = letter
      if isQuery, beginsWord, value == 0x092F, index + 1 < scalars.count,
        [0x0941, 0x0942, 0x094B].contains(scalars[index + 1])
      {
        // यूनिवर्सिटी is university.
        paths.branch([([letter], 0), ([UInt8(ascii: "a")], 3)])
        continue
      }
      paths.branch(isQuery ? ways(letter, scalars, at: index) : [([letter], 0)])
    }
  }

  /// How Latin spellings may say the consonant otherwise.
  private static func ways(_ letter: UInt8, _ scalars: [UInt32], at index: Int) -> [(letters: [UInt8], cost: Int)] {
    switch letter {
    case UInt8(ascii: "j"): [([letter], 0), ([UInt8(ascii: "g")], 3), ([UInt8(ascii: "s")], 4)]
    case UInt8(ascii: "k"): [([letter], 0), ([UInt8(ascii: "c")], 4)]
    case UInt8(ascii: "d") where index > 0 && (scalars[index] == 0x0921 || scalars[index] == 0x0922):
      [([letter], 0), ([UInt8(ascii: "r")], 2)]
    case UInt8(ascii: "v") where index == scalars.count - 1: [([letter], 0), ([], 2)]
    case UInt8(ascii: "n")
    where index > 0 && index + 1 < scalars.count && DevanagariSounds.isConsonant(scalars[index + 1]):
      [([letter], 1), ([], 0)]
    default: [([letter], 0)]
    }
  }

  /// The class of a consonant; 0 for anything else. म is told from न only where it begins a word.
  static func letter(_ value: UInt32) -> UInt8 {
    switch value {
    case 0x0915, 0x0916: UInt8(ascii: "k")
    case 0x0917, 0x0918: UInt8(ascii: "g")
    case 0x091A, 0x091B: UInt8(ascii: "c")
    case 0x091C, 0x091D: UInt8(ascii: "j")
    case 0x091F, 0x0920, 0x0924, 0x0925: UInt8(ascii: "t")
    case 0x0921, 0x0922, 0x0926, 0x0927: UInt8(ascii: "d")
    case 0x0919, 0x091E, 0x0923, 0x0928, 0x092E: UInt8(ascii: "n")
    case 0x092A: UInt8(ascii: "p")
    case 0x092B: UInt8(ascii: "f")
    case 0x092C, 0x092D: UInt8(ascii: "b")
    case 0x092F: UInt8(ascii: "y")
    case 0x0930, 0x090B, 0x0943, 0x0944, 0x0960: UInt8(ascii: "r")
    case 0x0932, 0x0933: UInt8(ascii: "l")
    case 0x0935: UInt8(ascii: "v")
    case 0x0936, 0x0937, 0x0938: UInt8(ascii: "s")
    case 0x0939: UInt8(ascii: "h")
    default: 0
    }
  }
}
