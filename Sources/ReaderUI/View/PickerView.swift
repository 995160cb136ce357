import CellText
import Screen

/// A picker over the page: title on its frame, a line to type in, the matching items.
struct PickerView {
  let state: ReaderState
  let picker: PickerState

  func draw(on canvas: inout Canvas) {
    let layout = PickerLayout(size: state.size, picker: picker)
    // A click beside the panel leaves it; the page behind cannot be reached.
    canvas.mark(Rect(row: 0, column: 0, rows: state.size.rows - 1, columns: state.size.columns), .key(.escape))
    canvas.mark(layout.frame, .picker)
    drawFrame(layout.frame, on: &canvas)
    drawInput(layout, on: &canvas)
    for row in 0..<layout.rowCount {
      let index = picker.topIndex + row
      guard picker.matches.indices.contains(index) else { break }
      let at = Rect(
        row: layout.firstItemRow + row, column: layout.frame.column, rows: 1, columns: layout.frame.columns)
      canvas.mark(at, .pickerRow(index))
      if index == picker.selectedIndex, picker.followsSelection {
        canvas.cursor = Position(row: at.row, column: at.column + 2)
        canvas.isTypedIn = false
      }
      draw(
        picker.matches[index], isSelected: index == picker.selectedIndex, row: layout.firstItemRow + row, layout,
        on: &canvas)
    }
    if picker.matches.isEmpty {
      let nothing = state.settings.phrases(.nothingFound)
      let empty = picker.items.isEmpty ? picker.emptyText ?? nothing : nothing
      write(empty, .pickerDim, row: layout.firstItemRow, rowCount: layout.rowCount, layout, on: &canvas)
    }
    guard layout.noteRows > 0 else { return }
    if layout.hasDivider {
      canvas.write(
        String(repeating: "─", count: layout.textColumns), .pickerFrame, row: layout.firstItemRow + layout.rowCount,
        column: layout.frame.column + 2, columns: layout.textColumns)
    }
    if let item = picker.selected {
      write(
        item.note, item.hasTrouble ? .pickerTrouble : .pickerDim,
        row: layout.frame.endRow - 1 - layout.noteRows, rowCount: layout.noteRows, layout, on: &canvas)
    }
  }

  /// A sentence on as many lines as it needs and there are.
  private func write(
    _ sentence: String, _ role: StyleRole, row: Int, rowCount: Int, _ layout: PickerLayout, on canvas: inout Canvas
  ) {
    let wrapper = TextWrapper(model: canvas.model, language: state.settings.language.rawValue)
    let lines = wrapper.lines([TextRun(sentence, role)], columns: layout.textColumns, maxLines: max(1, rowCount))
    for (offset, line) in lines.enumerated() {
      canvas.write(line, row: row + offset, column: layout.frame.column + 2, columns: layout.textColumns)
    }
  }

  private func drawFrame(_ frame: Rect, on canvas: inout Canvas) {
    canvas.fill(frame, .picker)
    canvas.drawBorder(frame, .pickerFrame)
    let title =
      " " + DisplayText.safe(picker.title).truncated(toColumns: max(1, frame.columns - 6), model: canvas.model) + " "
    let end = canvas.write(title, .pickerTitle, row: frame.row, column: frame.column + 2, columns: frame.columns - 4)
    canvas.startSegment(row: frame.row, column: end)
  }

  private func drawInput(_ layout: PickerLayout, on canvas: inout Canvas) {
    let column = layout.frame.column + 2
    let start = canvas.write("› ", .pickerHit, row: layout.inputRow, column: column, columns: layout.textColumns)
    let room = max(1, layout.textColumns - 3)
    let text = LineTail.of(picker.editor.text, columns: room, model: canvas.model)
    let end = canvas.write(text, .picker, row: layout.inputRow, column: start, columns: room)
    canvas.cursor = Position(row: layout.inputRow, column: end)
    canvas.isTypedIn = true
  }

  private func draw(
    _ match: PickerMatch, isSelected: Bool, row: Int, _ layout: PickerLayout, on canvas: inout Canvas
  ) {
    let item = picker.items[match.itemIndex]
    let column = layout.frame.column + 2
    if case .heading = item.choice {
      let name = item.label.truncated(toColumns: layout.textColumns, model: canvas.model)
      canvas.write(name, .pickerTitle, row: row, column: column, columns: layout.textColumns)
      return
    }
    let inside = Rect(row: row, column: layout.frame.column + 1, rows: 1, columns: layout.frame.columns - 2)
    if isSelected { canvas.fill(inside, .pickerSelected) }
    let plain: StyleRole = isSelected ? .pickerSelected : item.isGhost ? .pickerDim : .picker
    let quiet: StyleRole = isSelected ? .pickerSelected : .pickerDim

    let detail = DisplayText.safe(item.detail).truncated(toColumns: layout.textColumns / 2, model: canvas.model)
    let detailColumns = canvas.columns(of: detail)
    let detailStart = layout.frame.endColumn - 2 - detailColumns
    if detailColumns > 0 {
      canvas.startSegment(row: row, column: detailStart)
      canvas.write(detail, quiet, row: row, column: detailStart, columns: detailColumns)
    }
    let frames = state.settings.frames
    if isSelected, frames != .lines {
      canvas.write(">", plain, row: row, column: layout.frame.column + 1, columns: 1)
    }
    let sign = item.isGhost ? "◌ " : item.hasTrouble ? "! " : ""
    let mark = meaning(of: item).map { $0 + " " } ?? (picker.marked.contains(item.choice) ? "✓ " : sign)
    let markRole: StyleRole = item.hasTrouble && !isSelected ? .pickerTrouble : quiet
    var at = canvas.write(mark, markRole, row: row, column: column, columns: layout.textColumns)
    let room = detailStart - at - (detailColumns > 0 ? 1 : 0)
    if let context = item.context {
      draw(
        context, plain, isSelected ? .pickerSelectedHit : .pickerHit, row: row, column: at, columns: room, on: &canvas)
      return
    }
    let label = item.label.truncated(toColumns: max(0, room), model: canvas.model)
    let labelStart = at
    // Offsets count the label's clusters; truncation only takes from its end.
    for (offset, cluster) in label.enumerated() {
      let isHit = match.hitClusters.contains(offset) || (isSelected && item.change?.words.contains(offset) == true)
      let role: StyleRole =
        isHit
        ? (isSelected ? .pickerSelectedHit : .pickerHit) : isSelected ? plain : item.change?.role(at: offset) ?? plain
      at = canvas.write(String(cluster), role, row: row, column: at, columns: detailStart - at)
    }
    if state.settings.showsHyperlinks, case .link(let index, let address, _) = item.choice, labelStart < at,
      let target = Hyperlink(address, utf8Offset: index)
    {
      canvas.link(row: row, columns: labelStart..<at, to: target)
    }
  }

  /// How a marked tag goes into the filter, as a word: "और", "या", "नहीं".
  private func meaning(of item: PickerItem) -> String? {
    guard picker.kind == .tags, let name = item.tagName else { return nil }
    switch picker.tagMarks[name] {
    case .any?: return state.settings.phrases(.tagAny)
    case TagMark.none?: return state.settings.phrases(.tagNone)
    case nil: return picker.marked.contains(item.choice) ? state.settings.phrases(.tagAll) : nil
    }
  }

  /// The end of what goes before a hit, from the beginning of a word on where there is one near.
  private static func tail(_ text: String, columns: Int, _ model: WidthModel) -> String {
    let whole = DisplayText.safe(text)
    let tail = LineTail.of(whole, columns: columns, model: model)
    if tail == whole { return tail }
    let rest = LineTail.of(whole, columns: max(0, columns - 2), model: model)
    guard let blank = rest.firstIndex(of: " "), rest[..<blank].count <= 12 else { return rest }
    return "…" + rest[blank...]
  }

  /// The hit begins two fifths into the line, whatever stands before it.
  private func draw(
    _ context: PickerItem.Context, _ role: StyleRole, _ hitRole: StyleRole, row: Int, column: Int, columns: Int,
    on canvas: inout Canvas
  ) {
    guard columns > 0 else { return }
    let model = canvas.model
    let hitColumn = column + columns * 2 / 5
    let before = Self.tail(context.before, columns: hitColumn - column, model)
    canvas.write(
      before, role, row: row, column: hitColumn - model.columns(of: before), columns: hitColumn - column)
    // Where a terminal counts what stands before it otherwise, the hit still stands under the others.
    canvas.startSegment(row: row, column: hitColumn)
    let end = column + columns
    let hit = DisplayText.safe(context.hit).truncated(toColumns: end - hitColumn, model: model)
    let at = canvas.write(hit, hitRole, row: row, column: hitColumn, columns: end - hitColumn)
    let after = DisplayText.safe(context.after).truncated(toColumns: max(0, end - at), model: model)
    canvas.write(after, role, row: row, column: at, columns: max(0, end - at))
  }
}

extension PickerItem.Change {
  fileprivate func role(at offset: Int) -> StyleRole {
    switch kind {
    case .added: words.contains(offset) ? .pickerAddedWord : .pickerAdded
    case .removed: words.contains(offset) ? .pickerRemovedWord : .pickerRemoved
    }
  }
}
