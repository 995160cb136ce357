/// Values by name that belong to the store, not to a configuration file.
struct SettingTable {
  let connection: Connection

  func value(_ name: String) throws(SQLiteError) -> String? {
    try connection.first("SELECT value FROM setting WHERE name = ?", [.text(name)]) { $0.text(0) }
  }

  /// All values by their names.
  func all() throws(SQLiteError) -> [String: String] {
    let rows = try connection.rows("SELECT name, value FROM setting") { ($0.text(0), $0.text(1)) }
    return Dictionary(rows, uniquingKeysWith: { _, last in last })
  }

  /// Nil forgets the setting.
  func set(_ name: String, to value: String?) throws(SQLiteError) {
    if let value {
      try connection.run(
        "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        [.text(name), .text(value)])
    } else {
      try connection.run("DELETE FROM setting WHERE name = ?", [.text(name)])
    }
  }
}
