import CellText
import Screen

/// What `khabar doctor` found, as facts. Its JSON is a promise.
nonisolated struct DoctorReport: Encodable, Sendable {
  struct Terminal: Encodable, Sendable {
    var term: String?
    var program: String?
    /// By XTVERSION.
    var version: String?
    /// `tmux` or `screen`, which then is what was measured.
    var multiplexer: String?
    var colors: Int?
    /// `auto`, `always` or `never`, as configured.
    var hyperlinks: String
    /// Whether links are given to the terminal as such (OSC 8).
    var showsHyperlinks: Bool
  }

  struct Sample: Encodable, Sendable {
    var text: String
    var columns: Int
    var predicted: Int
  }

  struct Widths: Encodable, Sendable {
    /// The rule's name as `--width-model` takes it; nil when none was found, or when it has no name.
    var model: String?
    var rule: String?
    /// The model that the command line or the configuration names; nil leaves it to the measurement.
    var forced: String?
    var milliseconds: Double
    var synchronizedOutput: String?
    var graphemeClusters: String?
    /// Kinds of text whose columns are as the model says.
    var certain: [String]
    var samples: [Sample]
  }

  struct Words: Encodable, Sendable {
    var count: Int
    var misses: [Sample]
  }

  struct Locale: Encodable, Sendable {
    var name: String?
    var isUTF8: Bool
  }

  /// What draws pictures, and what keeps it from everything else.
  struct Pictures: Encodable, Sendable {
    /// Nil when there is no such program.
    var program: String?
    var version: String?
    /// What pictures are drawn with here, `symbols`, `kitty`, `kittyCells` (placeholders), `sixel` or `iterm`, and why.
    var format: String
    var reason: String
    /// Pixels of a cell; nil when nobody told.
    var cellWidth: Int?
    var cellHeight: Int?
    /// Whether it drew one, confined as it always is.
    var draws = false
    /// The version of Landlock's interface; 0 where the kernel has none.
    var landlock: Int
    /// Whether system calls are filtered (seccomp).
    var filtersCalls: Bool
    var memoryLimit: Int
    var secondsLimit: Int
  }

  struct Store: Encodable, Sendable {
    var path: String
    /// Nil when there is no store yet, or it cannot be read.
    var stories: Int?
  }

  /// Something that the reader can put right.
  struct Trouble: Encodable, Sendable {
    enum Kind: String, Encodable, Sendable {
      case locale, terminalType, wideSymbols, forcedModel, store, pictures
    }
    var kind: Kind
    var sentence: String
  }

  var khabar: String
  var terminal: Terminal
  /// Nil when there is no terminal to ask.
  var widths: Widths?
  var words: Words?
  var locale: Locale
  var store: Store
  var libraries: [String: String]
  var pictures: Pictures?
  var troubles: [Trouble] = []
  var advice: [String] = []
}

extension DoctorReport.Widths {
  init(_ measurement: TerminalMeasurement, forced: String?) {
    let fit = measurement.fit
    model = fit?.model.name
    rule = fit.map { String(describing: $0.model.rule) }
    self.forced = forced
    milliseconds = (measurement.milliseconds * 10).rounded() / 10
    synchronizedOutput = measurement.synchronizedOutput.map { String(describing: $0) }
    graphemeClusters = measurement.graphemeClusters.map { String(describing: $0) }
    let kinds: [(CertainText, String)] = [
      (.devanagari, "devanagari"), (.otherIndic, "otherIndic"), (.latin, "latin"), (.symbols, "symbols"),
    ]
    certain = kinds.filter { fit?.certain.contains($0.0) ?? false }.map(\.1)
    samples = measurement.samples.map { DoctorReport.Sample($0, model: fit?.model) }
  }
}

extension DoctorReport.Sample {
  /// Without a model nothing is predicted: the same as measured.
  init(_ sample: WidthSample, model: WidthModel?) {
    text = sample.text
    columns = sample.columns
    predicted = model?.columns(of: sample.text) ?? sample.columns
  }
}
