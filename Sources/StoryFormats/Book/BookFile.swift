/// One file of a book's archive.
public struct BookFile: Hashable, Sendable {
  /// ASCII, from the root of the archive, `/` between folders.
  public var path: String
  public var bytes: [UInt8]
  /// False for what must stand in the archive as it is.
  public var isCompressed = true

  init(_ path: String, _ text: String, isCompressed: Bool = true) {
    self.path = path
    bytes = Array(text.utf8)
    self.isCompressed = isCompressed
  }
}
