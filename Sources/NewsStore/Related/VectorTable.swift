internal import StoryAnalysis

/// What analysed stories are about.
struct VectorTable {
  let connection: Connection

  func set(_ vector: StoryVector, _ sketch: ShingleSketch, of articleRow: Int64) throws(SQLiteError) {
    try connection.run(
      // Not REPLACE, before which each changed page is copied.
      """
      INSERT INTO story_vector (article_row, vector, sketch) VALUES (?, ?, ?)
        ON CONFLICT (article_row) DO UPDATE SET vector = excluded.vector, sketch = excluded.sketch
      """,
      [.integer(articleRow), .blob(vector.bytes), .blob(sketch.bytes)])
  }

  /// Nil for a story that is not analysed.
  func vector(of articleRow: Int64) throws(SQLiteError) -> StoryVector? {
    try connection.first("SELECT vector FROM story_vector WHERE article_row = ?", [.integer(articleRow)]) {
      StoryVector(bytes: $0.blob(0))
    }
  }

  func removeAll() throws(SQLiteError) {
    try connection.run("DELETE FROM story_vector")
  }
}
