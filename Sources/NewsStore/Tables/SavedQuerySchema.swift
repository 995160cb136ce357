/// Smart lists and mute rules.
enum SavedQuerySchema {
  static let sql = ""
}
