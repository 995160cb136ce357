internal import CSQLite
public import NewsModel

/// Makes a sound store of a damaged one, with everything that can still be read of it. How: <doc:CareOfTheStore>.
public enum StoreRepair {
  /// Copies the store aside, rescues its rows into a new file, checks that, and puts it in place. Nothing is deleted: what lies aside is the store
  /// as it was. The full-text index is empty afterwards, and all stories wait to be analysed.
  ///
  /// - Parameter now: names the copy.
  /// - Throws: ``StoreError``: `inUse` while another process has the store open, `nothingToRescue`, `foreignDatabase`, `newerVersion`,
  ///   `cannotOpen`, `diskFull`. The store is then as it was.
  public static func run(
    at path: String, now: Timestamp, progress: (StoreProgress) -> Void = { _ in }
  ) throws(StoreError) -> RescueReport {
    if let problem = StoreFile.problem(reading: path) {
      throw StoreError(kind: .cannotOpen, operation: "repair", path: path, message: problem)
    }
    try refuseOthers(path)
    let lock: StoreLock
    do throws(StoreLock.Failure) { lock = try StoreLock(path: path) } catch {
      switch error {
      case .inUse: throw StoreError(kind: .inUse, operation: "repair", path: path)
      case .system(let words): throw StoreError(kind: .cannotOpen, operation: "repair", path: path, message: words)
      }
    }
    progress(StoreProgress(.copying))
    let aside = freeName(path + ".damaged-" + day(now))
    if let problem = lock.copy(to: aside) ?? copyLog(of: path, to: aside) {
      throw StoreError(kind: .failed, operation: "save aside", path: aside, message: problem)
    }
    StoreFile.synchronise(aside)
    let name = path + ".repair-\(UInt32.random(in: 0 ... .max))"
    let (work, new) = (name + ".old", name + ".new")
    defer {
      for file in [work, new] { for ending in ["", "-wal", "-shm", "-journal"] { StoreFile.remove(file + ending) } }
    }
    if let problem = StoreFile.copy(aside, to: work) ?? copyLog(of: aside, to: work) ?? StoreFile.createNew(new) {
      throw StoreError(kind: .failed, operation: "repair", path: path, message: problem)
    }
    bringInLog(work)
    var report: RescueReport
    do throws(SQLiteError) { report = try Rescue(from: work, to: new).run(progress) } catch {
      throw StoreError(error, operation: "repair", path: path)
    }
    report.savedAside = aside
    if report.rescuedCount == 0 { throw StoreError(kind: .nothingToRescue, operation: "repair", path: path) }
    report.findings = try StoreCheck.run(at: new, progress: progress).findings
    let fatal: Set<StoreFinding.Kind> = [.damagedPages, .danglingReferences, .searchIndex]
    if let wrong = report.findings.first(where: { fatal.contains($0.kind) }) {
      throw StoreError(
        kind: .failed, operation: "repair", path: path, message: wrong.details.first ?? wrong.kind.rawValue)
    }
    try place(new, at: path)
    withExtendedLifetime(lock) {}
    return report
  }

  /// First the log goes, which SQLite would bring into whatever file has this name, then the new file takes the place.
  private static func place(_ new: String, at path: String) throws(StoreError) {
    StoreFile.synchronise(new)
    StoreFile.remove(path + "-wal")
    StoreFile.remove(path + "-shm")
    if let problem = StoreFile.place(new, at: path, replaces: true) {
      throw StoreError(kind: .cannotOpen, operation: "repair", path: path, message: problem)
    }
    StoreFile.synchronise(path)
  }

  /// Another program's database, and a store that a newer khabar wrote, are not for us to repair.
  private static func refuseOthers(_ path: String) throws(StoreError) {
    guard let file = DamagedFile(path: path), let head = file.page(1), head.starts(with: DamagedFile.magic) else {
      return
    }
    let version = head.number(at: 60)
    let isOurs = head.number(at: 68) == SchemaMigrator.applicationID
    if isOurs, version > Migrations.all.count, version < 1_000 {
      throw StoreError(
        kind: .newerVersion(found: version, known: Migrations.all.count), operation: "repair", path: path)
    }
    if !isOurs, !DamagedSchema(file).isOurs {
      throw StoreError(kind: .foreignDatabase, operation: "repair", path: path)
    }
  }

  private static func copyLog(of source: String, to target: String) -> String? {
    for ending in ["-wal", "-shm"] where StoreFile.exists(source + ending) {
      if let problem = StoreFile.copy(source + ending, to: target + ending) { return problem }
    }
    return nil
  }

  /// Lets SQLite bring what the log of a copy holds into it, as far as it can. The file's head is put right first where SQLite would not open it.
  private static func bringInLog(_ work: String) {
    // The log's index is made anew.
    StoreFile.remove(work + "-shm")
    guard let file = DamagedFile(path: work), let first = file.page(1) else { return }
    if !first.starts(with: DamagedFile.magic) || first.short(at: 16) != file.pageSize & 0xFFFF {
      StoreFile.overwriteHead(of: work, with: head(pageSize: file.pageSize, pageCount: file.pageCount))
    }
    // What cannot be brought in is lost; what is in the file is read without SQLite.
    guard let connection = try? Connection(path: work) else { return }
    // A connection looks for a log when it reads, and not before; this much is read without the schema.
    _ = try? connection.first("PRAGMA user_version") { $0.int(0) }
    _ = try? connection.emptyLog()
  }

  /// The first hundred bytes of a store (sqlite.org/fileformat2.html, 1.3).
  private static func head(pageSize: Int, pageCount: Int) -> [UInt8] {
    func bytes(_ number: Int) -> [UInt8] { [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) } }
    var head = DamagedFile.magic
    head += [UInt8(pageSize >> 8 & 0xFF), UInt8(pageSize & 0xFF), 2, 2, 0, 64, 32, 32]
    head += bytes(1) + bytes(pageCount) + bytes(0) + bytes(0) + bytes(1) + bytes(4) + bytes(0) + bytes(0) + bytes(1)
    head += bytes(Migrations.all.count) + bytes(0) + bytes(SchemaMigrator.applicationID)
    return head + [UInt8](repeating: 0, count: 20) + bytes(1) + bytes(Int(sqlite3_libversion_number()))
  }

  /// As in `2026-11-29-1450`.
  private static func day(_ now: Timestamp) -> String {
    String(now.rfc3339.prefix(16).map { $0 == "T" ? "-" : $0 }.filter { $0 != ":" })
  }

  private static func freeName(_ name: String) -> String {
    var number = 1
    var free = name
    while StoreFile.exists(free) {
      number += 1
      free = "\(name)-\(number)"
    }
    return free
  }
}
