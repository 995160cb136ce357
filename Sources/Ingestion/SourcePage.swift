/// A page to import: a name for messages, and a way to its bytes.
///
/// Bytes are asked for when their turn comes, and again when other pages teach how to read this one better; so ten thousand
/// files are never in memory together.
public struct SourcePage: Sendable {
  /// The file's path, or whatever the reader knows the page by.
  public let name: String
  let bytes: @Sendable () throws -> [UInt8]

  /// - Parameter bytes: called from any thread, twice or more often; its error refuses this page only.
  public init(name: String, reading bytes: @escaping @Sendable () throws -> [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  public init(name: String, bytes: [UInt8]) {
    self.init(name: name) { bytes }
  }

  /// The page's bytes.
  public func read() throws -> [UInt8] { try bytes() }
}
