import Foundation
import TestSupport
import Testing

@Suite("khabar store", .serialized, .onTerminalThreads)
nonisolated struct StoreCommandTests {
  private static let english = ["--ui-language", "en"]

  private func withStore(_ work: (_ home: String, _ store: String) throws -> Void) async throws {
    try await withTemporaryFolder { home in
      let run = try Run(["import", "-"], home: home, input: Page.text)
      #expect(run.status == 0, "\(run.errors)")
      try work(home, home + "/.local/share/khabar/khabar.db")
    }
  }

  private func damage(_ store: String) throws {
    let file = try #require(FileHandle(forUpdatingAtPath: store))
    // The second page is the root of the first table.
    try file.seek(toOffset: 8_192)
    try file.write(contentsOf: Data((0..<300).map { UInt8(truncatingIfNeeded: $0 &* 37) }))
    try file.close()
  }

  @Test("a sound store is told with its stories and bytes; there is nothing to repair")
  func sound() async throws {
    try await withStore { home, store in
      let check = try Run(["store"] + Self.english, home: home)
      #expect(check.status == 0 && check.output.hasPrefix(store + " is sound: 1 story") && check.errors.isEmpty)
      let json = try Run(["store", "check", "--json"], home: home)
      let report = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
      #expect(report?["sound"] as? Bool == true && report?["stories"] as? Int == 1)
      let repair = try Run(["store", "repair"] + Self.english, home: home)
      #expect(repair.status == 0 && repair.output == store + " is sound: there is nothing to repair.\n")
      let vacuum = try Run(["store", "vacuum", "--json"], home: home)
      #expect(vacuum.status == 0 && vacuum.output.contains("bytes_after"))
      let names = try FileManager.default.contentsOfDirectory(atPath: (store as NSString).deletingLastPathComponent)
      #expect(!names.contains { $0.contains("damaged") })
    }
  }

  @Test(
    "a damaged store is told with the command that repairs it; repaired, it has its stories, and the damaged one is kept"
  )
  func repair() async throws {
    try await withStore { home, store in
      #expect(try Run(["store", "vacuum"], home: home).status == 0)
      try damage(store)
      let bytes = try Data(contentsOf: URL(fileURLWithPath: store))
      let list = try Run(["list"] + Self.english, home: home)
      #expect(list.status == 1 && list.errors.contains("`khabar store repair`"), "\(list.errors)")
      let check = try Run(["store", "check"] + Self.english, home: home)
      #expect(check.status == 1 && check.output.contains("damaged"))
      let backup = try Run(["store", "backup", home + "/copy.db"] + Self.english, home: home)
      #expect(backup.status == 1 && !FileManager.default.fileExists(atPath: home + "/copy.db"))
      let repair = try Run(["store", "repair"] + Self.english, home: home)
      #expect(repair.status == 0 && repair.output.contains("Texts: rescued 1"), "\(repair.output)\(repair.errors)")
      let aside = try #require(repair.output.split(separator: " ").last.map { $0.trimmingCharacters(in: .newlines) })
      #expect(try Data(contentsOf: URL(fileURLWithPath: aside)) == bytes)
      #expect(try Run(["store", "check"], home: home).status == 0)
      let found = try Run(["list", "--json"], home: home)
      #expect(try found.items().first?["title"] as? String == "गाँव की पाठशाला में हर शनिवार लगती है किताबों की हाट")
      #expect(try !Run(["search", "पाठशाला"], home: home).output.isEmpty)
    }
  }

  @Test("a backup goes over nothing without --force, and is a store like any other")
  func backup() async throws {
    try await withStore { home, _ in
      let copy = home + "/copy.db"
      #expect(try Run(["store", "backup", copy], home: home).status == 0)
      let again = try Run(["store", "backup", copy] + Self.english, home: home)
      #expect(again.status == 1 && again.errors.contains("--force"))
      #expect(try Run(["store", "backup", copy, "--force"], home: home).status == 0)
      #expect(try Run(["list", "--json", "--store", copy], home: home).items().count == 1)
      #expect(try Run(["store", "backup"], home: home).status == 2)
      #expect(try Run(["store", "mend"] + Self.english, home: home).errors.contains("repair"))
    }
  }

  @Test("whatever the mask, files are 0600 and folders 0700", arguments: ["000", "022", "077"])
  func modes(mask: String) async throws {
    try await withTemporaryFolder { home in
      let program = try #require(BuiltProduct.path("khabar"))
      try Page.text.write(toFile: home + "/page.txt", atomically: true, encoding: .utf8)
      let shell = Process()
      shell.executableURL = URL(fileURLWithPath: "/bin/sh")
      shell.arguments = [
        "-c",
        """
        umask \(mask); "$0" import page.txt && "$0" config init && "$0" store backup copy.db
        """, program,
      ]
      shell.environment = ["HOME": home, "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"]
      shell.currentDirectoryURL = URL(fileURLWithPath: home)
      shell.standardOutput = FileHandle.nullDevice
      try shell.run()
      shell.waitUntilExit()
      #expect(shell.terminationStatus == 0)
      func mode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: home + "/" + path)[.posixPermissions] as? Int
      }
      for file in [".local/share/khabar/khabar.db", ".config/khabar/config.yaml", "copy.db"] {
        #expect(try mode(file) == 0o600, "\(file)")
      }
      for folder in [".local", ".local/share", ".local/share/khabar", ".config", ".config/khabar"] {
        #expect(try mode(folder) == 0o700, "\(folder)")
      }
    }
  }

  @Test("a store that may not be written to is told, and works again when it may", .enabled(if: geteuid() != 0))
  func readOnly() async throws {
    try await withStore { home, store in
      let folder = (store as NSString).deletingLastPathComponent
      try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: folder)
      try FileManager.default.setAttributes([.posixPermissions: 0o400], ofItemAtPath: store)
      let refused = try Run(["import", "-"] + Self.english, home: home, input: Page.text)
      #expect(refused.status == 1 && refused.errors.contains(store) && refused.errors.contains("ermission"))
      try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder)
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: store)
      #expect(try Run(["import", "-"], home: home, input: Page.text).status == 0)
    }
  }
}
