-- A store of the schema's step 7, as khabar wrote it when that was the newest. Never edited.
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
  credit TEXT, completeness INTEGER NOT NULL DEFAULT 0, url_key TEXT, search_row INTEGER, analysis INTEGER NOT NULL DEFAULT 0, muted_by INTEGER, group_row INTEGER, is_group_lead INTEGER NOT NULL DEFAULT 1,
  UNIQUE (feed_row, identity)
) STRICT;
CREATE TABLE author (
  article_row INTEGER NOT NULL REFERENCES article (article_row) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (article_row, position)
) STRICT, WITHOUT ROWID;
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
, kind TEXT, name TEXT) STRICT;
CREATE TABLE tag_spelling (
  spelling_row INTEGER PRIMARY KEY,
  tag_row INTEGER NOT NULL REFERENCES tag (tag_row),
  name TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE article_tag (
  article_row INTEGER NOT NULL REFERENCES article (article_row) ON DELETE CASCADE,
  tag_row INTEGER NOT NULL REFERENCES tag (tag_row),
  spelling_row INTEGER NOT NULL REFERENCES tag_spelling (spelling_row),
  position INTEGER NOT NULL, origins INTEGER NOT NULL DEFAULT 1,
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
  score REAL, url_key TEXT,
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
CREATE TABLE attachment (
  article_row INTEGER NOT NULL REFERENCES article (article_row) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  url TEXT NOT NULL,
  media_type TEXT,
  byte_count INTEGER,
  PRIMARY KEY (article_row, position)
) STRICT, WITHOUT ROWID;
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
CREATE TABLE feed_item (
  feed_row INTEGER NOT NULL REFERENCES feed (feed_row) ON DELETE CASCADE,
  item_key INTEGER NOT NULL,
  fingerprint INTEGER NOT NULL,
  article_row INTEGER REFERENCES article (article_row) ON DELETE SET NULL,
  -- The story came in from elsewhere first: it is at home in another feed.
  is_guest INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (feed_row, item_key)
) STRICT, WITHOUT ROWID;
CREATE TABLE deleted_story (
  article_id TEXT PRIMARY KEY,
  deleted INTEGER NOT NULL,
  first_seen INTEGER NOT NULL,
  first_seen_offset INTEGER NOT NULL,
  -- The story as JSON, and the feed_item rows that it had: "feed_row item_key", blank between.
  story TEXT NOT NULL,
  items TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE search USING fts5 (title, lead, body, about, content = '', tokenize = 'ascii');
INSERT INTO search (search, rank) VALUES ('hashsize', 16777216);
CREATE TABLE term (
term_row INTEGER PRIMARY KEY,
word TEXT NOT NULL UNIQUE,
stories INTEGER NOT NULL,
-- What its forms, and its spellings in other letters, have in common.
stem TEXT NOT NULL,
sound TEXT NOT NULL
    ) STRICT;
CREATE TABLE tag_alias (name_key TEXT PRIMARY KEY, tag_row INTEGER NOT NULL REFERENCES tag (tag_row)) STRICT, WITHOUT ROWID;
CREATE TABLE merged_tag (
article_row INTEGER NOT NULL REFERENCES article (article_row) ON DELETE CASCADE,
spelling_row INTEGER NOT NULL REFERENCES tag_spelling (spelling_row),
position INTEGER NOT NULL,
origins INTEGER NOT NULL,
PRIMARY KEY (article_row, spelling_row)
    ) STRICT, WITHOUT ROWID;
CREATE TABLE refused_tag (
article_row INTEGER NOT NULL REFERENCES article (article_row) ON DELETE CASCADE,
tag_row INTEGER NOT NULL REFERENCES tag (tag_row),
PRIMARY KEY (article_row, tag_row)
    ) STRICT, WITHOUT ROWID;
CREATE TABLE name_candidate (
name_key TEXT NOT NULL,
article_row INTEGER NOT NULL REFERENCES article (article_row) ON DELETE CASCADE,
name TEXT NOT NULL,
kind TEXT,
score REAL NOT NULL,
PRIMARY KEY (name_key, article_row)
    ) STRICT, WITHOUT ROWID;
CREATE TABLE story_vector (
article_row INTEGER PRIMARY KEY REFERENCES article (article_row) ON DELETE CASCADE,
vector BLOB NOT NULL,
sketch BLOB NOT NULL
    ) STRICT;
CREATE TABLE story_key (
span INTEGER NOT NULL,
key INTEGER NOT NULL,
article_row INTEGER NOT NULL,
PRIMARY KEY (span, key, article_row)
    ) STRICT, WITHOUT ROWID;
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
CREATE TABLE hook (hook_row INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE hook_story (
hook_row INTEGER NOT NULL REFERENCES hook (hook_row) ON DELETE CASCADE,
article_row INTEGER NOT NULL REFERENCES article (article_row) ON DELETE CASCADE,
PRIMARY KEY (hook_row, article_row)
    ) STRICT, WITHOUT ROWID;
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
INSERT INTO feed VALUES (1, 'https://example.org/feed.xml', 'सवेरा', 'सवेरा', 'hi');
INSERT INTO feed VALUES (2, 'pages:संध्या', 'संध्या', 'संध्या', 'hi');
INSERT INTO article VALUES (1, 'a6793ef7197eb052', 1, 'https://example.org/gehu', 7919, 1572703600, 19800, 1, 1, 0, 0, 'hi', 'भारत', 'भारत', 'केंद्र सरकार ने गेहूँ के निर्यात पर लगी रोक हटाई', 'केंद्र सरकार ने गेहूँ के निर्यात पर लगी रोक हटाई', 1572703660, 19800, 1572703600, 19800, NULL, NULL, 'https://example.org/gehu', 'सार: केंद्र सरकार ने गेहूँ के निर्यात पर लगी रोक हटाई', 'भाषा', 0, 'https://example.org/gehu', NULL, -1, NULL, NULL, 1);
INSERT INTO article VALUES (2, 'b782896f694ac7af', 1, 'https://example.org/barf', 15838, 1572707200, 19800, 1, 1, 1, 0, 'hi', 'भारत', 'भारत', 'पहाड़ों में बर्फ़बारी, कई रास्ते बंद', 'पहाड़ों में बर्फबारी, कई रास्ते बंद', 1572707260, 19800, 1572707200, 19800, NULL, NULL, 'https://example.org/barf', 'सार: पहाड़ों में बर्फ़बारी, कई रास्ते बंद', NULL, 0, 'https://example.org/barf', NULL, -1, NULL, NULL, 1);
INSERT INTO article VALUES (3, 'b89a173491ab0b6c', 1, 'https://example.org/hockey', 23757, 1572710800, 19800, 1, 0, 0, 0, 'hi', 'खेल', 'खेल', 'महिला हॉकी टीम फ़ाइनल में पहुँची', 'महिला हॉकी टीम फाइनल में पहुँची', 1572710860, 19800, 1572710800, 19800, NULL, NULL, 'https://example.org/hockey', NULL, NULL, 0, 'https://example.org/hockey', NULL, -1, NULL, NULL, 1);
INSERT INTO article VALUES (4, 'c87adbc8bfbf0f9a', 2, 'शहर की पुरानी बावड़ी फिर पानी से भरी', 31676, 1572714400, 19800, 1, 0, 1, 0, 'hi', 'संस्कृति', 'संस्कृति', 'शहर की पुरानी बावड़ी फिर पानी से भरी', 'शहर की पुरानी बावड़ी फिर पानी से भरी', 1572714460, 19800, 1572714400, 19800, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, -1, NULL, NULL, 1);
INSERT INTO article VALUES (5, 'b72b8e80af0f3678', 1, 'https://example.org/natya', 39595, 1572718000, 19800, 1, 0, 0, 0, 'mr', 'संस्कृती', 'संस्कृती', 'मराठी नाट्यसंमेलन पुण्यात सुरू', 'मराठी नाट्यसंमेलन पुण्यात सुरू', 1572718060, 19800, 1572718000, 19800, NULL, NULL, 'https://example.org/natya', NULL, NULL, 0, 'https://example.org/natya', NULL, -1, 2, NULL, 1);
INSERT INTO author VALUES (1, 0, 'संवाददाता');
INSERT INTO author VALUES (2, 0, 'संवाददाता');
INSERT INTO author VALUES (3, 0, 'संवाददाता');
INSERT INTO author VALUES (4, 0, 'संवाददाता');
INSERT INTO author VALUES (5, 0, 'संवाददाता');
INSERT INTO highlight VALUES (1, 1, 0, 'publisher', 'दिल्ली में शुक्रवार को हुई बैठक के बाद यह फ़ैसला सुनाया गया।');
INSERT INTO highlight VALUES (2, 2, 0, 'publisher', 'हिमाचल और उत्तराखंड में रात भर बर्फ़ गिरी।');
INSERT INTO highlight VALUES (3, 3, 0, 'publisher', 'सेमीफ़ाइनल में टीम ने दो गोल से जीत दर्ज की।');
INSERT INTO highlight VALUES (4, 4, 0, 'publisher', 'सफ़ाई के बाद बावड़ी में पहली बार पानी लौटा है।');
INSERT INTO highlight VALUES (5, 5, 0, 'publisher', 'संमेलनाचे उद्घाटन शनिवारी झाले।');
INSERT INTO tag VALUES (1, 'किसान', 'topic', NULL);
INSERT INTO tag VALUES (2, 'गेहूँ', NULL, NULL);
INSERT INTO tag VALUES (3, 'मौसम', NULL, NULL);
INSERT INTO tag VALUES (4, 'हॉकी', NULL, NULL);
INSERT INTO tag VALUES (5, 'नाटक', NULL, NULL);
INSERT INTO tag VALUES (6, 'पुणे', NULL, NULL);
INSERT INTO tag_spelling VALUES (1, 1, 'किसान');
INSERT INTO tag_spelling VALUES (2, 2, 'गेहूँ');
INSERT INTO tag_spelling VALUES (3, 3, 'मौसम');
INSERT INTO tag_spelling VALUES (4, 4, 'हॉकी');
INSERT INTO tag_spelling VALUES (5, 5, 'नाटक');
INSERT INTO tag_spelling VALUES (6, 6, 'पुणे');
INSERT INTO article_tag VALUES (1, 1, 1, 0, 5);
INSERT INTO article_tag VALUES (1, 2, 2, 1, 1);
INSERT INTO article_tag VALUES (2, 3, 3, 0, 1);
INSERT INTO article_tag VALUES (3, 4, 4, 0, 1);
INSERT INTO article_tag VALUES (5, 5, 5, 0, 1);
INSERT INTO article_tag VALUES (5, 6, 6, 1, 1);
INSERT INTO section VALUES ('खेल');
INSERT INTO section VALUES ('भारत');
INSERT INTO section VALUES ('संस्कृति');
INSERT INTO section VALUES ('संस्कृती');
INSERT INTO related_link VALUES (1, 1, 0, 'publisher', 'पहाड़ों में बर्फ़बारी, कई रास्ते बंद', 'पहाड़ों में बर्फ़बारी, कई रास्ते बंद', NULL, 'https://example.org/barf', NULL, 'https://example.org/barf');
INSERT INTO related_link VALUES (2, 2, 0, 'publisher', 'महिला हॉकी टीम फ़ाइनल में पहुँची', 'महिला हॉकी टीम फ़ाइनल में पहुँची', NULL, 'https://example.org/hockey', NULL, 'https://example.org/hockey');
INSERT INTO related_link VALUES (3, 3, 0, 'publisher', 'शहर की पुरानी बावड़ी फिर पानी से भरी', 'शहर की पुरानी बावड़ी फिर पानी से भरी', NULL, NULL, NULL, NULL);
INSERT INTO related_link VALUES (4, 4, 0, 'publisher', 'मराठी नाट्यसंमेलन पुण्यात सुरू', 'मराठी नाट्यसंमेलन पुण्यात सुरू', NULL, 'https://example.org/natya', NULL, 'https://example.org/natya');
INSERT INTO related_link VALUES (5, 5, 0, 'publisher', 'केंद्र सरकार ने गेहूँ के निर्यात पर लगी रोक हटाई', 'केंद्र सरकार ने गेहूँ के निर्यात पर लगी रोक हटाई', NULL, 'https://example.org/gehu', NULL, 'https://example.org/gehu');
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
INSERT INTO body VALUES (1, 0, 'p' || char(31) || 'दिल्ली में शुक्रवार को हुई बैठक के बाद यह फ़ैसला सुनाया गया।' || char(30) || 'p' || char(31) || 'किसान संगठनों ने इसका स्वागत किया है।', NULL, NULL, NULL, NULL, NULL);
INSERT INTO body VALUES (2, 0, 'p' || char(31) || 'हिमाचल और उत्तराखंड में रात भर बर्फ़ गिरी।' || char(30) || 'h' || char(31) || 'सड़क साफ़ करने का काम जारी है।', NULL, NULL, NULL, NULL, NULL);
INSERT INTO body VALUES (3, 0, 'p' || char(31) || 'सेमीफ़ाइनल में टीम ने दो गोल से जीत दर्ज की।', NULL, NULL, NULL, NULL, NULL);
INSERT INTO body VALUES (4, 0, 'p' || char(31) || 'सफ़ाई के बाद बावड़ी में पहली बार पानी लौटा है।' || char(30) || 'p' || char(31) || 'लोग इसे देखने दूर-दूर से आ रहे हैं।', NULL, NULL, NULL, NULL, NULL);
INSERT INTO body VALUES (5, 0, 'p' || char(31) || 'संमेलनाचे उद्घाटन शनिवारी झाले।', NULL, NULL, NULL, NULL, NULL);
INSERT INTO attachment VALUES (3, 0, 'https://example.org/hockey.mp4', 'video/mp4', 1048576);
INSERT INTO subscription VALUES (1, 0, 'https://example.org/feed.xml', NULL, 'मेरा सवेरा', 'मेरा सवेरा', 0, '', '', '', '"x1"', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL);
INSERT INTO feed_item VALUES (1, 1001, 31, 1, 0);
INSERT INTO feed_item VALUES (1, 1002, 62, 2, 0);
INSERT INTO feed_item VALUES (1, 1003, 93, 3, 0);
INSERT INTO feed_item VALUES (1, 1005, 155, 5, 0);
INSERT INTO refused_tag VALUES (2, 1);
INSERT INTO saved_query VALUES (1, 'list', 0, 'खेल', 'खेल', 'section:खेल', 1572800000, 19800);
INSERT INTO saved_query VALUES (2, 'mute', 0, 'नाटक नहीं', 'नाटक नही', 'tag:नाटक', 1572800000, 19800);
INSERT INTO hook VALUES (1, 'सूचना');
INSERT INTO hook_story VALUES (1, 3);
INSERT INTO sentence_mark VALUES (1, 'a6793ef7197eb052', 'किसान संगठनों ने इसका स्वागत किया है।', '', '', 1, 'इसे देखना है', 1572810000, 19800, 'केंद्र सरकार ने गेहूँ के निर्यात पर लगी रोक हटाई', 'https://example.org/gehu', 'सवेरा', 1572703600, 19800, 'hi');
INSERT INTO story_version VALUES (1, 'a6793ef7197eb052', 0, 1572805000, 19800, 0, 'केंद्र सरकार ने गेहूँ के निर्यात पर लगी रोक हटाई', NULL, 'p' || char(31) || 'शुक्रवार को बैठक होगी।');
CREATE INDEX article_by_title ON article (title_key, list_date DESC, id, feed_row, is_dated);
CREATE INDEX tag_spelling_by_tag ON tag_spelling (tag_row);
CREATE INDEX article_tag_by_tag ON article_tag (tag_row, article_row, spelling_row);
CREATE INDEX related_link_by_title ON related_link (title_key, article_row);
CREATE INDEX title_word_by_article ON title_word (article_row);
CREATE INDEX former_title_by_article ON former_title (article_row);
CREATE INDEX article_by_url ON article (url_key, list_date DESC, id) WHERE url_key IS NOT NULL;
CREATE INDEX related_link_by_url ON related_link (url_key, article_row) WHERE url_key IS NOT NULL;
CREATE INDEX body_raw ON body (article_row) WHERE form <> 0;
CREATE INDEX subscription_by_position ON subscription (position);
CREATE INDEX feed_item_by_article ON feed_item (article_row);
CREATE INDEX feed_item_guests ON feed_item (feed_row, article_row) WHERE is_guest = 1;
CREATE INDEX deleted_story_by_time ON deleted_story (deleted);
CREATE UNIQUE INDEX article_by_search_row ON article (search_row) WHERE search_row IS NOT NULL;
CREATE INDEX article_unanalysed ON article (list_date DESC, id) WHERE analysis < 0;
CREATE INDEX article_by_group ON article (group_row, list_date, id) WHERE group_row IS NOT NULL;
CREATE INDEX article_by_date ON article (list_date DESC, id, is_read, is_starred, muted_by) WHERE muted_by IS NULL;
CREATE INDEX article_by_section ON article (section_key, list_date DESC, id, is_read, is_starred, muted_by) WHERE muted_by IS NULL;
CREATE INDEX article_by_feed ON article (feed_row, list_date DESC, id, is_read, is_starred, muted_by) WHERE muted_by IS NULL;
CREATE INDEX article_starred ON article (list_date DESC, id, is_read, is_starred, muted_by) WHERE is_starred = 1 AND muted_by IS NULL;
CREATE INDEX article_leads ON article (list_date DESC, id, is_read, is_starred, muted_by, is_group_lead) WHERE is_group_lead = 1 AND muted_by IS NULL;
CREATE INDEX article_muted ON article (muted_by, list_date DESC, id) WHERE muted_by IS NOT NULL;
CREATE INDEX term_by_stem ON term (stem);
CREATE INDEX term_by_sound ON term (sound);
CREATE INDEX tag_alias_by_tag ON tag_alias (tag_row);
CREATE INDEX name_candidate_by_article ON name_candidate (article_row);
CREATE INDEX hook_story_by_article ON hook_story (article_row);
CREATE INDEX sentence_mark_by_story ON sentence_mark (article_id);
CREATE INDEX story_version_by_story ON story_version (article_id, is_pending);
CREATE INDEX story_version_pending ON story_version (article_id) WHERE is_pending = 1;
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
CREATE TRIGGER body_comes AFTER INSERT ON body WHEN new.form = 0 BEGIN
UPDATE article SET analysis = min(analysis, 0) - 1 WHERE article_row = new.article_row;
    END;
CREATE TRIGGER article_changes AFTER UPDATE OF title, dek, credit, section, list_date ON article
WHEN old.analysis <> 0 AND (old.title <> new.title OR old.dek IS NOT new.dek OR old.credit IS NOT new.credit
  OR old.section IS NOT new.section OR old.list_date <> new.list_date) BEGIN
UPDATE article SET analysis = min(analysis, 0) - 1 WHERE article_row = new.article_row;
    END;
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
CREATE TRIGGER starred_story_shows AFTER UPDATE OF is_starred ON article
WHEN new.is_starred = 1 AND new.muted_by IS NOT NULL BEGIN
UPDATE article SET muted_by = NULL WHERE article_row = new.article_row;
    END;
CREATE TRIGGER hook_waits AFTER INSERT ON article
WHEN NOT EXISTS (SELECT 1 FROM deleted_story WHERE article_id = new.id) BEGIN
INSERT INTO hook_story (hook_row, article_row) SELECT hook_row, new.article_row FROM hook;
    END;
-- Stories that are at home in a feed and not hidden, and how many of them are unread; no row stands for none.
CREATE TABLE feed_count (
  feed_row INTEGER PRIMARY KEY REFERENCES feed (feed_row) ON DELETE CASCADE,
  shown INTEGER NOT NULL,
  unread INTEGER NOT NULL
) STRICT;
INSERT INTO feed_count VALUES (1, 3, 1);
INSERT INTO feed_count VALUES (2, 1, 1);

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
PRAGMA application_id = 1802003058;
PRAGMA user_version = 7;
COMMIT;
