import Foundation
import TestSupport
import Testing

/// Runs `work` while another process has the store at `path` open: this one's own locks do not stop itself.
func withStoreHeldElsewhere(_ path: String, _ work: () throws -> Void) throws {
  let holder = Process()
  let (input, output) = (Pipe(), Pipe())
  holder.executableURL = URL(fileURLWithPath: try #require(BuiltProduct.path("StoreProbe")))
  holder.arguments = [path, "hold"]
  (holder.standardInput, holder.standardOutput) = (input, output)
  try holder.run()
  defer {
    try? input.fileHandleForWriting.close()
    holder.waitUntilExit()
  }
  _ = output.fileHandleForReading.availableData
  try work()
}
