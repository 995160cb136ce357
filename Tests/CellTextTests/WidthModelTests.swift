import CellText
import Testing

@Suite("Width models")
struct WidthModelTests {
  /// Columns that terminals gave, by cursor position reports: xterm and its family, kitty and qterminal, mlterm, terminology.
  static let measured: [(text: String, family: Int, kitty: Int, mlterm: Int, terminology: Int)] = [
    ("क", 1, 1, 1, 1), ("का", 2, 1, 1, 2), ("कि", 2, 1, 1, 2), ("की", 2, 1, 1, 2), ("कु", 1, 1, 1, 2), ("के", 1, 1, 1, 2),
    ("को", 2, 1, 1, 2), ("कं", 1, 1, 1, 2), ("कः", 2, 1, 1, 2), ("क\u{93C}", 1, 1, 1, 2), ("क्", 1, 1, 1, 2),
    ("क्ष", 2, 2, 2, 3), ("क्षि", 3, 2, 2, 4), ("त्र", 2, 2, 2, 3), ("श्री", 3, 2, 2, 4), ("र्क", 2, 2, 2, 3),
    ("र्कि", 3, 2, 2, 4), ("स्त्री", 4, 3, 3, 6), ("क्ष्म्य", 4, 4, 4, 7), ("क्\u{200D}ष", 2, 2, 3, 3),
    ("क्\u{200C}ष", 2, 2, 3, 3), ("हिन्दी", 5, 3, 3, 6), ("हिंदी", 4, 2, 2, 5), ("संबंधित", 5, 4, 4, 7),
    ("व्हाट्सऐप", 7, 6, 6, 9), ("राष्ट्रीय", 7, 5, 5, 9), ("मुख्यमंत्री", 7, 6, 6, 11), ("।", 1, 1, 1, 1),
    ("१२३", 3, 3, 3, 3), ("ॐ", 1, 1, 1, 1), ("நி", 2, 1, 1, 2), ("কি", 2, 1, 1, 2), ("ক্ষ", 2, 2, 2, 3),
    ("క్ష", 2, 2, 2, 3), ("漢", 2, 2, 2, 2), ("👍", 2, 2, 2, 2), ("👨\u{200D}👩\u{200D}👧", 6, 6, 8, 6), ("🇮🇳", 2, 2, 2, 2),
    ("e\u{301}", 1, 1, 1, 1), ("a\u{200B}b", 2, 2, 3, 2), ("…", 1, 1, 1, 1), ("—", 1, 1, 1, 1),
  ]

  @Test("each model gives the columns that its terminals were measured to give", arguments: measured.indices)
  func measuredColumns(index: Int) {
    let row = Self.measured[index]
    #expect(WidthModel.spacingMarks.columns(of: row.text) == row.family)
    #expect(WidthModel.noMarks.columns(of: row.text) == row.kitty)
    #expect(WidthModel.noMarksButJoiners.columns(of: row.text) == row.mlterm)
    #expect(WidthModel.everyMark.columns(of: row.text) == row.terminology)
  }

  @Test("where the terminal counts clusters, each has its bound")
  func clusterColumns() {
    let rows: [(text: String, wezterm: Int, ghostty: Int, kitty: Int, withMarks: Int)] = [
      ("का", 1, 1, 1, 2), ("के", 1, 1, 1, 1), ("स्त्री", 2, 3, 1, 2), ("क्ष्म्य", 2, 4, 1, 2), ("राष्ट्र", 3, 4, 2, 4),
      ("राष्ट्रीय", 4, 5, 3, 5), ("राज्य", 3, 3, 2, 4), ("हिन्दी", 3, 3, 2, 4), ("अंतर्राष्ट्रीय", 7, 8, 5, 7),
      ("👨\u{200D}👩\u{200D}👧", 2, 2, 2, 2), ("❤️", 2, 2, 2, 2), ("👍🏽", 2, 2, 2, 2), ("1\u{FE0F}\u{20E3}", 2, 2, 2, 2),
      ("🇮🇳", 2, 2, 2, 2), ("e\u{301}", 1, 1, 1, 1), ("漢字", 4, 4, 4, 4), ("abc", 3, 3, 3, 3), ("।", 1, 1, 1, 1),
    ]
    for row in rows {
      #expect(WidthModel.clusters.columns(of: row.text) == row.wezterm, "\(row.text)")
      #expect(WidthModel.clustersApart.columns(of: row.text) == row.ghostty, "\(row.text)")
      #expect(WidthModel.oneColumnClusters.columns(of: row.text) == row.kitty, "\(row.text)")
      #expect(WidthModel.clustersWithMarks.columns(of: row.text) == row.withMarks, "\(row.text)")
    }
  }

  @Test("a text is as wide as its clusters together", arguments: WidthModel.named.map(\.name))
  func sumOfClusters(name: String) throws {
    let model = try #require(WidthModel.named(name))
    for text in SampleTexts.all {
      #expect(model.columns(of: text) == text.reduce(0) { $0 + model.columns(of: $1) })
      #expect(model.columns(of: text) == model.columns(of: text.dropFirst(0)))
      var visited = ""
      var columns = 0
      model.forEachCluster(in: text) {
        visited += $0
        columns += $1
        return true
      }
      #expect(visited == text)
      #expect(columns == model.columns(of: text))
    }
  }

  @Test("a measured exception counts before the rule")
  func exceptions() {
    let model = WidthModel(rule: WidthModel.spacingMarks.rule, exceptions: ["क्ष": 1, "👍🏽": 2])
    #expect(model.columns(of: "क्ष") == 1)
    #expect(model.columns(of: "कक्षक👍🏽") == 5)
    #expect(model.columns(of: Character("क्ष")) == 1)
  }

  @Test("models are found by their names and by their terminals'")
  func names() {
    for (name, model) in WidthModel.named { #expect(WidthModel.named(name.uppercased()) == model) }
    #expect(WidthModel.named("qterminal") == .noMarks)
    #expect(WidthModel.named("wcwidth") == .spacingMarks)
    #expect(WidthModel.named("teletype") == nil)
  }

  @Test("the environment's guess asks the multiplexer before the terminal around it")
  func guesses() {
    func guess(_ environment: [String: String]) -> WidthModel { WidthModel.guess(environment: environment).model }
    #expect(guess([:]) == .spacingMarks)
    #expect(guess(["TERM": "xterm-kitty", "KITTY_WINDOW_ID": "1"]).rule == WidthModel.noMarks.rule)
    #expect(guess(["TERM": "tmux-256color", "TMUX": "/tmp/tmux,1,0", "KITTY_WINDOW_ID": "1"]) == .joinedSpacingMarks)
    #expect(guess(["TERM": "screen-256color", "KITTY_WINDOW_ID": "1"]) == .spacingMarks)
    #expect(guess(["TERM": "xterm-256color", "KITTY_WINDOW_ID": "1"]).rule == WidthModel.noMarks.rule)
    #expect(guess(["TERM": "xterm-256color", "VTE_VERSION": "7006"]) == .spacingMarks)
    #expect(guess(["TERM": "mlterm"]) == .noMarksButJoiners)
    #expect(guess(["TERM": "xterm-256color", "TERMINOLOGY": "1"]) == .everyMark)
    #expect(guess(["TERM": "xterm-ghostty", "TERM_PROGRAM": "ghostty"]) == .clustersApart)
    #expect(guess(["TERM": "xterm-256color", "TERM_PROGRAM": "WezTerm"]) == .clusters)
    #expect(WidthModel.guess(environment: [:]).isMeasured == false)
  }
}
