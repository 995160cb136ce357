/// Stories that are near one another: what each is about, copies, groups.
enum GroupSchema {
  static let sql = """
    -- What an analysed story is about, and a sample of its text that tells copies of it (StoryVector, ShingleSketch).
    CREATE TABLE story_vector (
      article_row INTEGER PRIMARY KEY REFERENCES article (article_row) ON DELETE CASCADE,
      vector BLOB NOT NULL,
      sketch BLOB NOT NULL
    ) STRICT;
    """
}
