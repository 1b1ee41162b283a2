-- Statements in the form in which linking compares them. They follow from the entries, but making
-- them takes time, so they stay when the other derived tables are made anew.

CREATE TABLE claims (
    seq     INTEGER PRIMARY KEY,  -- of the statement's entry
    article TEXT NOT NULL,
    id      TEXT NOT NULL,        -- of the statement
    content TEXT NOT NULL         -- link.Claim as JSON, without its vector
) STRICT;
CREATE INDEX claims_by_article ON claims (article);
CREATE INDEX claims_by_id ON claims (id);

-- What a claim is looked up by, a stem, a place or a passage: 64 bits of its hash.
CREATE TABLE claim_keys (
    key   INTEGER NOT NULL,
    claim INTEGER NOT NULL,       -- claims.seq
    PRIMARY KEY (key, claim)
) STRICT, WITHOUT ROWID;

-- Sentence vectors with one signed byte a dimension.
CREATE TABLE vectors (
    statement INTEGER PRIMARY KEY, -- of the statement's entry
    vector    BLOB NOT NULL
) STRICT;
