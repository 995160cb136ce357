internal import IndicText

/// Goes down the rows of a page and sorts out what is labelled.
struct AnatomyReading {
  let document: HTMLDocument
  let rows: [PageRow]
  let titleKey: String
  let summaryKey: String
  let publisher: PublisherTable.Entry?
  let base: String?
  /// The row with the headline; rows before it are the page's head. -1 when no row has it.
  let titleRow: Int
  var anatomy = PageAnatomy()
  /// Rows that are told already.
  var isTaken: [Bool]
  private var furnitureCount = 0
  var alsoReadCount = 0
  /// The label that each row begins with; nil for most.
  let labels: [PageLabels.Match?]
  /// Whether a row heads a list of more stories; whether it says that the story itself begins.
  let isMoreFrom: [Bool]
  let isBodyStart: [Bool]
  let proseUTF8Count: Int
  /// How many bytes of prose stand before each row.
  let proseBefore: [Int]
  let lastProseRow: Int

  init(
    _ document: HTMLDocument, base: String?, title: String?, summary: String?, publisher: PublisherTable.Entry?
  ) {
    self.document = document
    self.publisher = publisher
    self.base = base
    rows = PageRow.rows(of: document, base: base)
    let titleKey = SearchKey.fold(title ?? "")
    self.titleKey = titleKey
    summaryKey = SearchKey.fold(summary ?? "")
    let isTitle: (PageRow) -> Bool = { row in
      !row.line.key.isEmpty && !titleKey.isEmpty && row.line.key == titleKey
    }
    titleRow =
      rows.firstIndex { $0.setting == .heading && !$0.isLink && isTitle($0) } ?? rows.firstIndex {
        !$0.isLink && isTitle($0)
      }
      ?? rows.firstIndex { $0.setting == .heading && !titleKey.isEmpty && PageTitle.isSame($0.line.key, titleKey) }
      ?? -1
    isTaken = Array(repeating: false, count: rows.count)
    // Asked again and again while lists are looked for.
    labels = rows.map {
      PageLabels.match($0.line, roles: [.highlights, .tags, .related, .otherList, .alsoRead, .aboutAuthor])
    }
    isMoreFrom = rows.map { PageLabels.moreFromSection($0.line) != nil }
    isBodyStart = rows.map {
      $0.line.scalarCount <= 40 && PageLabels.match($0.line, roles: [.bodyStart])?.rest.isEmpty == true
    }
    var before: [Int] = []
    var count = 0
    for row in rows {
      before.append(count)
      if row.isProse { count += row.line.text.utf8.count }
    }
    proseBefore = before
    proseUTF8Count = count
    lastProseRow = rows.lastIndex { $0.isProse } ?? -1
  }

  /// The parts of the page.
  mutating func read() -> PageAnatomy {
    for index in rows.indices where !isTaken[index] {
      if index > titleRow, takeLabel(index) || takeCredit(index) { continue }
      takeFurniture(index)
    }
    readNamedLists()
    readHead()
    readTagLinks()
    readCaptions()
    if furnitureCount > 0 { anatomy.notes.append(.furnitureDropped(furnitureCount)) }
    if alsoReadCount > 0 { anatomy.notes.append(.alsoReadMoved(alsoReadCount)) }
    return anatomy
  }

  /// A line of its own that names an agency or another origin, in or right after the text.
  private mutating func takeCredit(_ index: Int) -> Bool {
    let row = rows[index]
    guard row.setting != .caption, !row.isLink, index <= lastProseRow + 4, let credit = CreditLines.credit(row.line)
    else { return false }
    anatomy.credits.append(credit)
    remove(rows: index..<index + 1)
    return true
  }

  private mutating func takeFurniture(_ index: Int) {
    let row = rows[index]
    guard row.setting != .caption else { return }
    let kind = PageFurniture.kind(of: row.line)
    guard kind != nil || isEndMark(row.line) else { return }
    furnitureCount += 1
    // "पढ़ना जारी रखें" above other stories' titles: the list goes with it.
    if kind == .insertion, row.line.scalarCount <= 40, index > titleRow {
      let list = list(after: index, as: .otherList)
      if list.isOwned,
        list.rows.allSatisfy({
          rows[$0].isLink || isEndMark(rows[$0].line) || PageFurniture.kind(of: rows[$0].line) != nil
        })
      {
        take(label: index, list)
        return
      }
    }
    remove(rows: index..<index + 1)
  }
}
