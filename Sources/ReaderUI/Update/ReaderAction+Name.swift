extension ReaderAction {
  /// The name by which a configuration asks for the action: `move-down`, `open-related-3`. Names stay as they are.
  public var name: String {
    if case .openRelated(let number) = self { return "open-related-\(number)" }
    if let name = Self.names[self] { return name }
    // The case's own name, its words parted: moveDown is "move-down".
    return String(describing: self).reduce(into: "") { $0 += $1.isUppercase ? "-" + $1.lowercased() : String($1) }
  }

  /// Every action that a key can ask for, in the order of help.
  public static let all: [ReaderAction] = {
    var seen: Set<ReaderAction> = []
    let bound = KeyMap.standard.bindings.map(\.action).filter { seen.insert($0).inserted }
    return bound + (1...9).map { .openRelated($0) }
  }()

  /// The action called `name`; nil when none is.
  public static func named(_ name: String) -> ReaderAction? { byName[name] }

  private static let byName = Dictionary(all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

  /// Where a plainer name than the case's own is there.
  private static let names: [ReaderAction: String] = [
    .undoUnsubscribe: "undo", .toggleScript: "toggle-letters",
  ]
}
