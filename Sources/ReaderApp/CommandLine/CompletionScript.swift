import ReaderUI

/// A shell's completion script, made from ``CommandTable``: all that is known beforehand stands in it, names of the store are asked for.
///
/// What comes from the store is only ever a value for the shell's own completion, never a text that it reads again: no `eval`, no `compgen -W`.
nonisolated struct CompletionScript {
  /// `bash`, `zsh` or `fish`.
  var shell: String
  var language: UILanguage
  var table = CommandTable.standard

  var text: String {
    switch shell {
    case "zsh": zsh
    case "fish": fish
    default: bash
    }
  }

  /// A place on the line where an operand stands.
  struct Place {
    var command: String
    var action: String?
    /// The operand's number from 0; nil for this one and all after it.
    var number: Int?
    var kind: ValueKind
  }

  /// Every place of an operand of `row`, in order.
  func places(_ row: CommandRow) -> [Place] {
    let taken = row.actions.isEmpty ? [(String?.none, row)] : row.actions.map { ($0.name, $0) }
    return taken.flatMap { action, taking in
      taking.operands.enumerated().map { number, operand in
        Place(command: row.name, action: action, number: operand.repeats ? nil : number, kind: operand.kind)
      }
    }
  }

  /// Every option that takes a value, by its spellings.
  var valueOptions: [String] {
    let all = (table.shared + table.commands.flatMap(\.allOptions)).filter { $0.value != nil }.flatMap(\.names)
    return Set(all).sorted()
  }

  func help(_ wording: Wording) -> String { wording.text(in: language) }
}
