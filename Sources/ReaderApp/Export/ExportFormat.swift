/// The forms that stories leave khabar in.
nonisolated enum ExportFormat: String, CaseIterable, Sendable {
  case json, markdown, epub, text, opml

  private static let endings: [String: ExportFormat] = [
    "json": .json, "md": .markdown, "markdown": .markdown, "epub": .epub, "txt": .text, "text": .text, "opml": .opml,
  ]

  /// The format that the end of a file's name says; nil when it says none.
  init?(fileName: String) {
    let name = fileName.split(separator: "/").last ?? ""
    // What begins with its only dot has no ending.
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return nil }
    let ending = name[name.index(after: dot)...].lowercased()
    guard let format = Self.endings[ending] else { return nil }
    self = format
  }
}
