internal import NewsModel
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// What the reader did and the store has not taken yet, in a file beside it: the store takes a batch of stories at a time, which may be a second,
/// and khabar may be killed in it.
///
/// The file is there while something waits, locked by its process (flock(2)). One that nobody locks was left by a process that is gone; whoever
/// opens the store next takes what stands in it. See <doc:ReadingState>.
final class ReadingJournal: Sendable {
  /// One change, and the stories that it is for.
  struct Entry: Equatable {
    var change: ReadingChange
    var ids: [ArticleID]
    var time: Timestamp
  }

  private struct State: ~Copyable {
    var file: OpenFile?
    var name = ""
    var waitingCount = 0
  }

  private let storePath: String?
  private let state = Mutex(State())

  /// - Parameter path: the store's file; nil for one without, which ends with its process anyway.
  init(beside path: String?) {
    storePath = path
  }

  deinit {
    state.withLock { if $0.file != nil { unlink($0.name) } }
  }

  /// Notes a change before the store is asked; ``taken()`` must follow. Where no file can be written the change has only the store.
  func note(_ entry: Entry) {
    guard let storePath else { return }
    let line = Array(ReadingJournalCoding.line(of: entry).utf8)
    state.withLock { state in
      state.waitingCount += 1
      if state.file == nil {
        state.name = storePath + Self.mark + String(UInt64.random(in: .min ... .max), radix: 36)
        state.file = Self.make(state.name)
      }
      if let descriptor = state.file?.descriptor { _ = write(descriptor, line, line.count) }
    }
  }

  /// The store has a change that was noted, or has refused it.
  func taken() {
    guard storePath != nil else { return }
    state.withLock { state in
      state.waitingCount -= 1
      guard state.waitingCount == 0, state.file != nil else { return }
      // First the name: without it nobody finds the file when its lock is gone.
      unlink(state.name)
      state.file = nil
    }
  }
}

extension ReadingJournal {
  private static let mark = "-reading-"

  /// Nil where none can be made, or where somebody took it for a dead process's in the moment before it was locked.
  private static func make(_ name: String) -> OpenFile? {
    guard let file = OpenFile(name, O_WRONLY | O_CREAT | O_EXCL | O_APPEND) else { return nil }
    var facts = stat()
    guard flock(file.descriptor, LOCK_EX | LOCK_NB) == 0, fstat(file.descriptor, &facts) == 0, facts.st_nlink > 0
    else { return nil }
    return file
  }

  /// Hands over what dead processes left beside the store at `path`, and removes their files when `take` has kept it.
  static func takeLeftOver(beside path: String, _ take: ([Entry]) throws -> Void) rethrows {
    let end = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path.utf8.index(after: $0) } ?? path.startIndex
    let folder = end == path.startIndex ? "." : String(path[..<end])
    let prefix = String(path[end...]) + mark
    guard let listing = opendir(folder) else { return }
    defer { closedir(listing) }
    while let item = readdir(listing) {
      let name = withUnsafePointer(to: &item.pointee.d_name) { pointer in
        String(cString: UnsafeRawPointer(pointer).assumingMemoryBound(to: CChar.self))
      }
      guard name.hasPrefix(prefix) else { continue }
      let whole = folder == "." ? name : folder + name
      guard let file = OpenFile(whole, O_RDONLY | O_NOFOLLOW | O_NONBLOCK),
        flock(file.descriptor, LOCK_EX | LOCK_NB) == 0
      else { continue }
      try take(ReadingJournalCoding.entries(read(file)))
      unlink(whole)
    }
  }

  private static func read(_ file: borrowing OpenFile) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count < byteLimit {
      let count = pread(file.descriptor, &buffer, buffer.count, off_t(bytes.count))
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    return bytes
  }

  /// A file of ours is never near it.
  private static let byteLimit = 16 << 20
}

/// A line of a journal: seconds since 1970, then what is read, starred, and the block, `-` for what stays, then the stories' IDs.
enum ReadingJournalCoding {
  static func line(of entry: ReadingJournal.Entry) -> String {
    let change = entry.change
    func text(_ flag: Bool?) -> String { flag.map { $0 ? "1" : "0" } ?? "-" }
    var parts = [String(entry.time.secondsSince1970), text(change.isRead), text(change.isStarred)]
    parts.append(change.blockIndex.map { String($0) } ?? "-")
    parts += entry.ids.map(\.rawValue).filter { $0.utf8.allSatisfy { (0x21...0x7E).contains($0) } && !$0.isEmpty }
    return parts.joined(separator: " ") + "\n"
  }

  /// What is no line of ours is passed over, as is a line that was not written to its end.
  static func entries(_ bytes: [UInt8]) -> [ReadingJournal.Entry] {
    guard let end = bytes.lastIndex(of: 0x0A) else { return [] }
    return bytes[..<end].split(separator: 0x0A).compactMap { line in
      let parts = line.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
      guard parts.count > 4, let seconds = Int64(parts[0]) else { return nil }
      func flag(_ text: String) -> Bool? { text == "1" ? true : text == "0" ? false : nil }
      return ReadingJournal.Entry(
        change: ReadingChange(isRead: flag(parts[1]), isStarred: flag(parts[2]), blockIndex: Int(parts[3])),
        ids: parts[4...].map { ArticleID(rawValue: $0) }, time: Timestamp(secondsSince1970: seconds))
    }
  }
}
