import Foundation
import NewsModel
import NewsParsing

/// How fast, and how well, bodies are found.
enum BodyBenchmark {
  /// Bodies of feeds, of about 9 KB each.
  static func bodies(count: Int) {
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

  /// The bodies of saved pages. LIST has a name and a file a line, parted by a tab; OUTPUT gets a JSON object of name and text.
  static func pages(list: String, output: String) throws {
    let pages = try String(contentsOfFile: list, encoding: .utf8).split(separator: "\n").map { line in
      let fields = line.split(separator: "\t").map(String.init)
      return (
        name: fields[0],
        html: TextDecoding.decode(
          [UInt8](try Data(contentsOf: URL(fileURLWithPath: fields[1]))), charset: nil, as: .html
        ).text
      )
    }
    var texts: [String: String] = [:]
    let clock = ContinuousClock()
    let trees = clock.measure { for page in pages { _ = HTMLDocument(page.html) } }
    let taken = clock.measure {
      for page in pages {
        let body = PageBody.extract(HTMLDocument(page.html), baseURL: nil)
        texts[page.name] = body.blocks.filter { $0.kind != .picture }.map(\.text).joined(separator: "\n")
      }
    }
    let megabytes = Double(pages.reduce(0) { $0 + $1.html.utf8.count }) / 1e6
    print(
      "\(pages.count) pages, \(megabytes) MB; trees \(trees); \(taken); \(Double(pages.count) / seconds(taken)) pages/s"
    )
    try JSONSerialization.data(withJSONObject: texts).write(to: URL(fileURLWithPath: output))
  }

  private static func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
  }
}
