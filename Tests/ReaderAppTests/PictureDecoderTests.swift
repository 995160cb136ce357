import CConfinement
import Foundation
import Screen
import TestSupport
import Testing

@testable import ReaderApp

/// chafa as it runs, and programs that would do harm in its place.
@Suite("The decoder of pictures", .onOwnThreads)
struct PictureDecoderTests {
  nonisolated static let chafa = "/usr/bin/chafa"
  nonisolated static let isMissing = !FileManager.default.isExecutableFile(atPath: chafa)
  nonisolated static let missing: Comment = "chafa is not installed (apt-get install chafa)"

  private let drawing = PictureDecoder.Drawing(
    size: Size(rows: 6, columns: 12), colors: "full", hasBlockElements: true)

  /// Red at the left, blue at the right.
  private let halves = PNGFile.bytes(width: 120, height: 120) { column, _ in column < 60 ? (250, 0, 0) : (0, 0, 250) }

  @Test("a picture is drawn with its colours, and keeps its shape", .disabled(if: isMissing, missing))
  func drawn() async throws {
    let picture = try await PictureDecoder(path: Self.chafa).draw(halves, as: drawing)
    #expect((picture.rowCount, picture.columnCount) == (6, 12))
    for row in 0..<picture.rowCount {
      for (column, part) in picture.row(row).enumerated() where column != 5 && column != 6 {
        // Of a plain cell the ink may be in front or behind.
        let tint = part.scalar == " " ? part.colors.background : part.colors.foreground
        guard case .direct(let red, _, let blue) = tint else {
          Issue.record("no colour at \(row), \(column)")
          continue
        }
        #expect(column < 5 ? red > 200 && blue < 50 : red < 50 && blue > 200)
      }
    }
  }

  @Test(
    "for terminals with few colours or none, and without block elements", .disabled(if: isMissing, missing),
    arguments: ["256", "16", "8", "none"])
  func fewColors(colors: String) async throws {
    var drawing = drawing
    drawing.colors = colors
    drawing.hasBlockElements = colors != "none"
    // Light enough to be seen without colours.
    let halves = PNGFile.bytes(width: 120, height: 120) { column, _ in
      column < 60 ? (250, 250, 230) : (20, 20, 30)
    }
    let picture = try await PictureDecoder(path: Self.chafa).draw(halves, as: drawing)
    #expect(picture.rowCount == 6)
    let parts = (0..<6).flatMap { picture.row($0) }
    #expect(parts.contains { $0.colors != .role } == (colors != "none"))
    if colors == "none" { #expect(parts.allSatisfy { $0.scalar.isASCII } && parts.contains { $0.scalar != " " }) }
  }

  @Test("a picture of too many pixels is refused before anything opens it")
  func bomb() async {
    let nobody = PictureDecoder(path: "/nonexistent")
    await #expect(throws: PictureTrouble.tooManyPixels(width: 60_000, height: 60_000)) {
      try await nobody.draw(PNGFile.bomb(width: 60_000, height: 60_000), as: drawing)
    }
    // Width times height is more than an `Int` holds.
    let most = Int(UInt32.max)
    await #expect(throws: PictureTrouble.tooManyPixels(width: most, height: most)) {
      try await nobody.draw(PNGFile.bomb(width: most, height: most), as: drawing)
    }
    await #expect(throws: PictureTrouble.unknownKind) { try await nobody.draw(Array("<svg/>".utf8), as: drawing) }
  }

  @Test("a broken picture is a sentence and no crash", .disabled(if: isMissing, missing))
  func broken() async {
    for bytes in [Array(halves.prefix(60)), PNGFile.bomb(width: 6000, height: 6000)] {
      await #expect(throws: PictureTrouble.self) {
        try await PictureDecoder(path: Self.chafa).draw(bytes, as: drawing)
      }
    }
  }

  @Test("a program that is not there, or that cannot be one")
  func noProgram() async {
    await #expect(throws: PictureTrouble.self) {
      try await PictureDecoder(path: "/nonexistent/chafa").draw(halves, as: drawing)
    }
    #expect(await PictureDecoder(path: "/nonexistent/chafa").version() == nil)
  }
}

/// What a decoder could do if a picture had taken it over. Shell scripts stand for it.
///
/// One after the other: a script that is being written while another decoder is forked cannot be started (ETXTBSY). Off the main thread, which
/// other tests hold for longer than the time limit.
@Suite(
  "The decoder's confinement", .serialized, .onOwnThreads,
  .enabled(if: khabar_landlock_version() > 0 && khabar_filters_calls()))
nonisolated struct ConfinementTests {
  private let folder: String
  private let halves = PNGFile.bytes(width: 8, height: 8) { _, _ in (9, 9, 9) }
  private let drawing = PictureDecoder.Drawing(
    size: Size(rows: 4, columns: 40), colors: "none", hasBlockElements: false)

  init() throws {
    folder = FileManager.default.temporaryDirectory.path + "/khabar-confinement-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try "secret".write(toFile: folder + "/secret", atomically: true, encoding: .utf8)
  }

  private func decoder(_ script: String, seconds: Double = 8) throws -> PictureDecoder {
    let path = folder + "/program"
    try ("#!/bin/bash\n" + script).write(toFile: path, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    return PictureDecoder(path: path, timeout: .seconds(seconds))
  }

  /// A child of another test, between fork and exec, may still have the script open that it saw being written; then it does not start.
  private func untilStarted<Success>(_ work: () async throws -> Success) async throws -> Success {
    while true {
      do {
        return try await work()
      } catch PictureTrouble.notDrawn(status: 127) {
        try await Task.sleep(for: .milliseconds(20))
      }
    }
  }

  /// What the script says, as the picture that it is.
  private func answer(_ script: String) async throws -> [String] {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let decoder = try decoder(script)
    let picture = try await untilStarted { try await decoder.draw(halves, as: drawing) }
    return (0..<picture.rowCount).map { row in
      String(String.UnicodeScalarView(picture.row(row).map(\.scalar))).trimmingCharacters(in: .whitespaces)
    }
  }

  @Test("reads nothing of the reader's, writes nothing, starts nothing, and has no network")
  func confined() async throws {
    let home = folder
    let said = try await answer(
      """
      if read -r line 2>/dev/null < '\(home)/secret'; then echo "read: $line"; else echo "no reading"; fi
      if { echo x > '\(home)/new'; } 2>/dev/null; then echo "wrote"; else echo "no writing"; fi
      if { exec 3<>/dev/tcp/127.0.0.1/9; } 2>/dev/null; then echo "sent"; else echo "no network"; fi
      """)
    #expect(said == ["no reading", "no writing", "no network"])
  }

  @Test("starts no process")
  func childless() async throws {
    // bash itself ends when it cannot fork.
    await #expect(throws: PictureTrouble.notDrawn(status: 254)) { try await answer("(echo child)") }
  }

  @Test("has nothing of the reader's environment and descriptors, and no terminal")
  func alone() async throws {
    let open = FileHandle(forReadingAtPath: folder + "/secret")
    defer { try? open?.close() }
    let said = try await answer(
      """
      echo "home $HOME"
      count=0; for n in 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do { : <&$n; } 2>/dev/null && count=$((count+1)); done
      echo "descriptors $count"
      if { : < /dev/tty; } 2>/dev/null; then echo "terminal"; else echo "no terminal"; fi
      """)
    // bash keeps its script open, far above.
    #expect(said == ["home /", "descriptors 0", "no terminal"])
  }

  @Test("one that never ends is ended, and so is one that never stops talking", .timeLimit(.minutes(1)))
  func endless() async throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    await #expect(throws: PictureTrouble.timedOut) {
      try await decoder("while :; do :; done", seconds: 1).draw(halves, as: drawing)
    }
    await #expect(throws: PictureTrouble.timedOut) {
      try await decoder("exec 1>&-; while :; do :; done", seconds: 1).draw(halves, as: drawing)
    }
    await #expect(throws: PictureTrouble.notText) {
      try await decoder("while :; do echo aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa; done").draw(halves, as: drawing)
    }
  }

  @Test("one that is not wanted any more is ended at once", .timeLimit(.minutes(1)))
  func cancelled() async throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let decoder = try decoder("while :; do :; done", seconds: 30)
    let (halves, drawing) = (halves, drawing)
    // One that ran on would be ended by its limits, with another error. A group's tasks stay on the threads of this suite.
    await #expect(throws: CancellationError.self) {
      try await withThrowingTaskGroup { group in
        group.addTask { try await untilStarted { _ = try await decoder.draw(halves, as: drawing) } }
        try await Task.sleep(for: .milliseconds(100))
        group.cancelAll()
        try await group.next()
      }
    }
  }

  @Test("what it says beside a picture reaches nobody")
  func hostile() async throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    await #expect(throws: PictureTrouble.notText) {
      try await decoder("printf '\\033]52;c;aGk=\\007@@@'").draw(halves, as: drawing)
    }
    await #expect(throws: PictureTrouble.notDrawn(status: 3)) {
      try await decoder("echo '@@@'; exit 3").draw(halves, as: drawing)
    }
  }
}
