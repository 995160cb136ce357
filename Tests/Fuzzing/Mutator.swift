/// Changes inputs as libFuzzer does, but the same way each time: for runs of seconds in an ordinary test.
public struct Mutator<Random: RandomNumberGenerator> {
  private var random: Random
  private let target: FuzzTarget

  public init(_ target: FuzzTarget, random: Random) {
    self.target = target
    self.random = random
  }

  /// A seed of the target's with one to eight changes; never longer than the target takes.
  public mutating func next() -> [UInt8] {
    var bytes = target.seeds.randomElement(using: &random) ?? []
    for _ in 0..<Int.random(in: 1...8, using: &random) { change(&bytes) }
    return Array(bytes.prefix(target.longestCount))
  }

  private mutating func change(_ bytes: inout [UInt8]) {
    let place = Int.random(in: 0...bytes.count, using: &random)
    let end = min(bytes.count, place + Int.random(in: 1...16, using: &random))
    switch Int.random(in: 0..<8, using: &random) {
    case 0 where place < bytes.count: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    case 1 where place < bytes.count: bytes[place] = UInt8.random(in: 0...255, using: &random)
    case 2: bytes.removeSubrange(place..<end)
    case 3: bytes.insert(contentsOf: bytes[place..<end], at: place)
    case 4: bytes.removeSubrange(place...)
    case 5:
      let other = target.seeds.randomElement(using: &random) ?? []
      let cut = Int.random(in: 0...other.count, using: &random)
      bytes.replaceSubrange(place..., with: other[cut...])
    case 6: bytes.insert(contentsOf: [0, 0x1B, 0x7F, 0x9B, 0xFF].shuffled(using: &random).prefix(1), at: place)
    default:
      let word = target.words.randomElement(using: &random) ?? "\u{200D}"
      bytes.insert(contentsOf: Array(word.utf8), at: place)
    }
  }
}
