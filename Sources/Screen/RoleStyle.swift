internal import CellText

/// What one role sets of its look; what it leaves out comes from the role before its last dot, and at the top from the page.
struct RoleStyle: Hashable, Sendable {
  enum Tint: Hashable, Sendable {
    case base(Int)
    case fixed(Color)
  }

  var foreground: Tint?
  var background: Tint?
  /// Attributes that are switched on or off.
  var attributes: Style.Attributes = []
  var settled: Style.Attributes = []

  init(_ foreground: Int? = nil, on background: Int? = nil, _ attributes: Style.Attributes = []) {
    self.foreground = foreground.map(Tint.base)
    self.background = background.map(Tint.base)
    self.attributes = attributes
    settled = attributes
  }

  /// `self` where it says something, `other` elsewhere.
  func over(_ other: RoleStyle) -> RoleStyle {
    var result = self
    result.foreground = foreground ?? other.foreground
    result.background = background ?? other.background
    result.attributes = attributes.union(other.attributes.subtracting(settled))
    result.settled = settled.union(other.settled)
    return result
  }
}

extension RoleStyle {
  /// The look of every role on any base16 palette.
  static func standard(_ role: StyleRole) -> RoleStyle {
    switch role {
    case .page: RoleStyle(0x05, on: 0x00)
    case .pageDim: RoleStyle(0x03)
    case .frame: RoleStyle(0x02)
    case .frameFocused: RoleStyle(0x0D, .bold)
    case .frameTitle: RoleStyle(0x04)
    case .title: RoleStyle(0x04, on: 0x01)
    case .titleAccent: RoleStyle(0x0D, .bold)
    case .titleTag: RoleStyle(0x0C)
    case .headline: RoleStyle(0x05)
    case .headlineUnread: RoleStyle(0x06, .bold)
    case .headlineSelected: RoleStyle(0x07, on: 0x02)
    case .headlineSelectedUnread: RoleStyle(0x07, .bold)
    case .headlineBar: RoleStyle(0x0D, on: 0x02)
    case .section: RoleStyle(0x0E)
    case .sectionSelected: RoleStyle(0x0E, on: 0x02)
    case .source: RoleStyle(0x03)
    case .sourceSelected: RoleStyle(0x04, on: 0x02)
    case .reason: RoleStyle(0x03, .italic)
    case .passage: RoleStyle(0x04)
    case .passageSelected: RoleStyle(0x05, on: 0x02)
    case .group: RoleStyle(0x0C)
    case .groupSelected: RoleStyle(0x0C, on: 0x02)
    case .star: RoleStyle(0x09)
    case .starSelected: RoleStyle(0x09, on: 0x02)
    case .unreadMark: RoleStyle(0x0D)
    case .unreadMarkSelected: RoleStyle(0x0D, on: 0x02)
    case .tag: RoleStyle(0x0C)
    case .highlight: RoleStyle(0x05)
    case .highlightBullet: RoleStyle(0x0B)
    case .heading: RoleStyle(0x07, .bold)
    case .subheading: RoleStyle(0x06, .bold)
    case .byline: RoleStyle(0x03)
    case .dek: RoleStyle(0x04, .italic)
    case .body: RoleStyle(0x05)
    case .gloss: RoleStyle(0x03)
    case .quotation: RoleStyle(0x04, .italic)
    case .quotationBar: RoleStyle(0x03)
    case .picture: RoleStyle(0x03)
    case .table, .preformatted: RoleStyle(0x05)
    case .tableHeader: RoleStyle(0x06, .bold)
    case .notice: RoleStyle(0x04, .italic)
    case .credit: RoleStyle(0x03, .italic)
    case .link: RoleStyle(0x0D, .underline)
    case .linkNumber: RoleStyle(0x0A, .bold)
    case .hit: RoleStyle(0x00, on: 0x0A)
    case .hitCurrent: RoleStyle(0x00, on: 0x09, .bold)
    case .hitWord: RoleStyle(0x00, on: 0x09, [.bold, .underline])
    case .marked: RoleStyle(0x06, .underline)
    case .markSign: RoleStyle(0x0A, .bold)
    case .ghost: RoleStyle(0x03, .italic)
    case .status: RoleStyle(0x04, on: 0x01)
    case .statusKey: RoleStyle(0x0A, .bold)
    case .message: RoleStyle(0x0B)
    case .error: RoleStyle(0x08, on: 0x01, .bold)
    case .progress: RoleStyle(0x0B, on: 0x01)
    case .picker: RoleStyle(0x05, on: 0x01)
    case .pickerSelected: RoleStyle(0x07, on: 0x02, .bold)
    case .pickerSelectedHit: RoleStyle(nil, on: nil, [.bold, .underline])
    case .pickerDim: RoleStyle(0x04)
    case .pickerHit: RoleStyle(0x0A, .bold)
    case .pickerFrame, .pickerTitle: RoleStyle(0x0D)
    case .pickerAdded: RoleStyle(0x0B)
    case .pickerRemoved: RoleStyle(0x08)
    case .pickerAddedWord, .pickerRemovedWord: RoleStyle(nil, on: nil, [.bold, .underline])
    case .pickerTrouble: RoleStyle(0x08, .bold)
    }
  }
}

extension RoleStyle {
  init(_ foreground: Int, _ attributes: Style.Attributes) {
    self.init(foreground, on: nil, attributes)
  }
}
