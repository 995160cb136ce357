import CellText
import IndicText

/// Latin letters under each line of Devanagari, for who learns to read it.
extension BodySection {
  /// Lays `runs` out with the reading of each word under it.
  static func glossed(
    _ runs: [TextRun], _ wrapper: TextWrapper, columns: Int, firstIndent: Int = 0, hangingIndent: Int = 0,
    _ language: String
  ) -> [GlossedLine] {
    wrapper.glossedLines(
      runs, columns: columns, firstIndent: firstIndent, hangingIndent: hangingIndent, role: .gloss
    ) { word in
      let latin = Romanisation.text(word, language: language)
      // What is not written in an Indic script is read already.
      return latin == word ? nil : latin
    }
  }

  /// Each line with the lines that stand under it, which have its place in `text`.
  ///
  /// - Parameter start: where the first line begins in `text`, blanks before it aside, in UTF-8 bytes.
  static func lines(
    _ glossed: [GlossedLine], in text: String, from start: Int = 0, textIndex: Int, blockIndex: Int? = nil
  ) -> [BodyLayout.Line] {
    var lines = glossed.map { BodyLayout.Line(text: $0.text, blockIndex: blockIndex, textIndex: textIndex) }
    locate(&lines, in: text, from: start)
    return zip(lines, glossed).flatMap { line, glossed in
      var line = line
      if !glossed.paddings.isEmpty {
        line.spaced = glossed.spaced
        line.paddings = glossed.paddings
      }
      let under = glossed.glosses.map { gloss in
        var under = BodyLayout.Line(text: gloss, blockIndex: blockIndex, textIndex: textIndex)
        under.startUTF8Offset = line.startUTF8Offset
        under.isGloss = true
        under.glossedUTF8Count = line.utf8Count
        return under
      }
      return [line] + under
    }
  }
}
