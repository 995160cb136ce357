/// How soon the story that the selection moved to is loaded.
///
/// A single move shows its story at once. While a key is held down the list alone moves: drawing each story that is passed by
/// would cost three times the bytes of the move itself, and a slow line would still be drawing when the key is let go.
nonisolated struct PreviewPace: Sendable {
  /// Keyboards repeat some 30 times a second; a person who looks at each story presses more slowly than this.
  private static let rest = Duration.milliseconds(120)

  private var lastAsked: ContinuousClock.Instant?

  init() {}

  /// - Returns: zero unless another story was asked for just before; then the time to rest, within which a newer request replaces this one.
  mutating func delay(at now: ContinuousClock.Instant) -> Duration {
    defer { lastAsked = now }
    guard let lastAsked, now - lastAsked < Self.rest else { return .zero }
    return Self.rest
  }
}
