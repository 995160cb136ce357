#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Programs of this package, as built for the tests that run.
public enum BuiltProduct {
  /// The path of the program `name`: it stands beside the test bundle.
  ///
  /// - Parameter sourceFile: a file of the package, to find the default build folder by when the runner is not ours.
  public static func path(_ name: String, sourceFile: String = #filePath) -> String? {
    var folders = CommandLine.arguments.prefix(2).map(folder)
    #if os(Linux)
      var buffer = [CChar](repeating: 0, count: 4096)
      let count = readlink("/proc/self/exe", &buffer, buffer.count)
      if count > 0 {
        let path = String(decoding: buffer.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
        folders.insert(folder(path), at: 0)
      }
    #endif
    // On macOS the bundle is a folder and the runner belongs to the toolchain.
    folders += folders.map { $0 + "/../../.." }
    var package = folder(sourceFile)
    while package.contains("/") {
      folders.append(package + "/.build/debug")
      package = folder(package)
    }
    return folders.lazy.map { $0 + "/" + name }.first { access($0, X_OK) == 0 }
  }

  private static func folder(_ path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }
}
