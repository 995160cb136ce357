import NewsStore
import ReaderUI

/// What `khabar store` says.
extension Messages {
  nonisolated func sentence(for finding: StoreFinding) -> String {
    let count = finding.count
    return switch finding.kind {
    case .damagedPages: say("The file is damaged in \(count) places:")
    case .danglingReferences: say("\(count) rows refer to what is not there:")
    case .searchIndex: say("The full-text index is damaged, so searches may miss stories:")
    case .storiesWithoutText: say("\(count) stories have lost the place of their text:")
    case .storiesNotInIndex: say("\(count) stories are not found by any search:")
    case .storiesNotWaiting: say("\(count) stories have a text that nobody would analyse:")
    case .readingStatesDiffer: say("\(count) stories are shown as read or starred otherwise than you left them:")
    case .muteRulesMissing: say("\(count) stories are hidden by a rule that there is not:")
    case .groupsWithoutLead: say("\(count) groups of stories have no story, or two, that stands for them:")
    case .feedCountsDiffer: say("\(count) sources have more or fewer stories than lists say:")
    case .tagSpellingsDiffer: say("\(count) tags stand in the spelling of another tag:")
    case .emptyMarksOrQueries: say("\(count) marks, lists or rules are empty:")
    }
  }

  nonisolated func words(for stage: StoreProgress.Stage) -> String {
    switch stage {
    case .checkingPages: say("checking pages")
    case .checkingIndex: say("checking the full-text index")
    case .checkingStories: say("checking stories")
    case .copying: say("copying")
    case .compacting: say("making it smaller")
    case .rescuing: say("rescuing")
    }
  }

  /// As in `12.4 MB`; bytes for less than one thousand.
  nonisolated func size(_ byteCount: Int) -> String {
    if byteCount < 1_000 { return say("\(byteCount) bytes") }
    let units = [("kB", 1_000.0), ("MB", 1_000_000.0), ("GB", 1_000_000_000.0)]
    let (unit, size) = units.last { Double(byteCount) >= $0.1 } ?? units[0]
    let tenths = Int((Double(byteCount) / size * 10).rounded())
    return "\(tenths / 10).\(tenths % 10) \(unit)"
  }

  /// What a repair rescued, table by table, and what not.
  nonisolated func lines(of report: RescueReport, path: String) -> [String] {
    var lines = report.tables.filter { $0.rescuedCount > 0 || !$0.isWhole }.map(line)
    if report.restoredReadingStates > 0 {
      lines.append(
        say("\(report.restoredReadingStates) stories are read or starred by what lists said; their own entry was lost.")
      )
    }
    if report.storiesWithoutText > 0 {
      lines.append(
        say(
          "\(report.storiesWithoutText) stories have lost their text; it comes with the next refresh or when they are opened."
        ))
    }
    if report.orphanCount > 0 {
      lines.append(say("\(report.orphanCount) rows were left out, since the story that they belong to is lost."))
    }
    if report.placeholderCount > 0 {
      lines.append(say("\(report.placeholderCount) sources and tags have a makeshift name; their own is lost."))
    }
    for finding in report.findings { lines.append(sentence(for: finding)) }
    let isWhole = report.tables.allSatisfy(\.isWhole) && report.storiesWithoutText == 0
    lines.append(
      isWhole ? say("\(path) is repaired; nothing was lost.") : say("\(path) is repaired, as far as it could be."))
    lines.append(say("The damaged store is kept as it was: \(report.savedAside)"))
    return lines
  }

  private nonisolated func line(_ table: RescueReport.Table) -> String {
    let name = name(ofTable: table.name)
    var line = say("\(name): rescued \(table.rescuedCount)")
    if table.lostCount > 0 { line += ", " + say("lost \(table.lostCount)") }
    if table.damagedRowCount > 0 { line += ", " + say("unreadable: \(table.damagedRowCount)") }
    if table.damagedPageCount > 0 { line += ", " + say("damaged pages: \(table.damagedPageCount)") }
    return line
  }

  /// The name that people know; that of the schema for what has none.
  private nonisolated func name(ofTable table: String) -> String {
    switch table {
    case "reading_state": say("What you read and starred")
    case "subscription": say("Subscriptions")
    case "sentence_mark": say("Marks and notes")
    case "saved_query": say("Lists and mute rules")
    case "setting": say("Settings kept in the store")
    case "feed": say("Sources")
    case "article": say("Stories")
    case "body": say("Texts")
    case "tag": say("Tags")
    case "tag_spelling": say("Spellings of tags")
    case "author": say("Authors")
    case "section": say("Sections")
    case "title_word": say("Words of headlines")
    case "feed_item": say("Items of feeds")
    case "article_tag": say("Tags of stories")
    case "highlight": say("Highlights")
    case "related_link": say("Related stories")
    case "deleted_story": say("Stories that went by the rule")
    case "story_version": say("Earlier texts")
    default: table
    }
  }
}
