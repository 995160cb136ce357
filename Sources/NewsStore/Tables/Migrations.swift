/// The schema's steps, oldest first. The catalog's article "Schema" tells what each table is for.
enum Migrations {
  static let all: [Migration] = [stories]

  private static let stories = Migration(
    name: "stories",
    sql: """
      CREATE TABLE feed (
        feed_row INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        title TEXT NOT NULL,
        title_key TEXT NOT NULL,
        language TEXT
      ) STRICT;

      CREATE TABLE article (
        article_row INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        feed_row INTEGER NOT NULL REFERENCES feed (feed_row),
        identity TEXT NOT NULL,
        fingerprint INTEGER NOT NULL,
        -- The list's order: seconds since 1970 of the story's date, else of its first import, and that date's offset.
        list_date INTEGER NOT NULL,
        list_offset INTEGER NOT NULL,
        is_dated INTEGER NOT NULL,
        -- Copies of reading_state, kept by its triggers, so that lists and counts come from one index.
        is_read INTEGER NOT NULL DEFAULT 0,
        is_starred INTEGER NOT NULL DEFAULT 0,
        related_count INTEGER NOT NULL DEFAULT 0,
        language TEXT NOT NULL,
        section TEXT,
        section_key TEXT,
        title TEXT NOT NULL,
        title_key TEXT NOT NULL,
        first_seen INTEGER NOT NULL,
        first_seen_offset INTEGER NOT NULL,
        published INTEGER,
        published_offset INTEGER,
        modified INTEGER,
        modified_offset INTEGER,
        url TEXT,
        dek TEXT,
        credit TEXT,
        UNIQUE (feed_row, identity)
      ) STRICT;
      CREATE INDEX article_by_date ON article (list_date DESC, id, is_read, is_starred);
      CREATE INDEX article_by_section ON article (section_key, list_date DESC, id, is_read, is_starred);
      CREATE INDEX article_by_feed ON article (feed_row, list_date DESC, id, is_read, is_starred);
      CREATE INDEX article_starred ON article (list_date DESC, id, is_read, is_starred) WHERE is_starred = 1;
      CREATE INDEX article_by_title ON article (title_key, list_date DESC, id, feed_row, is_dated);
      CREATE INDEX article_by_url ON article (url, list_date DESC, id) WHERE url IS NOT NULL;

      CREATE TABLE author (
        article_row INTEGER NOT NULL REFERENCES article (article_row) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        name TEXT NOT NULL,
        PRIMARY KEY (article_row, position)
      ) STRICT, WITHOUT ROWID;

      -- Not WITHOUT ROWID: a paragraph of Hindi is longer than such tables should hold (sqlite.org/withoutrowid.html).
      CREATE TABLE body_block (
        block_row INTEGER PRIMARY KEY,
        article_row INTEGER NOT NULL REFERENCES article (article_row) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        kind TEXT NOT NULL,
        text TEXT NOT NULL,
        UNIQUE (article_row, position)
      ) STRICT;

      CREATE TABLE highlight (
        highlight_row INTEGER PRIMARY KEY,
        article_row INTEGER NOT NULL REFERENCES article (article_row) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        origin TEXT NOT NULL,
        text TEXT NOT NULL,
        UNIQUE (article_row, position)
      ) STRICT;

      CREATE TABLE tag (
        tag_row INTEGER PRIMARY KEY,
        name_key TEXT NOT NULL UNIQUE
      ) STRICT;
      CREATE TABLE tag_spelling (
        spelling_row INTEGER PRIMARY KEY,
        tag_row INTEGER NOT NULL REFERENCES tag (tag_row),
        name TEXT NOT NULL UNIQUE
      ) STRICT;
      CREATE INDEX tag_spelling_by_tag ON tag_spelling (tag_row);
      CREATE TABLE article_tag (
        article_row INTEGER NOT NULL REFERENCES article (article_row) ON DELETE CASCADE,
        tag_row INTEGER NOT NULL REFERENCES tag (tag_row),
        spelling_row INTEGER NOT NULL REFERENCES tag_spelling (spelling_row),
        position INTEGER NOT NULL,
        PRIMARY KEY (article_row, tag_row)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX article_tag_by_tag ON article_tag (tag_row, article_row, spelling_row);

      CREATE TABLE section (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

      CREATE TABLE related_link (
        link_row INTEGER PRIMARY KEY,
        article_row INTEGER NOT NULL REFERENCES article (article_row) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        reason TEXT NOT NULL,
        title TEXT NOT NULL,
        title_key TEXT NOT NULL,
        section TEXT,
        url TEXT,
        score REAL,
        UNIQUE (article_row, position)
      ) STRICT;
      CREATE INDEX related_link_by_title ON related_link (title_key, article_row);
      CREATE INDEX related_link_by_url ON related_link (url, article_row) WHERE url IS NOT NULL;

      -- The words of folded headlines, for finding them by the beginnings of words and by words in common.
      CREATE TABLE title_word (
        word TEXT NOT NULL,
        article_row INTEGER NOT NULL REFERENCES article (article_row) ON DELETE CASCADE,
        PRIMARY KEY (word, article_row)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX title_word_by_article ON title_word (article_row);

      -- Headlines that a story had before, so that links to them still find it.
      CREATE TABLE former_title (
        title_key TEXT NOT NULL,
        article_row INTEGER NOT NULL REFERENCES article (article_row) ON DELETE CASCADE,
        PRIMARY KEY (title_key, article_row)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX former_title_by_article ON former_title (article_row);

      -- No reference to article: it outlives the story.
      CREATE TABLE reading_state (
        article_id TEXT PRIMARY KEY,
        is_read INTEGER NOT NULL DEFAULT 0,
        is_starred INTEGER NOT NULL DEFAULT 0,
        block_index INTEGER NOT NULL DEFAULT 0,
        changed INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE TRIGGER reading_state_begins AFTER INSERT ON reading_state BEGIN
        UPDATE article SET is_read = new.is_read, is_starred = new.is_starred WHERE id = new.article_id;
      END;
      CREATE TRIGGER reading_state_changes AFTER UPDATE OF is_read, is_starred ON reading_state
        WHEN old.is_read <> new.is_read OR old.is_starred <> new.is_starred BEGIN
        UPDATE article SET is_read = new.is_read, is_starred = new.is_starred WHERE id = new.article_id;
      END;
      CREATE TRIGGER article_returns AFTER INSERT ON article BEGIN
        UPDATE article SET (is_read, is_starred) =
          (SELECT is_read, is_starred FROM reading_state WHERE article_id = new.id)
          WHERE article_row = new.article_row
            AND EXISTS (SELECT 1 FROM reading_state WHERE article_id = new.id);
      END;

      CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
      """)
}
