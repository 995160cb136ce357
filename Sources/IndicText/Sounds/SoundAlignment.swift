/// The cheapest way to lay two spellings side by side, in hundredths of a wrong letter.
enum SoundAlignment {
  private static let none = 1_000_000

  /// A Devanagari word against Latin letters.
  ///
  /// - Parameters:
  ///   - isSoundsOpen: sounds after the last letter cost nothing.
  ///   - isLettersOpen: letters after the last sound cost nothing.
  static func cost(
    _ sounds: [DevanagariSounds.Sound], _ letters: [UInt8], isSoundsOpen: Bool = false, isLettersOpen: Bool = false
  ) -> Int {
    let width = letters.count + 1
    return withUnsafeTemporaryAllocation(of: Int.self, capacity: width * (sounds.count + 1)) { best in
      best.initialize(repeating: none)
      best[0] = 0
      for index in 0...sounds.count {
        let row = index * width
        for place in 0..<width where best[row + place] < none {
          let cost = best[row + place]
          if place < letters.count {
            let inserted = cost + insertion(letters, place)
            if inserted < best[row + place + 1] { best[row + place + 1] = inserted }
          }
          guard index < sounds.count else { continue }
          let below = row + width + place
          let dropped = cost + unwritten(sounds, index)
          if dropped < best[below] { best[below] = dropped }
          let sound = sounds[index]
          for spelling in SoundTable.entries[Int(sound.letter)].spellings {
            let count = spelling.letters.count
            guard place + count <= letters.count, matches(letters, place, spelling.letters) else { continue }
            let written = cost + spelling.cost + surcharge(sounds, index, letters, place, count)
            if written < best[below + count] { best[below + count] = written }
          }
        }
      }
      if isLettersOpen { return best[(sounds.count * width)...].min() ?? none }
      guard isSoundsOpen else { return best[width * (sounds.count + 1) - 1] }
      return (0...sounds.count).map { best[$0 * width + letters.count] }.min() ?? none
    }
  }

  private static func matches(_ letters: [UInt8], _ place: Int, _ wanted: [UInt8]) -> Bool {
    for offset in wanted.indices where letters[place + offset] != wanted[offset] { return false }
    return true
  }

  /// What a sound costs that no letter stands for.
  private static func unwritten(_ sounds: [DevanagariSounds.Sound], _ index: Int) -> Int {
    let sound = sounds[index]
    if sound.isInherent {
      if !sound.isLast { return 4 }
      // मित्र ends in a vowel that is heard a little.
      return index > 1 && sounds[index - 2].isJoined ? 3 : 0
    }
    if sound.isDoubled { return 6 }
    if sound.letter == DevanagariSounds.anusvara, sound.isLast { return 12 }
    return SoundTable.entries[Int(sound.letter)].unwritten
  }

  /// What a spelling costs more in its place.
  private static func surcharge(
    _ sounds: [DevanagariSounds.Sound], _ index: Int, _ letters: [UInt8], _ place: Int, _ count: Int
  ) -> Int {
    let sound = sounds[index]
    if sound.isInherent, sound.isLast {
      // भारत is seldom bharata; mitra is usual.
      return index > 1 && sounds[index - 2].isJoined ? 0 : 12
    }
    if sound.letter == DevanagariSounds.anusvara, letters[place] == UInt8(ascii: "m") {
      let isLabial = index + 1 < sounds.count && (0x2A...0x2E).contains(sounds[index + 1].letter)
      return isLabial ? -20 : 0
    }
    return 0
  }

  /// What a letter costs that stands for no sound.
  private static func insertion(_ letters: [UInt8], _ place: Int) -> Int {
    let letter = letters[place]
    if place > 0, letters[place - 1] == letter { return 8 }
    switch letter {
    case LatinReading.nameEnd: return 0
    case UInt8(ascii: "e"): return place + 1 == letters.count ? 12 : 35
    case UInt8(ascii: "h"): return 22
    case UInt8(ascii: "a"): return 32
    case UInt8(ascii: "y"), UInt8(ascii: "w"): return 35
    case UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"): return 45
    case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "g"): return 75
    default: return 95
    }
  }
}

// MARK: - One script

extension SoundAlignment {
  /// Two Devanagari spellings: transcriptions of one loan word.
  static func cost(
    _ first: [DevanagariSounds.Sound], _ second: [DevanagariSounds.Sound], isSecondOpen: Bool = false
  ) -> Int {
    aligned(
      first.count, second.count, isSecondOpen: isSecondOpen,
      replacing: { substitution(first, $0, second, $1) },
      dropping: { missing(first, $0) }, inserting: { missing(second, $0) })
  }

  /// Two Latin spellings.
  static func latinCost(_ first: [UInt8], _ second: [UInt8], isSecondOpen: Bool = false) -> Int {
    aligned(
      first.count, second.count, isSecondOpen: isSecondOpen,
      replacing: { latinSubstitution(first[$0], second[$1]) },
      dropping: { insertion(first, $0) }, inserting: { insertion(second, $0) })
  }

  private static func aligned(
    _ firstCount: Int, _ secondCount: Int, isSecondOpen: Bool,
    replacing: (Int, Int) -> Int, dropping: (Int) -> Int, inserting: (Int) -> Int
  ) -> Int {
    let width = secondCount + 1
    return withUnsafeTemporaryAllocation(of: Int.self, capacity: width * (firstCount + 1)) { best in
      best.initialize(repeating: none)
      best[0] = 0
      for index in 0...firstCount {
        for place in 0..<width {
          var cost = best[index * width + place]
          if index > 0 { cost = min(cost, best[(index - 1) * width + place] + dropping(index - 1)) }
          if place > 0 { cost = min(cost, best[index * width + place - 1] + inserting(place - 1)) }
          if index > 0, place > 0 {
            cost = min(cost, best[(index - 1) * width + place - 1] + replacing(index - 1, place - 1))
          }
          best[index * width + place] = cost
        }
      }
      let lastRow = best[(firstCount * width)..<((firstCount + 1) * width)]
      return isSecondOpen ? lastRow.min() ?? none : lastRow.last ?? none
    }
  }

  private static func missing(_ sounds: [DevanagariSounds.Sound], _ index: Int) -> Int {
    let sound = sounds[index]
    if sound.isInherent {
      if index > 0, sounds[index - 1].letter == 0x2F { return 5 }
      return sound.isLast ? 5 : 20
    }
    // इजरायल is इजराइल.
    if sound.letter == 0x2F, index > 0, sounds[index - 1].letter == 0x06 { return 10 }
    // व्ह is what a careful writer makes of wh.
    if sound.letter == 0x39, index > 0, sounds[index - 1].letter == 0x35, sounds[index - 1].isJoined { return 5 }
    if sound.isDoubled { return 8 }
    return SoundTable.entries[Int(sound.letter)].unwritten
  }

  private static func substitution(
    _ first: [DevanagariSounds.Sound], _ index: Int, _ second: [DevanagariSounds.Sound], _ place: Int
  ) -> Int {
    let letter = first[index].letter
    let other = second[place].letter
    if letter == other { return 0 }
    return likeSounds[Int(min(letter, other)) << 7 | Int(max(letter, other))] ?? 200
  }

  /// Pairs of letters that one word is written with.
  private static let likeSounds: [Int: Int] = {
    var pairs: [Int: Int] = [:]
    let text =
      "एऐ:8 ओऔ:12 ऑओ:8 आऑ:10 औऑ:10 इई:30 उऊ:30 अआ:45 अए:40 अऑ:30 एॲ:8 ऐॲ:6 आॲ:20 अॲ:20 इए:25 उओ:25 इय:20 एय:20 आओ:35 शष:5 शस:25 सष:25 टत:20 डद:25 ठथ:20 ढध:20 "
      + "नण:8 कख:25 गघ:25 चछ:25 जझ:20 टठ:25 तथ:25 डढ:20 दध:25 पफ:40 बभ:25 वब:35 लळ:5 सज:40 टथ:30 रड:45 वओ:30 वउ:30 कच:60 ऋर:30 ऎए:3 ऒओ:3"
    for word in text.split(separator: " ") {
      let scalars = word.unicodeScalars.prefix(2).map { Int($0.value & 0x7F) }
      guard scalars.count == 2, let cost = word.split(separator: ":").last.flatMap({ Int($0) }) else { continue }
      pairs[min(scalars[0], scalars[1]) << 7 | max(scalars[0], scalars[1])] = cost
    }
    let anusvara = Int(DevanagariSounds.anusvara)
    for nasal in [0x19, 0x1E, 0x23, 0x28, 0x2E] { pairs[anusvara << 7 | nasal] = 12 }
    pairs[Int(DevanagariSounds.nasalV) << 7 | 0x35] = 30
    for (pair, vowel) in [(DevanagariSounds.ai, 0x06), (DevanagariSounds.ai, 0x10), (DevanagariSounds.au, 0x14)] {
      pairs[Int(pair) << 7 | vowel] = vowel == 0x06 ? 10 : 30
    }
    return pairs
  }()

  private static func latinSubstitution(_ first: UInt8, _ second: UInt8) -> Int {
    if first == second { return 0 }
    if LatinSkeleton.isVowel(first), LatinSkeleton.isVowel(second) { return 45 }
    switch (min(first, second), max(first, second)) {
    case (UInt8(ascii: "v"), UInt8(ascii: "w")): return 4
    case (UInt8(ascii: "c"), UInt8(ascii: "k")), (UInt8(ascii: "k"), UInt8(ascii: "q")): return 10
    case (UInt8(ascii: "i"), UInt8(ascii: "y")), (UInt8(ascii: "e"), UInt8(ascii: "y")): return 15
    case (UInt8(ascii: "s"), UInt8(ascii: "z")), (UInt8(ascii: "j"), UInt8(ascii: "z")): return 15
    case (UInt8(ascii: "m"), UInt8(ascii: "n")): return 40
    case (UInt8(ascii: "d"), UInt8(ascii: "r")): return 40
    case (UInt8(ascii: "b"), UInt8(ascii: "v")): return 40
    default: return 200
    }
  }
}
