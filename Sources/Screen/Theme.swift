/// Colours and weights of every role.
public struct Theme: Hashable, Sendable {
  public var name: String

  public init(name: String) {
    self.name = name
  }

  /// The look when no theme file can be read.
  public static let compiledIn = Theme(name: "khabar")
}
