/// Every spelling of a section's name that a page wrote: what parts a section from a title glued to it.
struct SectionTable {
  let connection: Connection

  func add(_ names: [String]) throws(SQLiteError) {
    for name in names where !name.isEmpty {
      try connection.run("INSERT OR IGNORE INTO section (name) VALUES (?)", [.text(name)])
    }
  }

  func all() throws(SQLiteError) -> [String] {
    try connection.rows("SELECT name FROM section ORDER BY name") { $0.text(0) }
  }
}
