/// Stories that are near one another: vectors, shingles, groups.
enum GroupSchema {
  static let sql = ""
}
