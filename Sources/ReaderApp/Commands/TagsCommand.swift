import CellText
import IndicText
import NewsModel
import NewsStore
import ReaderUI

/// `khabar tags`: tags with the number of stories that carry them, all about one, and what the reader makes of them.
struct TagsCommand {
  var runner: CommandRunner

  func run(_ action: Arguments.TagsAction) async throws {
    let store = try runner.openStore()
    switch action {
    case .list: try await list(store)
    case .show(let name): try await show(name, store)
    case .add(let name, let id):
      let story = try await runner.story(withPrefix: id, in: store)
      guard try await store.addTag(name, to: story.id) else { throw CommandFailure.badTag(name) }
      tell("\(story.article.title): now has “\(name)”.")
    case .remove(let name, let id):
      let story = try await runner.story(withPrefix: id, in: store)
      guard try await store.removeTag(name, from: story.id) else {
        throw CommandFailure.notTagged(name, story: story.article.title)
      }
      tell("“\(name)” is off; `khabar tags add` puts it back.")
    case .merge(let names, let name):
      for other in names where try await store.tagPage(other, now: runner.now) == nil {
        throw CommandFailure.noSuchTag(other)
      }
      if SearchKey.fold(name).isEmpty { throw CommandFailure.badTag(name) }
      let count = try await store.mergeTags(names, into: name)
      tell("\(count) tags are “\(name)” now; `khabar tags split` parts them again.")
    case .rename(let name, let newName):
      if SearchKey.fold(newName).isEmpty { throw CommandFailure.badTag(newName) }
      guard try await store.renameTag(name, to: newName) else { throw CommandFailure.noSuchTag(name) }
      tell("“\(name)” is “\(newName)” now; `khabar tags split` brings the old name back.")
    case .split(let spelling):
      guard try await store.splitTag(spelling) else { throw CommandFailure.noSuchTag(spelling) }
      tell("“\(spelling)” is a tag of its own again.")
    }
  }

  private func tell(_ sentence: Sentence) {
    Output.line(runner.messages.say(sentence))
  }

  private struct Entry: Encodable {
    var name: String
    var count: Int
    var kind: String?
    /// Stories by who gave the tag: `publisher`, `analysis`, `reader`.
    var origins: [String: Int]
  }

  private func list(_ store: ArticleStore) async throws {
    let tags = try await store.tags()
    if runner.arguments.isJSON {
      let facts = try await store.tagFacts()
      let entries = tags.map { tag in
        let fact = facts[tag.name]
        return Entry(
          name: tag.name, count: tag.count, kind: fact?.kind?.rawValue, origins: Self.named(fact?.origins ?? [:]))
      }
      Output.data(try JSONText.encoded(["tags": entries]))
      return
    }
    for tag in tags { Output.line("\(tag.count)  #\(tag.name)") }
    if tags.isEmpty { Output.message(runner.phrases(.noTags)) }
  }

  private static func named(_ origins: [TagOrigin: Int]) -> [String: Int] {
    Dictionary(uniqueKeysWithValues: origins.map { ($0.key.rawValue, $0.value) })
  }

  private func show(_ name: String, _ store: ArticleStore) async throws {
    guard let page = try await store.tagPage(name, now: runner.now) else { throw CommandFailure.noSuchTag(name) }
    if runner.arguments.isJSON {
      Output.data(try JSONText.encoded(TagDocument(page)))
      return
    }
    let settings = try runner.settings()
    let kind = page.kind.map { " · " + runner.phrases.kind($0) } ?? ""
    Output.line("#\(page.tag.name)\(kind) · \(settings.dates.number(page.tag.count))")
    if page.spellings.count > 1 {
      Output.line(page.spellings.map { "\($0.name) \(settings.dates.number($0.count))" }.joined(separator: " · "))
    }
    if !page.months.isEmpty {
      let first = page.months[0]
      let last = page.months[page.months.count - 1]
      Output.line(
        "\(first.year)-\(first.month) \(MonthChart(page.months.map(\.count), isASCII: false).text) \(last.year)-\(last.month)"
      )
    }
    if !page.companions.isEmpty {
      Output.line(page.companions.map { "#\($0.name) \(settings.dates.number($0.count))" }.joined(separator: "  "))
    }
    for occurrence in page.occurrences {
      Output.line("\(occurrence.story.rawValue)  \(DisplayText.safe(occurrence.passage.text))")
    }
  }
}

/// All about a tag as JSON.
private struct TagDocument: Encodable {
  struct Count: Encodable {
    var name: String
    var count: Int
  }

  struct Month: Encodable {
    var month: String
    var count: Int
  }

  struct Occurrence: Encodable {
    var id: String
    var title: String
    var date: String
    /// Hits between U+0002 and U+0003.
    var snippet: String
  }

  var name: String
  var count: Int
  var kind: String?
  var origins: [String: Int]
  var spellings: [Count]
  var months: [Month]
  var companions: [Count]
  var occurrences: [Occurrence]

  init(_ page: TagPage) {
    name = page.tag.name
    count = page.tag.count
    kind = page.kind?.rawValue
    origins = Dictionary(uniqueKeysWithValues: page.origins.map { ($0.key.rawValue, $0.value) })
    spellings = page.spellings.map { Count(name: $0.name, count: $0.count) }
    months = page.months.map {
      Month(month: "\($0.year)-" + ($0.month < 10 ? "0" : "") + "\($0.month)", count: $0.count)
    }
    companions = page.companions.map { Count(name: $0.name, count: $0.count) }
    occurrences = page.occurrences.map {
      Occurrence(
        id: $0.story.rawValue, title: $0.title, date: $0.date.rfc3339, snippet: $0.passage.marked("\u{2}", "\u{3}"))
    }
  }
}
