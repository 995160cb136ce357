public import NewsModel

/// One of the stories that a story leads to.
public struct StoryLink: Hashable, Sendable {
  public enum Group: Hashable, Sendable {
    case related, moreFrom, pointedAtBy, computed
  }

  public var group: Group
  public var title: String
  public var section: String?
  /// Nil while the story is only a title.
  public var target: ArticleID?
  public var date: Timestamp?
  /// Why it was computed, and on what that rests; nil for what the page names and for stories that point here.
  public var reason: RelatedLink.Reason?
  public var evidence: [String] = []

  public var isGhost: Bool { target == nil }

  /// All that `story` leads to: the page's related stories, more of its section, stories that point here, stories with its tags.
  static func all(of story: Story) -> [StoryLink] {
    let fromPage = [(Group.related, story.related), (.moreFrom, story.moreFrom)]
    var links = fromPage.flatMap { group, links in links.map { StoryLink(group: group, $0) } }
    links += story.pointedAtBy.map {
      StoryLink(group: .pointedAtBy, title: $0.title, section: $0.section, target: $0.id, date: $0.date)
    }
    links += story.computed.map { StoryLink(group: .computed, $0) }
    // A story that is near for two reasons has one number: the publisher's reason comes first.
    var seen: Set<ArticleID> = []
    return links.filter { link in link.target.map { seen.insert($0).inserted } ?? true }
  }

  private init(group: Group, _ link: RelatedLink) {
    self.init(group: group, title: link.title, section: link.section, target: link.target, date: link.targetDate)
    guard group == .computed else { return }
    reason = link.reason
    evidence = link.evidence ?? []
  }

  init(group: Group, title: String, section: String?, target: ArticleID?, date: Timestamp?) {
    self.group = group
    self.title = title
    self.section = section
    self.target = target
    self.date = date
  }
}

extension StoryLink.Group {
  func title(section: String?, phrases: Phrases) -> String {
    switch self {
    case .related: phrases(.related)
    case .moreFrom: phrases(.moreFrom, section ?? "")
    case .pointedAtBy: phrases(.pointedAtBy)
    case .computed: phrases(.computed)
    }
  }
}
