/// What an address leads to, as far as it is known before it is opened.
public enum LinkKind: String, Hashable, Sendable, CaseIterable {
  case link, picture, video
}
