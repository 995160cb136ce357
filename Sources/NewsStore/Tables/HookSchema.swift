/// New stories that wait to be given to hooks.
enum HookSchema {
  static let sql = """
    CREATE TABLE hook (hook_row INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE hook_story (
      hook_row INTEGER NOT NULL REFERENCES hook (hook_row) ON DELETE CASCADE,
      article_row INTEGER NOT NULL REFERENCES article (article_row) ON DELETE CASCADE,
      PRIMARY KEY (hook_row, article_row)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX hook_story_by_article ON hook_story (article_row);

    -- Whatever way a story comes in. One that comes back after it was deleted is not new.
    CREATE TRIGGER hook_waits AFTER INSERT ON article
      WHEN NOT EXISTS (SELECT 1 FROM deleted_story WHERE article_id = new.id) BEGIN
      INSERT INTO hook_story (hook_row, article_row) SELECT hook_row, new.article_row FROM hook;
    END;
    """
}
