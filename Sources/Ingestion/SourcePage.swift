/// Something to import: a name for messages, and a way to its bytes.
///
/// Bytes are asked for when their turn comes, and again when other pages teach how to read this one better; so ten thousand
/// files are never in memory together.
public struct SourcePage: Sendable {
  /// The file's path, its address, or whatever the reader knows it by.
  public let name: String
  /// The address that it was fetched from; nil for a file.
  public let url: String?
  /// What the server called it (`Content-Type`); nil for a file.
  public let contentType: String?
  /// No file or document that can be imported is larger.
  public static let largestUTF8Count = 32 << 20

  let bytes: @Sendable () throws -> [UInt8]

  /// - Parameter bytes: called from any thread, twice or more often; its error refuses this page only.
  public init(
    name: String, url: String? = nil, contentType: String? = nil,
    reading bytes: @escaping @Sendable () throws -> [UInt8]
  ) {
    self.name = name
    self.url = url
    self.contentType = contentType
    self.bytes = bytes
  }

  public init(name: String, bytes: [UInt8], url: String? = nil, contentType: String? = nil) {
    self.init(name: name, url: url, contentType: contentType) { bytes }
  }

  /// The page's bytes.
  public func read() throws -> [UInt8] { try bytes() }
}
