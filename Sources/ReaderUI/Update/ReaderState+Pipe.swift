import CellText
import NewsModel
import Screen

extension ReaderState {
  /// `|`: the line in which a command is typed that gets the story; the last one is there again.
  mutating func askForCommand() -> [ReaderEffect] {
    guard let id = currentStoryID else { return [] }
    prompt = .pipe(PipeState(editor: LineEditor(settings.lastCommand), story: id, form: settings.pipeForm))
    return []
  }

  mutating func apply(_ key: Key, toPipe pipe: PipeState) -> [ReaderEffect] {
    var pipe = pipe
    switch key {
    case .escape: prompt = nil
    case .backspace where pipe.editor.text.isEmpty: prompt = nil
    case .control("l"): return [.redraw]
    case .tab:
      pipe.form = pipe.form == .markdown ? .json : .markdown
      settings.pipeForm = pipe.form
      prompt = .pipe(pipe)
    case .enter:
      // What is wrong stays, to be put right.
      guard let vector = ArgumentVector(parsing: pipe.editor.text) else { return say(.pipeUnclosed) }
      prompt = nil
      guard let program = vector.arguments.first else { return [] }
      settings.lastCommand = pipe.editor.text
      return [.pipe(pipe.story, pipe.form, vector.arguments), .saveLastCommand(pipe.editor.text)]
        + say(.pipeRuns, program)
    default:
      if pipe.editor.take(key) { prompt = .pipe(pipe) }
    }
    return []
  }

  /// "wc: 345 words", or with what went wrong.
  mutating func show(_ outcome: PipeOutcome) -> [ReaderEffect] {
    let line = DisplayText.safe(outcome.firstLine)
    if outcome.status == 0 {
      return say(line.isEmpty ? settings.phrases(.pipeDone, outcome.program) : outcome.program + ": " + line)
    }
    let text = settings.phrases(.pipeFailed, outcome.program, settings.dates.number(outcome.status))
    return say(line.isEmpty ? text : text + " · " + line, isError: true)
  }
}
