/// Smart lists and mute rules.
enum SavedQuerySchema {
  static let sql = """
    -- AUTOINCREMENT: a number is never given twice, so that article.muted_by cannot come to mean another rule.
    CREATE TABLE saved_query (
      query_row INTEGER PRIMARY KEY AUTOINCREMENT,
      -- 'list' or 'mute'.
      use TEXT NOT NULL,
      position INTEGER NOT NULL,
      name TEXT NOT NULL,
      name_key TEXT NOT NULL,
      text TEXT NOT NULL,
      -- When the text was saved, and in which zone: the dates of a mute rule count from there.
      saved INTEGER NOT NULL,
      saved_offset INTEGER NOT NULL,
      UNIQUE (use, name_key)
    ) STRICT;

    -- Whoever stars a story wants to see it.
    CREATE TRIGGER starred_story_shows AFTER UPDATE OF is_starred ON article
      WHEN new.is_starred = 1 AND new.muted_by IS NOT NULL BEGIN
      UPDATE article SET muted_by = NULL WHERE article_row = new.article_row;
    END;
    """
}
