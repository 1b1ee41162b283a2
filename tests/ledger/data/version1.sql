-- A ledger as version 1 wrote it: its schema, and what was stored in it.
-- A ledger: one SQLite file. What it records stands in one sealed, append-only table, "entries";
-- everything else is either a view of it or can be rebuilt from it.
-- PRAGMA application_id marks the file as a ledger, PRAGMA user_version is the number of this schema.

-- ------------------------------------------------------------------------------------- sealed --

-- One row for each thing recorded, in the order in which it was recorded. Never updated, never
-- deleted: a correction is a new row that withdraws the old one. A redaction drops salt and content.
CREATE TABLE entries (
    seq     INTEGER PRIMARY KEY,  -- 1, 2, 3 … without gaps
    kind    TEXT NOT NULL,        -- article, statement, actor, time, place, quantity, relation,
                                  -- judgement, failure, withdrawal or redaction
    hash    BLOB NOT NULL,        -- SHA-256 of the salt and {"content":…,"kind":…} in canonical JSON
    salt    BLOB,                 -- 16 random bytes: without them nobody can guess erased content
    content TEXT,                 -- canonical JSON (RFC 8785); the fields are those of the contract
    id      TEXT GENERATED ALWAYS AS (content ->> 'id') VIRTUAL,
    article TEXT GENERATED ALWAYS AS (content ->> 'article') VIRTUAL
) STRICT;

-- One row for each transaction; its seal covers its entries and the seal before it.
CREATE TABLE batches (
    number   INTEGER PRIMARY KEY, -- 1, 2, 3 … without gaps
    at       TEXT NOT NULL,       -- when it was sealed, UTC
    last     INTEGER NOT NULL,    -- the last of its entries; the first follows the batch before
    previous TEXT NOT NULL,       -- the seal of the batch before; empty for the first
    seal     TEXT NOT NULL        -- SHA-256 of {"at","entries","number","previous"}, canonical JSON;
                                  -- entries are [seq, kind, hash] in order
) STRICT;

-- The newest seal, so that a batch cut off at the end is missed.
CREATE TABLE head (
    only   INTEGER PRIMARY KEY CHECK (only = 1),
    number INTEGER NOT NULL,
    seal   TEXT NOT NULL
) STRICT;

CREATE TRIGGER batches_move_the_head AFTER INSERT ON batches BEGIN
    INSERT OR REPLACE INTO head VALUES (1, new.number, new.seal);
END;

CREATE TRIGGER entries_stay BEFORE DELETE ON entries BEGIN
    SELECT RAISE(ABORT, 'a ledger only grows: entries cannot be deleted');
END;
CREATE TRIGGER batches_stay BEFORE DELETE ON batches BEGIN
    SELECT RAISE(ABORT, 'a ledger only grows: batches cannot be deleted');
END;
CREATE TRIGGER batches_do_not_change BEFORE UPDATE ON batches BEGIN
    SELECT RAISE(ABORT, 'a ledger only grows: batches cannot be changed');
END;
-- Only a redaction that is itself recorded may drop salt and content of an entry.
CREATE TRIGGER entries_do_not_change BEFORE UPDATE ON entries
WHEN NOT (
    new.salt IS NULL AND new.content IS NULL
    AND new.seq = old.seq AND new.kind = old.kind AND new.hash = old.hash
    AND EXISTS (
        SELECT 1 FROM entries AS redaction, json_each(redaction.content, '$.rows') AS dropped
        WHERE redaction.kind = 'redaction' AND dropped.value = old.seq
    )
)
BEGIN
    SELECT RAISE(ABORT, 'a ledger only grows: entries cannot be changed');
END;

-- An article is stored once, also when two processes add it at the same moment.
CREATE UNIQUE INDEX articles_once ON entries (id) WHERE kind = 'article';
CREATE INDEX entries_by_kind ON entries (kind);
CREATE INDEX entries_by_id ON entries (id) WHERE id IS NOT NULL;
CREATE INDEX entries_by_article ON entries (article, kind) WHERE article IS NOT NULL;
CREATE INDEX relations_from ON entries (content ->> 'from') WHERE kind = 'relation';
CREATE INDEX relations_to ON entries (content ->> 'to') WHERE kind = 'relation';
CREATE INDEX withdrawals_of ON entries (content ->> 'row') WHERE kind = 'withdrawal';

-- -------------------------------------------------------------------------------------- views --
-- What holds now: entries that are neither withdrawn nor erased. Dates are EDTF with their earliest
-- and latest day; an open end is null. Offsets count code points, half-open, as in the contract.

CREATE VIEW live AS
SELECT seq, kind, id, article, content FROM entries
WHERE content IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM entries AS w WHERE w.kind = 'withdrawal' AND w.content ->> 'row' = entries.seq
);

CREATE VIEW articles AS
SELECT seq, id,
    content ->> 'source' AS source, content ->> 'title' AS title, content ->> 'date' AS date,
    content ->> 'earliest' AS earliest, content ->> 'latest' AS latest,
    content ->> 'language' AS language, content ->> 'url' AS url, content ->> 'text' AS text
FROM live WHERE kind = 'article';

CREATE VIEW statements AS
SELECT seq, id, article,
    content ->> 'type' AS type, content ->> 'medium' AS medium, content ->> 'stance' AS stance,
    content ->> '$.speaker.actor' AS actor,
    content ->> '$.addressee.actor' AS addressee,
    content -> 'chain' AS chain,            -- JSON list of actor ids, origin first
    content ->> 'nested_in' AS nested_in,
    content ->> '$.said_at.edtf' AS said, content ->> '$.said_at.part' AS said_part,
    content ->> 'earliest' AS earliest, content ->> 'latest' AS latest,
    content ->> 'confidence' AS confidence,
    content -> 'quote' AS spans,            -- JSON list of [start, end]
    (SELECT group_concat(substr(a.content ->> 'text', (s.value ->> 0) + 1,
                                (s.value ->> 1) - (s.value ->> 0)), ' … ' ORDER BY s.key)
     FROM entries AS a, json_each(live.content, '$.quote') AS s
     WHERE a.kind = 'article' AND a.id = live.article) AS quote
FROM live WHERE kind = 'statement';

CREATE VIEW actors AS
SELECT seq, id, article, content ->> 'name' AS name, content ->> 'kind' AS kind,
    content -> 'mentions' AS mentions
FROM live WHERE kind = 'actor';

CREATE VIEW times AS
SELECT seq, article, content ->> '$.span[0]' AS start, content ->> '$.span[1]' AS "end",
    content ->> 'type' AS type, content ->> 'value' AS value, content ->> 'edtf' AS edtf,
    content ->> 'part' AS part,
    content ->> 'earliest' AS earliest, content ->> 'latest' AS latest
FROM live WHERE kind = 'time';

CREATE VIEW places AS
SELECT seq, article, content ->> '$.span[0]' AS start, content ->> '$.span[1]' AS "end",
    content ->> 'name' AS name, content ->> 'lat' AS lat, content ->> 'lon' AS lon,
    content ->> 'country' AS country
FROM live WHERE kind = 'place';

CREATE VIEW quantities AS
SELECT seq, article, content ->> '$.span[0]' AS start, content ->> '$.span[1]' AS "end",
    content ->> 'value' AS value, content ->> 'high' AS high,
    content ->> 'comparator' AS comparator, content ->> 'of' AS "of"
FROM live WHERE kind = 'quantity';

-- Relations found directly; groups of same statements are closed when they are asked for.
CREATE VIEW relations AS
SELECT seq, id, content ->> 'from' AS "from", content ->> 'kind' AS kind,
    content ->> 'to' AS "to", content ->> 'reason' AS reason, content ->> 'score' AS score
FROM live WHERE kind = 'relation';

-- What a person or the program decided about two things: one actor or two, for example.
CREATE VIEW judgements AS
SELECT seq, id, content ->> 'subject' AS subject, content ->> 'other' AS other,
    content ->> 'verdict' AS verdict, content ->> 'reason' AS reason, content ->> 'by' AS "by"
FROM live WHERE kind = 'judgement';

CREATE VIEW failures AS
SELECT seq, id, content ->> 'source' AS source, content ->> 'step' AS step,
    content ->> 'reason' AS reason
FROM live WHERE kind = 'failure';

CREATE VIEW withdrawals AS
SELECT seq, content ->> 'row' AS row, content ->> 'reason' AS reason, content ->> 'by' AS "by",
    content ->> 'replacement' AS replacement
FROM entries WHERE kind = 'withdrawal';

CREATE VIEW redactions AS
SELECT seq, content -> 'rows' AS rows, content -> 'articles' AS articles,
    content ->> 'reason' AS reason, content ->> 'by' AS "by"
FROM entries WHERE kind = 'redaction';
INSERT INTO entries (seq, kind, hash, salt, content) VALUES (1, 'article', x'a72a1ff9200fbef7069df2ff3dad2ddb3f89492b230a026558d899ae812df750', x'0c0e6c8964e52fcddd648d21d2eb2599', '{"date":"2024-11","earliest":"2024-11-01","id":"bb731299db2a1711","language":"de","latest":"2024-11-30","notes":["als UTF-8 gelesen"],"source":"NNA","text":"Malmö (NNA) - „Die Tanks sind dicht“, sagte Sprecherin Voss am Mittwoch.\n\nDas Schiff habe gedreht, meldete Kustnytt. Sie berief sich auf Sealane.\n\n„Sie hat“, so der Fischer, „am Telefon gesagt: ‚Das ist bald vorbei.‘“ Es seien etwa 40 Tonnen, hieß es.","title":"Tanker vor Bornholm","url":null}');
INSERT INTO entries (seq, kind, hash, salt, content) VALUES (2, 'statement', x'a3fa160784588caac16a33f54f8e4db488a60e878f19a1f26382c2f4c4cf4bc4', x'086ee10b0a3761e52ea6181e9f7285f5', '{"addressee":null,"article":"bb731299db2a1711","chain":["f97b171c97b79af2"],"channel":[],"confidence":1,"cue":[[38,43]],"distance":[],"earliest":"2024-11-06","frame":[],"id":"5c31804d6b276246","latest":"2024-11-13","medium":null,"nested_in":null,"quote":[[15,35]],"said_at":{"edtf":"[2024-11-06,2024-11-13]","part":"evening"},"speaker":{"actor":"f97b171c97b79af2","spans":[[44,59]]},"stance":"denies","type":"direct"}');
INSERT INTO entries (seq, kind, hash, salt, content) VALUES (3, 'statement', x'fab561bcd4afa1ddcc476cf1144d6a333bf20e092c7020eb8395c4d785ae85f3', x'f2f56d5a47bcfb0595d5489116f98ea1', '{"addressee":null,"article":"bb731299db2a1711","chain":["f24350ff09a7ba64","84bbca91cd1f21e0"],"channel":[],"confidence":1,"cue":[[99,106]],"distance":[],"earliest":null,"frame":[],"id":"2f05ef0a762e74d4","latest":null,"medium":null,"nested_in":null,"quote":[[74,97]],"said_at":null,"speaker":{"actor":"84bbca91cd1f21e0","spans":[[107,115]]},"stance":"asserts","type":"indirect"}');
INSERT INTO entries (seq, kind, hash, salt, content) VALUES (4, 'statement', x'136a18366ea71e5234e2cf7621d7babe5dd3fd145532552980f45fd95b0b6a48', x'78b6ca0f5f62fb53eba4a7577992902a', '{"addressee":null,"article":"bb731299db2a1711","chain":[],"channel":[],"confidence":1,"cue":[[158,160]],"distance":[],"earliest":null,"frame":[],"id":"44e1bac3a32c01cb","latest":null,"medium":null,"nested_in":null,"quote":[[148,155],[175,216]],"said_at":null,"speaker":{"actor":null,"spans":[[161,172]]},"stance":null,"type":"direct"}');
INSERT INTO entries (seq, kind, hash, salt, content) VALUES (5, 'statement', x'c7a908143008122e18f3f4d57bbb68c7f445e89210441ccca4968c143e914912', x'915a40351c39345d89b50d9e38b07366', '{"addressee":null,"article":"bb731299db2a1711","chain":[],"channel":[[175,185]],"confidence":1,"cue":[],"distance":[],"earliest":null,"frame":[],"id":"9a201f76289b02e0","latest":null,"medium":null,"nested_in":"44e1bac3a32c01cb","quote":[[195,214]],"said_at":null,"speaker":{"actor":"f97b171c97b79af2","spans":[[148,155]]},"stance":null,"type":"direct"}');
INSERT INTO entries (seq, kind, hash, salt, content) VALUES (6, 'statement', x'fa5636999e1c75db28bd4622a13242f2f1e41f3a84d9c55d257af05bac9976ea', x'f5073bf340e7e0ba6abfd64e3895f506', '{"addressee":null,"article":"bb731299db2a1711","chain":[],"channel":[],"confidence":1,"cue":[[243,250]],"distance":[],"earliest":null,"frame":[],"id":"fbe88298f15c0ef1","latest":null,"medium":null,"nested_in":null,"quote":[[218,241]],"said_at":null,"speaker":null,"stance":null,"type":"indirect"}');
INSERT INTO entries (seq, kind, hash, salt, content) VALUES (7, 'actor', x'cf963c605624458cc2d05c01a37fb4cb67e90564e00b4d250208869b9e4acbe0', x'213b5bc6cfa17572111b6d01d9afb560', '{"article":"bb731299db2a1711","id":"f97b171c97b79af2","kind":"person","mentions":[[44,59]],"name":"Karoline Voss"}');
INSERT INTO entries (seq, kind, hash, salt, content) VALUES (8, 'actor', x'a5a1e8583c2fa0880dbdabf938a46eba64a1f0d2b5fbab057332c776d0afa3d8', x'8bd9e556da6ba6108f56b01be2f86a61', '{"article":"bb731299db2a1711","id":"84bbca91cd1f21e0","kind":"organisation","mentions":[[107,115]],"name":"Kustnytt"}');
INSERT INTO entries (seq, kind, hash, salt, content) VALUES (9, 'actor', x'c9e9c28ef71240045d62b7af0df1dec5fcc29f5588775a998a1314d114a352d4', x'1ab9838031d73a9dacf22cc5ddd2aab9', '{"article":"bb731299db2a1711","id":"f24350ff09a7ba64","kind":"data","mentions":[[137,144]],"name":"Sealane"}');
INSERT INTO entries (seq, kind, hash, salt, content) VALUES (10, 'time', x'bbec57343115e4677d8deacd874976311df54d9c36f66ce2c325fb1f905ead79', x'90c1d15ee64448409e7e99878314a363', '{"article":"bb731299db2a1711","earliest":"2024-11-06","edtf":"[2024-11-06,2024-11-13]","latest":"2024-11-13","part":null,"span":[60,71],"type":"date","value":"2024-11"}');
INSERT INTO entries (seq, kind, hash, salt, content) VALUES (11, 'place', x'e6d17c05f19e9f7cbf55ba6e3b64ab60ebab3104a63d0ad8bd2fb3b89d03544f', x'fb7cc23cd182b369bf73f9bb494a5889', '{"article":"bb731299db2a1711","country":"SE","lat":55.60587,"lon":13.00073,"name":"Malmö","span":[0,5]}');
INSERT INTO entries (seq, kind, hash, salt, content) VALUES (12, 'quantity', x'855b57c0a0c0bb20ac572fc9d44deb5338c1a65eb2caefd69557f2c8f31f7bab', x'41de35d214193ecfcf907879d53b912c', '{"article":"bb731299db2a1711","comparator":"~","high":null,"of":"Tonnen","span":[227,241],"value":40}');
INSERT INTO entries (seq, kind, hash, salt, content) VALUES (13, 'relation', x'89e97fd290d39f5f57d650a299ce3566a3d4449d5b806dd87c283ce9bdb45d68', x'1b1cffd3fe32822e4b56470743069d80', '{"from":"5c31804d6b276246","id":"8ee52efca7ba9deb","kind":"contradicts","reason":"antonyms","score":0.75,"to":"2f05ef0a762e74d4"}');
INSERT INTO entries (seq, kind, hash, salt, content) VALUES (14, 'failure', x'0b461214714c2d3fbe9b4693eabe17ac33a4e5204896d7e687c32e86ca75a52a', x'9b37446c1d543b0d6321a9b31bf8de04', '{"id":"8ab656501a27370f","reason":"there is no text in it","source":"leer.txt","step":"read"}');
INSERT INTO entries (seq, kind, hash, salt, content) VALUES (15, 'judgement', x'7c3d53185b38a603a628695ca5c341adf1d76e5392112911e80a53e8ceb72261', x'cb96a1cbdd8f130246e5d2803e9132e4', '{"by":"ks","id":"e7d0c08a5e910ed5","other":"84bbca91cd1f21e0","reason":"verschiedene Personen","subject":"f97b171c97b79af2","verdict":"different"}');
INSERT INTO entries (seq, kind, hash, salt, content) VALUES (16, 'withdrawal', x'405822568ed1874fea6c21042c645c545215d66fcc5f46e6cb17c73e43eaae9f', x'2ab22087bbd89b7a532f69c897445d59', '{"by":"ks","reason":"verwechselt","row":15}');
INSERT INTO batches (number, at, last, previous, seal) VALUES (1, '2026-11-24T19:15:27+00:00', 13, '', 'd0a22ad406765a5edc17d79130d0609c81d8ce1ce3d7c777cf8a023b877a0ae5');
INSERT INTO batches (number, at, last, previous, seal) VALUES (2, '2026-11-24T19:15:27+00:00', 14, 'd0a22ad406765a5edc17d79130d0609c81d8ce1ce3d7c777cf8a023b877a0ae5', '53d39e7ec17ce41f56af46a0759afac5026b7267693fa3270dc1c345fbbcebf4');
INSERT INTO batches (number, at, last, previous, seal) VALUES (3, '2026-11-24T19:15:27+00:00', 15, '53d39e7ec17ce41f56af46a0759afac5026b7267693fa3270dc1c345fbbcebf4', 'ccb446929e7bee94a5b3a09abd71c2ed3548754962ae66c7ed05ecf8f3283889');
INSERT INTO batches (number, at, last, previous, seal) VALUES (4, '2026-11-24T19:15:27+00:00', 16, 'ccb446929e7bee94a5b3a09abd71c2ed3548754962ae66c7ed05ecf8f3283889', 'de2d721c0dc067a94c0e83443e19b049fdc2b8995fcaeb8673c2ce2cc2fbed2d');
PRAGMA application_id = 2054514279;
PRAGMA user_version = 1;
