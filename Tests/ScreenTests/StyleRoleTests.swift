import CellText
import Testing

@Suite("Roles")
struct StyleRoleTests {
  @Test("a role's ordinal is its place among all roles")
  func ordinals() {
    #expect(StyleRole.allCases.map(\.ordinal) == Array(StyleRole.allCases.indices))
    #expect(StyleRole.allCases.indices.map { StyleRole(ordinal: UInt8($0)) } == StyleRole.allCases)
  }

  @Test("a role's parent is the role before its last dot")
  func parents() {
    #expect(StyleRole.headlineSelectedUnread.parent == .headlineSelected)
    #expect(StyleRole.headlineSelected.parent == .headline)
    #expect(StyleRole.headline.parent == nil)
    #expect(StyleRole.message.parent == .status)
  }
}
