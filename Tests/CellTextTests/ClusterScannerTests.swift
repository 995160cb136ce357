import TestSupport
import Testing

@testable import CellText

@Suite("Cluster scanner")
struct ClusterScannerTests {
  @Test("the scanner and Swift's Character see the same clusters in the sample texts")
  func samples() {
    for text in SampleTexts.all { #expect(text.clusterEnds == text.characterEnds, "\(text)") }
  }

  @Test("the scanner and Swift's Character see the same clusters in any mixture of scalars")
  func mixtures() {
    var random = FixedRandom(7)
    let others = Array(
      "aZ9 -।,\r\n\t\u{200C}\u{200D}\u{300}\u{FE0F}漢👍🏽🇮…“—ாক্\u{600}é\u{1CDA}\u{A8E0}\u{1100}\u{1161}".unicodeScalars)
    for _ in 0..<6000 {
      var scalars = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        let pick = Int.random(in: 0..<10, using: &random)
        switch pick {
        case 0...3: scalars.append(Unicode.Scalar(UInt32.random(in: 0x900...0x97F, using: &random))!)
        case 4, 5: scalars.append(["क", "त", "र", "ष"].randomElement(using: &random)!)
        case 6, 7: scalars.append(["\u{94D}", "\u{93C}", "\u{93F}", "\u{902}"].randomElement(using: &random)!)
        default: scalars.append(others.randomElement(using: &random)!)
        }
      }
      let text = String(scalars)
      #expect(text.clusterEnds == text.characterEnds, "\(scalars.map { String($0.value, radix: 16) })")
    }
  }

  @Test("the nearest boundary from an offset is the end of the cluster that the offset is in")
  func boundaries() {
    for text in SampleTexts.all {
      let ends = [0] + text.characterEnds
      var offsets = [0]
      for scalar in text.unicodeScalars { offsets.append(offsets[offsets.count - 1] + UTF8.width(scalar)) }
      let found = ClusterScanner.scanning(text) { $0.boundaries(atOrAfter: offsets) }
      var next = 0
      for (offset, boundary) in zip(offsets, found) {
        while ends[next] < offset { next += 1 }
        #expect(boundary == ends[next])
      }
    }
  }
}
