-- From 1 to 2: a redaction that was killed before it had wiped the file is finished later.

CREATE TABLE unwiped (
    only INTEGER PRIMARY KEY CHECK (only = 1)
) STRICT;
