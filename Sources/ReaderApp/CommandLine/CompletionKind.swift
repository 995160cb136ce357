import NewsStore

/// What a shell can ask for while a word is typed: `khabar complete KIND PREFIX`.
nonisolated enum CompletionKind: String, Hashable, CaseIterable {
  case tag, feed, section, list, rule, story, theme, command
  case catalogueLanguage = "catalogue-language"
  case catalogueState = "catalogue-state"
  case catalogueSection = "catalogue-section"

  /// Nil for what the store does not hold.
  var stored: StoredNames.Kind? {
    switch self {
    case .tag: .tags
    case .feed: .feeds
    case .section: .sections
    case .list: .lists
    case .rule: .muteRules
    case .story: .stories
    case .theme, .command, .catalogueLanguage, .catalogueState, .catalogueSection: nil
    }
  }
}

nonisolated extension ValueKind {
  /// What a shell asks khabar for; nil for what it knows itself.
  var completion: CompletionKind? {
    switch self {
    case .tag: .tag
    case .feed: .feed
    case .section: .section
    case .list: .list
    case .rule: .rule
    case .story: .story
    case .theme: .theme
    case .command: .command
    case .catalogueLanguage: .catalogueLanguage
    case .catalogueState: .catalogueState
    case .catalogueSection: .catalogueSection
    case .text, .number, .choice, .suggestion, .file, .page, .address: nil
    }
  }

  var isFile: Bool { self == .file || self == .page }

  /// The words that may stand there, known without asking.
  var words: [String] {
    switch self {
    case .choice(let words), .suggestion(let words): words
    default: []
    }
  }
}
