/// The skeleton of a word in Latin letters.
enum LatinSkeleton {
  static func walk(_ letters: [UInt8], _ paths: inout SkeletonPaths) {
    var last: UInt8 = 0
    var index = 0
    while index < letters.count {
      defer { index += 1 }
      let letter = letters[index]
      let next = index + 1 < letters.count ? letters[index + 1] : 0
      let isAfterVowel = index > 0 && isVowel(letters[index - 1])
      if isVowel(letter) {
        if index == 0 { start(letter, next, letters.count > 2 ? letters[2] : 0, &paths) }
        // राव is rao, and गांव gaon.
        if letter == UInt8(ascii: "o"), isAfterVowel,
          next == 0 || next == UInt8(ascii: "n") && index + 2 == letters.count
        {
          paths.branch([([], 0), ([UInt8(ascii: "v")], 2)])
        }
        last = 0
        continue
      }
      if letter == last { continue }
      if letter == LatinReading.nameEnd {
        last = 0
        continue
      }
      last = letter
      switch letter {
      case UInt8(ascii: "h") where index == 0 && next == UInt8(ascii: "o"):
        // अस्पताल is hospital.
        paths.branch([([letter], 0), ([UInt8(ascii: "a")], 4)])
      case UInt8(ascii: "h"), UInt8(ascii: "y"):
        if index == 0 { paths.append(letter) }
        // An h after a consonant breathes it, and changes no class.
        last = index > 0 ? letters[index - 1] : 0
      case UInt8(ascii: "n"), UInt8(ascii: "m"):
        if index == 0 {
          paths.append(letter)
        } else {
          nasal(letter, next, isLast: next == 0 || next == LatinReading.nameEnd, &paths)
        }
      case UInt8(ascii: "c"):
        paths.branch([([letter], 0), ([UInt8(ascii: "k")], 3), ([UInt8(ascii: "s")], 5)])
      case UInt8(ascii: "w") where isAfterVowel && !isVowel(next):
        paths.branch([([], 0), ([UInt8(ascii: "v")], 2)])
      case UInt8(ascii: "w") where isAfterVowel: paths.branch([([UInt8(ascii: "v")], 0), ([], 4)])
      case UInt8(ascii: "w"): paths.append(UInt8(ascii: "v"))
      case UInt8(ascii: "z"): paths.branch([([UInt8(ascii: "j")], 0), ([UInt8(ascii: "s")], 4)])
      case UInt8(ascii: "g") where next == UInt8(ascii: "e") || next == UInt8(ascii: "i") || next == UInt8(ascii: "y"):
        paths.branch([([letter], 0), ([UInt8(ascii: "j")], 2)])
      case UInt8(ascii: "j") where index == 0 && next == UInt8(ascii: "n"):
        paths.append(UInt8(ascii: "g"))
        last = UInt8(ascii: "g")
        index += 1
      case UInt8(ascii: "s") where isAfterVowel && next != UInt8(ascii: "h") && (next == 0 || isVowel(next)):
        paths.branch([([letter], 0), ([UInt8(ascii: "j")], 4)])
      case UInt8(ascii: "r") where isAfterVowel: paths.branch([([letter], 0), ([UInt8(ascii: "d")], 3)])
      default: paths.append(letter)
      }
    }
  }

  /// European begins as यूरोप does, and इस्कूल is said for स्कूल.
  private static func start(_ letter: UInt8, _ next: UInt8, _ third: UInt8, _ paths: inout SkeletonPaths) {
    let vowel: [UInt8] = [UInt8(ascii: "a")]
    if letter == UInt8(ascii: "u") || letter == UInt8(ascii: "e") && next == UInt8(ascii: "u") {
      paths.branch([(vowel, 0), ([UInt8(ascii: "y")], 3)])
    } else if next == UInt8(ascii: "s"), "ktp".utf8.contains(third), letter == UInt8(ascii: "i") {
      paths.branch([(vowel, 0), ([], 3)])
    } else {
      paths.branch([(vowel, 0)])
    }
  }

  /// A nasal before a consonant is an anusvara for the most part, which has no letter in a skeleton.
  private static func nasal(_ letter: UInt8, _ next: UInt8, isLast: Bool, _ paths: inout SkeletonPaths) {
    let sounded: [UInt8] = [UInt8(ascii: "n")]
    if isLast {
      paths.branch([(sounded, 0), ([], letter == UInt8(ascii: "n") ? 1 : 4)])
    } else if isVowel(next) || next == UInt8(ascii: "y") || next == letter {
      paths.append(UInt8(ascii: "n"))
    } else if "bcdfgjkpqstvz".utf8.contains(next), letter == UInt8(ascii: "n") || "bpf".utf8.contains(next) {
      paths.branch([([], 0), (sounded, 1)])
    } else {
      paths.branch([(sounded, 0), ([], 2)])
    }
  }

  static func isVowel(_ letter: UInt8) -> Bool {
    switch letter {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"): true
    default: false
    }
  }
}
