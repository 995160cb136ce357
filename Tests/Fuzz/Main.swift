import Foundation
import Fuzzing
import TestSupport

/// Runs what takes bytes from strangers: on inputs that libFuzzer makes, or on files.
@main enum Main {
  static func main() throws {
    var arguments = Array(CommandLine.arguments.dropFirst())
    let command = arguments.isEmpty ? "" : arguments.removeFirst()
    if command == "list" {
      for target in FuzzTarget.all { print(target.name) }
      return
    }
    guard let name = arguments.first, let target = FuzzTarget.named(name) else {
      print(
        "usage: Fuzz list | run TARGET [FILE-OR-OPTION…] | mutate TARGET [SECONDS [SEED]] | seeds TARGET FOLDER\ntargets: \(FuzzTarget.all.map(\.name))"
      )
      exit(2)
    }
    arguments.removeFirst()
    switch command {
    case "seeds" where arguments.count == 1: try writeSeeds(of: target, to: URL(fileURLWithPath: arguments[0]))
    case "run": try run(target, arguments)
    case "mutate":
      let numbers = arguments.compactMap { UInt64($0) }
      try mutate(target, seconds: Int64(numbers.first ?? 10), seed: numbers.dropFirst().first ?? 1)
    default: exit(2)
    }
  }

  /// Changes seeds at random, the same for each SEED: without libFuzzer, and so without its aim. What is found is printed as Base64.
  private static func mutate(_ target: FuzzTarget, seconds: Int64, seed: UInt64) throws {
    let known = FuzzTarget(target, adding: SharedSeeds.of(target))
    var mutator = Mutator(known, random: FixedRandom(seed))
    let start = ContinuousClock.now
    var (count, found, slowest) = (0, 0, Duration.zero)
    // A crash ends the program: what it had is in this file.
    let file = NSTemporaryDirectory() + "/fuzz-\(target.name)"
    try Data().write(to: URL(fileURLWithPath: file))
    let last = FileHandle(forWritingAtPath: file)
    while ContinuousClock.now - start < .seconds(seconds) {
      let input = mutator.next()
      try last?.seek(toOffset: 0)
      try last?.write(contentsOf: Data(input))
      try last?.truncate(atOffset: UInt64(input.count))
      let taken = try ContinuousClock().measure {
        do { try target.run(input) } catch let broken as Broken {
          found += 1
          if found <= 20 { print("\(target.name): \(broken)\n  \(Data(input).base64EncodedString())") }
        }
      }
      slowest = max(slowest, taken)
      count += 1
    }
    print("\(target.name): \(seconds) s, \(count) runs, \(found) found, slowest \(slowest)")
  }

  /// A corpus in FOLDER/corpus and a dictionary in FOLDER/words.
  private static func writeSeeds(of target: FuzzTarget, to folder: URL) throws {
    let corpus = folder.appendingPathComponent("corpus")
    try FileManager.default.createDirectory(at: corpus, withIntermediateDirectories: true)
    let seeds = target.seeds + SharedSeeds.of(target)
    for (index, seed) in seeds.enumerated() {
      try Data(seed.prefix(target.longestCount)).write(to: corpus.appendingPathComponent("seed-\(index)"))
    }
    let words = target.words.map { word in
      "\"" + word.utf8.map { "\\x" + ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() + "\""
    }
    try Data((words.joined(separator: "\n") + "\n").utf8).write(to: folder.appendingPathComponent("words"))
    print("\(target.name): \(seeds.count) inputs to begin with, \(words.count) words")
  }
}

#if KHABAR_LIBFUZZER
  // Of libFuzzer's library without a main function: https://llvm.org/docs/LibFuzzer.html#using-libfuzzer-as-a-library
  @_silgen_name("LLVMFuzzerRunDriver")
  private func runDriver(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ callback: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
  ) -> CInt

  /// A callback of C's carries nothing with it.
  nonisolated(unsafe) private var running: FuzzTarget?

  private func run(_ target: FuzzTarget, _ options: [String]) throws {
    running = target
    let words = [CommandLine.arguments[0], "-max_len=\(target.longestCount)"] + options
    var pointers: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    var count = CInt(words.count)
    let code = pointers.withUnsafeMutableBufferPointer { buffer -> CInt in
      guard var first = buffer.baseAddress else { return 1 }
      return runDriver(&count, &first) { bytes, count in
        do { try running?.run(UnsafeRawBufferPointer(start: bytes, count: count)) } catch { fatalError("\(error)") }
        return 0
      }
    }
    exit(code)
  }
#else
  /// Runs the target on each of the files once.
  private func run(_ target: FuzzTarget, _ files: [String]) throws {
    for file in files {
      try target.run([UInt8](Data(contentsOf: URL(fileURLWithPath: file))))
      print("\(file): nothing found")
    }
  }
#endif
