import CellText
import CTerminalRescue
import Dispatch
public import Screen

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The real terminal.
///
/// ncurses' terminfo layer says what the terminal can do and what its keys send; rows are written by ``RowWriter``, keys read by
/// ``KeyDecoder``. Whatever ends the program, the terminal is given back; see <doc:GivingTheTerminalBack>.
///
/// One driver at a time: terminal and signals belong to the process.
public final class NcursesDriver: TerminalDriver {
  public private(set) var size = TerminalDescriptors.size()
  /// Nil until ``start(receive:)`` has read the terminal's description.
  public var colorDepth: ColorDepth? { capabilities?.colorDepth }
  /// What the terminal answered; nil until it has, and when nothing was asked.
  public private(set) var measurement: TerminalMeasurement?
  /// The pixels of a cell now, as the system knows them; nil where nobody told it.
  public var cell: PixelSize? { TerminalDescriptors.cell() }
  private let environment: [String: String]
  private let measuresWidths: Bool
  private let asksForGraphics: Bool
  private let escapeDelayMilliseconds: Int
  private let graceSeconds: Int
  /// What a crash says on standard error once the terminal is given back, with its line end; at most 512 UTF-8 bytes, of a longer one
  /// nothing is said.
  public var crashNotice: String {
    didSet { if let foundModes { arm(foundModes) } }
  }
  private let standardError: StandardErrorRedirection
  private let signals = SignalPipe()

  private var capabilities: TerminalCapabilities?
  private var decoder = KeyDecoder()
  private var receive: (@MainActor (TerminalEvent) -> Void)?
  private var input: (any DispatchSourceRead)?
  private var escapeTimer: (any DispatchSourceTimer)?
  /// What in a terminal is ours to undo beside its modes.
  private var traces = Traces()
  /// Modes to give back; nil while the terminal is not ours.
  private var foundModes: termios?
  /// Writes rows of one theme on a screen of one size.
  private var writer: (theme: Theme, certain: CertainText, rows: RowWriter)?
  /// What the screen shows; nil when that is unknown.
  private var shown: Frame?
  /// The last frame asked for, to draw again after a suspension.
  private var wanted: Frame?
  /// Set from the question until the last answer, however late.
  private var probe: (question: WidthProbe, askedAt: DispatchTime)?
  private var probeTimer: (any DispatchSourceTimer)?

  /// - Parameter standardErrorPath: where standard error goes while the screen is ours; nil drops it.
  /// - Parameter measuresWidths: asks the terminal at the start how wide it makes text, and tells by ``TerminalEvent/measured(_:)``.
  /// - Parameter asksForGraphics: asks the terminal how it draws pictures also when no widths are measured; see ``measurement``.
  /// - Parameter crashNotice: see ``crashNotice``.
  /// - Parameter escapeDelayMilliseconds: how long an Escape waits to become part of a sequence. Terminals send sequences in one
  ///   piece; the time is for slow lines.
  /// - Parameter graceSeconds: how long the program may take to stop after SIGTERM, SIGHUP or SIGINT before it is ended; at least 1.
  public init(
    standardErrorPath: String? = nil, measuresWidths: Bool = false, asksForGraphics: Bool = false,
    crashNotice: String = "",
    escapeDelayMilliseconds: Int = 25,
    graceSeconds: Int = 3, environment: [String: String]? = nil
  ) {
    self.environment = environment ?? ProcessEnvironment.terminalVariables()
    self.measuresWidths = measuresWidths
    self.asksForGraphics = asksForGraphics
    self.crashNotice = crashNotice
    self.escapeDelayMilliseconds = escapeDelayMilliseconds
    self.graceSeconds = graceSeconds
    standardError = StandardErrorRedirection(path: standardErrorPath)
  }

  /// - Throws: ``TerminalError``; then nothing was taken over.
  public func start(receive: @escaping @MainActor (TerminalEvent) -> Void) throws {
    guard self.receive == nil else { return }
    try TerminalDescriptors.requireTerminal()
    let capabilities = try TerminalCapabilities.load(
      name: environment["TERM"], descriptor: TerminalDescriptors.output, environment: environment)
    self.capabilities = capabilities
    decoder = KeyDecoder(described: capabilities.keys)
    try signals.open(graceSeconds: graceSeconds) { [weak self] signal in self?.take(signal) }
    do {
      try takeTerminal()
    } catch {
      signals.close()
      throw error
    }
    self.receive = receive
    size = TerminalDescriptors.size()
    listen()
    if measuresWidths || asksForGraphics { ask() }
  }

  /// - Throws: ``TerminalError/system(call:code:)`` when the terminal does not take what is written.
  public func show(_ frame: Frame) throws {
    wanted = frame
    // The main queue is not bound to one thread on Linux.
    _ = khabar_signals_cover_thread()
    guard foundModes != nil, let capabilities else { return }
    let kept = traces.pictures
    prepare(frame)
    let bytes = writer(for: frame, capabilities).bytes(from: shown, to: frame, kept: kept)
    // After half a frame nobody knows what stands where.
    shown = nil
    try TerminalDescriptors.write(bytes)
    shown = frame
    traces.pictures = traces.pictures.intersection(frame.pictures.map(\.id))
  }

  public func copy(_ text: String) {
    guard foundModes != nil, let bytes = ClipboardSequence.bytes(copying: text) else { return }
    // What a terminal that is gone does not take, the next frame fails with.
    try? TerminalDescriptors.write(bytes)
  }

  public func suspend() { suspend(wholeGroup: true) }

  public func stop() {
    escapeTimer?.cancel()
    escapeTimer = nil
    input?.cancel()
    input = nil
    probeTimer?.cancel()
    probeTimer = nil
    giveTerminalBack()
    if receive != nil { signals.close() }
    receive = nil
    wanted = nil
  }
}

// MARK: - Writing

extension NcursesDriver {
  private func writer(for frame: Frame, _ capabilities: TerminalCapabilities) -> RowWriter {
    let fit = measurement?.fit
    let certain = fit?.model == frame.widthModel ? fit?.certain ?? [] : []
    if let writer, writer.theme == frame.theme, writer.certain == certain { return writer.rows }
    let rows = RowWriter(
      capabilities: capabilities, theme: frame.theme, certain: certain, screen: size,
      synchronizes: measurement?.synchronizedOutput.map(\.isAvailable) ?? true)
    writer = (frame.theme, certain, rows)
    return rows
  }

  /// The next frame is written whole, and the pictures that the terminal keeps are sent again.
  public func forgetScreen() {
    shown = nil
    writer = nil
  }
}

// MARK: - What is left behind

extension NcursesDriver {
  /// What a program that ends in this moment has left in the terminal.
  private nonisolated struct Traces: Equatable {
    /// Links were written, of which a frame that was cut short may have left one open.
    var hasLinks = false
    /// The same of a picture's string.
    var hasStrings = false
    /// Numbers of the pictures that the terminal keeps.
    var pictures: Set<UInt32> = []
    /// The colours of sixel pictures that there were before they were made more.
    var sixelColors: Int?
    /// Mode 2027 was off and is on.
    var hasClusters = false

    func leave(_ given: [UInt8]) -> [UInt8] {
      var bytes = hasStrings ? PixelSequences.stringEnd : []
      for id in pictures.sorted() { bytes += PixelSequences.forget(id) }
      if let sixelColors { bytes += PixelSequences.setColors(sixelColors) }
      if hasLinks { bytes += HyperlinkSequence.end }
      return bytes + given + (hasClusters ? Array("\u{1B}[?2027l".utf8) : [])
    }
  }

  /// Whatever `frame` leaves in the terminal is undone even if the program crashes while it is written.
  private func prepare(_ frame: Frame) {
    var traces = traces
    if !frame.buffer.hyperlinks.isEmpty { traces.hasLinks = true }
    if !frame.pictures.isEmpty { traces.hasStrings = true }
    traces.pictures.formUnion(
      frame.pictures.lazy.filter { $0.form == .kittyCells || $0.form == .kittyPlacement }.map(\.id))
    if traces.sixelColors == nil, frame.pictures.contains(where: { $0.form == .sixel }),
      let colors = measurement?.graphics.sixelColors, colors < Self.sixelColors
    {
      traces.sixelColors = colors
      // A terminal that has no more leaves it at that, and picks the nearest ones.
      try? TerminalDescriptors.write(PixelSequences.setColors(Self.sixelColors))
    }
    guard traces != self.traces, let modes = foundModes else { return }
    self.traces = traces
    arm(modes)
  }

  /// Colours of a sixel picture that terminals are asked for.
  private static let sixelColors = 256
}

// MARK: - Measuring

extension NcursesDriver {
  private func ask() {
    let question = WidthProbe(screen: size, asksWidths: measuresWidths)
    probe = (question, .now())
    // A terminal that cannot be written to will fail again at the first frame, where somebody hears of it.
    try? TerminalDescriptors.write(question.request(terminal: environment["TERM"]))
    let timer = DispatchSource.makeTimerSource(queue: .main)
    timer.schedule(deadline: .now() + .milliseconds(WidthProbe.limitMilliseconds))
    timer.setEventHandler { [weak self] in
      MainActor.assumeIsolated {
        self?.probeTimer = nil
        self?.tellMeasurement()
      }
    }
    timer.activate()
    probeTimer = timer
  }

  private func take(_ reply: TerminalReply) {
    guard probe != nil else { return }
    probe?.question.take(reply)
    if measuresWidths, case .mode(2027, .reset) = reply, let modes = foundModes {
      traces.hasClusters = true
      arm(modes)
    }
    if probe?.question.isComplete == true {
      tellMeasurement()
      probe = nil
    }
  }

  private func tellMeasurement() {
    guard let probe else { return }
    probeTimer?.cancel()
    probeTimer = nil
    let elapsed = Double(DispatchTime.now().uptimeNanoseconds - probe.askedAt.uptimeNanoseconds) / 1_000_000
    let measured = probe.question.measurement(milliseconds: elapsed)
    measurement = measured
    writer = nil
    if measuresWidths { receive?(.measured(measured)) }
  }
}

// MARK: - Taking and giving back

extension NcursesDriver {
  /// - Parameter known: modes to give back; nil takes those that are set now.
  private func takeTerminal(givingBack known: termios? = nil) throws(TerminalError) {
    guard foundModes == nil, let capabilities else { return }
    let modes = if let known { known } else { try TerminalDescriptors.modes() }
    standardError.begin()
    // Armed before anything changes: giving back what was not yet taken harms nobody.
    arm(modes)
    foundModes = modes
    forgetScreen()
    do throws(TerminalError) {
      try TerminalDescriptors.set(khabar_key_modes(modes))
      try TerminalDescriptors.write(capabilities.enter)
      if traces.hasClusters { try TerminalDescriptors.write(Array("\u{1B}[?2027h".utf8)) }
    } catch {
      giveTerminalBack()
      throw error
    }
  }

  private func arm(_ modes: termios) {
    let leave = traces.leave(capabilities?.leave ?? [])
    let crashNotice = crashNotice.utf8.count <= 512 ? crashNotice : ""
    withUnsafePointer(to: modes) { pointer in
      _ = khabar_rescue_arm(
        TerminalDescriptors.output, pointer, leave, leave.count, standardError.savedDescriptor, crashNotice,
        crashNotice.utf8.count)
    }
  }

  private func giveTerminalBack() {
    guard let modes = foundModes else { return }
    khabar_rescue_disarm()
    foundModes = nil
    forgetScreen()
    // Nobody is left to tell when the terminal is gone.
    try? TerminalDescriptors.write(traces.leave(capabilities?.leave ?? []))
    // Taken anew with the next frame that has any.
    traces.pictures = []
    traces.sixelColors = nil
    try? TerminalDescriptors.set(modes)
    standardError.end()
  }

  private func suspend(wholeGroup: Bool) {
    guard foundModes != nil else { return }
    receive?(.suspending)
    giveTerminalBack()
    khabar_signals_stop_process(wholeGroup)
    comeBack()
  }

  /// The process runs again: takes the terminal when it is in the foreground and draws everything.
  private func comeBack(givingBack known: termios? = nil) {
    defer { khabar_signals_came_back() }
    switch Int(khabar_signals_await_foreground(TerminalDescriptors.output)) {
    case KHABAR_FOREGROUND:
      do {
        try takeTerminal(givingBack: known)
        sizeMayHaveChanged()
        if let wanted { try show(wanted) }
        receive?(.resumed)
      } catch {
        receive?(.endRequested)
      }
    case KHABAR_ENDING:
      // The signal itself waits in the pipe.
      break
    default:
      receive?(.endRequested)
    }
  }

  private func sizeMayHaveChanged() {
    let current = TerminalDescriptors.size()
    guard current != size else { return }
    size = current
    forgetScreen()
    receive?(.resized(current))
  }
}

// MARK: - Listening

extension NcursesDriver {
  private func listen() {
    let source = DispatchSource.makeReadSource(fileDescriptor: TerminalDescriptors.input, queue: .main)
    source.setEventHandler { [weak self] in
      MainActor.assumeIsolated { self?.readInput() }
    }
    source.activate()
    input = source
  }

  private func readInput() {
    guard foundModes != nil else { return }
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = read(TerminalDescriptors.input, &bytes, bytes.count)
    if count > 0 {
      escapeTimer?.cancel()
      escapeTimer = nil
      deliver(decoder.decode(bytes.prefix(count)))
      if decoder.escapeIsWaiting, input != nil { awaitRestOfSequence() }
    } else if count == 0 || (errno != EINTR && errno != EAGAIN) {
      // The terminal was closed; a source at the end of its input would fire for ever.
      input?.cancel()
      input = nil
      receive?(.endRequested)
    }
  }

  private func awaitRestOfSequence() {
    let timer = DispatchSource.makeTimerSource(queue: .main)
    timer.schedule(deadline: .now() + .milliseconds(escapeDelayMilliseconds))
    timer.setEventHandler { [weak self] in
      MainActor.assumeIsolated {
        guard let self else { return }
        self.escapeTimer = nil
        self.deliver(self.decoder.finishEscape())
      }
    }
    timer.activate()
    escapeTimer = timer
  }

  private func deliver(_ inputs: [KeyInput]) {
    _ = khabar_signals_cover_thread()
    for input in inputs {
      switch input {
      // The terminal's own signal keys are off, so that they reach this program alone and not what it started.
      case .key(.control("c")): receive?(.endRequested)
      case .key(.control("z")): suspend(wholeGroup: true)
      case .key(let key): receive?(.key(key))
      case .pasted(let scalar): receive?(.pasted(scalar))
      // Reports may still come after the terminal was told to send no more.
      case .mouse(let event): if wanted?.tracksMouse == true { receive?(.mouse(event)) }
      case .reply(let reply): take(reply)
      }
    }
  }

  private func take(_ signal: TerminalSignal) {
    _ = khabar_signals_cover_thread()
    switch signal {
    case .resized:
      // Also when the size is the same: it may have changed and changed back, and the terminal has moved its rows about.
      forgetScreen()
      size = TerminalDescriptors.size()
      receive?(.resized(size))
    case .endRequested:
      receive?(.endRequested)
    case .stopRequested:
      suspend(wholeGroup: false)
    case .continued:
      // Stopped by SIGSTOP, which nobody can see coming: whoever had the terminal meanwhile has changed it.
      guard let modes = foundModes else { return }
      khabar_rescue_disarm()
      foundModes = nil
      forgetScreen()
      // A shell may have put back our own modes, so those that are set now are not what it wants in the end.
      comeBack(givingBack: modes)
    }
  }
}
