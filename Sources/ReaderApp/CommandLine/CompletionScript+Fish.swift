nonisolated extension CompletionScript {
  /// For fish 3. fish writes names with the quotation they need.
  var fish: String {
    let withActions = table.shown.filter { !$0.actions.isEmpty }
    var lines = ["complete -c khabar -f"]
    lines += table.shared.map { line(nil, $0) } + [line("__khabar_is ''", CommandTable.json)]
    lines.append("complete -c khabar -n \"__khabar_is ''\" -F")
    for row in table.shown {
      lines.append("complete -c khabar -n \"__khabar_is ''\" -a \(row.name) -d \(Self.quoted(help(row.help)))")
    }
    for row in withActions {
      for action in row.actions {
        lines.append(
          "complete -c khabar -n \"__khabar_is \(row.name) ''\" -a \(action.name) -d \(Self.quoted(help(action.help)))")
      }
    }
    for row in table.shown {
      lines += row.options.map { line("__khabar_is \(row.name)", $0) }
      lines += row.actions.flatMap { action in
        action.options.map { line("__khabar_is \(row.name) \(action.name)", $0) }
      }
      // The default action needs no name.
      if let action = row.action(nil) { lines += action.options.map { line("__khabar_is \(row.name) ''", $0) } }
      lines += places(row).compactMap(line)
    }
    return """
      # Completion of khabar for fish; made by `khabar completions fish`.

      # The command and action before the cursor and how many words follow them, one a line.
      function __khabar_place
          set -l option ''
          set -l past 0
          set -l found
          for word in (commandline -opc)[2..]
              if test -n "$option"
                  set option ''
              else if test $past = 1
                  set -a found $word
              else
                  switch $word
                      case --
                          set past 1
                      case \(valueOptions.joined(separator: " "))
                          set option $word
                      case '-?*'
                      case '*'
                          set -a found $word
                  end
              end
          end
          set -l command $found[1]
          set found $found[2..]
          set -l action ''
          if contains -- "$command" \(withActions.map(\.name).joined(separator: " "))
              set action $found[1]
              set found $found[2..]
          end
          printf '%s\\n' "$command" "$action" (count $found)
      end

      # Whether the line has this command and, when one is given, this action; '' is none yet.
      function __khabar_is
          set -l place (__khabar_place)
          test "$place[1]" = "$argv[1]"; and begin
              test (count $argv) = 1; or test "$place[2]" = "$argv[2]"
          end
      end

      # Whether the operand of this number, or one after it for '+', is being typed.
      function __khabar_operand
          set -l place (__khabar_place)
          test "$place[1]" = "$argv[1]" -a "$place[2]" = "$argv[2]"; and begin
              test "$argv[4]" = +; or test "$place[3]" = "$argv[3]"
          end
      end

      # Names that khabar knows, from the store that the line names; nothing of the line is expanded.
      function __khabar_stored
          set -l words (commandline -opc)
          set -l store
          set -l prefix ''
          for number in (seq (count $words))
              switch $words[$number]
                  case --store
                      set store $words[(math $number + 1)]
                  case '--store=*'
                      set store (string replace -- --store= '' $words[$number])
              end
          end
          set store (string replace -r -- '^~/' "$HOME/" $store)
          # Stories are too many to be told all.
          test $argv[1] = story; and set prefix (commandline -ct)
          # Without a store in the line the word with it vanishes, as words with empty lists do.
          command khabar complete --store=$store -- $argv[1] "$prefix" 2>/dev/null </dev/null
      end

      \(lines.joined(separator: "\n"))

      """
  }

  private func line(_ condition: String?, _ option: OptionRow) -> String {
    var words = ["complete -c khabar"]
    if let condition { words.append("-n \"\(condition)\"") }
    words += option.names.map { name in
      name.hasPrefix("--") ? "-l " + name.dropFirst(2) : "-s " + name.dropFirst()
    }
    if let value = option.value { words.append(argument(value.kind)) }
    return (words + ["-d", Self.quoted(help(option.help))]).joined(separator: " ")
  }

  private func line(_ place: Place) -> String? {
    let condition =
      "__khabar_operand \(place.command) '\(place.action ?? "")' \(place.number ?? 0)\(place.number == nil ? " +" : "")"
    let head = "complete -c khabar -n \"\(condition)\""
    if place.kind.isFile { return head + " -F" }
    let offered = offered(place.kind)
    return offered.isEmpty ? nil : "\(head) -k -a \(offered)"
  }

  private func argument(_ kind: ValueKind) -> String {
    if kind.isFile { return "-r -F" }
    let offered = offered(kind)
    return offered.isEmpty ? "-x" : "-x -a \(offered)"
  }

  private func offered(_ kind: ValueKind) -> String {
    if let asked = kind.completion { return "'(__khabar_stored \(asked.rawValue))'" }
    return kind.words.isEmpty ? "" : Self.quoted(kind.words.joined(separator: " "))
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
  }
}
