/// Stories that are near one another: what each is about, copies, groups.
enum GroupSchema {
  static let sql = """
    -- What an analysed story is about, and a sample of its text that tells copies of it (StoryVector, ShingleSketch).
    CREATE TABLE story_vector (
      article_row INTEGER PRIMARY KEY REFERENCES article (article_row) ON DELETE CASCADE,
      vector BLOB NOT NULL,
      sketch BLOB NOT NULL
    ) STRICT;

    -- What stories of the same days are found by for grouping: stems and shingles. Rows of changed or deleted stories may stay behind: whatever
    -- is found is compared before it counts.
    CREATE TABLE story_key (
      span INTEGER NOT NULL,
      key INTEGER NOT NULL,
      article_row INTEGER NOT NULL,
      PRIMARY KEY (span, key, article_row)
    ) STRICT, WITHOUT ROWID;

    -- The newest member that is shown stands for its group, whatever happens to the others; one that is left is no group.
    CREATE TRIGGER group_changes AFTER UPDATE OF group_row, muted_by, list_date ON article
      WHEN old.group_row IS NOT new.group_row
        OR (new.group_row IS NOT NULL AND (old.muted_by IS NOT new.muted_by OR old.list_date <> new.list_date)) BEGIN
      UPDATE article SET is_group_lead = 1 - is_group_lead
        WHERE group_row = old.group_row AND is_group_lead <> (article_row = (
          SELECT m.article_row FROM article AS m WHERE m.group_row = old.group_row
          ORDER BY m.muted_by IS NOT NULL, m.list_date DESC, m.id LIMIT 1));
      UPDATE article SET is_group_lead = 1 - is_group_lead
        WHERE group_row = new.group_row AND is_group_lead <> (article_row = (
          SELECT m.article_row FROM article AS m WHERE m.group_row = new.group_row
          ORDER BY m.muted_by IS NOT NULL, m.list_date DESC, m.id LIMIT 1));
      UPDATE article SET group_row = NULL, is_group_lead = 1
        WHERE group_row = old.group_row AND old.group_row IS NOT new.group_row
          AND (SELECT count(*) FROM article AS m WHERE m.group_row = old.group_row) = 1;
    END;
    CREATE TRIGGER group_loses AFTER DELETE ON article WHEN old.group_row IS NOT NULL BEGIN
      UPDATE article SET is_group_lead = 1 - is_group_lead
        WHERE group_row = old.group_row AND is_group_lead <> (article_row = (
          SELECT m.article_row FROM article AS m WHERE m.group_row = old.group_row
          ORDER BY m.muted_by IS NOT NULL, m.list_date DESC, m.id LIMIT 1));
      UPDATE article SET group_row = NULL, is_group_lead = 1
        WHERE group_row = old.group_row AND (SELECT count(*) FROM article AS m WHERE m.group_row = old.group_row) = 1;
    END;
    """
}
