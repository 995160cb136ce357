public import Foundation

/// Published test data that may lie beside the checkout; tests that need it are skipped, with a reason, where it does not.
public enum SharedData {
  /// Why a test that wants the data was not run.
  public static let missing = "the shared data is not there: set KHABAR_SHARED to the folder that holds data/"

  /// A file or folder of the shared data; nil where it is not there.
  ///
  /// The data lies in `../shared/data` beside the checkout, or in `data` of the folder that KHABAR_SHARED names.
  /// - Parameter path: relative to the data, `unicode/17.0/GraphemeBreakTest.txt`.
  public static func url(_ path: String) -> URL? {
    let url = folder.appendingPathComponent("data").appendingPathComponent(path)
    return FileManager.default.fileExists(atPath: url.path) ? url : nil
  }

  public static var isMissing: Bool {
    !FileManager.default.fileExists(atPath: folder.appendingPathComponent("data").path)
  }

  /// A text file of the data, unpacked when it is packed with xz.
  ///
  /// - Parameter path: as for ``url(_:)``.
  public static func text(_ path: String) throws -> String {
    guard let file = url(path) else { throw CocoaError(.fileNoSuchFile) }
    guard file.pathExtension == "xz" else { return try String(contentsOf: file, encoding: .utf8) }
    let unpacking = Process()
    let output = Pipe()
    unpacking.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    unpacking.arguments = ["xz", "-dc", file.path]
    unpacking.standardOutput = output
    try unpacking.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    unpacking.waitUntilExit()
    guard unpacking.terminationStatus == 0 else { throw CocoaError(.fileReadCorruptFile) }
    return String(decoding: data, as: UTF8.self)
  }

  /// The files of a packed set, by their path in it: of `nasty-xml` those in `files.tar.xz`. Unpacked anew each time; small sets only.
  public static func files(of set: String) throws -> [String: Data] {
    guard let archive = url(set + "/files.tar.xz") else { throw CocoaError(.fileNoSuchFile) }
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("khabar-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let unpacking = Process()
    unpacking.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    unpacking.arguments = ["tar", "-xJf", archive.path, "-C", folder.path]
    try unpacking.run()
    unpacking.waitUntilExit()
    guard unpacking.terminationStatus == 0 else { throw CocoaError(.fileReadCorruptFile) }
    var files: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
      var isFolder: ObjCBool = false
      let file = folder.appendingPathComponent(path)
      guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder), !isFolder.boolValue else {
        continue
      }
      files[path] = try Data(contentsOf: file)
    }
    return files
  }

  /// The seed: pages of a newspaper as saved, by file name.
  public static func seedPages() throws -> [String] {
    let seed = folder.appendingPathComponent("seed")
    return try FileManager.default.contentsOfDirectory(atPath: seed.path).filter { $0.hasSuffix(".txt") }.sorted()
      .map { try String(contentsOf: seed.appendingPathComponent($0), encoding: .utf8) }
  }

  /// The Big List of Naughty Strings.
  public static func naughtyStrings() throws -> [String] {
    let json = try JSONSerialization.jsonObject(with: Data(text("strings-blns/blns.json").utf8))
    return json as? [String] ?? []
  }

  /// Texts that were written to harm terminals.
  public static func terminalAttacks() throws -> [String] {
    try lines("nasty-terminal/cases.jsonl").compactMap { item in
      if let payload = item["payload"] as? String { return payload }
      guard let digits = item["payload_hex"] as? String else { return nil }
      let bytes = stride(from: 0, to: digits.count - 1, by: 2).compactMap {
        UInt8(digits.dropFirst($0).prefix(2), radix: 16)
      }
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  /// Words and signs that terminals were seen to count differently, and those of a table of what they should count.
  public static func contestedWords() throws -> [String] {
    let folder = "width-terminals/"
    var words = try lines(folder + "ucs-detect-devanagari.jsonl.xz").compactMap { $0["word"] as? String }
    words += try text(folder + "wcwidth-0.9.4-words.tsv.xz").split(separator: "\n").dropFirst().compactMap {
      $0.split(separator: "\t").first.map(String.init)
    }
    return words
  }

  private static func lines(_ path: String) throws -> [[String: Any]] {
    try text(path).split(separator: "\n").compactMap {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
    }
  }

  private static let folder: URL = {
    if let named = ProcessInfo.processInfo.environment["KHABAR_SHARED"], !named.isEmpty {
      return URL(fileURLWithPath: named)
    }
    let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return checkout.deletingLastPathComponent().appendingPathComponent("shared")
  }()
}
