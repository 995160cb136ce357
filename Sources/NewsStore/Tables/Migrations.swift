/// The schema's steps, oldest first. The catalog's article "Schema" tells what each table is for.
enum Migrations {
  static let all: [Migration] = [stories, feeds, search, hooks, marks, largeIndexBatches, feedCounts, plainInsertions]

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

  private static let feeds = Migration(
    name: "feeds",
    sql: """
      -- 0 whole, 1 summary, 2 page, 3 unavailable.
      ALTER TABLE article ADD COLUMN completeness INTEGER NOT NULL DEFAULT 0;

      -- What two addresses of one story have in common.
      ALTER TABLE article ADD COLUMN url_key TEXT;
      UPDATE article SET url_key = url;
      DROP INDEX article_by_url;
      CREATE INDEX article_by_url ON article (url_key, list_date DESC, id) WHERE url_key IS NOT NULL;
      ALTER TABLE related_link ADD COLUMN url_key TEXT;
      UPDATE related_link SET url_key = url;
      DROP INDEX related_link_by_url;
      CREATE INDEX related_link_by_url ON related_link (url_key, article_row) WHERE url_key IS NOT NULL;

      -- The text of a story: blocks (form 0), or what a feed gave of it, not looked into yet (1 HTML, 2 plain text).
      CREATE TABLE body (
        article_row INTEGER PRIMARY KEY REFERENCES article (article_row) ON DELETE CASCADE,
        form INTEGER NOT NULL DEFAULT 0,
        text TEXT NOT NULL,
        base_url TEXT,
        summary TEXT,
        summary_form INTEGER,
        picture_url TEXT,
        picture_caption TEXT
      ) STRICT;
      INSERT INTO body (article_row, text)
        SELECT article_row, group_concat(
          CASE kind WHEN 'subheading' THEN 'h' WHEN 'listItem' THEN 'i' WHEN 'quotation' THEN 'q' ELSE 'p' END
            || char(31) || text, char(30))
        FROM (SELECT article_row, kind, text FROM body_block ORDER BY article_row, position) GROUP BY article_row;
      DROP TABLE body_block;
      CREATE INDEX body_raw ON body (article_row) WHERE form <> 0;

      CREATE TABLE attachment (
        article_row INTEGER NOT NULL REFERENCES article (article_row) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        url TEXT NOT NULL,
        media_type TEXT,
        byte_count INTEGER,
        PRIMARY KEY (article_row, position)
      ) STRICT, WITHOUT ROWID;

      -- A feed that is fetched, what its server said last, and how it goes.
      CREATE TABLE subscription (
        feed_row INTEGER PRIMARY KEY REFERENCES feed (feed_row) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        address TEXT NOT NULL,
        site_url TEXT,
        name TEXT,
        name_key TEXT NOT NULL DEFAULT '',
        wants_full_text INTEGER NOT NULL DEFAULT 0,
        -- Lists of texts, as TextList writes them.
        folders TEXT NOT NULL,
        tags TEXT NOT NULL,
        attributes TEXT NOT NULL,
        etag TEXT,
        last_modified TEXT,
        content_hash INTEGER,
        last_success INTEGER,
        last_attempt INTEGER,
        trouble_kind TEXT,
        trouble_status INTEGER,
        trouble_detail TEXT,
        failure_count INTEGER NOT NULL DEFAULT 0,
        next_attempt INTEGER
      ) STRICT;
      CREATE INDEX subscription_by_position ON subscription (position);

      -- The items that a feed listed. The row outlives its story, so that a story that was deleted does not return.
      CREATE TABLE feed_item (
        feed_row INTEGER NOT NULL REFERENCES feed (feed_row) ON DELETE CASCADE,
        item_key INTEGER NOT NULL,
        fingerprint INTEGER NOT NULL,
        article_row INTEGER REFERENCES article (article_row) ON DELETE SET NULL,
        -- The story came in from elsewhere first: it is at home in another feed.
        is_guest INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY (feed_row, item_key)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX feed_item_by_article ON feed_item (article_row);
      CREATE INDEX feed_item_guests ON feed_item (feed_row, article_row) WHERE is_guest = 1;

      -- Stories that were deleted, whole, for as long as that can be undone.
      CREATE TABLE deleted_story (
        article_id TEXT PRIMARY KEY,
        deleted INTEGER NOT NULL,
        first_seen INTEGER NOT NULL,
        first_seen_offset INTEGER NOT NULL,
        -- The story as JSON, and the feed_item rows that it had: "feed_row item_key", blank between.
        story TEXT NOT NULL,
        items TEXT NOT NULL
      ) STRICT;
      CREATE INDEX deleted_story_by_time ON deleted_story (deleted);
      """)

  private static let search = Migration(
    name: "search",
    sql: [SearchSchema.sql, TagSchema.sql, GroupSchema.sql, SavedQuerySchema.sql].joined(separator: "\n"))

  private static let hooks = Migration(name: "hooks", sql: HookSchema.sql)

  private static let marks = Migration(name: "marks", sql: SentenceMarkSchema.sql)

  /// What FTS5 gathers in memory before it writes a piece of the index, in bytes: 1 MiB makes fifteen pieces of a batch of a thousand stories,
  /// which have to be merged; 16 MiB holds such a batch.
  private static let largeIndexBatches = Migration(
    name: "largeIndexBatches", sql: "INSERT INTO search (search, rank) VALUES ('hashsize', 16777216);")

  private static let feedCounts = Migration(name: "feedCounts", sql: FeedCountSchema.sql)

  /// A new story's state, count and waiting for hooks are `ArticleTable`'s now, which alone inserts stories. With any trigger SQLite copies each page of the
  /// ten indexes that the insertion changes, to take it back alone: more than half of the insertion's time.
  private static let plainInsertions = Migration(
    name: "plainInsertions", sql: "DROP TRIGGER article_returns; DROP TRIGGER hook_waits; DROP TRIGGER feed_counts_new;"
  )
}
