import CICU

/// What breaks lines.
public enum TextLibraries {
  /// The version of ICU that runs, as in `72.1`.
  public static var icuVersion: String {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 32) { buffer in
      khabar_icu_version(buffer.baseAddress, 32)
      return buffer.baseAddress.map { String(cString: $0) } ?? ""
    }
  }
}
