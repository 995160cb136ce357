nonisolated extension CompletionScript {
  /// For bash 3.2 and newer. khabar itself reads words as they were typed and writes them with the quotation they need.
  var bash: String {
    let values = valueCases(table.shared, of: "*") + table.shown.flatMap { valueCases($0.allOptions, of: $0.name) }
    let operands = table.shown.flatMap { places($0).map(operandCase) }
    let options = table.shown.flatMap { row in
      row.actions.map { ("\(row.name):\($0.name)", row.options + $0.options) } + [("\(row.name):*", row.allOptions)]
    }.map { "    \($0)) words=\"\(shared) \($1.flatMap(\.names).joined(separator: " "))\" ;;" }
    let actions = table.shown.filter { !$0.actions.isEmpty }
      .map { "    \($0.name)) words=\"\($0.actions.map(\.name).joined(separator: " "))\" ;;" }
    return """
      # Completion of khabar for bash; made by `khabar completions bash`.

      # Splits the line before the cursor into `typed` and the word at the cursor, `current`: bash has split at : and = too.
      _khabar_split() {
        local line=${COMP_LINE:0:COMP_POINT} blank word i
        typed=()
        for ((i = 0; i < COMP_CWORD; i++)); do
          word=${COMP_WORDS[i]}
          blank=${line%%[![:blank:]]*}
          line=${line#"$blank"}
          if [[ -z $blank && $i -gt 0 ]]; then
            typed[${#typed[@]}-1]+=$word
          else
            typed[${#typed[@]}]=$word
          fi
          line=${line#"$word"}
        done
        current=${line#"${line%%[![:blank:]]*}"}
        if [[ $current == "$line" && ${#typed[@]} -gt 1 ]]; then
          current=${typed[${#typed[@]}-1]}$line
          unset "typed[${#typed[@]}-1]"
        fi
      }

      _khabar() {
        local current command= action= option= store= value kind= words= before= head word reply i
        local -i number=0 past=0
        local -a typed replies=()
        COMPREPLY=()
        _khabar_split
        for ((i = 1; i < ${#typed[@]}; i++)); do
          word=${typed[i]}
          if [[ -n $option ]]; then
            [[ $option == --store ]] && store=$word
            option=
            continue
          fi
          if ((!past)); then
            case $word in
              --) past=1; continue ;;
              --store=*) store=${word#*=}; continue ;;
              \(valueOptions.joined(separator: "|"))) option=$word; continue ;;
              -?*) continue ;;
            esac
          fi
          if [[ -z $command ]]; then
            command=$word
          else
            case $command in
              \(table.shown.filter { !$0.actions.isEmpty }.map(\.name).joined(separator: "|")))
                if [[ -z $action ]]; then action=$word; continue; fi ;;
            esac
            number+=1
          fi
        done

        value=$current
        if [[ -z $option && $past == 0 && $current == --*=* ]]; then
          option=${current%%=*}
          value=${current#*=}
          before=$option=
        fi
        if [[ -n $option ]]; then
          case $command:$option in
      \(values.joined(separator: "\n"))
          esac
        elif [[ $past == 0 && $current == -* ]]; then
          kind=words
          words="\(shared) --json"
          case $command:$action in
      \(options.joined(separator: "\n"))
          esac
        elif [[ -z $command ]]; then
          kind=file
          words="\(table.shown.map(\.name).joined(separator: " "))"
        else
          if [[ -z $action ]]; then
            case $command in
      \(actions.joined(separator: "\n"))
            esac
          fi
          if [[ -n $words ]]; then
            kind=words
          else
            case $command:$action:$number in
      \(operands.joined(separator: "\n"))
      \(reserved)
              *) kind=file ;;
            esac
          fi
        fi

        # Files are left to bash, which knows how to write their names.
        [[ $kind == file ]] || compopt +o default +o bashdefault 2>/dev/null
        for word in $words; do
          [[ $word == "$value"* ]] && replies[${#replies[@]}]=$word
        done
        case $kind in
          file|words|'') ;;
          *)
            while IFS= read -r reply; do
              replies[${#replies[@]}]=$reply
            done < <(command khabar complete --typed ${store:+--store="$store"} -- "$kind" "$value" 2>/dev/null </dev/null)
            ;;
        esac
        # bash puts an answer in the place of "$2", which is what stands after the last mark that parts words.
        head=${current%"$2"}
        for ((i = 0; i < ${#replies[@]}; i++)); do
          reply=$before${replies[i]}
          [[ $reply == "$head"* ]] && COMPREPLY[${#COMPREPLY[@]}]=${reply#"$head"}
        done
        return 0
      }

      complete -o nosort -o bashdefault -o default -F _khabar khabar 2>/dev/null ||
        complete -o bashdefault -o default -F _khabar khabar

      """
  }

  private var shared: String { table.shared.flatMap(\.names).joined(separator: " ") }

  /// Commands whose operands are no files: beyond the last one nothing is offered.
  private var reserved: String { "              \(table.shown.map { $0.name + ":*" }.joined(separator: "|"))) ;;" }

  private func valueCases(_ options: [OptionRow], of command: String) -> [String] {
    options.compactMap { option in
      guard let kind = option.value?.kind else { return nil }
      return "            \(option.names.map { command + ":" + $0 }.joined(separator: "|"))) \(assignment(kind)) ;;"
    }
  }

  private func operandCase(_ place: Place) -> String {
    let number = place.number.map(String.init) ?? "*"
    return "              \(place.command):\(place.action ?? ""):\(number)) \(assignment(place.kind)) ;;"
  }

  private func assignment(_ kind: ValueKind) -> String {
    if kind.isFile { return "kind=file" }
    if let asked = kind.completion { return "kind=" + asked.rawValue }
    return kind.words.isEmpty ? "kind=words" : "kind=words; words=\"\(kind.words.joined(separator: " "))\""
  }
}
