#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import CConfinement
import Dispatch
import Screen
import Synchronization

/// chafa, which draws pictures with characters, in a process of its own that nothing is in reach of: see <doc:Pictures>.
nonisolated struct PictureDecoder: Sendable {
  /// How a picture is to be drawn.
  struct Drawing: Hashable, Sendable {
    /// At most; the picture keeps its shape, a cell being twice as high as wide.
    var size: Size
    /// As chafa's `--colors` takes it.
    var colors: String
    var hasBlockElements: Bool
    /// The picture takes all of `size` instead, whatever its shape.
    var isStretched = false

    var arguments: [String] {
      [
        "--format", "symbols", "--colors", colors, "--symbols", hasBlockElements ? "block+space" : "ascii",
        "--size", "\(size.columns)x\(size.rows)", "--font-ratio", "1/2", "--animate", "off", "--polite", "on",
        // Each cell with its colours, and no sequence that a cell could not be made of.
        "--optimize", "0", "--threads", "1",
      ] + (isStretched ? ["--stretch", "-"] : ["-"])
    }
  }

  static let program = "chafa"

  /// Where the program is.
  var path: String
  var timeout = Duration.seconds(8)
  var limits = khabar_limits(address_space: 1 << 30, cpu_seconds: 5)

  /// Pixels of a picture at most: 50 million take 200 MB.
  static let pixelLimit = 50_000_000

  /// Draws the picture of these bytes. Blocks no thread that is anybody's.
  ///
  /// - Throws: ``PictureTrouble``; `CancellationError`, when the process was ended.
  func draw(_ bytes: [UInt8], as drawing: Drawing) async throws -> CellPicture {
    _ = try Self.header(of: bytes)
    // A cell with two colours takes some fifty bytes.
    let outputLimit = 4096 + 80 * drawing.size.rows * drawing.size.columns
    let output = try await output(of: drawing.arguments, input: bytes, byteLimit: outputLimit)
    guard let picture = SymbolText.picture(output, columns: drawing.size.columns, rows: drawing.size.rows) else {
      throw PictureTrouble.notText
    }
    return picture
  }

  /// The pixels of the picture of these bytes, fitted into `box` or a little more, and its shape. Blocks no thread that is anybody's.
  ///
  /// - Throws: as ``draw(_:as:)``.
  func pixels(_ bytes: [UInt8], in box: PixelSize) async throws -> (grid: PixelGrid, shape: PixelSize) {
    let header = try Self.header(of: bytes)
    // Without a terminal chafa takes a cell for 8 by 8 pixels, later versions for 10 by 20.
    let (columns, rows) = ((box.width + 7) / 8, (box.height + 7) / 8)
    let arguments = [
      "--format", "kitty", "--size", "\(columns)x\(rows)", "--font-ratio", "1/1", "--animate", "off", "--polite", "on",
      "--threads", "1", "-",
    ]
    let mostPixels = columns * rows * 200
    let output = try await output(of: arguments, input: bytes, byteLimit: 4096 + mostPixels * 6)
    guard let read = KittyText.grid(output, pixelLimit: mostPixels) else { throw PictureTrouble.notText }
    // The header knows the shape exactly, and not whether the picture is to be turned (EXIF); the decoder knows that.
    let isTurned = (header.width > header.height) != (read.columns > read.rows) && abs(read.columns - read.rows) > 1
    return (
      read.grid,
      isTurned
        ? PixelSize(width: header.height, height: header.width)
        : PixelSize(width: header.width, height: header.height)
    )
  }

  /// What the bytes say before anybody decodes them.
  private static func header(of bytes: [UInt8]) throws(PictureTrouble) -> ImageHeader {
    guard let header = ImageHeader(bytes) else { throw .unknownKind }
    let (count, overflows) = header.width.multipliedReportingOverflow(by: header.height)
    guard !overflows, count <= pixelLimit else {
      throw .tooManyPixels(width: header.width, height: header.height)
    }
    return header
  }

  /// As in `1.12.4`; nil when the program does not run.
  func version() async -> String? {
    guard let output = try? await output(of: ["--version"], input: [], byteLimit: 4096) else { return nil }
    let line = String(decoding: output, as: UTF8.self).prefix { $0 != "\n" }
    return line.split(separator: " ").last.map { String($0.prefix(20)) }
  }

  /// What the program writes to its standard output.
  private func output(of arguments: [String], input: [UInt8], byteLimit: Int) async throws -> [UInt8] {
    let isCancelled = Flag()
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { (done: CheckedContinuation<[UInt8], any Error>) in
        // A queue of its own has a thread of its own, and this one waits for the program.
        DispatchQueue(label: "khabar.pictures", qos: .userInitiated).async {
          done.resume(
            with: Result { try run(arguments, input: input, byteLimit: byteLimit, isCancelled: isCancelled) })
        }
      }
    } onCancel: {
      isCancelled.raise()
    }
  }
}

nonisolated extension PictureDecoder {
  /// Starts the program, reads what it says and waits for its end, which comes in time in any case.
  private func run(_ arguments: [String], input: [UInt8], byteLimit: Int, isCancelled: Flag) throws -> [UInt8] {
    if isCancelled.isRaised { throw CancellationError() }
    guard let file = tmpfile() else { throw PictureTrouble.notStarted(reason: SystemError.last.description) }
    defer { fclose(file) }
    guard fwrite(input, 1, input.count, file) == input.count, fflush(file) == 0 else {
      throw PictureTrouble.notStarted(reason: SystemError.last.description)
    }
    lseek(fileno(file), 0, SEEK_SET)
    let deadline = ContinuousClock.now + timeout
    var pipe: Int32 = -1
    let process = try start(arguments, input: fileno(file), output: &pipe)
    defer { close(pipe) }
    var output: [UInt8] = []
    var trouble: (any Error)?
    reading: while true {
      if isCancelled.isRaised { trouble = CancellationError() }
      if ContinuousClock.now > deadline { trouble = PictureTrouble.timedOut }
      if output.count > byteLimit { trouble = PictureTrouble.notText }
      if trouble != nil { break }
      // Cancelling waits this long at most.
      var readiness = pollfd(fd: pipe, events: Int16(POLLIN), revents: 0)
      guard poll(&readiness, 1, 50) > 0 else { continue }
      var bytes = [UInt8](repeating: 0, count: 65_536)
      let count = read(pipe, &bytes, bytes.count)
      if count > 0 { output += bytes.prefix(count) } else if count == 0 || errno != EINTR { break reading }
    }
    // Also when it closed its output and goes on: nothing that it does is of use any more.
    if trouble != nil { kill(process, SIGKILL) }
    var status = end(of: process, by: deadline)
    if status == nil {
      kill(process, SIGKILL)
      trouble = trouble ?? PictureTrouble.timedOut
      status = end(of: process, by: nil)
    }
    if let trouble { throw trouble }
    if let status, status != 0 { throw PictureTrouble.notDrawn(status: status) }
    return output
  }

  private func start(_ arguments: [String], input: Int32, output: inout Int32) throws -> pid_t {
    var words = ([path] + arguments).map { strdup($0) } + [nil]
    // Nothing of the reader's own environment.
    let variables: [String] = ["LC_ALL=C.UTF-8", "TERM=xterm-256color", "HOME=/"]
    var environment = variables.map { strdup($0) } + [nil]
    defer { for word in words + environment { free(word) } }
    var limits = limits
    let process = khabar_confined_start(path, &words, &environment, input, &limits, &output)
    guard process > 0 else { throw PictureTrouble.notStarted(reason: SystemError.last.description) }
    return process
  }

  /// The status of the process, for a signal 128 and its number; nil when it runs on beyond `deadline`.
  private func end(of process: pid_t, by deadline: ContinuousClock.Instant?) -> Int? {
    var status: Int32 = 0
    while true {
      let answer = waitpid(process, &status, deadline == nil ? 0 : WNOHANG)
      if answer == process { break }
      if answer < 0, errno != EINTR { return 0 }
      if let deadline, ContinuousClock.now > deadline { return nil }
      if answer == 0 { usleep(2000) }
    }
    return ChildProcess.exitStatus(ofWait: status)
  }
}

/// Raised once, by any thread.
private nonisolated final class Flag: Sendable {
  private let value = Mutex(false)

  var isRaised: Bool { value.withLock { $0 } }

  func raise() { value.withLock { $0 = true } }
}
