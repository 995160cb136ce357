#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// RFC 4648, section 4, without line ends.
nonisolated enum Base64 {
  /// - Returns: nil when anything but the alphabet and its padding is among `letters`.
  static func bytes(_ letters: [UInt8]) -> [UInt8]? { Data(base64Encoded: Data(letters)).map { Array($0) } }

  static func letters(_ bytes: [UInt8]) -> [UInt8] { Array(Data(bytes).base64EncodedData()) }
}
