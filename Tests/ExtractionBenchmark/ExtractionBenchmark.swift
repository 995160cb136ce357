import Foundation
import NewsModel
import NewsParsing

/// How fast, and how well, bodies are found: `ExtractionBenchmark bodies [COUNT]`. Build it with `-c release`.
@main
struct ExtractionBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    switch arguments.first {
    case "bodies": bodies(count: arguments.dropFirst().first.flatMap { Int($0) } ?? 10_000)
    default: print("usage: ExtractionBenchmark bodies [COUNT]")
    }
  }

  /// Bodies of feeds, of about 9 KB each.
  private static func bodies(count: Int) {
    var maker = FeedBodies(seed: 7)
    let bodies = (0..<200).map { _ in maker.body(utf8Count: 9000) }
    let clock = ContinuousClock()
    var utf8Count = 0
    var blockCount = 0
    let trees = clock.measure {
      for number in 0..<count { _ = HTMLDocument(bodies[number % bodies.count], scope: .fragment) }
    }
    let taken = clock.measure {
      for number in 0..<count {
        let body = bodies[number % bodies.count]
        utf8Count += body.utf8.count
        blockCount += HTMLBody.body(ofFragment: body, baseURL: "https://example.org/khabar/").blocks.count
      }
    }
    let megabytes = Double(utf8Count) / 1e6
    print("\(count) bodies, \(Int(megabytes)) MB, \(blockCount) blocks")
    print("trees  \(trees), \(megabytes / seconds(trees)) MB/s")
    print("bodies \(taken), \(megabytes / seconds(taken)) MB/s")
  }

  static func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
  }
}
