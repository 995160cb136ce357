import TestSupport
import Testing

@testable import NewsParsing

@Suite("UTF-8", .inBackground) struct UTF8CheckTests {
  private func agrees(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { UTF8Check.isValid($0) } == (String(validating: bytes, as: UTF8.self) != nil)
  }

  @Test("all pairs of bytes, and all beginnings of longer sequences, are told as the standard library tells them")
  func sequences() {
    let seconds: [UInt8] = [0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC2, 0xE0, 0xED, 0xF0, 0xFF]
    var failures: [[UInt8]] = []
    for first in UInt8.min...UInt8.max {
      for second in UInt8.min...UInt8.max where !agrees([first, second]) { failures.append([first, second]) }
      for second in seconds {
        for third in seconds {
          if !agrees([first, second, third]) { failures.append([first, second, third]) }
          for fourth in seconds where !agrees([first, second, third, fourth]) {
            failures.append([first, second, third, fourth])
          }
        }
      }
    }
    #expect(failures == [])
  }

  @Test("a text damaged anywhere is told as the standard library tells it")
  func damage() {
    var random = FixedRandom(41)
    let text = Array("नहर की सफ़ाई, 12 गाँव: naïve “café” 🎈 और अंत।".utf8)
    for _ in 0..<20_000 {
      var bytes = text
      bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      if Bool.random(using: &random) { bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random)) }
      #expect(agrees(bytes))
    }
  }
}
