import NewsModel
import NewsStore
import ReaderUI

/// `khabar group`: the stories that tell what one tells, and what each adds.
struct GroupCommand {
  var runner: CommandRunner

  private struct Document: Encodable {
    struct Member: Encodable {
      var id: String
      var title: String
      var source: String
      var date: String
      var relation: String
      var agency: String?
      var added: [String]
    }

    var papers: Int
    var members: [Member]
  }

  func run(id: String) async throws {
    let store = try runner.openStore()
    let story = try await runner.story(withPrefix: id, in: store)
    let group = try await store.group(of: story.id)
    if runner.arguments.isJSON {
      let members = (group?.members ?? []).map { member in
        Document.Member(
          id: member.headline.id.rawValue, title: member.headline.title, source: member.headline.source,
          date: member.headline.date.rfc3339, relation: member.relation.rawValue, agency: member.agency,
          added: member.added)
      }
      Output.data(try JSONText.encoded(Document(papers: group?.paperCount ?? 1, members: members)))
      return
    }
    guard let group else {
      Output.message(
        runner.messages.say("This story stands alone: nobody else tells of it."))
      return
    }
    for member in group.members {
      Output.line(
        [
          member.headline.id.rawValue, String(member.headline.date.rfc3339.prefix(16)), member.relation.rawValue,
          member.agency, member.headline.source, member.headline.title,
        ].compactMap { $0 }.joined(separator: "  "))
      for sentence in member.added { Output.line("    + " + sentence) }
    }
  }
}

/// `khabar wanted`: stories that are pointed at and not stored.
struct WantedCommand {
  var runner: CommandRunner

  private static let limit = 50

  private struct Entry: Encodable {
    var title: String
    var section: String?
    var url: String?
    var count: Int
    var pointedAtBy: String

    enum CodingKeys: String, CodingKey {
      case title, section, url, count
      case pointedAtBy = "pointed_at_by"
    }
  }

  func run() async throws {
    let wanted = try await runner.openStore().wanted(limit: Self.limit)
    if runner.arguments.isJSON {
      let entries = wanted.map {
        Entry(
          title: $0.title, section: $0.section, url: $0.url, count: $0.pointingCount,
          pointedAtBy: $0.pointedAtBy.rawValue)
      }
      Output.data(try JSONText.encoded(["wanted": entries]))
      return
    }
    for story in wanted {
      Output.line(
        [String(story.pointingCount), story.section ?? "–", story.title, story.url].compactMap { $0 }
          .joined(separator: "  "))
    }
    if wanted.isEmpty {
      Output.message(
        runner.messages.say("None: whatever stories point at is here."))
    }
  }
}
