import NewsModel
import TestSupport
import Testing

@testable import ReaderUI

@Suite struct HeadlineRowMemoTests {
  @Test("a row is made once for the same story as it is, and anew for whatever shows otherwise")
  func again() {
    let memo = HeadlineRowMemo()
    var headline = HeadlessReader(stories: Desk.many(3)).state.headlines.rows[0]
    var madeCount = 0
    func row(columns: Int = 40) -> HeadlineRow {
      if let known = memo.row(of: headline, hit: nil, columns: columns) { return known }
      madeCount += 1
      let row = HeadlineRow(headline, columns: columns, now: Desk.now, settings: ReaderSettings())
      memo.keep(row, of: headline, hit: nil, columns: columns)
      return row
    }
    #expect(row() == row() && madeCount == 1)
    #expect(row(columns: 30) != row(columns: 50) && madeCount == 3)
    let before = row()
    headline.isStarred = true
    #expect(row() != before && madeCount == 4)
    #expect(memo == HeadlineRowMemo())
  }

  @Test("other settings and another minute have other rows, also in a copy of the state")
  func owner() {
    var reader = HeadlessReader(stories: Desk.many(3))
    let first = reader.state
    reader.send(.tick(Timestamp(secondsSince1970: Desk.now.secondsSince1970 + 7_200, utcOffsetSeconds: 19_800)))
    #expect(reader.state.rowMemo !== first.rowMemo)
    let rows = reader.state.visibleHeadlines.map(\.row)
    #expect(rows != first.visibleHeadlines.map(\.row))
  }
}
