import Foundation
import IndicText
import Ingestion
import NewsModel
import NewsStore
import TestSupport
import Testing

/// Related stories against what readers marked: stories of events of one kind at the same places, and the halves of one report.
///
/// The stories have no tags and no dates. Most numbers were chosen with the even half of the questions; what is held here is the odd half.
@Suite("The quality of related stories", .enabled(if: !SharedData.isMissing, "\(SharedData.missing)"), .inBackground)
struct RelatedQualityTests {
  @Test("stories of events of one kind at the same places are found better than by BM25 over their words")
  func events() async throws {
    var names: [String: Int] = [:]
    var texts: [[String]] = []
    for object in try SharedData.objects("hindi-ednil-events/docs.jsonl.xz") {
      guard let name = object["file"] as? String, let paragraphs = object["paragraphs"] as? [String] else { continue }
      names[name] = texts.count
      texts.append(paragraphs)
    }
    var wanted: [Int: Set<Int>] = [:]
    for line in try SharedData.text("hindi-ednil-events/weak-related.tsv").split(separator: "\n").dropFirst() {
      let fields = line.split(separator: "\t").map(String.init)
      guard let a = names[fields[0]], let b = names[fields[1]] else { continue }
      wanted[a, default: []].insert(b)
      wanted[b, default: []].insert(a)
    }
    let corpus = try await Corpus(texts)
    for half in 0...1 {
      let questions = wanted.filter { $0.key % 2 == half }
      let (ours, theirs) = try await corpus.scores(questions)
      print("related: events, half \(half): ours \(ours), BM25 \(theirs)")
      guard half == 1 else { continue }
      #expect(ours.averagePrecision > theirs.averagePrecision + 0.04)
      #expect(ours.recall >= theirs.recall)
    }
  }

  @Test("the halves of one report find each other better than by BM25 over their words")
  func halves() async throws {
    var texts: [[String]] = []
    for (index, object) in try SharedData.objects("hindi-ednil-events/docs.jsonl.xz").enumerated() {
      guard index % 2 == 1, let paragraphs = object["paragraphs"] as? [String] else { continue }
      var sentences: [String] = []
      for paragraph in paragraphs.dropFirst() {
        for range in SentenceIterator(paragraph, locale: "hi") { sentences.append(String(paragraph[range])) }
      }
      guard sentences.count >= 8 else { continue }
      texts.append(Array(sentences[..<(sentences.count / 2)]))
      texts.append(Array(sentences[(sentences.count / 2)...]))
    }
    let corpus = try await Corpus(texts)
    let questions = Dictionary(uniqueKeysWithValues: texts.indices.map { ($0, Set([$0 ^ 1])) })
    let (ours, theirs) = try await corpus.scores(questions)
    print("related: halves of \(texts.count / 2) reports: ours \(ours), BM25 \(theirs)")
    #expect(ours.averagePrecision > theirs.averagePrecision)
    #expect(ours.recall >= theirs.recall - 0.01)
  }
}

/// Stories in a store, and the same in a table for BM25.
private struct Corpus {
  private var store: ArticleStore
  private var ids: [ArticleID] = []
  private var numbers: [ArticleID: Int] = [:]
  private var baseline: OkapiBM25

  init(_ texts: [[String]]) async throws {
    store = try ArticleStore.inMemory()
    let feed = Feed(id: FeedID(rawValue: "plain"), title: "सादा पाठ")
    let articles = texts.enumerated().map { number, paragraphs in
      Article(
        id: ArticleID(identity: "\(number)"), identity: "\(number)", feed: feed.id, title: paragraphs.first ?? "–",
        language: "hi", body: ArticleBody(paragraphs: Array(paragraphs.dropFirst())))
    }
    try await store.save(articles, from: feed, now: Timestamp(secondsSince1970: 1_760_000_000))
    try await StoryIndexing(store: store).indexAll()
    ids = articles.map(\.id)
    for (number, id) in ids.enumerated() { numbers[id] = number }
    baseline = OkapiBM25(texts.map { SearchKey.words($0.joined(separator: " ")) })
  }

  func scores(_ questions: [Int: Set<Int>]) async throws -> (ours: RankScore, baseline: RankScore) {
    var (ours, theirs) = (RankScore(), RankScore())
    for (number, wanted) in questions.sorted(by: { $0.key < $1.key }) {
      let links = try #require(try await store.story(ids[number])).computed
      #expect(links.count <= 10 && links.allSatisfy { 0...1 ~= $0.score ?? -1 && $0.target != ids[number] })
      ours.add(links.compactMap { $0.target.flatMap { numbers[$0] } }, wanted: wanted)
      theirs.add(baseline.nearest(to: number, limit: 10), wanted: wanted)
    }
    return (ours, theirs)
  }
}

/// What rankings of ten are worth, averaged over questions.
private struct RankScore: CustomStringConvertible {
  private var sums = (precision: 0.0, firstFive: 0.0, recall: 0.0, reciprocal: 0.0)
  private var count = 0.0

  var averagePrecision: Double { sums.precision / count }
  var recall: Double { sums.recall / count }

  mutating func add(_ ranking: [Int], wanted: Set<Int>) {
    var found = 0.0
    var precision = 0.0
    count += 1
    for (place, number) in ranking.prefix(10).enumerated() where wanted.contains(number) {
      if found == 0 { sums.reciprocal += 1 / Double(place + 1) }
      if place < 5 { sums.firstFive += 0.2 }
      found += 1
      precision += found / Double(place + 1)
    }
    sums.precision += precision / Double(wanted.count)
    sums.recall += found / Double(wanted.count)
  }

  var description: String {
    func text(_ sum: Double) -> String { String(format: "%.3f", sum / count) }
    return
      "MAP \(text(sums.precision)), P@5 \(text(sums.firstFive)), recall@10 \(text(sums.recall)), MRR \(text(sums.reciprocal)) (\(Int(count)))"
  }
}

/// BM25 with the usual numbers (k1 1.2, b 0.75): each word of the question counts as often as it is there.
private struct OkapiBM25 {
  private var vectors: [[Int: Double]] = []
  private var counts: [[Int: Double]] = []

  init(_ texts: [[String]]) {
    var words: [String: Int] = [:]
    counts = texts.map { text in
      var count: [Int: Double] = [:]
      for word in text {
        let number = words[word] ?? words.count
        words[word] = number
        count[number, default: 0] += 1
      }
      return count
    }
    var frequencies: [Int: Double] = [:]
    for count in counts { for word in count.keys { frequencies[word, default: 0] += 1 } }
    let mean = Double(texts.reduce(0) { $0 + $1.count }) / Double(max(1, texts.count))
    vectors = zip(counts, texts).map { count, text in
      var vector: [Int: Double] = [:]
      for (word, times) in count {
        let frequency = frequencies[word] ?? 0
        let rarity = log(1 + (Double(texts.count) - frequency + 0.5) / (frequency + 0.5))
        vector[word] = rarity * times * 2.2 / (times + 1.2 * (0.25 + 0.75 * Double(text.count) / mean))
      }
      return vector
    }
  }

  func nearest(to number: Int, limit: Int) -> [Int] {
    let question = counts[number]
    let scores = vectors.map { vector in question.reduce(0) { $0 + $1.value * (vector[$1.key] ?? 0) } }
    return scores.indices.filter { $0 != number }.sorted { (scores[$1], $0) < (scores[$0], $1) }.prefix(limit).map {
      $0
    }
  }
}
