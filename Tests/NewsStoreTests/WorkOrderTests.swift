import Testing

@testable import NewsStore

/// In which order many stories that wait are looked at.
@Suite struct WorkOrderTests {
  private static let day: Int64 = 86_400

  @Test("the newest thousand come by date, the others by spans of six days and within these as they lie in the store")
  func order() {
    // Feed by feed, as a first refresh lists them: forty stories of each feed, one a day, the newest first.
    var stories: [(row: Int64, date: Int64)] = []
    for feed in 0..<100 {
      for age in 0..<40 {
        let date = 20_000 * Self.day - Int64(age) * Self.day - Int64(feed)
        stories.append((row: Int64(feed * 40 + age + 1), date: date))
      }
    }
    stories.sort { $0.date > $1.date }
    let rows = WorkOrder.rows(stories)
    #expect(rows.prefix(1_000) == stories.prefix(1_000).map(\.row)[...])
    #expect(Set(rows) == Set(stories.map(\.row)) && rows.count == stories.count)
    let dates = Dictionary(uniqueKeysWithValues: stories.map { ($0.row, $0.date) })
    let rest = rows.dropFirst(1_000)
    for (row, next) in zip(rest, rest.dropFirst()) {
      let (span, nextSpan) = (GroupPlacing.span(ofDate: dates[row] ?? 0), GroupPlacing.span(ofDate: dates[next] ?? 0))
      #expect(span > nextSpan || (span == nextSpan && row < next))
    }
    #expect(Set(rest.map { GroupPlacing.span(ofDate: dates[$0] ?? 0) }).count > 3)
  }

  @Test("few stories come by date alone")
  func few() {
    #expect(WorkOrder.rows([(row: 1, date: 300), (row: 3, date: 200), (row: 2, date: 100)]) == [1, 3, 2])
    #expect(WorkOrder.rows([]) == [])
    // Dates that nobody can mean are as good as others.
    let odd = (0..<1_200).map { (row: Int64($0), date: $0 < 1_100 ? Int64.max : .min) }
    #expect(WorkOrder.rows(odd) == (0..<1_200).map(Int64.init))
  }
}
