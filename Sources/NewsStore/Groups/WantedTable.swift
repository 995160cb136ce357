internal import NewsModel

/// Stories that stored ones point at and that are not stored.
struct WantedTable {
  let connection: Connection

  /// Those that most stories point at first; of as many those whose headline comes first.
  func wanted(limit: Int) throws(SQLiteError) -> [WantedStory] {
    let links = RelatedLinkTable(connection: connection)
    // Headlines and rows come from one index; whether a story is there is asked only until enough are not.
    let counted = try connection.rows(
      """
      SELECT title_key, count(DISTINCT article_row) AS pointing FROM related_link WHERE title_key <> ''
      GROUP BY title_key ORDER BY pointing DESC, title_key
      """
    ) { (key: $0.text(0), count: $0.int(1)) }
    var wanted: [WantedStory] = []
    for (key, count) in counted {
      if wanted.count >= limit { break }
      if try links.isStored(titleKey: key) { continue }
      let found = try connection.first(
        """
        SELECT l.title, l.section, (SELECT o.url FROM related_link AS o WHERE o.title_key = ?1 AND o.url IS NOT NULL LIMIT 1), a.id
        FROM related_link AS l JOIN article AS a ON a.article_row = l.article_row
        WHERE l.title_key = ?1 ORDER BY a.list_date DESC, a.id LIMIT 1
        """, [.text(key)]
      ) { row in
        WantedStory(
          title: row.text(0), section: row.optionalText(1), url: row.optionalText(2), pointingCount: count,
          pointedAtBy: ArticleID(rawValue: row.text(3)))
      }
      if let found { wanted.append(found) }
    }
    return wanted
  }
}
