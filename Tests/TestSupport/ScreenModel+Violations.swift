extension ScreenModel {
  /// Something that terminals do in different ways, or that would move the screen's rows: no frame may contain it.
  public enum Violation: Hashable, Sendable {
    /// A mark or joiner directly after a move, an erasure or a blank. It lands on the cell to the left, on a dotted circle, or nowhere.
    case markWithoutBase(Unicode.Scalar)
    /// Text for which its row has no column left. It overwrites the last one, or goes on in the next row.
    case pastLastColumn
    /// A line end in the last row moves all the others.
    case scrolled
    /// A control sequence that this model does not know, and so perhaps some terminal does not.
    case unknownControl(String)
    /// A control character, be it C0, DEL or C1.
    case controlCharacter(UInt8)
    /// A scalar that cannot be seen but may hide or reorder what can.
    case invisible(Unicode.Scalar)
    /// A byte that belongs to no text and no control.
    case malformed(UInt8)
  }

  mutating func note(_ violation: Violation) {
    if violations[violation] == nil { violations[violation] = cursor }
  }
}
