import Foundation
import Fuzzing
import TestSupport
import Testing

/// Files in the folder of findings, TARGET/NAME.
private enum FoundInputs {
  static let paths: [String] = {
    let folder = Bundle.module.resourceURL?.appendingPathComponent("Findings").path ?? ""
    return ((try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []).filter { $0.contains("/") }.sorted()
  }()
}

/// What `.ci/fuzz` runs for minutes, for seconds: the same targets with the same changes each time, and whatever was ever found.
@Suite("Hostile input to everything that reads", .inBackground)
struct FuzzTargetTests {
  @Test("every target takes its seeds, and a thousand changes of them", arguments: FuzzTarget.all.map(\.name))
  func changedSeeds(_ name: String) throws {
    let target = try #require(FuzzTarget.named(name))
    for seed in target.seeds { try target.run(seed) }
    var mutator = Mutator(target, random: FixedRandom(20_261_129))
    let end = ContinuousClock.now + .seconds(2)
    for number in 0..<1_000 where ContinuousClock.now < end {
      let input = mutator.next()
      do { try target.run(input) } catch {
        Issue.record("input \(number): \(error)\n\(Data(input).base64EncodedString())")
        return
      }
    }
  }

  @Test("whatever was found once is found no more", arguments: FoundInputs.paths)
  func foundInputs(_ path: String) throws {
    let file = try #require(Bundle.module.resourceURL).appendingPathComponent("Findings/" + path)
    let target = try #require(FuzzTarget.named(String(path.prefix { $0 != "/" })), "no target for \(path)")
    let input = [UInt8](try Data(contentsOf: file))
    try target.run(input)
  }
}
