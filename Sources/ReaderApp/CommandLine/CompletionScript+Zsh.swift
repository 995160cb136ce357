nonisolated extension CompletionScript {
  /// For zsh 5: one function for each command, by its own `_arguments`.
  var zsh: String {
    let kinds = CompletionKind.allCases.map { kind in
      "_khabar_\(function(kind.rawValue))() { _khabar_stored \(kind.rawValue) \"$@\" }"
    }
    return """
      #compdef khabar
      # Completion of khabar for zsh; made by `khabar completions zsh`.

      # Offers what khabar knows of a kind. The store is the one that the line names; its words are unquoted and not expanded.
      _khabar_stored() {
        local kind=$1 line store
        local -a lines names shown option
        shift
        store=${_khabar_store/#\\~\\//$HOME/}
        [[ -n $store ]] && option=(--store=$store)
        # Stories are too many to be told all.
        local prefix=
        [[ $kind == story ]] && prefix=${(Q)PREFIX}
        lines=(${(f)"$(command khabar complete $option -- $kind "$prefix" 2>/dev/null </dev/null)"})
        for line in $lines; do
          names+=("${line%%$'\\t'*}")
          shown+=("${line/$'\\t'/  -- }")
        done
        (( $#names )) || return 1
        compadd "$@" -l -d shown -a -- names
      }
      \(kinds.joined(separator: "\n"))

      _khabar_commands() {
        local -a words=(
      \(described(table.shown.map { ($0.name, $0.help) }))
        )
        _describe -t commands khabar words
        _files
      }

      \(table.shown.filter { !$0.actions.isEmpty }.map(actionFunctions).joined(separator: "\n\n"))

      _khabar() {
        local curcontext=$curcontext state line _khabar_store=
        local -i number
        typeset -A opt_args
        for (( number = 2; number < CURRENT; number++ )); do
          case $words[number] in
            --store) _khabar_store=${(Q)words[number+1]} ;;
            --store=*) _khabar_store=${(Q)words[number]#--store=} ;;
          esac
        done
        local -a shared=(
      \(specs(table.shared))
        )
        _arguments -C $shared \(spec(CommandTable.json)) '(-): :_khabar_commands' '(-)*:: :->rest' && return 0
        [[ $state == rest ]] || return 1
        case $words[1] in
      \(table.shown.map { "    \($0.name)) \(commandCall($0)) ;;" }.joined(separator: "\n"))
          *) _files ;;
        esac
      }

      if [[ $funcstack[1] == _khabar ]]; then
        _khabar "$@"
      else
        compdef _khabar khabar
      fi

      """
  }

  /// For a command with actions: the list of these, and what each takes.
  private func actionFunctions(_ row: CommandRow) -> String {
    """
    _khabar_\(row.name)_actions() {
      local -a words=(
    \(described(row.actions.map { ($0.name, $0.help) }))
      )
      _describe -t actions \(Self.quoted(row.name)) words
    }
    _khabar_\(row.name)() {
      local curcontext=$curcontext state line
      _arguments -C $shared \(row.allOptions.map(spec).joined(separator: " ")) '(-): :_khabar_\(row.name)_actions' '(-)*:: :->rest' && return 0
      [[ $state == rest ]] || return 1
      case $words[1] in
    \(row.actions.map { "    \($0.name)) \(arguments($0, inherited: row.options)) ;;" }.joined(separator: "\n"))
      esac
    }
    """
  }

  private func commandCall(_ row: CommandRow) -> String {
    row.actions.isEmpty ? arguments(row, inherited: []) : "_khabar_\(row.name)"
  }

  private func arguments(_ row: CommandRow, inherited: [OptionRow]) -> String {
    let operands = row.operands.map { operand in
      let place = operand.repeats ? "*:" : operand.isOptional ? "::" : ":"
      return Self.quoted("\(place)\(Self.escaped(operand.name)):\(action(operand.kind))")
    }
    return (["_arguments $shared"] + (row.options + inherited).map(spec) + operands).joined(separator: " ")
  }

  private func specs(_ options: [OptionRow]) -> String {
    options.map { "    " + spec($0) }.joined(separator: "\n")
  }

  private func spec(_ option: OptionRow) -> String {
    option.names.map { name in
      let repeats = option.value?.repeats == true ? "*" : ""
      let equals = option.value != nil && name.hasPrefix("--") ? "=" : ""
      let value = option.value.map { ":\(Self.escaped($0.name)):\(action($0.kind))" } ?? ""
      return Self.quoted("\(repeats)\(name)\(equals)[\(Self.escaped(help(option.help)))]\(value)")
    }.joined(separator: " ")
  }

  private func action(_ kind: ValueKind) -> String {
    if kind.isFile { return "_files" }
    if let asked = kind.completion { return "_khabar_" + function(asked.rawValue) }
    return kind.words.isEmpty ? " " : "(\(kind.words.joined(separator: " ")))"
  }

  private func function(_ name: String) -> String { name.replacing("-", with: "_") }

  private func described(_ rows: [(String, Wording)]) -> String {
    rows.map { name, wording in "    " + Self.quoted(name + ":" + help(wording).replacing(":", with: "\\:")) }
      .joined(separator: "\n")
  }

  /// For the texts of `_arguments`, where brackets and colons have a meaning.
  private static func escaped(_ text: String) -> String {
    ["\\", ":", "[", "]"].reduce(text) { $0.replacing($1, with: "\\" + $1) }
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.replacing("'", with: "'\\''") + "'"
  }
}
