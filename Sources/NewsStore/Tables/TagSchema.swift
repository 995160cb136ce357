/// Tags by whom, their kinds, and what the reader made of them.
enum TagSchema {
  static let sql = ""
}
