/// The parts of the page that can have the keys.
public enum Pane: Hashable, Sendable, CaseIterable {
  case headlines
  case highlights
  case body
}
