/// What the terminal tells the program.
public enum TerminalEvent: Hashable, Sendable {
  case key(Key)
  /// A scalar out of pasted text. Line ends and tabs in it are spaces: nobody pressed those keys.
  case pasted(Unicode.Scalar)
  /// Comes only while the frame on the screen wants it (``Frame/tracksMouse``).
  case mouse(MouseEvent)
  case resized(Size)
  /// The terminal was asked how wide it makes text. Comes within 200 ms of the start; again when late answers complete it.
  case measured(TerminalMeasurement)
  /// The program is stopped as soon as this was received: what must not go on meanwhile is to be ended there and then.
  case suspending
  /// The program is in the foreground again after a suspension; the screen was redrawn.
  case resumed
  /// The terminal asks the program to end (SIGTERM, SIGHUP, closed input).
  case endRequested
}

/// One key. Text arrives as scalars: a typed कि is two events, and prompts put clusters together again.
public enum Key: Hashable, Sendable {
  case scalar(Unicode.Scalar)
  /// A letter held with Control, lower case: `control("z")`.
  case control(Unicode.Scalar)
  case enter, escape, tab, backTab, backspace, delete
  case up, down, left, right, pageUp, pageDown, home, end
  case function(Int)
}
