#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import Ingestion
import NewsModel
import NewsStore
import ReaderUI

/// `khabar store`: checks the store, repairs it, backs it up, makes it smaller.
struct StoreCommand {
  var runner: CommandRunner

  /// - Returns: 1 when a check found something.
  func run(_ action: Arguments.StoreAction) async throws -> Int32 {
    switch action {
    case .check: return try await check()
    case .repair: return try await repair()
    case .backup(let target, let isForced): return try await backUp(to: target, isForced: isForced)
    case .vacuum: return try await vacuum()
    }
  }

  private func check() async throws -> Int32 {
    let path = runner.storePath
    let report = try await CareProgress.show(runner.messages) { progress in
      try StoreCheck.run(at: path, progress: progress)
    }
    if runner.arguments.isJSON {
      Output.data(try JSONText.encoded(StoreCheckDocument(report, path: path, messages: runner.messages)))
    } else {
      tell(report, of: path)
    }
    return report.findings.isEmpty ? 0 : 1
  }

  private func tell(_ report: StoreCheckReport, of path: String) {
    let messages = runner.messages
    for finding in report.findings {
      Output.line(messages.sentence(for: finding))
      for detail in finding.details { Output.line("    " + detail) }
    }
    if report.schemaVersion < report.knownSchemaVersion, report.findings.isEmpty {
      Output.line(messages.say("\(path) has an older form and takes the new one when khabar opens it next."))
    }
    if report.awaitedTextCount > 0 {
      Output.line(
        messages.say("\(report.awaitedTextCount) new stories wait for their text; the next refresh asks for it again."))
    }
    if report.findings.isEmpty {
      let size = messages.size(report.byteCount)
      Output.line(messages.say("\(path) is sound: \(report.storyCount) stories, \(size)."))
    } else {
      Output.line(messages.say("`khabar store repair` puts it right; the store is laid aside first."))
    }
  }

  private func backUp(to target: String, isForced: Bool) async throws -> Int32 {
    let path = runner.storePath
    let report = try await CareProgress.show(runner.messages) { progress in
      try StoreBackup.write(from: path, to: target, replaces: isForced, progress: progress)
    }
    if runner.arguments.isJSON {
      Output.data(try JSONText.encoded(StoreCheckDocument(report, path: target, messages: runner.messages)))
    } else {
      let size = runner.messages.size(report.byteCount)
      Output.line(runner.messages.say("\(target): \(report.storyCount) stories, \(size), checked."))
      for finding in report.findings { Output.message(runner.messages.sentence(for: finding)) }
    }
    return report.findings.isEmpty ? 0 : 1
  }

  private func vacuum() async throws -> Int32 {
    let path = runner.storePath
    // Opening would make one.
    guard FileManager.default.fileExists(atPath: path) else {
      throw StoreError(
        kind: .cannotOpen, operation: "vacuum", path: path, message: SystemError(code: ENOENT).description)
    }
    let store = try runner.openStore()
    let bytes = try await CareProgress.show(runner.messages) { progress in
      progress(StoreProgress(.compacting))
      return try await store.vacuum()
    }
    if runner.arguments.isJSON {
      Output.data(try JSONText.encoded(["bytes_before": bytes.before, "bytes_after": bytes.after]))
    } else {
      let (before, after) = (runner.messages.size(bytes.before), runner.messages.size(bytes.after))
      Output.line(runner.messages.say("\(path): \(before) before, \(after) now."))
    }
    return 0
  }

  private func repair() async throws -> Int32 {
    let (path, now, messages) = (runner.storePath, runner.now, runner.messages)
    let sound = try? await CareProgress.show(messages) { progress in try StoreCheck.run(at: path, progress: progress) }
    if let sound, sound.findings.isEmpty {
      if runner.arguments.isJSON {
        Output.data(try JSONText.encoded(StoreRepairDocument(nil, path: path)))
      } else {
        Output.line(messages.say("\(path) is sound: there is nothing to repair."))
      }
      return 0
    }
    let report = try await CareProgress.show(messages) { progress in
      try StoreRepair.run(at: path, now: now, progress: progress)
    }
    // Search, highlights and tags come from the texts anew.
    let progress = RefreshProgressLine(messages: messages)
    let store = try runner.openStore()
    _ = try await StoryIndexing(store: store, isAlone: true).understandAndIndexAll {
      progress.show($0)
    } understood: {
    }
    progress.clear()
    if runner.arguments.isJSON {
      Output.data(try JSONText.encoded(StoreRepairDocument(report, path: path)))
    } else {
      for line in messages.lines(of: report, path: path) { Output.line(line) }
    }
    return 0
  }
}
