import NewsModel
import NewsStore

/// How long a store takes to answer while someone types, and to say what is near a story.
///
/// Headlines are taken spread over the list. Of each two neighbouring words are typed, cluster by cluster, in their own letters and in Latin
/// ones; each cluster asks, as the reader does. Then each story is read with its related ones.
enum SearchBenchmark {
  /// - Parameter isTyping: false for the related stories alone.
  static func run(store path: String, count: Int, isTyping: Bool) async throws {
    let store = try ArticleStore(path: path)
    let now = Timestamp(secondsSince1970: 1_795_500_000)
    let storyCount = try await store.headlines(HeadlineQuery(), start: 0, limit: 1).totalCount
    var chosen: [Headline] = []
    for number in 0..<count {
      chosen += try await store.headlines(HeadlineQuery(), start: number * storyCount / count, limit: 1).rows
    }
    print("\(storyCount) stories, \(chosen.count) taken")

    let clock = ContinuousClock()
    for (name, spelled) in !isTyping
      ? []
      : [("own letters", { $0 }), ("Latin letters", TypedLatin.text)]
        as [(String, (String) -> String)]
    {
      var times: [Duration] = []
      var asked: [(text: String, taken: Duration)] = []
      for (number, headline) in chosen.enumerated() {
        let words: [String] = headline.title.split(separator: " ").map { String($0) }.filter { $0.count > 2 }
        guard words.count > 1 else { continue }
        let first = number % (words.count - 1)
        let query = spelled(words[first] + " " + words[first + 1])
        for end in query.indices.dropFirst() + [query.endIndex] {
          let request = SearchRequest(text: String(query[..<end]), limit: 50, isTyping: true)
          let start = clock.now
          _ = try await store.search(request, now: now)
          times.append(clock.now - start)
          asked.append((request.text, times[times.count - 1]))
        }
      }
      report("search as you type, \(name)", times)
      for question in asked.sorted(by: { $0.taken > $1.taken }).prefix(5) {
        print("  “\(question.text)” \((question.taken / .milliseconds(1)).rounded()) ms")
      }
    }
    var times: [Duration] = []
    for headline in chosen {
      let start = clock.now
      _ = try await store.story(headline.id)
      times.append(clock.now - start)
    }
    report("a story with its related ones", times)
  }

  private static func report(_ name: String, _ times: [Duration]) {
    let sorted = times.sorted()
    func milliseconds(_ share: Double) -> String {
      let time = sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
      let hundredths = (time / .microseconds(10)).rounded()
      return "\(hundredths / 100)"
    }
    print(
      "\(name): p50 \(milliseconds(0.5)) ms, p90 \(milliseconds(0.9)) ms, p99 \(milliseconds(0.99)) ms, most \(milliseconds(1)) ms (\(times.count) questions)"
    )
  }
}
