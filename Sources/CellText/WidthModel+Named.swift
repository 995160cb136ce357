extension WidthModel {
  /// xterm, urxvt, alacritty, VTE, screen, foot 1.13, and tmux but for what its ZWJ joins: the wcwidth family.
  public static let spacingMarks = WidthModel(rule: .scalarSum(spacingMark: 1, nonspacingMark: 0, joiner: 0))
  /// konsole: a spacing mark counts directly after its letter only; emoji sequences are joined.
  public static let firstSpacingMark = WidthModel(
    rule: .scalarSum(spacingMark: 1, nonspacingMark: 0, joiner: 0, marksStack: false),
    emoji: EmojiWidths(joinedByZWJ: .pictures, modifiersJoin: true, selectorWidens: false))
  /// tmux 3.3: whatever follows a ZWJ joins the character before it.
  public static let joinedSpacingMarks = WidthModel(
    rule: .scalarSum(spacingMark: 1, nonspacingMark: 0, joiner: 0),
    emoji: EmojiWidths(joinedByZWJ: .everything, modifiersJoin: false, selectorWidens: false))
  /// kitty 0.26 but for its ❤️, qterminal, and mlterm but for its joiners.
  public static let noMarks = WidthModel(rule: .scalarSum(spacingMark: 0, nonspacingMark: 0, joiner: 0))
  /// mlterm: no mark counts, ZWJ and ZWNJ do.
  public static let noMarksButJoiners = WidthModel(rule: .scalarSum(spacingMark: 0, nonspacingMark: 0, joiner: 1))
  /// terminology: every Indic mark counts.
  public static let everyMark = WidthModel(rule: .scalarSum(spacingMark: 1, nonspacingMark: 1, joiner: 0))
  /// wezterm, foot 1.25: a cluster is at most two columns wide, a conjunct is one cluster, vowel signs take none.
  public static let clusters = WidthModel(rule: .cluster(max: 2, conjunctsJoined: true))
  /// ghostty 1.2, contour 0.6: as ``clusters``, but each consonant of a conjunct is a cluster.
  public static let clustersApart = WidthModel(rule: .cluster(max: 2, conjunctsJoined: false))
  /// kitty 0.43: a cluster is one column wide, a wide character two.
  public static let oneColumnClusters = WidthModel(rule: .cluster(max: 1, conjunctsJoined: true))
  /// What the wcwidth library says from 0.9 on and terminals may follow: at most two columns, spacing vowel signs counted.
  public static let clustersWithMarks = WidthModel(rule: .cluster(max: 2, conjunctsJoined: true, spacingMark: 1))

  /// The models under the names that a command line and a configuration use, the default first.
  public static let named: [(name: String, model: WidthModel)] = [
    ("spacing-marks", .spacingMarks), ("first-spacing-mark", .firstSpacingMark),
    ("joined-spacing-marks", .joinedSpacingMarks), ("no-marks", .noMarks), ("no-marks-but-joiners", .noMarksButJoiners),
    ("every-mark", .everyMark), ("clusters", .clusters), ("clusters-apart", .clustersApart),
    ("one-column-clusters", .oneColumnClusters), ("clusters-with-marks", .clustersWithMarks),
  ]

  /// The model called `name`, or the one of the terminal called so; nil when there is none.
  public static func named(_ name: String) -> WidthModel? {
    let wanted = name.lowercased()
    return named.first { $0.name == wanted }?.model ?? terminals[wanted]
  }

  /// The name of the model whose rule this one follows, exceptions left out; nil for a rule without a name. Of several with one rule the one that
  /// treats emoji alike.
  public var name: String? {
    let alike = Self.named.filter { $0.model.rule == rule }
    return (alike.first { $0.model.emoji == emoji } ?? alike.first)?.name
  }

  /// A model by what the environment tells about the terminal; to be used until one is measured.
  ///
  /// A multiplexer counts before the terminal around it, for it is the multiplexer that moves the cursor.
  public static func guess(environment: [String: String]) -> (model: WidthModel, isMeasured: Bool) {
    for hint in hints {
      guard let value = environment[hint.variable], !value.isEmpty else { continue }
      if value.lowercased().hasPrefix(hint.prefix) { return (hint.model, false) }
    }
    return (.spacingMarks, false)
  }

  private static let widenedNoMarks = WidthModel(
    rule: noMarks.rule, emoji: EmojiWidths(joinedByZWJ: .nothing, modifiersJoin: false, selectorWidens: true))

  private static let terminals: [String: WidthModel] = [
    "wcwidth": .spacingMarks, "xterm": .spacingMarks, "urxvt": .spacingMarks, "rxvt": .spacingMarks,
    "alacritty": .spacingMarks, "vte": .spacingMarks, "gnome-terminal": .spacingMarks, "xfce4-terminal": .spacingMarks,
    "konsole": .firstSpacingMark, "tmux": .joinedSpacingMarks, "screen": .spacingMarks, "foot": .spacingMarks,
    "kitty": .widenedNoMarks, "qterminal": .noMarks, "mlterm": .noMarksButJoiners, "terminology": .everyMark,
    "iterm2": .spacingMarks, "st": .spacingMarks, "putty": .spacingMarks, "weston": .everyMark,
    "ghostty": .clustersApart, "contour": .clustersApart, "wezterm": .clusters,
  ]

  /// In the order they are asked; `prefix` is compared without case, an empty one takes any value.
  private static let hints: [(variable: String, prefix: String, model: WidthModel)] = [
    ("TMUX", "", .joinedSpacingMarks), ("STY", "", .spacingMarks),
    ("TERM", "tmux", .joinedSpacingMarks), ("TERM", "screen", .spacingMarks),
    ("TERM", "xterm-kitty", .widenedNoMarks), ("TERM", "mlterm", .noMarksButJoiners),
    ("TERM", "xterm-ghostty", .clustersApart),
    ("TERM", "alacritty", .spacingMarks), ("TERM", "foot", .spacingMarks), ("TERM", "rxvt", .spacingMarks),
    ("TERM", "contour", .clustersApart), ("TERM", "wezterm", .clusters),
    ("TERM_PROGRAM", "ghostty", .clustersApart), ("TERM_PROGRAM", "wezterm", .clusters),
    ("TERM_PROGRAM", "contour", .clustersApart), ("TERM_PROGRAM", "terminology", .everyMark),
    ("TERM_PROGRAM", "mlterm", .noMarksButJoiners), ("TERM_PROGRAM", "qterminal", .noMarks),
    ("TERM_PROGRAM", "kitty", .widenedNoMarks), ("TERM_PROGRAM", "", .spacingMarks),
    ("TERMINOLOGY", "1", .everyMark), ("MLTERM", "", .noMarksButJoiners), ("WT_SESSION", "", .clustersWithMarks),
    ("VTE_VERSION", "", .spacingMarks),
    ("KONSOLE_VERSION", "", .firstSpacingMark), ("KITTY_WINDOW_ID", "", .widenedNoMarks),
  ]
}
