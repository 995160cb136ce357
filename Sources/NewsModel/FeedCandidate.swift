/// A feed that can be subscribed to: found at an address, or named in a catalogue.
public struct FeedCandidate: Hashable, Sendable {
  public var address: String
  /// The feed's own title, or the publisher's; empty when it did not say.
  public var title: String
  /// What tells it from its neighbours: its format, its section; may be empty.
  public var detail: String
  /// BCP 47; nil when it is not known.
  public var language: String?
  /// The publisher's site; nil when it is not known.
  public var siteURL: String?
  /// The folder that the subscription is to stand in, as its path from the outermost; empty is the top level.
  public var folder: [String]

  public init(
    address: String, title: String = "", detail: String = "", language: String? = nil, siteURL: String? = nil,
    folder: [String] = []
  ) {
    self.address = address
    self.title = title
    self.detail = detail
    self.language = language
    self.siteURL = siteURL
    self.folder = folder
  }
}
