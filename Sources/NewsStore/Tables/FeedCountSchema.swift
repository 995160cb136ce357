/// How many stories lists show, kept up to date row by row: to count them takes longer the more there are, and every start shows the number.
enum FeedCountSchema {
  static let sql = """
    -- Stories that are at home in a feed and not hidden, and how many of them are unread; no row stands for none.
    CREATE TABLE feed_count (
      feed_row INTEGER PRIMARY KEY REFERENCES feed (feed_row) ON DELETE CASCADE,
      shown INTEGER NOT NULL,
      unread INTEGER NOT NULL
    ) STRICT;
    \(fill)

    -- Differences are added also where there is no row yet: which trigger of a new story comes first is not for us to say.
    CREATE TRIGGER feed_counts_new AFTER INSERT ON article WHEN new.muted_by IS NULL BEGIN
      INSERT INTO feed_count VALUES (new.feed_row, 1, new.is_read = 0)
        ON CONFLICT (feed_row) DO UPDATE SET shown = shown + 1, unread = unread + excluded.unread;
    END;
    CREATE TRIGGER feed_counts_less AFTER DELETE ON article WHEN old.muted_by IS NULL BEGIN
      UPDATE feed_count SET shown = shown - 1, unread = unread - (old.is_read = 0) WHERE feed_row = old.feed_row;
    END;
    CREATE TRIGGER feed_counts_changed AFTER UPDATE OF feed_row, is_read, muted_by ON article
      WHEN old.feed_row <> new.feed_row OR old.is_read <> new.is_read OR (old.muted_by IS NULL) <> (new.muted_by IS NULL) BEGIN
      INSERT INTO feed_count VALUES (old.feed_row, -(old.muted_by IS NULL), -(old.muted_by IS NULL AND old.is_read = 0))
        ON CONFLICT (feed_row) DO UPDATE SET shown = shown + excluded.shown, unread = unread + excluded.unread;
      INSERT INTO feed_count VALUES (new.feed_row, new.muted_by IS NULL, new.muted_by IS NULL AND new.is_read = 0)
        ON CONFLICT (feed_row) DO UPDATE SET shown = shown + excluded.shown, unread = unread + excluded.unread;
    END;

    -- What the rule for old stories looks at: one that nobody has read is not among them.
    CREATE INDEX article_read ON article (list_date, id) WHERE is_read = 1 AND is_starred = 0;
    """

  /// Counts all stories; the table must be empty.
  static let fill = """
    INSERT INTO feed_count (feed_row, shown, unread)
      SELECT feed_row, count(*), count(*) FILTER (WHERE is_read = 0) FROM article WHERE muted_by IS NULL GROUP BY feed_row;
    """
}
