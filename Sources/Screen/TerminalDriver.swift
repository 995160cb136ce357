/// The one seam between the program and a terminal.
@MainActor public protocol TerminalDriver: AnyObject {
  var size: Size { get }
  /// Takes the terminal over and delivers what happens to `receive`, on the main actor, until ``stop()``.
  func start(receive: @escaping @MainActor (TerminalEvent) -> Void) throws
  /// Makes the screen look like `frame`; writes only what differs from the last one.
  func show(_ frame: Frame) throws
  /// Forgets what the screen looks like: the next ``show(_:)`` writes all of it, over whatever another program left there.
  func forgetScreen()
  /// Asks the terminal to put `text` on the clipboard; it may not be able to, and does not say so.
  func copy(_ text: String)
  /// Gives the terminal back and stops the process until it is resumed; then takes the terminal over again, whole.
  func suspend()
  /// Gives the terminal back as it was found. Safe to call twice.
  func stop()
}
