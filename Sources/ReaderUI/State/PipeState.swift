public import NewsModel

/// A story on its way to a program, as it is asked for.
public struct PipeState: Hashable, Sendable {
  public enum Form: String, Hashable, Sendable {
    case markdown
    /// JSON Feed.
    case json
  }

  public var editor: LineEditor
  public var story: ArticleID
  public var form: Form

  public init(editor: LineEditor, story: ArticleID, form: Form = .markdown) {
    self.editor = editor
    self.story = story
    self.form = form
  }
}

/// How a program ended that got a story.
public struct PipeOutcome: Hashable, Sendable {
  /// As it was called.
  public var program: String
  /// The exit status; 128 and more are signals.
  public var status: Int
  /// The first line that it wrote; empty when it wrote nothing.
  public var firstLine: String

  public init(program: String, status: Int, firstLine: String) {
    self.program = program
    self.status = status
    self.firstLine = firstLine
  }
}
