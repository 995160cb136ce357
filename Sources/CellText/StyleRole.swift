/// What a piece of text is; a theme says what that looks like.
///
/// Names are dotted, as a theme's `roles:` map writes them: a role that a theme does not mention looks like the role before its last dot.
public enum StyleRole: String, Hashable, Sendable, CaseIterable {
  case page
  case pageDim = "page.dim"
  case frame
  /// The frame's name of the pane that has the keys.
  case frameFocused = "frame.focused"
  case frameTitle = "frame.title"
  case title
  case titleAccent = "title.accent"
  /// A tag of the filter in the title bar.
  case titleTag = "title.tag"
  case headline
  case headlineUnread = "headline.unread"
  case headlineSelected = "headline.selected"
  case headlineSelectedUnread = "headline.selected.unread"
  /// The bar at the left edge of the selected row.
  case headlineBar = "headline.bar"
  case section
  case sectionSelected = "section.selected"
  case source
  /// Why a story is named beside another one.
  case reason
  /// Where a search found its words in a story.
  case passage
  case passageSelected = "passage.selected"
  /// How many papers tell a story.
  case group
  case groupSelected = "group.selected"
  case sourceSelected = "source.selected"
  case star
  case starSelected = "star.selected"
  case unreadMark = "unread"
  case unreadMarkSelected = "unread.selected"
  case tag
  case highlight
  case highlightBullet = "highlight.bullet"
  /// The story's headline above its body.
  case heading
  case subheading
  case byline
  case dek
  case body
  /// Latin letters under a line of the body.
  case gloss = "body.gloss"
  case quotation
  /// The line at the left of somebody else's words.
  case quotationBar = "quotation.bar"
  /// A picture's caption.
  case picture
  case table
  case tableHeader = "table.header"
  /// Verse and code: lines as they were set.
  case preformatted
  /// What the reader says of the story: that the rest is on its way.
  case notice
  case credit
  case link
  /// The digit that opens a related story.
  case linkNumber = "number"
  case hit
  /// The hit that the cursor is on.
  case hitCurrent = "hit.current"
  /// The word that is being chosen.
  case hitWord = "hit.word"
  /// A sentence that the reader marked.
  case marked
  /// What stands beside its lines.
  case markSign = "marked.sign"
  /// A story that is known only by its title.
  case ghost
  case status
  case statusKey = "status.key"
  case message = "status.message"
  case error
  case progress
  case picker
  case pickerSelected = "picker.selected"
  case pickerSelectedHit = "picker.selected.hit"
  case pickerDim = "picker.dim"
  case pickerHit = "picker.hit"
  case pickerFrame = "picker.frame"
  case pickerTitle = "picker.title"
  /// A sentence that a later version has, and its words that the earlier one did not have.
  case pickerAdded = "picker.added"
  case pickerAddedWord = "picker.added.word"
  case pickerRemoved = "picker.removed"
  case pickerRemovedWord = "picker.removed.word"
  /// What went wrong, in a picker.
  case pickerTrouble = "picker.trouble"

  /// Place among all roles, from 0, in the order above: an index into tables of styles.
  public var ordinal: Int {
    // An enum without payload is stored as the number of its case.
    Int(unsafeBitCast(self, to: UInt8.self))
  }

  /// The role at a place among all roles.
  public init(ordinal: UInt8) {
    precondition(ordinal <= Self.pickerTrouble.ordinal, "There is no such role.")
    self = unsafeBitCast(ordinal, to: StyleRole.self)
  }

  /// The role before the last dot of the name that is a role itself; nil at the top.
  public var parent: StyleRole? {
    var name = Substring(rawValue)
    while let dot = name.lastIndex(of: ".") {
      name = name[..<dot]
      if let role = StyleRole(rawValue: String(name)) { return role }
    }
    return nil
  }
}
