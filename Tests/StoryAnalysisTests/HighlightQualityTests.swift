import Foundation
import IndicText
import NewsModel
import StoryAnalysis
import TestSupport
import Testing

/// Highlights against what a newspaper itself says its stories are about.
@Suite("The quality of highlights", .enabled(if: !SharedData.isMissing, "\(SharedData.missing)"), .inBackground)
struct HighlightQualityTests {
  @Test("picked sentences tell as much of headline and summary as the first ones, and far more than others")
  func summaries() throws {
    var stories: [(input: AnalysisInput, reference: Set<String>)] = []
    for (number, object) in try SharedData.objects("hindi-naidunia/articles.jsonl.xz").enumerated() {
      guard let title = object["title"] as? String, let summary = object["summary"] as? String,
        let content = object["content"] as? String
      else { continue }
      // The summary is what is asked for: it must not be in the text.
      let paragraphs = content.split(separator: "\n").map(String.init)
        .filter { $0 != title && !$0.hasPrefix(summary.prefix(40)) }
      let input = AnalysisInput(
        id: ArticleID(rawValue: String(number)), title: title, body: ArticleBody(paragraphs: paragraphs),
        date: Timestamp(secondsSince1970: 0))
      stories.append((input, Self.words([title, summary])))
    }
    let words = stories.map { StoryWords($0.input) }
    var frequencies: [String: Int] = [:]
    for word in words.flatMap(\.words) { frequencies[word, default: 0] += 1 }

    var random = FixedRandom(7)
    var picked = Overlap(), first = Overlap(), arbitrary = Overlap()
    for (story, words) in zip(stories, words) {
      let highlights = HighlightPicker.highlights(
        of: story.input, words: words, documentFrequencies: words.words.map { (frequencies[$0] ?? 1) - 1 },
        storyCount: stories.count)
      if highlights.isEmpty { continue }
      let sentences = words.sentences.filter { $0.words.count >= 6 }.map { sentence in
        String(
          decoding: Array(story.input.body.blocks[sentence.blockIndex].text.utf8)[sentence.utf8Range], as: UTF8.self)
      }
      picked.add(highlights.map(\.text), story.reference)
      first.add(Array(sentences.prefix(highlights.count)), story.reference)
      arbitrary.add(Array(sentences.shuffled(using: &random).prefix(highlights.count)), story.reference)
    }
    print("highlights: picked \(picked), first \(first), arbitrary \(arbitrary)")
    #expect(picked.recall > first.recall - 0.01)
    #expect(picked.harmonicMean > 0.93 * first.harmonicMean)
    #expect(picked.harmonicMean > 1.5 * arbitrary.harmonicMean)
  }

  /// Words of more than two scalars, so that case endings do not count.
  private static func words(_ texts: [String]) -> Set<String> {
    Set(SearchKey.words(texts.joined(separator: " ")).filter { $0.unicodeScalars.count > 2 })
  }

  /// The words that sentences share with a reference, averaged over stories.
  private struct Overlap: CustomStringConvertible {
    private var sums = (recall: 0.0, harmonicMean: 0.0, count: 0.0)

    var recall: Double { sums.recall / sums.count }
    var harmonicMean: Double { sums.harmonicMean / sums.count }
    var description: String {
      String(format: "recall %.3f, F1 %.3f (%.0f stories)", recall, harmonicMean, sums.count)
    }

    mutating func add(_ sentences: [String], _ reference: Set<String>) {
      let found = words(sentences)
      let shared = Double(found.intersection(reference).count)
      sums.recall += shared / Double(max(1, reference.count))
      sums.harmonicMean += 2 * shared / Double(max(1, reference.count + found.count))
      sums.count += 1
    }
  }
}
