-- A store of the schema's step 1, as khabar wrote it when that was the newest. Never edited.
BEGIN;
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
CREATE TABLE author (
  article_row INTEGER NOT NULL REFERENCES article (article_row) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (article_row, position)
) STRICT, WITHOUT ROWID;
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
CREATE TABLE article_tag (
  article_row INTEGER NOT NULL REFERENCES article (article_row) ON DELETE CASCADE,
  tag_row INTEGER NOT NULL REFERENCES tag (tag_row),
  spelling_row INTEGER NOT NULL REFERENCES tag_spelling (spelling_row),
  position INTEGER NOT NULL,
  PRIMARY KEY (article_row, tag_row)
) STRICT, WITHOUT ROWID;
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
CREATE TABLE title_word (
  word TEXT NOT NULL,
  article_row INTEGER NOT NULL REFERENCES article (article_row) ON DELETE CASCADE,
  PRIMARY KEY (word, article_row)
) STRICT, WITHOUT ROWID;
CREATE TABLE former_title (
  title_key TEXT NOT NULL,
  article_row INTEGER NOT NULL REFERENCES article (article_row) ON DELETE CASCADE,
  PRIMARY KEY (title_key, article_row)
) STRICT, WITHOUT ROWID;
CREATE TABLE reading_state (
  article_id TEXT PRIMARY KEY,
  is_read INTEGER NOT NULL DEFAULT 0,
  is_starred INTEGER NOT NULL DEFAULT 0,
  block_index INTEGER NOT NULL DEFAULT 0,
  changed INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO feed VALUES (1, 'https://example.org/feed.xml', 'सवेरा', 'सवेरा', 'hi');
INSERT INTO feed VALUES (2, 'pages:संध्या', 'संध्या', 'संध्या', 'hi');
INSERT INTO article VALUES (1, 'a6793ef7197eb052', 1, 'https://example.org/gehu', 7919, 1572703600, 19800, 1, 1, 0, 0, 'hi', 'भारत', 'भारत', 'केंद्र सरकार ने गेहूँ के निर्यात पर लगी रोक हटाई', 'केंद्र सरकार ने गेहूँ के निर्यात पर लगी रोक हटाई', 1572703660, 19800, 1572703600, 19800, NULL, NULL, 'https://example.org/gehu', 'सार: केंद्र सरकार ने गेहूँ के निर्यात पर लगी रोक हटाई', 'भाषा');
INSERT INTO article VALUES (2, 'b782896f694ac7af', 1, 'https://example.org/barf', 15838, 1572707200, 19800, 1, 1, 1, 0, 'hi', 'भारत', 'भारत', 'पहाड़ों में बर्फ़बारी, कई रास्ते बंद', 'पहाड़ों में बर्फबारी, कई रास्ते बंद', 1572707260, 19800, 1572707200, 19800, NULL, NULL, 'https://example.org/barf', 'सार: पहाड़ों में बर्फ़बारी, कई रास्ते बंद', NULL);
INSERT INTO article VALUES (3, 'b89a173491ab0b6c', 1, 'https://example.org/hockey', 23757, 1572710800, 19800, 1, 0, 0, 0, 'hi', 'खेल', 'खेल', 'महिला हॉकी टीम फ़ाइनल में पहुँची', 'महिला हॉकी टीम फाइनल में पहुँची', 1572710860, 19800, 1572710800, 19800, NULL, NULL, 'https://example.org/hockey', NULL, NULL);
INSERT INTO article VALUES (4, 'c87adbc8bfbf0f9a', 2, 'शहर की पुरानी बावड़ी फिर पानी से भरी', 31676, 1572714400, 19800, 1, 0, 1, 0, 'hi', 'संस्कृति', 'संस्कृति', 'शहर की पुरानी बावड़ी फिर पानी से भरी', 'शहर की पुरानी बावड़ी फिर पानी से भरी', 1572714460, 19800, 1572714400, 19800, NULL, NULL, NULL, NULL, NULL);
INSERT INTO article VALUES (5, 'b72b8e80af0f3678', 1, 'https://example.org/natya', 39595, 1572718000, 19800, 1, 0, 0, 0, 'mr', 'संस्कृती', 'संस्कृती', 'मराठी नाट्यसंमेलन पुण्यात सुरू', 'मराठी नाट्यसंमेलन पुण्यात सुरू', 1572718060, 19800, 1572718000, 19800, NULL, NULL, 'https://example.org/natya', NULL, NULL);
INSERT INTO author VALUES (1, 0, 'संवाददाता');
INSERT INTO author VALUES (2, 0, 'संवाददाता');
INSERT INTO author VALUES (3, 0, 'संवाददाता');
INSERT INTO author VALUES (4, 0, 'संवाददाता');
INSERT INTO author VALUES (5, 0, 'संवाददाता');
INSERT INTO body_block VALUES (1, 1, 0, 'paragraph', 'दिल्ली में शुक्रवार को हुई बैठक के बाद यह फ़ैसला सुनाया गया।');
INSERT INTO body_block VALUES (2, 1, 1, 'paragraph', 'किसान संगठनों ने इसका स्वागत किया है।');
INSERT INTO body_block VALUES (3, 2, 0, 'paragraph', 'हिमाचल और उत्तराखंड में रात भर बर्फ़ गिरी।');
INSERT INTO body_block VALUES (4, 2, 1, 'subheading', 'सड़क साफ़ करने का काम जारी है।');
INSERT INTO body_block VALUES (5, 3, 0, 'paragraph', 'सेमीफ़ाइनल में टीम ने दो गोल से जीत दर्ज की।');
INSERT INTO body_block VALUES (6, 4, 0, 'paragraph', 'सफ़ाई के बाद बावड़ी में पहली बार पानी लौटा है।');
INSERT INTO body_block VALUES (7, 4, 1, 'paragraph', 'लोग इसे देखने दूर-दूर से आ रहे हैं।');
INSERT INTO body_block VALUES (8, 5, 0, 'paragraph', 'संमेलनाचे उद्घाटन शनिवारी झाले।');
INSERT INTO highlight VALUES (1, 1, 0, 'publisher', 'दिल्ली में शुक्रवार को हुई बैठक के बाद यह फ़ैसला सुनाया गया।');
INSERT INTO highlight VALUES (2, 2, 0, 'publisher', 'हिमाचल और उत्तराखंड में रात भर बर्फ़ गिरी।');
INSERT INTO highlight VALUES (3, 3, 0, 'publisher', 'सेमीफ़ाइनल में टीम ने दो गोल से जीत दर्ज की।');
INSERT INTO highlight VALUES (4, 4, 0, 'publisher', 'सफ़ाई के बाद बावड़ी में पहली बार पानी लौटा है।');
INSERT INTO highlight VALUES (5, 5, 0, 'publisher', 'संमेलनाचे उद्घाटन शनिवारी झाले।');
INSERT INTO tag VALUES (1, 'किसान');
INSERT INTO tag VALUES (2, 'गेहूँ');
INSERT INTO tag VALUES (3, 'मौसम');
INSERT INTO tag VALUES (4, 'हॉकी');
INSERT INTO tag VALUES (5, 'नाटक');
INSERT INTO tag VALUES (6, 'पुणे');
INSERT INTO tag_spelling VALUES (1, 1, 'किसान');
INSERT INTO tag_spelling VALUES (2, 2, 'गेहूँ');
INSERT INTO tag_spelling VALUES (3, 3, 'मौसम');
INSERT INTO tag_spelling VALUES (4, 4, 'हॉकी');
INSERT INTO tag_spelling VALUES (5, 5, 'नाटक');
INSERT INTO tag_spelling VALUES (6, 6, 'पुणे');
INSERT INTO article_tag VALUES (1, 1, 1, 0);
INSERT INTO article_tag VALUES (1, 2, 2, 1);
INSERT INTO article_tag VALUES (2, 3, 3, 0);
INSERT INTO article_tag VALUES (3, 4, 4, 0);
INSERT INTO article_tag VALUES (5, 5, 5, 0);
INSERT INTO article_tag VALUES (5, 6, 6, 1);
INSERT INTO section VALUES ('खेल');
INSERT INTO section VALUES ('भारत');
INSERT INTO section VALUES ('संस्कृति');
INSERT INTO section VALUES ('संस्कृती');
INSERT INTO related_link VALUES (1, 1, 0, 'publisher', 'पहाड़ों में बर्फ़बारी, कई रास्ते बंद', 'पहाड़ों में बर्फ़बारी, कई रास्ते बंद', NULL, 'https://example.org/barf', NULL);
INSERT INTO related_link VALUES (2, 2, 0, 'publisher', 'महिला हॉकी टीम फ़ाइनल में पहुँची', 'महिला हॉकी टीम फ़ाइनल में पहुँची', NULL, 'https://example.org/hockey', NULL);
INSERT INTO related_link VALUES (3, 3, 0, 'publisher', 'शहर की पुरानी बावड़ी फिर पानी से भरी', 'शहर की पुरानी बावड़ी फिर पानी से भरी', NULL, NULL, NULL);
INSERT INTO related_link VALUES (4, 4, 0, 'publisher', 'मराठी नाट्यसंमेलन पुण्यात सुरू', 'मराठी नाट्यसंमेलन पुण्यात सुरू', NULL, 'https://example.org/natya', NULL);
INSERT INTO related_link VALUES (5, 5, 0, 'publisher', 'केंद्र सरकार ने गेहूँ के निर्यात पर लगी रोक हटाई', 'केंद्र सरकार ने गेहूँ के निर्यात पर लगी रोक हटाई', NULL, 'https://example.org/gehu', NULL);
INSERT INTO title_word VALUES ('के', 1);
INSERT INTO title_word VALUES ('केंद्र', 1);
INSERT INTO title_word VALUES ('गेहूँ', 1);
INSERT INTO title_word VALUES ('निर्यात', 1);
INSERT INTO title_word VALUES ('ने', 1);
INSERT INTO title_word VALUES ('पर', 1);
INSERT INTO title_word VALUES ('रोक', 1);
INSERT INTO title_word VALUES ('लगी', 1);
INSERT INTO title_word VALUES ('सरकार', 1);
INSERT INTO title_word VALUES ('हटाई', 1);
INSERT INTO title_word VALUES ('कई', 2);
INSERT INTO title_word VALUES ('पहाड़ों', 2);
INSERT INTO title_word VALUES ('बंद', 2);
INSERT INTO title_word VALUES ('बर्फ़बारी', 2);
INSERT INTO title_word VALUES ('में', 2);
INSERT INTO title_word VALUES ('रास्ते', 2);
INSERT INTO title_word VALUES ('टीम', 3);
INSERT INTO title_word VALUES ('पहुँची', 3);
INSERT INTO title_word VALUES ('फ़ाइनल', 3);
INSERT INTO title_word VALUES ('महिला', 3);
INSERT INTO title_word VALUES ('में', 3);
INSERT INTO title_word VALUES ('हॉकी', 3);
INSERT INTO title_word VALUES ('की', 4);
INSERT INTO title_word VALUES ('पानी', 4);
INSERT INTO title_word VALUES ('पुरानी', 4);
INSERT INTO title_word VALUES ('फिर', 4);
INSERT INTO title_word VALUES ('बावड़ी', 4);
INSERT INTO title_word VALUES ('भरी', 4);
INSERT INTO title_word VALUES ('शहर', 4);
INSERT INTO title_word VALUES ('से', 4);
INSERT INTO title_word VALUES ('नाट्यसंमेलन', 5);
INSERT INTO title_word VALUES ('पुण्यात', 5);
INSERT INTO title_word VALUES ('मराठी', 5);
INSERT INTO title_word VALUES ('सुरू', 5);
INSERT INTO former_title VALUES ('गेहूँ का निर्यात फिर शुरू होगा', 1);
INSERT INTO reading_state VALUES ('a6793ef7197eb052', 1, 0, 1, 1572800000);
INSERT INTO reading_state VALUES ('b782896f694ac7af', 1, 1, 0, 1572800000);
INSERT INTO reading_state VALUES ('c87adbc8bfbf0f9a', 0, 1, 0, 1572800000);
INSERT INTO reading_state VALUES ('feedface00000000', 1, 0, 0, 1572800000);
INSERT INTO setting VALUES ('theme', 'neem');
CREATE INDEX article_by_date ON article (list_date DESC, id, is_read, is_starred);
CREATE INDEX article_by_section ON article (section_key, list_date DESC, id, is_read, is_starred);
CREATE INDEX article_by_feed ON article (feed_row, list_date DESC, id, is_read, is_starred);
CREATE INDEX article_starred ON article (list_date DESC, id, is_read, is_starred) WHERE is_starred = 1;
CREATE INDEX article_by_title ON article (title_key, list_date DESC, id, feed_row, is_dated);
CREATE INDEX article_by_url ON article (url, list_date DESC, id) WHERE url IS NOT NULL;
CREATE INDEX tag_spelling_by_tag ON tag_spelling (tag_row);
CREATE INDEX article_tag_by_tag ON article_tag (tag_row, article_row, spelling_row);
CREATE INDEX related_link_by_title ON related_link (title_key, article_row);
CREATE INDEX related_link_by_url ON related_link (url, article_row) WHERE url IS NOT NULL;
CREATE INDEX title_word_by_article ON title_word (article_row);
CREATE INDEX former_title_by_article ON former_title (article_row);
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
PRAGMA application_id = 1802003058;
PRAGMA user_version = 1;
COMMIT;
