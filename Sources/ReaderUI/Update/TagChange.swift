/// What a reader does to a tag as such; tags of one story are put on and taken off by ``ReaderEffect/addTag(_:_:)`` and its opposite.
public enum TagChange: Hashable, Sendable {
  case rename(String, to: String)
  /// The stories of the first become the second's.
  case merge(String, into: String)
  /// A spelling of a tag becomes a tag of its own.
  case split(String, of: String)
  /// Takes ``rename(_:to:)`` back, also where the new name was another tag's.
  case takeBackRename(String, to: String)

  /// What takes it back.
  var inverse: TagChange {
    switch self {
    case .rename(let name, let other): .takeBackRename(name, to: other)
    case .takeBackRename(let name, let other): .rename(name, to: other)
    case .merge(let name, let other): .split(name, of: other)
    case .split(let name, let other): .merge(name, into: other)
    }
  }
}
