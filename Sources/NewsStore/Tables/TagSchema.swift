/// Tags by whom, their kinds, and what the reader made of them.
enum TagSchema {
  static let sql = """
    -- person, place, organisation, topic; NULL: unknown. The name that the reader gave it; NULL: its most used spelling.
    ALTER TABLE tag ADD COLUMN kind TEXT;
    ALTER TABLE tag ADD COLUMN name TEXT;
    -- Who gave the tag, added up: 1 the publisher, 2 analysis, 4 the reader.
    ALTER TABLE article_tag ADD COLUMN origins INTEGER NOT NULL DEFAULT 1;

    -- Keys that mean another tag than their own, because the reader said so.
    CREATE TABLE tag_alias (name_key TEXT PRIMARY KEY, tag_row INTEGER NOT NULL REFERENCES tag (tag_row)) STRICT, WITHOUT ROWID;
    CREATE INDEX tag_alias_by_tag ON tag_alias (tag_row);
    -- What a story had of a tag that became part of another which it had too: needed to part them again.
    CREATE TABLE merged_tag (
      article_row INTEGER NOT NULL REFERENCES article (article_row) ON DELETE CASCADE,
      spelling_row INTEGER NOT NULL REFERENCES tag_spelling (spelling_row),
      position INTEGER NOT NULL,
      origins INTEGER NOT NULL,
      PRIMARY KEY (article_row, spelling_row)
    ) STRICT, WITHOUT ROWID;
    -- Tags that the reader took off a story: nobody else puts them on again.
    CREATE TABLE refused_tag (
      article_row INTEGER NOT NULL REFERENCES article (article_row) ON DELETE CASCADE,
      tag_row INTEGER NOT NULL REFERENCES tag (tag_row),
      PRIMARY KEY (article_row, tag_row)
    ) STRICT, WITHOUT ROWID;

    -- Names that were found in texts. One that several stories have becomes a tag.
    CREATE TABLE name_candidate (
      name_key TEXT NOT NULL,
      article_row INTEGER NOT NULL REFERENCES article (article_row) ON DELETE CASCADE,
      name TEXT NOT NULL,
      kind TEXT,
      score REAL NOT NULL,
      PRIMARY KEY (name_key, article_row)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX name_candidate_by_article ON name_candidate (article_row);
    """
}
