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

  private static let folder: URL = {
    if let named = ProcessInfo.processInfo.environment["KHABAR_SHARED"], !named.isEmpty {
      return URL(fileURLWithPath: named)
    }
    let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return checkout.deletingLastPathComponent().appendingPathComponent("shared")
  }()
}
