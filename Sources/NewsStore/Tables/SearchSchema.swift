/// The full-text index, the vocabulary, and what lists go by since there are mute rules and groups.
enum SearchSchema {
  static let sql = """
    -- The story's entry in the index; NULL before it is analysed. Rises with list_date.
    ALTER TABLE article ADD COLUMN search_row INTEGER;
    -- 0: its text was not looked into yet. Below 0: to be analysed, another number after each change. Above 0: analysed.
    ALTER TABLE article ADD COLUMN analysis INTEGER NOT NULL DEFAULT 0;
    -- The rule that hides the story (saved_query); NULL: it is shown.
    ALTER TABLE article ADD COLUMN muted_by INTEGER;
    -- The group of stories that tell one event, and whether this one stands for it in lists; NULL: it stands alone.
    ALTER TABLE article ADD COLUMN group_row INTEGER;
    ALTER TABLE article ADD COLUMN is_group_lead INTEGER NOT NULL DEFAULT 1;
    CREATE UNIQUE INDEX article_by_search_row ON article (search_row) WHERE search_row IS NOT NULL;
    CREATE INDEX article_unanalysed ON article (list_date DESC, id) WHERE analysis < 0;
    CREATE INDEX article_by_group ON article (group_row, list_date, id) WHERE group_row IS NOT NULL;

    -- Lists leave muted stories out, so their indexes do. What a condition names must be in an index for SQLite to need nothing else.
    DROP INDEX article_by_date;
    DROP INDEX article_by_section;
    DROP INDEX article_by_feed;
    DROP INDEX article_starred;
    CREATE INDEX article_by_date ON article (list_date DESC, id, is_read, is_starred, muted_by) WHERE muted_by IS NULL;
    CREATE INDEX article_by_section ON article (section_key, list_date DESC, id, is_read, is_starred, muted_by) WHERE muted_by IS NULL;
    CREATE INDEX article_by_feed ON article (feed_row, list_date DESC, id, is_read, is_starred, muted_by) WHERE muted_by IS NULL;
    CREATE INDEX article_starred ON article (list_date DESC, id, is_read, is_starred, muted_by) WHERE is_starred = 1 AND muted_by IS NULL;
    CREATE INDEX article_leads ON article (list_date DESC, id, is_read, is_starred, muted_by, is_group_lead) WHERE is_group_lead = 1 AND muted_by IS NULL;
    CREATE INDEX article_muted ON article (muted_by, list_date DESC, id) WHERE muted_by IS NOT NULL;

    -- Keys (SearchKey), one row for each article.search_row; rows that no story has are what is left of earlier versions.
    -- "ascii" parts words at single blanks: there is nothing else in keys that it parts at.
    CREATE VIRTUAL TABLE search USING fts5 (title, lead, body, about, content = '', tokenize = 'ascii');

    -- Every word of every story, with the number of stories that had it.
    CREATE TABLE term (
      term_row INTEGER PRIMARY KEY,
      word TEXT NOT NULL UNIQUE,
      stories INTEGER NOT NULL,
      -- What its forms, and its spellings in other letters, have in common.
      stem TEXT NOT NULL,
      sound TEXT NOT NULL
    ) STRICT;
    -- Without the counts, which change with every story.
    CREATE INDEX term_by_stem ON term (stem);
    CREATE INDEX term_by_sound ON term (sound);

    -- Whoever changes what is analysed, the story is analysed again.
    UPDATE article SET analysis = -1 WHERE article_row IN (SELECT article_row FROM body WHERE form = 0);
    CREATE TRIGGER body_comes AFTER INSERT ON body WHEN new.form = 0 BEGIN
      UPDATE article SET analysis = min(analysis, 0) - 1 WHERE article_row = new.article_row;
    END;
    CREATE TRIGGER article_changes AFTER UPDATE OF title, dek, credit, section, list_date ON article
      WHEN old.analysis <> 0 AND (old.title <> new.title OR old.dek IS NOT new.dek OR old.credit IS NOT new.credit
        OR old.section IS NOT new.section OR old.list_date <> new.list_date) BEGIN
      UPDATE article SET analysis = min(analysis, 0) - 1 WHERE article_row = new.article_row;
    END;
    """
}
