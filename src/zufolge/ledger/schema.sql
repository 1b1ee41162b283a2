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

-- Holds a row while a redaction has dropped content whose traces still have to be wiped from the file.
CREATE TABLE unwiped (
    only INTEGER PRIMARY KEY CHECK (only = 1)
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
-- They are made anew whenever the schema changes, so no migration has to do it.
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
    (SELECT group_concat(part, ' … ') FROM (
        SELECT substr(a.content ->> 'text', (s.value ->> 0) + 1,
                      (s.value ->> 1) - (s.value ->> 0)) AS part
        FROM entries AS a, json_each(live.content, '$.quote') AS s
        WHERE a.kind = 'article' AND a.id = live.article ORDER BY s.key
     )) AS quote
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
