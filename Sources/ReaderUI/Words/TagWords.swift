public import NewsModel

extension Phrases {
  /// What a tag names, as a word: "व्यक्ति".
  public func kind(_ kind: TagKind) -> String {
    switch kind {
    case .person: self(.kindPerson)
    case .place: self(.kindPlace)
    case .organisation: self(.kindOrganisation)
    case .topic: self(.kindTopic)
    }
  }
}
