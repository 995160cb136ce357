import CellText
import Testing

@Suite("Roles")
struct StyleRoleOrdinalTests {
  @Test("a role's ordinal is its place among all roles")
  func ordinals() {
    #expect(StyleRole.allCases.map(\.ordinal) == Array(StyleRole.allCases.indices))
  }
}
