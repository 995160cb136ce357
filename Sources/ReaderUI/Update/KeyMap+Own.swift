public import Screen

/// A binding of the reader's own: keys pressed one after another, in all panes or in one, and what they ask for.
public struct OwnBinding: Hashable, Sendable {
  /// Nil is everywhere.
  public var pane: Pane?
  /// At least one.
  public var keys: [Key]
  /// Done one after another. None: the keys do nothing.
  public var actions: [ReaderAction]

  public init(pane: Pane? = nil, keys: [Key], actions: [ReaderAction]) {
    self.pane = pane
    self.keys = keys
    self.actions = actions
  }
}

/// What keys that were pressed one after another mean.
public struct KeyMatch: Hashable, Sendable {
  /// Nil when the keys are not bound, empty when they are bound to nothing.
  public var actions: [ReaderAction]?
  /// Whether longer sequences begin so.
  public var isPrefix: Bool
}

extension KeyMap {
  /// What `typed` asks for while `pane` has the keys: the reader's own bindings of the pane, then those for everywhere, then the table.
  public func match(_ typed: [Key], in pane: Pane) -> KeyMatch {
    // Digits of a Devanagari keyboard are the digits, unless they are bound themselves.
    let latin = typed.map(\.withLatinDigit)
    if latin == typed || isOwn(typed, in: pane) { return exactMatch(typed, in: pane) }
    return exactMatch(latin, in: pane)
  }

  /// Whether the reader bound these keys, or a sequence that begins with them.
  private func isOwn(_ typed: [Key], in pane: Pane) -> Bool {
    own.contains { ($0.pane == nil || $0.pane == pane) && $0.keys.starts(with: typed) }
  }

  private func exactMatch(_ typed: [Key], in pane: Pane) -> KeyMatch {
    let actions = ownActions(typed, in: pane) ?? (typed.count == 1 ? action(for: typed[0]).map { [$0] } : nil)
    return KeyMatch(actions: actions, isPrefix: own.contains { goesOn($0, after: typed, in: pane) })
  }

  /// The keys that may follow `typed` now, and what the sequence then asks for; nil where it goes on.
  public func continuations(of typed: [Key], in pane: Pane) -> [(key: Key, actions: [ReaderAction]?)] {
    var seen: Set<Key> = []
    return own.filter { goesOn($0, after: typed, in: pane) }.compactMap { binding in
      let next = binding.keys[typed.count]
      guard seen.insert(next).inserted else { return nil }
      return (next, ownActions(typed + [next], in: pane))
    }
  }

  /// What the reader bound `keys` to, the pane's binding first; of two for the same keys the last one holds.
  private func ownActions(_ keys: [Key], in pane: Pane) -> [ReaderAction]? {
    (own.last { $0.pane == pane && $0.keys == keys } ?? own.last { $0.pane == nil && $0.keys == keys })?.actions
  }

  private func goesOn(_ binding: OwnBinding, after typed: [Key], in pane: Pane) -> Bool {
    guard binding.pane == nil || binding.pane == pane, binding.keys.count > typed.count,
      binding.keys.starts(with: typed)
    else { return false }
    // Freed by a later binding, or by the pane's.
    return ownActions(binding.keys, in: pane)?.isEmpty == false
  }
}

extension KeyMap {
  /// The keys that ask for `action` and nothing else in `pane`, those of the reader's own first.
  ///
  /// - Parameter pane: nil looks at bindings for everywhere only.
  public func names(for action: ReaderAction, in pane: Pane?) -> [String] {
    var seen: Set<[Key]> = []
    return candidates(for: action, in: pane).filter { holds($0, for: action, in: pane) && seen.insert($0).inserted }
      .map { Key.name(of: $0) }
  }

  /// The first of ``names(for:in:)``; nil when there is none. Each frame names a dozen.
  public func firstName(for action: ReaderAction, in pane: Pane?) -> String? {
    candidates(for: action, in: pane).first { holds($0, for: action, in: pane) }.map { Key.name(of: $0) }
  }

  private func candidates(for action: ReaderAction, in pane: Pane?) -> [[Key]] {
    var keys = own.filter { ($0.pane == nil || $0.pane == pane) && $0.actions == [action] }.map(\.keys)
    keys += self.keys(for: action).map { [$0] }
    if case .openRelated(let number) = action { keys.append([.scalar(Unicode.Scalar(UInt8(0x30 + number)))]) }
    return keys
  }

  private func holds(_ keys: [Key], for action: ReaderAction, in pane: Pane?) -> Bool {
    if let pane { return match(keys, in: pane).actions == [action] }
    if let last = own.last(where: { $0.pane == nil && $0.keys == keys }) { return last.actions == [action] }
    return keys.count == 1 && self.action(for: keys[0]) == action
  }
}

extension Key {
  /// `१` as `1`; other keys are themselves.
  fileprivate var withLatinDigit: Key {
    guard case .scalar(let scalar) = self, (0x966...0x96F).contains(scalar.value),
      let digit = Unicode.Scalar(scalar.value - 0x966 + 0x30)
    else { return self }
    return .scalar(digit)
  }
}
