-- What questions are answered from. Nothing here is recorded: all of it can be dropped and is built
-- again from the entries (Ledger.rebuild). Dates are EDTF with their earliest and latest day; an
-- open end and an unknown date are null. Days compare as text.

-- ------------------------------------------------------------------------------------- tables --

-- Which making of these tables the file holds; another number than the program's rebuilds them.
CREATE TABLE derived (
    version INTEGER NOT NULL,
    form    TEXT NOT NULL         -- fields of a claim, and the model of its sense; others make the claims anew
) STRICT;

-- One row for each statement that holds.
CREATE TABLE attributions (
    seq     INTEGER PRIMARY KEY,  -- of the statement's entry
    id      TEXT NOT NULL UNIQUE, -- of the statement
    article TEXT NOT NULL,
    number  INTEGER NOT NULL,     -- its place among the statements of the article, from 1
    paragraph INTEGER NOT NULL,   -- of the article's text, from 1
    source  TEXT,                 -- outlet or agency
    type    TEXT NOT NULL,
    stance  TEXT,
    actor   TEXT,                 -- id of the speaker within the article; null while unresolved
    named   TEXT,                 -- the speaker as the text names it
    quote   TEXT NOT NULL,        -- exact slices of the text, joined by " … "
    published TEXT, published_earliest TEXT, published_latest TEXT,
    said      TEXT, said_earliest      TEXT, said_latest      TEXT, said_part TEXT,
    happened  TEXT, happened_earliest  TEXT, happened_latest  TEXT, happened_part TEXT,
    clock TEXT, earliest TEXT, latest TEXT -- the first of happened, said, published that is known
) STRICT;
CREATE INDEX attributions_by_actor ON attributions (actor);
CREATE INDEX attributions_by_article ON attributions (article);
CREATE INDEX attributions_by_source ON attributions (source, published_latest);
CREATE INDEX attributions_published ON attributions (published_earliest, published_latest, seq);
CREATE INDEX attributions_in_time ON attributions (earliest, latest, seq) WHERE clock IS NOT NULL;
CREATE INDEX attributions_said ON attributions (said_earliest, said_latest, seq)
    WHERE said IS NOT NULL;
CREATE INDEX attributions_happened ON attributions (happened_earliest, happened_latest, seq)
    WHERE happened IS NOT NULL;

-- The links of a statement's chain; the one at position 0 is its origin.
CREATE TABLE links (
    statement INTEGER NOT NULL,   -- attributions.seq
    position  INTEGER NOT NULL,
    actor     TEXT NOT NULL,
    PRIMARY KEY (statement, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX links_by_actor ON links (actor);

-- The places that a statement names.
CREATE TABLE settings (
    statement INTEGER NOT NULL,   -- attributions.seq
    name      TEXT NOT NULL,      -- the gazetteer's name
    written   TEXT NOT NULL,      -- in lower case, as the text has it
    country   TEXT NOT NULL,      -- ISO 3166 alpha-2
    lat REAL NOT NULL, lon REAL NOT NULL,
    PRIMARY KEY (statement, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX settings_by_name ON settings (name COLLATE NOCASE);
CREATE INDEX settings_by_country ON settings (country);
CREATE INDEX settings_by_writing ON settings (written);

-- The direct relations that hold, between attributions.
CREATE TABLE ties (
    seq    INTEGER PRIMARY KEY,   -- of the relation's entry
    source INTEGER NOT NULL,      -- attributions.seq
    kind   TEXT NOT NULL,
    target INTEGER NOT NULL,      -- attributions.seq
    reason TEXT NOT NULL,
    score  REAL NOT NULL,
    latest TEXT                   -- when the later one of both was published, at the latest
) STRICT;
CREATE INDEX ties_by_source ON ties (source, kind);
CREATE INDEX ties_by_target ON ties (target, kind);

-- Groups of statements that "same" holds together, two or more in each.
CREATE TABLE groups (
    statement INTEGER PRIMARY KEY, -- attributions.seq
    "group"   INTEGER NOT NULL     -- the smallest seq of the group
) STRICT;
CREATE INDEX groups_members ON groups ("group");

-- How large each of them is.
CREATE TABLE group_sizes (
    "group"    INTEGER PRIMARY KEY,
    statements INTEGER NOT NULL
) STRICT;
CREATE INDEX group_sizes_largest ON group_sizes (statements DESC, "group");

-- Groups, or statements that stand alone, that stand against each other.
CREATE TABLE conflicts (
    low       INTEGER NOT NULL,   -- the group, or the seq of a statement that stands alone
    high      INTEGER NOT NULL,   -- the other one, the greater number of both
    kind      TEXT NOT NULL,
    relations INTEGER NOT NULL,   -- how many ties there are between them
    latest    TEXT NOT NULL,      -- the latest of them; empty if no date is known
    score     REAL NOT NULL,      -- of the strongest tie
    tie       INTEGER NOT NULL,   -- the strongest one
    PRIMARY KEY (low, high, kind)
) STRICT, WITHOUT ROWID;
CREATE INDEX conflicts_of_high ON conflicts (high);
CREATE INDEX conflicts_latest ON conflicts (latest DESC, tie DESC);

-- Actors who are one without anybody having to say so: name and office are the same. An actor
-- that is only called by its name has a persona for each article.
CREATE TABLE personas (
    persona  TEXT PRIMARY KEY,
    identity TEXT NOT NULL,        -- the least persona of those that are one
    name     TEXT NOT NULL,
    folded   TEXT NOT NULL,        -- the name without case and accents
    kind     TEXT NOT NULL,
    offices  TEXT NOT NULL,        -- JSON list
    actors   INTEGER NOT NULL,     -- how many there are
    profile  TEXT NOT NULL         -- JSON: what others are compared with
) STRICT, WITHOUT ROWID;
CREATE INDEX personas_of_identity ON personas (identity);
CREATE INDEX personas_by_name ON personas (folded);

-- The persona of each actor.
CREATE TABLE members (
    actor   TEXT PRIMARY KEY,
    persona TEXT NOT NULL,
    article TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX members_of_persona ON members (persona);
CREATE INDEX members_of_article ON members (article);

-- By which keys a persona is found; those of one article only come last, for there may be many.
CREATE TABLE persona_keys (
    key     TEXT NOT NULL,
    single  INTEGER NOT NULL,
    persona TEXT NOT NULL,
    PRIMARY KEY (key, single, persona)
) STRICT, WITHOUT ROWID;

-- Personas that may be one, with the reason; certain ones are one unasked.
CREATE TABLE likenesses (
    "left"  TEXT NOT NULL,
    "right" TEXT NOT NULL,
    score   REAL NOT NULL,
    reason  TEXT NOT NULL,
    certain INTEGER NOT NULL,
    PRIMARY KEY ("left", "right")
) STRICT, WITHOUT ROWID;
CREATE INDEX likenesses_from_right ON likenesses ("right");
CREATE INDEX likenesses_by_score ON likenesses (score DESC) WHERE NOT certain;

-- What users decided, by persona: 'merge' or 'split'.
CREATE TABLE verdicts (
    seq     INTEGER PRIMARY KEY,   -- of the judgement's entry
    "left"  TEXT NOT NULL,
    "right" TEXT NOT NULL,
    verdict TEXT NOT NULL
) STRICT;
CREATE INDEX verdicts_left ON verdicts ("left");
CREATE INDEX verdicts_right ON verdicts ("right");

-- Those that are one, under one name.
CREATE TABLE identities (
    identity TEXT PRIMARY KEY,
    name     TEXT NOT NULL,        -- the most frequent of its names
    kind     TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Full text: the stems of quote and speaker; rowid is attributions.seq.
CREATE VIRTUAL TABLE quotes USING fts5 (
    quote, speaker, content = '', contentless_delete = 1, tokenize = 'unicode61'
);

-- The signs of the sentence vectors as bits, by which the nearest ones are looked for first. It needs
-- the extension sqlite-vec; no view uses it.
CREATE VIRTUAL TABLE meanings USING vec0 (seq INTEGER PRIMARY KEY, signs bit[512]);

-- -------------------------------------------------------------------------------------- views --
-- Plain SQLite, no extension needed.

-- Who said what, in which article, when: one row for each statement.
CREATE VIEW attributed AS
SELECT a.id AS statement, a.article, a.number, a.paragraph, a.source, article.title, article.url,
    coalesce(i.name, a.named) AS speaker, m.persona, p.identity, a.named AS speaker_as_written,
    i.kind AS speaker_kind, a.stance, a.type, a.quote,
    a.published, a.published_earliest, a.published_latest,
    a.said, a.said_part, a.said_earliest, a.said_latest,
    a.happened, a.happened_part, a.happened_earliest, a.happened_latest, a.seq
FROM attributions AS a
LEFT JOIN members AS m ON m.actor = a.actor
LEFT JOIN personas AS p ON p.persona = m.persona
LEFT JOIN identities AS i ON i.identity = p.identity
LEFT JOIN articles AS article ON article.id = a.article;

-- Who told it to whom until it reached the article; position 0 is the origin.
CREATE VIEW chains AS
SELECT a.id AS statement, l.position, l.actor, i.name, i.kind, p.identity
FROM links AS l JOIN attributions AS a ON a.seq = l.statement
LEFT JOIN members AS m ON m.actor = l.actor
LEFT JOIN personas AS p ON p.persona = m.persona
LEFT JOIN identities AS i ON i.identity = p.identity;

-- Statements that stand against each other: one row for each relation found directly.
CREATE VIEW disputes AS
SELECT t.kind, t.score, t.reason,
    s.id AS statement, s.article AS article, s.source AS source, s.quote AS quote,
    s.stance AS stance, s.published AS published,
    o.id AS other, o.article AS other_article, o.source AS other_source, o.quote AS other_quote,
    o.stance AS other_stance, o.published AS other_published
FROM ties AS t JOIN attributions AS s ON s.seq = t.source JOIN attributions AS o ON o.seq = t.target
WHERE t.kind IN ('denies', 'contradicts', 'differs', 'corrects');

-- Groups of same statements: how many statements and articles, and how many first links by their
-- names. The command "zufolge origins" compares more than names: for it a body and its spokesman are
-- one, so that its count may be smaller (docs/views.md).
CREATE VIEW origins AS
SELECT g."group", first.id AS statement, first.quote, count(*) AS statements,
    count(DISTINCT a.article) AS articles,
    max(1, count(DISTINCT iif(r.seq IS NULL, coalesce(i.name, l.actor), NULL))) AS origins
FROM groups AS g JOIN attributions AS a ON a.seq = g.statement
JOIN attributions AS first ON first.seq = g."group"
LEFT JOIN links AS l ON l.statement = a.seq AND l.position = 0
LEFT JOIN members AS m ON m.actor = l.actor
LEFT JOIN personas AS p ON p.persona = m.persona
LEFT JOIN identities AS i ON i.identity = p.identity
LEFT JOIN (SELECT source, min(seq) AS seq FROM ties WHERE kind = 'repeats' GROUP BY source) AS r
    ON r.source = a.seq
GROUP BY g."group";

-- The actors of all articles under the name that they have in common.
CREATE VIEW people AS
SELECT i.identity, i.name, i.kind, m.actor, m.article, p.persona, p.name AS name_in_article,
    p.offices
FROM identities AS i JOIN personas AS p ON p.identity = i.identity
JOIN members AS m ON m.persona = p.persona;
