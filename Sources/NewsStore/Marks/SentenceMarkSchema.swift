/// What the reader marked, and what stories said before.
enum SentenceMarkSchema {
  static let sql = """
    -- No reference to article: as reading_state, it outlives the story. What tells the story to people is kept with it.
    CREATE TABLE sentence_mark (
      mark_row INTEGER PRIMARY KEY,
      article_id TEXT NOT NULL,
      sentence TEXT NOT NULL,
      text_before TEXT NOT NULL,
      text_after TEXT NOT NULL,
      block_index INTEGER NOT NULL,
      note TEXT NOT NULL,
      made INTEGER NOT NULL,
      made_offset INTEGER NOT NULL,
      title TEXT NOT NULL,
      url TEXT,
      source TEXT NOT NULL,
      story_date INTEGER NOT NULL,
      story_offset INTEGER NOT NULL,
      language TEXT NOT NULL
    ) STRICT;
    CREATE INDEX sentence_mark_by_story ON sentence_mark (article_id);

    -- Texts that a story had before. A pending one waits until the text that took its place is understood and can be compared.
    CREATE TABLE story_version (
      version_row INTEGER PRIMARY KEY,
      article_id TEXT NOT NULL,
      is_pending INTEGER NOT NULL,
      replaced INTEGER NOT NULL,
      replaced_offset INTEGER NOT NULL,
      completeness INTEGER NOT NULL,
      title TEXT NOT NULL,
      dek TEXT,
      -- As body.text of form 0.
      body TEXT NOT NULL
    ) STRICT;
    CREATE INDEX story_version_by_story ON story_version (article_id, is_pending);
    CREATE INDEX story_version_pending ON story_version (article_id) WHERE is_pending = 1;
    """
}
